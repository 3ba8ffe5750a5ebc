package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DimensionPricesTest {
    private static final PerUnit LIST = PerUnit.of("0.20");
    private static final DimensionPrice EUROPE =
            DimensionPrice.of("Europe", PerUnit.of("0.10")).where("region", "eu", "uk");
    private static final DimensionPrices MODEL = DimensionPrices.of(List.of(EUROPE), LIST);

    /** 5 units in eu at 0.10, 2 in us at 0.20. */
    @Test
    void pricesByTheFirstFilterThatMatchesAndOtherwiseByTheDefault() {
        ChargeBreakdown price = MODEL.price(input(call("a", "5", "eu"), call("b", "2", "us")));
        assertThat(price.total()).isEqualTo(decimal("0.9"));
        assertThat(price.steps())
                .extracting(step -> step.part() + " | " + step.explanation().text())
                .containsExactly("Europe/units | Europe: 5 × 0.1 = 0.5", "otherwise/units | otherwise: 2 × 0.2 = 0.4");
    }

    @Test
    void takesAnyOfTheValuesOfEveryDimension() {
        DimensionPrice narrow = DimensionPrice.of("fast", PerUnit.of("1"))
                .where("region", "eu", "uk")
                .where("speed", "fast");
        DimensionPrices model = DimensionPrices.of(List.of(narrow, EUROPE), LIST);
        assertThat(model.price(input(
                                call("a", "1", "eu").with("speed", "fast"),
                                call("b", "1", "uk").with("speed", "slow"),
                                call("c", "1", "uk"),
                                call("d", "1", "us").with("speed", "fast"),
                                UsageEvent.of("e", "ACME", "calls", "1", "2026-01-01T00:00:00Z")))
                        .total())
                .isEqualTo(decimal("1.6"));
    }

    /** Each price counts its own tiers; a fee that it states for zero is due. */
    @Test
    void pricesEachPartAsAChargeOfItsOwn() {
        GraduatedTiers tiers =
                GraduatedTiers.upTo("10", TierPrice.of("1").withFlatFee("5")).then("2");
        DimensionPrices model =
                DimensionPrices.of(List.of(DimensionPrice.of("Europe", tiers).where("region", "eu")), tiers);
        assertThat(model.price(input(call("a", "10", "eu"), call("b", "10", "us")))
                        .total())
                .isEqualTo(Fraction.of(30));
        assertThat(model.price(RatingInput.none()).total()).isEqualTo(Fraction.of(10));
    }

    /** A maximum over days needs to know the days; that of no events at all is nothing on any day. */
    @Test
    void costsNothingWhereNothingWasUsedWhateverIsAggregated() {
        DimensionPrices peaks = MODEL.withAggregation(Meter.max("calls").aggregation());
        assertThat(peaks.price(RatingInput.none()).total()).isEqualTo(Fraction.ZERO);
    }

    /** Units that were thought to be in us turn out to be in eu: 2 × 0.10 less. */
    @Test
    void movesWhatWasCorrected() {
        ChargeBreakdown before = MODEL.price(input(call("a", "2", "us")));
        ChargeBreakdown now = MODEL.price(input(call("a", "2", "us"), call("b", "-2", "us"), call("c", "2", "eu")));
        assertThat(now.since(before).total()).isEqualTo(decimal("-0.2"));
    }

    @Test
    void refusesFiltersThatCanNeverBeReached() {
        DimensionPrice narrow =
                DimensionPrice.of("fast", LIST).where("region", "uk").where("speed", "fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DimensionPrices.of(List.of(EUROPE, narrow), LIST))
                .withMessage("prices[1] must not be covered by Europe, which stands before it, but was fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DimensionPrices.of(List.of(DimensionPrice.of("all", LIST), EUROPE), LIST))
                .withMessage("prices[1] must not be covered by all, which stands before it, but was Europe");
    }

    /** Of 60 random prices those are refused that one before them covers, looked for pair by pair. */
    @Property(tries = 200)
    void refusesExactlyWhatAPriceBeforeItCovers(@ForAll Random random) {
        var prices = new ArrayList<DimensionPrice>();
        for (int i = 0; i < 60; i++) {
            DimensionPrice next = DimensionPrice.of("p" + i, LIST).where(filter(random));
            boolean covered = prices.stream().anyMatch(earlier -> covers(earlier, next));
            var all = new ArrayList<>(prices);
            all.add(next);
            if (covered) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DimensionPrices.of(all, LIST))
                        .withMessageStartingWith("prices[" + prices.size() + "] must not be covered by ");
            } else {
                assertThat(DimensionPrices.of(all, LIST).prices()).hasSize(all.size());
                prices.add(next);
            }
        }
    }

    private static Map<String, Set<String>> filter(Random random) {
        var filter = new TreeMap<String, Set<String>>();
        for (String dimension : List.of("a", "b", "c")) {
            Set<String> values = Stream.of("1", "2", "3", "4")
                    .filter(value -> random.nextInt(3) == 0)
                    .collect(Collectors.toSet());
            if (!values.isEmpty()) {
                filter.put(dimension, values);
            }
        }
        return filter;
    }

    private static boolean covers(DimensionPrice earlier, DimensionPrice later) {
        return earlier.filter().entrySet().stream()
                .allMatch(values -> later.filter().containsKey(values.getKey())
                        && values.getValue().containsAll(later.filter().get(values.getKey())));
    }

    @Test
    void takesManyDimensionsAtOnce() {
        Map<String, Set<String>> both = Map.of("speed", Set.of("fast"), "region", Set.of("uk", "eu"));
        assertThat(DimensionPrice.of("fast", LIST).where(both))
                .isEqualTo(DimensionPrice.of("fast", LIST)
                        .where("region", "eu", "uk")
                        .where("speed", "fast"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EUROPE.where(both))
                .withMessage("dimension must be named once, but was region");
    }

    @Test
    void refusesWhatMakesNoFilter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EUROPE.where("speed", Set.of()))
                .withMessage("speed must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EUROPE.where("speed", Set.of("fast", " ")))
                .withMessageStartingWith("speed must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EUROPE.where("region", "us"))
                .withMessage("dimension must be named once, but was region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DimensionPrices.of(
                        List.of(DimensionPrice.of("otherwise", LIST).where("region", "eu")), LIST))
                .withMessage("prices[0].name must be that of no other price, nor otherwise, but was otherwise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.price(RatingInput.ofQuantity(BigDecimal.ONE)))
                .withMessage("events must be given for a price that looks at single events");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.price(input(call("a", "-1", "eu"))))
                .withMessage("Europe: quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameTerms() {
        DimensionPrice same = DimensionPrice.of("Europe", PerUnit.of("0.1")).where("region", "uk", "eu");
        assertThat(DimensionPrices.of(List.of(same), PerUnit.of("0.2")))
                .isEqualTo(MODEL)
                .hasSameHashCodeAs(MODEL)
                .isNotEqualTo(DimensionPrices.of(List.of(), LIST))
                .hasToString("[Europe {region=[eu, uk]}: 0.1 per unit], otherwise 0.2 per unit");
    }

    private static UsageEvent call(String key, String quantity, String region) {
        return UsageEvent.of(key, "ACME", "calls", quantity, "2026-01-01T00:00:00Z")
                .with("region", region);
    }

    private static RatingInput input(UsageEvent... events) {
        return RatingInput.ofEvents(List.of(events));
    }

    private static Fraction decimal(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
