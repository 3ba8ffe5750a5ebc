package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * What is wrong with the readings of an interval meter.
 *
 * @param position where the reading stood in the input, from 0; for a gap, the position of the reading that follows it in
 *     time, or the number of readings where none does
 * @param code what is wrong
 * @param explanation the same in words, with the times
 */
public record IntervalFinding(int position, Code code, Explanation explanation) implements Serializable {

    /** Checks that all are there. */
    public IntervalFinding {
        Require.that(position >= 0, "number.negative", "position", "must not be negative", position);
        requireNonNull(code, "code");
        requireNonNull(explanation, "explanation");
    }

    /** For example {@code [3] nothing was read from 2026-03-01T05:00:00Z to 2026-03-01T05:15:00Z}. */
    @Override
    public String toString() {
        return "[" + position + "] " + explanation;
    }

    /** What may be wrong. */
    public enum Code {
        /** Part of the period has no reading that counts. */
        GAP,
        /** The reading begins before the one before it has ended; it may be the same one again. */
        OVERLAP,
        /** The reading is not as long as the meter's interval. */
        WRONG_LENGTH,
        /** The reading lies outside the period, or reaches beyond it. */
        OUTSIDE_PERIOD
    }
}
