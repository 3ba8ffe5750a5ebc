package io.quittance.einvoice;

/** An allowance or charge in CII. */
enum CiiAmounts {
    /** Off the document. */
    DOCUMENT_ALLOWANCE(false, "BT-92", "BT-93", "BT-94", "BT-97", "BT-98", "BT-95", "BT-96"),
    /** On top of the document. */
    DOCUMENT_CHARGE(true, "BT-99", "BT-100", "BT-101", "BT-104", "BT-105", "BT-102", "BT-103"),
    /** Off a line, and taxed as it is. */
    LINE_ALLOWANCE(false, "BT-136", "BT-137", "BT-138", "BT-139", "BT-140", "", ""),
    /** On top of a line, and taxed as it is. */
    LINE_CHARGE(true, "BT-141", "BT-142", "BT-143", "BT-144", "BT-145", "", "");

    private final boolean charge;
    private final String amount;
    private final String base;
    private final String percent;
    private final String reason;
    private final String reasonCode;
    private final String category;
    private final String rate;

    CiiAmounts(
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
        part.in("ram:SpecifiedTradeAllowanceCharge", () -> {
            indicator(part, charge);
            part.number("ram:CalculationPercent", percent);
            part.number("ram:BasisAmount", base);
            part.number("ram:ActualAmount", amount);
            part.text("ram:ReasonCode", reasonCode);
            part.text("ram:Reason", reason);
            if (!category.isEmpty()) {
                CiiTax.category("ram:CategoryTradeTax", part, category, rate);
            }
        });
    }

    static void indicator(Part part, boolean charge) {
        part.in("ram:ChargeIndicator", () -> part.put("udt:Indicator", Boolean.toString(charge)));
    }
}
