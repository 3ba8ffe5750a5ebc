package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static io.quittance.core.Samples.telephone;
import static io.quittance.core.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RatingTest {

    /** First row of the MLC churn data: 265.1 day minutes are published as 45.07, 244.7 night minutes as 11.01. */
    @Test
    void ratesThePublishedExample() {
        Rating rating = Rating.of(
                telephone().build(),
                List.of(usage("u1", "day-minutes", "265.1"), usage("u2", "night-minutes", "244.7")),
                JANUARY);
        assertThat(rating.charges()).extracting(RatedCharge::amount).containsExactly(usd("45.07"), usd("11.01"));
        assertThat(rating.total()).isEqualTo(usd("56.08"));
    }

    /** 159 night minutes: 7.155, half up 7.16; the publisher of the data has 7.15 from binary fractions. */
    @Test
    void showsWhatRoundingChanged() {
        RatedCharge night = night("159", Rounding.halfUp(2));
        assertThat(night.amount()).isEqualTo(usd("7.16"));
        assertThat(night.breakdown().steps().get(0).amount()).isEqualTo(Fraction.of(new BigDecimal("7.155")));
        assertThat(night.replayed()).isEqualTo(Fraction.of(new BigDecimal("7.16")));
        assertThat(night.roundingDifference()).isEqualTo(Fraction.of(5, 1000));
        assertThat(night.explanations())
                .extracting(Explanation::text)
                .containsExactly("159 × 0.045 = 7.155", "7.155 rounded half up to 7.16");
    }

    @Test
    void roundsByTheRuleOfTheTerms() {
        assertThat(night("159", Rounding.of(2, RoundingMode.DOWN)).amount()).isEqualTo(usd("7.15"));
        assertThat(night("100", Rounding.halfUp(2)).explanations()).hasSize(1);
    }

    @Test
    void addsUpEventsOfOneMeterBeforeItPrices() {
        Rating rating = Rating.of(
                telephone().build(),
                List.of(usage("u1", "night-minutes", "100"), usage("u2", "night-minutes", "59")),
                JANUARY);
        assertThat(rating.charges().get(1).amount()).isEqualTo(usd("7.16"));
    }

    @Test
    void ratesWhatWasNotUsedAtNothing() {
        Rating rating = Rating.of(telephone().build(), List.of(), JANUARY);
        assertThat(rating.charges()).hasSize(2).allSatisfy(charge -> {
            assertThat(charge.quantity()).isEqualTo(Fraction.ZERO);
            assertThat(charge.amount()).isEqualTo(usd("0"));
        });
    }

    @Test
    void refusesUsageOfAnotherCustomer() {
        var foreign = UsageEvent.of("u1", "2", "day-minutes", "1", "2014-01-15T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(telephone().build(), List.of(foreign), JANUARY))
                .withMessage("usage[0].customer must be 1, but was 2");
    }

    @Test
    void refusesUsageThatNobodyCharges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(telephone().build(), List.of(usage("u1", "messages", "1")), JANUARY))
                .withMessage("usage[0].meter must be charged by the contract, but was messages");
    }

    @Test
    void refusesUsageOfAnotherPeriod() {
        var february = ServicePeriod.of("2014-02-01", "2014-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(telephone().build(), List.of(usage("u1", "day-minutes", "1")), february))
                .withMessage(
                        "usage[0].time must lie within [2014-02-01, 2014-03-01) in America/New_York, but was 2014-01-15T12:00:00Z");
    }

    @Test
    void refusesAnEventThatIsReportedTwice() {
        var event = usage("u1", "day-minutes", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(telephone().build(), List.of(event, event), JANUARY))
                .withMessage("usage[1].key must be unique, but was u1");
    }

    @Test
    void refusesAPeriodOutsideTheContract() {
        var before = ServicePeriod.of("2013-12-01", "2014-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(telephone().build(), List.of(), before))
                .withMessage("period must lie within the contract's term [2014-01-01, 2015-01-01), but was "
                        + "[2013-12-01, 2014-01-01)");
    }

    @Property
    void isOffByAtMostHalfACent(@ForAll @BigRange(min = "0", max = "100000") @Scale(4) BigDecimal minutes) {
        Fraction difference = night(minutes.toPlainString(), Rounding.halfUp(2)).roundingDifference();
        Fraction halfACent = Fraction.of(5, 1000);
        assertThat(difference).isBetween(halfACent.negated(), halfACent);
    }

    private static RatedCharge night(String minutes, Rounding rounding) {
        return Rating.of(
                        telephone().lineRounding(rounding).build(),
                        List.of(usage("u1", "night-minutes", minutes)),
                        JANUARY)
                .charges()
                .get(1);
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
