package io.quittance.ar.dispute;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * What opened a case.
 *
 * @param kind what it is
 * @param id under which the host finds it; 1 to 200 characters, no personal data
 */
public record DisputeSource(Kind kind, String id) implements Serializable {

    /** What can open a case. */
    public enum Kind {
        /** The customer said so: a letter, a call, a message. */
        CUSTOMER,
        /** What was invoiced is not what was to be. */
        VERIFICATION_FINDING,
        /** A payment was less than what is owed. */
        SHORT_PAYMENT,
        /** The customer's statement, the bank or the books say otherwise. */
        RECONCILIATION_DIFFERENCE
    }

    /** Checks the parts. */
    public DisputeSource {
        requireNonNull(kind, "kind");
        Require.id(id, "source id");
    }

    /** What the customer said, by the id of the letter, call or message. */
    public static DisputeSource customer(String id) {
        return new DisputeSource(Kind.CUSTOMER, id);
    }

    /** A finding, by the id under which the host keeps it. */
    public static DisputeSource finding(String id) {
        return new DisputeSource(Kind.VERIFICATION_FINDING, id);
    }

    /** A payment that was short. */
    public static DisputeSource shortPayment(PaymentId payment) {
        return new DisputeSource(Kind.SHORT_PAYMENT, payment.value());
    }

    /** A difference of a reconciliation, by its id. */
    public static DisputeSource reconciliation(String id) {
        return new DisputeSource(Kind.RECONCILIATION_DIFFERENCE, id);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
