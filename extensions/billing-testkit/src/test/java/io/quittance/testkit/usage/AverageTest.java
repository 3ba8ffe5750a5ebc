package io.quittance.testkit.usage;

import io.quittance.core.usage.Average;
import io.quittance.core.usage.UsageAggregation;

class AverageTest implements UsageAggregationContract.BetweenExtremes {
    @Override
    public UsageAggregation aggregation() {
        return new Average();
    }
}
