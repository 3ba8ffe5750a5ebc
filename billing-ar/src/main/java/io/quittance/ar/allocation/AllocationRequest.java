package io.quittance.ar.allocation;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy may look at: the money, the day, what the payer said, and the items it may settle. The items are those of the
 * payer and of the payment's currency, each once, {@linkplain OpenItem#BY_DUE_DATE by due date}, so that the order in which
 * a host reads its tables cannot change a proposal.
 *
 * <p>The day is the value date of the payment, and a later one where money that stood on account is {@linkplain #on allocated later}:
 * 100.00 of 1 March that are allocated on 20 March find what is due on 10 March past due, and not in advance.
 */
public final class AllocationRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Payment payment;
    private final Amount available;
    private final LocalDate date;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<OpenItem> items;

    private AllocationRequest(Payment payment, Amount available, LocalDate date, List<OpenItem> items) {
        this.payment = payment;
        this.available = available;
        this.date = date;
        this.items = items;
    }

    /** All of the payment's money, and of these items the ones that it may settle. */
    public static AllocationRequest of(Payment payment, Collection<OpenItem> items) {
        return of(payment, payment.amount(), items);
    }

    /** What is left of a payment or a credit, and of these items the ones that it may settle. */
    public static AllocationRequest of(UnappliedPayment unapplied, Collection<OpenItem> items) {
        return of(unapplied.payment(), unapplied.left(), items);
    }

    /**
     * What is left of the payment's money, and of these items the ones that it may settle.
     *
     * @param available zero or more, at most the payment's amount, in whole minor units
     * @throws IllegalArgumentException if two items have one id
     */
    public static AllocationRequest of(Payment payment, MonetaryAmount available, Collection<OpenItem> items) {
        return of(payment, available, payment.valueDate(), items);
    }

    private static AllocationRequest of(
            Payment payment, MonetaryAmount available, LocalDate date, Collection<OpenItem> items) {
        String currency = payment.amount().getCurrency().getCurrencyCode();
        Amount money = MinorUnits.require(available, "available");
        requireCurrency(money, currency);
        Require.that(
                money.signum() >= 0 && money.isLessThanOrEqualTo(payment.amount()),
                "allocation.available",
                "available",
                "must be 0 or more and at most " + payment.amount(),
                money);
        var eligible = new ArrayList<OpenItem>();
        var ids = new HashSet<ReceivableId>();
        for (OpenItem item : items) {
            if (item.customer().equals(payment.customer())
                    && item.open().getCurrency().getCurrencyCode().equals(currency)) {
                Require.that(ids.add(item.id()), "allocation.item-twice", "items", "must have unique ids", item.id());
                eligible.add(item);
            }
        }
        eligible.sort(OpenItem.BY_DUE_DATE);
        return new AllocationRequest(payment, money, requireDate(payment, date), List.copyOf(eligible));
    }

    private static LocalDate requireDate(Payment payment, LocalDate date) {
        Require.that(
                !Dates.inCalendar(date, "date").isBefore(payment.valueDate()),
                "allocation.date",
                "date",
                "must not be before the value date, " + payment.valueDate(),
                date);
        return date;
    }

    /**
     * The same question on another day, where money on account is allocated later than it arrived.
     *
     * @param newDate not before the value date of the payment
     */
    public AllocationRequest on(LocalDate newDate) {
        return new AllocationRequest(payment, available, requireDate(payment, newDate), items);
    }

    /**
     * The same question about another part of the money and other items, for strategies that ask others: the payment, the day and what
     * the payer said stay.
     *
     * @param newAvailable zero or more, at most the payment's amount, in whole minor units
     * @throws IllegalArgumentException if two items have one id
     */
    public AllocationRequest with(MonetaryAmount newAvailable, Collection<OpenItem> newItems) {
        return of(payment, newAvailable, date, newItems);
    }

    private static void requireCurrency(Amount available, String currency) {
        String given = available.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("available", currency, given);
        }
    }

    /** The payment whose money is allocated. */
    public Payment payment() {
        return payment;
    }

    /** How much of it may be allocated; zero or more. */
    public Amount available() {
        return available;
    }

    /** The day of the allocation: the value date of the payment, or a later one. */
    public LocalDate date() {
        return date;
    }

    /** Whether what is allocated is a credit, and no money. */
    public boolean isCredit() {
        return payment.isCredit();
    }

    /** What the payer said the money is for. */
    public List<Remittance> remittances() {
        return payment.remittances();
    }

    /** The items that may be settled, by due date. */
    public List<OpenItem> items() {
        return items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllocationRequest that
                && payment.equals(that.payment)
                && available.equals(that.available)
                && date.equals(that.date)
                && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return Objects.hash(payment, available, date, items);
    }

    @Override
    public String toString() {
        String naming = remittances().isEmpty() ? "" : ", naming " + remittances();
        String later = date.equals(payment.valueDate()) ? "" : ", allocated on " + date;
        return available + " of " + payment + later + naming + ", items " + items;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(payment, available, date, items);
    }
}
