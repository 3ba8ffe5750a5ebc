package io.quittance.testkit.schedule;

import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import java.time.ZoneId;

class ElapsedTimeTest implements ProrationContract.Additive, ProrationContract.Serialisable {
    @Override
    public Proration proration() {
        return new ElapsedTime(ZoneId.of("Europe/Berlin"));
    }
}
