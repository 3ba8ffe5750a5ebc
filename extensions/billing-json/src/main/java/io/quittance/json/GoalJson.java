package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.kpi.scorecard.Goal;
import java.math.BigDecimal;
import java.util.Optional;

/** What a value is to come to, by its kind: {@code {"kind": "change", "percent": "-10"}}. */
final class GoalJson {
    private enum Kind {
        ABSOLUTE,
        CHANGE,
        POINTS,
        FROM_TO,
        BENCHMARK
    }

    private GoalJson() {}

    static void write(Goal goal, JsonObject object) {
        if (goal instanceof Goal.Absolute absolute) {
            kind(Kind.ABSOLUTE, object).decimal("number", absolute.number());
        } else if (goal instanceof Goal.Change change) {
            kind(Kind.CHANGE, object).decimal("percent", change.percent());
        } else if (goal instanceof Goal.Points points) {
            kind(Kind.POINTS, object).decimal("points", points.points());
        } else if (goal instanceof Goal.FromTo way) {
            kind(Kind.FROM_TO, object).decimal("from", way.from()).decimal("to", way.to());
        } else if (goal instanceof Goal.Benchmark benchmark) {
            kind(Kind.BENCHMARK, object).decimal("number", benchmark.number()).text("source", benchmark.source());
        } else {
            throw new IllegalStateException("no form for " + goal); // the kinds are sealed, and these are all
        }
    }

    private static JsonObject kind(Kind kind, JsonObject object) {
        return object.text("kind", Words.of(kind));
    }

    /** Empty where it is wrong. */
    static Optional<Goal> read(JsonFields fields) {
        Optional<Kind> kind = Words.read(fields, "kind", Kind.values());
        if (kind.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        return switch (kind.get()) {
            case ABSOLUTE -> number("number", fields).map(Goal.Absolute::new);
            case CHANGE -> number("percent", fields).map(Goal.Change::new);
            case POINTS -> number("points", fields).map(Goal.Points::new);
            case FROM_TO -> fromTo(fields);
            case BENCHMARK -> benchmark(fields);
        };
    }

    private static Optional<Goal> fromTo(JsonFields fields) {
        Optional<BigDecimal> from = number("from", fields);
        Optional<BigDecimal> to = number("to", fields);
        return Parts.made(fields, () -> new Goal.FromTo(from.orElseThrow(), to.orElseThrow()), from, to);
    }

    private static Optional<Goal> benchmark(JsonFields fields) {
        Optional<BigDecimal> number = number("number", fields);
        Optional<String> source = fields.parsed("source", text -> Require.id(text, "source"));
        return Parts.made(fields, () -> new Goal.Benchmark(number.orElseThrow(), source.orElseThrow()), number, source);
    }

    private static Optional<BigDecimal> number(String name, JsonFields fields) {
        return fields.decimal(name, number -> number);
    }
}
