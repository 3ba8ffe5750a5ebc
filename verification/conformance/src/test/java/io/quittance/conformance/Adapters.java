package io.quittance.conformance;

import java.util.Map;

/** Which adapter answers which topic. */
final class Adapters {
    static final Map<Topic, Adapter> ALL = Map.of(
            new Topic("rating", "per_unit", ""), new PerUnitAdapter(),
            new Topic("rating", "rounding", ""), new RoundingAdapter(),
            new Topic("ar", "allocation", "ordered_allocation"), new OrderedAllocationAdapter(),
            new Topic("ar", "statement", "ordered_allocation"), new OrderedAllocationAdapter(),
            new Topic("ar", "aging", "bucket_of"), new BucketOfAdapter(),
            new Topic("kpi", "dso_simple", ""), new DsoSimpleAdapter());

    private Adapters() {}
}
