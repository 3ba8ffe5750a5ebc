package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * Something in a contract that contradicts itself, is missing, or is rarely meant. The contract can be billed nevertheless, and
 * is, as it was agreed.
 *
 * @param kind how bad it is
 * @param path the term, as refusals and documents name it: {@code charges[2].model.tiers[1]} in the terms as they were signed,
 *     {@code amendments[0].terms.charges[2]} in those of an amendment, and {@code term} for the days of the contract
 * @param reason in words; its key is the {@link #code()}
 */
public record ReviewFinding(Kind kind, String path, Explanation reason) implements Serializable {

    /** How bad it is. */
    public enum Kind {
        /** Not all of it can be meant: a maximum below the minimum. */
        CONTRADICTION,
        /** Something is missing: days on which nothing is charged, between days on which something is. */
        GAP,
        /** It can be meant, but seldom is: a discount of 0. */
        NOTE
    }

    /** Checks that all are there. */
    public ReviewFinding {
        requireNonNull(kind, "kind");
        Require.that(!path.isEmpty(), "review.path", "path", "must not be empty", path);
        requireNonNull(reason, "reason");
    }

    static ReviewFinding contradiction(String path, Explanation reason) {
        return new ReviewFinding(Kind.CONTRADICTION, path, reason);
    }

    static ReviewFinding gap(String path, Explanation reason) {
        return new ReviewFinding(Kind.GAP, path, reason);
    }

    static ReviewFinding note(String path, Explanation reason) {
        return new ReviewFinding(Kind.NOTE, path, reason);
    }

    /** The stable name of what was found, such as {@code review.tiers-fall}. */
    public String code() {
        return reason.key();
    }

    /** For example {@code NOTE charges[0].discounts[0] review.no-effect: takes nothing off}. */
    @Override
    public String toString() {
        return kind + " " + path + " " + code() + ": " + reason;
    }
}
