package io.quittance.testkit.usage;

import io.quittance.core.usage.Count;
import io.quittance.core.usage.UsageAggregation;

class CountTest implements UsageAggregationContract.Additive {
    @Override
    public UsageAggregation aggregation() {
        return new Count();
    }
}
