package io.quittance.core.bulk;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * What documents add up to, in columns. A document has a subtotal for each treatment that one of its lines has, in the order of
 * {@link InvoiceSums#treatments()}. Amounts are unscaled: at scale 2, 31498 is 314.98.
 *
 * <pre>{@code
 * for (int document = sums.start(); document < sums.end(); document++) {
 *     total += sums.withTax(document);
 *     for (int i = sums.firstSubtotal(document); i < sums.endOfSubtotals(document); i++) {
 *         taxes[sums.subtotalTreatment(i)] += sums.subtotalTax(i);
 *     }
 * }
 * }</pre>
 */
public final class SumColumns implements Serializable {
    /** How many subtotals there may be, each treatment counted for as many documents as have lines enough. */
    public static final int MAX_SUBTOTALS = 1 << 28;

    /** A subtotal stands in one piece: its treatment, what is taxable, and its tax. */
    static final int WIDTH = 3;

    private static final long serialVersionUID = 1L;

    private final int start;
    private final int scale;
    // by document
    private final transient long[] withoutTax;

    private final transient long[] tax;
    /** The subtotal after its last one. */
    private final int[] ends;

    /** There may be room for more. */
    private final long[] subtotals;

    /** How many there are. */
    private transient int filled;

    /** Sums that are to be filled, document by document; there is room for one subtotal more. */
    SumColumns(int start, int documents, int mostSubtotals, int scale) {
        Require.that(
                mostSubtotals <= MAX_SUBTOTALS,
                "bulk.lines",
                "batch",
                "must have at most " + MAX_SUBTOTALS + " subtotals",
                mostSubtotals);
        this.start = start;
        this.scale = scale;
        withoutTax = new long[documents];
        tax = new long[documents];
        ends = new int[documents];
        subtotals = new long[WIDTH * (mostSubtotals + 1)];
    }

    private SumColumns(SumColumns full) {
        start = full.start;
        scale = full.scale;
        withoutTax = full.withoutTax;
        tax = full.tax;
        ends = full.ends;
        filled = full.filled;
        subtotals = Arrays.copyOf(full.subtotals, WIDTH * filled);
    }

    /** What came out of a serial stream, checked. */
    private SumColumns(int start, int scale, int[] ends, long[] subtotals) {
        this(start, ends.length, subtotals.length / WIDTH, CompiledPrice.requireScale(scale, "scale"));
        for (int document = start; document < end(); document++) {
            int end = ends[document - start];
            Require.that(
                    end > filled && end <= subtotals.length / WIDTH,
                    "bulk.document",
                    "ends[" + document + "]",
                    "must be from " + (filled + 1) + " to " + subtotals.length / WIDTH,
                    end);
            for (int i = WIDTH * filled; i < WIDTH * end; i += WIDTH) {
                add((int) subtotals[i], subtotals[i + 1], subtotals[i + 2]);
            }
            end(document);
        }
    }

    /** Adds a subtotal to the document at hand. */
    void add(int treatment, long taxable, long itsTax) {
        int at = WIDTH * filled;
        subtotals[at] = treatment;
        subtotals[at + 1] = taxable;
        subtotals[at + 2] = itsTax;
        filled++;
    }

    /** Where subtotals stand, {@value #WIDTH} numbers each, and from {@link #filled()} on may be written. */
    long[] subtotals() {
        return subtotals;
    }

    /** How many subtotals there are, of ended documents. */
    int filled() {
        return filled;
    }

    /** Ends the document at hand, whose subtotals stand before {@code end}. */
    @PerRow
    void end(int document, int end, long itsNet, long itsTax) {
        filled = end;
        withoutTax[document - start] = itsNet;
        tax[document - start] = itsTax;
        ends[document - start] = end;
    }

    /** Ends the document at hand; refuses sums that do not fit, by the document. Its parts may take each other back. */
    void end(int document) {
        BigInteger net = BigInteger.ZERO;
        BigInteger taxes = BigInteger.ZERO;
        for (int i = firstSubtotal(document); i < filled; i++) {
            net = net.add(BigInteger.valueOf(subtotalTaxable(i)));
            taxes = taxes.add(BigInteger.valueOf(subtotalTax(i)));
        }
        requireLong(net.add(taxes), document);
        end(document, filled, requireLong(net, document), requireLong(taxes, document));
    }

    /** A number of a document that must fit. */
    static long requireLong(BigInteger sum, int document) {
        if (sum.bitLength() >= Long.SIZE) {
            throw new InexactResultException("result.long", "sum", "must fit in a long", sum.toString())
                    .at("documents[" + document + "]");
        }
        return sum.longValue();
    }

    /** The same in columns that are not much longer than they must be. */
    SumColumns trimmed() {
        int room = subtotals.length / WIDTH;
        return filled < room - room / 4 - 1 ? new SumColumns(this) : this;
    }

    /** The number of the first document. */
    public int start() {
        return start;
    }

    /** The number after the last document. */
    public int end() {
        return start + ends.length;
    }

    /** How many decimal places the amounts have: those of the currency's minor unit. */
    public int scale() {
        return scale;
    }

    /** The sum of a document's lines (EN 16931, BT-109). */
    public long withoutTax(int document) {
        return withoutTax[document - start];
    }

    /** The sum of a document's taxes (BT-110). */
    public long tax(int document) {
        return tax[document - start];
    }

    /** Both together (BT-112). */
    public long withTax(int document) {
        return withoutTax[document - start] + tax[document - start];
    }

    /** The first subtotal of a document; there is at least one. */
    public int firstSubtotal(int document) {
        return document == start ? 0 : ends[document - start - 1];
    }

    /** The subtotal after the last one of a document. */
    public int endOfSubtotals(int document) {
        return ends[document - start];
    }

    /** The number of the treatment of a subtotal, as {@link InvoiceSums#treatments()} has them. */
    public int subtotalTreatment(int subtotal) {
        return (int) subtotals[WIDTH * subtotal];
    }

    /** The sum of the lines of a subtotal (BT-116). */
    public long subtotalTaxable(int subtotal) {
        return subtotals[WIDTH * subtotal + 1];
    }

    /** The tax of a subtotal, rounded (BT-117). */
    public long subtotalTax(int subtotal) {
        return subtotals[WIDTH * subtotal + 2];
    }

    /** For example {@code sums of documents 0 to 1000}. */
    @Override
    public String toString() {
        return "sums of documents " + start + " to " + end();
    }

    /** Made again on the way back in: sums follow from their subtotals. */
    private Object readResolve() {
        return new SumColumns(start, scale, ends, subtotals);
    }
}
