package io.quittance.benchmarks.w3;

/** The checksum of W3: over the sums of invoices in order. */
public final class Checksum {
    private static final long START = 17;
    private static final long FACTOR = 31 * 31 * 31;

    private long hash = START;

    /** What an invoice comes to, in cents. */
    public void invoice(long withoutTax, long tax, long withTax) {
        hash = ((31 * hash + withoutTax) * 31 + tax) * 31 + withTax;
    }

    /** The checksum of the invoices that came in. */
    public long value() {
        return hash;
    }

    /** The checksum of these invoices and those that follow them. */
    long followedBy(Checksum others, int invoices) {
        long first = hash - START;
        for (int i = 0; i < invoices; i++) {
            first *= FACTOR;
        }
        return first + others.hash;
    }
}
