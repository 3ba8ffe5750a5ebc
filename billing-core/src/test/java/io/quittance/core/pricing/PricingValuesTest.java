package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Step;
import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.QuantityChange;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms are values: equal if and only if everything that is agreed is equal, whatever zeros trail. */
class PricingValuesTest {
    private static final PerUnit ONE = PerUnit.of("1");
    private static final PerUnit TWO = PerUnit.of("2");
    private static final BlockPrice BLOCK = BlockPrice.of("100", "1");
    private static final Tiers TIERS = Tiers.upTo("10", "2").then("1");

    /** In each row the first differs from each other by one thing, and these differ from each other. */
    static Stream<List<Object>> different() {
        Capacity.Tier storage = Capacity.Tier.of("20").withLimit("storage", "100");
        DimensionPrice europe = DimensionPrice.of("Europe", ONE).where("region", "eu");
        TimeWindow night = TimeWindow.of("night", "22:00", "06:00", ONE);
        Percentage card = Percentage.of("2.9")
                .withFixedFee("0.30")
                .withFreeEvents(3)
                .withFreeAmount("50")
                .withFloor("0.10")
                .withCap("12");
        TimeAndMaterials hours = TimeAndMaterials.of("consultant", "150")
                .withOvertime("yes", "1.5")
                .withIncrement("0.25")
                .withNotToExceed("10000");
        Metering calls = Metering.of(List.of(Meter.sum("calls")))
                .converted(UnitConversion.divideBy("1000"))
                .free(FreeUnits.of("60"))
                .committed(Commitment.ofAmount("10"));
        Metering plain = Metering.of(List.of(Meter.sum("calls")));
        Metering inside = plain.inside("a.b", Inner.SUM);
        UsageEvent event = UsageEvent.of("a", "ACME", "calls", "2", "2026-01-05T09:00:00Z");
        return Stream.of(
                List.of(
                        ONE.price(RatingInput.ofQuantity(BigDecimal.ONE)),
                        TWO.price(RatingInput.ofQuantity(BigDecimal.ONE)),
                        ONE.price(RatingInput.ofQuantity(BigDecimal.TEN))),
                List.of(BLOCK, BlockPrice.of("10", "1"), BlockPrice.of("100", "2")),
                List.of(tier("10", BLOCK), tier("11", BLOCK), tier("10", BlockPrice.of("100", "2"))),
                List.of(
                        Blocks.of(List.of(tier("10", BLOCK)), BLOCK),
                        Blocks.of(List.of(tier("11", BLOCK)), BLOCK),
                        Blocks.of(List.of(tier("10", BLOCK)), BlockPrice.of("10", "1"))),
                List.of(
                        GraduatedBlocks.of(Blocks.of(List.of(), BLOCK)),
                        GraduatedBlocks.of(Blocks.of(List.of(tier("10", BLOCK)), BLOCK)),
                        VolumeBlocks.of(Blocks.of(List.of(), BLOCK)),
                        VolumeBlocks.of(Blocks.of(List.of(tier("10", BLOCK)), BLOCK))),
                List.of(
                        storage,
                        Capacity.Tier.of("21").withLimit("storage", "100"),
                        Capacity.Tier.of("20").withLimit("storage", "101"),
                        Capacity.Tier.of("20").withLimit("users", "100"),
                        Capacity.Tier.of("20")),
                List.of(Capacity.of(storage), Capacity.of(storage, Capacity.Tier.of("30"))),
                List.of(
                        Commitment.ofAmount("10"),
                        Commitment.ofQuantity("10"),
                        Commitment.ofAmount("11"),
                        Commitment.ofAmount("10").overageFactor("2"),
                        Commitment.ofAmount("10")
                                .withTrueUp(!Commitment.ofAmount("10").trueUp())),
                List.of(Completion.of("100"), Completion.of("101")),
                List.of(Conventions.standard(), Conventions.asLago(), Conventions.asOpenMeter()),
                List.of(CostPlus.markup("25"), CostPlus.margin("25"), CostPlus.markup("26")),
                List.of(
                        europe,
                        DimensionPrice.of("EU", ONE).where("region", "eu"),
                        DimensionPrice.of("Europe", ONE).where("region", "uk"),
                        DimensionPrice.of("Europe", ONE).where("zone", "eu"),
                        DimensionPrice.of("Europe", TWO).where("region", "eu")),
                List.of(
                        DimensionPrices.of(List.of(europe), TWO),
                        DimensionPrices.of(List.of(europe), ONE),
                        DimensionPrices.of(List.of(europe.where("zone", "1")), TWO),
                        DimensionPrices.of(List.of(europe), TWO)
                                .withAggregation(Meter.max("calls").aggregation())),
                List.of(
                        Discount.percent("launch", "20"),
                        Discount.percent("spring", "20"),
                        Discount.amount("launch", "20"),
                        Discount.percent("launch", "21"),
                        Discount.percent("launch", "20").on("calls")),
                List.of(Dynamic.times("1"), Dynamic.times("1.1")),
                List.of(FlatFee.of("9.90"), FlatFee.of("9.91")),
                List.of(ONE, TWO),
                List.of(
                        GraduatedPercentage.upTo("10", "1").then(TierRate.ofPercent("2")),
                        GraduatedPercentage.upTo("11", "1").then(TierRate.ofPercent("2")),
                        GraduatedPercentage.upTo("10", "1.5").then(TierRate.ofPercent("2")),
                        GraduatedPercentage.upTo("10", "1").then(TierRate.ofPercent("3"))),
                List.of(percentTier("10", "1"), percentTier("11", "1"), percentTier("10", "2")),
                List.of(
                        TierRate.ofPercent("2"),
                        TierRate.ofPercent("3"),
                        TierRate.ofPercent("2").withFlatFee("1")),
                List.of(
                        TierPrice.of("2"),
                        TierPrice.of("3"),
                        TierPrice.of("2").withFlatFee("1"),
                        TierPrice.of("2").withCap("9"),
                        TierPrice.of("2").withCap("10")),
                List.of(unitTier("10", "2"), unitTier("11", "2"), unitTier("10", "3")),
                List.of(
                        TIERS,
                        Tiers.upTo("11", "2").then("1"),
                        Tiers.upTo("10", "3").then("1"),
                        Tiers.upTo("10", "2").then("0.5")),
                List.of(
                        GraduatedTiers.of(TIERS),
                        GraduatedTiers.of(Tiers.upTo("11", "2").then("1")),
                        VolumeTiers.of(TIERS),
                        VolumeTiers.of(Tiers.upTo("11", "2").then("1")),
                        ProratedGraduated.of(TIERS),
                        ProratedGraduated.of(Tiers.upTo("11", "2").then("1")),
                        ProratedVolume.of(TIERS),
                        ProratedVolume.of(Tiers.upTo("11", "2").then("1"))),
                List.of(
                        Milestones.of("design", "20").then("go-live", "80"),
                        Milestones.of("design", "20").then("go-live", "81"),
                        Milestones.of("design", "21").then("go-live", "80"),
                        Milestones.of("design", "20").then("launch", "80")),
                List.of(
                        Matrix.by("size").cell("1", "small").otherwise("3"),
                        Matrix.by("type").cell("1", "small").otherwise("3"),
                        Matrix.by("size").cell("2", "small").otherwise("3"),
                        Matrix.by("size").cell("1", "large").otherwise("3"),
                        Matrix.by("size").cell("1", "small").otherwise("4"),
                        Matrix.by("size").cell("1", "small")),
                List.of(
                        PackagePrice.of("10", "100"),
                        PackagePrice.of("11", "100"),
                        PackagePrice.of("10", "101"),
                        PackagePrice.of("10", "100").withFreeUnits("5"),
                        PackagePrice.of("10", "100").withRounding(PackageRounding.DOWN)),
                List.of(
                        card,
                        card.withFixedFee("0.31"),
                        card.withFreeEvents(4),
                        card.withFreeAmount("51"),
                        card.withFloor("0.11"),
                        card.withCap("13"),
                        Percentage.of("2.9"),
                        Percentage.of("3")),
                List.of(
                        StairStep.upTo("100", "10").then("40"),
                        StairStep.upTo("101", "10").then("40"),
                        StairStep.upTo("100", "11").then("40"),
                        StairStep.upTo("100", "10").then("41")),
                List.of(stair("100", "10"), stair("101", "10"), stair("100", "11")),
                List.of(SpendMaximum.of("100"), SpendMaximum.of("101")),
                List.of(SpendMinimum.of("100"), SpendMinimum.of("101")),
                List.of(
                        TermCommitment.of("1200"),
                        TermCommitment.of("1201"),
                        TermCommitment.of("1200").perPeriod("60"),
                        TermCommitment.of("1200").perPeriod("61"),
                        TermCommitment.of("1200").overageFactor("2"),
                        TermCommitment.of("1200").carryingOver()),
                List.of(
                        hours,
                        hours.withRate("junior", "90"),
                        hours.withRoleDimension("grade"),
                        hours.withOvertime("overtime", Map.of("yes", new BigDecimal("2"))),
                        hours.withOvertime("late", Map.of("yes", new BigDecimal("1.5"))),
                        hours.withIncrement("0.5"),
                        hours.withNotToExceed("10001"),
                        TimeAndMaterials.of("consultant", "150")),
                List.of(
                        TimeBuckets.hourly(ONE),
                        TimeBuckets.daily(ONE),
                        TimeBuckets.hourly(TWO),
                        TimeBuckets.hourly(ONE)
                                .withAggregation(Meter.average("calls").aggregation())),
                List.of(
                        night,
                        TimeWindow.of("dark", "22:00", "06:00", ONE),
                        TimeWindow.of("night", "21:00", "06:00", ONE),
                        TimeWindow.of("night", "22:00", "07:00", ONE),
                        TimeWindow.of("night", "22:00", "06:00", TWO),
                        night.on(DayOfWeek.MONDAY)),
                List.of(
                        TimeWindows.of(List.of(night), TWO),
                        TimeWindows.of(List.of(night), ONE),
                        TimeWindows.of(List.of(night.on(DayOfWeek.MONDAY)), TWO),
                        TimeWindows.of(List.of(night), TWO)
                                .withAggregation(Meter.max("calls").aggregation())),
                List.of(
                        RatingInput.none(),
                        RatingInput.ofQuantity(BigDecimal.ONE),
                        RatingInput.none().withEvents(List.of(event)),
                        RatingInput.none().withChanges(List.of(new QuantityChange(Fraction.ONE, Fraction.of(1, 2)))),
                        RatingInput.ofPeaks(Map.of(new MeterId("storage"), Fraction.ONE)),
                        RatingInput.none()
                                .withWindow(new UsageWindow(
                                        ServicePeriod.of("2026-01-01", "2026-02-01"), ZoneId.of("UTC"))),
                        RatingInput.none().withConventions(Conventions.asLago()),
                        RatingInput.none().withStepRounding(Rounding.halfUp(2))),
                List.of(
                        calls,
                        Metering.of(List.of(Meter.sum("calls"))),
                        Metering.of(List.of(Meter.count("calls"))),
                        Metering.of(List.of(Meter.sum("texts"))),
                        calls.converted(UnitConversion.divideBy("100")),
                        calls.free(FreeUnits.of("61")),
                        calls.committed(Commitment.ofAmount("11"))),
                List.of(
                        inside,
                        plain.inside("a", Inner.SUM).inside("b", Inner.SUM),
                        plain.inside("c", Inner.SUM),
                        plain.inside("a.b", Meter.max("calls").aggregation()),
                        inside.agreed()));
    }

