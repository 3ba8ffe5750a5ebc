package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;

/** What is agreed for a whole period, for the days of it that are served: 15 of 31 days of 1000 are 1000 × 15 / 31. */
final class ServedPart {
    private ServedPart() {}

    /**
     * The part, exactly; all of it where the whole period is served.
     *
     * @param service the days that are served, within {@code period}
     */
    static Expression of(BigDecimal whole, ServicePeriod service, ServicePeriod period) {
        Require.that(
                period.contains(service),
                "minimum.service",
                "service",
                "must lie within the period " + period,
                service);
        Expression all = Expression.of(whole);
        return service.equals(period)
                ? all
                : all.times(Expression.of(service.days())).dividedBy(Expression.of(period.days()));
    }
}
