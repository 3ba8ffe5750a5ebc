package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;

/**
 * What the differences of one type and currency come to. Differences of -150.00 and 50.00 are 200.00 in all, and net -100.00.
 *
 * @param type what they are
 * @param count how many there are
 * @param gross the sum without signs; 0 or more
 * @param net the sum with signs
 */
public record DifferenceSum(DifferenceType type, int count, Amount gross, Amount net) implements Serializable {

    /** Checks that the parts fit together. */
    public DifferenceSum {
        requireNonNull(type, "type");
        Require.that(count > 0, "reconciliation.count", "count", "must be more than 0", count);
        MinorUnits.require(requireNonNull(gross, "gross"), "gross");
        MinorUnits.require(requireNonNull(net, "net"), gross.getCurrency(), "net");
        Require.that(
                net.abs().isLessThanOrEqualTo(gross),
                "reconciliation.sum",
                "net",
                "must be at most " + gross + ", which they are without signs",
                net);
    }

    DifferenceSum and(DifferenceSum other) {
        return new DifferenceSum(type, count + other.count, gross.add(other.gross), net.add(other.net));
    }
}
