package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.scorecard.Attainment;
import io.quittance.kpi.scorecard.Capped;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ShareOfGoal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Scorecards are read as they were written; what follows from other fields is told, and held against them. */
class ScorecardJsonTest {
    private static final Scorecard ON_TRACK = Scorecard.of("Receivables", List.of(FrozenKpis.onTrack()));

    /**
     * From 45 to 40.5, 42 is (45 - 42) / (45 - 40.5) = 2/3 of the way, at the end of February 59 of 90 days are over, and 40.5 / 42 × 100 is
     * 675/7.
     */
    @Test
    void tellsHowARowStands() {
        JsonNode json = Json.MAPPER.readTree(ScorecardJson.write(ON_TRACK));
        JsonNode row = json.at("/areas/0/rows/0");
        assertThat(row.at("/standing").toString())
                .isEqualTo("{\"status\":\"onTrack\",\"start\":\"45\",\"goal\":\"40.5\",\"progress\":\"200/3\","
                        + "\"expectedProgress\":\"590/9\",\"score\":\"675/7\"}");
        assertThat(row.at("/target").toString())
                .isEqualTo(
                        "{\"name\":\"DSO down 10 % within the next quarter\",\"kpi\":\"dso.simple\",\"unit\":\"days\",\"scope\":\"all customers\","
                                + "\"area\":\"Collection\",\"comparison\":\"atMost\",\"goal\":{\"kind\":\"change\",\"percent\":\"-10\"},"
                                + "\"rule\":\"valueAtEnd\",\"baseline\":{\"value\":\"45\",\"period\":{\"start\":\"2025-10-01\","
                                + "\"end\":\"2026-01-01\"}},\"deadline\":\"2026-03-31\"}");
        assertThat(row.at("/asOf").asString()).isEqualTo("2026-02-28");
        assertThat(row.at("/weight").asString()).isEqualTo("3");
        assertThat(row.at("/attainment").toString()).isEqualTo("{\"kind\":\"goalOverActual\"}");
        assertThat(json.at("/score").toString()).isEqualTo("{\"percent\":\"675/7\",\"coverage\":\"100\"}");
        assertThat(json.at("/areas/0/score")).isEqualTo(json.at("/score"));
    }

    /** Of 6 rows that weigh 8 in all, one without a value has no score: 7/8 of the weight is covered. */
    @Test
    void tellsWhatIsLeftOut() {
        JsonNode json = Json.MAPPER.readTree(ScorecardJson.write(FrozenKpis.scorecard()));
        assertThat(json.at("/score/coverage").asString()).isEqualTo("87.5");
        assertThat(json.at("/score/leftOut").toString()).isEqualTo("[\"DSO at the benchmark or better\"]");
        JsonNode undefined = json.at("/areas/1/rows/2");
        assertThat(undefined.at("/standing").toString()).isEqualTo("{\"status\":\"noData\",\"goal\":\"38\"}");
        assertThat(undefined.at("/actual/undefined/code").asString()).isEqualTo("NO_SALES");
        // 5 is the middle level of 100, 2.5 scores 120: 4 scores 100 + 20 × 1 / 2.5
        assertThat(json.at("/areas/1/rows/0/standing/score").asString()).isEqualTo("108");
        // 114 of 95 are 120 %, capped at 110
        assertThat(json.at("/areas/1/rows/1/standing/score").asString()).isEqualTo("110");
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void readsEveryScorecardAsItWas(@ForAll("scorecards") Scorecard scorecard) {
        String json = ScorecardJson.write(scorecard);
        Scorecard read = ScorecardJson.read(json);
        assertThat(read).isEqualTo(scorecard);
        assertThat(read.score()).isEqualTo(scorecard.score());
        assertThat(ScorecardJson.write(read)).isEqualTo(json);
        assertThat(Schemas.violations("scorecard", json)).isEmpty();
    }

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return KpiArbitraries.scorecards();
    }

