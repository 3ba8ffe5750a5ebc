package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.SupportingDocument;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;

/**
 * To what a document refers: {@code {"contract": "C-1", "preceding": [{"number": "R-0"}], "supporting": [{"id": "TS-1", "content":
 * "YSxi"}]}}. What is attached is written in Base64.
 */
final class ReferencesJson {
    private ReferencesJson() {}

    /** Without what is wrong. */
    static DocumentReferences read(JsonFields fields) {
        DocumentReferences made = DocumentReferences.none();
        made = fields.changed(made, "project", DocumentReferences::toProject);
        made = fields.changed(made, "contract", DocumentReferences::toContract);
        made = fields.changed(made, "salesOrder", DocumentReferences::toSalesOrder);
        made = fields.changed(made, "receivingAdvice", DocumentReferences::toReceivingAdvice);
        made = fields.changed(made, "deliveryNote", DocumentReferences::toDeliveryNote);
        made = fields.changed(made, "tender", DocumentReferences::toTender);
        made = IdentifierJson.readOptional("object", fields).map(made::toObject).orElse(made);
        made = fields.changed(made, "accounting", DocumentReferences::bookedAt);
        var preceding = new ArrayList<PrecedingInvoice>();
        fields.optionalObjects("preceding")
                .forEach(invoice -> preceding(invoice).ifPresent(preceding::add));
        var supporting = new ArrayList<SupportingDocument>();
        fields.optionalObjects("supporting")
                .forEach(document -> supporting(document).ifPresent(supporting::add));
        return made.toInvoices(preceding).toDocuments(supporting);
    }

    /** {@code {"number": "R-0", "issueDate": "2025-12-31"}}; empty where it is wrong. */
    static Optional<PrecedingInvoice> preceding(JsonFields fields) {
        Optional<LocalDate> date = fields.optionalParsed("issueDate", text -> Dates.parse(text, "issueDate"));
        return fields.parsed("number", InvoiceNumber::of)
                .map(number -> new PrecedingInvoice(number, date.orElse(null)));
    }

    private static Optional<SupportingDocument> supporting(JsonFields fields) {
        Optional<String> id = fields.parsed("id", text -> Require.id(text, "id"));
        Optional<String> description = fields.optionalParsed("description", text -> Require.id(text, "description"));
        Optional<URI> location = fields.optionalParsed("location", ReferencesJson::location);
        Optional<SupportingDocument> made = id.map(name -> description
                .map(text -> SupportingDocument.of(name, text))
                .orElseGet(() -> SupportingDocument.of(name)));
        made = location.isPresent() ? made.map(document -> document.at(location.get())) : made;
        return fields.isGiven("content") || fields.isGiven("mediaType") || fields.isGiven("fileName")
                ? attached(made, fields)
                : made;
    }

    private static Optional<SupportingDocument> attached(Optional<SupportingDocument> document, JsonFields fields) {
        Optional<String> type = fields.parsed("mediaType", text -> Require.id(text, "mediaType"));
        Optional<String> name = fields.parsed("fileName", text -> Require.id(text, "fileName"));
        Optional<byte[]> content = fields.parsed("content", ReferencesJson::content);
        return document.flatMap(made ->
                type.flatMap(media -> name.flatMap(file -> content.map(bytes -> made.attached(media, file, bytes)))));
    }

    private static URI location(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException("document.location", "location", "must be a URI (RFC 2396)", text);
        }
    }

    private static byte[] content(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException("document.content", "content", "must be in Base64", null);
        }
    }
}
