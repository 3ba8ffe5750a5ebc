package io.quittance.json;

import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.scorecard.Scorecard;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Good documents of KPIs, damaged: the readers and the published schemas agree on what is left. */
class KpiJsonAgreementTest {
    /** Rules that a JSON Schema cannot express; docs/json.md lists them. */
    static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "capped.order",
            "fraction.size",
            "interpolation.levels",
            "interpolation.percent",
            "kpi.currency",
            "kpi.item",
            "measure.bounds",
            "measurement.bounds",
            "measurement.currency",
            "measurement.whole",
            "scorecard.area",
            "scorecard.row",
            "scorecard.stated",
            "target.achievable",
            "target.as-of",
            "target.attainment",
            "target.baseline",
            "target.currency",
            "target.deadline",
            "target.direction",
            "target.goal",
            "target.kpi",
            "target.period",
            "target.scope",
            "target.unit");

    private static final Agreement<KpiResults> RESULTS =
            Agreement.of("kpi-results", KpiResultsJson::read, KpiResultsJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<Scorecard> SCORECARDS =
            Agreement.of("scorecard", ScorecardJson::read, ScorecardJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<Measurement> MEASUREMENTS =
            Agreement.of("measurement", MeasurementJson::read, MeasurementJson::write, BEYOND_THE_SCHEMA);

    @Test
    void agreeOnEveryDamageOfResults() {
        RESULTS.onEveryDamage(KpiResultsJson.write(FrozenKpis.results()));
    }

    @Test
    void agreeOnEveryDamageOfAScorecard() {
        Scorecard one = Scorecard.of("one", List.of(FrozenKpis.onTrack()));
        SCORECARDS.onEveryDamage(ScorecardJson.write(one));
    }

    @Test
    void agreeOnEveryDamageOfMeasurements() {
        for (Measurement measurement : List.of(FrozenKpis.satisfaction(), FrozenKpis.savings())) {
            MEASUREMENTS.onEveryDamage(MeasurementJson.write(measurement));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfResults(
            @ForAll("results") KpiResults results, @ForAll("steps") List<Damages.Step> steps) {
        RESULTS.onSeveralDamages(KpiResultsJson.write(results), steps);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfAScorecard(
            @ForAll("scorecards") Scorecard scorecard, @ForAll("steps") List<Damages.Step> steps) {
        SCORECARDS.onSeveralDamages(ScorecardJson.write(scorecard), steps);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfAMeasurement(
            @ForAll("measurements") Measurement measurement, @ForAll("steps") List<Damages.Step> steps) {
        MEASUREMENTS.onSeveralDamages(MeasurementJson.write(measurement), steps);
    }

    @Provide
    Arbitrary<KpiResults> results() {
        return KpiArbitraries.results();
    }

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return KpiArbitraries.scorecards();
    }

    @Provide
    Arbitrary<Measurement> measurements() {
        return KpiArbitraries.measurements();
    }

    @Provide
    Arbitrary<List<Damages.Step>> steps() {
        return Agreement.steps();
    }
}