    @ParameterizedTest
    @MethodSource("different")
    void differByEachThingThatIsAgreed(List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).isNotEqualTo(values.get(i).toString()).isNotEqualTo(null);
            for (int j = 0; j < values.size(); j++) {
                assertThat(values.get(i).equals(values.get(j)))
                        .as("%s equals %s", values.get(i), values.get(j))
                        .isEqualTo(i == j);
            }
        }
    }

    /** Pairs that say the same with more zeros, or in another order of words. */
    static Stream<List<Object>> same() {
        return Stream.of(
                List.of(BLOCK, BlockPrice.of("100.0", "1.00")),
                List.of(tier("10", BLOCK), tier("10.0", BlockPrice.of("100.0", "1"))),
                List.of(
                        Capacity.Tier.of("20").withLimit("storage", "100"),
                        Capacity.Tier.of("20.00").withLimit("storage", "100.0")),
                List.of(
                        Commitment.ofAmount("10").overageFactor("2"),
                        Commitment.ofAmount("10.0").overageFactor("2.0")),
                List.of(CostPlus.markup("25"), CostPlus.markup("25.0")),
                List.of(
                        Discount.amount("launch", "20").on("calls"),
                        Discount.amount("launch", "20.00").on("calls")),
                List.of(Dynamic.asComputed(), Dynamic.times("1.0")),
                List.of(FlatFee.of("9.9"), FlatFee.of("9.90")),
                List.of(
                        TierPrice.of("2").withFlatFee("1").withCap("9"),
                        TierPrice.of("2.0").withFlatFee("1.0").withCap("9.0")),
                List.of(
                        TierRate.ofPercent("2").withFlatFee("1"),
                        TierRate.ofPercent("2.0").withFlatFee("1.0")),
                List.of(TIERS, Tiers.upTo("10.0", "2.0").then("1.0")),
                List.of(
                        StairStep.upTo("100", "10").then("40"),
                        StairStep.upTo("100.0", "10.0").then("40.0")),
                List.of(
                        Matrix.by("size").cell("1", "small").otherwise("3"),
                        Matrix.by("size").cell("1.0", "small").otherwise("3.0")),
                List.of(
                        PackagePrice.of("10", "100").withFreeUnits("5"),
                        PackagePrice.of("10.0", "100.0").withFreeUnits("5.0")),
                List.of(
                        Percentage.of("2.9")
                                .withFixedFee("0.3")
                                .withFreeAmount("50")
                                .withFloor("0.1")
                                .withCap("12"),
                        Percentage.of("2.90")
                                .withFixedFee("0.30")
                                .withFreeAmount("50.0")
                                .withFloor("0.10")
                                .withCap("12.0")),
                List.of(SpendMaximum.of("100"), SpendMaximum.of("100.00")),
                List.of(SpendMinimum.of("100"), SpendMinimum.of("100.00")),
                List.of(
                        TermCommitment.of("1200").perPeriod("60").overageFactor("2"),
                        TermCommitment.of("1200.0").perPeriod("60.0").overageFactor("2.0")),
                List.of(
                        TimeAndMaterials.of("consultant", "150")
                                .withIncrement("0.5")
                                .withNotToExceed("10000"),
                        TimeAndMaterials.of("consultant", "150.0")
                                .withIncrement("0.50")
                                .withNotToExceed("10000.0")));
    }

    @ParameterizedTest
    @MethodSource("same")
    void areEqualWhateverZerosTrail(List<Object> pair) {
        assertThat(pair.get(0)).isEqualTo(pair.get(1)).hasSameHashCodeAs(pair.get(1));
    }

    @Test
    void readAsTheirDocumentationSays() {
        assertThat(Commitment.ofAmount("10").overageFactor("2").withTrueUp(true))
                .hasToString("10 committed, overage at 2 times the price, with true-up");
        assertThat(Commitment.ofQuantity("10").withTrueUp(false))
                .hasToString("10 units committed, overage at 1 times the price");
        assertThat(TermCommitment.of("1200").perPeriod("60")).hasToString("1200 over the term, 60 per period");
        assertThat(TermCommitment.of("1200").overageFactor("2").carryingOver())
                .hasToString("1200 over the term, overage at 2 times the price, carried over");
        assertThat(Percentage.of("2.9").withFixedFee("0.30").withFreeEvents(3).withCap("12"))
                .hasToString("2.9% + 0.30 per event, first 3 events free, at most 12 per event");
        assertThat(Percentage.of("2.9").withFreeAmount("50").withFloor("0.10"))
                .hasToString("2.9%, first 50 free, at least 0.10 per event");
        assertThat(TimeAndMaterials.of("consultant", "150")
                        .withOvertime("yes", "1.5")
                        .withIncrement("0.25")
                        .withNotToExceed("10000"))
                .hasToString("{consultant=150} per unit of time, overtime {yes=1.5}, in steps of 0.25, at most 10000");
        assertThat(TimeAndMaterials.of("consultant", "150")).hasToString("{consultant=150} per unit of time");
        assertThat(PackagePrice.of("10", "100").withFreeUnits("5"))
                .hasToString("100 per 10 units, rounded UP, 5 units free");
        assertThat(PackagePrice.of("10", "100")).hasToString("100 per 10 units, rounded UP");
        assertThat(Discount.percent("launch", "20")).hasToString("launch: 20%");
        assertThat(Discount.amount("launch", "20").on("calls")).hasToString("launch: 20 on [calls]");
        assertThat(TierPrice.of("0.08").withFlatFee("5").withCap("20")).hasToString("0.08 per unit + 5, at most 20");
        assertThat(TierPrice.of("0.08")).hasToString("0.08 per unit");
        assertThat(SpendMaximum.of("100")).hasToString("at most 100");
        assertThat(SpendMinimum.of("100")).hasToString("at least 100");
        assertThat(DimensionPrices.of(
                        List.of(DimensionPrice.of("Europe", PerUnit.of("0.10")).where("region", "eu")),
                        PerUnit.of("0.20")))
                .hasToString("[Europe {region=[eu]}: 0.10 per unit], otherwise 0.20 per unit");
        assertThat(DimensionPrices.of(
                                List.of(DimensionPrice.of("Europe", PerUnit.of("0.10"))
                                        .where("region", "eu")),
                                PerUnit.of("0.20"))
                        .withAggregation(Meter.max("calls").aggregation()))
                .hasToString("maximum [Europe {region=[eu]}: 0.10 per unit], otherwise 0.20 per unit");
        assertThat(TimeBuckets.daily(PerUnit.of("0.10"))
                        .withAggregation(Meter.max("calls").aggregation()))
                .hasToString("maximum per day: 0.10 per unit");
        assertThat(TimeBuckets.hourly(PerUnit.of("0.10"))
                        .withAggregation(Meter.max("calls").aggregation()))
                .hasToString("maximum per hour: 0.10 per unit");
        assertThat(TimeWindow.of("night", "22:00", "06:00", PerUnit.of("0.10")))
                .hasToString("night 22:00 to 06:00: 0.10 per unit");
        assertThat(RatingInput.none()).hasToString("quantity 0");
        assertThat(RatingInput.ofEvents(List.of(UsageEvent.of("a", "ACME", "calls", "2", "2026-01-05T09:00:00Z"))))
                .hasToString("quantity 2, 1 events");
        assertThat(RatingInput.ofChanges(List.of(new QuantityChange(Fraction.ONE, Fraction.of(1, 2)))))
                .hasToString("quantity 1, 1 changes");
        assertThat(RatingInput.ofPeaks(Map.of(new MeterId("storage"), Fraction.ONE)))
                .hasToString("quantity 0, peaks {storage=1}");
        assertThat(Metering.of(List.of(Meter.sum("calls"))))
                .hasToString(List.of(Meter.sum("calls")).toString());
        assertThat(Metering.of(List.of(Meter.sum("calls"))).agreed())
                .hasToString(List.of(Meter.sum("calls")) + ", agreed");
    }

    @Test
    void giveBackWhatWasAgreed() {
        assertThat(Matrix.by("size").cell("1", "small").otherwise("3")).satisfies(matrix -> {
            assertThat(matrix.dimensions()).containsExactly("size");
            assertThat(matrix.cells()).containsExactly(Map.entry(List.of("small"), BigDecimal.ONE));
            assertThat(matrix.otherwise()).contains(new BigDecimal("3"));
        });
        assertThat(Matrix.by("size").cell("1", "small").otherwise()).isEmpty();
        Percentage card = Percentage.of("2.9")
                .withFreeEvents(3)
                .withFreeAmount("50")
                .withFloor("0.10")
                .withCap("12");
        assertThat(card.freeEvents()).hasValue(3);
        assertThat(card.freeAmount()).contains(new BigDecimal("50"));
        assertThat(card.floor()).contains(new BigDecimal("0.10"));
        assertThat(card.cap()).contains(new BigDecimal("12"));
        assertThat(Percentage.of("2.9").freeEvents()).isEmpty();
        TimeAndMaterials hours = TimeAndMaterials.of("consultant", "150")
                .withRoleDimension("grade")
                .withOvertime("late", Map.of("yes", new BigDecimal("1.5")))
                .withIncrement("0.25")
                .withNotToExceed("10000");
        assertThat(hours.roleDimension()).isEqualTo("grade");
        assertThat(hours.overtimeDimension()).isEqualTo("late");
        assertThat(hours.increment()).contains(new BigDecimal("0.25"));
        assertThat(hours.notToExceed()).contains(new BigDecimal("10000"));
        assertThat(TermCommitment.of("1200").perPeriod("60").periodMinimum()).contains(new BigDecimal("60"));
        assertThat(TermCommitment.of("1200").carriesOver()).isFalse();
        assertThat(TermCommitment.of("1200").carryingOver().carriesOver()).isTrue();
        assertThat(Commitment.ofAmount("10").withTrueUp(true).trueUp()).isTrue();
        assertThat(Commitment.ofAmount("10").withTrueUp(false).trueUp()).isFalse();
        assertThat(StairStep.upTo("100", "10").then("40").tiers()).hasSize(1);
        assertThat(GraduatedPercentage.upTo("10", "1")
                        .then(TierRate.ofPercent("2"))
                        .tiers())
                .hasSize(1);
        assertThat(Blocks.of(List.of(tier("10", BLOCK)), BLOCK).bounded()).containsExactly(tier("10", BLOCK));
        assertThat(Capacity.of(Capacity.Tier.of("20")).tiers()).containsExactly(Capacity.Tier.of("20"));
        assertThat(Conventions.standard().stages()).startsWith(RatingStage.CONVERSION);
        TimeWindow monday = TimeWindow.wholeDays("monday", ONE, DayOfWeek.MONDAY);
        assertThat(monday.days()).containsExactly(DayOfWeek.MONDAY);
        assertThat(TimeWindows.of(List.of(monday), TWO).windows()).containsExactly(monday);
        Metering calls = Metering.of(List.of(Meter.sum("calls")))
                .converted(UnitConversion.divideBy("1000"))
                .free(FreeUnits.of("60"))
                .committed(Commitment.ofAmount("10"));
        assertThat(calls.meters()).containsExactly(Meter.sum("calls"));
        assertThat(calls.conversion()).contains(UnitConversion.divideBy("1000"));
        assertThat(calls.freeUnits()).contains(FreeUnits.of("60"));
        assertThat(calls.commitment()).contains(Commitment.ofAmount("10"));
        assertThat(calls.isAgreed()).isFalse();
        assertThat(calls.agreed().isAgreed()).isTrue();
    }

    /** What a price asks of the meters of its charge, prices inside it ask too; here a limit of a meter that is none. */
    @Test
    void askOfTheirChargeWhatPricesInsideThemAsk() {
        Capacity users = Capacity.of(Capacity.Tier.of("20").withLimit("users", "10"));
        Metering storage = Metering.of(List.of(Meter.sum("storage")));
        TimeWindow night = TimeWindow.of("night", "22:00", "06:00", ONE);
        DimensionPrice europe = DimensionPrice.of("Europe", ONE).where("region", "eu");
        for (ChargeModel model : List.of(
                users,
                TimeBuckets.hourly(users),
                TimeWindows.of(List.of(night), users),
                TimeWindows.of(List.of(TimeWindow.of("night", "22:00", "06:00", users)), ONE),
                DimensionPrices.of(List.of(europe), users),
                DimensionPrices.of(List.of(DimensionPrice.of("Europe", users).where("region", "eu")), ONE))) {
            assertThatIllegalArgumentException()
                    .as(model.toString())
                    .isThrownBy(() -> model.check(storage))
                    .withMessageContaining("must be of a meter of the charge, one of [storage], but was users");
        }
        DimensionPrices.of(List.of(europe), ONE).check(storage);
        TimeWindows.of(List.of(night), ONE).check(storage);
    }

    @Test
    void refuseAPeakBelowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingInput.ofPeaks(Map.of(new MeterId("storage"), Fraction.of(-1))))
                .withMessage("peaks[storage] must not be negative, but was -1");
    }

    /** A tier without limits holds all that there is. */
    @Test
    void aTierOfAnySizeSaysSo() {
        Capacity any = Capacity.of(Capacity.Tier.of("20").withLimit("storage", "100"), Capacity.Tier.of("60"));
        Step step = any.price(RatingInput.ofPeaks(Map.of(new MeterId("storage"), Fraction.of(150))))
                .steps()
                .get(0);
        assertThat(step.explanation().text()).isEqualTo("tier 2, of any size: 60");
        assertThat(step.explanation().text(Locale.GERMAN)).isEqualTo("Stufe 2, jede Größe: 60");
    }

    /** A thousand are many enough; ten thousand cells. */
    @Test
    void areOfAnEndedSize() {
        List<Capacity.Tier> tiers = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> Capacity.Tier.of(Map.of(new MeterId("storage"), new BigDecimal(i)), BigDecimal.ONE))
                .toList();
        assertThat(Capacity.of(tiers.subList(0, 1_000)).tiers()).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capacity.of(tiers))
                .withMessage("tiers must be at most 1000, but was 1001");
        List<DimensionPrice> prices = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> DimensionPrice.of("price " + i, ONE).where("region", "r" + i))
                .toList();
        assertThat(DimensionPrices.of(prices.subList(0, 1_000), TWO).prices()).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DimensionPrices.of(prices, TWO))
                .withMessage("prices must be at most 1000, but was 1001");
        List<TimeWindow> windows = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> TimeWindow.of(
                        "window " + i, LocalTime.MIDNIGHT.plusMinutes(i), LocalTime.MIDNIGHT.plusMinutes(i + 1), ONE))
                .toList();
        assertThat(TimeWindows.of(windows.subList(0, 1_000), TWO).windows()).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindows.of(windows, TWO))
                .withMessage("windows must be at most 1000, but was 1001");
        Map<List<String>, BigDecimal> cells = IntStream.rangeClosed(1, 10_001)
                .boxed()
                .collect(Collectors.toMap(i -> List.of("size " + i), BigDecimal::valueOf));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(List.of("size"), cells))
                .withMessage("cells must be at most 10000, but was 10001");
        cells.remove(List.of("size 1"));
        assertThat(Matrix.of(List.of("size"), Collections.unmodifiableMap(cells))
                        .cells())
                .hasSize(10_000);
    }

    private static Tiers.Tier unitTier(String upTo, String price) {
        return new Tiers.Tier(new BigDecimal(upTo), TierPrice.of(price));
    }

    private static GraduatedPercentage.Tier percentTier(String upTo, String percent) {
        return new GraduatedPercentage.Tier(new BigDecimal(upTo), TierRate.ofPercent(percent));
    }

    private static StairStep.Tier stair(String upTo, String amount) {
        return new StairStep.Tier(new BigDecimal(upTo), new BigDecimal(amount));
    }

    private static Blocks.Tier tier(String blocks, BlockPrice price) {
        return new Blocks.Tier(new BigDecimal(blocks), price);
    }
}
