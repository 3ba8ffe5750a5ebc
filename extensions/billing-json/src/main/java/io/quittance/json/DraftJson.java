package io.quittance.json;

import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.RetentionClass;
import io.quittance.core.money.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a document was made of and does not say itself: {@code {"paymentTerms": {"netDays": 30}, "taxPolicy": {…}}}, with what else
 * there is of {@code grouping}, {@code credits}, {@code minimum}, {@code paymentReference}, {@code rounding}, {@code cashRounding} and
 * {@code retention}. No hash covers it; what follows from it stands in the fields of the document, and is held against them.
 */
final class DraftJson {
    private DraftJson() {}

    static void write(InvoiceDraft draft, JsonObject object) {
        object.object("paymentTerms", terms -> PaymentTermsJson.write(draft.paymentTerms(), terms));
        InvoicingJson.writeGrouping(draft.requirements(), object);
        draft.paymentInstruction()
                .flatMap(instruction -> instruction.referenceScheme())
                .ifPresent(scheme -> object.text("paymentReference", Words.of(scheme)));
        TaxPolicyJson.write(draft.taxPolicy(), object);
        if (draft.rounding().signum() != 0) {
            object.decimal("rounding", MinorUnits.written(draft.rounding()));
        }
        draft.cashRounding().ifPresent(coins -> object.object("cashRounding", out -> write(coins, out)));
        draft.retention().ifPresent(kept -> object.object("retention", out -> write(kept, out)));
    }

    private static void write(CashRounding coins, JsonObject object) {
        object.decimal("increment", coins.increment()).text("mode", coins.mode().name());
    }

    private static void write(RetentionClass kept, JsonObject object) {
        object.integer("years", kept.years()).flag("fromEndOfYear", kept.fromEndOfYear());
    }

    /** The rule by which the number of the document gives what the payer writes. */
    static Optional<StructuredReference.Scheme> paymentReference(JsonFields draft) {
        return Words.readOptional(draft, "paymentReference", StructuredReference.Scheme.values());
    }

    /** {@code {"increment": "0.05", "mode": "HALF_UP"}}. */
    static Optional<CashRounding> cashRounding(JsonFields draft) {
        return draft.optionalObject("cashRounding").flatMap(fields -> {
            Optional<BigDecimal> increment =
                    fields.decimal("increment", number -> Require.positive(number, "increment"));
            Optional<RoundingMode> mode = fields.chosen("mode", RoundingMode.values());
            return increment.flatMap(unit -> mode.map(how -> new CashRounding(unit, how)));
        });
    }

    /**
     * {@code {"years": 8, "fromEndOfYear": true}}.
     *
     * @param name that the document says; empty where it says none, or that is wrong
     */
    static Optional<RetentionClass> retention(JsonFields draft, Optional<String> name) {
        return draft.optionalObject("retention").flatMap(fields -> {
            Optional<Integer> years =
                    fields.wholeNumber("years", number -> new RetentionClass("name", number, true).years());
            fields.require(
                    fields.isGiven("fromEndOfYear"), "json.missing-field", "fromEndOfYear", "must be given", null);
            boolean fromEndOfYear = fields.flag("fromEndOfYear", false);
            return years.flatMap(count -> name.map(kept -> new RetentionClass(kept, count, fromEndOfYear)));
        });
    }
}
