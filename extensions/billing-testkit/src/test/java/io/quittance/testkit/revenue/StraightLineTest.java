package io.quittance.testkit.revenue;

import io.quittance.core.revenue.RecognitionRule;
import io.quittance.core.revenue.StraightLine;

class StraightLineTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return StraightLine.over("2026-01-01", "2027-01-01");
    }
}
