package io.quittance.ar.dunning;

/** What two parties say to each other about a debt. */
public enum ContactKind {
    /** A friendly word, before or after the due date. */
    REMINDER,
    /** A letter that claims. */
    LETTER,
    /** Somebody calls the customer. */
    CALL,
    /** The case is given to collections: a department, an agency, a court. */
    COLLECTIONS,
    /** The customer asks something. */
    INQUIRY,
    /** The customer answers. */
    REPLY;

    /** Whether it goes to the customer, and can be what a level does; an inquiry and a reply come from there. */
    public boolean isOutgoing() {
        return this != INQUIRY && this != REPLY;
    }
}
