package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.Samples;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be rated is refused by the place where it stands: the charge, or the position of an event. */
class RefusedRatingTest {
    private static final String LONG = "9".repeat(37);

    /** 37 nines times 37 nines have 74 digits, and times 15 nines 89. */
    @Test
    void anAmountBeyondTheBoundsIsThatOfItsCharge() {
        Charge charge = Charge.usage("u", "m", PerUnit.of("9".repeat(15))).converted(UnitConversion.multiplyBy(LONG));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> rate(charge, LONG))
                .withMessageStartingWith("charges[u]: number must have at most 76 digits, but was ")
                .satisfies(refused -> {
                    assertThat(refused.path()).isEqualTo("charges[u]");
                    assertThat(refused.code()).isEqualTo("result.precision");
                    assertThat(refused).hasRootCauseInstanceOf(InexactResultException.class);
                });
    }

    /** Each step is within the bounds, and their sum is not: it is what the model says that is refused. */
    @Test
    void aPriceBeyondTheBoundsIsThatOfItsModel() {
        ChargeModel endless = input -> {
            var steps = new ArrayList<Step>();
            Fraction part = Fraction.of(java.math.BigInteger.ONE, java.math.BigInteger.TWO.pow(4_000));
            Fraction other = Fraction.of(
                    java.math.BigInteger.ONE, java.math.BigInteger.valueOf(3).pow(2_000));
            for (Fraction amount : List.of(part, other)) {
                steps.add(Step.of("s" + steps.size(), Fraction.ZERO, Expression.of(amount), "acme.fee", "{0} = {1}"));
            }
            return ChargeBreakdown.of(steps);
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Charge.usage("u", "m", endless), "1"))
                .withMessageStartingWith(
                        "charges[u]: model must give steps whose formulas add up to its price, but was io.quittance")
                .withCauseInstanceOf(InexactResultException.class)
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("model.inconsistent"));
    }

    @Test
    void anEventThatIsMissingIsNamedByItsPosition() {
        Contract contract = Samples.telephone().build();
        var events = new ArrayList<UsageEvent>();
        events.add(Samples.usage("e", "day-minutes", "1"));
        events.add(null);
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> Rating.of(contract, events, JANUARY))
                .withMessage("usage[1]");
    }

    /** More was taken back of n than used: that peak is refused as one of the charge. */
    @Test
    void aNegativePeakIsThatOfItsCharge() {
        Charge charge = Charge.usage(
                new ChargeId("u"),
                List.of(Meter.sum("m"), Meter.sum("n")),
                Capacity.of(Capacity.Tier.of("20").withLimit("m", "1"), Capacity.Tier.of("60")));
        Contract contract = Samples.telephone().charge(charge).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(contract, List.of(Samples.usage("e", "n", "-1")), JANUARY))
                .withMessage("charges[u]: peaks[n] must not be negative, but was -1");
    }

    /** An aggregation of a host that does not answer is named, as one that fails is. */
    @Test
    void anAggregationWithoutAnswerIsThatOfItsCharge() {
        Charge charge = Charge.usage("u", Meter.of("m", RefusedRatingTest::none), PerUnit.of("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(charge, "1"))
                .withMessage("charges[u]: aggregation must answer for m, but was no answer");
    }

    @SuppressWarnings("NullAway") // hosts without NullAway exist
    private static Fraction none(List<UsageEvent> events, UsageWindow window) {
        return null;
    }

    private static Rating rate(Charge charge, String quantity) {
        Contract contract = Samples.telephone().charge(charge).build();
        return Rating.of(contract, List.of(Samples.usage("e", "m", quantity)), JANUARY);
    }
}
