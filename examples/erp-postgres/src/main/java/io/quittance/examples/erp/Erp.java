package io.quittance.examples.erp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of the ERP. Each command may be broken off at any point and started again. */
@Command(
        name = "erp-postgres",
        mixinStandardHelpOptions = true,
        version = "0.1.0-SNAPSHOT",
        description = "Bills, takes payments in and allocates them on the tables of an ERP in PostgreSQL.",
        footer = {
            "",
            "Exit status: 0 done, 1 done and something is for a person to look at, 2 the command cannot be used, 3 it failed:"
                    + " start it again."
        },
        exitCodeOnExecutionException = Erp.FAILED,
        sortOptions = false)
public final class Erp {
    static final int DONE = 0;
    static final int LOOK = 1;
    static final int FAILED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Erp() {}

    /** Where the tables are. */
    static final class Connect {
        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec command;

        @Option(
                names = "--jdbc-url",
                required = true,
                paramLabel = "URL",
                description = "Such as jdbc:postgresql://localhost/erp.")
        private String url = "";

        @Option(names = "--user", defaultValue = "postgres", description = "Default: ${DEFAULT-VALUE}.")
        private String user = "postgres";

        @Option(
                names = "--password",
                defaultValue = "${env:ERP_PASSWORD:-}",
                description = "Default: the environment variable ERP_PASSWORD.")
        private String password = "";

        Database database() {
            if (!Database.isUsable(url)) {
                throw new ParameterException(
                        command.commandLine(),
                        "--jdbc-url must be that of a PostgreSQL, such as jdbc:postgresql://localhost/erp;"
                                + " what was given is not shown, since a password may be in it");
            }
            return new Database(url, user, password);
        }
    }

    /**
     * When something is recorded; later where another command has already recorded something later of the same account. This is the only
     * clock; give the same instant again when a command is repeated.
     */
    static final class Now {
        @Option(names = "--now", paramLabel = "INSTANT", description = "Such as 2026-02-01T06:00:00Z (default: now).")
        private @Nullable Instant instant;

