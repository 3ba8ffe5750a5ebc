package io.quittance.kpi.billing;

/** The days in the making of an invoice, and one of what is none. Of one that is issued again, they are the first ones. */
public enum Stage {
    /** The last day of the service that is billed. */
    SERVICE_END,
    /** When gathering what is billed began. */
    GATHERED,
    /** What came in by this day is on the invoice. */
    CUT_OFF,
    /** When the draft was made. */
    DRAFTED,
    /** When the draft was approved. */
    APPROVED,
    /** When it got its number. */
    ISSUED,
    /** The day by which it was to be sent. */
    DUE_TO_BE_SENT,
    /** When it was sent to the customer, which is not always when it was issued. */
    SENT,
    /**
     * When a credit or another correction was issued whose invoice is not known. It corrects none, and what bills nothing itself has no other day: adjustments and the net volume of the period say that
     * they leave it out ({@code UNLINKED_CREDITS}).
     */
    UNLINKED
}
