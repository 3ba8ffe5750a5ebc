package io.quittance.testkit.schedule;

import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.StubRule;

class ChargeWholeTest implements ProrationContract.Timeless, ProrationContract.Serialisable {
    @Override
    public Proration proration() {
        return StubRule.CHARGE_WHOLE;
    }
}