    /** Whoever changes a value, a goal or a weight must say what follows, and nobody can say that it stands better. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "status":"onTrack" | "status":"met" | areas[0].rows[0].standing: status must be onTrack, which follows from the other fields, but was met
            "value":"42" | "value":"40" | areas[0].rows[0].standing: status must be met, which follows from the other fields, but was onTrack; areas[0].rows[0].standing: progress must be 1000/9, which follows from the other fields, but was 200/3; areas[0].rows[0].standing: score must be 101.25, which follows from the other fields, but was 675/7; areas[0].score: percent must be 101.25, which follows from the other fields, but was 675/7; score: percent must be 101.25, which follows from the other fields, but was 675/7
            "progress":"200/3", | | areas[0].rows[0].standing: progress must be given, since it follows from the other fields
            "status":"onTrack" | "status":"onTrack","trend":"up" | areas[0].rows[0].standing: trend must be left out where there is nothing to say
            """)
    void refusesWhatDoesNotFollow(String good, String bad, String messages) {
        String json = ScorecardJson.write(ON_TRACK);
        assertThat(json).contains(good);
        assertThat(errors(json.replace(good, bad == null ? "" : bad))).isEqualTo(messages);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "name":"Receivables" | "name":"" | name must have 1 to 200 characters, but was
            "name":"Receivables" | "name":"Receivables","role":"us" | role must be left out, for it is none of [schemaVersion, name, areas, score]
            "schemaVersion":1 | "schemaVersion":0 | schemaVersion must be 1, but was 0
            "scope":"all customers", | | areas[0].rows[0].target: scope must be given
            "kpi":"dso.simple" | "kpi":"dso.simple[segment=DE]" | areas[0].rows[0].target: scope must name DE, of whom dso.simple[segment=DE] is, but was all customers
            "area":"Collection" | "area":"Quality" | areas[0]: rows must serve the area Collection, but was Quality
            "comparison":"atMost" | "comparison":"<=" | areas[0].rows[0].target: comparison must be one of [less, atMost, atLeast, more], but was <=
            "comparison":"atMost" | "comparison":"atLeast" | areas[0].rows[0].target: goal must not be met by the baseline, 45, but was >= baseline - 10 %
            "kind":"change" | "kind":"percent" | areas[0].rows[0].target.goal: kind must be one of [absolute, change, points, fromTo, benchmark], but was percent
            "percent":"-10" | "percent":"ten" | areas[0].rows[0].target.goal: percent must be a decimal number, but was ten
            "percent":"-10" | "points":"-10" | areas[0].rows[0].target.goal: percent must be given; areas[0].rows[0].target.goal: points must be left out, for it is none of [kind, percent]
            "percent":"-10" | "percent":"10" | areas[0].rows[0].target: goal must not be met by the baseline, 45, but was <= baseline + 10 %
            "rule":"valueAtEnd" | "rule":"best" | areas[0].rows[0].target: rule must be one of [valueAtEnd, averageOfPeriod], but was best
            ,"deadline":"2026-03-31" | | areas[0].rows[0].target: deadline must be given: without it the target is not time-bound
            "deadline":"2026-03-31" | "deadline":"2026-03-31","every":{"length":"quarter","firstMonth":"april","namedBy":"lastDay"} | areas[0].rows[0].target: deadline must not be given where a target holds in every period, but was 2026-03-31
            "deadline":"2026-03-31" | "every":{"length":"week","firstMonth":"4","namedBy":"lastDay"} | areas[0].rows[0].target.every: length must be one of [month, quarter, year], but was week; areas[0].rows[0].target.every: firstMonth must be one of [january, february, march, april, may, june, july, august, september, october, november, december], but was 4
            "area":"Collection","comparison" | "currency":"USD","area":"Collection","comparison" | areas[0].rows[0]: actual must be in USD, but was EUR
            "value":"45","period" | "currency":"EUR","period" | areas[0].rows[0].target.baseline: currency must be left out where there is no value, but was EUR
            "kpi":"dso.simple","unit":"days" | "kpi":"dso.simple","unit":"hours" | areas[0].rows[0]: actual must be in HOURS, but was DAYS
            "start":"2026-01-01","end":"2026-03-01" | "start":"2025-12-31","end":"2026-03-01" | areas[0].rows[0]: actual must be of a time after the baseline's, [2025-10-01, 2026-01-01), but was [2025-12-31, 2026-03-01)
            "id":"dso.simple" | "id":"dso.countback" | areas[0].rows[0]: actual must be of dso.simple, but was dso.countback
            "direction":"lower" | "direction":"higher" | areas[0].rows[0]: target must go the way in which dso.simple gets better, but was <= baseline - 10 %
            "asOf":"2026-02-28" | "asOf":"2026-02-27" | areas[0].rows[0]: actual must not be of a time after the day of the question, but was 2026-02-28
            "weight":"3" | "weight":"0" | areas[0].rows[0]: weight must be more than 0, but was 0
            "kind":"goalOverActual" | "kind":"ours" | areas[0].rows[0].attainment: kind must be one of [actualOverGoal, goalOverActual, twoLessActualOverGoal, interpolation, capped], but was ours
            "kind":"goalOverActual" | "kind":"capped","scored":{"kind":"goalOverActual"},"floor":"120","cap":"0" | areas[0].rows[0].attainment: floor must be less than the cap, 0, but was 120
            """)
    void refusesWhatIsWrongByItsPlace(String good, String bad, String messages) {
        String json = ScorecardJson.write(ON_TRACK);
        assertThat(json).contains(good);
        assertThat(errors(json.replace(good, bad == null ? "" : bad))).isEqualTo(messages);
    }

    @Test
    void refusesAnAreaTwice() {
        String json = ScorecardJson.write(ON_TRACK);
        String areas = json.substring(json.indexOf("\"areas\":[") + 9, json.lastIndexOf("],\"score\""));
        assertThat(errors(json.replace(areas, areas + "," + areas)))
                .isEqualTo("areas must have each name once, but was Collection");
    }

    /** A way of scoring of a host's own, which nobody could read. */
    private record Half() implements Attainment {
        @Override
        public Optional<Fraction> percent(Fraction actual, Fraction goal) {
            return Optional.of(Fraction.of(50));
        }
    }

    @Test
    void refusesToWriteWhatItWouldNotRead() {
        Scorecard own = Scorecard.of("own", List.of(FrozenKpis.onTrack().scoredBy(new Half())));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ScorecardJson.write(own))
                .withMessage("attainment must be one of this library to be written, but was Half[]");
        Scorecard deepest = Scorecard.of("deep", List.of(FrozenKpis.onTrack().scoredBy(capped(20))));
        assertThat(ScorecardJson.read(ScorecardJson.write(deepest))).isEqualTo(deepest);
        Scorecard deeper = Scorecard.of("deep", List.of(FrozenKpis.onTrack().scoredBy(capped(21))));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ScorecardJson.write(deeper))
                .withMessage("attainment must be capped at most 20 times");
    }

    private static Attainment capped(int times) {
        Attainment attainment = ShareOfGoal.GOAL_OVER_ACTUAL;
        for (int i = 0; i < times; i++) {
            attainment = Capped.at("120", attainment);
        }
        return attainment;
    }

    private static String errors(String json) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> ScorecardJson.read(json)).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .reduce((first, second) -> first + "; " + second)
                .orElse("")
                .strip();
    }
}
