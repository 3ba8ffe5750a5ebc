package io.quittance.testkit.usage;

import io.quittance.core.usage.Minimum;
import io.quittance.core.usage.UsageAggregation;

class MinimumTest implements UsageAggregationContract.BetweenExtremes {
    @Override
    public UsageAggregation aggregation() {
        return new Minimum();
    }
}
