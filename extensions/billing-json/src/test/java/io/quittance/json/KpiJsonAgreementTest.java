package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.scorecard.Scorecard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

    @Test
    void agreeOnEveryDamageOfResults() {
        every("kpi-results", KpiResultsJson.write(FrozenKpis.results()), KpiResultsJson::read, KpiResultsJson::write);
    }

    @Test
    void agreeOnEveryDamageOfAScorecard() {
        Scorecard one = Scorecard.of("one", List.of(FrozenKpis.onTrack()));
        every("scorecard", ScorecardJson.write(one), ScorecardJson::read, ScorecardJson::write);
    }

    @Test
    void agreeOnEveryDamageOfMeasurements() {
        for (Measurement measurement : List.of(FrozenKpis.satisfaction(), FrozenKpis.savings())) {
            every("measurement", MeasurementJson.write(measurement), MeasurementJson::read, MeasurementJson::write);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfResults(
            @ForAll("results") KpiResults results, @ForAll("steps") List<Damages.Step> steps) {
        several("kpi-results", KpiResultsJson.write(results), steps, KpiResultsJson::read, KpiResultsJson::write);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfAScorecard(
            @ForAll("scorecards") Scorecard scorecard, @ForAll("steps") List<Damages.Step> steps) {
        several("scorecard", ScorecardJson.write(scorecard), steps, ScorecardJson::read, ScorecardJson::write);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamagesOfAMeasurement(
            @ForAll("measurements") Measurement measurement, @ForAll("steps") List<Damages.Step> steps) {
        several(
                "measurement",
                MeasurementJson.write(measurement),
                steps,
                MeasurementJson::read,
                MeasurementJson::write);
    }

    private static <T> void every(String schema, String good, Function<String, T> reader, Function<T, String> writer) {
        Damages.all(good).forEach(document -> assertAgreement(schema, document, reader, writer));
    }

    private static <T> void several(
            String schema,
            String good,
            List<Damages.Step> steps,
            Function<String, T> reader,
            Function<T, String> writer) {
        JsonNode document = Json.MAPPER.readTree(good);
        steps.forEach(step -> Damages.apply(step, document));
        assertAgreement(schema, document.toString(), reader, writer);
    }

    private static <T> void assertAgreement(
            String schema, String document, Function<String, T> reader, Function<T, String> writer) {
        List<String> violations = Schemas.violations(schema, document);
        T read;
        try {
            read = reader.apply(document);
        } catch (InvalidDocumentException refused) {
            assertThat(refused.errors())
                    .as(document)
                    .extracting(Throwable::getMessage)
                    .doesNotHaveDuplicates();
            assertThat(refused.errors())
                    .as(document)
                    .extracting(InvalidArgumentException::code)
                    .doesNotContain("json.refused");
            if (violations.isEmpty()) {
                var beyond = new HashSet<>(SchemaAgreementTest.BEYOND_THE_SCHEMA);
                beyond.addAll(BEYOND_THE_SCHEMA);
                assertThat(refused.errors())
                        .as(document)
                        .extracting(InvalidArgumentException::code)
                        .isSubsetOf(beyond);
            }
            return;
        }
        assertThat(violations).as(document).isEmpty();
        assertThat(reader.apply(writer.apply(read))).isEqualTo(read);
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
        return Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of(Damages.Damage.class))
                .as(Damages.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
