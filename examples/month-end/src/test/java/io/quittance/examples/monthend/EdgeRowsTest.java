package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows at the edge of what is accepted, sent through the whole job: what is accepted is billed, posted and reported. */
class EdgeRowsTest {
    /** 0.17 + 0.09 + 0.05 + 0.27 = 0.58, and 0.11 of tax: 19 % are 0.1102. */
    private static final String USED = "1,0.17,1,0.09,1,0.05,1,0.27";

    private static final String NOTHING = "0,0,0,0,0,0,0,0";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path usage;
    private Path receivables;
    private Path customers;

    @BeforeEach
    void goodFiles() throws IOException {
        usage = Files.writeString(folder.resolve("usage.csv"), "");
        receivables = Files.writeString(folder.resolve("receivables.csv"), "");
        customers = Files.writeString(folder.resolve("customers.csv"), "customerID\nA\nB\n1\n=cmd()\n");
        used(USED, USED);
        owed("A,1,1/2/2013,2/1/2013,55.94,No,1/15/2013");
    }

    /** ar.md 4.2: nothing is owed; the invoice is issued all the same. */
    @Test
    void aCustomerWithoutUsageGetsAnInvoiceOverNothing() throws IOException {
        used(NOTHING, USED);
        assertThat(run()).isEqualTo(MonthEnd.ALL_PROCESSED);
        assertThat(lines("invoices.csv"))
                .contains("T-2014-000001,1,2014-02-01,2014-03-03,USD,0.00")
                .contains("T-2014-000002,2,2014-02-01,2014-03-03,USD,0.69");
        assertThat(summary()).contains("open on 2014-02-01: 1 invoices, USD 0.69");
    }

