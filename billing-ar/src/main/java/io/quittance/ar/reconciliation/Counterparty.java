package io.quittance.ar.reconciliation;

/** With what the ledger is compared. */
public enum Counterparty {
    /** An account of the host's general ledger. */
    GENERAL_LEDGER,
    /** An account at a bank. */
    BANK,
    /** What a customer has in its own books, seen as the ledger sees it: more than 0 is owed by the customer. */
    CUSTOMER
}
