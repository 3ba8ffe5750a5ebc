package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Indicator;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import java.util.Optional;
import java.util.function.Function;

/** What a KPI is: {@code {"id": "dso.simple", "name": "Days sales outstanding", "unit": "days", "direction": "lower", …}}. */
final class KpiDefinitionJson {
    private static final int LONGEST = 200;
    /** Names and formulas may have the name of a part in them, as KpiDefinition takes them. */
    private static final int LONGEST_NAME = 500;

    private KpiDefinitionJson() {}

    static void write(KpiDefinition definition, JsonObject object) {
        object.text("id", definition.id())
                .text("name", definition.name())
                .text("unit", Words.of(definition.unit()))
                .text("direction", Words.of(definition.direction()))
                .text("indicator", Words.of(definition.indicator()))
                .text("formula", definition.formula())
                .text("undefinedWhen", definition.undefinedWhen())
                .text("source", definition.source());
    }

    /** Empty where it is wrong. */
    static Optional<KpiDefinition> read(JsonFields fields) {
        Optional<String> id = fields.parsed("id", Function.identity());
        Optional<String> name = words("name", LONGEST_NAME, fields);
        Optional<KpiUnit> unit = Words.read(fields, "unit", KpiUnit.values());
        Optional<Direction> direction = Words.read(fields, "direction", Direction.values());
        Optional<Indicator> indicator = Words.read(fields, "indicator", Indicator.values());
        Optional<String> formula = words("formula", LONGEST_NAME, fields);
        Optional<String> undefinedWhen = words("undefinedWhen", LONGEST, fields);
        Optional<String> source = words("source", LONGEST, fields);
        return Parts.made(
                fields,
                () -> new KpiDefinition(
                        id.orElseThrow(),
                        name.orElseThrow(),
                        unit.orElseThrow(),
                        direction.orElseThrow(),
                        indicator.orElseThrow(),
                        formula.orElseThrow(),
                        undefinedWhen.orElseThrow(),
                        source.orElseThrow()),
                id,
                name,
                unit,
                direction,
                indicator,
                formula,
                undefinedWhen,
                source);
    }

    private static Optional<String> words(String name, int most, JsonFields fields) {
        return fields.parsed(name, text -> Require.id(text, name, most));
    }
}
