package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.usage.Average;
import io.quittance.core.usage.Count;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Latest;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Minimum;
import io.quittance.core.usage.Percentile;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.TimeWeightedSum;
import io.quittance.core.usage.UniqueCount;
import io.quittance.core.usage.UsageAggregation;
import java.math.BigDecimal;
import java.util.Map;

/** The aggregations of this library: {@code {"type": "MAXIMUM"}}, {@code {"type": "UNIQUE_COUNT", "dimension": "user"}}. */
final class AggregationJson {

    /** The values of the field {@code type}. */
    private enum Type {
        SUM,
        COUNT,
        AVERAGE,
        MINIMUM,
        MAXIMUM,
        LATEST,
        UNIQUE_COUNT,
        TIME_WEIGHTED_SUM_BY_DAY,
        TIME_WEIGHTED_SUM_BY_ELAPSED_TIME,
        PERCENTILE,
        SUM_OF_INCREMENTS
    }

    /** Those that are told by their type alone. */
    private static final Map<Type, UsageAggregation> PLAIN = Map.of(
            Type.SUM, new Sum(),
            Type.COUNT, new Count(),
            Type.AVERAGE, new Average(),
            Type.MINIMUM, new Minimum(),
            Type.MAXIMUM, new Maximum(),
            Type.LATEST, new Latest(),
            Type.TIME_WEIGHTED_SUM_BY_DAY, TimeWeightedSum.byDay(),
            Type.TIME_WEIGHTED_SUM_BY_ELAPSED_TIME, TimeWeightedSum.byElapsedTime());

    private AggregationJson() {}

    static UsageAggregation read(JsonFields fields) {
        Type type = fields.choice("type", Type.values());
        UsageAggregation aggregation = switch (type) {
            case UNIQUE_COUNT -> uniqueCount(fields);
            case PERCENTILE -> percentile(fields);
            case SUM_OF_INCREMENTS -> sumOfIncrements(fields);
            default -> Require.present(PLAIN.get(type), "type");
        };
        return aggregation;
    }

    private static UsageAggregation uniqueCount(JsonFields fields) {
        String dimension = fields.text("dimension");
        return fields.within(() -> new UniqueCount(dimension));
    }

    private static UsageAggregation percentile(JsonFields fields) {
        BigDecimal percent = fields.decimal("percent");
        PercentileMethod method = fields.choice("method", PercentileMethod.values());
        return fields.within(() -> Percentile.of(percent, method));
    }

    private static UsageAggregation sumOfIncrements(JsonFields fields) {
        BigDecimal minimum = fields.decimal("minimum");
        BigDecimal step = fields.decimal("step");
        return fields.within(() -> new SumOfIncrements(Increments.of(minimum, step)));
    }

    /** The field {@code aggregation}, or {@code otherwise} where it is left out. */
    static UsageAggregation readOptional(JsonFields fields, UsageAggregation otherwise) {
        return fields.optionalObject("aggregation").map(AggregationJson::read).orElse(otherwise);
    }

    /** The field {@code aggregation}, unless it is {@code otherwise}. */
    static void writeOptional(UsageAggregation aggregation, UsageAggregation otherwise, JsonObject object) {
        if (!aggregation.equals(otherwise)) {
            object.object("aggregation", out -> write(aggregation, out));
        }
    }

    static void write(UsageAggregation aggregation, JsonObject object) {
        if (aggregation instanceof UniqueCount unique) {
            object.text("type", Type.UNIQUE_COUNT.name()).text("dimension", unique.dimension());
        } else if (aggregation instanceof Percentile percentile) {
            object.text("type", Type.PERCENTILE.name())
                    .decimal("percent", percentile.percent())
                    .text("method", percentile.method().name());
        } else if (aggregation instanceof SumOfIncrements sum) {
            object.text("type", Type.SUM_OF_INCREMENTS.name())
                    .decimal("minimum", sum.increments().minimum())
                    .decimal("step", sum.increments().step());
        } else {
            object.text("type", typeOf(aggregation).name());
        }
    }

    private static Type typeOf(UsageAggregation aggregation) {
        return PLAIN.entrySet().stream()
                .filter(plain -> plain.getValue().equals(aggregation))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        "json.aggregation",
                        "aggregation",
                        "must be one of this library",
                        aggregation.getClass().getName()));
    }
}
