package io.quittance.ar.plan;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * How a promise stands on a day.
 *
 * @param state what became of it
 * @param received what counts for it, less what came back
 * @param missing of what was promised, 0 or more
 * @param explanation names the amounts and the last day
 */
public record PromiseStanding(PromiseState state, Amount received, Amount missing, Explanation explanation)
        implements Serializable {
    /** Checks that all is there. */
    public PromiseStanding {
        requireNonNull(state, "state");
        requireNonNull(received, "received");
        requireNonNull(missing, "missing");
        requireNonNull(explanation, "explanation");
    }
}
