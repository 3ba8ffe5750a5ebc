package io.quittance.testkit.schedule;

import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import net.jqwik.api.Arbitrary;

/** From the first day of a month on, its days add up; from 31 January to 28 February there are 27 of 30. */
class ThirtyDayMonthsOfTheCalendarTest implements ProrationContract.Additive {
    @Override
    public Proration proration() {
        return DayCount.THIRTY_DAY_MONTHS;
    }

    @Override
    public Arbitrary<ServicePeriod> periods() {
        return ProrationArbitraries.months();
    }
}
