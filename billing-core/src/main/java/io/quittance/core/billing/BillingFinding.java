package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * Work that a run could not bill, and why. It blocks nothing else; a later run bills it when the reason is gone.
 *
 * @param code the kind of the finding
 * @param path what it is about: {@code charges[api]}, {@code usage[e-17]}, or {@code contract}
 * @param period the days that it is about
 * @param reason in words
 */
public record BillingFinding(Code code, String path, ServicePeriod period, Explanation reason) implements Serializable {

    /** The kinds of findings. */
    public enum Code {
        /** A charge could not be rated; what else is due in its period was billed, and the period stays open. */
        NOT_RATED,
        /** A charge could not be taxed: the determination refused to answer. It stays as it was billed, as one that is not rated. */
        NOT_TAXED,
        /** Usage that no charge of the terms of its day measures. */
        USAGE_NOT_CHARGED,
        /** Usage of days on which the contract rests or does not hold. */
        USAGE_NOT_SERVED,
        /** Usage of another customer, or with a key that other usage has. */
        USAGE_REJECTED,
        /** A charge that never decreases would; it stays as it was billed. */
        DECREASE_REFUSED,
        /** A document waits until it reaches the least amount that the customer wants on one. */
        BELOW_MINIMUM,
        /** The contract was not known yet, or has not begun. */
        NOT_STARTED
    }

    /** Checks that all are there. */
    public BillingFinding {
        requireNonNull(code, "code");
        requireNonNull(path, "path");
        requireNonNull(period, "period");
        requireNonNull(reason, "reason");
    }

    /** For example {@code NOT_RATED charges[api] [2026-01-01, 2026-02-01): quantity must not be negative, but was -3}. */
    @Override
    public String toString() {
        return code + " " + path + " " + period + ": " + reason;
    }
}
