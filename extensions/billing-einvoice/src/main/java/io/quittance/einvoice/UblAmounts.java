package io.quittance.einvoice;

import java.util.Optional;

/** An allowance or charge in UBL, and how it is taxed. */
enum UblAmounts {
    /** Off the document. */
    DOCUMENT_ALLOWANCE(false, "BT-92", "BT-93", "BT-94", "BT-97", "BT-98", "BT-95", "BT-96"),
    /** On top of the document. */
    DOCUMENT_CHARGE(true, "BT-99", "BT-100", "BT-101", "BT-104", "BT-105", "BT-102", "BT-103"),
    /** Off a line, and taxed as it is. */
    LINE_ALLOWANCE(false, "BT-136", "BT-137", "BT-138", "BT-139", "BT-140", "", ""),
    /** On top of a line, and taxed as it is. */
    LINE_CHARGE(true, "BT-141", "BT-142", "BT-143", "BT-144", "BT-145", "", "");

    private static final String VAT = "VAT";

    private final boolean charge;
    private final String amount;
    private final String base;
    private final String percent;
    private final String reason;
    private final String reasonCode;
    private final String category;
    private final String rate;

    UblAmounts(
            boolean charge,
            String amount,
            String base,
            String percent,
            String reason,
            String reasonCode,
            String category,
            String rate) {
        this.charge = charge;
        this.amount = amount;
        this.base = base;
        this.percent = percent;
        this.reason = reason;
        this.reasonCode = reasonCode;
        this.category = category;
        this.rate = rate;
    }

    void write(Part part) {
        part.in("cac:AllowanceCharge", () -> {
            part.put("cbc:ChargeIndicator", Boolean.toString(charge));
            part.text("cbc:AllowanceChargeReasonCode", reasonCode);
            part.text("cbc:AllowanceChargeReason", reason);
            part.number("cbc:MultiplierFactorNumeric", percent);
            part.amount("cbc:Amount", amount);
            part.amount("cbc:BaseAmount", base);
            if (!category.isEmpty()) {
                category("cac:TaxCategory", part, category, rate, Optional.empty());
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
