package io.quittance.json;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Expression.Operation;
import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A formula as a list in which operands stand before what is done with them, so that it is flat however deep the formula is:
 * {@code 159 × 0.045} is {@code [{"operation": "GIVEN", "number": "159"}, {"operation": "GIVEN", "number": "0.045"},
 * {"operation": "PRODUCT"}]}. {@code SUM} says how many it adds up.
 */
final class FormulaJson {
    /** How many numbers and operations a formula may have. */
    static final int MOST = 10_000;

    private FormulaJson() {}

    static void write(Expression formula, JsonObject object) {
        var parts = new ArrayList<Expression>();
        flatten(formula, parts);
        object.objects("formula", parts, FormulaJson::writePart);
    }

    /** At most {@link Expression#MAX_DEPTH} calls deep. */
    private static void flatten(Expression formula, List<Expression> parts) {
        formula.operands().forEach(operand -> flatten(operand, parts));
        parts.add(formula);
        requireSize(parts.size());
    }

    private static int requireSize(int size) {
        Require.that(size <= MOST, "formula.size", "formula", "must have at most " + MOST + " operations", size);
        return size;
    }

    private static void writePart(Expression part, JsonObject object) {
        object.text("operation", part.operation().name());
        switch (part.operation()) {
            case GIVEN -> object.text("number", FractionText.of(part.number()));
            case SUM -> object.integer("operands", part.operands().size());
            case ROUNDED ->
                object.integer("scale", part.rounding().scale())
                        .text("mode", part.rounding().mode().name());
            case TOTAL, DIFFERENCE, PRODUCT, QUOTIENT, PERCENTAGE, MINIMUM, MAXIMUM -> requireOperands(part);
        }
    }

    /** Only sums have more operands than they must. */
    private static void requireOperands(Expression part) {
        int expected = part.operation() == Operation.TOTAL ? 0 : 2;
        Require.that(
                part.operands().size() == expected,
                "formula.operands",
                "operands",
                "must be " + expected + " for " + part.operation(),
                part.operands().size());
    }

    /** The formula of a step; empty where it is wrong, which is noted. */
    static Optional<Expression> read(JsonFields step) {
        var stack = new ArrayList<Expression>();
        List<JsonFields> parts = step.objects("formula");
        boolean sound = step.of("formula", () -> requireSize(parts.size())).isPresent();
        for (JsonFields part : parts) {
            Optional<Function<List<Expression>, Expression>> action = action(part);
            if (sound) {
                Optional<Expression> result = action.flatMap(act -> part.of(culprit(part), () -> act.apply(stack)));
                result.ifPresent(stack::add);
                sound = result.isPresent();
            }
        }
        boolean missing = parts.isEmpty() && !step.isSound("formula");
        if (!sound || missing) {
            return Optional.empty();
        }
        return step.of("formula", () -> {
            Require.that(stack.size() == 1, "formula.operands", "formula", "must come to one number", stack.size());
            return stack.get(0);
        });
    }

    /** What a part does with the operands before it: it takes some away and gives what it makes of them. */
    private static Optional<Function<List<Expression>, Expression>> action(JsonFields part) {
        Optional<Operation> operation = part.chosen("operation", Operation.values());
        if (operation.isEmpty()) {
            part.leaveRest();
            return Optional.empty();
        }
        Optional<Function<List<Expression>, Expression>> action = action(operation.get(), part);
        part.done();
        return action;
    }

    private static Optional<Function<List<Expression>, Expression>> action(Operation operation, JsonFields part) {
        return switch (operation) {
            case GIVEN ->
                part.parsed("number", text -> {
                    Expression number = Expression.of(FractionText.parse(text, "number"));
                    return stack -> number;
                });
            case TOTAL -> Optional.of(stack -> Expression.total());
            case SUM ->
                part.wholeNumber("operands", operands -> stack -> Expression.sum(popped(operands, "operands", stack)));
            case ROUNDED ->
                AgreementsJson.rounding(part)
                        .map(rule ->
                                stack -> popped(1, "operation", stack).get(0).rounded(rule));
            case DIFFERENCE, PRODUCT, QUOTIENT, PERCENTAGE, MINIMUM, MAXIMUM ->
                Optional.of(stack -> {
                    List<Expression> two = popped(2, "operation", stack);
                    return applied(operation, two.get(0), two.get(1));
                });
        };
    }

    /** The field that says how many operands are taken. */
    private static String culprit(JsonFields part) {
        return part.isGiven("operands") ? "operands" : "operation";
    }

    private static Expression applied(Operation operation, Expression first, Expression second) {
        return switch (operation) {
            case DIFFERENCE -> first.minus(second);
            case PRODUCT -> first.times(second);
            case QUOTIENT -> first.dividedBy(second);
            case PERCENTAGE -> second.percent(first);
            case MINIMUM -> first.min(second);
            case MAXIMUM, GIVEN, TOTAL, SUM, ROUNDED -> first.max(second); // the others have not two operands
        };
    }

    /** The last operands that came about, which are taken away. */
    private static List<Expression> popped(int count, String argument, List<Expression> stack) {
        Require.that(
                count >= 1 && count <= stack.size(),
                "formula.operands",
                argument,
                "must take 1 or more of the " + stack.size() + " operands before it",
                count);
        List<Expression> last = stack.subList(stack.size() - count, stack.size());
        List<Expression> operands = List.copyOf(last);
        last.clear();
        return operands;
    }
}
