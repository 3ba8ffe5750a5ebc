package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A reminder of one debt, and what was paid on the debt so far. Each level is one of its own, under a key of its own.
 *
 * @param key unique among these, such as debt and level
 * @param recordedAt when this state was recorded
 * @param customer who owes it, as you name it, opaque; null if it is not known
 * @param item the debt
 * @param level of dunning, from 1 on
 * @param dunned when it was reminded of
 * @param amount what was reminded of, more than 0
 * @param paid what was paid on the debt when, in any order; what was paid on the day of the reminder or before does not count: it was under way
 */
public record DunnedClaim(
        String key,
        Instant recordedAt,
        @Nullable String customer,
        String item,
        int level,
        LocalDate dunned,
        Amount amount,
        List<PaidPart> paid)
        implements KpiEvent, Serializable {

    /**
     * Checks the parts.
     *
     * @throws CurrencyMismatchException if something was paid in another currency
     */
    public DunnedClaim {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.optionalId(customer, "customer");
        Require.id(item, "item");
        Require.that(level >= 1, "number.not-positive", "level", "must be 1 or more", level);
        Dates.inCalendar(dunned, "dunned");
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "number.not-positive",
                "amount",
                "must be more than 0",
                amount);
        paid = PaidPart.of(paid, amount);
    }

    /** As it is sent; its key is made of debt and level. */
    public static DunnedClaim of(String item, int level, LocalDate dunned, MonetaryAmount amount, Instant recordedAt) {
        return new DunnedClaim(
                Require.id(item, "item") + "/" + level,
                recordedAt,
                null,
                item,
                level,
                dunned,
                Amount.from(amount),
                List.of());
    }

    /** The same claim, of this customer. */
    public DunnedClaim withCustomer(String newCustomer) {
        return new DunnedClaim(
                key, recordedAt, requireNonNull(newCustomer, "newCustomer"), item, level, dunned, amount, paid);
    }

    /** The state in which something was paid on the debt, or, negative, came back. */
    public DunnedClaim paid(LocalDate day, MonetaryAmount part, Instant recorded) {
        return paid(PaidPart.of(day, part), recorded);
    }

    /** The same of a part that was applied later. */
    public DunnedClaim paid(PaidPart part, Instant recorded) {
        var more = new ArrayList<>(paid);
        more.add(requireNonNull(part, "part"));
        return new DunnedClaim(key, recorded, customer, item, level, dunned, amount, more);
    }

    /** What was paid after the reminder up to the end of a day, at most what was reminded of. */
    Amount recoveredBy(LocalDate day) {
        return PaidPart.sum(paid, dunned.plusDays(1), day, day, amount);
    }
}