    /** The largest total has 38 digits, of which two are cents: 36 nines at 0.17 and 19 % of tax are 2.023 × 10^35. */
    @Test
    void theLargestAndTheSmallestNumbersPass() throws IOException {
        String nines = "9".repeat(36);
        used(
                nines + "," + "9".repeat(36) + ".99,1,0.09,1,0.05,1,0.27",
                "0.000000000000000001,0.00,1,0.09,1,0.05,1,0.27");
        owed(
                "A," + "x".repeat(100) + ",1/2/2013,1/2/2013," + "9".repeat(36) + ".99,Yes,1/2/2013",
                "A,0.01,12/31/2199,12/28/2209,0.01,Yes,",
                "A,3,12/31/2013,12/28/2023,0.01,Yes,12/31/2199",
                "B,4,1/1/1900,1/1/1900,1e0,No,");
        assertThat(run()).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("rejected.csv"))
                .containsExactly(
                        "file,line,field,rule,value",
                        "receivables.csv,3,DueDate,must lie in the years 1900 to 2199,12/28/2209");
        assertThat(lines("invoices.csv")).hasSize(1 + 2 + 3);
    }

    @Test
    void anAmountThatCannotBeBilledIsRejectedAsItsRow() throws IOException {
        Path terms = Files.writeString(
                folder.resolve("terms.json"),
                Source.of(null, "contract-terms.json").text().replace("\"0.17\"", "\"" + "9".repeat(38) + "\""));
        used("9".repeat(38) + ",0.17,1,0.09,1,0.05,1,0.27", USED.replaceFirst("1", "0.001"));
        assertThat(run("--terms", terms.toString())).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("rejected.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("usage.csv,2,record,\"must be billable: amount must have at most 76 digits");
        assertThat(lines("invoices.csv")).hasSize(1 + 1 + 1);
    }

    @Test
    void aTotalThatNoDocumentCanSayIsRejectedAsItsRow() throws IOException {
        used("9".repeat(37) + ",0.17,1,0.09,1,0.05,1,0.27", USED);
        assertThat(run()).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("rejected.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("usage.csv,2,record,must be billable: the total with tax must have at most 38 digits,20");
    }

    @Test
    void aNumberThatThisRunDrawsIsTaken() throws IOException {
        owed(
                "A,T-2014-000001,1/2/2013,2/1/2013,55.94,No,1/15/2013",
                "1,T-2014-000003,1/2/2013,2/1/2013,1,No,1/15/2013");
        assertThat(run()).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("rejected.csv"))
                .containsExactly(
                        "file,line,field,rule,value", "receivables.csv,2,invoiceNumber,must be unique,T-2014-000001");
        assertThat(lines("invoices.csv")).hasSize(1 + 2 + 1);
    }

    /** Customer 1 is in both files; what happens after the book ends is not posted before what is billed. */
    @Test
    void aCustomerOfBothFilesHasOneAccount() throws IOException {
        owed("1,77,2/1/2014,3/1/2014,55.94,No,3/15/2014", "1,78,1/31/2014,3/1/2014,7.00,No,");
        assertThat(run()).isEqualTo(MonthEnd.ALL_PROCESSED);
        assertThat(summary())
                .contains("0 payments allocated; open on 2014-02-01: 3 invoices, USD 8.38")
                .contains("Left out, since dated after 2014-01-31: 1 invoices and 1 payments");
        assertThat(lines("invoices.csv")).hasSize(1 + 2 + 1);
    }

    /** What the data say of later days has not happened yet. */
    @Test
    void aMonthInTheMiddleOfTheBookKnowsNothingOfTheFuture() throws IOException {
        owed(
                "A,1,5/2/2013,6/1/2013,10.00,No,6/30/2013",
                "A,2,5/2/2013,6/1/2013,20.00,Yes,7/1/2013",
                "A,3,7/1/2013,8/1/2013,40.00,No,7/2/2013");
        assertThat(run("--period", "2013-06")).isEqualTo(MonthEnd.ALL_PROCESSED);
        assertThat(summary())
                .contains("1 payments allocated; open on 2013-07-01: 3 invoices, USD 21.38")
                .contains("Left out, since dated after 2013-06-30: 1 invoices and 2 payments");
        assertThat(lines("allocations.csv")).hasSize(1 + 2).allMatch(line -> !line.contains("P-2"));
        assertThat(lines("kpis.csv")).noneMatch(line -> line.contains("2013-07"));
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(page)
                .contains("[\"2\",\"A\",\"2013-05-02\",\"2013-06-01\",\"20.00\",\"20.00\",")
                .contains("[\"1\",\"A\",\"2013-05-02\",\"2013-06-01\",\"10.00\",\"0.00\",")
                .contains("2013-07-01, new invoices included");
    }

    /** A book of three centuries: five years of it are shown, and all of it counts. */
    @Test
    void aLongBookIsClosedInBoundedTime() throws IOException {
        owed("A,1,1/2/1900,2/1/1900,55.94,Yes,", "A,2,1/2/2190,2/1/2190,44.06,No,3/1/2190");
        long start = System.nanoTime();
        assertThat(run("--period", "2199-12")).isEqualTo(MonthEnd.ALL_PROCESSED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(summary()).contains("open on 2200-01-01: 3 invoices, USD 57.32");
        assertThat(lines("kpis.csv").stream().filter(line -> line.contains(",dso.simple,")))
                .hasSize(2 * (60 + 20));
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Shown are the last 60 months.");
    }

    /** Measured, not assumed: the same invoices, issued on the last day that is in time and on the day after. */
    @Test
    void invoicesThatAreIssuedTooLateAreNotOnTime() throws IOException {
        used(USED, "-1,0.17,1,0.09,1,0.05,1,0.27", USED, USED);
        assertThat(run("--issue-date", "2014-02-05")).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("kpis.csv"))
                .contains(",2014-01,billing.on-time,75.000000,PERCENT,,")
                .contains(",2014-01,billing.error-rate,0.000000,PERCENT,,")
                .contains(",2014-01,billing.accuracy,100.000000,PERCENT,,");
        assertThat(summary()).containsPattern("Invoices on time +75.00 % +>= 95 % +MISSED");
        assertThat(run("--issue-date", "2014-02-06")).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("kpis.csv")).contains(",2014-01,billing.on-time,0.000000,PERCENT,,");
        assertThat(lines("invoices.csv")).contains("T-2014-000001,1,2014-02-06,2014-03-08,USD,0.69");
    }

    /** A spreadsheet must not compute what a customer wrote. */
    @Test
    void textThatLooksLikeAFormulaIsMarkedAsText() throws IOException {
        owed(
                "=cmd(),-1,1/2/2013,2/1/2013,55.94,No,1/15/2013",
                "=cmd(),@x,1/2/2013,2/1/2013,-5,No,1/15/2013",
                "=sum(),2,1/2/2013,2/1/2013,5,No,1/15/2013");
        assertThat(run()).isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(lines("invoices.csv")).contains("-1,'=cmd(),2013-01-02,2013-02-01,USD,55.94");
        assertThat(lines("rejected.csv"))
                .contains("receivables.csv,3,InvoiceAmount,must be more than 0,-5")
                .contains("receivables.csv,4,customerID,must be a known customer,'=sum()");
        assertThat(lines("allocations.csv").get(1)).startsWith("as remitted,P--1,'=cmd(),2013-01-15,-1,55.94,");
    }

    /** The rows of a payment add up to the payment. */
    @Test
    void moneyThatSettlesNothingHasARowOfItsOwn() throws IOException {
        Close close = Close.run(
                new Close.Input(
                        Source.of(null, "contract-terms.json"),
                        Source.of(usage, ""),
                        Source.of(null, "amended-contract.json"),
                        Source.of(receivables, ""),
                        Source.of(customers, "")),
                Shipped.MONTH,
                Shipped.CLOSE.billing().issueDate(),
                request -> List.of(),
                stage -> {});
        var csv = new ByteArrayOutputStream();
        CsvOutput.allocations(close, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8).lines().skip(2))
                .singleElement()
                .asString()
                .endsWith(",P-1,A,2013-01-15,,55.94,on account");
    }

    private void used(String... rows) throws IOException {
        Files.writeString(
                usage,
                "total_day_minutes,total_day_charge,total_eve_minutes,total_eve_charge,"
                        + "total_night_minutes,total_night_charge,total_intl_minutes,total_intl_charge\n"
                        + String.join("\n", rows));
    }

    private void owed(String... rows) throws IOException {
        Files.writeString(
                receivables,
                "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate\n"
                        + String.join("\n", rows));
    }

    private int run(String... more) {
        out.reset();
        String[] files = {
            "--out", folder.resolve("out").toString(),
            "--usage", usage.toString(),
            "--receivables", receivables.toString(),
            "--customers", customers.toString()
        };
        int status = MonthEnd.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                Stream.concat(Arrays.stream(files), Arrays.stream(more)).toArray(String[]::new));
        assertThat(progress.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
        return status;
    }

    private String summary() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }
}
