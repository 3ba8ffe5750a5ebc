package io.quittance.ar.exchange;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;

/**
 * An amount that was converted in parts. 12,587.48 and 5,962.04 by 1/33.93972535567 are 370.88 and 175.67, and their sum 546.54: the
 * rounding difference is -0.01.
 *
 * @param parts what each part comes to, in order; at least one
 * @param whole what the sum of the parts comes to
 */
public record PartialConversions(List<Amount> parts, Amount whole) implements Serializable {
    /** Copies the parts. */
    public PartialConversions {
        parts = List.copyOf(Require.notEmpty(parts, "parts"));
        requireNonNull(whole, "whole");
        parts.forEach(whole::add); // of one currency
    }

    /** The whole less the parts: what a rounding line on the last part has to say. */
    public Amount roundingDifference() {
        return parts.stream().reduce(whole, Amount::subtract);
    }
}
