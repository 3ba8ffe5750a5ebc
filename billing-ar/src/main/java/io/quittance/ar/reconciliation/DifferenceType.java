package io.quittance.ar.reconciliation;

/** What a difference between the ledger and a counterparty is. */
public enum DifferenceType {
    /** The counterparty has it, the ledger does not. */
    MISSING_IN_LEDGER,
    /** The ledger has it, the counterparty does not. */
    MISSING_AT_COUNTERPARTY,
    /** Both have it, with different amounts. */
    AMOUNT,
    /** Both have it, one as a debit and the other as a credit. */
    SIGN,
    /** One side has it once more than the other. */
    DUPLICATE,
    /** It is in transit: one side has it by the date, the other after it, or not yet within the days that are usual. */
    TIMING,
    /** The counterparty has it in another currency. */
    CURRENCY,
    /** Money or a credit in the ledger that settles nothing yet, which the counterparty does not have as such. */
    ON_ACCOUNT,
    /** The counterparty does not have what it contests. */
    IN_DISPUTE,
    /** Both have it, with amounts that differ by no more than rounding. */
    ROUNDING,
    /** Both have it, under different references; of no amount. */
    REFERENCE,
    /** The two open differently: what differs is of before the lines. */
    OPENING,
    /** What the counterparty states does not come to its own balance. */
    STATED_SUM,
    /** What none of the lines explains. */
    UNEXPLAINED;

    /** Whether an account agrees with it: what is only called otherwise. */
    boolean isHarmless() {
        return this == REFERENCE;
    }
}
