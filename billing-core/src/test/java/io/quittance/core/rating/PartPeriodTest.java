package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is agreed for a period of which only a part is served: 15 of the 31 days of January. */
class PartPeriodTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));
    private static final Conventions WHOLE = Conventions.standard().withMinimumProration(StubRule.CHARGE_WHOLE);

    /** 1000 × 15/31 is 483.87…: 200 are lifted to it, and of 600 the 116.12… above cost twice: 716.129…. */
    @Test
    void aCommitmentIsProratedLikeAMinimum() {
        Charge charge =
                CALLS.commitment(Commitment.ofAmount("1000").overageFactor("2").withTrueUp(true));
        assertThat(half(builder -> builder.charge(charge), "200")).isEqualTo(usd("483.87"));
        assertThat(half(builder -> builder.charge(charge), "600")).isEqualTo(usd("716.13"));
        assertThat(half(builder -> builder.charge(charge).conventions(WHOLE), "200"))
                .isEqualTo(usd("1000"));
        assertThat(half(builder -> builder.charge(charge).conventions(WHOLE), "600"))
                .isEqualTo(usd("1000"));
    }

    /** Without a true-up as well: above 483.87… the price is one and a half times 1, so 600 cost 658.06…. */
    @Test
    void whatLiesAboveIsCountedFromTheSamePart() {
        Charge charge = CALLS.commitment(Commitment.ofAmount("1000").overageFactor("1.5"));
        assertThat(half(builder -> builder.charge(charge), "600")).isEqualTo(usd("658.06"));
    }

    /** 62 units are 30, which cost 20 at 0.10 and 10 at 0.08: 2.80. Half of what 62 cost would be 2.59. */
    @Test
    void aCommitmentOfUnitsIsProratedInUnits() {
        Charge charge = Charge.usage(
                        "calls", "calls", GraduatedTiers.upTo("20", "0.10").then("0.08"))
                .commitment(Commitment.ofQuantity("62").withTrueUp(true));
        assertThat(half(builder -> builder.charge(charge), "5")).isEqualTo(usd("2.80"));
        assertThat(half(builder -> builder.charge(charge).conventions(WHOLE), "5"))
                .isEqualTo(usd("5.36"));
    }

    /** 60 × 15/31 is 29.03: 20 used are lifted by 9.03. */
    @Test
    void soIsTheMinimumOfAPeriodInATerm() {
        TermCommitment agreed = TermCommitment.of("1200").perPeriod("60");
        assertThat(half(builder -> builder.charge(CALLS).commitment(agreed), "20"))
                .isEqualTo(usd("29.03"));
        assertThat(half(builder -> builder.charge(CALLS).commitment(agreed).conventions(WHOLE), "20"))
                .isEqualTo(usd("60"));
    }

    /** Half of 31 days is 1000 / 2, of a month of 30 days 15/30; 62 units are 31: 20 at 0.10 and 11 at 0.08 are 2.88. */
    @Test
    void everyStrategyHoldsForAllThatLiftsAPrice() {
        Proration own = (service, period) -> Fraction.of(1, 2);
        Charge units = Charge.usage(
                        "calls", "calls", GraduatedTiers.upTo("20", "0.10").then("0.08"))
                .commitment(Commitment.ofQuantity("62").withTrueUp(true));
        TermCommitment term = TermCommitment.of("1200").perPeriod("1000");
        Charge committed = CALLS.commitment(Commitment.ofAmount("1000").withTrueUp(true));
        for (Proration strategy : List.of(own, DayCount.THIRTY_DAY_MONTHS)) {
            Conventions agreed = Conventions.standard().withMinimumProration(strategy);
            assertThat(half(builder -> builder.charge(CALLS.minimum("1000")).conventions(agreed), "200"))
                    .isEqualTo(usd("500"));
            assertThat(half(builder -> builder.charge(committed).conventions(agreed), "200"))
                    .isEqualTo(usd("500"));
            assertThat(half(builder -> builder.charge(units).conventions(agreed), "5"))
                    .isEqualTo(usd("2.88"));
            assertThat(half(builder -> builder.charge(CALLS).commitment(term).conventions(agreed), "200"))
                    .isEqualTo(usd("500"));
            assertThat(half(
                            builder -> builder.charge(CALLS)
                                    .minimum(SpendMinimum.of("1000"))
                                    .conventions(agreed),
                            "200"))
                    .isEqualTo(usd("500"));
        }
        Conventions nothing = Conventions.standard().withMinimumProration(StubRule.CHARGE_NOTHING);
        assertThat(half(builder -> builder.charge(CALLS.minimum("1000")).conventions(nothing), "200"))
                .isEqualTo(usd("200"));
    }

    @Test
    void aStrategyThatIsWrongIsRefusedByTheCharge() {
        Conventions wrong =
                Conventions.standard().withMinimumProration((service, period) -> Fraction.of(service.days(), 14));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        half(builder -> builder.charge(CALLS.minimum("1000")).conventions(wrong), "200"))
                .withMessage("charges[calls]: part must be from 0 to 1, but was 15/14");
    }

    @Test
    void theFormulaTellsTheDays() {
        Charge charge = CALLS.commitment(Commitment.ofAmount("1000").withTrueUp(true));
        Rating rating = rate(builder -> builder.charge(charge), "200", 15);
        assertThat(rating.charges().get(0).explanations())
                .extracting(Object::toString)
                .contains("true-up to the commitment of (1000 × 15) / 31: 8800/31");
        assertThat(rating.charges().get(0).replayed()).isEqualTo(Fraction.of(new BigDecimal("483.87")));
    }

    /** Whatever is used and served: a commitment that is only lifted to is a minimum, on a charge and over a term. */
    @Property
    void whatLiftsToACommitmentIsAMinimum(
            @ForAll @IntRange(min = 1, max = 31) int days,
            @ForAll @IntRange(max = 2_000) int used,
            @ForAll @IntRange(max = 2_000) int least) {
        BigDecimal amount = BigDecimal.valueOf(least);
        Amount expected = rate(builder -> builder.charge(CALLS.minimum(SpendMinimum.of(amount))), "" + used, days)
                .total();
        Commitment lifted = Commitment.ofAmount(amount).withTrueUp(true);
        assertThat(rate(builder -> builder.charge(CALLS.commitment(lifted)), "" + used, days)
                        .total())
                .isEqualTo(expected);
        TermCommitment each = TermCommitment.of("0").perPeriod(amount);
        assertThat(rate(builder -> builder.charge(CALLS).commitment(each), "" + used, days)
                        .total())
                .isEqualTo(expected);
    }

    private static Amount half(UnaryOperator<Contract.Builder> terms, String used) {
        return rate(terms, used, 15).total();
    }

    private static Rating rate(UnaryOperator<Contract.Builder> terms, String used, int days) {
        Contract contract = terms.apply(Contract.builder("C-1")
                        .customer("1")
                        .currency("USD")
                        .zone("UTC")
                        .term("2014-01-01", "2015-01-01")
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
        UsageEvent event = UsageEvent.of("u1", "1", "calls", used, "2014-01-01T12:00:00Z");
        ServicePeriod served =
                new ServicePeriod(JANUARY.start(), JANUARY.start().plusDays(days));
        return Rating.of(RatingRequest.of(contract, List.of(event), served).partOf(JANUARY));
    }

    private static Amount usd(String number) {
        return Amount.of(new BigDecimal(number), Monetary.getCurrency("USD"));
    }
}
