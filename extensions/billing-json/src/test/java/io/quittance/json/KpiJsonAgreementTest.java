package io.quittance.json;

import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.ManagementSummary;
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
            "currency.mismatch",
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
            "target.unit",
            "trend.aging",
            "trend.dimension",
            "trend.direction",
            "trend.finding",
            "trend.order",
            "trend.overlap",
            "trend.period",
            "trend.stated");

    private static final Agreement<KpiResults> RESULTS =
            Agreement.of("kpi-results", KpiResultsJson::read, KpiResultsJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<Scorecard> SCORECARDS =
            Agreement.of("scorecard", ScorecardJson::read, ScorecardJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<Measurement> MEASUREMENTS =
            Agreement.of("measurement", MeasurementJson::read, MeasurementJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<KpiSeries> SERIES =
            Agreement.of("kpi-series", KpiSeriesJson::read, KpiSeriesJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<ChangeFinding> FINDINGS =
            Agreement.of("change-finding", ChangeFindingJson::read, ChangeFindingJson::write, BEYOND_THE_SCHEMA);
    private static final Agreement<ManagementSummary> SUMMARIES = Agreement.of(
            "management-summary", ManagementSummaryJson::read, ManagementSummaryJson::write, BEYOND_THE_SCHEMA);

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

    @Test
    void agreeOnEveryDamageOfASeriesAndAFinding() {
        SERIES.onEveryDamage(KpiSeriesJson.write(FrozenKpis.series()));
        FINDINGS.onEveryDamage(ChangeFindingJson.write(FrozenKpis.finding()));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfAFinding(
            @ForAll("findings") ChangeFinding finding, @ForAll("steps") List<Damages.Step> steps) {
        FINDINGS.onSeveralDamages(ChangeFindingJson.write(finding), steps);
    }

    /** Which has series and findings. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfASummary(
            @ForAll("summaries") ManagementSummary summary, @ForAll("steps") List<Damages.Step> steps) {
        SUMMARIES.onSeveralDamages(ManagementSummaryJson.write(summary), steps);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfResults(
            @ForAll("results") KpiResults results, @ForAll("steps") List<Damages.Step> steps) {
        RESULTS.onSeveralDamages(KpiResultsJson.write(results), steps);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
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
    Arbitrary<ChangeFinding> findings() {
        return KpiArbitraries.findings();
    }

    @Provide
    Arbitrary<ManagementSummary> summaries() {
        return KpiArbitraries.summaries();
    }

    @Provide
    Arbitrary<List<Damages.Step>> steps() {
        return Agreement.steps();
    }
}
