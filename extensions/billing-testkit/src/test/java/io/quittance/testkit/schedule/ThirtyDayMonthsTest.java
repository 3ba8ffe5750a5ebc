package io.quittance.testkit.schedule;

import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;

class ThirtyDayMonthsTest implements ProrationContract.Timeless, ProrationContract.Serialisable {
    @Override
    public Proration proration() {
        return DayCount.THIRTY_DAY_MONTHS;
    }
}
