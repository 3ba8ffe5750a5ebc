package io.quittance.core.billing;

/**
 * What happens to a bill between the end of the service and its arrival, in order. Each stage ends a wait, whose cause follows
 * from the stage unless a host gives another. All may be left out; a wait then belongs to the next stage that is known.
 */
public enum CycleStage {
    /** The day from which on the cycle lets it be billed; before the end of the service where it is billed in advance. */
    BILLING_DAY("cycle"),
    /** The usage is complete (cut-off). Usage that is complete before the billing day makes nobody wait. */
    CUT_OFF("usage"),
    /** What is due comes to the least amount that the customer wants on a document. */
    MINIMUM("below minimum"),
    /** A run drafted the document. */
    DRAFT("run"),
    /** Somebody approved the draft. */
    APPROVED("approval"),
    /** The document was issued, with its number. */
    ISSUED("issue"),
    /** It was sent to the customer. */
    SENT("delivery");

    private final String cause;

    CycleStage(String cause) {
        this.cause = cause;
    }

    /** What a bill waits for until this stage, if a host says nothing else: {@code usage} up to the cut-off. */
    public String cause() {
        return cause;
    }
}
