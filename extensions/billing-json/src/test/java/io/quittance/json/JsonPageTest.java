package io.quittance.json;

import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Status;
import io.quittance.kpi.scorecard.Target;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.ChangeLimit;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.KpiSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/json.md says is so: every example of the page is read, and the code on it is compiled. */
class JsonPageTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final String PAGE = text("../../docs/json.md");
    private static final List<String> DOCUMENTS = fences("json");

    /** 3600 / 9000 × 90 = 36; 1 / 3 × 100; and a rate of what nobody gave. */
    private static KpiResults quarter() {
        // json.md begins
        var quarter = ServicePeriod.of("2026-01-01", "2026-04-01");
        var figures = CollectionFigures.builder()
                .period(quarter)
                .closingReceivables(Amount.of("3600.00", "EUR"))
                .sales(SalesPeriod.of(quarter, Amount.of("9000.00", "EUR")))
                .overdueItems(1, 3)
                .build();
        var results = KpiResults.of(
                AsOf.of("2026-03-31", "2026-04-02T08:00:00Z"),
                List.of(
                        DaysSalesOutstanding.simple().compute(figures),
                        OverdueShare.byCount().compute(figures),
                        CollectionRate.gross().compute(figures)));
        String json = KpiResultsJson.write(results);

        for (KpiResult result : KpiResultsJson.read(json).results()) {
            String shown = result.<String>match(
                    measured -> measured.exact().round(Rounding.halfUp(2)).toPlainString(),
                    undefined -> undefined.reason());
            System.out.println(result.basis().definition().name() + ": " + shown);
        }
        // json.md ends
        return results;
    }

    @Test
    void showsTheProgramThatMakesTheResults() {
        String source = text("src/test/java/io/quittance/json/JsonPageTest.java");
        String region = source.substring(
                source.indexOf("// json.md begins\n") + "// json.md begins\n".length(),
                source.indexOf("// json.md ends\n"));
        assertThat(fences("java").get(0)).isEqualTo(region.stripIndent().stripTrailing() + "\n");
    }

    @Test
    void showsResults() {
        assertThat(Schemas.violations("kpi-results", DOCUMENTS.get(0))).isEmpty();
        KpiResults shown = KpiResultsJson.read(DOCUMENTS.get(0));
        KpiResults made = quarter();
        assertThat(shown.asOf()).isEqualTo(made.asOf());
        assertThat(shown.results())
                .map(JsonPageTest::figures)
                .isEqualTo(made.results().stream().map(JsonPageTest::figures).toList());
        assertThat(made.results()).allSatisfy(result -> assertThat(PAGE).contains("`" + line(result) + "`"));
    }

    /** What the program prints of a result. */
    private static String line(KpiResult result) {
        String shown = result.rounded(Rounding.halfUp(2))
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> result.match(measured -> "", undefined -> undefined.reason()));
        return result.basis().definition().name() + ": " + shown;
    }

    /** All but the words. */
    private static List<Object> figures(KpiResult result) {
        KpiBasis basis = result.basis();
        return List.of(
                basis.kpi(),
                basis.definition().unit(),
                basis.definition().direction(),
                result.<Object>match(measured -> measured.exact(), undefined -> undefined.code()),
                basis.period(),
                basis.currency(),
                basis.numerator(),
                basis.denominator(),
                basis.factor(),
                basis.count());
    }

    /** 42 days on the way from 45 to 40.5, when 59 of 90 days are over. */
    @Test
    void showsAScorecard() {
        assertThat(Schemas.violations("scorecard", DOCUMENTS.get(1))).isEmpty();
        Scorecard shown = ScorecardJson.read(DOCUMENTS.get(1));
        assertThat(shown.name()).isEqualTo("Receivables");
        ScorecardRow row = shown.rows().get(0);
        assertThat(row.status()).isEqualTo(Status.ON_TRACK);
        assertThat(row.target())
                .isEqualTo(Target.named("DSO down 10 % within the next quarter")
                        .of("dso.simple", "all customers")
                        .area("Collection")
                        .goal(AT_MOST, Goal.change("-10"))
                        .baseline(Baseline.of("45", ServicePeriod.of("2025-10-01", "2026-01-01")))
                        .deadline(LocalDate.of(2026, 3, 31))
                        .build());
    }

    @Test
    void showsAMeasurement() {
        assertThat(Schemas.violations("measurement", DOCUMENTS.get(2))).isEmpty();
        Measurement shown = MeasurementJson.read(DOCUMENTS.get(2));
        assertThat(shown).isEqualTo(FrozenKpis.satisfaction());
    }

    private static KpiResult overdue(String pastDue, String open, ServicePeriod month) {
        return OverdueShare.byAmount()
                .compute(CollectionFigures.builder()
                        .period(month)
                        .overdue(Amount.of(pastDue, "EUR"), Amount.of(open, "EUR"))
                        .build());
    }

    /** 10 of 100 and 30 of 150 are 10 % and 20 %; A, with 10 of 50 and then 30 of 50, makes 35 / 3 of the 10 points. */
    @Test
    void showsASeriesAndAFinding() {
        KpiSeries made = KpiSeries.of(List.of(
                overdue("10", "100", ServicePeriod.of("2026-01-01", "2026-02-01")),
                overdue("30", "150", ServicePeriod.of("2026-02-01", "2026-03-01"))));
        assertThat(Schemas.violations("kpi-series", DOCUMENTS.get(3))).isEmpty();
        KpiSeries shown = KpiSeriesJson.read(DOCUMENTS.get(3));
        assertThat(shown.results())
                .map(JsonPageTest::figures)
                .isEqualTo(made.results().stream().map(JsonPageTest::figures).toList());
        assertThat(Schemas.violations("change-finding", DOCUMENTS.get(4))).isEmpty();
        ChangeFinding finding = ChangeFindingJson.read(DOCUMENTS.get(4));
        assertThat(finding.change()).isEqualTo(shown.changes().get(0));
        assertThat(finding.limit()).isEqualTo(ChangeLimit.percent("10"));
        assertThat(finding.by(Dimension.CUSTOMER).orElseThrow().lines())
                .map(line -> line.key() + " " + line.amount())
                .containsExactly("A 35/3", "B -5/3");
    }

    @Test
    void readsEveryExample() {
        assertThat(DOCUMENTS).hasSize(5);
    }

    /** Of the scorecard on the page, in which somebody made the target easier and called it met. */
    @Test
    void showsTheErrorsOfABadDocument() {
        String changed = DOCUMENTS
                .get(1)
                .replaceFirst("\"scope\": \"all customers\",\\s*", "")
                .replace("\"atMost\"", "\"<=\"")
                .replace("\"weight\": \"1\"", "\"weight\": \"0\"");
        assertThat(errors(changed)).isEqualTo(fences("text").get(0));
        String better = DOCUMENTS.get(1).replace("\"onTrack\"", "\"met\"");
        assertThat(errors(better)).isEqualTo(fences("text").get(1));
    }

    private static String errors(String json) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> ScorecardJson.read(json)).errors().stream()
                .map(error -> error.getMessage() + "\n")
                .collect(Collectors.joining());
    }

    /** Each kind of document has its row, with its schema. */
    @Test
    void hasARowForEachSchema() {
        assertThat(Schemas.NAMES)
                .allSatisfy(name -> assertThat(PAGE).contains("| [`" + name + "`](schema/" + name + ".schema.json) |"));
    }

    @Test
    void namesEveryRuleBeyondTheSchema() {
        assertThat(KpiJsonAgreementTest.BEYOND_THE_SCHEMA)
                .allSatisfy(code -> assertThat(PAGE).contains("`" + code + "`"));
    }

    private static String text(String path) {
        try {
            return Files.readString(MODULE.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fences(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(PAGE)
                .results()
                .map(fence -> fence.group(1))
                .toList();
    }
}
