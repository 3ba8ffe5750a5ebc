package io.quittance.core.invoice;

/** What happens to a document, in order; the last two are two ends of one way. */
public enum DocumentStage {
    /** What it is about was complete. */
    CUT_OFF,
    /** It was drafted. */
    DRAFT,
    /** Somebody approved the draft. */
    APPROVED,
    /** It was issued. */
    ISSUED,
    /** It was sent. */
    SENT,
    /** It arrived. */
    DELIVERED,
    /** It came back; it may be sent again. */
    BOUNCED
}
