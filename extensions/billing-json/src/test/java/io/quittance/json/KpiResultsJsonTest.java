package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.Change;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** Results of KPIs are read as they were written, with all that they rest on, and nothing else is read. */
class KpiResultsJsonTest {
    private static final KpiDefinition SHARE = KpiDefinition.of(
                    "overdue.count", "Overdue", KpiUnit.PERCENT, Direction.LOWER, "overdue / open × 100")
            .undefinedWhen("none is open (NO_INVOICES)");
    private static final KpiResult A_THIRD = KpiBasis.of(SHARE)
            .convention("0.1")
            .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
            .count(3)
            .items(List.of(KpiItem.counted("R-2", false), KpiItem.counted("R-1", true), KpiItem.counted("R-3", false)))
            .quotient(Fraction.ONE, Fraction.of(3), Fraction.of(100), "NO_INVOICES", "none is open");
    private static final KpiResults RESULTS = KpiResults.of(AsOf.endOf("2026-01-31"), List.of(A_THIRD));
    private static final String WRITTEN =
            "{\"schemaVersion\":1,\"asOf\":{\"date\":\"2026-01-31\"},\"results\":[{\"definition\":"
                    + "{\"id\":\"overdue.count\",\"name\":\"Overdue\",\"unit\":\"percent\",\"direction\":\"lower\",\"indicator\":\"lagging\","
                    + "\"formula\":\"overdue / open × 100\",\"undefinedWhen\":\"none is open (NO_INVOICES)\",\"source\":\"derived\"},"
                    + "\"period\":{\"start\":\"2026-01-01\",\"end\":\"2026-02-01\"},\"value\":\"100/3\",\"numerator\":\"1\","
                    + "\"denominator\":\"3\",\"factor\":\"100\",\"count\":3,\"items\":[{\"id\":\"R-1\",\"numerator\":\"1\",\"denominator\":\"1\"},"
                    + "{\"id\":\"R-2\",\"numerator\":\"0\",\"denominator\":\"1\"},{\"id\":\"R-3\",\"numerator\":\"0\",\"denominator\":\"1\"}],"
                    + "\"convention\":\"0.1\"}]}\n";

