package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks of invoices: references that must stand on them, how many documents there are, from which amount on, and
 * how they are sent. {@code none().withPurchaseOrder("PO-4711").withMinimum("25")} puts PO-4711 on each invoice and lets one of
 * 24.99 wait.
 */
public final class InvoicingRequirements implements Serializable {
    /** What stands on one invoice. */
    public enum Grouping {
        /** All of the contract. */
        CONTRACT,
        /** The charges of one group, by its name. */
        CHARGE_GROUP,
        /** The charges of one order reference. */
        ORDER_REFERENCE
    }

    /** Where what is given back stands. */
    public enum Credits {
        /** On the invoice, between the other lines. */
        TOGETHER,
        /** On a credit note of its own. */
        APART
    }

    /** How documents are sent. */
    public enum Channel {
        /** By electronic mail. */
        EMAIL,
        /** On paper. */
        POST,
        /** Through the Peppol network. */
        PEPPOL,
        /** Put into a portal, of the customer or the host. */
        PORTAL,
        /** By an interface between the two systems. */
        EDI
    }

    private static final long serialVersionUID = 1L;
    private static final InvoicingRequirements NONE = new InvoicingRequirements(new Draft());

    private final @Nullable String purchaseOrder;
    private final @Nullable String buyerReference;
    private final Grouping grouping;
    private final Credits credits;
    private final BigDecimal minimum;
    private final @Nullable Channel channel;
    private final @Nullable Masked<String> address;
    private final @Nullable String format;

    /** Requirements while one of them is changed; begins with none. */
    private static final class Draft {
        private @Nullable String purchaseOrder;
        private @Nullable String buyerReference;
        private Grouping grouping = Grouping.CONTRACT;
        private Credits credits = Credits.TOGETHER;
        private BigDecimal minimum = BigDecimal.ZERO;
        private @Nullable Channel channel;
        private @Nullable Masked<String> address;
        private @Nullable String format;
    }

    private InvoicingRequirements(Draft draft) {
        purchaseOrder = Require.optionalId(draft.purchaseOrder, "purchaseOrder");
        buyerReference = Require.optionalId(draft.buyerReference, "buyerReference");
        grouping = requireNonNull(draft.grouping, "grouping");
        credits = requireNonNull(draft.credits, "credits");
        minimum = Require.plain(Require.notNegative(draft.minimum, "minimum"));
        channel = draft.channel;
        address = draft.address;
        if (address != null) {
            Require.hiddenId(address.reveal(), "address");
        }
        Require.that(
                address == null || channel != null,
                "invoicing.channel",
                "channel",
                "must be given with a delivery address",
                null);
        format = Require.optionalId(draft.format, "format");
    }

    private Draft draft() {
        var draft = new Draft();
        draft.purchaseOrder = purchaseOrder;
        draft.buyerReference = buyerReference;
        draft.grouping = grouping;
        draft.credits = credits;
        draft.minimum = minimum;
        draft.channel = channel;
        draft.address = address;
        draft.format = format;
        return draft;
    }

    private InvoicingRequirements with(Consumer<Draft> change) {
        Draft draft = draft();
        change.accept(draft);
        return new InvoicingRequirements(draft);
    }

    /** Nothing is asked: one invoice for the contract, credits on it, of any amount. */
    public static InvoicingRequirements none() {
        return NONE;
    }

    /** The same with the number of the customer's purchase order (EN 16931, BT-13). */
    public InvoicingRequirements withPurchaseOrder(String number) {
        requireNonNull(number, "purchaseOrder");
        return with(draft -> draft.purchaseOrder = number);
    }

    /** The same with the customer's own reference, in Germany the Leitweg-ID (EN 16931, BT-10). */
    public InvoicingRequirements withBuyerReference(String reference) {
        requireNonNull(reference, "buyerReference");
        return with(draft -> draft.buyerReference = reference);
    }

    /** The same with other charges on one invoice. */
    public InvoicingRequirements groupedBy(Grouping newGrouping) {
        return with(draft -> draft.grouping = newGrouping);
    }

    /** The same with credits in another place. */
    public InvoicingRequirements withCredits(Credits place) {
        return with(draft -> draft.credits = place);
    }

