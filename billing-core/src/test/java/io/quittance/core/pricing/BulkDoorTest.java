package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.bulk.BulkRating;
import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.bulk.EventRating;
import io.quittance.core.bulk.LinePrice;
import io.quittance.core.bulk.RatedLines;
import io.quittance.core.bulk.Tariff;
import io.quittance.core.bulk.UsageBatch;
import io.quittance.core.bulk.UsageSums;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The object door and the bulk door give the same cents. */
class BulkDoorTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final long FIRST = START.toEpochMilli();

    /** One event: how much, on which meter, of which customer. */
    private record Usage(long customer, int meter, long quantity) {}

    @Property(tries = 2_000)
    void aCompiledPriceIsThePriceOfTheModel(
            @ForAll("models") ChargeModel model,
            @ForAll("conventions") Conventions conventions,
            @ForAll @IntRange(max = 6) int quantityScale,
            @ForAll("quantities") long quantity,
            @ForAll @IntRange(max = 4) int scale,
            @ForAll("modes") RoundingMode mode) {
        CompiledPrice compiled = model.compiled(conventions, quantityScale).orElseThrow();
        var decimal = BigDecimal.valueOf(quantity, quantityScale);
        BigDecimal expected = model.price(RatingInput.ofQuantity(decimal).withConventions(conventions))
                .total()
                .round(Rounding.of(scale, mode));
        assertThat(compiled.price(decimal, scale, mode)).isEqualTo(expected);
        long fast = compiled.priced(quantity, scale, mode);
        if (fast != LinePrice.LARGE) {
            assertThat(BigDecimal.valueOf(fast, scale)).isEqualTo(expected);
        }
        assertThat(ModelPrice.asking(model, conventions).price(decimal, scale, mode))
                .isEqualTo(expected);
    }

    /** Whole batches: by sums and by events, by ordinals and by ids, in one part and in two. */
    @Property(tries = 300)
    void everyWayThroughTheBulkDoorCostsWhatTheObjectDoorCosts(
            @ForAll("threeModels") List<ChargeModel> models,
            @ForAll("usage") List<Usage> usage,
            @ForAll @IntRange(max = 100) int cut,
            @ForAll("modes") RoundingMode mode) {
        Conventions conventions = Conventions.standard();
        Rounding cents = Rounding.of(2, mode);
        Tariff tariff = Tariff.of(
                2,
                mode,
                models.stream()
                        .map(model -> ModelPrice.of(model, conventions, 3))
                        .toList());
        List<RatedLines> ways = List.of(
                filled(UsageSums.ofOrdinals(5, 3, 3, START, END), usage, false).price(tariff),
                filled(EventRating.ofOrdinals(5, tariff, START, END), usage, false)
                        .lines(),
                inTwoParts(UsageSums.ofOrdinals(5, 3, 3, START, END), usage, cut, false)
                        .price(tariff),
                inTwoParts(EventRating.ofOrdinals(5, tariff, START, END), usage, cut, false)
                        .lines());
        List<RatedLines> waysById = List.of(
                filled(UsageSums.ofIds(3, 3, START, END), usage, true).price(tariff),
                filled(EventRating.ofIds(tariff, START, END), usage, true).lines(),
                inTwoParts(UsageSums.ofIds(3, 3, START, END), usage, cut, true).price(tariff),
                inTwoParts(EventRating.ofIds(tariff, START, END), usage, cut, true)
                        .lines());
        for (RatedLines lines : ways) {
            assertThat(lines.customers()).isEqualTo(5);
            assertLines(lines, models, usage, cents);
        }
        var customers = new TreeSet<Long>();
        usage.forEach(event -> customers.add(event.customer()));
        for (RatedLines lines : waysById) {
            assertThat(IntStream.range(0, lines.customers()).mapToObj(lines::customer))
                    .containsExactlyElementsOf(customers);
            assertLines(lines, models, usage, cents);
        }
    }

    private static void assertLines(RatedLines lines, List<ChargeModel> models, List<Usage> usage, Rounding rounding) {
        for (int index = 0; index < lines.customers(); index++) {
            BigDecimal total = BigDecimal.ZERO;
            for (int meter = 0; meter < 3; meter++) {
                BigDecimal quantity = BigDecimal.ZERO;
                for (Usage event : usage) {
                    if (event.customer() == lines.customer(index) && event.meter() == meter) {
                        quantity = quantity.add(BigDecimal.valueOf(event.quantity(), 3));
                    }
                }
                Fraction exact = models.get(meter)
                        .price(RatingInput.none().withQuantity(Fraction.of(quantity)))
                        .total();
                assertThat(lines.quantity(index, meter)).isEqualByComparingTo(quantity);
                assertThat(lines.amount(index, meter)).isEqualTo(exact.round(rounding));
                total = total.add(exact.round(rounding));
            }
            assertThat(lines.total(index)).isEqualByComparingTo(total);
        }
        assertThat(lines.refused()).isEmpty();
    }

    private static <R extends BulkRating> R filled(R rating, List<Usage> usage, boolean byId) {
        rating.add(batch(usage, byId));
        return rating;
    }

    private static UsageSums inTwoParts(UsageSums sums, List<Usage> usage, int cut, boolean byId) {
        UsageSums part = sums.part();
        addInTwoParts(sums, part, usage, cut, byId);
        sums.merge(part);
        return sums;
    }

    private static EventRating inTwoParts(EventRating rating, List<Usage> usage, int cut, boolean byId) {
        EventRating part = rating.part();
        addInTwoParts(rating, part, usage, cut, byId);
        rating.merge(part);
        return rating;
    }

    /** The first rows as columns, the others as objects. */
    private static void addInTwoParts(BulkRating one, BulkRating other, List<Usage> usage, int cut, boolean byId) {
        int first = usage.size() * cut / 100;
        one.add(batch(usage, byId).rows(0, first));
        for (Usage event : usage.subList(first, usage.size())) {
            other.add(event.customer(), event.meter(), BigDecimal.valueOf(event.quantity(), 3), START);
        }
    }

    private static UsageBatch batch(List<Usage> usage, boolean byId) {
        int[] meters = usage.stream().mapToInt(Usage::meter).toArray();
        long[] quantities = usage.stream().mapToLong(Usage::quantity).toArray();
        long[] times = usage.stream().mapToLong(event -> FIRST).toArray();
        long[] customers = usage.stream().mapToLong(Usage::customer).toArray();
        return byId
                ? UsageBatch.ofIds(customers, meters, quantities, 3, times)
                : UsageBatch.ofOrdinals(
                        usage.stream().mapToInt(event -> (int) event.customer()).toArray(),
                        meters,
                        quantities,
                        3,
                        times);
    }

    /** Events that take usage back come after those that used it, or before: the line is the same. */
    @Test
    void usageThatIsTakenBackIsRatedByWhatIsLeft() {
        GraduatedTiers model = GraduatedTiers.upTo("10", "1").then("0.5");
        Tariff tariff = Tariff.of(2, RoundingMode.HALF_UP, List.of(ModelPrice.of(model, Conventions.standard(), 3)));
        for (List<Integer> order : List.of(List.of(20, -5), List.of(-5, 20))) {
            EventRating rating = EventRating.ofOrdinals(1, tariff, START, END);
            order.forEach(units -> rating.add(0, 0, BigDecimal.valueOf(units), START));
            assertThat(rating.lines().amount(0, 0)).isEqualTo("12.50");
        }
    }

    @Test
    void aModelWithoutACompiledFormIsAsked() {
        ChargeModel model = input -> PerUnit.of("0.5").price(input);
        assertThat(model.compiled(Conventions.standard(), 3)).isEmpty();
        LinePrice price = ModelPrice.of(model, Conventions.standard(), 3);
        assertThat(price.priced(3_000, 2, RoundingMode.HALF_UP)).isEqualTo(LinePrice.LARGE);
        assertThat(price.price(new BigDecimal("3"), 2, RoundingMode.HALF_UP)).isEqualTo("1.50");
    }

    /** So that tariffs of models are equal, also where one was shipped. */
    @Test
    void askingAnEqualModelIsEqual() throws Exception {
        ModelPrice price = ModelPrice.asking(PerUnit.of("0.5"), Conventions.standard());
        assertThat(SerialStreams.copy(price)).isEqualTo(price).hasSameHashCodeAs(price);
        assertThat(ModelPrice.asking(PerUnit.of("0.4"), Conventions.standard())).isNotEqualTo(price);
        assertThat(ModelPrice.asking(PerUnit.of("0.5"), Conventions.asOpenMeter()))
                .isNotEqualTo(price);
        assertThat(price).isNotEqualTo("asks 0.5 per unit").hasToString("asks 0.5 per unit");
    }

    /** 10 units at 2 cost the cap of 20 just where their tier ends; each further one costs 1. */
    @Test
    void aCapMayBeReachedWhereItsTierEnds() {
        GraduatedTiers model =
                GraduatedTiers.upTo("10", TierPrice.of("2").withCap("20")).then("1");
        for (TierBound bound : TierBound.values()) {
            CompiledPrice compiled = model.compiled(Conventions.standard().withTierBound(bound), 0)
                    .orElseThrow();
            assertThat(compiled.price(new BigDecimal("9"), 2, RoundingMode.HALF_UP))
                    .isEqualTo("18.00");
            assertThat(compiled.price(new BigDecimal("10"), 2, RoundingMode.HALF_UP))
                    .isEqualTo("20.00");
            assertThat(compiled.price(new BigDecimal("11"), 2, RoundingMode.HALF_UP))
                    .isEqualTo("21.00");
        }
    }

    /** 0.5 + 0.5 cents are 1 cent in one line, and 2 where each step is rounded. */
    @Test
    void aModelIsAskedWhereEachStepIsRounded() {
        GraduatedTiers model = GraduatedTiers.upTo("1", "0.005").then("0.005");
        Conventions steps = Conventions.asOpenMeter();
        assertThat(model.compiled(steps, 3)).isEmpty();
        assertThat(ModelPrice.of(model, steps, 3).price(new BigDecimal("2"), 2, RoundingMode.HALF_UP))
                .isEqualTo("0.02");
        assertThat(ModelPrice.of(model, Conventions.standard(), 3).price(new BigDecimal("2"), 2, RoundingMode.HALF_UP))
                .isEqualTo("0.01");
    }

    /** 50.005 twice, at most 100.01: rounded, the two are 100.02, so 0.01 is taken off. */
    @Test
    void aLimitInsideAModelHoldsForTheRoundedSteps() {
        ChargeModel capped = input -> {
            Step a = Step.of("a", input.quantity(), Expression.of("50.005"), "acme.a", "{0} = {1}");
            Step b = Step.of("b", Fraction.ZERO, Expression.of("50.005"), "acme.b", "{0} = {1}");
            Expression above = Expression.of("100.01").minus(Expression.total()).min(Expression.of(0));
            Fraction sum = a.amount().plus(b.amount());
            return ChargeBreakdown.of(a, b, Step.after(sum, "cap", Fraction.ZERO, above, "acme.cap", "{0} = {1}"));
        };
        assertThat(ModelPrice.of(capped, Conventions.asOpenMeter(), 0).price(BigDecimal.ONE, 2, RoundingMode.HALF_UP))
                .isEqualTo("100.01");
    }

    @Provide
    Arbitrary<ChargeModel> models() {
        return tiers().flatMap(tiers -> Arbitraries.of(GraduatedTiers.of(tiers), VolumeTiers.of(tiers), stairs(tiers)));
    }

    private static StairStep stairs(Tiers tiers) {
        return StairStep.of(
                tiers.bounded().stream()
                        .map(tier ->
                                new StairStep.Tier(tier.upTo(), tier.price().flatFee()))
                        .toList(),
                tiers.beyond().flatFee());
    }

    private static Arbitrary<Tiers> tiers() {
        Arbitrary<BigDecimal> bound = Arbitraries.frequencyOf(
                Tuple.of(3, decimals(0, 50, 0)),
                Tuple.of(2, decimals(0, 50, 3)),
                Tuple.of(1, decimals(0, 50, 9)),
                Tuple.of(1, decimals(0, 1_000_000_000_000_000L, 2)));
        Arbitrary<BigDecimal> number = Arbitraries.frequencyOf(
                Tuple.of(3, decimals(0, 5, 2)),
                Tuple.of(1, decimals(0, 1, 9)),
                Tuple.of(1, decimals(0, 1_000_000_000_000L, 4)));
        Arbitrary<TierPrice> price = Combinators.combine(number, number.injectNull(0.6), number.injectNull(0.7))
                .as((unit, fee, cap) -> {
                    TierPrice made = TierPrice.of(unit);
                    made = fee == null ? made : made.withFlatFee(fee);
                    return cap == null ? made : made.withCap(cap);
                });
        return Combinators.combine(bound.list().ofMaxSize(4), price.list().ofSize(5))
                .as((bounds, prices) -> {
                    var rising = new TreeSet<BigDecimal>(bounds);
                    rising.removeIf(upTo -> upTo.signum() == 0);
                    var tiers = new ArrayList<Tiers.Tier>();
                    rising.forEach(upTo -> tiers.add(new Tiers.Tier(upTo, prices.get(tiers.size()))));
                    return Tiers.of(tiers, prices.get(4));
                });
    }

    @Provide
    Arbitrary<List<ChargeModel>> threeModels() {
        return models().list().ofSize(3);
    }

    private static Arbitrary<BigDecimal> decimals(long min, long max, int scale) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(min), BigDecimal.valueOf(max))
                .ofScale(scale);
    }

    @Provide
    Arbitrary<Conventions> conventions() {
        return Combinators.combine(Arbitraries.of(TierBound.class), Arbitraries.of(true, false))
                .as((bound, due) -> Conventions.standard().withTierBound(bound).withFirstFlatFeeAtZero(due));
    }

    @Provide
    Arbitrary<Long> quantities() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(0, 60)),
                Tuple.of(3, Arbitraries.longs().between(0, 60_000)),
                Tuple.of(2, Arbitraries.longs().between(0, 60_000_000)),
                Tuple.of(2, Arbitraries.longs().between(0, Long.MAX_VALUE)));
    }

    @Provide
    Arbitrary<List<Usage>> usage() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        quantities())
                .as(Usage::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }
}
