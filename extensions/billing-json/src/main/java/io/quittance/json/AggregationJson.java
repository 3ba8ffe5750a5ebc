package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.usage.Average;
import io.quittance.core.usage.Count;
import io.quittance.core.usage.Latest;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Minimum;
import io.quittance.core.usage.Percentile;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.TimeWeightedSum;
import io.quittance.core.usage.UniqueCount;
import io.quittance.core.usage.UsageAggregation;
import java.util.Map;
import java.util.Optional;

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

    /** Empty where it is wrong; of one whose type is none of them nothing else is read. */
    private static Optional<UsageAggregation> read(JsonFields fields) {
        Optional<Type> type = fields.chosen("type", Type.values());
        if (type.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        return switch (type.get()) {
            case UNIQUE_COUNT -> fields.parsed("dimension", UniqueCount::new);
            case PERCENTILE -> percentile(fields);
            case SUM_OF_INCREMENTS -> AgreementsJson.increments(fields).map(SumOfIncrements::new);
            default -> Optional.of(Require.present(PLAIN.get(type.get()), "type"));
        };
    }

    private static Optional<UsageAggregation> percentile(JsonFields fields) {
        Optional<Percentile> percentile =
                fields.decimal("percent", percent -> Percentile.of(percent, PercentileMethod.NEAREST_RANK));
        Optional<PercentileMethod> method = fields.chosen("method", PercentileMethod.values());
        return percentile.flatMap(one -> method.map(how -> Percentile.of(one.percent(), how)));
    }

    /** The field {@code aggregation}, {@code otherwise} where it is left out; empty where it is wrong. */
    static Optional<UsageAggregation> readOptional(JsonFields fields, UsageAggregation otherwise) {
        return fields.optionalObject("aggregation")
                .map(AggregationJson::read)
                .orElseGet(() -> fields.isGiven("aggregation") ? Optional.empty() : Optional.of(otherwise));
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
