package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import java.io.Serializable;

/**
 * That something is not dunned, and why.
 *
 * @param reason the rule
 * @param explanation names the dates and numbers that it went by
 */
public record Hold(HoldReason reason, Explanation explanation) implements Serializable {
    /** Checks that both are there. */
    public Hold {
        requireNonNull(reason, "reason");
        requireNonNull(explanation, "explanation");
    }

    static Hold of(HoldReason reason, String key, String pattern, Object... arguments) {
        return new Hold(reason, Explanation.of(key, pattern, arguments));
    }

    /** For example {@code MINIMUM_DISTANCE: 4 days since 2013-02-01, of 10}. */
    @Override
    public String toString() {
        return reason + ": " + explanation;
    }
}
