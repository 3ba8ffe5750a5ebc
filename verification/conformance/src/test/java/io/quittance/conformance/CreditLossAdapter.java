package io.quittance.conformance;

import io.quittance.kpi.collection.AgedReceivables;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import io.quittance.kpi.collection.ExpectedCreditLoss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code provision_matrix}: what is open by age × its loss rate. */
final class CreditLossAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        List<Bucket> buckets = input.get("buckets")
                .valueStream()
                .map(bucket -> Bucket.of(
                        bucket.get("bucket").asString(),
                        Input.amount(bucket, "amount"),
                        Input.decimal(bucket, "rate_pct")))
                .toList();
        return answer("per_bucket", buckets);
    }

    /** The losses of the buckets, and their sum. */
    static Map<String, @Nullable Object> answer(String perBucket, List<Bucket> buckets) {
        var answer = new HashMap<String, @Nullable Object>();
        answer.put(
                perBucket,
                buckets.stream().map(bucket -> Values.of(bucket.loss())).toList());
        answer.put("allowance", Values.of(new ExpectedCreditLoss().compute(new AgedReceivables(buckets))));
        return answer;
    }
}
