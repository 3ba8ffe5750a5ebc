package io.quittance.einvoice;

import java.util.Optional;

/** The tax and the totals of a UBL document. */
final class UblTotals {
    private final Part document;

    UblTotals(Part document) {
        this.document = document;
    }

    void write() {
        document.each("BG-22", totals -> {
            totals.in("cac:TaxTotal", () -> {
                totals.amount("cbc:TaxAmount", "BT-110");
                document.each("BG-23", UblTotals::group);
            });
            totals.in("cac:TaxTotal", () -> totals.amount("cbc:TaxAmount", "BT-111"));
            totals.in("cac:LegalMonetaryTotal", () -> totals(totals));
        });
    }

    private static void group(Part group) {
        group.in("cac:TaxSubtotal", () -> {
            group.amount("cbc:TaxableAmount", "BT-116");
            group.amount("cbc:TaxAmount", "BT-117");
            UblAmounts.category("cac:TaxCategory", group, "BT-118", "BT-119", Optional.of(ExemptionTerms.OF_GROUP));
        });
    }

    private static void totals(Part totals) {
        totals.amount("cbc:LineExtensionAmount", "BT-106");
        totals.amount("cbc:TaxExclusiveAmount", "BT-109");
        totals.amount("cbc:TaxInclusiveAmount", "BT-112");
        totals.amount("cbc:AllowanceTotalAmount", "BT-107");
        totals.amount("cbc:ChargeTotalAmount", "BT-108");
        totals.amount("cbc:PrepaidAmount", "BT-113");
        totals.amount("cbc:PayableRoundingAmount", "BT-114");
        totals.amount("cbc:PayableAmount", "BT-115");
    }
}
