package io.quittance.core.invoice;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import java.util.Locale;

/** The fields of what a document corrects, and why. */
final class CorrectionFields {
    /** A longer decimal is written as numerator and denominator. */
    private static final int LONGEST_DECIMAL = 80;

    private CorrectionFields() {}

    static void write(Correction correction, FieldSink fields) {
        fields.text(
                "reason", correction.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        correction.text().ifPresent(words -> fields.text("words", words));
    }

    /** The taxes of a note are those of the document, and stand there. */
    static void write(Credited credited, FieldSink fields) {
        fields.object("invoice", invoice -> ReferenceFields.write(credited.invoice(), invoice))
                .objects("lines", credited.lines(), CorrectionFields::write);
        if (!credited.allowanceCharges().isEmpty()) {
            fields.objects(
                    "allowanceCharges", credited.allowanceCharges(), (index, part) -> part.integer("index", index));
        }
        if (!credited.netAmounts().isEmpty()) {
            fields.texts(
                    "netAmounts",
                    credited.netAmounts().stream()
                            .map(amount -> MinorUnits.written(amount).toPlainString())
                            .toList());
        }
    }

    private static void write(CreditedLine line, FieldSink fields) {
        fields.integer("index", line.index()).text("share", exact(line.share())).decimal("quantity", line.quantity());
    }

    private static String exact(Fraction number) {
        String decimal = number.toString();
        return decimal.length() <= LONGEST_DECIMAL ? decimal : number.numerator() + "/" + number.denominator();
    }
}
