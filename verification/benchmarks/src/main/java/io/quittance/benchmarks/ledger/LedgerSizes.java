package io.quittance.benchmarks.ledger;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.SplitMix64;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import io.quittance.core.schedule.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One customer's open items, out of a thousandth, a tenth and all of the entries. */
public final class LedgerSizes {
    /** How many entries the largest ledger has. */
    public static final int FULL_SIZE = 10_000_000;

    private static final String GROUP = "ledger";
    private static final String MANY = "open items of one of many customers, %,d entries";
    private static final String LONG = "open items of a customer with %,d entries";
    private static final String AS_OF = "open items at the end of a day of a customer with %,d entries";
    private static final int QUESTIONS = 2_000;

    private LedgerSizes() {}

    /** Measures with so many entries; adds a row for each size. */
    public static void run(int entries, int rounds, TargetTable table) {
        var measured = new Rounds();
        int[] sizes = {Math.max(1_000, entries / 1_000), entries / 10, entries};
        long checksum = 100_00L * Entries.OPEN * QUESTIONS;
        for (String kind : List.of(MANY, LONG)) {
            for (int size : sizes) {
                long start = System.nanoTime();
                measured.add(GROUP, checksum, kind.equals(MANY) ? ofManyCustomers(size) : ofOneCustomer(size));
                System.out.printf("%,d entries posted in %.1f s%n", size, (System.nanoTime() - start) / 1e9);
            }
        }
        measured.run(rounds);
        measured.print();
        for (String kind : List.of(MANY, LONG, AS_OF)) {
            for (int size : List.of(sizes[1], sizes[2])) {
                String metric = "x wall of " + String.format(Locale.ROOT, "%,d", sizes[0]) + " entries";
                double value = measured.wallRatio(name(kind, size), name(kind, sizes[0]));
                table.shown(GROUP, String.format(Locale.ROOT, kind, size), metric, value);
            }
        }
    }

    private static String name(String kind, int size) {
        return GROUP + " " + String.format(Locale.ROOT, kind, size);
    }

    /** Customers that are drawn, the same in each round. */
    static List<Variant> ofManyCustomers(int entries) {
        Ledger ledger = Entries.ofManyCustomers(entries);
        int customers = entries / Entries.EACH;
        return List.of(Variant.of(String.format(Locale.ROOT, MANY, entries), QUESTIONS, () -> {
            var random = new SplitMix64(20261010);
            long cents = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                cents += cents(ledger.openItems(Entries.customer((int) random.below(customers))));
            }
            return cents;
        }));
    }

    static List<Variant> ofOneCustomer(int entries) {
        CustomerLedger ledger = Entries.ofOneCustomer(entries);
        var asOf = AsOf.endOf("2026-12-31");
        var variants = new ArrayList<Variant>();
        variants.add(Variant.of(String.format(Locale.ROOT, LONG, entries), QUESTIONS, () -> {
            long cents = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                cents += cents(ledger.openItems());
            }
            return cents;
        }));
        variants.add(Variant.of(String.format(Locale.ROOT, AS_OF, entries), QUESTIONS, () -> {
            long cents = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                cents += cents(ledger.asOf(asOf).openItems());
            }
            return cents;
        }));
        return variants;
    }

    private static long cents(List<OpenItem> items) {
        long cents = 0;
        for (OpenItem item : items) {
            cents += item.open().toUnscaledLong(2);
        }
        return cents;
    }
}
