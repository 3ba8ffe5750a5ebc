package io.quittance.testkit.usage;

import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.UsageAggregation;

class MaximumTest implements UsageAggregationContract.BetweenExtremes {
    @Override
    public UsageAggregation aggregation() {
        return new Maximum();
    }
}
