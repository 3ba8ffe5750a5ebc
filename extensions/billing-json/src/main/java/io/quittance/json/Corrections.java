package io.quittance.json;

import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.Credited;
import io.quittance.core.invoice.CreditedLine;
import io.quittance.core.invoice.PrecedingInvoice;
import java.util.Locale;

/** What a document corrects, and why. */
final class Corrections {
    private Corrections() {}

    static void write(PrecedingInvoice invoice, JsonObject object) {
        object.text("number", invoice.number().value());
        invoice.issueDate().ifPresent(date -> object.text("issueDate", date.toString()));
    }

    static void write(Correction correction, JsonObject object) {
        object.text(
                "reason", correction.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        correction.text().ifPresent(words -> object.text("words", words));
    }

    /** The taxes of a note are those of the document, and stand there. */
    static void write(Credited credited, JsonObject object) {
        object.object("invoice", invoice -> write(credited.invoice(), invoice))
                .objects("lines", credited.lines(), Corrections::write);
        if (!credited.allowanceCharges().isEmpty()) {
            object.objects(
                    "allowanceCharges", credited.allowanceCharges(), (index, part) -> part.integer("index", index));
        }
        if (!credited.netAmounts().isEmpty()) {
            object.texts(
                    "netAmounts",
                    credited.netAmounts().stream()
                            .map(amount -> Json.number(amount).toPlainString())
                            .toList());
        }
    }

    private static void write(CreditedLine line, JsonObject object) {
        object.integer("index", line.index())
                .text("share", FractionText.of(line.share()))
                .decimal("quantity", line.quantity());
    }
}
