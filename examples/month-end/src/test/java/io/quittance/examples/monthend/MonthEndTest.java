package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it. */
class MonthEndTest {
    private static final String[] FILES = {
        "allocations-compared.json",
        "allocations.csv",
        "allocations.json",
        "calls.csv",
        "corrections.csv",
        "dispute.html",
        "documents.csv",
        "dunning.csv",
        "dunning.html",
        "invoice-lines.csv",
        "invoices.csv",
        "invoices.json",
        "kpis.csv",
        "kpis.html",
        "kpis.json",
        "reconciliation.csv",
        "reconciliation.html",
        "rejected.csv",
        "report.html",
        "scorecard.json",
        "settlements.csv",
        "summary.json"
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void closesAMonthOnTheDataThatShip() throws IOException {
        assertThat(run("--out", folder.toString())).isEqualTo(MonthEnd.ALL_PROCESSED);
        var names = contents().keySet();
        assertThat(names.stream().filter(name -> !name.contains("/"))).containsExactly(FILES);
        assertThat(names.stream().filter(name -> name.startsWith("kpis/")))
                .hasSize(KpiPages.definitions().size() + 1)
                .contains("kpis/chart.js", "kpis/dso.countback.html", "kpis/cei.html", "kpis/billing.accuracy.html");
        assertThat(names.stream().filter(name -> name.startsWith("invoices/")))
                .hasSize(3 * (DocumentChoice.USUAL + 1))
                .contains("invoices/T-2014-000001.txt", "invoices/T-2014-000020.html", "invoices/TC-2014-000001.xml");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("5,000 invoices of 2014-02-01 over USD 297,465.15")
                .contains("297,464.16 without tax + 42,405.28 of tax = 339,869.44, credit notes taken off")
                .contains("21 checked and written as 63 files, 4,980 only listed (see --documents); 0 break a rule")
                .contains("20,000 published charges checked, 56 wrong, on 56 invoices");
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("Billed 5000 customers");
    }

    @Test
    void runningTwiceIntoOneFolderGivesTheSameBytes(@TempDir Path inputs) throws IOException {
        String[] some = {
            "--out", folder.toString(),
            "--usage", firstLines(inputs, "telco-minutes-mlc/mlc_churn.csv", 60),
            "--receivables", firstLines(inputs, "ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv", 300)
        };
        assertThat(run(some)).isEqualTo(MonthEnd.ALL_PROCESSED);
        var first = contents();
        assertThat(first.keySet()).contains(FILES).contains("kpis/dso.countback.html", "invoices/T-2014-000020.html");
        assertThat(run(some)).isEqualTo(MonthEnd.ALL_PROCESSED);
        var second = contents();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) ->
                assertThat(Arrays.equals(bytes, second.get(name))).as(name).isTrue());
    }

    private static String firstLines(Path inputs, String resource, int most) throws IOException {
        try (InputStream stream = Objects.requireNonNull(MonthEnd.class.getResourceAsStream("/data/" + resource))) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(most)
                    .toList();
            return Files.write(inputs.resolve(Path.of(resource).getFileName()), lines)
                    .toString();
        }
    }

    @Test
    void saysByItsExitStatusThatSomethingWasRejected(@TempDir Path inputs) throws IOException {
        Path invoices = Files.writeString(folder.resolve("invoices.csv"), """
                customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate
                0379-NEVHP,1,1/2/2013,2/1/2013,55.94,No,1/15/2013
                0379-NEVHP,2,1/2/2013,2/1/2013,55.945,Yes,1/15/2013
                """);
        Path files = folder.resolve("files");
        String usage = firstLines(inputs, "telco-minutes-mlc/mlc_churn.csv", 60);
        assertThat(run("--receivables", invoices.toString(), "--usage", usage, "--out", files.toString()))
                .isEqualTo(MonthEnd.SOME_REJECTED);
        assertThat(Files.readString(files.resolve("rejected.csv"))).isEqualTo("""
                        file,line,field,rule,value
                        invoices.csv,3,InvoiceAmount,must have at most 2 decimal places,55.945
                        """);
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("rejected invoices.csv:3: InvoiceAmount must have at most 2 decimal places");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 rows = 1 accepted + 1 rejected; invoice amounts 111.885 = 55.94 + 55.945");
        assertThat(Files.readString(files.resolve("dunning.html"))).contains("nobody is reminded");
        assertThat(Files.readString(files.resolve("reconciliation.html"))).contains("nothing is compared");
        assertThat(Files.readString(files.resolve("dispute.html"))).contains("there is no case to show");
        assertThat(Files.readString(files.resolve("calls.csv"))).hasLineCount(1);
        assertThat(Files.readString(files.resolve("report.html"))).doesNotContain("id=\"collections\"");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "--out",
                        "--period",
                        "--issue-date",
                        "--strategy",
                        "--terms",
                        "--usage",
                        "--receivables",
                        "--customers",
                        "--documents",
                        "--language")
                .contains("Exit status:");
    }

    @Test
    void refusesWhatItCannotUse() throws IOException {
        assertRefused(
                "--strategy must be one of [as-remitted, oldest-due-first], but was random", "--strategy", "random");
        assertRefused("--documents must not be negative, but was -1", "--documents", "-1");
        assertRefused("--language must be one of [de, en], but was fr", "--language", "fr");
        String period = "--period must be a month such as 2014-01 of the years 1900 to 2199, but was ";
        assertRefused(period + "January", "--period", "January");
        assertRefused(period + "9999-10", "--period", "9999-10");
        assertRefused(
                "--issue-date must be a day within a year from 2014-02-01, but was 2014-01-31",
                "--issue-date",
                "2014-01-31");
        assertRefused(
                "nowhere.csv does not exist",
                "--usage",
                folder.resolve("nowhere.csv").toString());
        Path terms = Files.writeString(folder.resolve("terms.json"), "{\"schemaVersion\": 2}");
        assertRefused("terms.json: schemaVersion must be 1, but was 2", "--terms", terms.toString());
        Path empty = Files.writeString(folder.resolve("usage.csv"), "a,b\n1,2\n");
        assertRefused("usage.csv has no column total_day_minutes", "--usage", empty.toString());
        assertRefused(folder + " is a folder", "--usage", folder.toString());
        assertThat(run("--unknown")).isEqualTo(MonthEnd.UNUSABLE);
    }

    /** Before anything is computed: the usage named here does not exist, and is not missed. */
    @Test
    void refusesAFolderThatItCannotWriteToFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("afile"), "");
        String nowhere = folder.resolve("nowhere.csv").toString();
        assertRefused(
                "--out must be a folder, but " + file + " is a file", "--out", file.toString(), "--usage", nowhere);
        assertRefused(
                "--out must be a folder to write to, but was " + file.resolve("below"),
                "--out",
                file.resolve("below").toString(),
                "--usage",
                nowhere);
        Path input = Files.writeString(folder.resolve("invoices.csv"), "customerID\n");
        assertRefused(
                "--out must be another folder: the job would overwrite its input " + input,
                "--out",
                folder.toString(),
                "--receivables",
                input.toString());
        assertThat(input).exists();
    }

    @Test
    void leavesNothingOldBehindWhenItFails() throws IOException {
        Files.writeString(folder.resolve("report.html"), "of an earlier run");
        Files.writeString(folder.resolve("notes.txt"), "of the user");
        assertRefused(
                "does not exist",
                "--out",
                folder.toString(),
                "--usage",
                folder.resolve("none.csv").toString());
        assertThat(contents().keySet()).containsExactly("notes.txt");
    }

    /** An error of the program is neither a rejected row nor the user's. */
    @Test
    void anErrorOfTheProgramHasAStatusOfItsOwn() {
        var broken = new PrintStream(progress, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String text) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        int status =
                MonthEnd.run(new PrintStream(out, true, StandardCharsets.UTF_8), broken, "--out", folder.toString());
        assertThat(status).isEqualTo(MonthEnd.FAILED);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("broken on purpose");
    }

    private void assertRefused(String message, String... arguments) {
        progress.reset();
        String[] all = List.of(arguments).contains("--out")
                ? arguments
                : Stream.concat(Stream.of("--out", folder.resolve("out").toString()), Stream.of(arguments))
                        .toArray(String[]::new);
        assertThat(run(all)).isEqualTo(MonthEnd.UNUSABLE);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains(message).doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return MonthEnd.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                arguments);
    }

    private Map<String, byte[]> contents() throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
