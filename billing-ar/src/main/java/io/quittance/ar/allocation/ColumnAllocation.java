package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * The bulk door of allocation in columns: as {@link BulkAllocation}, without an object for an item, a payment or a line. Customers are
 * numbered from 0, items and payments by their rows; amounts are whole minor units, cents for EUR, all of one currency.
 *
 * <p>Against items of 10000 (row 1, due first) and 8000 (row 0) of customer 0, payments of 15000 and 5000 pay 10000 of item 1 and 5000
 * of item 0, and then 3000 of item 0, of which 2000 stay on account.
 *
 * <p>Items go by due date, those of one day by their rows: where the rows are by document date and id, a payment pays to the cent what
 * {@link OldestDueFirst} says. No sum can be too large: a payment pays no more than it has. Immutable: share one between threads, or give
 * each the customers of its own.
 */
public final class ColumnAllocation implements Serializable {
    /** How many items there may be. */
    public static final int MAX_ITEMS = 1 << 28;

    private static final long serialVersionUID = 1L;

    private final DueOrder order;
    /** By customer: the place of the first item of which something is open. */
    private final int[] next;
    /** By customer: what is open of that item if a part of it is paid; otherwise 0. */
    private final long[] left;

    ColumnAllocation(DueOrder order, int[] next, long[] left) {
        this.order = order;
        this.next = next;
        this.left = left;
    }

    /** Told of an open item. */
    @FunctionalInterface
    public interface OpenItems {
        /** Of item {@code item}, which customer {@code customer} owes, {@code open} minor units are open. */
        void accept(int customer, int item, long open);
    }

    /**
     * Puts open items in order: by customer, then by due date, then by row. The columns are read and not kept.
     *
     * @param customerCount how many customers there are; those of items and payments are numbered below it
     * @param customers of each item
     * @param dueDates of each item, as epoch day in the years 1 to 9999
     * @param open of each item, more than zero
     * @throws IllegalArgumentException if a column has another length, or a row another value; it is named, as {@code open[3]}
     */
    public static ColumnAllocation of(int customerCount, int[] customers, int[] dueDates, long[] open) {
        Require.that(customerCount >= 0, "bulk.customers", "customerCount", "must be 0 or more", customerCount);
        int rows = requireNonNull(customers, "customers").length;
        requireRows(requireNonNull(dueDates, "dueDates").length, rows, "dueDates");
        requireRows(requireNonNull(open, "open").length, rows, "open");
        Require.that(rows <= MAX_ITEMS, "bulk.rows", "customers", "must have at most " + MAX_ITEMS + " rows", rows);
        DueOrder order = DueOrder.of(customerCount, customers, dueDates, open);
        return new ColumnAllocation(order, order.starts(), new long[customerCount]);
    }

    private static void requireRows(int length, int rows, String column) {
        Require.that(length == rows, "bulk.rows", column, "must have " + rows + " rows, as customers has", length);
    }

    /**
     * Pays items with payments, in the order of their rows. The columns are read and not kept.
     *
     * @param customers of each payment
     * @param amounts of each payment, more than zero
     * @return what each pays, and what is open afterwards; this is as it was
     * @throws IllegalArgumentException if a column has another length, or a row another value, named as {@code amounts[3]}; or there
     *     would be more than {@link SettledColumns#MAX_LINES} lines
     */
    public SettledColumns settle(int[] customers, long[] amounts) {
        int rows = requireNonNull(customers, "customers").length;
        requireRows(requireNonNull(amounts, "amounts").length, rows, "amounts");
        return new ColumnSettling(order, next.clone(), left.clone(), rows).settled(customers, amounts);
    }

    /** How many customers there are. */
    public int customerCount() {
        return next.length;
    }

    /** Tells of all that is open: customer by customer, then by due date, then by row. */
    public void forEachOpen(OpenItems sink) {
        for (int customer = 0; customer < next.length; customer++) {
            for (int at = next[customer]; at < order.end(customer); at++) {
                boolean isBegun = at == next[customer] && left[customer] != 0;
                sink.accept(customer, order.item(at), isBegun ? left[customer] : order.open(at));
            }
        }
    }

    /** For example {@code items of 3 customers}. */
    @Override
    public String toString() {
        return "items of " + next.length + " customers";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        int count = requireNonNull(order, "order").customers();
        int[] places = next.clone();
        long[] rests = left.clone();
        Require.that(places.length == count, "bulk.rows", "next", "must have " + count + " rows", places.length);
        Require.that(rests.length == count, "bulk.rows", "left", "must have " + count + " rows", rests.length);
        for (int customer = 0; customer < count; customer++) {
            int at = places[customer];
            int end = order.end(customer);
            String row = "[" + customer + "]";
            Require.that(
                    at >= order.start(customer) && at <= end,
                    "bulk.place",
                    "next" + row,
                    "must be between " + order.start(customer) + " and " + end,
                    at);
            long most = at == end ? 0 : order.open(at) - 1;
            Require.that(
                    rests[customer] >= 0 && rests[customer] <= most,
                    "bulk.left",
                    "left" + row,
                    "must be between 0 and " + most,
                    rests[customer]);
        }
        return new ColumnAllocation(order, places, rests);
    }
}
