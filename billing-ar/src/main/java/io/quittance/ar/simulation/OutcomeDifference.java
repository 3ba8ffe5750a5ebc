package io.quittance.ar.simulation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;

/**
 * How two outcomes of a {@link Simulation} differ: the first less the other.
 *
 * @param name of the first
 * @param base of the other
 * @param discount less than 0 where customers earn less of it
 * @param interest less than 0 where customers owe less of it
 * @param onAccount less than 0 where less stays on account
 * @param buckets by bucket of the aging, from the youngest to the oldest
 * @param levels by level of dunning, in the order of the policy; empty if none was asked for
 */
public record OutcomeDifference(
        String name,
        String base,
        Amount discount,
        Amount interest,
        Amount onAccount,
        List<Amount> buckets,
        List<LevelDifference> levels)
        implements Serializable {
    /** Copies the lists. */
    public OutcomeDifference {
        Require.id(name, "name");
        Require.id(base, "base");
        requireNonNull(discount, "discount");
        requireNonNull(interest, "interest");
        requireNonNull(onAccount, "onAccount");
        buckets = Require.notEmpty(List.copyOf(buckets), "buckets");
        levels = List.copyOf(levels);
    }
}
