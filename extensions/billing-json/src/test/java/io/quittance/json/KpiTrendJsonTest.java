package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.AgingTable;
import io.quittance.kpi.trend.Change;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.ChangeLimit;
import io.quittance.kpi.trend.Contribution;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.Figure;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.ManagementSummary;
import io.quittance.kpi.trend.Totals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series, findings and summaries are read as they were written, and nothing is read that does not follow. */
class KpiTrendJsonTest {
    private static final KpiDefinition SHARE = KpiDefinition.of(
                    "overdue.amount", "Overdue", KpiUnit.PERCENT, Direction.LOWER, "past due / open × 100")
            .undefinedWhen("nothing is open (NO_OPEN_ITEMS)");
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final KpiSeries SERIES = KpiSeries.of(List.of(share(30, 150, FEBRUARY), share(10, 100, JANUARY)));
    private static final String DEFINITION = "\"definition\":{\"id\":\"overdue.amount\",\"name\":\"Overdue\","
            + "\"unit\":\"percent\",\"direction\":\"lower\",\"indicator\":\"lagging\",\"formula\":\"past due / open × 100\","
            + "\"undefinedWhen\":\"nothing is open (NO_OPEN_ITEMS)\",\"source\":\"derived\"}";
    private static final String BASE =
            "{\"period\":{\"start\":\"2026-01-01\",\"end\":\"2026-02-01\"},\"currency\":\"EUR\","
                    + "\"value\":\"10\",\"numerator\":\"10\",\"denominator\":\"100\",\"factor\":\"100\",\"convention\":\"0.1\"}";
    private static final String NOW =
            "{\"period\":{\"start\":\"2026-02-01\",\"end\":\"2026-03-01\"},\"currency\":\"EUR\","
                    + "\"value\":\"20\",\"numerator\":\"30\",\"denominator\":\"150\",\"factor\":\"100\",\"convention\":\"0.1\"}";
    private static final String SERIES_WRITTEN =
            "{\"schemaVersion\":1," + DEFINITION + ",\"results\":[" + BASE + "," + NOW + "]}\n";

    private static final Change CHANGE = SERIES.changes().get(0);
    private static final ChangeFinding FINDING = ChangeLimit.percent("10")
            .find(CHANGE)
            .orElseThrow()
            .explainedBy(Contributions.of(
                    Dimension.CUSTOMER,
                    CHANGE,
                    Map.of("A", totals(10, 50), "B", totals(0, 50)),
                    Map.of("A", totals(30, 50), "B", totals(0, 100))));

    /** By hand, as on docs/trends.md: A (3000 − 500) / 150 − (1000 − 500) / 100 = 35/3; B −1000 / 150 + 500 / 100 = −5/3. */
    private static final String FINDING_WRITTEN = "{\"schemaVersion\":1," + DEFINITION + ",\"base\":" + BASE
            + ",\"now\":" + NOW + ",\"limit\":{\"measure\":\"percent\",\"value\":\"10\",\"onlyWorse\":false},"
            + "\"standing\":{\"absolute\":\"10\",\"relative\":\"100\",\"verdict\":\"worse\",\"timesLimit\":\"10\"},"
            + "\"explanations\":[{\"dimension\":\"customer\",\"lines\":["
            + "{\"key\":\"A\",\"base\":{\"numerator\":\"10\",\"denominator\":\"50\"},"
            + "\"now\":{\"numerator\":\"30\",\"denominator\":\"50\"},\"amount\":\"35/3\"},"
            + "{\"key\":\"B\",\"base\":{\"numerator\":\"0\",\"denominator\":\"50\"},"
            + "\"now\":{\"numerator\":\"0\",\"denominator\":\"100\"},\"amount\":\"-5/3\"}],\"rest\":\"0\"}]}\n";

    private static final String SUMMARY_WRITTEN = ManagementSummaryJson.write(FrozenKpis.summary());

    private static Totals totals(long numerator, long denominator) {
        return new Totals(Fraction.of(numerator), Fraction.of(denominator));
    }

    private static KpiResult share(long pastDue, long open, ServicePeriod period) {
        return KpiBasis.of(SHARE)
                .convention("0.1")
                .period(period)
                .currency("EUR")
                .quotient(
                        Fraction.of(pastDue), Fraction.of(open), Fraction.of(100), "NO_OPEN_ITEMS", "nothing is open");
    }

