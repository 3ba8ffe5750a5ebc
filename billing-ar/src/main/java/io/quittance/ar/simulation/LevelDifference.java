package io.quittance.ar.simulation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * How two outcomes of a {@link Simulation} differ in what a level of dunning would claim at the horizon: the first less the other.
 *
 * @param level its name in the policy
 * @param items less than 0 where fewer debts are at that level
 * @param claimed less than 0 where less is claimed of them, without charges; in the currency of the policy
 */
public record LevelDifference(String level, int items, Amount claimed) implements Serializable {
    /** Checks the parts. */
    public LevelDifference {
        Require.id(level, "level");
        requireNonNull(claimed, "claimed");
    }
}
