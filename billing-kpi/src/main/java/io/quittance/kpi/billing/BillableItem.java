package io.quittance.kpi.billing;

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
import java.util.Comparator;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Something delivered that shall be billed, such as the usage of a month, and what was billed of it so far, at once or in parts. It is recorded again, with the same key, when it is billed. Entitled to
 * 100.00 and billed 90.00, 10.00 leak.
 *
 * @param key names it
 * @param customer who pays for it
 * @param delivered when it was delivered
 * @param billFrom the cut-off: from this day on it can be billed; before it was delivered where it is billed in advance
 * @param entitled what may be billed for it, by contract and usage, a minimum included; 0 or more
 * @param billings what was billed of it on which days, in order; more than entitled too
 * @param recordedAt when this state of it was recorded
 */
public record BillableItem(
        String key,
        String customer,
        LocalDate delivered,
        LocalDate billFrom,
        Amount entitled,
        List<Billing> billings,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /**
     * What was billed of it on one day.
     *
     * @param day when
     * @param amount how much; negative where some of it was given back
     */
    public record Billing(LocalDate day, Amount amount) implements Serializable {
        /** Checks the day. */
        public Billing {
            Dates.inCalendar(day, "day");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * Checks that it can be, and puts the billings in order.
     *
     * @throws CurrencyMismatchException if it is billed in another currency
     */
    public BillableItem {
        Require.id(key, "key");
        Require.id(customer, "customer");
        Dates.inCalendar(delivered, "delivered");
        Dates.inCalendar(billFrom, "billFrom");
        Require.that(
                requireNonNull(entitled, "entitled").signum() >= 0,
                "number.negative",
                "entitled",
                "must not be negative",
                entitled);
        billings = requireNonNull(billings, "billings").stream()
                .sorted(Comparator.comparing(Billing::day).thenComparing(Billing::amount))
                .toList();
        Amount billed = Amount.zero(entitled.getCurrency());
        for (Billing billing : billings) {
            if (!billing.amount().getCurrency().equals(entitled.getCurrency())) {
                throw new CurrencyMismatchException(
                        "billings",
                        entitled.getCurrency().getCurrencyCode(),
                        billing.amount().getCurrency().getCurrencyCode());
            }
            billed = billed.add(billing.amount());
        }
        Require.that(
                billed.signum() >= 0, "billable.billed", "billings", "must not come to less than 0 together", billed);
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** One that is not billed yet. */
    public static BillableItem unbilled(
            String key,
            String customer,
            LocalDate delivered,
            LocalDate billFrom,
            MonetaryAmount entitled,
            Instant recordedAt) {
        return new BillableItem(key, customer, delivered, billFrom, Amount.from(entitled), List.of(), recordedAt);
    }

    /** The same with so much more of it billed on that day: 90.00 in January and 10.00 in February are 100.00, and stay 90.00 for January. */
    public BillableItem billed(LocalDate day, MonetaryAmount amount, Instant recorded) {
        var more = new ArrayList<>(billings);
        more.add(new Billing(requireNonNull(day, "day"), Amount.from(amount)));
        return new BillableItem(key, customer, delivered, billFrom, entitled, more, recorded);
    }

    /** What was billed of it in all. */
    public Amount billed() {
        return billedBy(LocalDate.MAX);
    }

    /** What was billed of it by the end of that day. */
    public Amount billedBy(LocalDate day) {
        return billings.stream()
                .filter(billing -> !billing.day().isAfter(day))
                .map(Billing::amount)
                .reduce(Amount.zero(entitled.getCurrency()), Amount::add);
    }

    /** The last day on which some of it was billed; null if nothing was. */
    public @Nullable LocalDate billedOn() {
        return billings.isEmpty() ? null : billings.get(billings.size() - 1).day();
    }
}
