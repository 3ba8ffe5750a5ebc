package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads and processes at once, killed and not. What is in the tables is held against a run of one thread. */
class UnderLoadTest {
    private static final int CUSTOMERS = 24;
    private static final int EVENTS = 10;
    private static final long SEED = Long.getLong("erp.kill.seed", 20260201L);
    private static final int KILLS = Integer.getInteger("erp.kills", 1);

    @TempDir
    static Path shared;

    private static ErpRun prepared;
    private static Map<String, List<String>> expected;

    @BeforeAll
    static void runUndisturbed() {
        var scenario = new Scenario(shared, CUSTOMERS, EVENTS, 1);
        prepared = scenario.prepared();
        expected = Normal.tables(scenario.done(Server.copyOf(prepared)));
    }

    @Test
    void processesThatAreKilledAgainAndAgainEndInTheSameTables(@TempDir Path folder)
            throws IOException, InterruptedException {
        ErpRun erp = Server.copyOf(prepared);
        int started = 0;
        int killed = 0;
        var random = new Random(SEED);
        for (String command : new Scenario(folder, CUSTOMERS, EVENTS, 4).commands()) {
            String progress = progress(command);
            boolean isWorkLeft = !progress.isEmpty();
            for (int i = 0; i < KILLS && isWorkLeft; i++) {
                long before = Long.parseLong(erp.strings(progress).get(0));
                try (var victim = Victim.start(erp, command)) {
                    victim.killWhen(erp, progress, before + 1 + random.nextInt(Math.max(1, CUSTOMERS / 2 / KILLS)));
                    started++;
                    isWorkLeft = victim.status() == FaultPoints.KILLED;
                    killed += isWorkLeft ? 1 : 0;
                }
            }
            erp.command(command.split(" "));
        }
        System.out.println("killed " + killed + " of " + started + " times under load");
        assertThat(killed).as("of " + started).isGreaterThan(started / 2);
        assertThat(erp.command("check")).contains("all laws hold");
        assertThat(Normal.tables(erp)).isEqualTo(expected);
    }

    /** What grows while the command works; empty for those that are not killed here. */
    private static String progress(String command) {
        return Stream.of(
                        "bill --day 2026-02",
                        "import --now 2026-02",
                        "allocate --day 2026-02",
                        "statements --month 2026-02",
                        "bill --day 2026-03")
                .filter(command::startsWith)
                .findFirst()
                .map(killed -> switch (killed.charAt(0)) {
                    case 'b' -> "billed_period";
                    case 's' -> "customer_statement";
                    default -> "ledger_entry";
                })
                .map(table -> "select count(*) from " + table)
                .orElse("");
    }

    @Test
    void processesThatDoTheSameAtOnceBillAndAllocateNothingTwice(@TempDir Path folder) throws Exception {
        ErpRun erp = Server.copyOf(prepared);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        for (String command : new Scenario(folder, CUSTOMERS, EVENTS, 3).commands()) {
            if (progress(command).isEmpty()) {
                erp.command(command.split(" "));
                continue;
            }
            try (var other = Victim.start(erp, command)) {
                List<Future<String>> here = Stream.of(1, 2)
                        .map(i -> pool.submit(() -> erp.command(command.split(" "))))
                        .toList();
                for (Future<String> one : here) {
                    one.get();
                }
                assertThat(other.status()).as(other.said()).isLessThanOrEqualTo(Erp.LOOK);
            }
        }
        pool.shutdown();
        assertThat(erp.command("check")).contains("all laws hold");
        assertThat(Normal.tables(erp)).isEqualTo(expected);
    }

    @Test
    void aDatabaseThatIsKilledKeepsWhatWasCommitted(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (var server = ServerProcess.start(data)) {
            ErpRun erp = server.database();
            erp.command("migrate");
            erp.command("demo", "--customers", "" + CUSTOMERS, "--events", "" + EVENTS);
            for (String command : new Scenario(folder, CUSTOMERS, EVENTS, 4).commands()) {
                if (command.startsWith("bill --day 2026-03")) {
                    killUnder(server, erp, command);
                }
                erp.command(command.split(" "));
            }
            assertThat(erp.command("check")).contains("all laws hold");
            assertThat(Normal.tables(erp)).isEqualTo(expected);
        }
    }

    /** The command fails when its database is gone, and says so. */
    private static void killUnder(ServerProcess server, ErpRun erp, String command) throws Exception {
        long before =
                Long.parseLong(erp.strings("select count(*) from ledger_entry").get(0));
        try (var victim = Victim.start(erp, command)) {
            while (Long.parseLong(
                            erp.strings("select count(*) from ledger_entry").get(0))
                    < before + CUSTOMERS / 4) {
                Thread.sleep(2);
            }
            server.kill();
            assertThat(victim.status()).as(victim.said()).isEqualTo(Erp.FAILED);
        }
        server.restart();
    }
}
