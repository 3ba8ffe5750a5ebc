package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a customer pays, as far as a {@link RiskClasses risk class} goes by it. Money counts by the day on which it settled a debt, and is late by its value date
 * against the due date; what was undone or came back does not count.
 *
 * @param customer who pays
 * @param period the days that are looked at
 * @param settled money that settled debts within the period, 0 or more
 * @param late what of it came after the due date, at most all of it
 * @param amountDays the sum of amount × days late of it, early money with 0 days: in units of the currency times days
 * @param returned how many payments came back within the period
 * @param brokenPromises how many promises to pay were not kept within the period, which the ledger does not know
 * @param writtenOff what was given up of its debts within the period
 * @param overdue what is open past its due date at the end of the last day and not contested
 * @param oldestOverdueDays how many days the oldest of that is past its due date; 0 if nothing is
 */
public record PaymentBehavior(
        CustomerId customer,
        ServicePeriod period,
        Amount settled,
        Amount late,
        Fraction amountDays,
        int returned,
        int brokenPromises,
        Amount writtenOff,
        Amount overdue,
        long oldestOverdueDays)
        implements Serializable {
    /** Checks the parts. */
    public PaymentBehavior {
        requireNonNull(customer, "customer");
        requireNonNull(period, "period");
        requireNonNull(settled, "settled");
        requireNonNull(amountDays, "amountDays");
        String currency = settled.getCurrency().getCurrencyCode();
        notNegative(settled, currency, "settled");
        notNegative(late, currency, "late");
        notNegative(writtenOff, currency, "writtenOff");
        notNegative(overdue, currency, "overdue");
        Require.that(late.isLessThanOrEqualTo(settled), "behavior.late", "late", "must be at most " + settled, late);
        Require.that(
                amountDays.signum() == late.signum(),
                "behavior.days",
                "amountDays",
                "must be more than 0 if and only if something is late",
                amountDays);
        Require.that(returned >= 0, "behavior.count", "returned", "must be 0 or more", returned);
        Require.that(brokenPromises >= 0, "behavior.count", "brokenPromises", "must be 0 or more", brokenPromises);
        Require.that(
                oldestOverdueDays > 0 == overdue.signum() > 0 && oldestOverdueDays >= 0,
                "behavior.days",
                "oldestOverdueDays",
                "must be more than 0 if and only if something is overdue",
                oldestOverdueDays);
    }

    private static void notNegative(Amount amount, String currency, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, given);
        }
        Require.that(amount.signum() >= 0, "behavior.amount", argument, "must be 0 or more", amount);
    }

    /**
     * What a ledger knows of it.
     *
     * @param period the days that are looked at; what is overdue is that of the end of its last day
     * @param knownAt what was recorded by then
     * @throws IllegalArgumentException if the ledger goes on from a snapshot
     */
    public static PaymentBehavior of(CustomerLedger ledger, ServicePeriod period, Instant knownAt) {
        LocalDate last = period.lastDay();
        AsOf asOf = AsOf.of(last, knownAt);
        var counted = new PaymentCounting(ledger.currency(), period);
        ledger.steps(asOf).forEach(counted::read);
        AccountView account = ledger.asOf(asOf);
        List<OpenItem> overdue = account.openItems().stream()
                .filter(item -> item.daysPastDue(last) > 0 && item.undisputed().signum() > 0)
                .toList();
        return new PaymentBehavior(
                ledger.customer(),
                period,
                counted.settled,
                counted.late,
                counted.amountDays,
                counted.returned,
                0,
                counted.writtenOff,
                overdue.stream().map(OpenItem::undisputed).reduce(Amount.zero(ledger.currency()), Amount::add),
                overdue.stream().mapToLong(item -> item.daysPastDue(last)).max().orElse(0));
    }

    /** The same with promises to pay that were not kept. */
    public PaymentBehavior withBrokenPromises(int count) {
        return new PaymentBehavior(
                customer, period, settled, late, amountDays, returned, count, writtenOff, overdue, oldestOverdueDays);
    }

    /** Days beyond terms, weighted by amount, early money with 0 days (kpi.md, {@code dbt}, clamped); empty if nothing was settled. */
    public Optional<Fraction> daysBeyondTerms() {
        return settled.signum() == 0
                ? Optional.empty()
                : Optional.of(amountDays.dividedBy(Fraction.of(settled.toBigDecimal())));
    }

    /** The share of money that came late, from 0 to 100 %; empty if nothing was settled. */
    public Optional<Fraction> latePercent() {
        return settled.signum() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(late.toBigDecimal())
                        .times(Fraction.of(100))
                        .dividedBy(Fraction.of(settled.toBigDecimal())));
    }
}
