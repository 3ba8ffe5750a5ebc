package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.SplitMix64;
import java.time.LocalDate;

/** The items of W5 in columns, those that are paid among them. */
public final class Items {
    /** The day as of which they are aged. */
    public static final int DAY = (int) LocalDate.of(2026, 10, 31).toEpochDay();

    /** The day on which an item is paid that never is. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** Up to 0 days late, 1 to 30, 31 to 60, 61 to 90, and more. */
    public static final int BUCKETS = 5;

    private static final int FIRST = (int) LocalDate.of(2023, 11, 1).toEpochDay();
    private static final int[] TERMS = {14, 30, 60};

    final int customers;
    final int[] itemCustomers;
    /** Epoch days. */
    final int[] invoiceDays;
    /** Epoch days. */
    final int[] dueDates;
    /** Epoch days, or {@link #NEVER}. */
    final int[] paidOn;

    final long[] cents;

    /** Draws so many items, a hundredth of them customers. */
    public Items(int items) {
        customers = Math.max(1, items / 100);
        itemCustomers = new int[items];
        invoiceDays = new int[items];
        dueDates = new int[items];
        paidOn = new int[items];
        cents = new long[items];
        var random = new SplitMix64(20260505);
        for (int item = 0; item < items; item++) {
            itemCustomers[item] = (int) random.below(customers);
            int invoiced = FIRST + (int) random.below(1_096);
            int term = TERMS[(int) random.below(3)];
            int delay = (int) random.below(131) - 10;
            boolean never = random.below(100) < 8;
            cents[item] = 100 + random.below(499_901);
            invoiceDays[item] = invoiced;
            dueDates[item] = invoiced + term;
            paidOn[item] = never ? NEVER : Math.max(invoiced, dueDates[item] + delay);
        }
    }

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** How many items there are. */
    public int items() {
        return cents.length;
    }

    /** Who owes an item. */
    public int customer(int item) {
        return itemCustomers[item];
    }

    /** When an item is invoiced, as epoch day. */
    public int invoiceDay(int item) {
        return invoiceDays[item];
    }

    /** When an item is due, as epoch day. */
    public int dueDate(int item) {
        return dueDates[item];
    }

    /** When an item is paid, as epoch day; {@link #NEVER} if it is not. */
    public int paidOn(int item) {
        return paidOn[item];
    }

    /** How much an item is, in cents. */
    public long cents(int item) {
        return cents[item];
    }
}
