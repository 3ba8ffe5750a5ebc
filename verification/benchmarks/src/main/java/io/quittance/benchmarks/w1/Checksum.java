package io.quittance.benchmarks.w1;

/** The checksum of W1: lines by customer and meter, and each customer's invoice after its lines. */
public final class Checksum {
    private long hash = 17;
    private long invoice;

    /** The next line, in cents. */
    public void line(long cents) {
        hash = 31 * hash + cents;
        invoice += cents;
    }

    /** All lines of a customer are in. */
    public void endOfCustomer() {
        endOfCustomer(invoice);
    }

    /** As {@link #endOfCustomer()}, where the variant has an invoice sum of its own. */
    public void endOfCustomer(long invoiceCents) {
        hash = 1_000_003 * hash + invoiceCents;
        invoice = 0;
    }

    /** The checksum of what came in. */
    public long value() {
        return hash;
    }

    /** Of all lines, in cents, by customer and meter. */
    public static long of(long[] cents) {
        var checksum = new Checksum();
        for (int line = 0; line < cents.length; line++) {
            checksum.line(cents[line]);
            if ((line + 1) % Usage.METERS == 0) {
                checksum.endOfCustomer();
            }
        }
        return checksum.value();
    }
}
