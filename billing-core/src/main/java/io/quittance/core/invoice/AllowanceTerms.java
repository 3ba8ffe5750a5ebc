package io.quittance.core.invoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;

/** Where allowances and charges stand in the terms of EN 16931. */
enum AllowanceTerms {
    /** Of the document, off. */
    DOCUMENT_ALLOWANCE("BG-20", "BT-92", "BT-93", "BT-94", "BT-97", "BT-98"),
    /** Of the document, on top. */
    DOCUMENT_CHARGE("BG-21", "BT-99", "BT-100", "BT-101", "BT-104", "BT-105"),
    /** Of a line, off. */
    LINE_ALLOWANCE("BG-27", "BT-136", "BT-137", "BT-138", "BT-139", "BT-140"),
    /** Of a line, on top. */
    LINE_CHARGE("BG-28", "BT-141", "BT-142", "BT-143", "BT-144", "BT-145");

    private final String group;
    private final String amount;
    private final String base;
    private final String percent;
    private final String reason;
    private final String reasonCode;

    AllowanceTerms(String group, String amount, String base, String percent, String reason, String reasonCode) {
        this.group = group;
        this.amount = amount;
        this.base = base;
        this.percent = percent;
        this.reason = reason;
        this.reasonCode = reasonCode;
    }

    /**
     * One of them.
     *
     * @param net its amount without tax; base and percentage are left out where that is not its own amount
     */
    BusinessGroup.Builder of(AllowanceCharge one, Amount net, DocumentTerms document) {
        var terms = BusinessGroup.of(group);
        document.put(terms, amount, net);
        if (net.equals(one.amount())) {
            one.base().ifPresent(of -> document.put(terms, base, of));
            one.percent().ifPresent(percentage -> terms.put(percent, Require.plain(percentage)));
        }
        if (this == DOCUMENT_ALLOWANCE) {
            one.taxes().forEach(tax -> DocumentTerms.taxes(terms, "BT-95", "BT-96", tax));
        } else if (this == DOCUMENT_CHARGE) {
            one.taxes().forEach(tax -> DocumentTerms.taxes(terms, "BT-102", "BT-103", tax));
        }
        return terms.put(reason, one.reason()).put(reasonCode, one.reasonCode());
    }
}
