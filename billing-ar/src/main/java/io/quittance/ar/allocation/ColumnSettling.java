package io.quittance.ar.allocation;

import io.quittance.core.internal.Require;

/**
 * Pays items with payments in columns, a block of them at a time: first it looks at all that the block will need, which then comes from
 * memory together. Makes no object for a payment or a line.
 */
final class ColumnSettling {
    private static final int BLOCK = 128;
    /** Items that fit in what memory gives at once. */
    private static final int NEIGHBOURS = 4;

    private final DueOrder order;
    private final int[] next;
    private final long[] left;
    private final LineBuffer lines;
    private final int[] ends;
    /** Keeps the compiler from leaving out what is only looked at. */
    @SuppressWarnings("UnusedVariable") // written to, which is all that is wanted
    private long seen;

    /**
     * @param next by customer: the first item of which something is open; written to
     * @param left by customer: what is open of it if a part is paid; written to
     */
    ColumnSettling(DueOrder order, int[] next, long[] left, int payments) {
        this.order = order;
        this.next = next;
        this.left = left;
        lines = new LineBuffer(payments);
        ends = new int[payments];
    }

    SettledColumns settled(int[] customers, long[] amounts) {
        for (int from = 0; from < customers.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, customers.length);
            seen += look(customers, amounts, from, to);
            for (int payment = from; payment < to; payment++) {
                pour(customers[payment], amounts[payment]);
                ends[payment] = lines.count();
            }
        }
        return new SettledColumns(ends, lines, new ColumnAllocation(order, next, left));
    }

    private long look(int[] customers, long[] amounts, int from, int to) {
        long looked = 0;
        int last = order.size() - 1;
        for (int payment = from; payment < to; payment++) {
            int customer = customers[payment];
            if (customer < 0 || customer >= next.length || amounts[payment] <= 0) {
                DueOrder.requireCustomer(customer, next.length, payment);
                Require.that(
                        amounts[payment] > 0,
                        "payment.amount",
                        "amounts[" + payment + "]",
                        "must be more than 0",
                        amounts[payment]);
            }
            int at = next[customer];
            if (at <= last) {
                looked += order.open(at) + order.open(Math.min(at + NEIGHBOURS, last)) + left[customer];
            }
        }
        return looked;
    }

    private void pour(int customer, long amount) {
        int at = next[customer];
        int end = order.end(customer);
        long money = amount;
        if (at < end) {
            long begun = left[customer];
            long open = begun != 0 ? begun : order.open(at);
            long rest = 0;
            while (money > 0) {
                if (money < open) {
                    lines.add(order.item(at), money);
                    rest = open - money;
                    money = 0;
                } else {
                    lines.add(order.item(at), open);
                    money -= open;
                    at++;
                    if (at == end) {
                        break;
                    }
                    open = order.open(at);
                }
            }
            next[customer] = at;
            left[customer] = rest;
        }
        if (money > 0) {
            lines.add(SettledColumns.ON_ACCOUNT, money);
        }
    }
}
