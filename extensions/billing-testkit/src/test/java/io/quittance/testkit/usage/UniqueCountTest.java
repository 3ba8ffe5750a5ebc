package io.quittance.testkit.usage;

import io.quittance.core.usage.UniqueCount;
import io.quittance.core.usage.UsageAggregation;

class UniqueCountTest implements UsageAggregationContract {
    @Override
    public UsageAggregation aggregation() {
        return new UniqueCount("user");
    }
}
