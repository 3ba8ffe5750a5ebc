package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.erp.ErpRun.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process of a command at chosen statements and commits and runs the command again. In a build around the commits of the longest
 * transactions; with {@code -Derp.kill.points=all} before every statement and every commit, and after every commit, and with a number at so
 * many of these, spread over the transactions.
 */
class CrashPointsTest {
    /** Few, but one with two contracts, and one whose contract ends and which gets a credit note. */
    private static final int CUSTOMERS = 4;

    /** Each bill run finds it in each contract: whoever is killed after a commit has not told it. */
    private static final String NOT_CHARGED = "insert into usage_event (id, contract, meter, quantity, at)"
            + " select 'sms-' || id, id, 'sms', 1000, '2026-01-05T12:00Z' from contract";

    private static final String POINTS = System.getProperty("erp.kill.points", "few");

    /** A command, and the database before it, and what it answers and what is in the tables after it in an undisturbed run. */
    private record Step(String command, ErpRun before, Answer answer, Map<String, List<String>> after) {
        String[] words() {
            return command.split(" ");
        }
    }

    /** Where it is killed. */
    private record Point(Step step, int number, String what, String when) {
        @Override
        public String toString() {
            return when + " " + what + " " + number + " of " + step.command();
        }
    }

    @TempDir
    Path folder;

    @Test
    void whereverTheProcessIsKilledARerunEndsInTheSameTablesAndTellsTheSame() throws Exception {
        List<Point> all = undisturbed(new Scenario(folder, CUSTOMERS, 2, 1));
        List<Point> chosen = chosen(all);
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<Point>> crashes =
                chosen.stream().map(point -> pool.submit(() -> crash(point))).toList();
        try {
            for (Future<Point> crash : crashes) {
                crash.get();
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println("killed at " + chosen.size() + " of " + all.size() + " points, in "
                + transactions(all).size() + " transactions");
    }

    private static Point crash(Point point) throws IOException, InterruptedException {
        ErpRun crashed = Server.copyOf(point.step().before());
        kill(point, crashed);
        Answer rerun = crashed.answer(point.step().words());
        assertThat(rerun.status())
                .as(point.toString())
                .isEqualTo(point.step().answer().status());
        assertThat(rerun.told())
                .as(point.toString())
                .isEqualTo(point.step().answer().told());
        assertThat(crashed.tables()).as(point.toString()).isEqualTo(point.step().after());
        assertThat(crashed.command("check")).as(point.toString()).contains("all laws hold");
        Server.drop(crashed);
        return point;
    }

    private static void kill(Point point, ErpRun erp) throws IOException, InterruptedException {
        try (var victim = Victim.start(
                erp, point.step().command(), "-Dfault.at=" + point.number(), "-Dfault.when=" + point.when())) {
            int status = victim.status();
            assertThat(status).as(point + ": " + victim.said()).isEqualTo(FaultPoints.KILLED);
        }
    }

    /** There is usage that no charge counts, and some of the bank's money is of a stranger. */
    private static int expected(String command) {
        return command.startsWith("bill") || command.startsWith("import") ? Erp.LOOK : Erp.DONE;
    }

    /** Every command once, and all points that it passes. */
    private static List<Point> undisturbed(Scenario scenario) throws SQLException {
        ErpRun erp = scenario.prepared();
        erp.execute(NOT_CHARGED);
        var all = new ArrayList<Point>();
        for (String command : scenario.commands()) {
            ErpRun before = Server.copyOf(erp);
            FaultPoints.drain();
            Answer answer = erp.throughFaults().answer(command.split(" "));
            assertThat(answer.status()).as(command).isEqualTo(expected(command));
            var step = new Step(command, before, answer, erp.tables());
            List<String> passed = FaultPoints.drain();
            for (int i = 0; i < passed.size(); i++) {
                all.add(new Point(step, i + 1, passed.get(i), "before"));
                if (passed.get(i).equals("commit")) {
                    all.add(new Point(step, i + 1, passed.get(i), "after"));
                }
            }
        }
        return all;
    }

    private static List<Point> chosen(List<Point> all) {
        return switch (POINTS) {
            case "few" -> aroundTheLongest(all);
            case "all" -> all;
            default -> spread(all, Integer.parseInt(POINTS));
        };
    }

    /** Before and after the commit of the longest transaction of each command. */
    private static List<Point> aroundTheLongest(List<Point> all) {
        return Stream.of("bill", "import", "allocate", "statements", "erase")
                .map(command -> transactions(all).stream()
                        .filter(points -> points.get(0).step().command().startsWith(command))
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow())
                .flatMap(points -> points.subList(points.size() - 2, points.size()).stream())
                .toList();
    }

    /**
     * So many, in different transactions while there are enough: in turn in the middle of one, before its commit and after it. What was
     * not committed is rolled back, so that most points of one transaction leave the same.
     */
    private static List<Point> spread(List<Point> all, int count) {
        List<List<Point>> transactions = transactions(all);
        var chosen = new ArrayList<Point>();
        for (int i = 0; i < count; i++) {
            List<Point> points = transactions.get((int) ((2L * i + 1) * transactions.size() / (2L * count)));
            int after = points.size() - 1;
            chosen.add(points.get(i % 3 == 0 ? after / 2 : after - i % 3 + 1));
        }
        return chosen;
    }

    /** The points of each transaction, of which the last two are before and after its commit. */
    private static List<List<Point>> transactions(List<Point> all) {
        var transactions = new ArrayList<List<Point>>();
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).when().equals("after")) {
                transactions.add(all.subList(first, i + 1));
                first = i + 1;
            }
        }
        return transactions;
    }
}
