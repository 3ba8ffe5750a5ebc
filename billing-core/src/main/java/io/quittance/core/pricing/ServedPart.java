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

/**
 * The days of a period that are served, and how what is agreed for all of it is prorated: 15 of 31 days of 1000 are 1000 × 15
 * / 31 by {@link DayCount#CIVIL_DAYS}, and 1000 by {@link io.quittance.core.schedule.StubRule#CHARGE_WHOLE}.
 *
 * @param service the days that are served, within {@code period}
 * @param period the whole period
 * @param proration is asked only where a part of the period is served
 */
public record ServedPart(
        ServicePeriod service,
        ServicePeriod period,
        @SuppressWarnings("serial") // those of this library are serialisable, a host's if it wants its terms to be
        Proration proration)
        implements Serializable {

    /** Refuses days outside the period. */
    public ServedPart {
        requireNonNull(service, "service");
        requireNonNull(period, "period");
        requireNonNull(proration, "proration");
        Require.that(
                period.contains(service), "period.within", "service", "must lie within the period " + period, service);
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
        Fraction part = service.equals(period) ? Fraction.ONE : proration.checkedPart(service, period);
        if (part.equals(Fraction.ONE)) {
            return all;
        }
        return proration instanceof DayCount count
                ? all.times(Expression.of(count.days(service))).dividedBy(Expression.of(count.daysOf(period)))
                : all.times(Expression.of(part));
    }
}
