package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;

/**
 * What is open of debts is owed by others instead, from a day on: the instalments of a payment plan. 300.00 of an invoice become three
 * debts of 100.00 that are due later, beside which 4.50 of interest may be owed for the time. Nothing is paid by it and nothing but what is
 * charged is new. {@code io.quittance.ar.plan} makes it of a plan.
 *
 * @param customer whose debts
 * @param moved what of which debt is owed no longer as it was, each debt once; at most what is open and not contested of it on that day and
 *     on every later one
 * @param owed the debts that owe it instead: together what is moved, of each {@link ReceivableType} as much as before
 * @param charges what is owed beside it for the plan, such as its interest: no principal, of that day, with what it stands at in the books;
 *     empty if there is none
 * @param explanation by which rule
 * @param effectiveDate from when; not before the document date of any debt that is moved or that owes it
 */
@SuppressWarnings("serial") // copies made by List.copyOf, which are serialisable
public record DebtRescheduled(
        CustomerId customer,
        List<Moved> moved,
        List<Receivable> owed,
        List<ReceivablePosted> charges,
        Explanation explanation,
        LocalDate effectiveDate)
        implements LedgerFact {

    /**
     * A part of a debt.
     *
     * @param item which debt
     * @param amount of it, more than zero, in whole minor units
     */
    public record Moved(ReceivableId item, Amount amount) implements Serializable {
        /** Checks the amount. */
        public Moved {
            requireNonNull(item, "item");
            MinorUnits.require(requireNonNull(amount, "amount"), "amount");
            Require.that(amount.signum() > 0, "ledger.amount", "amount", "must be more than 0", amount);
        }

        /** A part of an amount of any implementation. */
        public static Moved of(ReceivableId item, MonetaryAmount amount) {
            return new Moved(item, Amount.from(amount));
        }
    }

    /** Copies the lists and checks that they are of one customer, one currency and add up. */
    public DebtRescheduled {
        requireNonNull(customer, "customer");
        moved = List.copyOf(Require.notEmpty(moved, "moved"));
        owed = List.copyOf(Require.notEmpty(owed, "owed"));
        charges = List.copyOf(charges);
        requireNonNull(explanation, "explanation");
        Dates.inCalendar(effectiveDate, "effectiveDate");
        var ids = new HashSet<ReceivableId>();
        Amount before = Amount.zero(moved.get(0).amount().getCurrency());
        for (int i = 0; i < moved.size(); i++) {
            MinorUnits.require(moved.get(i).amount(), before.getCurrency(), "moved[" + i + "].amount");
            before = before.add(moved.get(i).amount());
            requireOnce(ids, moved.get(i).item(), "moved[" + i + "].item");
        }
        Amount after = Amount.zero(before.getCurrency());
        for (int i = 0; i < owed.size(); i++) {
            Receivable debt = owed.get(i);
            String at = "owed[" + i + "].";
            requireOf(customer, debt, at);
            requireOnce(ids, debt.id(), at + "id");
            after = after.add(MinorUnits.require(debt.amount(), before.getCurrency(), at + "amount"));
            Require.that(
                    !debt.documentDate().isAfter(effectiveDate),
                    "reschedule.document-date",
                    at + "documentDate",
                    "must not be after " + effectiveDate,
                    debt.documentDate());
        }
        Require.that(
                after.equals(before), "reschedule.sum", "owed", "must add up to " + before + ", which is moved", after);
        for (int i = 0; i < charges.size(); i++) {
            Receivable debt = charges.get(i).receivable();
            String at = "charges[" + i + "].receivable.";
            requireOf(customer, debt, at);
            requireOnce(ids, debt.id(), at + "id");
            MinorUnits.require(debt.amount(), before.getCurrency(), at + "amount");
            requireCharge(debt, effectiveDate, at);
        }
    }

    private static void requireOf(CustomerId customer, Receivable debt, String at) {
        Require.that(
                debt.customer().equals(customer),
                "reschedule.customer",
                at + "customer",
                "must be " + customer,
                debt.customer());
    }

    private static void requireOnce(Set<ReceivableId> ids, ReceivableId id, String argument) {
        Require.that(ids.add(id), "reschedule.item-twice", argument, "must not repeat", id);
    }

    private static void requireCharge(Receivable debt, LocalDate day, String at) {
        Require.that(
                debt.type() != ReceivableType.PRINCIPAL,
                "reschedule.charge",
                at + "type",
                "must be interest, fee or penalty, as principal is moved and not charged",
                debt.type());
        Require.that(
                debt.documentDate().equals(day),
                "reschedule.document-date",
                at + "documentDate",
                "must be " + day,
                debt.documentDate());
    }

    /** The same, of which it is known by which rate the charges stand in the books: 4.50 EUR at 1.10 USD for a euro are 4.95 USD. */
    public DebtRescheduled bookedBy(StoredRate rate) {
        return new DebtRescheduled(
                customer,
                moved,
                owed,
                charges.stream()
                        .map(charge -> ReceivablePosted.of(
                                charge.receivable(),
                                rate.convert(charge.receivable().amount())))
                        .toList(),
                explanation,
                effectiveDate);
    }

    /** What is moved in all. */
    public Amount amount() {
        return moved.stream().map(Moved::amount).reduce(Amount::add).orElseThrow();
    }

    /** All debts that there are by it: those that owe what is moved, then the charges. */
    public List<Receivable> debts() {
        return Stream.concat(owed.stream(), charges.stream().map(ReceivablePosted::receivable))
                .toList();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.rescheduled(this);
    }
}