    @Test
    void writesASeriesToTheLetter() {
        assertThat(KpiSeriesJson.write(SERIES)).isEqualTo(SERIES_WRITTEN);
        assertThat(KpiSeriesJson.read(SERIES_WRITTEN)).isEqualTo(SERIES);
    }

    @Test
    void writesAFindingToTheLetter() {
        assertThat(ChangeFindingJson.write(FINDING)).isEqualTo(FINDING_WRITTEN);
        assertThat(ChangeFindingJson.read(FINDING_WRITTEN)).isEqualTo(FINDING);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void readsEverySeriesAsItWas(@ForAll("series") KpiSeries series) {
        assertReadAsWritten("kpi-series", series, KpiSeriesJson::write, KpiSeriesJson::read);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsEveryFindingAsItWas(@ForAll("findings") ChangeFinding finding) {
        assertReadAsWritten("change-finding", finding, ChangeFindingJson::write, ChangeFindingJson::read);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void readsEverySummaryAsItWas(@ForAll("summaries") ManagementSummary summary) {
        assertReadAsWritten("management-summary", summary, ManagementSummaryJson::write, ManagementSummaryJson::read);
    }

    private static <T> void assertReadAsWritten(
            String schema, T value, Function<T, String> write, Function<String, T> read) {
        String json = write.apply(value);
        T again = read.apply(json);
        assertThat(again).isEqualTo(value);
        assertThat(write.apply(again)).isEqualTo(json);
        assertThat(Schemas.violations(schema, json)).isEmpty();
    }

    @Provide
    Arbitrary<KpiSeries> series() {
        return KpiArbitraries.series();
    }

    @Provide
    Arbitrary<ChangeFinding> findings() {
        return KpiArbitraries.findings();
    }

    @Provide
    Arbitrary<ManagementSummary> summaries() {
        return KpiArbitraries.summaries();
    }

    @Test
    void streamsSeveralInALineEach() throws IOException {
        var series = new ByteArrayOutputStream();
        KpiSeriesJson.write(List.of(SERIES, FrozenKpis.series()), series);
        assertThat(series.toString(StandardCharsets.UTF_8)).hasLineCount(4);
        List<KpiSeries> seriesRead = new ArrayList<>();
        KpiSeriesJson.readAll(new ByteArrayInputStream(series.toByteArray()), seriesRead::add);
        assertThat(seriesRead).containsExactly(SERIES, FrozenKpis.series());
        var findings = new ByteArrayOutputStream();
        ChangeFindingJson.write(List.of(FINDING, FrozenKpis.finding()), findings);
        List<ChangeFinding> findingsRead = new ArrayList<>();
        ChangeFindingJson.readAll(new ByteArrayInputStream(findings.toByteArray()), findingsRead::add);
        assertThat(findingsRead).containsExactly(FINDING, FrozenKpis.finding());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "schemaVersion":1 | "schemaVersion":2 | schemaVersion must be 1, but was 2
            "schemaVersion":1 | "schemaVersion":1,"of":"us" | of must be left out, for it is none of [schemaVersion, definition, results]
            "id":"overdue.amount" | "id":"Overdue" | definition: id must be made of lower-case words, digits, dots and hyphens, but was Overdue
            "start":"2026-02-01" | "start":"2026-01-31" | results must be of periods that do not overlap, but was [2026-01-31, 2026-03-01)
            "period":{"start":"2026-02-01","end":"2026-03-01"}, | | results[1]: period must be given
            "currency":"EUR","value":"20" | "currency":"USD","value":"20" | results must be in EUR, but was USD
            "value":"20" | "value":"20","definition":{} | results[1]: definition must be left out, for it is none of [period, currency, numerator, denominator, factor, count, notes, exclusions, items, convention, value, undefined]
            "value":"20", | | results[1]: value must be given where undefined is not
            """)
    void refusesASeriesThatIsWrongByItsPlace(String good, String bad, String messages) {
        assertThat(SERIES_WRITTEN).contains(good);
        assertThat(errors(SERIES_WRITTEN.replace(good, bad == null ? "" : bad), KpiSeriesJson::read))
                .isEqualTo(messages);
    }

    @Test
    void refusesASeriesOfNothing() {
        String none = "{\"schemaVersion\":1," + DEFINITION + ",\"results\":[]}";
        assertThat(errors(none, KpiSeriesJson::read)).isEqualTo("results must not be empty");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "schemaVersion":1 | "schemaVersion":1,"of":"us" | of must be left out, for it is none of [schemaVersion, definition, scope, base, now, limit, standing, explanations]
            "value":"10","onlyWorse" | "value":"100","onlyWorse" | change must be beyond the limit of 100, but was 10
            "value":"10","onlyWorse" | "value":"0","onlyWorse" | limit: value must be more than 0, but was 0
            "measure":"percent" | "measure":"days" | limit: measure must be one of [percent, units], but was days
            "measure":"percent" | "measure":"units" | change must be beyond the limit of 10, but was 10
            "direction":"lower" | "direction":"higher" | standing: verdict must be better, which follows from the other fields, but was worse
            "absolute":"10" | "absolute":"11" | standing: absolute must be 10, which follows from the other fields, but was 11
            ,"relative":"100" | | standing: relative must be given, since it follows from the other fields
            "timesLimit":"10" | "timesLimit":"10","note":"A" | standing: note must be left out where there is nothing to say
            "amount":"35/3" | "amount":"12" | explanations[0].lines[0]: amount must be 35/3, which follows from the other fields, but was 12
            "rest":"0" | "rest":"1" | explanations[0]: rest must be 0, which follows from the other fields, but was 1
            "rest":"0" | "rest":"0","note":"NOT_ADDITIVE" | explanations[0]: lines must be left out where there is nothing to say; explanations[0]: rest must be 10, which follows from the other fields, but was 0
            "rest":"0" | "rest":"none" | explanations[0]: rest must be a decimal number or a fraction such as 1600/31, but was none
            "key":"B" | "key":"A" | explanations[0].lines[1]: key must be unique, but was A
            "dimension":"customer" | "dimension":"" | explanations[0]: dimension must have 1 to 200 characters, but was
            ,"explanations" | ,"scope":[{"dimension":"segment","key":"a"},{"dimension":"segment","key":"b"}],"explanations" | scope must have each dimension once, but was segment
            "currency":"EUR","value":"20" | "currency":"USD","value":"20" | now must be in the currency of base, EUR, but was USD
            "start":"2026-02-01" | "start":"2025-12-31" | now must not be of a time before base, [2026-01-01, 2026-02-01), but was [2025-12-31, 2026-03-01)
            """)
    void refusesAFindingThatIsWrongByItsPlace(String good, String bad, String messages) {
        assertThat(FINDING_WRITTEN).contains(good);
        assertThat(errors(FINDING_WRITTEN.replace(good, bad == null ? "" : bad), ChangeFindingJson::read))
                .isEqualTo(messages);
    }

    /** From 0 % or from −10 % there is no change in percent that means something; in points there is. */
    @Test
    void writesNoPercentageOfNothing() {
        for (long base : List.of(0L, -10L)) {
            ChangeFinding finding = ChangeLimit.units("5")
                    .find(new Change(share(base, 100, JANUARY), share(20, 100, FEBRUARY)))
                    .orElseThrow();
            assertThat(ChangeFindingJson.write(finding))
                    .contains("\"standing\":{\"absolute\":\"" + (20 - base) + "\",\"verdict\":\"worse\",");
        }
    }

    /** Whoever damages what the lines rest on is told of that, and not of all that no longer follows. */
    @Test
    void tellsCausesAndNotWhatFollowsFromThem() {
        String damaged = FINDING_WRITTEN
                .replace("\"denominator\":\"150\"", "\"denominator\":\"0/0\"")
                .replace("\"onlyWorse\":false", "\"onlyWorse\":\"no\"");
        assertThat(errors(damaged, ChangeFindingJson::read))
                .isEqualTo("now: denominator must not have a denominator of 0, but was 0/0; "
                        + "limit: onlyWorse must be true or false, but was \"no\"");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "schemaVersion":1 | "schemaVersion":1,"of":"us" | of must be left out, for it is none of [schemaVersion, period, billingVolume, collectionRate, outstanding, overdue, daysSalesOutstanding, aging, topChanges]
            "aging":{"currency":"EUR" | "aging":{"currency":"USD" | figures must be in USD, but was EUR
            "aging":{"currency":"EUR" | "aging":{"currency":"QQQ" | aging: currency must be a known currency code, but was QQQ
            "name":"1-30" | "name":"current" | aging: rows must have each name once, but was current
            "items":3 | "items":-3 | aging.rows[0]: items must not be negative, but was -3
            "open":"3700.50" | "open":"much" | aging.rows[0]: open must be a decimal number, but was much
            "id":"billing.volume","name":"Billing volume","unit":"money" | "id":"billing.volume","name":"Billing volume","unit":"hours" | billingVolume must be in [COUNT, MONEY], but was HOURS
            {"schemaVersion":1,"period":{"start":"2026-01-01" | {"schemaVersion":1,"period":{"start":"2026-01-02" | billingVolume: series must have a result of [2026-01-02, 2026-04-01), but was billing.volume in 1 period of [2026-01-01, 2026-04-01); collectionRate: series must have a result of [2026-01-02, 2026-04-01), but was collection.rate in 1 period of [2026-01-01, 2026-04-01); outstanding: series must have a result of [2026-01-02, 2026-04-01), but was receivables.outstanding.net in 1 period of [2026-01-01, 2026-04-01); overdue: series must have a result of [2026-01-02, 2026-04-01), but was overdue.count in 2 periods of [2025-10-01, 2026-04-01); daysSalesOutstanding: series must have a result of [2026-01-02, 2026-04-01), but was dso.simple in 2 periods of [2025-10-01, 2026-04-01)
            "verdict":"worse" | "verdict":"better" | topChanges[0].standing: verdict must be worse, which follows from the other fields, but was better
            """)
    void refusesASummaryThatIsWrongByItsPlace(String good, String bad, String messages) {
        assertThat(SUMMARY_WRITTEN).contains(good);
        assertThat(errors(SUMMARY_WRITTEN.replace(good, bad), ManagementSummaryJson::read))
                .isEqualTo(messages);
    }

    /** Whoever adds something to one of these values adds it here, to its schema and, since older releases refuse it, as a version. */
    @Test
    void knowsAllThatTheValuesHave() {
        assertThat(components(ChangeFinding.class)).containsExactly("scope", "change", "limit", "explanations");
        assertThat(components(Change.class)).containsExactly("base", "now");
        assertThat(components(ChangeLimit.class)).containsExactly("measure", "limit", "onlyWorse");
        assertThat(components(Contribution.class)).containsExactly("key", "base", "now", "amount");
        assertThat(components(Totals.class)).containsExactly("numerator", "denominator");
        assertThat(components(Figure.class)).containsExactly("series", "period");
        assertThat(components(AgingTable.Row.class)).containsExactly("name", "open", "items");
        assertThat(components(ManagementSummary.class))
                .containsExactly(
                        "period",
                        "billingVolume",
                        "collectionRate",
                        "outstanding",
                        "overdue",
                        "daysSalesOutstanding",
                        "aging",
                        "topChanges");
    }

    private static Stream<String> components(Class<?> value) {
        return Stream.of(value.getRecordComponents()).map(component -> component.getName());
    }

    /** What could not be read is not written. */
    @Test
    void refusesToWriteWhatItWouldNotRead() {
        List<KpiItem> items = IntStream.range(0, 150_000)
                .mapToObj(i -> KpiItem.counted("R-" + i, i % 3 == 0))
                .toList();
        KpiSeries beyond = KpiSeries.of(IntStream.rangeClosed(1, 4)
                .mapToObj(month -> KpiBasis.of(SHARE)
                        .period(ServicePeriod.of(YearMonth.of(2026, month)))
                        .items(items)
                        .measured(Fraction.ONE))
                .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiSeriesJson.write(beyond))
                .withMessageContaining(
                        "document must keep within the bounds of a document, but was more than 2000000 values");
    }

    private static String errors(String json, Function<String, ?> reader) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> reader.apply(json)).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .reduce((first, second) -> first + "; " + second)
                .orElse("")
                .strip();
    }
}
