package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Simple interest for each day that a debt is late, at the rate of the day, from the day after the due date to the day of payment, both included
 * (ar.md 4.17). Periods are cut where the rate or the balance changes; their sum is exact and rounded once, unless each day is to be rounded.
 *
 * <p>{@code LateInterest.of(RateTable.constant("12.25"), DayBasis.ACTUAL_365, Rounding.halfUp(2))} charges 169.49 for 5000.00 that are 101 days late, and
 * {@code .roundingEachDay(Rounding.halfUp(2))} 169.68.
 *
 * <p>Without grace and limits, what is charged for days and for those that follow adds up, before it is rounded, to what is charged for both at once.
 */
public final class LateInterest implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DAYS = 3_650;

    private final RateTable rates;
    private final DayBasis basis;
    private final Rounding rounding;
    private final @Nullable Rounding daily;
    private final int graceDays;
    private final int freeDays;
    private final ChargeLimits limits;

    private LateInterest(
            RateTable rates,
            DayBasis basis,
            Rounding rounding,
            @Nullable Rounding daily,
            int graceDays,
            int freeDays,
            ChargeLimits limits) {
        this.rates = requireNonNull(rates, "rates");
        this.basis = requireNonNull(basis, "basis");
        this.rounding = requireNonNull(rounding, "rounding");
        this.daily = daily;
        this.graceDays = days(graceDays, "graceDays");
        this.freeDays = days(freeDays, "freeDays");
        this.limits = requireNonNull(limits, "limits");
    }

    private static int days(int days, String argument) {
        Require.that(
                days >= 0 && days <= MAX_DAYS, "interest.grace", argument, "must be between 0 and " + MAX_DAYS, days);
        return days;
    }

    /**
     * Interest from the first day on, without limits.
     *
     * @param rates a year, by day
     * @param basis how days are counted
     * @param rounding of the sum; to the minor unit if it is to be posted
     */
    public static LateInterest of(RateTable rates, DayBasis basis, Rounding rounding) {
        return new LateInterest(rates, basis, rounding, null, 0, 0, ChargeLimits.NONE);
    }

    /** The same, where what each day comes to is rounded first: 1.68 a day for 5000.00 at 12.25 %. */
    public LateInterest roundingEachDay(Rounding newDaily) {
        return new LateInterest(rates, basis, rounding, requireNonNull(newDaily, "daily"), graceDays, freeDays, limits);
    }

    /**
     * The same, where what is paid up to so many days late bears nothing, and what is not bears from the first day; 0 to 3650. With 5 days, of 1000.00 of
     * which 400.00 are paid 3 days late and 600.00 10 days late, 600.00 bear interest for 10 days.
     */
    public LateInterest grace(int newGraceDays) {
        return new LateInterest(rates, basis, rounding, daily, newGraceDays, freeDays, limits);
    }

    /** The same, where the first so many days are never charged; 0 to 3650. */
    public LateInterest free(int newFreeDays) {
        return new LateInterest(rates, basis, rounding, daily, graceDays, newFreeDays, limits);
    }

    /** The same within limits, which hold for each charge. */
    public LateInterest within(ChargeLimits newLimits) {
        return new LateInterest(rates, basis, rounding, daily, graceDays, freeDays, newLimits);
    }

    /** Rates by day. */
    public RateTable rates() {
        return rates;
    }

    /** How days are counted. */
    public DayBasis basis() {
        return basis;
    }

    /** Of the sum. */
    public Rounding rounding() {
        return rounding;
    }

    /** Of what each day comes to; empty where only the sum is rounded. */
    public Optional<Rounding> daily() {
        return Optional.ofNullable(daily);
    }

    /** Up to how many days late a payment costs nothing. */
    public int graceDays() {
        return graceDays;
    }

    /** How many days are never charged. */
    public int freeDays() {
        return freeDays;
    }

    /** Between which amounts a charge lies. */
    public ChargeLimits limits() {
        return limits;
    }

    /**
     * Interest of all days up to that one: the day of payment, or of the charge.
     *
     * @param upTo the last day that bears interest; nothing is charged up to the due date
     * @throws IllegalArgumentException if no rate is known of a day that bears interest
     */
    public InterestCharge charge(OverdueBalance balance, LocalDate upTo) {
        Dates.inCalendar(upTo, "upTo");
        return upTo.isAfter(balance.dueDate())
                ? charge(balance, ServicePeriod.closed(balance.dueDate().plusDays(1), upTo))
                : nothing(balance, upTo);
    }

    /**
     * Interest of some of the days, such as those since the last charge.
     *
     * @param days which they are; those up to the due date bear none. Grace is judged by the last of them
     * @throws IllegalArgumentException if no rate is known of a day that bears interest
     */
    public InterestCharge charge(OverdueBalance balance, ServicePeriod days) {
        LocalDate first = balance.dueDate().plusDays(1L + freeDays);
        LocalDate start = days.start().isBefore(first) ? first : days.start();
        if (balance.daysLate(days.lastDay()) <= graceDays || !start.isBefore(days.end())) {
            return nothing(balance, days.lastDay());
        }
        List<InterestPeriod> periods = periods(afterGrace(balance), new ServicePeriod(start, days.end()));
        Fraction sum = periods.stream().map(InterestPeriod::amount).reduce(Fraction.ZERO, Fraction::plus);
        Amount rounded = sum.round(rounding, balance.amount().getCurrency());
        ExplainedCharge charge = limits.apply(
                rounded,
                Explanation.of(
                        "interest.late",
                        "interest from {0} to {1} on what was due on {2}: {3} = {4}, {5}",
                        start,
                        days.lastDay(),
                        balance.dueDate(),
                        sum,
                        rounded,
                        rounding));
        return new InterestCharge(periods, charge.amount(), charge.explanation());
    }

    private InterestCharge nothing(OverdueBalance balance, LocalDate upTo) {
        return new InterestCharge(
                List.of(),
                Amount.zero(balance.amount().getCurrency()),
                Explanation.of(
                        "interest.none",
                        "no interest: {0} days late on {1}, with {2} days of grace and {3} free",
                        Math.max(0, balance.daysLate(upTo)),
                        upTo,
                        graceDays,
                        freeDays));
    }

    /** What bears interest, without what was paid within the days of grace: it was paid in time. */
    private NavigableMap<LocalDate, Amount> afterGrace(OverdueBalance balance) {
        NavigableMap<LocalDate, Amount> steps = balance.steps();
        LocalDate after = balance.dueDate().plusDays(1L + graceDays);
        Amount left = requireNonNull(steps.floorEntry(after)).getValue();
        steps.headMap(after, false).replaceAll((day, bearing) -> bearing.min(left));
        steps.put(after, left);
        return steps;
    }

    private List<InterestPeriod> periods(NavigableMap<LocalDate, Amount> steps, ServicePeriod days) {
        var periods = new ArrayList<InterestPeriod>();
        LocalDate from = days.start();
        for (LocalDate to : cuts(steps, days)) {
            Amount bearing = requireNonNull(steps.floorEntry(from)).getValue();
            if (bearing.signum() > 0) {
                var period = new ServicePeriod(from, to);
                BigDecimal percent = rates.percentOn(from);
                int yearDays = basis.yearDays(from.getYear());
                var interest = new SimpleInterest(bearing, percent, basis.days(period), yearDays);
                periods.add(new InterestPeriod(period, interest, daily));
            }
            from = to;
        }
        return periods;
    }

    /** The days on which another balance, rate or length of a year begins, and the end. */
    private SortedSet<LocalDate> cuts(NavigableMap<LocalDate, Amount> steps, ServicePeriod days) {
        var cuts = new TreeSet<>(
                steps.subMap(days.start(), false, days.end(), false).keySet());
        for (RateTable.Row row : rates.rows()) {
            if (row.from().isAfter(days.start()) && row.from().isBefore(days.end())) {
                cuts.add(row.from());
            }
        }
        if (basis == DayBasis.ACTUAL_ACTUAL) {
            for (int year = days.start().getYear() + 1; year <= days.lastDay().getYear(); year++) {
                cuts.add(LocalDate.of(year, 1, 1));
            }
        }
        cuts.add(days.end());
        return cuts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LateInterest that
                && rates.equals(that.rates)
                && basis == that.basis
                && rounding.equals(that.rounding)
                && Objects.equals(daily, that.daily)
                && graceDays == that.graceDays
                && freeDays == that.freeDays
                && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rates, basis.name(), rounding, daily, graceDays, freeDays, limits);
    }

    @Override
    public String toString() {
        return "interest of " + rates + " by " + basis + ", " + rounding;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new LateInterest(rates, basis, rounding, daily, graceDays, freeDays, limits);
    }
}
