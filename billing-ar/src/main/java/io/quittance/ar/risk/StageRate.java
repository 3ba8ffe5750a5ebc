package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of what was unpaid at a stage. Where nothing was unpaid there is no rate.
 *
 * @param unpaid at this stage, 0 or more
 * @param rollRate how much of it was still unpaid at the next stage, 0 to 1; null at the last stage and of nothing
 * @param lossRate how much of it was unpaid in the end, 0 to 1; null of nothing
 */
public record StageRate(
        Amount unpaid,
        @Nullable Fraction rollRate,
        @Nullable Fraction lossRate) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Checks that there is an amount. */
    public StageRate {
        requireNonNull(unpaid, "unpaid");
    }

    /** How much was still unpaid at the next stage; empty at the last stage, and where nothing was unpaid. */
    public Optional<Fraction> toNextStage() {
        return Optional.ofNullable(rollRate);
    }

    /** How much was unpaid in the end; empty where nothing was unpaid. */
    public Optional<Fraction> toTheEnd() {
        return Optional.ofNullable(lossRate);
    }

    /** {@link #toTheEnd} in percent, rounded for display: 2000.00 of 23000.00 are 8.7. */
    public Optional<BigDecimal> lossPercent(Rounding rounding) {
        return toTheEnd().map(rate -> rate.times(HUNDRED).round(rounding));
    }
}
