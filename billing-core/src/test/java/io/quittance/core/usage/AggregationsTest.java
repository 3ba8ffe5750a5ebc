package io.quittance.core.usage;

import static io.quittance.core.usage.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The aggregations that look neither at the clock nor at parameters. Expected values are worked by hand. */
class AggregationsTest {
    private static final UsageWindow JUNE = Events.window("2026-06-01", "2026-07-01", "Europe/Berlin");

    @ParameterizedTest(name = "{0}: sum {1}, count {2}, average {3}/{4}, minimum {5}, maximum {6}, latest {7}")
    @CsvSource({
        "2 3 -1,          4, 3,  4, 3,  -1,  3, -1",
        "2 3 5,          10, 3, 10, 3,   2,  5,  5",
        "-2 -1,          -3, 2, -3, 2,  -2, -1, -1",
        "0.5 0.25,     0.75, 2,  3, 8, 0.25, 0.5, 0.25",
        "7,               7, 1,  7, 1,   7,  7,  7",
        "0 0,             0, 2,  0, 1,   0,  0,  0",
        "'',              0, 0,  0, 1,   0,  0,  0",
    })
    void makeOneQuantityOfEvents(
            String events, String sum, long count, long over, long under, String min, String max, String latest) {
        assertThat(of(new Sum(), events)).isEqualTo(number(sum));
        assertThat(of(new Count(), events)).isEqualTo(Fraction.of(count));
        assertThat(of(new Average(), events)).isEqualTo(Fraction.of(over, under));
        assertThat(of(new Minimum(), events)).isEqualTo(number(min));
        assertThat(of(new Maximum(), events)).isEqualTo(number(max));
        assertThat(of(new Latest(), events)).isEqualTo(number(latest));
    }

    @Test
    void theLatestOfOneInstantIsTheLastByKey() {
        var noon = "2026-06-15T12:00:00Z";
        List<UsageEvent> events =
                List.of(event("b", "2", noon), event("a", "9", noon), event("z", "7", "2026-06-14T12:00:00Z"));
        assertThat(new Latest().aggregate(events, JUNE)).isEqualTo(Fraction.of(2));
    }

    @Test
    void uniqueCountLooksAtTheDimensionAlone() {
        List<UsageEvent> events = List.of(
                event("e-1", "1", "2026-06-01T12:00:00Z").with("user", "ann"),
                event("e-2", "5", "2026-06-02T12:00:00Z").with("user", "bob"),
                event("e-3", "0", "2026-06-03T12:00:00Z").with("user", "ann").with("region", "eu"),
                event("e-4", "1", "2026-06-04T12:00:00Z").with("user", "Ann"),
                event("e-5", "1", "2026-06-05T12:00:00Z"));
        assertThat(new UniqueCount("user").aggregate(events, JUNE)).isEqualTo(Fraction.of(3));
        assertThat(new UniqueCount("region").aggregate(events, JUNE)).isEqualTo(Fraction.ONE);
        assertThat(new UniqueCount("team").aggregate(events, JUNE)).isEqualTo(Fraction.ZERO);
        assertThat(new UniqueCount("user").aggregate(List.of(), JUNE)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void uniqueCountRefusesADimensionWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniqueCount(""))
                .withMessage("dimension must have 1 to 200 characters, but was ");
    }

    @Test
    void aMeterIsNamedInAFewWords() {
        assertThat(List.of(
                        Meter.sum("calls"),
                        Meter.count("calls"),
                        Meter.average("load"),
                        Meter.min("load"),
                        Meter.max("load").where("region", "eu"),
                        Meter.uniqueCount("logins", "user"),
                        Meter.latest("seats"),
                        Meter.timeWeightedSum("seats"),
                        Meter.percentile("traffic", "95", PercentileMethod.NEAREST_RANK)))
                .extracting(Meter::toString)
                .containsExactly(
                        "sum of calls",
                        "count of calls",
                        "average of load",
                        "minimum of load",
                        "maximum of load where {region=eu}",
                        "unique count by user of logins",
                        "latest of seats",
                        "time-weighted sum by elapsed time of seats",
                        "percentile 95 by NEAREST_RANK of traffic");
    }

    /** An event has one value of a dimension, so of two the last would have been all that counts. */
    @Test
    void aMeterRefusesADimensionThatIsNamedTwice() {
        Meter europe = Meter.sum("calls").where("region", "eu");
        assertThat(europe.where("tariff", "peak").filter()).hasSize(2);
        for (String value : List.of("us", "eu")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> europe.where("region", value))
                    .withMessage("dimension must be named once, but was region");
        }
    }

    private static Fraction of(UsageAggregation aggregation, String events) {
        return aggregation.aggregate(Events.parsed(events), JUNE);
    }

    private static Fraction number(String text) {
        return Fraction.of(new java.math.BigDecimal(text));
    }
}
