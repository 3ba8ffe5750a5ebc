package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days of one balance and one rate: 1000.00 at 11.15 % from 2 to 30 June 2025, 29 of 365 days, are 8.8589… .
 *
 * @param days which they are; the end is the first day that is not one of them
 * @param interest balance, rate and days as they are counted
 * @param daily how each day is rounded; null where none is
 */
public record InterestPeriod(
        ServicePeriod days,
        SimpleInterest interest,
        @Nullable Rounding daily) implements Serializable {
    /** Checks the parts. */
    public InterestPeriod {
        requireNonNull(days, "days");
        requireNonNull(interest, "interest");
    }

    /** What the days come to: exactly, or days times the rounded amount of one. */
    public Fraction amount() {
        return daily == null ? interest.exact() : interest.amountByDay(daily).toFraction();
    }

    /** How each day is rounded; empty where only the sum is. */
    public Optional<Rounding> dailyRounding() {
        return Optional.ofNullable(daily);
    }

    /** The days, the balance, the rate and what they come to. */
    public Explanation explanation() {
        return daily == null
                ? Explanation.of(
                        "interest.period",
                        "{0} to {1}: {2} at {3}% for {4} of {5} days = {6}",
                        days.start(),
                        days.lastDay(),
                        interest.principal(),
                        interest.percent(),
                        interest.days(),
                        interest.yearDays(),
                        amount())
                : Explanation.of(
                        "interest.period-by-day",
                        "{0} to {1}: {2} at {3}% are {4} a day of {5}, for {6} days = {7}",
                        days.start(),
                        days.lastDay(),
                        interest.principal(),
                        interest.percent(),
                        interest.daily(daily),
                        interest.yearDays(),
                        interest.days(),
                        amount());
    }

    @Override
    public String toString() {
        return explanation().toString();
    }
}
