package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.Samples;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.Capacity.Tier;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.Matrix;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.Percentage;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.UnitConversion;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a charge's model would have to ignore is refused when the charge is made. */
class ChargeMeteringTest {
    private static final PerUnit DIME = PerUnit.of("0.10");
    private static final Increments MINUTES = Increments.of("60", "60");
    private static final Meter VOICE = Meter.sum("m", MINUTES);
    private static final Blocks BLOCKS = Blocks.of(List.of(), new BlockPrice(BigDecimal.TEN, BigDecimal.ONE));
    private static final Capacity STORAGE = Capacity.of(Tier.of("20").withLimit("m", "100"), Tier.of("60"));

    /** Costs what all meters counted together, of which one is n. */
    private static final ChargeModel ADDING = new ChargeModel() {
        @Override
        public ChargeBreakdown price(RatingInput input) {
            Fraction all = input.peaks().values().stream().reduce(Fraction.ZERO, Fraction::plus);
            return PerUnit.of("1").price(RatingInput.none().withQuantity(all));
        }

        @Override
        public void check(Metering metering) {
            metering.requireMeter(new MeterId("n"), "second");
        }
    };

    /** Models that price the quantity. */
    static List<ChargeModel> byQuantity() {
        return List.of(
                DIME,
                GraduatedTiers.upTo("1", "3").then("1"),
                VolumeTiers.upTo("1", "3").then("1"),
                StairStep.of(List.of(new StairStep.Tier(BigDecimal.ONE, BigDecimal.ONE)), BigDecimal.TEN),
                PackagePrice.of("1", "7"),
                GraduatedBlocks.of(BLOCKS),
                VolumeBlocks.of(BLOCKS),
                GraduatedPercentage.upTo("1", "1").then("2"),
                CostPlus.markup("25"),
                Dynamic.asComputed(),
                STORAGE);
    }

    /** Models that price single events, or changes of a level. */
    static List<ChargeModel> byEvents() {
        return List.of(
                Percentage.of("2.9"),
                ProratedGraduated.upTo("5", "10").then("5"),
                ProratedVolume.upTo("5", "10").then("5"),
                TimeBuckets.daily(DIME),
                TimeWindows.of(List.of(), DIME),
                DimensionPrices.of(List.of(), DIME),
                Matrix.by("region").otherwise("1"),
                TimeAndMaterials.of("consultant", "150"));
    }

    /** 110 seconds count as 120, which are 2 minutes, of which 1 is free: they cost what 1 costs. */
    @ParameterizedTest
    @MethodSource("byQuantity")
    void isAppliedWhereThePriceLooksAtTheQuantity(ChargeModel model) {
        Contract contract = Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("UTC")
                .term("2014-01-01", "2015-01-01")
                .charge(Charge.usage("c", VOICE, model)
                        .converted(UnitConversion.divideBy("60"))
                        .free("1"))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        RatedCharge rated = Rating.of(contract, List.of(Samples.usage("e", "m", "110")), Samples.JANUARY)
                .charges()
                .get(0);
        assertThat(rated.quantity()).isEqualTo(Fraction.ONE);
        Fraction expected = model.price(quantity(1)).total();
        assertThat(rated.amount().toFraction().minus(rated.roundingDifference()))
                .isEqualTo(expected)
                .isNotEqualTo(model.price(quantity(110)).total());
    }

    @ParameterizedTest
    @MethodSource("byEvents")
    void isRefusedWhereThePriceLooksAtSingleEvents(ChargeModel model) {
        Charge charge = Charge.usage("c", "m", model);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.converted(UnitConversion.divideBy("60")))
                .withMessage("conversion must not be given, for the price looks at single events, but was / 60");
        UnitConversion minutes = UnitConversion.none().withIncrements(MINUTES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.converted(minutes))
                .withMessage("conversion must not be given, for the price looks at single events, but was "
                        + "in increments of 60/60, × 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.free("60"))
                .withMessage("freeUnits must not be given, for the price looks at single events, but was 60");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", VOICE, model))
                .withMessageStartingWith(
                        "meters[0]: aggregation must not count in increments, for the price takes the ")
                .withMessageEndingWith(" of single events, but was sum in increments of 60/60");
    }

    /** All meters but the first would be ignored. */
    @ParameterizedTest
    @MethodSource({"byQuantity", "byEvents"})
    void severalMetersAreRefusedWhereThePriceLooksAtOne(ChargeModel model) {
        if (model instanceof Capacity) {
            assertThat(several(model).meters()).hasSize(2);
            return;
        }
        assertRefusesSeveral(model);
    }

