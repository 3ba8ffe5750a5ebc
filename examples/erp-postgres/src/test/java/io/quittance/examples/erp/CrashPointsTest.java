package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process of a command at chosen statements and commits and runs the command again. In a build around the commits of the longest
 * transactions; with {@code -Derp.kill.points=all} before every statement and every commit, and after every commit, and with a number at so
 * many of these.
 */
class CrashPointsTest {
    /** Few, but one with two contracts, and one whose contract ends and which gets a credit note. */
    private static final int CUSTOMERS = 4;

    private static final String POINTS = System.getProperty("erp.kill.points", "few");

    /** A command, and the database before it and what is in the tables after it in an undisturbed run. */
    private record Step(String command, ErpRun before, Map<String, List<String>> after) {}

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
    void whereverTheProcessIsKilledARerunEndsInTheSameTables() throws IOException, InterruptedException {
        List<Point> all = undisturbed(new Scenario(folder, CUSTOMERS, 2, 1));
        List<Point> chosen = chosen(all);
        for (Point point : chosen) {
            ErpRun crashed = Server.copyOf(point.step().before());
            kill(point, crashed);
            crashed.command(point.step().command().split(" "));
            assertThat(crashed.tables())
                    .as(point.toString())
                    .isEqualTo(point.step().after());
            assertThat(crashed.command("check")).as(point.toString()).contains("all laws hold");
            Server.drop(crashed);
        }
        System.out.println("killed at " + chosen.size() + " of " + all.size() + " points");
    }

    private static void kill(Point point, ErpRun erp) throws IOException, InterruptedException {
        try (var victim = Victim.start(
                erp, point.step().command(), "-Dfault.at=" + point.number(), "-Dfault.when=" + point.when())) {
            int status = victim.status();
            assertThat(status).as(point + ": " + victim.said()).isEqualTo(FaultPoints.KILLED);
        }
    }

    /** Every command once, and all points that it passes. */
    private static List<Point> undisturbed(Scenario scenario) {
        ErpRun erp = scenario.prepared();
        var all = new ArrayList<Point>();
        for (String command : scenario.commands()) {
            ErpRun before = Server.copyOf(erp);
            FaultPoints.drain();
            erp.throughFaults().command(command.split(" "));
            var step = new Step(command, before, erp.tables());
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

    /** Before and after the commit of the longest transaction that bills, takes money in and allocates. */
    private static List<Point> aroundTheLongest(List<Point> all) {
        var chosen = new ArrayList<Point>();
        for (String command : List.of("bill", "import", "allocate")) {
            int longest = 0;
            int length = 0;
            int last = 0;
            for (int i = 0; i < all.size(); i++) {
                Point point = all.get(i);
                if (point.what().equals("commit") && point.when().equals("before")) {
                    if (point.step().command().startsWith(command) && i - last > length) {
                        longest = i;
                        length = i - last;
                    }
                    last = i;
                }
            }
            chosen.addAll(all.subList(longest, longest + 2));
        }
        return chosen;
    }

    private static List<Point> spread(List<Point> all, int count) {
        var chosen = new ArrayList<Point>();
        for (int i = 0; i < count; i++) {
            chosen.add(all.get((int) ((2L * i + 1) * all.size() / (2L * count))));
        }
        return chosen;
    }
}
