package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prices change as a price index does: by (value of the reference month / value of the base month - 1) × 100 percent, held
 * between a floor and a cap. With {@code CPI-U} at 100.0 and then 104.2, 100.00 become 104.20, and 103.00 with a cap of 3 %;
 * at 98.0 they become 98.00, and stay 100.00 with a floor of 0. Made by {@link Escalation#indexed}.
 *
 * <p>The base of an adjustment is the reference month of the one before, also where cap or floor held: what they kept back is
 * not made up for later.
 */
public final class IndexedEscalation implements Escalation {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LAG = 120;

    private final String index;
    private final YearMonth base;
    private final Schedule boundaries;
    private final int lag;
    private final @Nullable BigDecimal floor;
    private final @Nullable BigDecimal cap;
    private final @Nullable Rounding rounding;

    private IndexedEscalation(
            String index,
            YearMonth base,
            Schedule boundaries,
            int lag,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            @Nullable Rounding rounding) {
        this.index = Require.id(index, "index");
        this.base = Dates.inCalendar(base, "base");
        this.boundaries = requireNonNull(boundaries, "boundaries");
        Require.that(
                boundaries.interval().toTotalMonths() > 0,
                "escalation.interval",
                "interval",
                "must be whole months to follow an index",
                boundaries.interval());
        Require.that(lag >= 0 && lag <= MAX_LAG, "escalation.lag", "months", "must be between 0 and " + MAX_LAG, lag);
        this.lag = lag;
        Require.that(
                base.isBefore(reference(boundaries.anchor())),
                "escalation.base",
                "base",
                "must be before the first reference month " + reference(boundaries.anchor()),
                base);
        this.floor = floor == null ? null : PriceAdjustment.requirePercent(floor, "floor");
        this.cap = cap == null ? null : PriceAdjustment.requirePercent(cap, "cap");
        Require.that(
                floor == null || cap == null || floor.compareTo(cap) <= 0,
                "escalation.floor",
                "floor",
                "must be at most the cap " + cap,
                floor);
        Require.that(
                rounding == null || rounding.scale() >= 2,
                "escalation.rounding",
                "factor",
                "must have at least 2 decimal places",
                rounding);
        this.rounding = rounding;
        requireNotFiner(this.floor, "floor");
        requireNotFiner(this.cap, "cap");
    }

    /** A factor that is rounded and then held at the cap is the same as one that is held and then rounded. */
    private void requireNotFiner(@Nullable BigDecimal percent, String argument) {
        Require.that(
                percent == null || rounding == null || percent.scale() + 2 <= rounding.scale(),
                "escalation.scale",
                argument,
                "must not be finer than the factor, " + rounding,
                percent);
    }

    static IndexedEscalation of(String index, YearMonth base, Schedule boundaries) {
        return new IndexedEscalation(index, base, boundaries, 0, null, null, null);
    }

    /**
     * The same, where the reference month is so many months before that of the adjustment, since values are published late:
     * with 3, an adjustment on 1 January 2027 takes the value of October 2026.
     *
     * @param months 0 to 120
     */
    public IndexedEscalation lagged(int months) {
        return new IndexedEscalation(index, base, boundaries, months, floor, cap, rounding);
    }

    /**
     * The same, where no adjustment is less than so many percent.
     *
     * @param percent more than -100, at most the cap; 0 where prices never fall
     */
    public IndexedEscalation atLeast(BigDecimal percent) {
        return new IndexedEscalation(index, base, boundaries, lag, requireNonNull(percent, "percent"), cap, rounding);
    }

    /** As {@link #atLeast(BigDecimal)}, from text. */
    public IndexedEscalation atLeast(String percent) {
        return atLeast(Require.decimal(percent, "percent"));
    }

    /**
     * The same, where no adjustment is more than so many percent.
     *
     * @param percent more than -100, at least the floor
     */
    public IndexedEscalation atMost(BigDecimal percent) {
        return new IndexedEscalation(index, base, boundaries, lag, floor, requireNonNull(percent, "percent"), rounding);
    }

    /** As {@link #atMost(BigDecimal)}, from text. */
    public IndexedEscalation atMost(String percent) {
        return atMost(Require.decimal(percent, "percent"));
    }

    /**
     * The same, where the factor of each adjustment is rounded: at three places, 104.26 / 100 is 1.043.
     *
     * @param factor of at least 2 decimal places, and no coarser than floor and cap: a cap of 2.5 % needs 3
     */
    public IndexedEscalation rounded(Rounding factor) {
        return new IndexedEscalation(index, base, boundaries, lag, floor, cap, requireNonNull(factor, "factor"));
    }

    /** The name of the index. */
    public String index() {
        return index;
    }

    /** The month with which the first adjustment compares. */
    public YearMonth base() {
        return base;
    }

    /** Between one adjustment and the next, whole months or years. */
    public Period interval() {
        return boundaries.interval();
    }

    /** The day of the first adjustment. */
    public LocalDate first() {
        return boundaries.anchor();
    }

    /** How many months the reference month is before that of the adjustment. */
    public int lag() {
        return lag;
    }

    /** The least percentage of an adjustment, if there is one. */
    public Optional<BigDecimal> floor() {
        return Optional.ofNullable(floor);
    }

    /** The largest percentage of an adjustment, if there is one. */
    public Optional<BigDecimal> cap() {
        return Optional.ofNullable(cap);
    }

    /** How the factor of each adjustment is rounded, if it is. */
    public Optional<Rounding> rounding() {
        return Optional.ofNullable(rounding);
    }

    /** The month whose value an adjustment on that day takes. */
    private YearMonth reference(LocalDate day) {
        return YearMonth.from(day).minusMonths(lag);
    }

    @Override
    public PriceFactor factorOn(LocalDate day, PriceIndex published) {
        requireNonNull(published, "index");
        var made = new ArrayList<PriceAdjustment>();
        YearMonth before = base;
        for (LocalDate adjusted : AdjustmentDays.upTo(day, boundaries, first())) {
            YearMonth after = reference(adjusted);
            BigDecimal old = value(published, before).orElse(null);
            BigDecimal now = value(published, after).orElse(null);
            if (old == null || now == null) {
                return new PriceFactor.Missing(
                        index, old == null ? before : after, adjusted, new PriceFactor.Known(made));
            }
            made.add(adjustment(adjusted, before + " / " + after, old, now));
            before = after;
        }
        return new PriceFactor.Known(made);
    }

    /** What the index, which may be a host's own, says; believed only where it is more than 0. */
    private Optional<BigDecimal> value(PriceIndex published, YearMonth month) {
        String of = index + " " + month;
        Optional<BigDecimal> value;
        try {
            value = published.value(index, month);
        } catch (RuntimeException e) {
            throw new InvalidArgumentException("index.failed", "index", "must answer for " + of, e).causedBy(e);
        }
        Require.that(value != null, "index.no-answer", "index", "must answer for " + of, "no answer");
        return value.map(number -> Require.positive(number, of));
    }

    private PriceAdjustment adjustment(LocalDate day, String months, BigDecimal old, BigDecimal now) {
        Expression exact = Expression.of(now).dividedBy(Expression.of(old));
        Expression formula = rounding == null ? exact : exact.rounded(rounding);
        Fraction change = percent(exact.value());
        Fraction percent = percent(formula.value());
        if (cap != null && percent.compareTo(Fraction.of(cap)) > 0) {
            return new PriceAdjustment(
                    day,
                    change,
                    Fraction.of(cap),
                    Explanation.of(
                            "escalation.index-cap",
                            "from {0} on as {1}, {2}: {3} = {4}, at most {5}%",
                            day,
                            index,
                            months,
                            formula,
                            formula.value(),
                            cap));
        }
        if (floor != null && percent.compareTo(Fraction.of(floor)) < 0) {
            return new PriceAdjustment(
                    day,
                    change,
                    Fraction.of(floor),
                    Explanation.of(
                            "escalation.index-floor",
                            "from {0} on as {1}, {2}: {3} = {4}, at least {5}%",
                            day,
                            index,
                            months,
                            formula,
                            formula.value(),
                            floor));
        }
        return new PriceAdjustment(
                day,
                change,
                percent,
                Explanation.of(
                        "escalation.index",
                        "from {0} on as {1}, {2}: {3} = {4}",
                        day,
                        index,
                        months,
                        formula,
                        formula.value()));
    }

    private static Fraction percent(Fraction factor) {
        return factor.minus(Fraction.ONE).times(Fraction.of(100));
    }

    @Override
    public List<LocalDate> boundariesWithin(ServicePeriod days) {
        return AdjustmentDays.within(days, boundaries, first());
    }

    @Override
    public <T> T match(Function<FixedEscalation, T> fixed, Function<IndexedEscalation, T> indexed) {
        return indexed.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IndexedEscalation that
                && index.equals(that.index)
                && base.equals(that.base)
                && boundaries.equals(that.boundaries)
                && lag == that.lag
                && Objects.equals(floor, that.floor)
                && Objects.equals(cap, that.cap)
                && Objects.equals(rounding, that.rounding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, base, boundaries, lag, floor, cap, rounding);
    }

    /** For example {@code as CPI-U since 2025-10, every P1Y from 2027-01-01, 3 months before, at least 0%, at most 3%}. */
    @Override
    public String toString() {
        return "as " + index + " since " + base + ", " + boundaries
                + (lag == 0 ? "" : ", " + lag + " months before")
                + (floor == null ? "" : ", at least " + floor + "%")
                + (cap == null ? "" : ", at most " + cap + "%")
                + (rounding == null ? "" : ", " + rounding);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new IndexedEscalation(index, base, boundaries, lag, floor, cap, rounding);
    }
}
