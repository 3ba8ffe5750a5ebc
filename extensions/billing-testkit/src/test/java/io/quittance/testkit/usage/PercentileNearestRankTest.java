package io.quittance.testkit.usage;

import io.quittance.core.money.PercentileMethod;
import io.quittance.core.usage.Percentile;
import io.quittance.core.usage.UsageAggregation;

class PercentileNearestRankTest implements UsageAggregationContract.BetweenExtremes {
    @Override
    public UsageAggregation aggregation() {
        return Percentile.of("33.3", PercentileMethod.NEAREST_RANK);
    }
}
