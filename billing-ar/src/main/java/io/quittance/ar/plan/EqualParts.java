package io.quittance.ar.plan;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Equal parts in round figures: each is a multiple of the unit but the last, which takes the rest to the cent, so that they add up to the whole
 * (ar.md 4.21). 1000.00 in six parts of 1 are five times 167.00 and 165.00; 250.50 in two parts of 1, half even, are 125.00 and 125.50.
 *
 * @param unit of which each part but the last is a multiple: 0.01, 1 or 50; in whole minor units of the currency
 * @param mode of rounding to multiples
 */
public record EqualParts(BigDecimal unit, RoundingMode mode) implements Serializable {
    /** Into how many parts something can be split. */
    public static final int MAX_PARTS = 1_200;

    /** Checks the unit; equal numbers are equal rules, 1 and 1.00. */
    public EqualParts {
        unit = Require.plain(Require.positive(unit, "unit"));
        requireNonNull(mode, "mode");
    }

    /** From text. */
    public static EqualParts of(String unit, RoundingMode mode) {
        return new EqualParts(Require.decimal(unit, "unit"), mode);
    }

    /**
     * The parts in order.
     *
     * @param total 0 or more, in whole minor units
     * @param parts 1 to 1200
     * @throws IllegalArgumentException if the unit is so coarse that less than nothing is left for the last part, as of 5 in eight parts of 1: seven
     *     are rounded up to 1
     */
    public List<Amount> split(MonetaryAmount total, int parts) {
        Amount whole = MinorUnits.require(total, "total");
        Require.that(whole.signum() >= 0, "plan.total", "total", "must not be negative", whole);
        Require.that(
                parts >= 1 && parts <= MAX_PARTS, "plan.parts", "parts", "must be between 1 and " + MAX_PARTS, parts);
        MinorUnits.require(Amount.of(unit, whole.getCurrency()), "unit");
        Fraction share = whole.toFraction().dividedBy(Fraction.of(unit)).dividedBy(Fraction.of(parts));
        BigDecimal units = share.round(Rounding.of(0, mode));
        Amount part = Amount.of(units.multiply(unit), whole.getCurrency());
        Amount last = whole.subtract(part.multiply(parts - 1L));
        Require.that(
                last.signum() >= 0,
                "plan.unit",
                "unit",
                "must leave nothing below 0 for the last of " + parts + " parts of " + whole,
                unit);
        var all = new ArrayList<Amount>(parts);
        for (int i = 1; i < parts; i++) {
            all.add(part);
        }
        all.add(last);
        return List.copyOf(all);
    }

    /** For example {@code parts of 1, HALF_EVEN}. */
    @Override
    public String toString() {
        return "parts of " + unit.toPlainString() + ", " + mode;
    }
}
