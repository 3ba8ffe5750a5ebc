package io.quittance.json;

import io.quittance.core.explain.Explanation;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a price as JSON, {@code steps.schema.json}, with their formulas, so that whoever reads them computes the same
 * amount again, without the terms and without the model. {@code StepsJson.read(StepsJson.write(steps))} equals {@code
 * steps}, and {@link Step#replayed} gives their sum.
 *
 * <p>Numbers are exact text: {@code 7.155}, or {@code 1600/31} where no short decimal is exact.
 */
public final class StepsJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private StepsJson() {}

    /**
     * Writes steps, indented, with lines that end in a line feed. Equal steps give equal text,
     * if the numbers in their reasons are written alike.
     *
     * @throws IllegalArgumentException if a formula has more than 10,000 operations, a text more than 10,000 characters, or the
     *     document goes beyond another bound within which it could be read
     */
    public static String write(List<Step> steps) {
        return Json.text(object ->
                object.integer(SchemaVersions.FIELD, VERSIONS.current()).objects("steps", steps, StepsJson::write));
    }

    private static void write(Step step, JsonObject object) {
        object.text("part", step.part()).text("quantity", FractionText.of(step.quantity()));
        FormulaJson.write(step.formula(), object);
        Explanation why = step.explanation();
        object.text("amount", FractionText.of(step.amount()))
                .text("key", why.key())
                .text("pattern", why.pattern())
                .texts("arguments", own(why));
        if (!why.within().isEmpty()) {
            object.texts("within", why.within());
        }
    }

    /** The arguments without the last two, which are the formula and the amount. */
    private static List<String> own(Explanation why) {
        return why.arguments().subList(0, why.arguments().size() - 2);
    }

    /**
     * Reads steps, in the order in which they were taken; a formula may ask for the sum of the steps before it.
     *
     * @throws InvalidDocumentException if the text is not JSON, fields are missing, unknown or wrong, or an amount is not what
     *     its formula gives; its errors name them all
     */
    public static List<Step> read(String json) {
        return JsonFields.read(json, StepsJson::steps, VERSIONS);
    }

    private static List<Step> steps(JsonFields fields) {
        var steps = new ArrayList<Step>();
        Optional<Fraction> total = Optional.of(Fraction.ZERO);
        for (JsonFields step : fields.objects("steps")) {
            Optional<Fraction> amount = step.parsed("amount", text -> FractionText.parse(text, "amount"));
            Optional<Step> read = step(step, amount, total);
            read.ifPresent(steps::add);
            total = plus(total, read.map(Step::amount).or(() -> amount));
        }
        fields.done();
        return List.copyOf(steps);
    }

    /** Unknown where one of the two is. */
    private static Optional<Fraction> plus(Optional<Fraction> total, Optional<Fraction> amount) {
        return total.flatMap(before -> amount.map(before::plus));
    }

    private static Optional<Step> step(JsonFields fields, Optional<Fraction> amount, Optional<Fraction> total) {
        Optional<String> part = fields.parsed("part", text -> Require.id(text, "part"));
        Optional<Fraction> quantity = fields.parsed("quantity", text -> FractionText.parse(text, "quantity"));
        Optional<Expression> formula = FormulaJson.read(fields);
        Optional<String> key = fields.parsed("key", text -> Require.id(text, "key"));
        String pattern = fields.text("pattern");
        Object[] arguments = fields.texts("arguments").toArray();
        List<String> within = fields.optionalTexts("within");
        Optional<Fraction> result = formula.flatMap(
                given -> total.flatMap(before -> fields.computed("formula", () -> given.value(before))));
        if (result.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        fields.require(
                result.get().equals(amount.get()),
                "step.amount",
                "amount",
                "must be what the formula gives, " + FractionText.of(result.get()),
                FractionText.of(amount.get()));
        if (part.isEmpty() || quantity.isEmpty() || key.isEmpty() || !result.equals(amount)) {
            return Optional.empty();
        }
        return fields.attempt(() -> within(
                within,
                Step.after(
                        total.orElseThrow(),
                        part.get(),
                        quantity.get(),
                        formula.orElseThrow(),
                        key.get(),
                        pattern,
                        arguments)));
    }

    /** Within the outermost name at last. */
    private static Step within(List<String> names, Step step) {
        Step named = step;
        for (int i = names.size() - 1; i >= 0; i--) {
            named = named.within(names.get(i));
        }
        return named;
    }
}
