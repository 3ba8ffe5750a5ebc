package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;

/**
 * What a rule answers: the share that is earned, and why.
 *
 * @param share from 0, nothing, to 1, all: 31/365 after January of a year
 * @param explanation such as {@code 31 of 365 days}
 */
public record Progress(Fraction share, Explanation explanation) implements Serializable {

    /** Refuses a share below 0 or above 1. */
    public Progress {
        requireNonNull(share, "share");
        requireNonNull(explanation, "explanation");
        Require.that(
                share.signum() >= 0 && share.compareTo(Fraction.ONE) <= 0,
                "recognition.share",
                "share",
                "must be from 0 to 1",
                share);
    }
}
