package io.quittance.benchmarks.w4;

import io.quittance.benchmarks.SplitMix64;
import java.time.LocalDate;

/** The open items and payments of W4 in columns. */
public final class Accounts {
    private static final int FIRST_DUE = (int) LocalDate.of(2026, 10, 31).toEpochDay() - 720;

    final int customers;
    final int[] itemCustomers;
    /** Epoch days. */
    final int[] dueDates;
    /** In cents. */
    final long[] open;

    final int[] payers;
    /** In cents. */
    final long[] amounts;

    /** Draws so many items, a fiftieth of them customers, and a fifth of them payments. */
    public Accounts(int items) {
        customers = Math.max(1, items / 50);
        itemCustomers = new int[items];
        dueDates = new int[items];
        open = new long[items];
        var random = new SplitMix64(20260404);
        for (int item = 0; item < items; item++) {
            itemCustomers[item] = (int) random.below(customers);
            dueDates[item] = FIRST_DUE + (int) random.below(781);
            open[item] = 100 + random.below(499_901);
        }
        payers = new int[items / 5];
        amounts = new long[items / 5];
        for (int payment = 0; payment < payers.length; payment++) {
            payers[payment] = (int) random.below(customers);
            long cents = 1 + random.below(1_200_000);
            amounts[payment] = random.below(100) < 5 ? 20 * cents : cents;
        }
    }

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** How many items there are. */
    public int items() {
        return open.length;
    }

    /** How many payments there are. */
    public int payments() {
        return amounts.length;
    }

    /** Who owes an item. */
    public int customer(int item) {
        return itemCustomers[item];
    }

    /** When an item is due, as epoch day. */
    public int dueDate(int item) {
        return dueDates[item];
    }

    /** What is open of an item, in cents. */
    public long open(int item) {
        return open[item];
    }

    /** Whose payment it is. */
    public int payer(int payment) {
        return payers[payment];
    }

    /** How much a payment is, in cents. */
    public long amount(int payment) {
        return amounts[payment];
    }
}
