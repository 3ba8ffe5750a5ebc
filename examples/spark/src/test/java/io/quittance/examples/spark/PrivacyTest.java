package io.quittance.examples.spark;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.core.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A name and an account are planted in contracts and usage, and looked for in all that the run writes, prints, logs and throws. */
class PrivacyTest {
    private static final String NAME = "Zacharias Quellwasser";
    private static final String ACCOUNT = "DE02120300000000202051";

    @TempDir
    private Path folder;

    private final SparkSession spark = Sessions.session();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private final int loggedBefore = log().length();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    /** What was logged since this test began, with stack traces. */
    private String logged() {
        return log().substring(loggedBefore);
    }

    private static String log() {
        try {
            return Files.readString(Path.of("target/all.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasThem(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Stream.of("zacharias", "quellwasser", "de0212", "202051").anyMatch(small::contains);
    }

    /** The month of a customer whose contract has the name, and its account in a column that the run does not ask for. */
    private RunTotals bill(String name, String country, String out) throws IOException {
        Files.createDirectories(folder.resolve("prices"));
        for (var terms : SmallRun.JSON.entrySet()) {
            Files.writeString(folder.resolve("prices/" + terms.getKey() + ".json"), terms.getValue());
        }
        Row contract = RowFactory.create(
                "C-5", 5L, name, country, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"), "both");
        write(spark.createDataFrame(List.of(contract), ContractTable.CONTRACT), "contracts", "account");
        Dataset<Row> usage = new SmallRun()
                .used(5L, "calls", "1001", "2026-10-15T12:00:00Z")
                .used(6L, "calls", "2", "2026-10-15T12:00:00Z")
                .used(5L, "minutes", "3", "2026-10-15T12:00:00Z")
                .usage();
        write(usage, "usage", "payer");
        return BillMonth.run(
                spark,
                folder + "/usage",
                folder + "/contracts",
                folder + "/prices",
                YearMonth.parse("2026-10"),
                101,
                folder + out);
    }

    private void write(Dataset<Row> table, String name, String more) {
        table.withColumn(more, lit(NAME + ", " + ACCOUNT))
                .write()
                .mode("overwrite")
                .parquet(folder + "/" + name);
    }

    @Test
    void theBuyerIsNamedInItsDocumentAndNowhereElse() throws IOException {
        RunTotals totals = bill(NAME, "DE", "/out");

        assertThat(columnsWithThem()).containsExactly("invoice.document", "rejected_usage.payer");
        var written = new Written(folder + "/out");
        ObjectNode document = (ObjectNode)
                JsonMapper.shared().readTree(written.rows("invoice", "document").get(0));
        assertThat(hasThem(requireNonNull(document.remove("parties"), "parties").toString()))
                .isTrue();
        assertThat(document.toString()).contains("explanations");
        assertThat(hasThem(document.toString())).isFalse();
        assertThat(hasThem(totals.toString())).isFalse();
        assertNothingWasSaid();
    }

    /** Each column of each table, as text. */
    private SortedSet<String> columnsWithThem() {
        var found = new TreeSet<String>();
        for (String name : List.of(SparkRun.INVOICE, SparkRun.INVOICE_LINE, SparkRun.REJECTED_USAGE)) {
            var written = new Written(folder + "/out");
            for (String column : written.table(name).columns()) {
                List<String> rows = written.rows(name, column);
                assertThat(rows).as(name).isNotEmpty();
                if (hasThem(rows.toString())) {
                    found.add(name + "." + column);
                }
            }
        }
        return found;
    }

    private void assertNothingWasSaid() {
        assertThat(logged()).contains("INFO DAGScheduler");
        assertThat(logged().lines().filter(PrivacyTest::hasThem)).isEmpty();
        assertThat(hasThem(console.toString(StandardCharsets.UTF_8))).isFalse();
    }

    /** Of what no document may say, contract and rule are told, and before anything is written. */
    @ParameterizedTest
    @CsvSource({
        "'Zacharias Quellwasser ', DE, party.name must not begin or end with white space",
        "'Zacharias\tDE02120300000000202051', DE, party.name must have no control characters",
        "Buyer, Zacharias Quellwasser, country must be a code of two capital letters (ISO 3166-1)"
    })
    void aBuyerWhoIsRefusedIsNotQuoted(String name, String country, String told) throws IOException {
        Throwable refused = catchThrowable(() -> bill(name, country, "/refused"));

        assertThat(refused).isInstanceOf(InvalidArgumentException.class).hasMessage("contract C-5: " + told);
        assertThat(hasThem(stackTrace(refused))).isFalse();
        assertThat(folder.resolve("refused")).doesNotExist();
        assertNothingWasSaid();
    }

    /** The kernel has other prices than the terms, which the task finds out that issues. */
    @Test
    void aTaskThatFailsSpeaksOfTheContract() {
        String calls = requireNonNull(SmallRun.JSON.get("calls"));
        PriceLists dear = PriceLists.read(Map.of("calls", calls.replace("0.08", "0.09")));
        PriceLists cheap = PriceLists.read(Map.of("calls", calls));
        var wrong = new PriceList(
                "calls", dear.lists().get(0).terms(), cheap.lists().get(0).tariff());
        var agreement = new Agreement("C-5", 5, NAME, "DE", SmallRun.YEAR, wrong);
        var run = new SparkRun(
                Seller.documents(new PriceLists(cheap.meters(), List.of(wrong))),
                Agreements.of(List.of(agreement), W1.OCTOBER),
                1);
        Dataset<Row> usage = new SmallRun()
                .used(5L, "calls", "1001", "2026-10-15T12:00:00Z")
                .usage()
                .withColumn("payer", lit(NAME));
        Throwable failed = catchThrowable(() -> run.run(usage, 1, folder + "/failed"));

        assertThat(failed).hasStackTraceContaining("contract C-5: ");
        assertThat(hasThem(stackTrace(failed))).isFalse();
        assertThat(logged()).contains("contract C-5: ");
        assertNothingWasSaid();
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
