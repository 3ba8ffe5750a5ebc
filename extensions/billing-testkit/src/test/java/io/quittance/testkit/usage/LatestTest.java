package io.quittance.testkit.usage;

import io.quittance.core.usage.Latest;
import io.quittance.core.usage.UsageAggregation;

class LatestTest implements UsageAggregationContract.BetweenExtremes {
    @Override
    public UsageAggregation aggregation() {
        return new Latest();
    }
}
