package io.quittance.testkit.revenue;

import io.quittance.core.revenue.PointInTime;
import io.quittance.core.revenue.RecognitionRule;

class PointInTimeTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return PointInTime.on("2026-03-31");
    }
}
