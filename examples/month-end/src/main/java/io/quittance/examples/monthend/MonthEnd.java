package io.quittance.examples.monthend;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.core.error.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Closes a month: bills it, issues its documents, receives and allocates what was paid, measures, and writes a report. */
@Command(
        name = "month-end",
        mixinStandardHelpOptions = true,
        version = "0.1.0-SNAPSHOT",
        description =
                "Closes a month on real data: bills usage, issues invoices, checks published charges, allocates payments,"
                        + " ages what is open, measures KPIs and writes a report.",
        footer = {
            "",
            "Exit status: 0 all rows were processed, 1 some were rejected (see rejected.csv) or documents"
                    + " break a rule (see documents.csv), 2 the input or the command"
                    + " cannot be used, 3 the program failed."
        },
        exitCodeOnExecutionException = MonthEnd.FAILED,
        sortOptions = false)
public final class MonthEnd implements Callable<Integer> {
    static final int ALL_PROCESSED = 0;
    static final int SOME_REJECTED = 1;
    static final int UNUSABLE = 2;
    static final int FAILED = 3;

    private static final NavigableMap<String, Locale> LANGUAGES =
            new TreeMap<>(Map.of("en", Locale.forLanguageTag("en-IE"), "de", Locale.GERMANY));

    private final PrintStream out;
    private final PrintStream progress;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "target/month-end",
            description = "Where the files go (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("target/month-end");

    @Option(
            names = "--period",
            paramLabel = "YYYY-MM",
            defaultValue = "2014-01",
            description = "The month that is billed and closed (default: ${DEFAULT-VALUE}).")
    private String period = "2014-01";

    @Option(
            names = "--issue-date",
            paramLabel = "YYYY-MM-DD",
            description = "The day on which the invoices are issued and sent (default: the day after the month).")
    private @Nullable String issueDate;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "oldest-due-first",
            description = "The strategy that is compared with as-remitted: as-remitted or oldest-due-first (default:"
                    + " ${DEFAULT-VALUE}).")
    private String strategy = "oldest-due-first";

    @Option(names = "--terms", paramLabel = "FILE", description = "Contract terms as JSON, instead of those that ship.")
    private @Nullable Path terms;

    @Option(names = "--usage", paramLabel = "FILE", description = "Usage as CSV, instead of the data that ship.")
    private @Nullable Path usage;

    @Option(
            names = "--amended",
            paramLabel = "FILE",
            description = "A contract with an amendment as JSON, instead of the one that ships.")
    private @Nullable Path amended;

    @Option(
            names = "--receivables",
            paramLabel = "FILE",
            description = "Invoices and settlements as CSV, instead of the data that ship.")
    private @Nullable Path receivables;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description =
                    "The customers that are known, as CSV with the column customerID, instead of those that ship.")
    private @Nullable Path customers;

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "" + DocumentChoice.USUAL,
            description =
                    "How many of the invoices are written as text, HTML and UBL, from the first on; corrections always"
                            + " are (default: ${DEFAULT-VALUE}). All are issued, and listed in documents.csv.")
    private int documents = DocumentChoice.USUAL;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language of all documents, en or de (default: that of each buyer).")
    private @Nullable String language;

    private MonthEnd(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Runs the job and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs the job and returns its exit status. */
    static int run(PrintStream out, PrintStream progress, String... arguments) {
        var commandLine = new CommandLine(new MonthEnd(out, progress));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(progress, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!isExpected(failure)) {
                throw failure;
            }
            progress.println("month-end: " + failure.getMessage());
            return UNUSABLE;
        });
        return commandLine.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        YearMonth month = month();
        LocalDate issued = issueDate(month);
        AllocationStrategy compared = second();
        DocumentChoice choice = choice();
        var files = OutputFolder.prepared(
                folder,
                Outputs.files(),
                Stream.of(terms, usage, amended, receivables, customers)
                        .filter(input -> input != null && Files.exists(input))
                        .toList());
        Close close = Close.run(
                new Close.Input(
                        Source.of(terms, "contract-terms.json"),
                        Source.of(usage, "telco-minutes-mlc/mlc_churn.csv"),
                        Source.of(amended, "amended-contract.json"),
                        Source.of(receivables, "ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv"),
                        Source.of(customers, "ibm-ar/customers.csv")),
                month,
                issued,
                compared,
                progress::println);
        var written = Outputs.write(close, choice, files);
        close.rejections().forEach(rejection -> progress.println("rejected " + rejection));
        Summary.print(close, written, folder, out);
        return close.rejections().isEmpty() && written.values().stream().allMatch(WrittenDocument::isClean)
                ? ALL_PROCESSED
                : SOME_REJECTED;
    }

    private YearMonth month() {
        try {
            YearMonth month = YearMonth.parse(period);
            if (Span.contains(month)) {
                return month;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw new UnusableInputException(
                "--period must be a month such as 2014-01 of the years " + Span.YEARS + ", but was " + period);
    }

    private LocalDate issueDate(YearMonth month) {
        LocalDate first = month.plusMonths(1).atDay(1);
        if (issueDate == null) {
            return first;
        }
        try {
            LocalDate date = LocalDate.parse(issueDate);
            if (!date.isBefore(first) && date.isBefore(first.plusYears(1))) {
                return date;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw new UnusableInputException(
                "--issue-date must be a day within a year from " + first + ", but was " + issueDate);
    }

    private AllocationStrategy second() {
        return Strategies.named(strategy)
                .orElseThrow(() -> new UnusableInputException(
                        "--strategy must be one of " + Strategies.names() + ", but was " + strategy));
    }

    private DocumentChoice choice() {
        if (documents < 0) {
            throw new UnusableInputException("--documents must not be negative, but was " + documents);
        }
        if (language != null && !LANGUAGES.containsKey(language)) {
            throw new UnusableInputException(
                    "--language must be one of " + LANGUAGES.keySet() + ", but was " + language);
        }
        return new DocumentChoice(documents, Optional.ofNullable(language).map(LANGUAGES::get));
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof UnusableInputException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof Refusal;
    }
}
