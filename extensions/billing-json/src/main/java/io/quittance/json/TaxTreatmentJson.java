package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a line was taxed: {@code "taxes": [{"category": "S", "rate": "19"}]}, with the fields that invoices have; left out where
 * nobody said.
 */
final class TaxTreatmentJson {
    private static final String TAXES = "taxes";

    private TaxTreatmentJson() {}

    static void writeAll(List<TaxTreatment> taxes, JsonObject object) {
        if (!taxes.isEmpty()) {
            object.objects(TAXES, taxes, TaxTreatmentJson::write);
        }
    }

    private static void write(TaxTreatment treatment, JsonObject object) {
        object.text("category", treatment.category().code());
        treatment.rate().ifPresent(rate -> object.decimal("rate", rate.percent()));
        treatment.jurisdiction().ifPresent(jurisdiction -> object.text("jurisdiction", jurisdiction));
        treatment.reasonCode().ifPresent(code -> object.text("reasonCode", code));
        treatment.reason().ifPresent(reason -> object.text("reason", reason));
    }

    /** Without what is wrong; none where they are left out. */
    static List<TaxTreatment> readAll(JsonFields parent) {
        var taxes = new ArrayList<TaxTreatment>();
        parent.optionalObjects(TAXES).forEach(fields -> read(fields).ifPresent(taxes::add));
        return parent.attempt(() -> TaxTreatment.distinct(taxes)).orElse(List.of());
    }

    /** Empty where it is wrong. */
    static Optional<TaxTreatment> read(JsonFields fields) {
        Optional<TaxCategory> category =
                fields.parsed("category", text -> new TaxCategory(Require.id(text, "category")));
        Optional<TaxRate> rate =
                fields.optionalDecimal("rate", number -> TaxRate.of(Require.notNegative(number, "rate")));
        Optional<String> jurisdiction = name("jurisdiction", fields);
        Optional<String> code = name("reasonCode", fields);
        Optional<String> reason = name("reason", fields);
        if (category.isEmpty()
                || Stream.of("rate", "jurisdiction", "reasonCode", "reason")
                        .anyMatch(name -> fields.isGiven(name) && !fields.isSound(name))) {
            return Optional.empty();
        }
        return fields.attempt(() -> {
            TaxTreatment treatment = treatment(category.get(), rate);
            treatment = jurisdiction.map(treatment::in).orElse(treatment);
            treatment = code.map(treatment::withReasonCode).orElse(treatment);
            return reason.map(treatment::because).orElse(treatment);
        });
    }

    private static TaxTreatment treatment(TaxCategory category, Optional<TaxRate> rate) {
        return category.equals(TaxCategory.OUTSIDE_SCOPE) && rate.isEmpty()
                ? TaxTreatment.outsideScope().withoutReason()
                : TaxTreatment.of(category, Require.present(rate.orElse(null), "rate"));
    }

    private static Optional<String> name(String field, JsonFields fields) {
        return fields.optionalParsed(field, text -> Require.id(text, field));
    }
}
