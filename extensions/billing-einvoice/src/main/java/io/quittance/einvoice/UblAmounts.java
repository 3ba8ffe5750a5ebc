package io.quittance.einvoice;

import java.util.Optional;

/** An allowance or charge in UBL, and how it is taxed. */
final class UblAmounts {
    private static final String VAT = "VAT";

    private UblAmounts() {}

    static void write(AmountTerms terms, Part part) {
        part.in("cac:AllowanceCharge", () -> {
            part.put("cbc:ChargeIndicator", Boolean.toString(terms.charge));
            part.text("cbc:AllowanceChargeReasonCode", terms.reasonCode);
            part.text("cbc:AllowanceChargeReason", terms.reason);
            part.number("cbc:MultiplierFactorNumeric", terms.percent);
            part.amount("cbc:Amount", terms.amount);
            part.amount("cbc:BaseAmount", terms.base);
            if (terms.isTaxed()) {
                category("cac:TaxCategory", part, terms.category, terms.rate, Optional.empty());
            }
        });
    }

    /**
     * How something is taxed.
     *
     * @param reasons the terms of the reason why it is not, as text and as code, if it may have one
     */
    static void category(String element, Part part, String category, String rate, Optional<ExemptionTerms> reasons) {
        part.in(element, () -> {
            part.text("cbc:ID", category);
            part.number("cbc:Percent", rate);
            reasons.ifPresent(terms -> {
                part.text("cbc:TaxExemptionReasonCode", terms.code());
                terms.text(part.group()).ifPresent(text -> part.put("cbc:TaxExemptionReason", text));
            });
            scheme(part, VAT);
        });
    }

    static void scheme(Part part, String id) {
        part.in("cac:TaxScheme", () -> part.put("cbc:ID", id));
    }
}
