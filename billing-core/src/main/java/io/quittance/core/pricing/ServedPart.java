package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The days of a period that are served, and how what is agreed for all of it is prorated: 15 of 31 days of 1000 are 1000 × 15
 * / 31 by {@link DayCount#CIVIL_DAYS}, and 1000 by {@link io.quittance.core.schedule.StubRule#CHARGE_WHOLE}.
 *
 * @param served the days that are served, within {@code period}, in order and apart from each other
 * @param period the whole period
 * @param proration is asked only where a part of the period is served, for each of the days that meet
 */
public record ServedPart(
        List<ServicePeriod> served,
        ServicePeriod period,
        @SuppressWarnings("serial") // those of this library are serialisable, a host's if it wants its terms to be
        Proration proration)
        implements Serializable {

    /** Refuses days outside the period, and days that overlap. */
    public ServedPart {
        served = List.copyOf(Require.notEmpty(served, "served"));
        requireNonNull(period, "period");
        requireNonNull(proration, "proration");
        for (int i = 0; i < served.size(); i++) {
            ServicePeriod days = served.get(i);
            Require.that(
                    period.contains(days), "period.within", "service", "must lie within the period " + period, days);
            Require.that(
                    i == 0 || served.get(i - 1).end().isBefore(days.start()),
                    "period.order",
                    "served[" + i + "]",
                    "must begin after the days before have ended",
                    days);
        }
    }

    /** Days that meet. */
    public ServedPart(ServicePeriod service, ServicePeriod period, Proration proration) {
        this(List.of(service), period, proration);
    }

    /** All of a period, of which nothing is prorated. */
    public static ServedPart whole(ServicePeriod period) {
        return new ServedPart(period, period, DayCount.CIVIL_DAYS);
    }

    /**
     * The part of what is agreed for the whole period, exactly: days of days where they are counted, {@code (1000 × 15) / 31},
     * else by the fraction, {@code 1000 × 360/743}; the number itself where all of it is due.
     *
     * @throws io.quittance.core.error.InvalidArgumentException if the strategy gives no part from 0 to 1
     */
    public Expression of(BigDecimal agreed) {
        Expression all = Expression.of(agreed);
        Fraction part = part();
        if (part.equals(Fraction.ONE)) {
            return all;
        }
        return proration instanceof DayCount count
                ? all.times(Expression.of(served.stream().mapToLong(count::days).sum()))
                        .dividedBy(Expression.of(count.daysOf(period)))
                : all.times(Expression.of(part));
    }

    private Fraction part() {
        if (served.get(0).equals(period)) {
            return Fraction.ONE;
        }
        Fraction sum = Fraction.ZERO;
        for (ServicePeriod days : served) {
            sum = sum.plus(proration.checkedPart(days, period));
        }
        return sum.min(Fraction.ONE);
    }
}
