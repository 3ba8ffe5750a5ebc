package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import java.io.Serializable;

/**
 * Something that keeps records from being complete and unaltered.
 *
 * @param code what it is
 * @param about which document, series or line of a bill run, for people: {@code R-7 of ACME 2026}
 * @param reason in words
 */
public record AuditFinding(Code code, String about, Explanation reason) implements Serializable {

    /** What is wrong. */
    public enum Code {
        /** Numbers between the first and the last of a series, or that were drawn, are on no document. */
        MISSING_NUMBER,
        /** Two documents of a series have one number. */
        DUPLICATE_NUMBER,
        /** A number is not among those that were drawn. */
        NOT_DRAWN,
        /** A number has no digits that count, or another form than the others of its series. */
        OTHER_FORM,
        /** A number was drawn after that of a document with a later date. */
        DATE_ORDER,
        /** A document is not what its stored hash was taken of. */
        ALTERED,
        /** No hash was stored, so that nothing proves that the document is unaltered. */
        NOT_HASHED,
        /** A line has another amount than the line of the bill run that it was made of. */
        OTHER_AMOUNT,
        /** A line of a bill run is on two documents, and what they come to without what was credited is too much. */
        BILLED_TWICE,
        /** A line of a bill run is on no document, and does not wait for one. */
        NOT_INVOICED,
        /** The terms by which a line was billed are not among the records. */
        UNKNOWN_TERMS,
        /** A document refers to one that is not among the records. */
        UNKNOWN_DOCUMENT,
        /** Credit notes give back more than was invoiced, or in another way than they may. */
        OVER_CREDITED
    }

    /** Checks that all are there. */
    public AuditFinding {
        requireNonNull(code, "code");
        requireNonNull(about, "about");
        requireNonNull(reason, "reason");
    }

    /** For example {@code MISSING_NUMBER ACME 2026: R-3 is on no document}. */
    @Override
    public String toString() {
        return code + " " + about + ": " + reason;
    }
}
