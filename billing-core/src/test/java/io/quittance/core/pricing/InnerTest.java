package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models of a host inside those of this library. */
class InnerTest {
    /** 1 for each unit, less a tenth of that. */
    private static final ChargeModel LESS_A_TENTH = input -> {
        Step units = Step.of("units", input.quantity(), Expression.of(input.quantity()), "acme.units", "{0} = {1}");
        Expression tenth = Expression.total().percent(Expression.of(10)).negated();
        return ChargeBreakdown.of(
                units, Step.after(units.amount(), "less", Fraction.ZERO, tenth, "acme.less", "{0} = {1}"));
    };

    /**
     * 10 units in eu cost 10 - 1 = 9, and 20 in us 20 - 2 = 18, together 27: the tenth is that of its own part. Of the sum of
     * all steps before it, 9 + 20, it would be 2.9.
     */
    @Test
    void aStepThatLooksBackLooksAtItsOwnPart() {
        ChargeBreakdown price = inEurope(LESS_A_TENTH, LESS_A_TENTH).price(input());
        assertThat(price.steps())
                .extracting(step -> step.part() + ": " + step.amount())
                .containsExactly("eu/units: 10", "eu/less: -1", "otherwise/units: 20", "otherwise/less: -2");
        assertThat(price.total()).isEqualTo(Fraction.of(27)).isEqualTo(price.replayed());
    }

    /** Late usage is held against what was billed part by part, so that no part may come twice. */
    @Test
    void aPriceNamesEachPartOnce() {
        Step once = Step.of("calls", Fraction.ONE, Expression.of(1), "charge.calls", "calls");
        assertThat(ChargeBreakdown.of(once).total()).isEqualTo(Fraction.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargeBreakdown.of(once, once))
                .withMessage("steps must name each part once, but was calls");
    }

    @Test
    void aModelNamesNoPartLikeAStage() {
        for (String part : List.of("charge.minimum", "terms.2")) {
            ChargeModel model =
                    input -> ChargeBreakdown.of(Step.of(part, Fraction.ONE, Expression.of(1), "acme.part", "{0}"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChargeBreakdown.by(model, input(), Rounding.halfUp(2)))
                    .withMessage("model must not name a part like a stage, but was " + part);
        }
    }

    /** A price inside is believed no more than one that stands alone, and named by its part. */
    @Test
    void aWrongModelInsideIsNamed() {
        ChargeModel drifting = input -> ChargeBreakdown.of(
                Step.after(Fraction.ONE, "a", Fraction.ZERO, Expression.total(), "acme.drift", "{0} = {1}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inEurope(drifting, LESS_A_TENTH).price(input()))
                .withMessage("eu: model must give steps whose formulas add up to its price 1, but was 0");
        ChargeModel failing = input -> {
            throw new IllegalStateException("no price today");
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inEurope(LESS_A_TENTH, failing).price(input()))
                .withMessage("otherwise: model must price its input, but was "
                        + "java.lang.IllegalStateException: no price today");
    }

    private static DimensionPrices inEurope(ChargeModel europe, ChargeModel otherwise) {
        return DimensionPrices.of(List.of(DimensionPrice.of("eu", europe).where("region", "eu")), otherwise);
    }

    private static RatingInput input() {
        return RatingInput.ofEvents(List.of(
                UsageEvent.of("a", "ACME", "calls", "10", "2026-01-01T00:00:00Z")
                        .with("region", "eu"),
                UsageEvent.of("b", "ACME", "calls", "20", "2026-01-01T00:00:00Z")
                        .with("region", "us")));
    }
}
