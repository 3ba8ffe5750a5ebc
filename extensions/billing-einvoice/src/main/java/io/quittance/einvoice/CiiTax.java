package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import java.util.List;
import java.util.Map;

/** Taxes in CII. */
final class CiiTax {
    private static final String VAT = "VAT";

    /** CII tells the event of the tax point by UNCL 2475 where EN 16931 has UNCL 2005. */
    private static final Map<String, String> EVENTS = Map.of("3", "5", "35", "29", "432", "72");

    private CiiTax() {}

    /** The breakdown; its first group says when the tax becomes due (CII-SR-461, CII-SR-462). */
    static void groups(Part document) {
        List<BusinessGroup> groups = document.group().groups("BG-23");
        for (int i = 0; i < groups.size(); i++) {
            group(document.of(groups.get(i)), i == 0 ? () -> taxPoint(document) : () -> {});
        }
    }

    private static void group(Part group, Runnable taxPoint) {
        group.in("ram:ApplicableTradeTax", () -> {
            group.number("ram:CalculatedAmount", "BT-117");
            group.put("ram:TypeCode", VAT);
            ExemptionTerms.OF_GROUP.text(group.group()).ifPresent(text -> group.put("ram:ExemptionReason", text));
            group.number("ram:BasisAmount", "BT-116");
            group.text("ram:CategoryCode", "BT-118");
            group.text("ram:ExemptionReasonCode", ExemptionTerms.OF_GROUP.code());
            taxPoint.run();
            group.number("ram:RateApplicablePercent", "BT-119");
        });
    }

    private static void taxPoint(Part document) {
        CiiDates.date(document, "ram:TaxPointDate", "BT-7");
        document.group()
                .text("BT-8")
                .ifPresent(event -> document.put("ram:DueDateTypeCode", EVENTS.getOrDefault(event, event)));
    }

    /** How a line, an allowance or a charge is taxed. */
    static void category(String element, Part part, String category, String rate) {
        part.in(element, () -> {
            part.put("ram:TypeCode", VAT);
            part.text("ram:CategoryCode", category);
            part.number("ram:RateApplicablePercent", rate);
        });
    }
}
