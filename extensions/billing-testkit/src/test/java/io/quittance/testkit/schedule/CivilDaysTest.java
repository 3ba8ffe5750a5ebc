package io.quittance.testkit.schedule;

import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;

class CivilDaysTest implements ProrationContract.Additive, ProrationContract.Timeless, ProrationContract.Serialisable {
    @Override
    public Proration proration() {
        return DayCount.CIVIL_DAYS;
    }
}
