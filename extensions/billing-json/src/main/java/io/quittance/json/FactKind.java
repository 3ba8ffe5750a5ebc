package io.quittance.json;

/** The kinds of facts of a ledger by their words in a document: {@code RECEIVABLE_POSTED} is {@code receivablePosted}. */
enum FactKind {
    RECEIVABLE_POSTED,
    CREDIT_POSTED,
    PAYMENT_RECEIVED,
    PAYMENT_ALLOCATED,
    PAYMENT_REFUNDED,
    PAYMENT_CONVERTED,
    PAYMENT_RETURNED,
    RECEIVABLE_WRITTEN_OFF,
    ENTRY_REVERSED,
    DISPUTE_OPENED,
    DISPUTE_STAGED,
    DISPUTE_RESOLVED,
    DEBT_RESCHEDULED
}
