package io.quittance.ar.receivable;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A debt as it came into being: who owes how much, and until when. What is left of it at a date is an {@link OpenItem}.
 *
 * <p>It is of a {@link ReceivableType}, the principal if nothing else is said, and an item of its own or a component of one: the
 * interest of an instalment is {@code Receivable.of(…).withType(INTEREST).partOf(instalment)}.
 */
public final class Receivable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ReceivableId id;
    private final CustomerId customer;
    private final LocalDate documentDate;
    private final LocalDate dueDate;
    private final Amount amount;
    private final ReceivableType type;
    private final ReceivableId item;
    private final LocalDate itemDueDate;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<String> references;

    private Receivable(
            ReceivableId id,
            CustomerId customer,
            LocalDate documentDate,
            LocalDate dueDate,
            Amount amount,
            ReceivableType type,
            ReceivableId item,
            LocalDate itemDueDate,
            List<String> references) {
        this.id = requireNonNull(id, "id");
        this.customer = requireNonNull(customer, "customer");
        this.documentDate = Dates.inCalendar(documentDate, "documentDate");
        this.dueDate = Dates.inCalendar(dueDate, "dueDate");
        this.amount = MinorUnits.require(amount, "amount");
        this.type = requireNonNull(type, "type");
        this.item = requireNonNull(item, "item");
        this.itemDueDate = Dates.inCalendar(itemDueDate, "itemDueDate");
        this.references = List.copyOf(references);
        this.references.forEach(reference -> Require.id(reference, "reference"));
        Require.that(
                !dueDate.isBefore(documentDate),
                "receivable.due-date",
                "dueDate",
                "must not be before the document date " + documentDate,
                dueDate);
        Require.that(amount.signum() > 0, "receivable.amount", "amount", "must be more than 0", amount);
    }

    /**
     * The receivable of an issued invoice: its number becomes the id, its amount due is what is owed. It is also known by what the
     * payer is asked to write on the payment (BT-83) and by the customer's order (BT-13), where the invoice says them.
     *
     * @throws IllegalArgumentException if nothing is due; see {@link #ifDue}; or it is a credit note, whose amount is owed to the
     *     customer
     */
    public static Receivable of(Invoice invoice) {
        Require.that(
                !invoice.type().isCredit(),
                "receivable.credit-note",
                "invoice",
                "must not be a credit note: what is due on it is owed to the customer",
                invoice.number());
        Receivable receivable = of(
                new ReceivableId(invoice.number().value()),
                invoice.customer(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.amountDue());
        return Stream.of(invoice.paymentInstruction().flatMap(PaymentInstruction::reference), invoice.purchaseOrder())
                .flatMap(Optional::stream)
                .reduce(receivable, Receivable::knownBy, (one, other) -> other);
    }

    /**
     * As {@link #of(Invoice)}, or nothing for an invoice over 0.00, which leaves no debt.
     *
     * @throws IllegalArgumentException if less than 0.00 is due
     */
    public static Optional<Receivable> ifDue(Invoice invoice) {
        return invoice.amountDue().signum() == 0 ? Optional.empty() : Optional.of(of(invoice));
    }

    /**
     * A receivable that the host knows from elsewhere.
     *
     * @param documentDate the date of the document that created the debt
     * @param dueDate the last day on which it is paid on time, not before {@code documentDate}
     * @param amount more than zero, in whole minor units of its currency
     */
    public static Receivable of(
            ReceivableId id, CustomerId customer, LocalDate documentDate, LocalDate dueDate, MonetaryAmount amount) {
        return new Receivable(
                id,
                customer,
                documentDate,
                dueDate,
                Amount.from(amount),
                ReceivableType.PRINCIPAL,
                id,
                dueDate,
                List.of());
    }

    /** The same debt, of another type. */
    public Receivable withType(ReceivableType newType) {
        return new Receivable(id, customer, documentDate, dueDate, amount, newType, item, itemDueDate, references);
    }

    /** The same debt as a component of that one: the interest, fee or penalty of an instalment. */
    public Receivable partOf(Receivable newItem) {
        return partOf(newItem.item, newItem.itemDueDate);
    }

    /**
     * The same debt as a component of an item that need not be a receivable itself. Its due date stays its own; a host that ages
     * components with their item gives both one date.
     *
     * @param newItem the id that all components of the item name
     * @param newItemDueDate when the item is due, the same for all its components; it may be after this debt's own due date
     */
    public Receivable partOf(ReceivableId newItem, LocalDate newItemDueDate) {
        return new Receivable(id, customer, documentDate, dueDate, amount, type, newItem, newItemDueDate, references);
    }

    /**
     * The same receivable, with one more name by which a payer may call it: a {@linkplain io.quittance.core.id.StructuredReference structured
     * reference}, an order, a number that the customer gave. Several receivables may have one reference, such as the invoices of
     * one order.
     *
     * @param reference 1 to 200 characters; one that it has already changes nothing
     */
    public Receivable knownBy(String reference) {
        if (references.contains(requireNonNull(reference, "reference"))) {
            return this;
        }
        var more = new ArrayList<>(references);
        more.add(reference);
        return new Receivable(id, customer, documentDate, dueDate, amount, type, item, itemDueDate, more);
    }

    /** Unique within the ledger. */
    public ReceivableId id() {
        return id;
    }

    /** Who owes it. */
    public CustomerId customer() {
        return customer;
    }

    /** The date of the document that created the debt. */
    public LocalDate documentDate() {
        return documentDate;
    }

    /** The last day on which it is paid on time. */
    public LocalDate dueDate() {
        return dueDate;
    }

    /** What was owed at first; more than zero, in whole minor units. */
    public Amount amount() {
        return amount;
    }

    /** What it is for. */
    public ReceivableType type() {
        return type;
    }

    /** The item of which it is a component: its own id if it is none. */
    public ReceivableId item() {
        return item;
    }

    /** When the item is due of which it is a component: its own due date if it is none. */
    public LocalDate itemDueDate() {
        return itemDueDate;
    }

    /** How else a payer may call it than by its id, each once, in the order in which they were given; empty if there is no such name. */
    public List<String> references() {
        return references;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Receivable that
                && id.equals(that.id)
                && customer.equals(that.customer)
                && documentDate.equals(that.documentDate)
                && dueDate.equals(that.dueDate)
                && amount.equals(that.amount)
                && type == that.type
                && item.equals(that.item)
                && itemDueDate.equals(that.itemDueDate)
                && references.equals(that.references);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, customer, documentDate, dueDate, amount);
    }

    @Override
    public String toString() {
        String kind = type == ReceivableType.PRINCIPAL ? "" : ", " + type;
        return "receivable " + id + ": " + amount + " due " + dueDate + kind + (item.equals(id) ? "" : " of " + item);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Receivable(id, customer, documentDate, dueDate, amount, type, item, itemDueDate, references);
    }
}