    @Test
    void takesManyDiscountsAtOnceAfterThoseThatAreThere() {
        Discount first = Discount.percent("a", "1");
        Discount second = Discount.amount("b", "2");
        Charge charge = Charge.usage("c", "m", PerUnit.of("1")).discount(first);
        assertThat(charge.discounts(List.of(second))).isEqualTo(charge.discount(second));
        assertThat(charge.discounts(List.of())).isEqualTo(charge);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.discounts(List.of(second, first)))
                .withMessage("discounts must have unique ids, but was a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.discounts(List.of(second.on("c"))))
                .withMessage("discount must name no charges where it belongs to one, but was b: 2 on [c]");
    }

    @Test
    void severalMetersAreRefusedByAFlatFeeAndByModelsOfAHostThatDoNotSayOtherwise() {
        assertRefusesSeveral(FlatFee.of("5"));
        assertRefusesSeveral(
                input -> PerUnit.of("1").price(quantity(input.events().size())));
    }

    private static void assertRefusesSeveral(ChargeModel model) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> several(model))
                .withMessage("meters must be one, for the price looks at one, but was 2")
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("charge.meters"));
    }

    /** 3 of m and 4 of n cost 7 by a model of a host that adds up the meters, and says that it prices several. */
    @Test
    void aModelOfAHostMayPriceSeveralMeters() {
        Contract contract = Samples.telephone().charge(several(ADDING)).build();
        RatedCharge rated = Rating.of(
                        contract,
                        List.of(Samples.usage("e1", "m", "3"), Samples.usage("e2", "n", "4")),
                        Samples.JANUARY)
                .charges()
                .get(2);
        assertThat(rated.amount().toFraction()).isEqualTo(Fraction.of(7));
    }

    /** Hours of one meter and minutes of another are not both hours by one division, nor free once or twice. */
    @Test
    void whatIsConvertedOrFreeIsOfOneMeter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> several(ADDING).converted(UnitConversion.divideBy("60")))
                .withMessage("meters must be one where a quantity is converted or free, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> several(ADDING).free("60"))
                .withMessage("meters must be one where a quantity is converted or free, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage(new ChargeId("c"), List.of(), ADDING))
                .withMessage("meters must not be empty, but was []");
    }

    /** A tier's limits know a meter by its id, so of two with the same one would be lost, whatever their filters are. */
    @Test
    void twoMetersOfOneIdAreRefused() {
        Meter europe = Meter.max("m").where("region", "eu");
        Meter america = Meter.max("m").where("region", "us");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage(new ChargeId("c"), List.of(Meter.max("n"), europe, america), STORAGE))
                .withMessage("meters[2]: id must be that of no other meter of the charge, but was m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metering.of(List.of(europe, america)))
                .withMessage("meters[1]: id must be that of no other meter of the charge, but was m");
    }

    /** The worth of units is asked of the model, which has no events of them. */
    @ParameterizedTest
    @MethodSource("byEvents")
    void committedUnitsAreRefusedWhereThePriceLooksAtSingleEvents(ChargeModel model) {
        Charge charge = Charge.usage("c", "m", model);
        assertThat(charge.commitment(Commitment.ofAmount("5")).commitment()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.commitment(Commitment.ofQuantity("5")))
                .withMessage("commitment: kind must be AMOUNT, for the price looks at single events, but was QUANTITY");
    }

    @Test
    void committedUnitsAreThoseOfOneMeter() {
        assertThat(Charge.usage("c", "m", STORAGE)
                        .commitment(Commitment.ofQuantity("5"))
                        .commitment())
                .isPresent();
        assertThat(several(STORAGE).commitment(Commitment.ofAmount("5")).commitment())
                .isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> several(STORAGE).commitment(Commitment.ofQuantity("5")))
                .withMessage("commitment: kind must be AMOUNT where a charge has several meters, but was QUANTITY");
    }

    private static Charge several(ChargeModel model) {
        return Charge.usage(new ChargeId("c"), List.of(Meter.sum("m"), Meter.sum("n")), model);
    }

    /** A flat fee of 5 is due whatever is used: nothing is saved by 60 free units, and 1 hour reads better than 3600. */
    @Test
    void aFlatFeeHasNothingFree() {
        Charge fee = Charge.usage("c", VOICE, FlatFee.of("5"));
        assertThat(fee.converted(UnitConversion.divideBy("3600")).conversion()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fee.free("60"))
                .withMessage("freeUnits must not be given, for a flat fee is due whatever is used, but was 60");
    }

    /** Increments are priced by a model that counts in the same; one inside it has to as well. */
    @Test
    void incrementsOfTheMeterAreThoseOfTheModel() {
        var counted = new SumOfIncrements(MINUTES);
        assertThat(Charge.usage("c", VOICE, TimeWindows.of(List.of(), DIME).withAggregation(counted))
                        .meter())
                .isEqualTo(VOICE);
        assertThat(Charge.usage("c", VOICE, TimeBuckets.daily(DIME).withAggregation(counted))
                        .meter())
                .isEqualTo(VOICE);
        ChargeModel uncounted =
                DimensionPrices.of(List.of(), TimeBuckets.daily(DIME)).withAggregation(counted);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", VOICE, uncounted))
                .withMessage("model: aggregation must not count in increments, for the price takes the maximum of "
                        + "single events, but was sum in increments of 60/60");
    }

    /** Models that take the sum of single events, which must therefore be what the meter takes. */
    static List<ChargeModel> bySumOfEvents() {
        return byEvents().stream()
                .filter(model -> !(model instanceof TimeBuckets) && !(model instanceof ProratedVolume))
                .toList();
    }

    /** 2 and 3 are 5 by their sum, and 3 by their maximum: no single event knows of the 3 that would be priced. */
    @ParameterizedTest
    @MethodSource("bySumOfEvents")
    void whatTheMeterTakesIsWhatThePriceTakes(ChargeModel model) {
        assertThat(Charge.usage("c", Meter.sum("m"), model).meter()).isEqualTo(Meter.sum("m"));
        for (Meter meter : List.of(
                Meter.max("m"),
                Meter.min("m"),
                Meter.count("m"),
                Meter.average("m"),
                Meter.latest("m"),
                Meter.uniqueCount("m", "user"),
                Meter.timeWeightedSum("m"),
                Meter.percentile("m", "95", PercentileMethod.NEAREST_RANK))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Charge.usage("c", meter, model))
                    .withMessage("meters[0]: aggregation must be the sum that the price takes of single events, "
                            + "but was " + meter.aggregation())
                    .isInstanceOfSatisfying(
                            InvalidArgumentException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("charge.aggregation"));
        }
    }

    /** By the maximum, 2 and 3 in one region are 3, for 0.30; buckets take it of each day, whatever the meter takes. */
    @Test
    void aModelMayTakeWhatTheMeterTakes() {
        ChargeModel regions = DimensionPrices.of(List.of(), DIME).withAggregation(new Maximum());
        Contract contract = Samples.telephone()
                .charge(Charge.usage("c", Meter.max("m"), regions))
                .charge(Charge.usage("d", Meter.average("d"), TimeBuckets.daily(DIME)))
                .build();
        Rating rating = Rating.of(
                contract,
                List.of(
                        Samples.usage("e1", "m", "2"),
                        Samples.usage("e2", "m", "3"),
                        Samples.usage("e3", "d", "2"),
                        Samples.usage("e4", "d", "3")),
                Samples.JANUARY);
        Fraction thirty = Fraction.of(30, 100);
        assertThat(rating.charge("c").orElseThrow().amount().toFraction()).isEqualTo(thirty);
        assertThat(rating.charge("d").orElseThrow().amount().toFraction()).isEqualTo(thirty);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", "m", regions))
                .withMessage("meters[0]: aggregation must be the maximum that the price takes of single events, "
                        + "but was sum");
    }

    /** A day with two events would be refused; by their sum it is not. */
    @Test
    void whatIsTakenOfABucketIsWhatThePriceInsideTakes() {
        ChargeModel matrix = Matrix.by("region").otherwise("1");
        for (ChargeModel inside : List.of(matrix, DimensionPrices.of(List.of(), DIME), Percentage.of("2"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Charge.usage("c", "m", TimeBuckets.daily(inside)))
                    .withMessage("model: aggregation must be the sum that the price takes of single events, "
                            + "but was maximum");
            Charge summed = Charge.usage("c", "m", TimeBuckets.daily(inside).withAggregation(new Sum()));
            assertThat(summed.meter()).isEqualTo(Meter.sum("m"));
        }
        ChargeModel nested = TimeWindows.of(List.of(), TimeBuckets.daily(matrix));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", "m", nested))
                .withMessageStartingWith("model.otherwise: aggregation must be the sum");
    }

    /** What a host's model throws when it is asked is no refusal of its, and is kept as the cause. */
    @Test
    void aModelThatFailsToCheckIsNamed() {
        ChargeModel failing = new ChargeModel() {
            @Override
            public ChargeBreakdown price(RatingInput input) {
                return DIME.price(input);
            }

            @Override
            public void check(Metering metering) {
                throw new NullPointerException("no table");
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("u", "m", failing))
                .withMessage("model must check what makes its quantity, but was "
                        + "java.lang.NullPointerException: no table")
                .withCauseInstanceOf(NullPointerException.class)
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("model.failed"));
    }

    @Test
    void aCapacityOfMetersThatTheChargeDoesNotHaveIsRefused() {
        List<Meter> meters = List.of(Meter.max("storage"), Meter.max("users"));
        Tier small = Tier.of("20").withLimit("storage", "100").withLimit("users", "10");
        Tier misspelt = Tier.of("60").withLimit("storage", "500").withLimit("user", "50");
        assertThat(Charge.usage(new ChargeId("c"), meters, Capacity.of(small, Tier.of("60")))
                        .meters())
                .isEqualTo(meters);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage(new ChargeId("c"), meters, Capacity.of(small, misspelt)))
                .withMessage("model: tiers[1].limits[user] must be of a meter of the charge, one of [storage, users], "
                        + "but was user");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", "gb", STORAGE))
                .withMessage("model: tiers[0].limits[m] must be of a meter of the charge, one of [gb], but was m");
    }

    /** A model inside is asked for the events of the meter, and where it stands is told. */
    @Test
    void modelsInsideModelsAreAskedToo() {
        TimeWindow night = TimeWindow.of("night", "22:00", "06:00", STORAGE);
        assertRefusedAt("model.windows[0].price", TimeWindows.of(List.of(night), DIME));
        assertRefusedAt("model.otherwise", TimeWindows.of(List.of(), STORAGE));
        DimensionPrice europe = DimensionPrice.of("Europe", STORAGE).where("region", "eu");
        assertRefusedAt("model.prices[0].price", DimensionPrices.of(List.of(europe), DIME));
        assertRefusedAt("model.otherwise", DimensionPrices.of(List.of(), STORAGE));
        assertRefusedAt("model.price", TimeBuckets.daily(STORAGE));
        assertRefusedAt(
                "model.price.otherwise",
                TimeBuckets.daily(TimeWindows.of(List.of(), STORAGE).withAggregation(new Maximum())));
        assertThat(Charge.usage("c", "m", TimeBuckets.daily(STORAGE)).model()).isEqualTo(TimeBuckets.daily(STORAGE));
    }

    private static void assertRefusedAt(String path, ChargeModel model) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", "gb", model))
                .isInstanceOfSatisfying(InvalidArgumentException.class, refusal -> {
                    assertThat(refusal.path()).isEqualTo(path);
                    assertThat(refusal.argument()).isEqualTo("tiers[0].limits[m]");
                    assertThat(refusal.rule()).isEqualTo("must be of a meter of the charge, one of [gb]");
                    assertThat(refusal.value()).contains("m");
                });
    }

    /** A model of a host that prices the number of events says so as those of this library do. */
    @Test
    void aModelOfAHostSaysWhatItLooksAt() {
        ChargeModel byEvent = new ChargeModel() {
            @Override
            public ChargeBreakdown price(RatingInput input) {
                return PerUnit.of("1").price(quantity(input.events().size()));
            }

            @Override
            public void check(Metering metering) {
                metering.requireAsMetered();
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("c", "m", byEvent).free("1"))
                .withMessage("freeUnits must not be given, for the price looks at single events, but was 1");
    }

    @Test
    void aMeteringIsAValue() throws Exception {
        Metering metering = Metering.of(List.of(VOICE))
                .converted(UnitConversion.divideBy("60"))
                .free(FreeUnits.of("1"))
                .committed(Commitment.ofQuantity("5"));
        assertThat(SerialStreams.copy(metering)).isEqualTo(metering).hasSameHashCodeAs(metering);
        assertThat(metering)
                .isNotEqualTo(Metering.of(List.of(VOICE)))
                .hasToString("[sum in increments of 60/60 of m], converted / 60, 1 free units, "
                        + "5 units committed, overage at 1 times the price");
        assertThat(metering.inside("price", metering.aggregation()).conversion())
                .isEmpty();
        assertThat(metering.inside("price", metering.aggregation()).freeUnits()).isEmpty();
        assertThat(metering.commitment()).contains(Commitment.ofQuantity("5"));
        assertThat(metering.inside("price", metering.aggregation()).commitment())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metering.of(List.of()))
                .withMessage("meters must not be empty");
    }

    private static RatingInput quantity(int units) {
        return RatingInput.none().withQuantity(Fraction.of(units));
    }
}
