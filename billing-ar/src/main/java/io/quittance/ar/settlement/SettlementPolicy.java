package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may close a debt beside money. Its parts apply in this order: tax that the payer keeps, tolerances of what is due after the
 * discounts of the day, discounts, and what becomes of a rest; a later one sees what the earlier ones leave.
 *
 * <p>Money that the strategy leaves and that is for nothing else first pays what would be tolerated, given up, moved to a new item or
 * refused: 100.00 on a debt of 100.00 that is said to be 98.00 pay it, whatever the policy, but for one that keeps rests open.
 *
 * @param withholdings tax that the payer keeps
 * @param discounts for paying early; null for none
 * @param tolerance which differences close all; null for none
 * @param shortPay what becomes of a rest
 */
public record SettlementPolicy(
        List<Withholding> withholdings,
        @Nullable DiscountPolicy discounts,
        @Nullable TolerancePolicy tolerance,
        ShortPay shortPay)
        implements Serializable {
    /** Nothing but money: what is not paid stays open, what is too much is on account. */
    public static final SettlementPolicy MONEY_ONLY = new SettlementPolicy(List.of(), null, null, ShortPay.keepOpen());

    /** Copies the list. */
    public SettlementPolicy {
        withholdings = List.copyOf(withholdings);
        requireNonNull(shortPay, "shortPay");
    }

    /** The same, where the payer keeps tax. */
    public SettlementPolicy withheld(List<Withholding> kept) {
        return new SettlementPolicy(kept, discounts, tolerance, shortPay);
    }

    /** The same with discounts for paying early. */
    public SettlementPolicy discounts(DiscountPolicy policy) {
        return new SettlementPolicy(withholdings, policy, tolerance, shortPay);
    }

    /** The same with a tolerance. */
    public SettlementPolicy tolerance(TolerancePolicy policy) {
        return new SettlementPolicy(withholdings, discounts, policy, shortPay);
    }

    /** The same with another rule for what is left of an item that is paid in part. */
    public SettlementPolicy shortPay(ShortPay rule) {
        return new SettlementPolicy(withholdings, discounts, tolerance, rule);
    }

    Optional<DiscountPolicy> discounting() {
        return Optional.ofNullable(discounts);
    }

    Optional<TolerancePolicy> tolerating() {
        return Optional.ofNullable(tolerance);
    }
}
