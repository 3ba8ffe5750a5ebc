package io.quittance.core.contract;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/**
 * How prices change over time by agreement: by a fixed percentage, or as a price index does. Adjustments compound. {@code
 * fixed("3", "P1Y", "2027-01-01")} makes 100.00 of 2026 cost 103.00 in 2027 and 106.09 in 2028.
 */
public sealed interface Escalation extends Serializable permits FixedEscalation, IndexedEscalation {

    /**
     * So many percent on each boundary of a schedule.
     *
     * @param percent more than -100; 3 means 3 %, and -2 that prices fall by 2 %
     * @param boundaries the days on which prices may change
     * @param from the first day on which they do, if it is a boundary; otherwise they do on the first boundary after it
     */
    static FixedEscalation fixed(BigDecimal percent, Schedule boundaries, LocalDate from) {
        return new FixedEscalation(percent, boundaries, from);
    }

    /** As {@link #fixed(BigDecimal, Schedule, LocalDate)}, from text: {@code "3", "P1Y", "2027-01-01"}. */
    static FixedEscalation fixed(String percent, String interval, String first) {
        Schedule boundaries = Schedule.every(interval, first);
        return fixed(Require.decimal(percent, "percent"), boundaries, boundaries.anchor());
    }

    /**
     * By as much as a price index changed, on a first day and every interval after it. The first adjustment compares the
     * value of its reference month with that of the base month, each later one with the reference month of the one before.
     * The reference month is that of the adjustment, see {@link IndexedEscalation#lagged} for an earlier one.
     *
     * @param index the name of the index, such as {@code CPI-U}
     * @param base the month with which the first adjustment compares, before its reference month
     * @param interval whole months or years, at most 100 years: an index has one value a month
     * @param first the day of the first adjustment
     */
    static IndexedEscalation indexed(String index, YearMonth base, Period interval, LocalDate first) {
        return IndexedEscalation.of(index, base, Schedule.every(interval, first));
    }

    /** As {@link #indexed(String, YearMonth, Period, LocalDate)}, from text: {@code "CPI-U", "2025-10", "P1Y", "2027-01-01"}. */
    static IndexedEscalation indexed(String index, String base, String interval, String first) {
        return IndexedEscalation.of(index, Dates.parseMonth(base, "base"), Schedule.every(interval, first));
    }

    /**
     * By what prices of the beginning are multiplied on a day, with the adjustments that make it up; or what is not published
     * that it depends on. An adjustment holds from its day on, that day included.
     *
     * @param index asked for the values that are needed; a fixed escalation needs none, see {@link PublishedIndex#none}
     * @throws IllegalArgumentException if more than 10,000 adjustments would be needed, or the index answers with a value
     *     that is not more than 0, with null or not at all
     * @throws ArithmeticException if the exact factor is beyond the bounds of a {@link io.quittance.core.money.Fraction}, as
     *     after some 600 adjustments of 3 %
     */
    PriceFactor factorOn(LocalDate day, PriceIndex index);

    /**
     * The days on which the factor may change, in order, that belong to some days; the first of these may be one.
     *
     * @throws IllegalArgumentException if there are more than 10,000
     */
    List<LocalDate> boundariesWithin(ServicePeriod days);

    /** Answers by the kind of escalation. */
    <T> T match(Function<FixedEscalation, T> fixed, Function<IndexedEscalation, T> indexed);
}
