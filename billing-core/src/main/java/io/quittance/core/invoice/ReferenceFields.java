package io.quittance.core.invoice;

import java.util.Base64;

/** The fields of what a document refers to. */
final class ReferenceFields {
    private ReferenceFields() {}

    static void write(DocumentReferences references, FieldSink fields) {
        references.project().ifPresent(id -> fields.text("project", id));
        references.contract().ifPresent(id -> fields.text("contract", id));
        references.salesOrder().ifPresent(id -> fields.text("salesOrder", id));
        references.receivingAdvice().ifPresent(id -> fields.text("receivingAdvice", id));
        references.deliveryNote().ifPresent(id -> fields.text("deliveryNote", id));
        references.tender().ifPresent(id -> fields.text("tender", id));
        references.object().ifPresent(id -> fields.object("object", out -> PartyFields.write(id, out)));
        references.accounting().ifPresent(reference -> fields.text("accounting", reference));
        if (!references.preceding().isEmpty()) {
            fields.objects("preceding", references.preceding(), ReferenceFields::write);
        }
        if (!references.supporting().isEmpty()) {
            fields.objects("supporting", references.supporting(), ReferenceFields::write);
        }
    }

    static void write(PrecedingInvoice invoice, FieldSink fields) {
        fields.text("number", invoice.number().value());
        invoice.issueDate().ifPresent(day -> fields.text("issueDate", day.toString()));
    }

    private static void write(SupportingDocument document, FieldSink fields) {
        fields.text("id", document.id());
        document.description().ifPresent(text -> fields.text("description", text));
        document.location().ifPresent(place -> fields.text("location", place.toString()));
        document.mediaType().ifPresent(type -> fields.text("mediaType", type));
        document.fileName().ifPresent(name -> fields.text("fileName", name));
        document.content()
                .ifPresent(content -> fields.text("content", Base64.getEncoder().encodeToString(content)));
    }
}
