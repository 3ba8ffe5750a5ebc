package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;
import java.util.List;

/** Aggregations by their names: {@code "maximum"}. */
final class Aggregations {
    private static final List<UsageAggregation> NAMED = List.of(new Maximum(), new Sum());

    private Aggregations() {}

    static UsageAggregation read(JsonFields fields, String field) {
        String name = fields.text(field);
        for (UsageAggregation aggregation : NAMED) {
            if (aggregation.toString().equals(name)) {
                return aggregation;
            }
        }
        throw fields.refused("json.aggregation", field, "must be one of " + NAMED, name);
    }

    static String nameOf(UsageAggregation aggregation) {
        if (!NAMED.contains(aggregation)) {
            throw new InvalidArgumentException(
                    "json.aggregation", "aggregation", "must be one of " + NAMED, aggregation);
        }
        return aggregation.toString();
    }
}
