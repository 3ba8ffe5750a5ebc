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
 * Kills the process of a command at chosen statements and commits and runs the command again. In a build at some, spread over all; with
 * {@code -Derp.kill.points=all} before every statement and every commit, and after every commit.
 */
class CrashPointsTest {
    /** Few, but one with two contracts, and one whose contract ends and which gets a credit note. */
    private static final int CUSTOMERS = 4;

    private static final String POINTS = System.getProperty("erp.kill.points", "6");

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

    /** Spread evenly over the statements, the commits before and the commits after. */
    private static List<Point> chosen(List<Point> all) {
        if (POINTS.equals("all")) {
            return all;
        }
        int each = Math.max(1, Integer.parseInt(POINTS) / 3);
        var chosen = new ArrayList<Point>();
        for (String kind : List.of("statement before", "commit before", "commit after")) {
            List<Point> some = all.stream()
                    .filter(point -> kind.equals(point.what() + " " + point.when()))
                    .toList();
            for (int i = 0; i < each; i++) {
                chosen.add(some.get((int) ((2L * i + 1) * some.size() / (2L * each))));
            }
        }
        return chosen;
    }
}
