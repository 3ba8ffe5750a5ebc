package io.quittance.ar.receivable;

/** What a debt is for. Agreements and laws say which kind a payment settles first. */
public enum ReceivableType {
    /** The thing itself: goods, services, an instalment of what was lent. */
    PRINCIPAL("principal"),
    /** The price of time: of a loan, or of paying late. */
    INTEREST("interest"),
    /** The price of a service beside it: a reminder, a returned direct debit. */
    FEE("fee"),
    /** What is owed for a breach of what was agreed. */
    PENALTY("penalty");

    private final String title;

    ReceivableType(String title) {
        this.title = title;
    }

    /** The name as reasons write it: {@code principal}. */
    @Override
    public String toString() {
        return title;
    }
}
