package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.party.Identifier;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * To what a document refers beside the customer's order and reference: {@code
 * DocumentReferences.none().toContract("C-7").toDeliveryNote("DN-12").with(SupportingDocument.of("TS-3", "timesheet"))}.
 */
public final class DocumentReferences implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final DocumentReferences NONE = new DocumentReferences(new Draft());

    private final @Nullable String project;
    private final @Nullable String contract;
    private final @Nullable String salesOrder;
    private final @Nullable String receivingAdvice;
    private final @Nullable String deliveryNote;
    private final @Nullable String tender;
    private final @Nullable Identifier object;
    private final @Nullable String accounting;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<PrecedingInvoice> preceding;

    @SuppressWarnings("serial") // as above
    private final List<SupportingDocument> supporting;

    /** References while one of them is changed; begins with none. */
    private static final class Draft {
        private @Nullable String project;
        private @Nullable String contract;
        private @Nullable String salesOrder;
        private @Nullable String receivingAdvice;
        private @Nullable String deliveryNote;
        private @Nullable String tender;
        private @Nullable Identifier object;
        private @Nullable String accounting;
        private List<PrecedingInvoice> preceding = List.of();
        private List<SupportingDocument> supporting = List.of();
    }

    private DocumentReferences(Draft draft) {
        project = Require.optionalId(draft.project, "project");
        contract = Require.optionalId(draft.contract, "contract");
        salesOrder = Require.optionalId(draft.salesOrder, "salesOrder");
        receivingAdvice = Require.optionalId(draft.receivingAdvice, "receivingAdvice");
        deliveryNote = Require.optionalId(draft.deliveryNote, "deliveryNote");
        tender = Require.optionalId(draft.tender, "tender");
        object = draft.object;
        accounting = Require.optionalId(draft.accounting, "accounting");
        preceding = List.copyOf(draft.preceding);
        supporting = List.copyOf(draft.supporting);
    }

    private DocumentReferences with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.project = project;
        draft.contract = contract;
        draft.salesOrder = salesOrder;
        draft.receivingAdvice = receivingAdvice;
        draft.deliveryNote = deliveryNote;
        draft.tender = tender;
        draft.object = object;
        draft.accounting = accounting;
        draft.preceding = preceding;
        draft.supporting = supporting;
        change.accept(draft);
        return new DocumentReferences(draft);
    }

    /** To nothing. */
    public static DocumentReferences none() {
        return NONE;
    }

    /** The same to a project. */
    public DocumentReferences toProject(String id) {
        requireNonNull(id, "project");
        return with(draft -> draft.project = id);
    }

    /** The same to a contract, by the number that both sides know. */
    public DocumentReferences toContract(String id) {
        requireNonNull(id, "contract");
        return with(draft -> draft.contract = id);
    }

    /** The same to the seller's own order. */
    public DocumentReferences toSalesOrder(String id) {
        requireNonNull(id, "salesOrder");
        return with(draft -> draft.salesOrder = id);
    }

    /** The same to the buyer's note of what arrived. */
    public DocumentReferences toReceivingAdvice(String id) {
        requireNonNull(id, "receivingAdvice");
        return with(draft -> draft.receivingAdvice = id);
    }

    /** The same to a delivery note (despatch advice); further ones are {@linkplain #with(SupportingDocument) documents}. */
    public DocumentReferences toDeliveryNote(String id) {
        requireNonNull(id, "deliveryNote");
        return with(draft -> draft.deliveryNote = id);
    }

    /** The same to a tender or lot. */
    public DocumentReferences toTender(String id) {
        requireNonNull(id, "tender");
        return with(draft -> draft.tender = id);
    }

    /** The same to what is invoiced, such as a meter. */
    public DocumentReferences toObject(Identifier id) {
        requireNonNull(id, "object");
        return with(draft -> draft.object = id);
    }

    /** The same with where the buyer books it. */
    public DocumentReferences bookedAt(String reference) {
        requireNonNull(reference, "accounting");
        return with(draft -> draft.accounting = reference);
    }

    /** The same with one more invoice, such as the one that is corrected. */
    public DocumentReferences with(PrecedingInvoice more) {
        return toInvoices(List.of(requireNonNull(more, "preceding")));
    }

    /** As {@link #with(PrecedingInvoice)}, with several in order. */
    public DocumentReferences toInvoices(List<PrecedingInvoice> more) {
        return with(draft -> {
            draft.preceding = new ArrayList<>(preceding);
            draft.preceding.addAll(more);
        });
    }

    /** The same with one more document that supports it, such as a timesheet. */
    public DocumentReferences with(SupportingDocument more) {
        return toDocuments(List.of(requireNonNull(more, "supporting")));
    }

    /** As {@link #with(SupportingDocument)}, with several in order. */
    public DocumentReferences toDocuments(List<SupportingDocument> more) {
        return with(draft -> {
            draft.supporting = new ArrayList<>(supporting);
            draft.supporting.addAll(more);
        });
    }

    /** To the same, of invoices to that one only, and to no documents: what those support is the invoice. */
    DocumentReferences correcting(PrecedingInvoice invoice) {
        return with(draft -> {
            draft.preceding = List.of(invoice);
            draft.supporting = List.of();
        });
    }

    /** The project (BT-11). */
    public Optional<String> project() {
        return Optional.ofNullable(project);
    }

    /** The contract (BT-12). */
    public Optional<String> contract() {
        return Optional.ofNullable(contract);
    }

    /** The seller's own order (BT-14). */
    public Optional<String> salesOrder() {
        return Optional.ofNullable(salesOrder);
    }

    /** The buyer's note of what arrived (BT-15). */
    public Optional<String> receivingAdvice() {
        return Optional.ofNullable(receivingAdvice);
    }

    /** The delivery note (BT-16, despatch advice). */
    public Optional<String> deliveryNote() {
        return Optional.ofNullable(deliveryNote);
    }

    /** The tender or lot (BT-17). */
    public Optional<String> tender() {
        return Optional.ofNullable(tender);
    }

    /** What is invoiced (BT-18). */
    public Optional<Identifier> object() {
        return Optional.ofNullable(object);
    }

    /** Where the buyer books it (BT-19). */
    public Optional<String> accounting() {
        return Optional.ofNullable(accounting);
    }

    /** The invoices that it refers to, in order (BG-3). */
    public List<PrecedingInvoice> preceding() {
        return preceding;
    }

    /** The documents that support it, in order (BG-24). */
    public List<SupportingDocument> supporting() {
        return supporting;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentReferences that
                && Objects.equals(project, that.project)
                && Objects.equals(contract, that.contract)
                && Objects.equals(salesOrder, that.salesOrder)
                && Objects.equals(receivingAdvice, that.receivingAdvice)
                && Objects.equals(deliveryNote, that.deliveryNote)
                && Objects.equals(tender, that.tender)
                && Objects.equals(object, that.object)
                && Objects.equals(accounting, that.accounting)
                && preceding.equals(that.preceding)
                && supporting.equals(that.supporting);
    }

    @Override
    public int hashCode() {
        return Objects.hash(project, contract, deliveryNote, object, accounting, preceding, supporting);
    }

    /** For example {@code 1 invoices, 2 documents}. */
    @Override
    public String toString() {
        return preceding.size() + " invoices, " + supporting.size() + " documents";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> draft.preceding = new ArrayList<>(preceding));
    }
}
