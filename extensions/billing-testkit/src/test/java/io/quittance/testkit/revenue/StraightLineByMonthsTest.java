package io.quittance.testkit.revenue;

import io.quittance.core.revenue.RecognitionRule;
import io.quittance.core.revenue.StraightLine;
import io.quittance.core.schedule.DayCount;

class StraightLineByMonthsTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return StraightLine.over("2026-01-01", "2027-01-01").by(DayCount.THIRTY_DAY_MONTHS);
    }
}