        Instant instant() {
            // the database knows no less
            return (instant == null ? Instant.now() : instant).truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** How many threads. */
    static final class Parallel {
        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec command;

        @Option(names = "--workers", defaultValue = "1", description = "How many threads (default: ${DEFAULT-VALUE}).")
        private int workers = 1;

        int workers() {
            return atLeastOne(command, "--workers", workers);
        }
    }

    private static int atLeastOne(CommandSpec command, String option, int value) {
        if (value < 1) {
            throw new ParameterException(command.commandLine(), option + " must be at least 1, but was " + value);
        }
        return value;
    }

    /** Runs the command line. */
    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Erp())
                .registerConverter(CustomerId.class, Erp::customer)
                .registerConverter(LocalDate.class, between("1900-01-01", "2999-12-31", LocalDate::parse))
                .registerConverter(YearMonth.class, between("1900-01", "2999-12", YearMonth::parse))
                .registerConverter(
                        Instant.class, between("1900-01-01T00:00:00Z", "2999-12-31T00:00:00Z", Instant::parse))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, result) -> {
                    // no stack, which might show more than the messages do
                    command.getErr().println("failed: " + e.getMessage());
                    return FAILED;
                })
                .execute(args);
    }

    private static CustomerId customer(String id) {
        try {
            return CustomerId.of(id);
        } catch (InvalidArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** No slip of the hand, and nothing that the database or its texts have no place for. */
    private static <T extends Comparable<? super T>> ITypeConverter<T> between(
            String first, String last, Function<String, T> parse) {
        return text -> {
            T value = parse.apply(text);
            if (value.compareTo(parse.apply(first)) < 0 || value.compareTo(parse.apply(last)) > 0) {
                throw new TypeConversionException("must be from " + first + " to " + last + ", but was " + text);
            }
            return value;
        };
    }

    @Command(description = "Makes the tables, or brings them to the newest version.")
    int migrate(@Mixin Connect connect) {
        return done("migrations " + Schema.migrate(connect.database()));
    }

    @Command(description = "Loads customers, contracts and usage that are made up.")
    int demo(
            @Mixin Connect connect,
            @Option(names = "--customers", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
                    int customers,
            @Option(
                            names = "--events",
                            defaultValue = "10",
                            description = "Usage events for each contract and month (default: ${DEFAULT-VALUE}).")
                    int events,
            @Option(
                            names = "--month",
                            defaultValue = "2026-01",
                            description = "The first month (default: ${DEFAULT-VALUE}).")
                    YearMonth month,
            @Option(names = "--late", description = "Instead, usage of the first month that is reported late.")
                    boolean late) {
        var demo = new Demo(atLeastOne(spec, "--customers", customers), atLeastOne(spec, "--events", events), month);
        if (late) {
            demo.late(connect.database());
        } else {
            demo.contracts(connect.database());
            demo.usage(connect.database());
        }
        return done("customers " + customers);
    }

    @Command(
            name = "demo-bank",
            description = "Writes a bank statement (camt.053) in which customers pay what is open.")
    int demoBank(
            @Mixin Connect connect,
            @Option(names = "--day", required = true, description = "Its day.") LocalDate day,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(), "FILE must be a file in a folder that can be written to, but was " + file);
        }
        new DemoBank(day).write(connect.database(), file);
        return done("written");
    }

    @Command(description = "Bills what is due on a day.")
    int bill(
            @Mixin Connect connect,
            @Mixin Now now,
            @Mixin Parallel parallel,
            @Option(names = "--day", required = true, description = "The day.") LocalDate day) {
        return tell(new BillJob(day, now.instant()).run(connect.database(), parallel.workers()));
    }

    @Command(name = "import", description = "Takes the money of a bank file (camt.052, 053, 054) in.")
    int importFile(@Mixin Connect connect, @Mixin Now now, @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), "FILE must be a file that can be read, but was " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return tell(ImportJob.run(connect.database(), in, now.instant()));
        }
    }

    @Command(description = "Settles what is open with what is on account.")
    int allocate(
            @Mixin Connect connect,
            @Mixin Now now,
            @Mixin Parallel parallel,
            @Option(names = "--day", required = true, description = "The day.") LocalDate day) {
        return tell(new AllocateJob(day, now.instant()).run(connect.database(), parallel.workers()));
    }

    @Command(description = "Writes the customers' statements of a month.")
    int statements(
            @Mixin Connect connect,
            @Mixin Now now,
            @Mixin Parallel parallel,
            @Option(names = "--month", required = true, description = "The month.") YearMonth month) {
        var job = new StatementJob(month, now.instant());
        if (!job.isMonthOver()) {
            throw new ParameterException(
                    spec.commandLine(), "--month must be over at " + job.now() + " (--now), but was " + month);
        }
        return tell(job.run(connect.database(), parallel.workers()));
    }

    @Command(description = "Holds the tables against the laws.")
    int check(@Mixin Connect connect) {
        List<String> broken = CheckJob.run(connect.database());
        broken.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println(broken.isEmpty() ? "all laws hold" : "broken " + broken.size());
        return broken.isEmpty() ? DONE : LOOK;
    }

    @Command(description = "Forgets the name and the account of a customer.")
    int erase(@Mixin Connect connect, @Mixin Now now, @Parameters(paramLabel = "CUSTOMER") CustomerId customer) {
        return switch (EraseJob.erase(connect.database(), customer, now.instant())) {
            case ERASED -> done("erased");
            case ERASED_BEFORE -> done("nothing to erase");
            case UNKNOWN -> {
                spec.commandLine().getOut().println("no customer " + customer);
                yield LOOK;
            }
        };
    }

    private int tell(Tally tally) {
        tally.attention().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println(tally);
        return tally.attention().isEmpty() ? DONE : LOOK;
    }

    private int done(String text) {
        spec.commandLine().getOut().println(text);
        return DONE;
    }
}
