package io.quittance.einvoice;

/** An allowance or charge in CII. */
final class CiiAmounts {
    private CiiAmounts() {}

    static void write(AmountTerms terms, Part part) {
        part.in("ram:SpecifiedTradeAllowanceCharge", () -> {
            indicator(part, terms.charge);
            part.number("ram:CalculationPercent", terms.percent);
            part.number("ram:BasisAmount", terms.base);
            part.number("ram:ActualAmount", terms.amount);
            part.text("ram:ReasonCode", terms.reasonCode);
            part.text("ram:Reason", terms.reason);
            if (terms.isTaxed()) {
                CiiTax.category("ram:CategoryTradeTax", part, terms.category, terms.rate);
            }
        });
    }

    static void indicator(Part part, boolean charge) {
        part.in("ram:ChargeIndicator", () -> part.put("udt:Indicator", Boolean.toString(charge)));
    }
}
