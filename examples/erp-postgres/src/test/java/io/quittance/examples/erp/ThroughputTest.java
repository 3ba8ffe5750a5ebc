package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast the bill run is, for orientation: {@code -Derp.throughput.customers=2000}, with {@code -Derp.fsync=on} as a server has it. It
 * measures and judges nothing.
 */
class ThroughputTest {
    private static final int EVENTS = 50;

    @Test
    @EnabledIfSystemProperty(named = "erp.throughput.customers", matches = "\\d+")
    void billsAsFastAsItSays() {
        int customers = Integer.getInteger("erp.throughput.customers");
        for (int workers : new int[] {1, 2, 4}) {
            ErpRun erp = Server.empty();
            erp.command("migrate");
            erp.command("demo", "--customers", "" + customers, "--events", "" + EVENTS);
            measure(erp, "2026-02-01", workers);
            measure(erp, "2026-03-01", workers);
            assertThat(erp.command("check")).contains("all laws hold");
            Server.drop(erp);
        }
    }

    private static void measure(ErpRun erp, String day, int workers) {
        long start = System.nanoTime();
        erp.command("bill", "--day", day, "--workers", "" + workers);
        double seconds = (System.nanoTime() - start) / 1e9;
        String billed = "billed_on = '" + day + "'";
        long contracts = count(erp, "select count(distinct contract) from billed_line where " + billed);
        long events = count(erp, "select count(*) from usage_event where " + billed);
        System.out.printf(
                Locale.ROOT,
                "%s, %d workers: %d contracts and %d events in %.1f s: %.0f contracts/s, %.0f events/s%n",
                day,
                workers,
                contracts,
                events,
                seconds,
                contracts / seconds,
                events / seconds);
    }

    private static long count(ErpRun erp, String query) {
        return Long.parseLong(erp.strings(query).get(0));
    }
}
