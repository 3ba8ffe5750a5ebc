package io.quittance.core.rating;

import static io.quittance.core.rating.Halves.changing;
import static io.quittance.core.rating.Halves.costs;
import static io.quittance.core.rating.Halves.early;
import static io.quittance.core.rating.Halves.late;
import static io.quittance.core.rating.Halves.texts;
import static io.quittance.core.rating.Halves.usd;
import static io.quittance.core.rating.Halves.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quittance.core.Samples;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.Phase;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A period in which something changes on the 16th: which lines a charge has then, and what is agreed for all of them. */
class ChangingTermsTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));
    private static final Charge TEXTS = Charge.usage("texts", "texts", PerUnit.of("1"));
    /** 1 each, and 2 from the 16th on. */
    private static final Charge DEARER = CALLS.repriced("2014-01-16", PerUnit.of("2"));

    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310"));

    /** 0.005 twice are 0.01 on one line, and would be 0.02 on two; texts cost 1 and then 2. */
    @Test
    void aChargeThatNothingChangesHasOneLine() {
        Charge unchanged = Charge.usage("calls", "calls", PerUnit.of("0.005"));
        Rating rating = Rating.of(changing(
                terms -> terms.charge(unchanged).charge(TEXTS),
                terms -> terms.charge(unchanged).charge(Charge.usage("texts", "texts", PerUnit.of("2"))),
                early("calls", "1"),
                late("calls", "1"),
                early("texts", "3"),
                late("texts", "3")));
        assertThat(rating.charges())
                .extracting(Object::toString)
                .containsExactly(
                        "calls [2014-01-01, 2014-02-01): USD 0.01",
                        "texts [2014-01-01, 2014-01-16): USD 3.00",
                        "texts [2014-01-16, 2014-02-01): USD 6.00");
        assertThat(rating.charges())
                .extracting(RatedCharge::terms)
                .containsExactly(TermsVersion.SIGNED, TermsVersion.SIGNED, Halves.CHANGED);
    }

    /** Texts and calls become data and calls: the order is that of the last terms, and what ended comes after them. */
    @Test
    void linesStandInTheOrderOfTheLastTerms() {
        assertThat(costs(changing(
                        terms -> terms.charge(TEXTS).charge(CALLS),
                        terms -> terms.charge(Charge.usage("data", "data", PerUnit.of("1")))
                                .charge(CALLS),
                        early("texts", "3"),
                        early("calls", "4"),
                        late("data", "5"))))
                .containsExactly("data 5", "calls 4", "texts 3");
    }

    /** 600 cost 60. Of 1,500 all would cost 200 + 50 by the later terms, and the first 600 of them 120: 130 for 900. */
    @Test
    void whatIsUsedContinuesWhereTheUseBeforeHadCome() {
        Rating rating = Rating.of(changing(
                terms -> terms.charge(Charge.usage(
                        "calls", "calls", GraduatedTiers.upTo("1000", "0.10").then("0.05"))),
                terms -> terms.charge(Charge.usage(
                        "calls", "calls", GraduatedTiers.upTo("1000", "0.20").then("0.10"))),
                early("calls", "600"),
                late("calls", "900")));
        assertThat(costs(rating)).containsExactly("calls 60", "calls 130");
        RatedCharge later = rating.charges().get(1);
        assertThat(later.quantity()).isEqualTo(Fraction.of(900));
        assertThat(texts(later)).startsWith("calls: 1500", "used before 2014-01-16: -600");
    }

    /** 100 units fill the tier that they end, or begin the next one: under the later terms they cost 1 each and not 2. */
    @Test
    void conventionsAreThoseOfTheDay() {
        Charge volume =
                Charge.usage("calls", "calls", VolumeTiers.upTo("100", "2").then("1"));
        assertThat(costs(changing(
                        terms -> terms.charge(volume),
                        terms -> terms.charge(volume)
                                .conventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE)),
                        late("calls", "100"))))
                .containsExactly("calls 0", "calls 100");
    }

    /** 10 % more from the 16th on: 15 of 31 days of 310 are 150, and 16 of 31 of 341 are 176. */
    @Test
    void anEscalationCutsThePeriod() {
        Charge escalated = PLATFORM.escalated(Escalation.fixed("10", "P1Y", "2014-01-16"));
        Rating rating = Rating.of(whole(terms -> terms.charge(escalated)));
        assertThat(costs(rating)).containsExactly("platform 150", "platform 176");
        assertThat(texts(rating.charges().get(1)))
                .containsExactly("flat fee: 310", "adjusted, × 1.1: 31", "for 16 of 31 days: -165");
    }

    /** Free up to the 15th: 16 of 31 days of 310 are 160. */
    @Test
    void soDoesAPhase() {
        Charge tried = PLATFORM.phases(Phase.trial("P15D"));
        assertThat(costs(whole(terms -> terms.charge(tried)))).containsExactly("platform 0", "platform 160");
    }

    /** Charged whole, the first piece bears the price; not charged unless whole, the one that completes the period does. */
    @Test
    void daysThatMeetAreOneStub() {
        Charge dearer = PLATFORM.repriced("2014-01-16", FlatFee.of("620"));
        assertThat(costs(whole(terms -> terms.charge(dearer.prorated(StubRule.CHARGE_NOTHING)))))
                .containsExactly("platform 0", "platform 620");
        assertThat(costs(whole(terms -> terms.charge(dearer.prorated(StubRule.CHARGE_WHOLE)))))
                .containsExactly("platform 310", "platform 0");
    }

    /** Half for any part, whichever: all of the period is no part, and days that do not meet are two. */
    @Test
    void aStrategyIsAskedForPartsOnly() {
        Charge half = PLATFORM.prorated((service, period) -> Fraction.of(1, 2));
        assertThat(costs(whole(terms -> terms.charge(half)))).containsExactly("platform 310");
        assertThat(costs(whole(terms -> terms.charge(half)).served(List.of(Halves.FIRST))))
                .containsExactly("platform 155");
        ServicePeriod lastDays = ServicePeriod.of("2014-01-20", "2014-02-01");
        assertThat(costs(whole(terms -> terms.charge(half)).served(List.of(Halves.FIRST, lastDays))))
                .containsExactly("platform 155", "platform 155");
    }

    /** 15 of 31 days of 20.68 are 10.00645…, and half of that 5.003…: 5.00. Half of a rounded 10.01 would be 5.01. */
    @Test
    void aPartIsRoundedOnceAfterItsDiscount() {
        Charge fee = Charge.recurring("fee", FlatFee.of("20.68")).discount(Discount.percent("half", "50"));
        RatingRequest stub = RatingRequest.of(Halves.contract(terms -> terms.charge(fee)), List.of(), Halves.FIRST)
                .partOf(Samples.JANUARY);
        assertThat(costs(stub)).containsExactly("fee 5");
    }

    /** 15 of 31 days with a flat fee of 9.90 for what is used cost 9.90, whatever the proration of what recurs. */
    @Test
    void whatIsMeteredIsWhole() {
        Charge fee = Charge.usage("fee", "calls", FlatFee.of("9.90"));
        RatingRequest stub = RatingRequest.of(
                        Halves.contract(terms -> terms.charge(fee)), List.of(early("calls", "1")), Halves.FIRST)
                .partOf(Samples.JANUARY);
        assertThat(costs(stub)).containsExactly("fee 9.9");
        RatingRequest nothing = RatingRequest.of(
                        Halves.contract(terms -> terms.charge(fee)
                                .conventions(Conventions.standard().withProration(StubRule.CHARGE_NOTHING))),
                        List.of(early("calls", "1")),
                        Halves.FIRST)
                .partOf(Samples.JANUARY);
        assertThat(costs(nothing)).containsExactly("fee 9.9");
    }

    /** 80 and 70 are 100 at most: 50 are taken off the later line. */
    @Test
    void aMaximumIsOfAllLinesOfACharge() {
        Rating rating = Rating.of(
                whole(terms -> terms.charge(DEARER.maximum("100")), early("calls", "80"), late("calls", "35")));
        assertThat(costs(rating)).containsExactly("calls 80", "calls 20");
        assertThat(texts(rating.charges().get(1))).last().isEqualTo("at most 100 in the period: -50");
    }

    /** 150 less 50 % are 75. Without the discount they would be 100 at most, and 20 are lacking of 120: 75 + 20. */
    @Test
    void whatCountsBeforeDiscountsIsCutByItToo() {
        Charge agreed =
                DEARER.discount(Discount.percent("half", "50")).maximum("100").minimum("120");
        assertThat(costs(whole(
                        terms -> terms.charge(agreed)
                                .conventions(Conventions.standard().withSpendBasis(SpendBasis.BEFORE_DISCOUNTS)),
                        early("calls", "80"),
                        late("calls", "35"))))
                .containsExactly("calls 40", "calls 55");
    }

    /** 10.005 twice are lines of 10.01, so of 30 there are 9.98 lacking, which stand on the last. */
    @Test
    void aMinimumLiftsTheRoundedLines() {
        Charge lifted = Charge.usage("calls", "calls", PerUnit.of("10.005"))
                .repriced("2014-01-16", PerUnit.of("5.0025"))
                .minimum("30");
        Rating rating = Rating.of(whole(terms -> terms.charge(lifted), early("calls", "1"), late("calls", "2")));
        assertThat(costs(rating)).containsExactly("calls 10.01", "calls 19.99");
        assertThat(rating.charges().get(1).replayed()).isEqualTo(Fraction.of(1_999, 100));
    }

    /** 80 and 70 are 50 above 100, which cost half as much again; 20 and 10 lack 70 of it. Either stands on the last line. */
    @Test
    void aCommitmentIsToAllLinesOfACharge() {
        Charge committed = DEARER.commitment(
                Commitment.ofAmount("100").overageFactor("1.5").withTrueUp(true));
        Rating above = Rating.of(whole(terms -> terms.charge(committed), early("calls", "80"), late("calls", "35")));
        assertThat(costs(above)).containsExactly("calls 80", "calls 95");
        assertThat(above.charges().get(1).replayed()).isEqualTo(Fraction.of(95));
        assertThat(costs(whole(terms -> terms.charge(committed), early("calls", "20"), late("calls", "5"))))
                .containsExactly("calls 20", "calls 80");
    }

    /** Lines of 80 and 20, of which 90 were billed: nothing is left of the first, and 10 of the second. */
    @Test
    void whatWasBilledIsTakenOffTheLinesInTheirOrder() {
        RatingRequest request = whole(terms -> terms.charge(DEARER), early("calls", "80"), late("calls", "10"));
        assertThat(costs(request.after(BilledBefore.nothing().charge("calls", usd("90")))))
                .containsExactly("calls 0", "calls 10");
        assertThat(costs(request.after(BilledBefore.nothing().charge("calls", usd("120")))))
                .containsExactly("calls 0", "calls -20");
    }

    /** Of a voucher of 10 on the charge itself, 6 in the first half and 4 of 20 in the second; percentages use up nothing. */
    @Test
    void anAmountOffAChargeIsTakenOnceInAPeriod() {
        Discount voucher = Discount.amount("voucher", "10");
        Discount half = Discount.percent("half", "50");
        RatingRequest request = changing(
                terms -> terms.charge(CALLS.discount(voucher).discount(half)),
                terms -> terms.charge(Charge.usage("calls", "calls", PerUnit.of("2"))
                        .discount(voucher)
                        .discount(half)),
                early("calls", "6"),
                late("calls", "10"));
        Rating rating = Rating.of(request);
        assertThat(costs(rating)).containsExactly("calls 0", "calls 8");
        assertThat(rating.after().discounts()).containsExactly(entry("voucher", Fraction.of(10)));
        assertThat(Rating.of(request.usage(List.of())).after()).isEqualTo(BilledBefore.nothing());
    }

    /** 5 and 3 in the first half and 7 in the second, whatever the order in which they are told. */
    @Test
    void usageBelongsToTheHalfOfItsTime() {
        UsageEvent first = UsageEvent.of("first", "1", "calls", "3", "2014-01-05T00:00:00Z");
        assertThat(costs(whole(terms -> terms.charge(DEARER), early("calls", "5"), late("calls", "7"), first)))
                .containsExactly("calls 8", "calls 14");
    }

    /** Two charges on one meter, one of them from the 16th on: it counts 7 of 12. */
    @Test
    void aChargeCountsFromItsFirstDayOn() {
        Charge surcharge =
                Charge.usage("surcharge", "calls", PerUnit.of("0.50")).from("2014-01-16");
        assertThat(costs(
                        whole(terms -> terms.charge(CALLS).charge(surcharge), early("calls", "5"), late("calls", "7"))))
                .containsExactly("calls 12", "surcharge 3.5");
    }
}
