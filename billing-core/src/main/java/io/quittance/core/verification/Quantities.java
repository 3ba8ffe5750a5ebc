package io.quittance.core.verification;

import io.quittance.core.money.Fraction;
import java.util.Optional;

/** How much was delivered and invoiced, where all lines of a comparison say it. */
record Quantities(Fraction delivered, Fraction invoiced) {

    /** Those of a comparison; empty where nothing was invoiced, or a line does not say how much. */
    static Optional<Quantities> of(Comparison comparison) {
        if (comparison.invoiced().isEmpty()
                || comparison.invoiced().stream()
                        .anyMatch(line -> line.quantity().isEmpty())) {
            return Optional.empty();
        }
        Fraction invoiced = comparison.invoiced().stream()
                .map(line -> line.quantity().orElseThrow())
                .reduce(Fraction.ZERO, Fraction::plus);
        Fraction delivered =
                comparison.expected().stream().map(line -> line.quantity()).reduce(Fraction.ZERO, Fraction::plus);
        return Optional.of(new Quantities(delivered, invoiced));
    }

    boolean differ() {
        return !delivered.equals(invoiced);
    }
}
