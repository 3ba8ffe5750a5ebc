package io.quittance.testkit.usage;

import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;

class SumTest implements UsageAggregationContract.Additive {
    @Override
    public UsageAggregation aggregation() {
        return new Sum();
    }
}
