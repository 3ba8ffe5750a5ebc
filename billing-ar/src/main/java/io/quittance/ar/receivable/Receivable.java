package io.quittance.ar.receivable;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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

    private Receivable(
            ReceivableId id,
            CustomerId customer,
            LocalDate documentDate,
            LocalDate dueDate,
            Amount amount,
            ReceivableType type,
            ReceivableId item,
            LocalDate itemDueDate) {
        this.id = requireNonNull(id, "id");
        this.customer = requireNonNull(customer, "customer");
        this.documentDate = Dates.inCalendar(documentDate, "documentDate");
        this.dueDate = Dates.inCalendar(dueDate, "dueDate");
        this.amount = MinorUnits.require(amount, "amount");
        this.type = requireNonNull(type, "type");
        this.item = requireNonNull(item, "item");
        this.itemDueDate = Dates.inCalendar(itemDueDate, "itemDueDate");
        Require.that(
                !dueDate.isBefore(documentDate),
                "receivable.due-date",
                "dueDate",
                "must not be before the document date " + documentDate,
                dueDate);
        Require.that(amount.signum() > 0, "receivable.amount", "amount", "must be more than 0", amount);
    }

    /**
     * The receivable of an issued invoice: its number becomes the id, its amount due is what is owed.
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
        return of(
                new ReceivableId(invoice.number().value()),
                invoice.customer(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.amountDue());
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
                id, customer, documentDate, dueDate, Amount.from(amount), ReceivableType.PRINCIPAL, id, dueDate);
    }

    /** The same debt, of another type. */
    public Receivable withType(ReceivableType newType) {
        return new Receivable(id, customer, documentDate, dueDate, amount, newType, item, itemDueDate);
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
        return new Receivable(id, customer, documentDate, dueDate, amount, type, newItem, newItemDueDate);
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
                && itemDueDate.equals(that.itemDueDate);
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
        return new Receivable(id, customer, documentDate, dueDate, amount, type, item, itemDueDate);
    }
}
