package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that were written are read as they were, and replay to the same amount from the text alone. */
class StepsJsonTest {
    private static final String TELEPHONE = """
            {
              "schemaVersion" : 1,
              "steps" : [ {
                "part" : "units",
                "quantity" : "159",
                "formula" : [ {
                  "operation" : "GIVEN",
                  "number" : "159"
                }, {
                  "operation" : "GIVEN",
                  "number" : "0.045"
                }, {
                  "operation" : "PRODUCT"
                } ],
                "amount" : "7.155",
                "key" : "charge.per-unit",
                "pattern" : "{0} = {1}",
                "arguments" : [ ]
              } ]
            }
            """;

    @Test
    void writesAPriceToTheLetter() {
        ChargeBreakdown price = PerUnit.of("0.045").price(RatingInput.ofQuantity(new BigDecimal("159")));
        assertThat(StepsJson.write(price.steps())).isEqualTo(TELEPHONE);
        assertThat(StepsJson.read(TELEPHONE)).isEqualTo(price.steps());
        assertThat(Step.replayed(StepsJson.read(TELEPHONE))).isEqualTo(Fraction.of(new BigDecimal("7.155")));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyModelsPriceIsReadAsItWasAndReplays(
            @ForAll("models") ChargeModel model, @ForAll("quantities") BigDecimal quantity) {
        Optional<ChargeBreakdown> priced = price(model, quantity);
        Assume.that(priced.isPresent());
        ChargeBreakdown price = priced.get();
        String written = StepsJson.write(price.steps());
        List<Step> read = StepsJson.read(written);
        assertThat(ChargeBreakdown.of(read)).isEqualTo(price);
        assertThat(Step.replayed(read)).isEqualTo(price.total());
        assertThat(StepsJson.write(read)).isEqualTo(written);
    }

    /** Of two events; nothing where the model wants another input, such as a dimension. */
    private static Optional<ChargeBreakdown> price(ChargeModel model, BigDecimal quantity) {
        List<UsageEvent> events = List.of(
                UsageEvent.of("e1", "ACME", "m", quantity.toPlainString(), "2026-03-02T08:00:00Z"),
                UsageEvent.of("e2", "ACME", "m", "2.5", "2026-03-29T20:00:00Z"));
        var march = new UsageWindow(ServicePeriod.of("2026-03-01", "2026-04-01"), ZoneId.of("Europe/Berlin"));
        try {
            return Optional.of(model.price(RatingInput.ofEvents(events).withWindow(march)));
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyFormulaIsReadAsItWas(@ForAll("formulas") List<Expression> formulas) {
        var steps = new ArrayList<Step>();
        for (Expression formula : formulas) {
            try {
                steps.add(Step.after(
                        Step.total(steps),
                        "p" + steps.size(),
                        Fraction.of(steps.size(), 7),
                        formula,
                        "k",
                        "{0} \"{1}\" {2}",
                        "ß"));
            } catch (ArithmeticException | IllegalArgumentException e) {
                assertThat(e).isInstanceOf(Refusal.class); // divides by zero, or is too large for any number
            }
        }
        String written = StepsJson.write(steps);
        assertThat(StepsJson.read(written)).isEqualTo(steps);
        assertThat(Schemas.violations("steps", written)).isEmpty();
    }

    @Test
    void writesNumbersThatAreNoShortDecimalsAsFractions() {
        Fraction tiny = Fraction.of(BigInteger.ONE, BigInteger.TWO.pow(4_000));
        Fraction third = Fraction.of(-1, 3);
        List<Step> steps = List.of(Step.of("a", third, Expression.of(tiny).plus(Expression.of(third)), "k", "{1}"));
        assertThat(StepsJson.write(steps)).contains("\"-1/3\"").contains("\"1/" + BigInteger.TWO.pow(4_000) + "\"");
        assertThat(StepsJson.read(StepsJson.write(steps))).isEqualTo(steps);
    }

    @Test
    void readsFormulasAsDeepAsTheyMayBe() {
        Expression deep = Expression.of(1);
        for (int i = 1; i < Expression.MAX_DEPTH; i++) {
            deep = deep.negated();
        }
        List<Step> steps = List.of(Step.of("deep", Fraction.ZERO, deep, "k", "{1}"));
        assertThat(StepsJson.read(StepsJson.write(steps))).isEqualTo(steps);
        assertThat(errors(StepsJson.write(steps)
                        .replaceFirst("(?s)\\{\\s*\"operation\" : \"DIFFERENCE\"\\s*}", "$0, $0")))
                .singleElement()
                .asString()
                .contains("operation must take 1 or more of the 1 operands before it, but was 2");
        String deeper = StepsJson.write(steps)
                .replaceFirst(
                        "(?s)\\[ \\{\\s*\"operation\"",
                        "[ {\"operation\": \"GIVEN\", \"number\": \"0\"}, {\"operation\"")
                .replaceFirst(
                        "(?s)(.*)\\{\\s*\"operation\" : \"DIFFERENCE\"\\s*}", "$0, {\"operation\": \"DIFFERENCE\"}");
        assertThat(errors(deeper)).singleElement().asString().contains("operation must be at most 50 deep, but was 51");
    }

    @Test
    void refusesToWriteAFormulaWithoutEnd() {
        Expression wide = Expression.sum(Collections.nCopies(10_000, Expression.of(1)));
        List<Step> steps = List.of(Step.of("wide", Fraction.ZERO, wide, "k", "{1}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepsJson.write(steps))
                .withMessage("formula must have at most 10000 operations, but was 10001");
        String part = "{\"operation\": \"TOTAL\"}";
        assertThat(errors(TELEPHONE.replaceFirst(
                        "(?s)\\[ \\{\\s*\"operation\"", "[ " + (part + ",").repeat(10_000) + "{\"operation\"")))
                .containsExactly("steps[0]: formula must have at most 10000 operations, but was 10003");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "7.155" | "7.16" | steps[0]: amount must be what the formula gives, 7.155, but was 7.16
            "7.155" | "7,16" | steps[0]: amount must be a decimal number or a fraction such as 1600/31, but was 7,16
            "7.155" | "1/0" | steps[0]: amount must not have a denominator of 0, but was 1/0
            "0.045" | 0.045 | steps[0].formula[1]: number must be a string, but was 0.045
            "PRODUCT" | "POWER" | steps[0].formula[2]: operation must be one of [GIVEN, TOTAL, SUM, DIFFERENCE, PRODUCT, QUOTIENT, PERCENTAGE, MINIMUM, MAXIMUM, ROUNDED], but was POWER
            "PRODUCT" | "TOTAL" | steps[0]: formula must come to one number, but was 3
            "PRODUCT" | "ROUNDED", "scale": 2, "mode": "HALF" | steps[0].formula[2]: mode must be one of [UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY], but was HALF
            "PRODUCT" | "SUM", "operands": 3 | steps[0].formula[2]: operands must take 1 or more of the 2 operands before it, but was 3
            "PRODUCT" | "SUM", "operands": 0 | steps[0].formula[2]: operands must take 1 or more of the 2 operands before it, but was 0
            "PRODUCT" | "PRODUCT", "x": 1 | steps[0].formula[2]: x must be left out, for it is none of [operation]
            "units" | "" | steps[0]: part must have 1 to 200 characters, but was
            [ ] | [1] | steps[0]: arguments[0] must be a string, but was 1
            """)
    void refusesByPathFieldRuleAndValue(String good, String bad, String message) {
        assertThat(TELEPHONE).contains(good);
        assertThat(errors(TELEPHONE.replace(good, bad)))
                .map(String::stripTrailing)
                .containsExactly(message);
    }

    @Test
    void refusesADivisionByZero() {
        assertThat(errors(TELEPHONE.replace("0.045", "0").replace("PRODUCT", "QUOTIENT")))
                .containsExactly("steps[0].formula: divisor must not be 0, but was 0");
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void damagedStepsAreRefusedOrReplay(@ForAll("damaged") String json) {
        try {
            List<Step> steps = StepsJson.read(json);
            assertThat(Step.replayed(steps)).isEqualTo(Step.total(steps));
            assertThat(Schemas.violations("steps", json)).isEmpty();
        } catch (InvalidDocumentException e) {
            assertThat(e.errors()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> damaged() {
        List<Step> steps = List.of(
                Step.of("a", Fraction.of(1, 3), Expression.of("1").dividedBy(Expression.of("3")), "k", "{0}"),
                Step.after(
                        Fraction.of(1, 3),
                        "b",
                        Fraction.ZERO,
                        Expression.total()
                                .rounded(Rounding.halfUp(2))
                                .max(Expression.total().negated()),
                        "k",
                        "{0}"));
        String good = StepsJson.write(steps);
        Arbitrary<String> pieces = Arbitraries.of(
                "", "1", "0", "-", "/", "\"TOTAL\"", "\"MINIMUM\"", "\"QUOTIENT\"", "null", "[]", "{}", ",", "}", "]");
        return Combinators.combine(
                        Arbitraries.integers().between(0, good.length()),
                        Arbitraries.integers().between(0, 9),
                        pieces)
                .as((at, length, piece) ->
                        good.substring(0, at) + piece + good.substring(Math.min(good.length(), at + length)));
    }

    private static List<String> errors(String json) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> StepsJson.read(json)).errors().stream()
                .map(Throwable::getMessage)
                .toList();
    }

    @Provide
    Arbitrary<ChargeModel> models() {
        return new ChargeModelCodecsTest().models();
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("2000000"))
                .ofScale(3);
    }

    @Provide
    Arbitrary<List<Expression>> formulas() {
        return formula(4).list().ofMaxSize(4);
    }

    private static Arbitrary<Expression> formula(int depth) {
        Arbitrary<Expression> leaf = Arbitraries.oneOf(
                Arbitraries.just(Expression.total()),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs().greaterOrEqual(1))
                        .as(Fraction::of)
                        .map(Expression::of));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expression> inner = formula(depth - 1);
        Arbitrary<Expression> pair = Combinators.combine(Arbitraries.integers().between(0, 6), inner, inner)
                .as((kind, a, b) -> switch (kind) {
                    case 0 -> a.plus(b);
                    case 1 -> a.minus(b);
                    case 2 -> a.times(b);
                    case 3 -> a.dividedBy(b);
                    case 4 -> a.percent(b);
                    case 5 -> a.min(b);
                    default -> a.max(b);
                });
        Arbitrary<Expression> rounded = Combinators.combine(
                        inner,
                        Arbitraries.integers().between(0, 18),
                        Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY))
                .as((a, scale, mode) -> a.rounded(Rounding.of(scale, mode)));
        Arbitrary<Expression> sums = inner.list().ofMinSize(1).ofMaxSize(4).map(Expression::sum);
        return Arbitraries.oneOf(leaf, pair, rounded, sums);
    }
}
