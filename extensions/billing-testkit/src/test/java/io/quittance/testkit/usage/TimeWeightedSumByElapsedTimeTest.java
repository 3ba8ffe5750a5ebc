package io.quittance.testkit.usage;

import io.quittance.core.usage.TimeWeightedSum;
import io.quittance.core.usage.UsageAggregation;

class TimeWeightedSumByElapsedTimeTest implements UsageAggregationContract.Additive {
    @Override
    public UsageAggregation aggregation() {
        return TimeWeightedSum.byElapsedTime();
    }
}
