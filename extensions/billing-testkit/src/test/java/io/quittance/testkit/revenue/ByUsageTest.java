package io.quittance.testkit.revenue;

import io.quittance.core.revenue.ByUsage;
import io.quittance.core.revenue.RecognitionRule;

class ByUsageTest implements RecognitionRuleContract {
    @Override
    public RecognitionRule rule() {
        return ByUsage.of("1000");
    }
}
