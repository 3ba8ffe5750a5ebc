package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Something delivered that shall be billed, such as the usage of a month, and what was billed of it. It is recorded again, with the same key, when it is billed. Entitled to 100.00 and billed 90.00, 10.00
 * leak.
 *
 * @param key names it
 * @param customer who pays for it
 * @param delivered when it was delivered
 * @param billFrom the cut-off: from this day on it can be billed, not before it was delivered
 * @param entitled what may be billed for it, by contract and usage, a minimum included; 0 or more
 * @param billedOn when it was billed; null while it was not
 * @param billed what was billed of it, more than entitled too; 0 while it was not
 * @param recordedAt when this state of it was recorded
 */
public record BillableItem(
        String key,
        String customer,
        LocalDate delivered,
        LocalDate billFrom,
        Amount entitled,
        @Nullable LocalDate billedOn,
        Amount billed,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /**
     * Checks that it can be.
     *
     * @throws CurrencyMismatchException if it is billed in another currency
     */
    public BillableItem {
        Require.id(key, "key");
        Require.id(customer, "customer");
        requireNonNull(delivered, "delivered");
        Require.that(
                !requireNonNull(billFrom, "billFrom").isBefore(delivered),
                "billable.from",
                "billFrom",
                "must not be before " + delivered,
                billFrom);
        Require.that(
                requireNonNull(entitled, "entitled").signum() >= 0,
                "number.negative",
                "entitled",
                "must not be negative",
                entitled);
        Require.that(
                requireNonNull(billed, "billed").signum() >= 0,
                "number.negative",
                "billed",
                "must not be negative",
                billed);
        Require.that(
                billedOn != null || billed.signum() == 0,
                "billable.billed",
                "billed",
                "must be 0 while it is not billed",
                billed);
        if (!billed.getCurrency().equals(entitled.getCurrency())) {
            throw new CurrencyMismatchException(
                    "billed",
                    entitled.getCurrency().getCurrencyCode(),
                    billed.getCurrency().getCurrencyCode());
        }
        requireNonNull(recordedAt, "recordedAt");
    }

    /** One that is not billed yet. */
    public static BillableItem unbilled(
            String key,
            String customer,
            LocalDate delivered,
            LocalDate billFrom,
            MonetaryAmount entitled,
            Instant recordedAt) {
        Amount amount = Amount.from(entitled);
        return new BillableItem(
                key, customer, delivered, billFrom, amount, null, Amount.zero(amount.getCurrency()), recordedAt);
    }

    /** The same, billed on that day. */
    public BillableItem billed(LocalDate day, MonetaryAmount amount, Instant recorded) {
        return new BillableItem(
                key,
                customer,
                delivered,
                billFrom,
                entitled,
                requireNonNull(day, "day"),
                Amount.from(amount),
                recorded);
    }

    /** The day on which it was billed, if it was by the end of that day. */
    Optional<LocalDate> billedBy(LocalDate day) {
        return billedOn == null || billedOn.isAfter(day) ? Optional.empty() : Optional.of(billedOn);
    }
}
