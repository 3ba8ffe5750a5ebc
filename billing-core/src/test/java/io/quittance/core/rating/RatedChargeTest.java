package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static io.quittance.core.rating.Halves.early;
import static io.quittance.core.rating.Halves.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A line is a value, and its amount the sum of steps that can be computed again. */
class RatedChargeTest {
    private static final Charge FEE = Charge.usage("fee", "calls", FlatFee.of("10"));
    private static final RatedCharge TEN = rated(terms -> terms.charge(FEE), "10");

    /** The first differs from each other by one thing, and these differ from each other. */
    private static List<RatedCharge> different() {
        RatingRequest request = request(terms -> terms.charge(FEE), "10");
        return List.of(
                TEN,
                rated(
                        terms -> terms.charge(
                                Charge.usage("other", "calls", FlatFee.of("10")).named("fee")),
                        "10"),
                rated(terms -> terms.charge(FEE.named("Fee")), "10"),
                rated(terms -> terms.charge(FEE.unit("MIN")), "10"),
                first(RatingRequest.of(request.contract(), request.usage(), Halves.FIRST)),
                first(request.versions(
                        List.of(new TermsVersion(JANUARY, request.contract().terms(), Halves.CHANGED)))),
                rated(terms -> terms.charge(FEE), "11"),
                rated(terms -> terms.charge(Charge.usage("fee", "calls", PerUnit.of("1"))), "10"),
                rated(terms -> terms.charge(FEE).currency("EUR"), "10"),
                rated(terms -> terms.charge(FEE).lineRounding(Rounding.of(2, RoundingMode.HALF_EVEN)), "10"));
    }

    @Test
    void differsByEachThingThatIsSaidOfIt() {
        List<RatedCharge> values = different();
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).isNotEqualTo(values.get(i).toString()).isNotEqualTo(null);
            for (int j = 0; j < values.size(); j++) {
                assertThat(values.get(i).equals(values.get(j)))
                        .as("%s of %s equals %s of %s", values.get(i), i, values.get(j), j)
                        .isEqualTo(i == j);
            }
        }
    }

    @Test
    void canBeShipped() throws Exception {
        for (RatedCharge value : different()) {
            assertThat(SerialStreams.copy(value)).isEqualTo(value).hasSameHashCodeAs(value);
        }
    }

    /** 10 read back as 11, or with a step that says 1 where its formula says 0, is no line. */
    @Test
    void refusesAnAmountThatItsStepsDoNotAddUpTo() throws Exception {
        assertThat(SerialStreams.forged(forged(TEN.breakdown(), "10"), RatedCharge.class))
                .isEqualTo(TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(forged(TEN.breakdown(), "11"), RatedCharge.class))
                .withMessage("amount must be the sum of its steps, 10, but was USD 11.00");
        ChargeBreakdown drifting = ChargeBreakdown.of(
                Step.after(Fraction.ONE, "a", Fraction.ZERO, Expression.total(), "acme.drift", "{0} = {1}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(forged(drifting, "1"), RatedCharge.class))
                .withMessage("breakdown must have formulas that add up to 1, but was 0");
    }

    /** 40 with a discount of nothing, at most 60, committed to 30 and at least 20, are 40 for one reason. */
    @Test
    void aStageThatChangesNothingLeavesNoStep() {
        Charge charge = Charge.usage("calls", "calls", PerUnit.of("1"))
                .discount(Discount.percent("none", "0"))
                .maximum("60")
                .commitment(Commitment.ofAmount("30").withTrueUp(true))
                .minimum("20");
        RatedCharge rated = rated(terms -> terms.charge(charge), "40");
        assertThat(texts(rated)).containsExactly("40 × 1 = 40");
        assertThat(rated.breakdown().steps()).hasSize(1);
    }

    /** 100, at most 60, committed to 70 and at least 80: each formula takes the price from the steps before it. */
    @Test
    void formulasOfStagesLookAtThePriceBeforeThem() {
        Charge charge = Charge.usage("calls", "calls", PerUnit.of("1"))
                .maximum("60")
                .commitment(Commitment.ofAmount("70").withTrueUp(true))
                .minimum("80");
        List<Step> stages = rated(terms -> terms.charge(charge), "100").breakdown().steps().stream()
                .filter(step -> step.part().startsWith("charge."))
                .toList();
        assertThat(stages).extracting(Step::amount).containsExactly(Fraction.of(-40), Fraction.of(10), Fraction.of(10));
        assertThat(stages)
                .allSatisfy(step -> assertThat(step.formula().isOfTotal()).isTrue());
    }

    /** The fields of a line as a stream has them. */
    private record Forged(
            ChargeId charge,
            String name,
            String unit,
            ServicePeriod period,
            String terms,
            List<Step> quantitySteps,
            ChargeBreakdown breakdown,
            Amount amount,
            Rounding rounding)
            implements Serializable {}

    private static Forged forged(ChargeBreakdown breakdown, String amount) {
        return new Forged(
                TEN.charge(),
                TEN.name(),
                TEN.unit(),
                TEN.period(),
                TEN.terms(),
                TEN.quantitySteps(),
                breakdown,
                Amount.of(amount, "USD"),
                TEN.rounding());
    }

    private static RatedCharge rated(UnaryOperator<Contract.Builder> terms, String quantity) {
        return first(request(terms, quantity));
    }

    private static RatedCharge first(RatingRequest request) {
        return Rating.of(request).charges().get(0);
    }

    private static RatingRequest request(UnaryOperator<Contract.Builder> terms, String quantity) {
        return Halves.whole(terms, early("calls", quantity));
    }
}
