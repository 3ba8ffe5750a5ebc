package io.quittance.json;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tax of a document by treatment: {@code {"treatment": {"category": "S", "rate": "19"}, "taxable": "100.00", "tax": "19.00"}}. */
final class TaxSubtotalJson {
    private TaxSubtotalJson() {}

    /** Without those that are wrong; none where they are left out. */
    static List<TaxSubtotal> readAll(JsonFields document, AmountFields amounts) {
        var all = new ArrayList<TaxSubtotal>();
        document.optionalObjects("taxes")
                .forEach(fields -> read(fields, amounts).ifPresent(all::add));
        return all;
    }

    private static Optional<TaxSubtotal> read(JsonFields fields, AmountFields amounts) {
        Optional<TaxTreatment> treatment = TaxTreatmentJson.read(fields.object("treatment"));
        List<String> codes = fields.optionalParsedTexts("reasonCodes", text -> Require.id(text, "reasonCodes"));
        List<String> reasons = fields.optionalParsedTexts("reasons", text -> Require.id(text, "reasons"));
        Optional<Amount> taxable = amounts.rounded("taxable", fields);
        Optional<Amount> tax = amounts.rounded("tax", fields);
        List<Explanation> explanations = Explanations.readAllWithText("explanations", fields);
        return treatment.flatMap(by ->
                taxable.flatMap(of -> tax.map(sum -> new TaxSubtotal(by, of, sum, codes, reasons, explanations))));
    }
}
