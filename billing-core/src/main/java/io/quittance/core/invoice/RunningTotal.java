package io.quittance.core.invoice;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;

/**
 * A total that is rounded wherever it has come to: each part is less than a minor unit off, and all of them together at most half of
 * one. A whole part is never changed.
 */
final class RunningTotal {
    private final CurrencyUnit currency;
    private final Rounding down;
    private final Fraction half;
    private Fraction exact = Fraction.ZERO;
    private BigDecimal given = BigDecimal.ZERO;

    RunningTotal(CurrencyUnit currency) {
        this.currency = currency;
        down = Rounding.of(Rounding.toMinorUnit(currency).scale(), RoundingMode.FLOOR);
        half = Fraction.of(BigDecimal.ONE.movePointLeft(down.scale())).dividedBy(Fraction.of(2));
    }

    Amount next(Fraction part) {
        exact = exact.plus(part);
        BigDecimal rounded =
                exact.plus(half).round(down); // half up by value, so that whole parts stay whole on either side of 0
        Amount next = Amount.of(rounded.subtract(given), currency);
        given = rounded;
        return next;
    }
}
