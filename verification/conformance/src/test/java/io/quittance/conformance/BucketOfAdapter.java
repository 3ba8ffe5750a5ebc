package io.quittance.conformance;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingBuckets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code bucket_of}: the bucket of each age; null where the set has none. */
final class BucketOfAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        AgingBuckets buckets = buckets(input);
        var names = new HashMap<String, @Nullable String>();
        for (JsonNode age : input.get("ages")) {
            names.put(
                    age.asString(),
                    buckets.bucketOf(age.asLong()).map(AgingBucket::name).orElse(null));
        }
        return Map.of("bucket", names);
    }

    static AgingBuckets buckets(JsonNode input) {
        List<AgingBucket> listed = input.get("buckets")
                .valueStream()
                .map(bucket -> new AgingBucket(
                        bucket.get("name").asString(),
                        end(bucket, "min", Long.MIN_VALUE),
                        end(bucket, "max", Long.MAX_VALUE)))
                .toList();
        return AgingBuckets.completing(listed);
    }

    private static long end(JsonNode bucket, String field, long unbounded) {
        return bucket.hasNonNull(field) ? bucket.get(field).asLong() : unbounded;
    }
}
