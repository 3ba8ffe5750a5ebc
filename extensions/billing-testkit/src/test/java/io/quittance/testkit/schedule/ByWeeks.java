package io.quittance.testkit.schedule;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;

// docs begin
/** Each week that has begun is due, at most all of the period: 8 days of 28 are half of it. */
public record ByWeeks() implements Proration {
    @Override
    public Fraction part(ServicePeriod service, ServicePeriod period) {
        long weeks = (service.days() + 6) / 7;
        return Fraction.of(7 * weeks, period.days()).min(Fraction.ONE);
    }
}
// docs end
