package io.quittance.einvoice;

/** The terms of an allowance or charge, of the document or of a line. */
enum AmountTerms {
    /** Off the document. */
    DOCUMENT_ALLOWANCE(false, "BT-92", "BT-93", "BT-94", "BT-97", "BT-98", "BT-95", "BT-96"),
    /** On top of the document. */
    DOCUMENT_CHARGE(true, "BT-99", "BT-100", "BT-101", "BT-104", "BT-105", "BT-102", "BT-103"),
    /** Off a line, and taxed as it is. */
    LINE_ALLOWANCE(false, "BT-136", "BT-137", "BT-138", "BT-139", "BT-140", "", ""),
    /** On top of a line, and taxed as it is. */
    LINE_CHARGE(true, "BT-141", "BT-142", "BT-143", "BT-144", "BT-145", "", "");

    final boolean charge;
    final String amount;
    final String base;
    final String percent;
    final String reason;
    final String reasonCode;
    final String category;
    final String rate;

    AmountTerms(
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

    /** Whether it says itself how it is taxed; one of a line is taxed as that is. */
    boolean isTaxed() {
        return !category.isEmpty();
    }
}