    @Test
    void writesAResultToTheLetter() {
        assertThat(KpiResultsJson.write(RESULTS)).isEqualTo(WRITTEN);
        assertThat(KpiResultsJson.read(WRITTEN)).isEqualTo(RESULTS);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void readsEveryResultAsItWas(@ForAll("results") KpiResults results) {
        String json = KpiResultsJson.write(results);
        KpiResults read = KpiResultsJson.read(json);
        assertThat(read).isEqualTo(results);
        assertThat(KpiResultsJson.write(read)).isEqualTo(json);
        assertThat(Schemas.violations("kpi-results", json)).isEmpty();
    }

    @Provide
    Arbitrary<KpiResults> results() {
        return KpiArbitraries.results();
    }

    /** A result keeps the conventions of its day, and where there is no value, no number stands in for it. */
    @Test
    void keepsWhatComputedItAndWhyThereIsNoValue() {
        KpiResult none = KpiBasis.of(SHARE).convention("0.0").undefined("NO_INVOICES", "none is open");
        String json = KpiResultsJson.write(KpiResults.of(List.of(none)));
        assertThat(json)
                .contains("\"undefined\":{\"code\":\"NO_INVOICES\",\"reason\":\"none is open\"}")
                .contains("\"convention\":\"0.0\"")
                .doesNotContain("\"value\"")
                .doesNotContain("\"asOf\"");
        KpiResult read = KpiResultsJson.read(json).results().get(0);
        assertThat(read.value()).isEmpty();
        assertThat(read.basis().convention()).isEqualTo("0.0");
    }

    /** The name and the formula of a change have that of the part in them. */
    @Test
    void theSchemaTakesTheLongestNameOfAPart() {
        KpiDefinition part = SHARE.only("customer", "x".repeat(200));
        KpiResult now = KpiBasis.of(part).currency("EUR").measured(Fraction.ONE);
        for (KpiResult result : List.of(now, new Change(now, now).relative())) {
            String json = KpiResultsJson.write(KpiResults.of(List.of(result)));
            assertThat(Schemas.violations("kpi-results", json)).isEmpty();
            assertThat(KpiResultsJson.read(json).results()).containsExactly(result);
        }
        String unknown = KpiResultsJson.write(KpiResults.of(List.of(now))).replace("\"EUR\"", "\"EU.\"");
        assertThat(Schemas.violations("kpi-results", unknown)).isNotEmpty();
    }

    @Test
    void writesNoResultsAsAnEmptyList() {
        assertThat(KpiResultsJson.write(KpiResults.of(List.of()))).isEqualTo("{\"schemaVersion\":1,\"results\":[]}\n");
        assertThat(KpiResultsJson.read("{\"schemaVersion\":1,\"results\":[]}")).isEqualTo(KpiResults.of(List.of()));
    }

    /** More than a document of terms may have. */
    @Test
    void readsManyItemsBehindAValue() {
        KpiResult many = KpiBasis.of(SHARE)
                .items(IntStream.range(0, 150_000)
                        .mapToObj(i -> KpiItem.counted("R-" + i, i % 3 == 0))
                        .toList())
                .measured(Fraction.ONE);
        KpiResults results = KpiResults.of(List.of(many));
        assertThat(KpiResultsJson.read(KpiResultsJson.write(results))).isEqualTo(results);
        KpiResults beyond = KpiResults.of(List.of(many, many, many, many));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiResultsJson.write(beyond))
                .withMessageContaining(
                        "document must keep within the bounds of a document, but was more than 2000000 values");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "schemaVersion":1 | "schemaVersion":2 | schemaVersion must be 1, but was 2
            "schemaVersion":1 | "schemaVersion":1,"of":"us" | of must be left out, for it is none of [schemaVersion, asOf, results]
            "asOf":{"date":"2026-01-31"} | "asOf":{"date":"2026-01-32"} | asOf: date must be an ISO date such as 2026-03-31, but was 2026-01-32
            "asOf":{"date":"2026-01-31"} | "asOf":{"date":"2026-01-31","knownAt":"now"} | asOf: knownAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was now
            "asOf":{"date":"2026-01-31"} | "asOf":null | asOf must be an object, but was null
            "id":"overdue.count" | "id":"Overdue" | results[0].definition: id must be made of lower-case words, digits, dots and hyphens, but was Overdue
            "indicator":"lagging" | "indicator":"LAGGING" | results[0].definition: indicator must be one of [leading, lagging], but was LAGGING
            "unit":"percent" | "unit":"money" | results[0]: currency must be given for MONEY
            "direction":"lower", | | results[0].definition: direction must be given
            "value":"100/3", | | results[0]: value must be given where undefined is not
            "value":"100/3" | "value":"100/0" | results[0]: value must not have a denominator of 0, but was 100/0
            "value":"100/3" | "value":33.33 | results[0]: value must be a string, but was 33.33
            "value":"100/3" | "value":"100/3","undefined":{"code":"NO_SALES","reason":"none"} | results[0]: undefined must be left out where there is a value
            "value":"100/3" | "undefined":{"code":"NO_SALES"} | results[0].undefined: reason must be given
            "value":"100/3" | "undefined":{"code":"no sales","reason":"none"} | results[0].undefined: code must be made of capital letters, digits and underscores, but was no sales
            "value":"100/3" | "currency":"EU.","value":"100/3" | results[0]: currency must be a currency code of three capital letters, but was EU.
            "value":"100/3" | "currency":"QQQ","value":"100/3" | results[0]: currency must be a known currency code, but was QQQ
            "factor":"100" | "factor":100 | results[0]: factor must be a string, but was 100
            "count":3 | "count":-1 | results[0]: count must not be negative, but was -1
            "count":3 | "count":3,"notes":["NO_SALES","no sales"] | results[0]: notes[1] must be made of capital letters, digits and underscores, but was no sales
            "id":"R-2" | "id":"R-1" | results[0]: items must have each id once, but was R-1
            "count":3 | "count":3.5 | results[0]: count must be a whole number, but was 3.5
            "count":3 | "count":9223372036854775808 | results[0]: count must be between -9223372036854775808 and 9223372036854775807, but was 9223372036854775808
            "count":3 | "count":3,"notes":["A","A"] | results[0]: notes[1] must be given once, but was "A"
            "count":3 | "count":3,"exclusions":["A",""] | results[0]: exclusions[1] must have 1 to 200 characters, but was
            "id":"R-2","numerator":"0" | "id":"R-2","numerator":"none" | results[0].items[1]: numerator must be a decimal number or a fraction such as 1600/31, but was none
            "id":"R-2" | "number":"R-2" | results[0].items[1]: id must be given; results[0].items[1]: number must be left out, for it is none of [id, numerator, denominator]
            ,"convention":"0.1" | | results[0]: convention must be given
            """)
    void refusesWhatIsWrongByItsPlace(String good, String bad, String messages) {
        assertThat(WRITTEN).contains(good);
        assertThat(errors(WRITTEN.replace(good, bad == null ? "" : bad))).isEqualTo(messages);
    }

    /** Whoever adds something to a basis adds it here, to the schema and, since older releases refuse it, as a version. */
    @Test
    void knowsAllThatABasisHas() {
        assertThat(Stream.of(KpiBasis.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0)
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        "definition",
                        "kpi",
                        "period",
                        "currency",
                        "numerator",
                        "denominator",
                        "factor",
                        "isMeaningful",
                        "count",
                        "notes",
                        "exclusions",
                        "items",
                        "convention",
                        "hashCode",
                        "toString");
    }

    /** What could not be read is not written. */
    @Test
    void refusesToWriteWhatItWouldNotRead() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> KpiResultsJson.write(
                        KpiResults.of(new AsOf(LocalDate.of(2026, 1, 31), Instant.MAX.minusSeconds(1)), List.of())))
                .withMessageStartingWith("knownAt must be an ISO instant such as 2026-04-01T00:00:00Z");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> KpiResultsJson.write(KpiResults.of(
                        List.of(KpiBasis.of(SHARE).currency("euro").measured(Fraction.ONE)))))
                .withMessage("currency must be a currency code of three capital letters, but was euro");
    }

    private static String errors(String json) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> KpiResultsJson.read(json)).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .reduce((first, second) -> first + "; " + second)
                .orElse("")
                .strip();
    }
}
