package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * So many percent on each boundary of a schedule from a day on, compounding: 3 % on every 1 January from 2027 is a factor of
 * 1.03 in 2027 and of 1.0609 in 2028. Made by {@link Escalation#fixed}.
 */
public final class FixedEscalation implements Escalation {
    private static final long serialVersionUID = 1L;

    private final BigDecimal percent;
    private final Schedule boundaries;
    private final LocalDate from;

    FixedEscalation(BigDecimal percent, Schedule boundaries, LocalDate from) {
        this.percent = PriceAdjustment.requirePercent(percent, "percent");
        this.boundaries = requireNonNull(boundaries, "boundaries");
        this.from = Dates.inCalendar(from, "from");
    }

    /** By how many percent prices change each time; negative where they fall. */
    public BigDecimal percent() {
        return percent;
    }

    /** The days on which prices change, from {@link #from} on. */
    public Schedule boundaries() {
        return boundaries;
    }

    /** The day before which prices stay. */
    public LocalDate from() {
        return from;
    }

    @Override
    public PriceFactor.Known factorOn(LocalDate day, PriceIndex index) {
        requireNonNull(index, "index");
        return new PriceFactor.Known(AdjustmentDays.upTo(day, boundaries, from).stream()
                .map(this::adjustment)
                .toList());
    }

    private PriceAdjustment adjustment(LocalDate day) {
        Fraction exact = Fraction.of(percent);
        return new PriceAdjustment(
                day,
                exact,
                exact,
                Explanation.of(
                        "escalation.fixed",
                        "from {0} on {1}% by agreement: × {2}",
                        day,
                        percent,
                        PriceAdjustment.factor(exact)));
    }

    @Override
    public List<LocalDate> boundariesWithin(ServicePeriod days) {
        return AdjustmentDays.within(days, boundaries, from);
    }

    @Override
    public <T> T match(Function<FixedEscalation, T> fixed, Function<IndexedEscalation, T> indexed) {
        return fixed.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FixedEscalation that
                && percent.equals(that.percent)
                && boundaries.equals(that.boundaries)
                && from.equals(that.from);
    }

    @Override
    public int hashCode() {
        return Objects.hash(percent, boundaries, from);
    }

    /** For example {@code 3% every P1Y from 2027-01-01, not before 2027-01-01}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "% " + boundaries + ", not before " + from;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new FixedEscalation(percent, boundaries, from);
    }
}
