package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageFinding;
import io.quittance.core.usage.UsageIntake;
import io.quittance.core.usage.UsageTaken;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));

    /** 100 calls: less 20 % is 80, at most 60, and at least 70. */
    @Test
    void goesThroughTheStagesInTheirOrder() {
        Charge charge =
                CALLS.discount(Discount.percent("launch", "20")).maximum("60").minimum("70");
        RatedCharge rated = rate(charge, "100");
        assertThat(rated.amount()).isEqualTo(usd("70"));
        assertThat(texts(rated))
                .containsExactly(
                        "100 × 1 = 100",
                        "discount launch, 20% of 100: -20",
                        "at most 60: -20",
                        "true-up to at least 70: 10");
        assertThat(rated.replayed()).isEqualTo(Fraction.of(70));
    }

    /** 150 seconds are 2.5 minutes, which are billed as 3; one of them is free. */
    @Test
    void convertsAndTakesFreeUnitsOffBeforeItPrices() {
        Charge charge = Charge.usage("minutes", "calls", PerUnit.of("0.10"))
                .converted(UnitConversion.divideBy("60").withRounding(Rounding.of(0, RoundingMode.UP)))
                .free("1");
        RatedCharge rated = rate(charge, "150");
        assertThat(rated.quantity()).isEqualTo(Fraction.of(2));
        assertThat(rated.amount()).isEqualTo(usd("0.20"));
        assertThat(rated.quantitySteps())
                .extracting(Step::amount)
                .containsExactly(Fraction.of(150), Fraction.of(-295, 2), Fraction.of(1, 2), Fraction.of(-1));
        assertThat(Step.replayed(rated.quantitySteps())).isEqualTo(Fraction.of(2));
        assertThat(texts(rated)).last().isEqualTo("2 × 0.1 = 0.2");
    }

    /** The maximum first: 100 becomes 60, and less 20 % is 48. */
    @Test
    void theTermsMayOrderTheStagesOtherwise() {
        var order = new ArrayList<>(Conventions.standard().stages());
        order.remove(RatingStage.MAXIMUM);
        order.add(order.indexOf(RatingStage.DISCOUNTS), RatingStage.MAXIMUM);
        Charge charge = CALLS.discount(Discount.percent("launch", "20")).maximum("60");
        Rating rating = rating(
                builder -> builder.charge(charge)
                        .conventions(Conventions.standard().withStages(order)),
                used("100"));
        assertThat(rating.total()).isEqualTo(usd("48"));
    }

    @Test
    void refusesAnOrderThatMakesNoSense() {
        var reversed = new ArrayList<>(Conventions.standard().stages());
        Collections.reverse(reversed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conventions.standard().withStages(reversed))
                .withMessage("stages must have MINIMUM after PRICE, but was " + reversed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conventions.standard().withStages(List.of(RatingStage.PRICE)))
                .withMessageStartingWith("stages must be each of [CONVERSION, FREE_UNITS, PRICE");
    }

    /** 60 charged before a discount of 50 % and a minimum of 50: 20 are missing after it, none before. */
    @Test
    void whatCountsTowardsAMinimumIsATerm() {
        Charge charge = CALLS.discount(Discount.percent("launch", "50")).minimum("50");
        assertThat(rate(charge, "60").amount()).isEqualTo(usd("50"));
        Rating before = rating(
                builder -> builder.charge(charge)
                        .conventions(Conventions.standard().withSpendBasis(SpendBasis.BEFORE_DISCOUNTS)),
                used("60"));
        assertThat(before.total()).isEqualTo(usd("30"));
    }

    /** Two tiers of 0.005 each are 0.01 on the line, and 0.02 where every step is rounded (OpenMeter). */
    @Test
    void roundsTheLineOrEveryStep() {
        Charge charge =
                Charge.usage("calls", "calls", GraduatedTiers.upTo("1", "0.005").then("0.005"));
        assertThat(rate(charge, "2").amount()).isEqualTo(usd("0.01"));
        Rating steps = rating(
                builder -> builder.charge(charge)
                        .conventions(Conventions.standard().withRoundingMoment(RoundingMoment.STEP)),
                used("2"));
        assertThat(steps.total()).isEqualTo(usd("0.02"));
        assertThat(steps.charges().get(0).roundingDifference()).isEqualTo(Fraction.of(1, 100));
        assertThat(steps.charges().get(0).replayed()).isEqualTo(Fraction.of(2, 100));
    }

    /**
     * 50.005 twice are 50.01 and 50.01 where every step is rounded: with 100.01 at most, 0.01 is above it, although the exact
     * 100.01 is not. 33.333 twice are 33.33 and 33.33: with 66.66 at most nothing is above it, although the exact 66.666 is.
     * At most 100.005 is no amount that can be billed: of 150, 49.995 are taken off, half up 50.00.
     */
    @ParameterizedTest
    @CsvSource({
        "50.005, 100.01, 100.01, -0.01",
        "50.005, 100, 100, -0.02",
        "50.005, 100.02, 100.02, 0",
        "33.333, 66.66, 66.66, 0",
        "33.333, 50.50, 50.50, -16.16",
        "75, 100.005, 100, -49.995"
    })
    void aLimitInsideAModelHoldsForTheRoundedSteps(String rate, String cap, String expected, BigDecimal takenOff) {
        RatedCharge rated =
                steps(TimeAndMaterials.of("a", rate).withRate("b", rate).withNotToExceed(cap), hours("a", "b"));
        assertThat(rated.amount()).isEqualTo(usd(expected));
        assertThat(rated.replayed()).isEqualTo(rated.amount().toFraction());
        assertThat(rated.breakdown().steps())
                .filteredOn(step -> step.part().equals("not-to-exceed"))
                .singleElement()
                .satisfies(step -> assertThat(step.amount()).isEqualTo(Fraction.of(takenOff)))
                .satisfies(step -> assertThat(step.explanation().text())
                        .isEqualTo("not to exceed " + cap + ": " + Fraction.of(takenOff)));
    }

    /** Whatever the rates: each rounded by itself, their sum, or the cap where that is less. */
    @Property
    void noRoundingExceedsOrMissesALimit(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 99_999) Integer> thousandths,
            @ForAll @IntRange(min = 0, max = 30_000) int cents,
            @ForAll("modes") RoundingMode mode) {
        BigDecimal cap = BigDecimal.valueOf(cents, 2);
        Map<String, BigDecimal> rates = new TreeMap<>();
        thousandths.forEach(rate -> rates.put("role-" + rates.size(), BigDecimal.valueOf(rate, 3)));
        RatedCharge rated = rating(
                        builder -> builder.charge(
                                        charge(TimeAndMaterials.of(rates).withNotToExceed(cap)))
                                .lineRounding(Rounding.of(2, mode))
                                .conventions(Conventions.asOpenMeter()),
                        hours(rates.keySet().toArray(String[]::new)))
                .charges()
                .get(0);
        BigDecimal sum =
                rates.values().stream().map(rate -> rate.setScale(2, mode)).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rated.amount()).isEqualTo(usd(sum.min(cap).toPlainString()));
        assertThat(rated.replayed()).isEqualTo(rated.amount().toFraction());
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    /**
     * 50.005 of each role are 50.01 and 50.01 where every step is rounded, of which 0.01 is above a cap of 100.01, wherever
     * the capped price stands. Beside it 0.005 of the other project are 0.01. Rounded once, 100.01 and 0.005 are 100.02.
     */
    @Test
    void aLimitInsideAPriceThatIsPartOfAnotherHoldsForTheRoundedSteps() {
        TimeAndMaterials capped =
                TimeAndMaterials.of("a", "50.005").withRate("b", "50.005").withNotToExceed("100.01");
        DimensionPrices byProject = DimensionPrices.of(
                List.of(DimensionPrice.of("other", TimeAndMaterials.of("a", "0.005"))
                        .where("project", "other")),
                capped);
        List<UsageEvent> entries = new ArrayList<>(hours("a", "b"));
        entries.add(event("hour of another", "1", 1).with("role", "a").with("project", "other"));
        assertThat(steps(byProject, entries).amount()).isEqualTo(usd("100.02"));
        assertThat(rating(builder -> builder.charge(charge(byProject)), entries).total())
                .isEqualTo(usd("100.02"));
        for (ChargeModel model : List.of(
                DimensionPrices.of(List.of(), capped),
                TimeWindows.of(List.of(), capped),
                TimeBuckets.daily(capped).withAggregation(new Sum()),
                TimeBuckets.daily(TimeWindows.of(List.of(), capped)).withAggregation(new Sum()))) {
            RatedCharge rated = steps(model, hours("a", "b"));
            assertThat(rated.amount()).isEqualTo(usd("100.01"));
            assertThat(rated.replayed()).isEqualTo(rated.amount().toFraction());
            assertThat(rated.roundingDifference()).isEqualTo(Fraction.of(1, 100));
            assertThat(rated.breakdown().steps())
                    .filteredOn(step -> step.part().endsWith("not-to-exceed"))
                    .singleElement()
                    .satisfies(step -> assertThat(step.explanation().text()).endsWith("not to exceed 100.01: -0.01"));
        }
    }

    /** A name of 200 characters leaves no room for what is said of its rounding: two of them that end otherwise are two. */
    @Test
    void aPartWithALongNameIsRoundedToo() {
        String name = "x".repeat(199);
        ChargeModel model = input -> ChargeBreakdown.of(thousandths(name + "a"), thousandths(name + "b"));
        RatedCharge rated = steps(model, used("1"));
        assertThat(rated.amount()).isEqualTo(usd("0.02"));
        assertThat(rated.replayed()).isEqualTo(Fraction.of(2, 100));
        assertThat(rated.roundingDifference()).isEqualTo(Fraction.of(1, 100));
        assertThat(rated.breakdown().steps())
                .extracting(Step::part)
                .doesNotHaveDuplicates()
                .contains(name + "a", name + "b")
                .filteredOn(part -> part.startsWith("charge.rounding x"))
                .hasSize(2);
        String room = "x".repeat(184);
        assertThat(steps(input -> ChargeBreakdown.of(thousandths(room)), used("1"))
                        .breakdown()
                        .steps())
                .extracting(Step::part)
                .containsExactly(room, "charge.rounding " + room);
    }

    private static Step thousandths(String part) {
        return Step.of(part, Fraction.ZERO, Expression.of(new BigDecimal("0.005")), "acme.fee", "{0} = {1}");
    }

    /** A tier costs 10.005 at most: the step is that limit, and is rounded as a whole, half up to 10.01. */
    @Test
    void aLimitOfOneStepIsRoundedWithIt() {
        GraduatedTiers capped =
                GraduatedTiers.upTo("100", TierPrice.of("1").withCap("10.005")).then("1");
        assertThat(steps(capped, used("20")).amount()).isEqualTo(usd("10.01"));
    }

    /** Two units at 0.005 are 0.01 and 0.01; a commitment to two units costs as much, so nothing is overage. */
    @Test
    void aCommitmentToUnitsIsRoundedAsTheUnitsAre() {
        Charge charge = Charge.usage(
                        "calls", "calls", GraduatedTiers.upTo("1", "0.005").then("0.005"))
                .commitment(Commitment.ofQuantity("2").overageFactor("2"));
        Rating rating = rating(builder -> builder.charge(charge).conventions(Conventions.asOpenMeter()), used("2"));
        assertThat(rating.total()).isEqualTo(usd("0.02"));
    }

    @Test
    void aMinimumWaitsForTheClosingRunAndIsProrated() {
        Contract contract = contract(builder -> builder.charge(CALLS.minimum("1000")));
        ServicePeriod half = ServicePeriod.of("2014-01-01", "2014-01-16");
        RatingRequest request = RatingRequest.of(contract, List.of(), half).partOf(JANUARY);
        assertThat(Rating.of(request.interim()).total()).isEqualTo(usd("0"));
        assertThat(Rating.of(request).total()).isEqualTo(usd("483.87"));
        Contract whole = contract(builder -> builder.charge(CALLS.minimum("1000"))
                .conventions(Conventions.standard().withMinimumProration(StubRule.CHARGE_WHOLE)));
        assertThat(Rating.of(RatingRequest.of(whole, List.of(), half).partOf(JANUARY))
                        .total())
                .isEqualTo(usd("1000"));
    }

    @Test
    void pricesOverageAboveACommitment() {
        Charge charge =
                CALLS.commitment(Commitment.ofAmount("10").overageFactor("2").withTrueUp(true));
        assertThat(rate(charge, "16").amount()).isEqualTo(usd("22"));
        assertThat(rate(charge, "4").amount()).isEqualTo(usd("10"));
    }

    /** kimai/kimai: two quarter hours at 27.50 are 13.76 one by one, and 13.75 as they are billed here. */
    @Test
    void interimRunsBillDifferences() {
        Contract contract = contract(builder -> builder.charge(Charge.usage("hours", "calls", PerUnit.of("27.50"))));
        UsageEvent first = event("u1", "0.25", 10);
        Rating interim =
                Rating.of(RatingRequest.of(contract, List.of(first), JANUARY).interim());
        assertThat(interim.total()).isEqualTo(usd("6.88"));
        Rating closing = Rating.of(RatingRequest.of(contract, List.of(first, event("u2", "0.25", 12)), JANUARY)
                .after(interim.after()));
        assertThat(closing.total()).isEqualTo(usd("6.87"));
        RatedCharge hours = closing.charges().get(0);
        assertThat(hours.total()).isEqualTo(usd("13.75"));
        assertThat(hours.billedBefore()).isEqualTo(usd("6.88"));
        assertThat(texts(hours)).last().isEqualTo("billed before: -6.88");
        assertThat(closing.after()).isEqualTo(BilledBefore.nothing());
    }

    @Test
    void aDifferenceMayBeNegativeUnlessTheTermsForbidIt() {
        BilledBefore billed = BilledBefore.nothing().charge("calls", usd("20"));
        Contract falls = contract(builder -> builder.charge(CALLS));
        Rating less = Rating.of(RatingRequest.of(falls, used("19"), JANUARY).after(billed));
        assertThat(less.total()).isEqualTo(usd("-1"));
        assertThat(less.charges().get(0).credited()).isEqualTo(usd("19"));
        assertThat(less.charges().get(0).excess()).isEqualTo(usd("1"));
        Contract never = contract(builder -> builder.charge(CALLS.neverDecreasing()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Rating.of(RatingRequest.of(never, used("19"), JANUARY).after(billed)))
                .withMessage("charges[calls] must not fall below what was billed before, USD 20.00, but was 19");
        BilledBefore unknown = BilledBefore.nothing().charge("other", usd("20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Rating.of(RatingRequest.of(falls, used("19"), JANUARY).after(unknown)))
                .withMessage("billedBefore must be of charges that the contract has, but was other");
    }

    /** Whatever arrives when: the runs of a period bill together what one run bills. */
    @Property
    void runsBillTogetherWhatOneRunBills(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 3_000) Integer> quantities,
            @ForAll @IntRange(max = 1_000) int seed) {
        Contract contract = contract(builder -> builder.charge(Charge.usage(
                                "calls",
                                "calls",
                                GraduatedTiers.upTo("1000", "0.0333").then("0.0211"))
                        .discount(Discount.percent("launch", "7"))
                        .maximum("90")
                        .minimum("15"))
                .discount(Discount.amount("voucher", "5"))
                .minimum(SpendMinimum.of("12")));
        var events = new ArrayList<UsageEvent>();
        for (int quantity : quantities) {
            events.add(event("u" + events.size(), String.valueOf(quantity), events.size()));
        }
        Amount once = Rating.of(contract, events, JANUARY).total();
        Collections.shuffle(events, new Random(seed));
        BilledBefore billed = BilledBefore.nothing();
        Amount sum = usd("0");
        for (int i = 1; i < events.size(); i++) {
            Rating interim = Rating.of(RatingRequest.of(contract, events.subList(0, i), JANUARY)
                    .interim()
                    .after(billed));
            sum = sum.add(interim.total());
            billed = interim.after();
        }
        sum = sum.add(Rating.of(RatingRequest.of(contract, events, JANUARY).after(billed))
                .total());
        assertThat(sum).isEqualTo(once);
    }

    @Test
    void dividesADiscountOnTheContractAmongItsCharges() {
        Rating rating = rating(
                builder -> builder.charge(CALLS)
                        .charge(Charge.usage("texts", "texts", PerUnit.of("1")))
                        .discount(Discount.amount("voucher", "10")),
                List.of(event("u1", "60", 1), UsageEvent.of("u2", "1", "texts", "40", "2014-01-02T00:00:00Z")));
        assertThat(rating.charges()).extracting(RatedCharge::amount).containsExactly(usd("54"), usd("36"));
        assertThat(texts(rating.charges().get(1))).last().isEqualTo("discount voucher, share of 40: -4");
        assertThat(rating.after().discounts()).containsEntry("voucher", Fraction.of(10));
        Contract contract = rating.contract();
        Rating next = Rating.of(
                RatingRequest.of(contract, rating.request().usage(), JANUARY).after(rating.after()));
        assertThat(next.total()).isEqualTo(usd("100"));
    }

    @Test
    void capsAndLiftsAllChargesTogether() {
        Rating capped = rating(builder -> builder.charge(CALLS).maximum(SpendMaximum.of("25")), used("40"));
        assertThat(capped.total()).isEqualTo(usd("25"));
        Rating lifted = rating(builder -> builder.charge(CALLS).minimum(SpendMinimum.of("50")), used("40"));
        assertThat(lifted.charges()).extracting(RatedCharge::amount).containsExactly(usd("40"), usd("10"));
        assertThat(lifted.charge("terms.minimum").orElseThrow().quantity()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void aTermCommitmentIsCarriedFromPeriodToPeriod() {
        Contract contract = Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("UTC")
                .term("2014-01-01", "2014-03-01")
                .charge(CALLS)
                .commitment(TermCommitment.of("100").perPeriod("20"))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        Rating january = Rating.of(contract, used("15"), JANUARY);
        assertThat(january.total()).isEqualTo(usd("20"));
        ServicePeriod february = ServicePeriod.of("2014-02-01", "2014-03-01");
        Rating last = Rating.of(RatingRequest.of(contract, List.of(), february).after(january.after()));
        assertThat(last.total()).isEqualTo(usd("80"));
    }

    @Test
    void aPrepaidBalancePaysWhatItCan() {
        Contract contract = contract(builder -> builder.charge(CALLS));
        RatingRequest request = RatingRequest.of(contract, used("40"), JANUARY);
        Rating part = Rating.of(request.prepaid(usd("30")));
        assertThat(part.prepaidApplied()).isEqualTo(usd("30"));
        assertThat(part.prepaidLeft()).isEqualTo(usd("0"));
        assertThat(part.amountDue()).isEqualTo(usd("10"));
        Rating all = Rating.of(request.prepaid(usd("100")));
        assertThat(all.prepaidLeft()).isEqualTo(usd("60"));
        assertThat(all.amountDue()).isEqualTo(usd("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.prepaid(usd("-1")))
                .withMessage("prepaid must not be negative, but was USD -1.00");
    }

    @Test
    void refusesWhatIsFinerThanALineAndWasPaidOrBilled() {
        RatingRequest request = RatingRequest.of(contract(builder -> builder.charge(CALLS)), used("40"), JANUARY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.prepaid(usd("10.005")))
                .withMessage("prepaid must be no finer than a line, which has 2 decimals, but was USD 10.005");
        BilledBefore billed = BilledBefore.nothing().charge("calls", usd("10.005"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(request.after(billed)))
                .withMessage(
                        "billedBefore[calls] must be no finer than a line, which has 2 decimals, but was USD 10.005");
        BilledBefore paid = BilledBefore.nothing().charge("calls", usd("20")).prepaid(usd("10.005"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(request.after(paid)))
                .withMessage(
                        "billedBefore.prepaid must be no finer than a line, which has 2 decimals, but was USD 10.005");
    }

    @Test
    void refusesASettlementWithoutItsSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermCommitment.Settlement(List.of(), TermCommitment.Progress.NONE))
                .withMessage("steps must be overage, true-up, overage-limit and drawdown, but was []");
    }

    @Test
    void chargesMayCountDifferentEventsOfOneMeter() {
        Rating rating = rating(
                builder -> builder.charge(Charge.usage("eu", Meter.sum("calls").where("region", "eu"), PerUnit.of("1")))
                        .charge(Charge.usage("us", Meter.sum("calls").where("region", "us"), PerUnit.of("2"))),
                List.of(
                        event("u1", "10", 1).with("region", "eu"),
                        event("u2", "10", 2).with("region", "us")));
        assertThat(rating.charges()).extracting(RatedCharge::amount).containsExactly(usd("10"), usd("20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Rating.of(rating.contract(), List.of(event("u1", "1", 1).with("region", "asia")), JANUARY))
                .withMessage("usage[0].meter must be charged by the contract, but was calls {region=asia}");
    }

    /** What the intake takes with the contract's meters is rated, and what it reports rating would refuse. */
    @Test
    void theIntakeTakesWhatRatingTakes() {
        Contract contract = contract(builder ->
                builder.charge(Charge.usage("eu", Meter.sum("calls").where("region", "eu"), PerUnit.of("1"))));
        UsageTaken taken = UsageIntake.of(
                        new UsageWindow(JANUARY, contract.terms().zone()),
                        contract.terms().meters())
                .take(List.of(
                        event("u1", "10", 1).with("region", "eu"),
                        event("u2", "10", 2).with("region", "us")));
        assertThat(Rating.of(contract, taken.accepted(), JANUARY).total()).isEqualTo(usd("10"));
        assertThat(taken.findings()).extracting(UsageFinding::code).containsExactly(UsageFinding.Code.OTHER_DIMENSIONS);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Rating.of(contract, List.of(taken.findings().get(0).event()), JANUARY))
                .withMessage("usage[0].meter must be charged by the contract, but was calls {region=us}");
    }

    @Test
    void refusesMoreTakenBackThanUsed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(CALLS, "-1"))
                .withMessage("charges[calls]: quantity must not be negative, but was -1");
    }

    /** Equal terms, whatever zeros they are written with; each charge shows its own. */
    @Test
    void equalTermsGiveEqualChargesHoweverTheirNumbersAreWritten() {
        List<RatedCharge> plain = written("20", "2", "100", "1.5");
        List<RatedCharge> withZeros = written("20.0", "2.00", "100.000", "1.50");
        assertThat(plain).isEqualTo(withZeros).hasSameHashCodeAs(withZeros);
        assertThat(texts(plain.get(0))).contains("20 free: -20");
        assertThat(texts(withZeros.get(0))).contains("20.0 free: -20");
    }

    private static List<RatedCharge> written(String free, String price, String limit, String factor) {
        Charge calls = CALLS.converted(UnitConversion.none().withIncrements(Increments.of(price, price)))
                .free(free)
                .maximum(limit)
                .minimum(limit)
                .commitment(Commitment.ofAmount(limit).overageFactor(factor));
        Charge size = Charge.usage(
                "size", "calls", Capacity.of(Capacity.Tier.of(price).withLimit("calls", limit)));
        return rating(builder -> builder.charge(calls).charge(size), used("30")).charges();
    }

    /** A model of a host that fails, does not answer, or gives steps that do not add up, is named. */
    @Test
    void aWrongModelIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(
                        charge(input -> {
                            throw new IllegalStateException("no price today");
                        }),
                        "1"))
                .withMessage("charges[calls]: model must price its input, but was "
                        + "java.lang.IllegalStateException: no price today")
                .havingCause()
                .isInstanceOf(IllegalStateException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(charge(PipelineTest::none), "1"))
                .withMessage("charges[calls]: model must price its input, but was no answer");
        ChargeModel drifting = input -> ChargeBreakdown.of(
                Step.after(Fraction.ONE, "a", Fraction.ZERO, Expression.total(), "acme.drift", "{0} = {1}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(charge(drifting), "1"))
                .withMessage("charges[calls]: model must give steps whose formulas add up to its price 1, but was 0");
    }

    /** A formula that cannot be computed again does not add up to a price either. */
    @Test
    void aModelWhoseStepsCannotBeReplayedIsNamed() {
        ChargeModel dividing = input -> ChargeBreakdown.of(Step.after(
                Fraction.ONE,
                "a",
                Fraction.ZERO,
                Expression.of(1).dividedBy(Expression.total()),
                "acme.share",
                "{0} = {1}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(charge(dividing), "1"))
                .withMessageStartingWith("charges[calls]: model must give steps whose formulas add up to its price 1, ")
                .withMessageEndingWith("divisor must not be 0, but was 0");
    }

    @SuppressWarnings("NullAway") // hosts without NullAway exist
    private static ChargeBreakdown none(RatingInput input) {
        return null;
    }

    /** 0.33 beyond 100 at one and a half times the price is 0.165 more, half up 0.17. */
    @Test
    void whatIsAgreedForAllChargesIsRoundedToo() {
        Rating overage = rating(
                builder -> builder.charge(CALLS)
                        .commitment(TermCommitment.of("100").overageFactor("1.5")),
                used("100.33"));
        assertThat(overage.charges()).extracting(RatedCharge::amount).containsExactly(usd("100.33"), usd("0.17"));
        Rating capped = rating(builder -> builder.charge(CALLS).maximum(SpendMaximum.of("99.995")), used("120"));
        assertThat(capped.total()).isEqualTo(usd("100"));
    }

    /** A true-up to a commitment counts towards the minimum, also where spend counts before discounts. */
    @Test
    void nothingIsLiftedTwice() {
        Conventions before = Conventions.standard().withSpendBasis(SpendBasis.BEFORE_DISCOUNTS);
        Charge charge =
                CALLS.commitment(Commitment.ofAmount("100").withTrueUp(true)).minimum("100");
        assertThat(rating(builder -> builder.charge(charge).conventions(before), used("40"))
                        .total())
                .isEqualTo(usd("100"));
        Rating all = rating(
                builder -> builder.charge(CALLS)
                        .commitment(TermCommitment.of("100").perPeriod("100"))
                        .minimum(SpendMinimum.of("100"))
                        .conventions(before),
                used("40"));
        assertThat(all.total()).isEqualTo(usd("100"));
    }

    /** 100 less 50 % on the charge counts as 100 before discounts: the contract's minimum of 100 adds nothing. */
    @Test
    void spendBeforeDiscountsIsTheSameWhereverTheDiscountStands() {
        Conventions before = Conventions.standard().withSpendBasis(SpendBasis.BEFORE_DISCOUNTS);
        Rating onCharge = rating(
                builder -> builder.charge(CALLS.discount(Discount.percent("half", "50")))
                        .minimum(SpendMinimum.of("100"))
                        .conventions(before),
                used("100"));
        Rating onTerms = rating(
                builder -> builder.charge(CALLS)
                        .discount(Discount.percent("half", "50"))
                        .minimum(SpendMinimum.of("100"))
                        .conventions(before),
                used("100"));
        assertThat(onCharge.total()).isEqualTo(usd("50")).isEqualTo(onTerms.total());
    }

    @Test
    void refusesWhatWasBilledInAnotherCurrency() {
        Contract contract = contract(builder -> builder.charge(CALLS));
        BilledBefore euros = BilledBefore.nothing().charge("calls", Amount.of("40", "EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Rating.of(
                        RatingRequest.of(contract, used("100"), JANUARY).after(euros)))
                .withMessage("billedBefore[calls] must be in USD, but was EUR");
    }

    @Test
    void aWrongAggregationIsNamed() {
        Charge charge = Charge.usage(
                "calls",
                Meter.of("calls", (events, window) -> {
                    throw new IllegalStateException("no sum today");
                }),
                PerUnit.of("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(charge, "1"))
                .withMessage("charges[calls]: aggregation must answer for calls, but was "
                        + "java.lang.IllegalStateException: no sum today");
    }

    @Test
    void aModelMayNotNameItsPartsLikeStages() {
        ChargeModel forging = input -> ChargeBreakdown.of(
                Step.of("charge.billed", Fraction.ZERO, Expression.of(-40), "acme.forged", "{0} = {1}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(charge(forging), "1"))
                .withMessage("charges[calls]: model must not name a part like a stage, but was charge.billed");
    }

    /** A model's second step is half of its first: where every step is rounded, the amount replays all the same. */
    @Test
    void aModelWhoseStepsLookBackIsReplayed() {
        ChargeModel looking = input -> {
            Step first = Step.of("a", input.quantity(), Expression.of("1.015"), "acme.a", "{0} = {1}");
            Step half = Step.after(
                    first.amount(),
                    "b",
                    Fraction.ZERO,
                    Expression.total().percent(Expression.of(50)),
                    "acme.b",
                    "{0} = {1}");
            return ChargeBreakdown.of(first, half);
        };
        Rating rating = rating(
                builder -> builder.charge(charge(looking))
                        .conventions(Conventions.standard().withRoundingMoment(RoundingMoment.STEP)),
                used("1"));
        assertThat(rating.total()).isEqualTo(usd("1.53"));
        ChargeBreakdown before = looking.price(RatingInput.none());
        assertThat(before.since(ChargeBreakdown.of(before.steps().get(0))).replayed())
                .isEqualTo(Fraction.of(new BigDecimal("0.5075")));
    }

    @Test
    void severalMetersAreNeitherConvertedNorFree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage(
                                new ChargeId("calls"),
                                List.of(Meter.sum("a"), Meter.sum("b")),
                                Capacity.of(Capacity.Tier.of("1")))
                        .free("1"))
                .withMessage("meters must be one where a quantity is converted or free, but was 2");
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        Rating rating = rating(builder -> builder.charge(CALLS.maximum("60")), used("100"));
        Rating copy = SerialStreams.copy(rating);
        assertThat(copy.charges()).isEqualTo(rating.charges());
        assertThat(copy.contract()).isEqualTo(rating.contract());
    }

    private static Charge charge(ChargeModel model) {
        return Charge.usage("calls", "calls", model);
    }

    /** Rated with every step rounded, to the cent. */
    private static RatedCharge steps(ChargeModel model, List<UsageEvent> usage) {
        return rating(builder -> builder.charge(charge(model)).conventions(Conventions.asOpenMeter()), usage)
                .charges()
                .get(0);
    }

    /** One hour of each role. */
    private static List<UsageEvent> hours(String... roles) {
        return Stream.of(roles)
                .map(role -> event("hour of " + role, "1", 1).with("role", role))
                .toList();
    }

    private static RatedCharge rate(Charge charge, String quantity) {
        return rating(builder -> builder.charge(charge), used(quantity))
                .charges()
                .get(0);
    }

    private static Rating rating(UnaryOperator<Contract.Builder> terms, List<UsageEvent> usage) {
        return Rating.of(contract(terms), usage, JANUARY);
    }

    private static Contract contract(UnaryOperator<Contract.Builder> terms) {
        return terms.apply(Contract.builder("C-1")
                        .customer("1")
                        .currency("USD")
                        .zone("UTC")
                        .term("2014-01-01", "2015-01-01")
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
    }

    private static List<UsageEvent> used(String quantity) {
        return List.of(event("u1", quantity, 1));
    }

    private static UsageEvent event(String key, String quantity, int hour) {
        return UsageEvent.of(key, "1", "calls", quantity, String.format(Locale.ROOT, "2014-01-02T%02d:00:00Z", hour));
    }

    private static List<String> texts(RatedCharge charge) {
        return charge.explanations().stream().map(Object::toString).toList();
    }

    private static Amount usd(String number) {
        return Amount.of(new BigDecimal(number), Monetary.getCurrency("USD"));
    }
}
