package io.quittance.testkit.usage;

import io.quittance.core.usage.Increments;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.UsageAggregation;

class SumOfIncrementsTest implements UsageAggregationContract.Additive {
    @Override
    public UsageAggregation aggregation() {
        return new SumOfIncrements(Increments.of("60", "6"));
    }
}
