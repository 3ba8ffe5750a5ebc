package io.quittance.json;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.TimeBuckets.Bucket;
import io.quittance.core.usage.Maximum;

/** {@code {"type": "timeBuckets", "bucket": "HOUR", "price": {"type": "perUnit", …}}}; an aggregation other than the maximum stands in
 * {@code aggregation}. */
public final class TimeBucketsCodec implements ChargeModelCodec<TimeBuckets> {

    @Override
    public String type() {
        return "timeBuckets";
    }

    @Override
    public Class<TimeBuckets> modelClass() {
        return TimeBuckets.class;
    }

    @Override
    public TimeBuckets read(JsonFields fields) {
        Bucket bucket = fields.choice("bucket", Bucket.values());
        var aggregation = AggregationJson.readOptional(fields, new Maximum());
        ChargeModel price = fields.model("price");
        return TimeBuckets.of(bucket, price).withAggregation(aggregation.orElseThrow());
    }

    @Override
    public void write(TimeBuckets model, JsonObject object) {
        object.text("bucket", model.bucket().name());
        AggregationJson.writeOptional(model.aggregation(), new Maximum(), object);
        object.model("price", model.price());
    }
}
