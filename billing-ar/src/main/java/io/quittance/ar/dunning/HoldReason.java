package io.quittance.ar.dunning;

/** Why something that is open is not dunned. */
public enum HoldReason {
    /** It is not due, or not yet as late as the next level asks for. */
    NOT_DUE,
    /** All of it is contested. */
    DISPUTED,
    /** It was agreed to wait. */
    PAUSED,
    /** There is a promise to pay, and time left to keep it. */
    PROMISE,
    /** It is late by no more than the days of grace, or there is a grace until a later day. */
    GRACE,
    /** Money on account and credits are enough for it. */
    COVERED,
    /** Only charges are left, or could be claimed on the day, and the policy claims none without a principal. */
    PRINCIPAL_SETTLED,
    /** All that would be claimed is too little, too few items, or too young. */
    BELOW_THRESHOLD,
    /** The last contact is too recent. */
    MINIMUM_DISTANCE,
    /** The last level was reached as often as it is allowed to be. */
    CAP_REACHED,
    /** No rate is known from its currency to that of the policy. */
    NO_RATE
}
