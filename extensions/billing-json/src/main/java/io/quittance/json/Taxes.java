package io.quittance.json;

import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;

/** How something is taxed, and what all of that comes to. */
final class Taxes {
    private Taxes() {}

    static void write(TaxTreatment treatment, JsonObject object) {
        object.text("category", treatment.category().code());
        treatment.rate().ifPresent(rate -> object.decimal("rate", rate.percent()));
        treatment.jurisdiction().ifPresent(jurisdiction -> object.text("jurisdiction", jurisdiction));
        treatment.reasonCode().ifPresent(code -> object.text("reasonCode", code));
        treatment.reason().ifPresent(reason -> object.text("reason", reason));
    }

    static void write(TaxSubtotal subtotal, JsonObject object) {
        object.object("treatment", treatment -> write(subtotal.treatment(), treatment));
        if (!subtotal.reasonCodes().isEmpty()) {
            object.texts("reasonCodes", subtotal.reasonCodes());
        }
        if (!subtotal.reasons().isEmpty()) {
            object.texts("reasons", subtotal.reasons());
        }
        object.decimal("taxable", Json.number(subtotal.taxable()))
                .decimal("tax", Json.number(subtotal.tax()))
                .objects("explanations", subtotal.explanations(), Explanations::write);
    }
}
