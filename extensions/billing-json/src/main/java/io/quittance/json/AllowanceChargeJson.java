package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is off or on top: {@code {"kind": "allowance", "amount": "10.00", "base": "99.95", "percent": "10", "reason": "loyalty"}}. */
final class AllowanceChargeJson {
    private static final String NAME = "allowanceCharges";

    private AllowanceChargeJson() {}

    /** Those of a document, without what is wrong. */
    static List<AllowanceCharge> ofDocument(JsonFields document, AmountFields amounts) {
        var all = new ArrayList<AllowanceCharge>();
        for (JsonFields fields : document.optionalObjects(NAME)) {
            read(fields, amounts.rounded("amount", fields), amounts).ifPresent(all::add);
        }
        return all;
    }

    /** Those of a line, which are taxed as it is and have no taxes; empty where one is wrong. */
    static Optional<List<AllowanceCharge>> ofLine(JsonFields line, AmountFields amounts) {
        var all = new ArrayList<AllowanceCharge>();
        List<JsonFields> given = line.optionalObjects(NAME);
        for (JsonFields fields : given) {
            read(fields, amounts.exact("amount", fields), amounts).ifPresent(all::add);
        }
        return all.size() == given.size() ? Optional.of(all) : Optional.empty();
    }

    private static Optional<AllowanceCharge> read(JsonFields fields, Optional<Amount> amount, AmountFields amounts) {
        Optional<AllowanceCharge.Kind> kind = Words.read(fields, "kind", AllowanceCharge.Kind.values());
        Optional<AllowanceCharge> made = kind.flatMap(of -> amount.map(sum ->
                of == AllowanceCharge.Kind.ALLOWANCE ? AllowanceCharge.allowance(sum) : AllowanceCharge.charge(sum)));
        made = fields.isGiven("base") || fields.isGiven("percent") ? percentage(made, fields, amounts) : made;
        Optional<String> reason = fields.optionalParsed("reason", text -> Require.id(text, "reason"));
        Optional<String> code = fields.optionalParsed("reasonCode", text -> Require.id(text, "reasonCode"));
        made = reason.isPresent() ? made.map(of -> of.because(reason.get())) : made;
        List<TaxTreatment> taxes = TaxTreatmentJson.readAll(fields);
        made = made.map(of -> of.taxed(taxes));
        return code.isPresent() ? made.map(of -> of.withReasonCode(code.get())) : made;
    }

    private static Optional<AllowanceCharge> percentage(
            Optional<AllowanceCharge> made, JsonFields fields, AmountFields amounts) {
        Optional<Amount> base = amounts.exact("base", fields);
        Optional<BigDecimal> percent = fields.decimal("percent", number -> Require.notNegative(number, "percent"));
        return made.flatMap(of ->
                base.flatMap(sum -> percent.flatMap(part -> fields.of("amount", () -> of.asPercentage(part, sum)))));
    }
}
