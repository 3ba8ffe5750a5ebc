package io.quittance.json;

import io.quittance.core.audit.AuditedDocument;
import io.quittance.core.audit.AuditedLine;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.usage.UsageEvent;
import java.util.List;

/** A document of a bundle, with what it rests on. */
final class AuditedDocumentJson {
    private AuditedDocumentJson() {}

    static void write(AuditedDocument audited, JsonObject object) {
        object.text("seller", audited.document().series().seller().value())
                .text("series", audited.document().series().name());
        audited.document().hash().ifPresent(hash -> object.text("storedHash", hash));
        object.objects("events", audited.document().life().events(), AuditedDocumentJson::write)
                .object(
                        "invoice",
                        invoice -> InvoiceJson.write(audited.document().invoice(), invoice))
                .objects("lines", audited.lines(), AuditedDocumentJson::write)
                .texts("corrects", values(audited.corrects()))
                .texts("correctedBy", values(audited.correctedBy()))
                .objects("violations", audited.violations(), AuditedDocumentJson::write);
    }

    private static List<String> values(List<InvoiceNumber> numbers) {
        return numbers.stream().map(InvoiceNumber::value).toList();
    }

    private static void write(DocumentEvent event, JsonObject object) {
        object.text("key", event.key())
                .text("stage", Words.of(event.stage()))
                .text("at", event.at().toString());
        event.origin().actor().ifPresent(actor -> object.text("actor", actor.value()));
    }

    private static void write(AuditedLine line, JsonObject object) {
        object.integer("index", line.index());
        line.billed().ifPresent(billed -> object.object("billed", out -> BillLineJson.write(billed, out)));
        object.objects("usage", line.usage(), AuditedDocumentJson::write);
    }

    private static void write(UsageEvent event, JsonObject object) {
        object.text("key", event.key())
                .text("customer", event.customer().value())
                .text("meter", event.meter().value())
                .decimal("quantity", event.quantity())
                .text("time", event.time().toString());
        if (!event.dimensions().isEmpty()) {
            object.object("dimensions", out -> event.dimensions().forEach(out::text));
        }
    }

    private static void write(RuleViolation violation, JsonObject object) {
        object.text("rule", violation.rule())
                .text("path", violation.path())
                .object("reason", reason -> Explanations.write(violation.explanation(), reason));
    }
}
