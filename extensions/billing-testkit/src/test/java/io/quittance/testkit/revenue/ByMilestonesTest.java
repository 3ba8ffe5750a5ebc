package io.quittance.testkit.revenue;

import io.quittance.core.revenue.ByMilestones;
import io.quittance.core.revenue.RecognitionRule;

class ByMilestonesTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return ByMilestones.of("design", "20").then("build", "50").then("go-live", "30");
    }
}