    /**
     * The same, where an invoice of less waits, see {@link #waits}.
     *
     * @param amount in the currency of the contract, zero or more
     */
    public InvoicingRequirements withMinimum(BigDecimal amount) {
        return with(draft -> draft.minimum = amount);
    }

    /** As {@link #withMinimum(BigDecimal)}, from text. */
    public InvoicingRequirements withMinimum(String amount) {
        return withMinimum(Require.decimal(amount, "minimum"));
    }

    /** The same, sent in another way, to where the host knows. */
    public InvoicingRequirements deliveredBy(Channel newChannel) {
        requireNonNull(newChannel, "channel");
        return with(draft -> {
            draft.channel = newChannel;
            draft.address = null;
        });
    }

    /**
     * The same, sent in another way, to an address.
     *
     * @param address an id by which the host knows the address, 1 to 200 characters; it is never shown
     */
    public InvoicingRequirements deliveredBy(Channel newChannel, String address) {
        requireNonNull(newChannel, "channel");
        Masked<String> masked = Masked.of(requireNonNull(address, "address"));
        return with(draft -> {
            draft.channel = newChannel;
            draft.address = masked;
        });
    }

    /** The same in another format, by a name that the host knows, such as {@code UBL} or {@code PDF}. */
    public InvoicingRequirements withFormat(String name) {
        requireNonNull(name, "format");
        return with(draft -> draft.format = name);
    }

    /** The number of the customer's purchase order, if it must stand on invoices. */
    public Optional<String> purchaseOrder() {
        return Optional.ofNullable(purchaseOrder);
    }

    /** The customer's own reference, if it must stand on invoices. */
    public Optional<String> buyerReference() {
        return Optional.ofNullable(buyerReference);
    }

    /** What stands on one invoice. */
    public Grouping grouping() {
        return grouping;
    }

    /** Where what is given back stands. */
    public Credits credits() {
        return credits;
    }

    /** The amount below which an invoice waits, in the currency of the contract; zero where none does. */
    public BigDecimal minimum() {
        return minimum;
    }

    /** How documents are sent, if it is agreed. */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    /** The id of the address to which they are sent, if it is agreed. */
    public Optional<Masked<String>> address() {
        return Optional.ofNullable(address);
    }

    /** The format of documents, if it is agreed. */
    public Optional<String> format() {
        return Optional.ofNullable(format);
    }

    /**
     * Whether a document of that total waits for more: with a minimum of 25, one of 24.99 does and one of 25.00 does not, and
     * neither does one of 0.00 where there is no minimum. A credit, whose total is negative, never waits: it is the customer's
     * money. The last document of a contract must not be asked for, since nothing comes after it.
     *
     * @param total of the document, in the currency of the contract
     */
    public boolean waits(MonetaryAmount total) {
        BigDecimal number = Amount.from(total).toBigDecimal();
        return number.signum() >= 0 && number.compareTo(minimum) < 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoicingRequirements that
                && Objects.equals(purchaseOrder, that.purchaseOrder)
                && Objects.equals(buyerReference, that.buyerReference)
                && grouping == that.grouping
                && credits == that.credits
                && minimum.equals(that.minimum)
                && channel == that.channel
                && Objects.equals(address, that.address)
                && Objects.equals(format, that.format);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                purchaseOrder,
                buyerReference,
                grouping.name(),
                credits.name(),
                minimum,
                channel == null ? "" : channel.name(),
                address,
                format);
    }

    /** For example {@code by CONTRACT, credits TOGETHER, purchase order PO-4711, at least 25, EMAIL to ***, UBL}. */
    @Override
    public String toString() {
        var parts = new ArrayList<>(List.of("by " + grouping, "credits " + credits));
        purchaseOrder().ifPresent(number -> parts.add("purchase order " + number));
        buyerReference().ifPresent(reference -> parts.add("buyer reference " + reference));
        if (minimum.signum() > 0) {
            parts.add("at least " + minimum.toPlainString());
        }
        channel().ifPresent(by -> parts.add(by + (address == null ? "" : " to " + address)));
        format().ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new InvoicingRequirements(draft());
    }
}
