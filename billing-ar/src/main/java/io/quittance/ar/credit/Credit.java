package io.quittance.ar.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a credit note gives: an amount that settles debts as money does, by the same strategies, or is paid out. The mirror of a
 * {@link io.quittance.ar.receivable.Receivable}.
 *
 * <p>A note CN-1 over 40.00 that credits the invoice 2026-17 settles 40.00 of it with {@code
 * Allocation.of(credit.asPayment(), items, new AsRemitted().then(new OldestDueFirst()))}.
 */
public final class Credit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PaymentId id;
    private final CustomerId customer;
    private final LocalDate documentDate;
    private final Amount amount;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<ReceivableId> credited;

    private Credit(
            PaymentId id, CustomerId customer, LocalDate documentDate, Amount amount, List<ReceivableId> credited) {
        this.id = requireNonNull(id, "id");
        this.customer = requireNonNull(customer, "customer");
        this.documentDate = Dates.inCalendar(documentDate, "documentDate");
        this.amount = MinorUnits.require(amount, "amount");
        Require.that(amount.signum() > 0, "credit.amount", "amount", "must be more than 0", amount);
        this.credited = List.copyOf(credited);
        for (int i = 0; i < this.credited.size(); i++) {
            Require.that(
                    this.credited.indexOf(this.credited.get(i)) == i,
                    "credit.credited-twice",
                    "credited[" + i + "]",
                    "must not repeat",
                    this.credited.get(i));
        }
    }

    /**
     * The credit of an issued credit note: its number becomes the id, its amount due is what is given, and it credits the
     * invoices to which it refers (EN 16931, BG-3).
     *
     * @throws IllegalArgumentException if the document is no credit note, or nothing is due on it; see {@link #ifDue}
     */
    public static Credit of(Invoice creditNote) {
        Require.that(
                creditNote.type().isCredit(),
                "credit.invoice",
                "creditNote",
                "must be a credit note: what is due on it is owed to the customer",
                creditNote.number());
        return new Credit(
                new PaymentId(creditNote.number().value()),
                creditNote.customer(),
                creditNote.issueDate(),
                creditNote.amountDue(),
                creditNote.draft().references().preceding().stream()
                        .map(PrecedingInvoice::number)
                        .map(number -> new ReceivableId(number.value()))
                        .distinct()
                        .toList());
    }

    /**
     * As {@link #of(Invoice)}, or nothing for a credit note over 0.00.
     *
     * @throws IllegalArgumentException if the document is no credit note, or less than 0.00 is due on it
     */
    public static Optional<Credit> ifDue(Invoice creditNote) {
        return creditNote.type().isCredit() && creditNote.amountDue().signum() == 0
                ? Optional.empty()
                : Optional.of(of(creditNote));
    }

    /**
     * A credit that the host knows from elsewhere.
     *
     * @param id unique among the payments and credits of the ledger
     * @param documentDate the date of the document that gave it
     * @param amount more than zero, in whole minor units of its currency
     */
    public static Credit of(PaymentId id, CustomerId customer, LocalDate documentDate, MonetaryAmount amount) {
        return new Credit(id, customer, documentDate, Amount.from(amount), List.of());
    }

    /** The same credit, of one more receivable after those that it credits. */
    public Credit crediting(ReceivableId receivable) {
        var more = new ArrayList<>(credited);
        more.add(requireNonNull(receivable, "receivable"));
        return new Credit(id, customer, documentDate, amount, more);
    }

    /** Unique among the payments and credits of the ledger. */
    public PaymentId id() {
        return id;
    }

    /** To whom it is owed. */
    public CustomerId customer() {
        return customer;
    }

    /** The date of the document that gave it; from then on it can settle debts. */
    public LocalDate documentDate() {
        return documentDate;
    }

    /** How much it gives; more than zero, in whole minor units. */
    public Amount amount() {
        return amount;
    }

    /** Which receivables it corrects, in the order of the document; empty if it does not say so. */
    public List<ReceivableId> credited() {
        return credited;
    }

    /**
     * The same as a payment on the document's date that names what it credits, so that every strategy can allocate it. It {@linkplain
     * Payment#isCredit is a credit} and not money: it earns no discount for paying early, and is posted as {@link
     * io.quittance.ar.ledger.CreditPosted}.
     */
    public Payment asPayment() {
        Payment payment = Payment.of(id, customer, documentDate, amount).asCredit();
        for (ReceivableId receivable : credited) {
            payment = payment.naming(receivable);
        }
        return payment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credit that
                && id.equals(that.id)
                && customer.equals(that.customer)
                && documentDate.equals(that.documentDate)
                && amount.equals(that.amount)
                && credited.equals(that.credited);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, customer, documentDate, amount);
    }

    @Override
    public String toString() {
        return "credit " + id + ": " + amount + " of " + documentDate;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Credit(id, customer, documentDate, amount, credited);
    }
}
