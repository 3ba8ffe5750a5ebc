package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.TimeWeightedSum;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {
    private static final PerUnit DIME = PerUnit.of("0.10");

    /** flexprice, price_test (bucketed): peaks of 9 and 15 rated alone; the peak of Monday is 9, not 4 + 9. */
    @Test
    void ratesThePeakOfEachDayAndAddsThePrices() {
        RatingInput input = input("2026-01-05T08:00:00Z 4", "2026-01-05T09:00:00Z 9", "2026-01-06T09:00:00Z 15");
        assertThat(TimeBuckets.daily(DIME).price(input).total()).isEqualTo(decimal("2.4"));
        assertThat(TimeBuckets.daily(DIME)
                        .withAggregation(new Sum())
                        .price(input)
                        .total())
                .isEqualTo(decimal("2.8"));
    }

    /** 15 units: 10 at 0.10 and 5 at 0.05; over both days together it would be 10 at 0.10 and 14 at 0.05. */
    @Test
    void beginsTiersAnewInEachBucket() {
        GraduatedTiers tiers = GraduatedTiers.upTo("10", "0.10").then("0.05");
        ChargeBreakdown price =
                TimeBuckets.daily(tiers).price(input("2026-01-05T09:00:00Z 9", "2026-01-06T09:00:00Z 15"));
        assertThat(price.total()).isEqualTo(decimal("2.15"));
        assertThat(price.steps())
                .extracting(step -> step.part() + " | " + step.explanation().text())
                .containsExactly(
                        "2026-01-05/tier-1 | 2026-01-05: 0 to 10: 9 × 0.1 = 0.9",
                        "2026-01-06/tier-1 | 2026-01-06: 0 to 10: 10 × 0.1 = 1",
                        "2026-01-06/tier-2 | 2026-01-06: beyond 10: 5 × 0.05 = 0.25");
    }

    /** 23:30 UTC on 5 January is already the 6th in Berlin. */
    @Test
    void countsTheDaysOfTheContractsZone() {
        ChargeBreakdown price =
                TimeBuckets.daily(DIME).price(input("2026-01-05T23:30:00Z 7", "2026-01-06T10:00:00Z 5"));
        assertThat(parts(price)).containsExactly("2026-01-06/units 7");
    }

    /** On 25 October 2026 the hour from 2 to 3 occurs twice in Berlin: 00:xx and 01:xx UTC. */
    @Test
    void tellsTheHourThatOccursTwiceApart() {
        ChargeBreakdown price = TimeBuckets.hourly(DIME)
                .price(input(
                        "2026-10-25T00:10:00Z 1",
                        "2026-10-25T00:59:59Z 2",
                        "2026-10-25T01:10:00Z 4",
                        "2026-10-25T02:00:00Z 8"));
        assertThat(parts(price))
                .containsExactly(
                        "2026-10-25T02:00+02:00/units 2",
                        "2026-10-25T02:00+01:00/units 4",
                        "2026-10-25T03:00+01:00/units 8");
    }

    /**
     * In St. John's clocks went back from 00:01 on 29 October 2006 to 23:01: what is used in the hour that follows belongs to
     * the 29th, which had begun, and its change counts for one day of it.
     */
    @Test
    void aDayThatBeganTwiceIsOneBucket() {
        RatingInput input = RatingInput.ofEvents(List.of(
                        UsageEvent.of("a", "ACME", "kw", "4", "2006-10-29T02:29:59Z"),
                        UsageEvent.of("b", "ACME", "kw", "7", "2006-10-29T02:45:00Z"),
                        UsageEvent.of("c", "ACME", "kw", "5", "2006-10-29T12:00:00Z")))
                .withWindow(
                        new UsageWindow(ServicePeriod.of("2006-10-01", "2006-11-01"), ZoneId.of("America/St_Johns")));
        assertThat(parts(TimeBuckets.daily(DIME).price(input)))
                .containsExactly("2006-10-28/units 4", "2006-10-29/units 7");
        assertThat(parts(TimeBuckets.daily(DIME)
                        .withAggregation(TimeWeightedSum.byDay())
                        .price(input)))
                .containsExactly("2006-10-28/units 4", "2006-10-29/units 12");
        assertThat(parts(TimeBuckets.hourly(DIME)
                        .withAggregation(TimeWeightedSum.byDay())
                        .price(input)))
                .containsExactly(
                        "2006-10-28T23:00-02:30/units 4",
                        "2006-10-28T23:00-03:30/units 7",
                        "2006-10-29T08:00-03:30/units 5");
    }

    /** One event in every quarter of an hour: 23 hours on 29 March, 25 on 25 October 2026 (Berlin). */
    @Test
    void hasAsManyHoursAsTheDay() {
        assertThat(TimeBuckets.hourly(DIME)
                        .price(quarters("2026-03-28T23:00:00Z", 92))
                        .steps())
                .hasSize(23);
        assertThat(TimeBuckets.hourly(DIME)
                        .price(quarters("2026-10-24T22:00:00Z", 100))
                        .steps())
                .hasSize(25);
    }

    /** A higher reading of the past hour arrives late: 3 more units of that hour, nothing else. */
    @Test
    void correctsABucketWhereAnEventArrivesLate() {
        RatingInput all = input("2026-01-05T08:10:00Z 4", "2026-01-05T08:20:00Z 7", "2026-01-05T09:00:00Z 2");
        RatingInput before =
                all.withEvents(List.of(all.events().get(0), all.events().get(2)));
        TimeBuckets model = TimeBuckets.hourly(DIME);
        assertThat(parts(model.price(all).since(model.price(before))))
                .containsExactly("2026-01-05T09:00+01:00/units 3");
    }

    /** Only what was used pays the inner fee: two hours, two fees of 5. */
    @Test
    void ratesNoBucketWithoutEvents() {
        GraduatedTiers withFee =
                GraduatedTiers.upTo("10", TierPrice.of("1").withFlatFee("5")).then("1");
        assertThat(TimeBuckets.hourly(withFee)
                        .price(input("2026-01-05T08:10:00Z 0", "2026-01-05T20:20:00Z 1"))
                        .total())
                .isEqualTo(Fraction.of(11));
        assertThat(TimeBuckets.hourly(withFee).price(RatingInput.none())).hasToString("[nothing was used: 0]");
    }

    @Test
    void refusesAQuantityWithoutEventsAndEventsWithoutAZone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBuckets.daily(DIME).price(RatingInput.ofQuantity(BigDecimal.ONE)))
                .withMessage("events must be given for a price that looks at single events");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBuckets.daily(DIME)
                        .price(RatingInput.ofEvents(
                                input("2026-01-05T08:10:00Z 1").events())))
                .withMessage("window must be given");
    }

    @Test
    void namesTheBucketThatTheInnerPriceRefuses() {
        RatingInput backwards = input("2026-01-05T08:10:00Z -2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TimeBuckets.daily(DIME).withAggregation(new Sum()).price(backwards))
                .withMessage("2026-01-05: quantity must not be negative, but was -2");
    }

    @Test
    void isEqualToTheSameTerms() {
        assertThat(TimeBuckets.hourly(DIME))
                .isEqualTo(TimeBuckets.of(TimeBuckets.Bucket.HOUR, PerUnit.of("0.1")))
                .hasSameHashCodeAs(TimeBuckets.hourly(PerUnit.of("0.1")))
                .isNotEqualTo(TimeBuckets.daily(DIME))
                .isNotEqualTo(TimeBuckets.hourly(DIME).withAggregation(new Sum()))
                .hasToString("maximum per hour: 0.10 per unit");
    }

    private static List<String> parts(ChargeBreakdown price) {
        return price.steps().stream()
                .map(step -> step.part() + " " + step.quantity())
                .toList();
    }

    /** Readings such as {@code 2026-01-05T08:00:00Z 4}. */
    private static RatingInput input(String... readings) {
        var events = new ArrayList<UsageEvent>();
        for (String reading : readings) {
            String[] fields = reading.split(" ", 2);
            events.add(UsageEvent.of("e-" + events.size(), "ACME", "kw", fields[1], fields[0]));
        }
        return RatingInput.ofEvents(events)
                .withWindow(new UsageWindow(ServicePeriod.of("2026-01-01", "2027-01-01"), ZoneId.of("Europe/Berlin")));
    }

    private static RatingInput quarters(String start, int count) {
        Instant first = Instant.parse(start);
        String[] readings = IntStream.range(0, count)
                .mapToObj(i -> first.plusSeconds(900L * i) + " 1")
                .toArray(String[]::new);
        return input(readings);
    }

    private static Fraction decimal(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
