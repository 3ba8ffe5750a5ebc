package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The straight line through the values of a series by least squares. The first period has the place 0, each that follows one more, whatever its days; a result without a value,
 * or with one that is not meaningful, keeps its place and is no point. Values of 10, 12 and 17 have a slope of 3.5 a period and an intercept of 9.5.
 *
 * <p>Values of many periods that each have another denominator, as ratios of amounts have, make sums that are too long for a {@link Fraction}: then each is rounded half up at 18 places first, and {@link #isRounded()} says so.
 *
 * <p>There is no line, and {@link #note()} says why, where the series has a gap ({@code GAP}: give the periods that are missing, as results without a value) or fewer than two values ({@code TOO_FEW_POINTS}).
 *
 * @param series whose values they are
 */
public record TrendLine(KpiSeries series) implements Serializable {
    /** What the common denominator of the values may have, so that their sums, with places and squares of places, fit a fraction. */
    private static final int MOST_BITS = Fraction.MAX_BITS / 4 * 3;

    private static final Rounding LONG = Rounding.halfUp(18);

    /** Checks that there is a series. */
    public TrendLine {
        requireNonNull(series, "series");
    }

    /** How many values the line goes through. */
    public int points() {
        return (int) values().count();
    }

    private Stream<Fraction> values() {
        return series.results().stream().flatMap(each -> Change.meaning(each).stream());
    }

    /** Whether the values are rounded half up at 18 places before the line is laid, because exact sums of them would be too long. */
    public boolean isRounded() {
        BigInteger common = BigInteger.ONE;
        for (Fraction value : values().toList()) {
            BigInteger next = value.denominator();
            common = common.multiply(next.divide(common.gcd(next)));
            if (common.bitLength() > MOST_BITS) {
                return true;
            }
        }
        return false;
    }

    private Sums sums() {
        return new Sums(series.results(), isRounded());
    }

    /** Why there is no line, as a code; empty if there is one. */
    public Optional<String> note() {
        if (!series.gaps().isEmpty()) {
            return Optional.of("GAP");
        }
        return points() < 2 ? Optional.of("TOO_FEW_POINTS") : Optional.empty();
    }

    /** By how much the value grows from one period to the next, in the unit of the KPI; none where there is no line. */
    public Optional<Fraction> slope() {
        if (note().isPresent()) {
            return Optional.empty();
        }
        Sums sums = sums();
        Fraction above = sums.count.times(sums.xy).minus(sums.x.times(sums.y));
        Fraction below = sums.count.times(sums.xx).minus(sums.x.times(sums.x));
        return Optional.of(above.dividedBy(below));
    }

    /** Where the line is in the first period; none where there is no line. */
    public Optional<Fraction> intercept() {
        return slope().map(slope -> {
            Sums sums = sums();
            return sums.y.minus(slope.times(sums.x)).dividedBy(sums.count);
        });
    }

    /**
     * Where the line is in a period.
     *
     * @param place 0 for the first period of the series; beyond the last it is where the line would lead, which is no forecast
     */
    public Optional<Fraction> at(int place) {
        Require.that(place >= 0, "number.negative", "place", "must not be negative", place);
        return slope().flatMap(slope -> intercept().map(from -> from.plus(slope.times(Fraction.of(place)))));
    }

    /** Whether the line goes the way in which the KPI gets better. */
    public Verdict verdict() {
        return slope().map(slope -> switch (series.definition().direction()) {
                    case INFORMATIONAL -> slope.signum() == 0 ? Verdict.SAME : Verdict.MOVED;
                    case HIGHER -> verdict(slope.signum());
                    case LOWER -> verdict(-slope.signum());
                })
                .orElse(Verdict.UNKNOWN);
    }

    private static Verdict verdict(int better) {
        if (better == 0) {
            return Verdict.SAME;
        }
        return better > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    /** Of the places x and the values y of all points. */
    private static final class Sums {
        private Fraction count = Fraction.ZERO;
        private Fraction x = Fraction.ZERO;
        private Fraction y = Fraction.ZERO;
        private Fraction xx = Fraction.ZERO;
        private Fraction xy = Fraction.ZERO;

        Sums(List<KpiResult> results, boolean isRounded) {
            for (int i = 0; i < results.size(); i++) {
                Fraction place = Fraction.of(i);
                Change.meaning(results.get(i))
                        .map(value -> isRounded ? Fraction.of(value.round(LONG)) : value)
                        .ifPresent(value -> add(place, value));
            }
        }

        private void add(Fraction place, Fraction value) {
            count = count.plus(Fraction.ONE);
            x = x.plus(place);
            y = y.plus(value);
            xx = xx.plus(place.times(place));
            xy = xy.plus(place.times(value));
        }
    }
}
