package io.quittance.core.bulk;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * What documents add up to, in columns. A document has a subtotal for each treatment that one of its lines has, in the order in
 * which they name them; its sums are those of its subtotals. Amounts are unscaled: at scale 2, 31498 is 314.98.
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
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int scale;
    /** By document: the subtotal after its last one. */
    private final int[] ends;

    private final int[] treatments;
    private final long[] taxables;
    private final long[] taxes;

    /** Sums that are to be filled. */
    SumColumns(int start, int documents, int subtotals, int scale) {
        this.start = start;
        this.scale = scale;
        ends = new int[documents];
        treatments = new int[subtotals];
        taxables = new long[subtotals];
        taxes = new long[subtotals];
    }

    private SumColumns(SumColumns read) {
        start = read.start;
        scale = CompiledPrice.requireScale(read.scale, "scale");
        ends = read.ends.clone();
        treatments = read.treatments.clone();
        taxables = requireLength(read.taxables, treatments.length, "taxables");
        taxes = requireLength(read.taxes, treatments.length, "taxes");
        requireEnds();
        for (int document = start; document < end(); document++) {
            requireFit(document);
        }
    }

    private static long[] requireLength(long[] column, int length, String argument) {
        Require.that(column.length == length, "bulk.lines", argument, "must be " + length, column.length);
        return column.clone();
    }

    private void requireEnds() {
        int before = 0;
        for (int i = 0; i < ends.length; i++) {
            Require.that(ends[i] > before, "bulk.document", "ends[" + i + "]", "must be more than " + before, ends[i]);
            before = ends[i];
        }
        Require.that(before == treatments.length, "bulk.lines", "ends", "must end with " + treatments.length, before);
    }

    @PerRow
    void end(int document, int subtotal) {
        ends[document - start] = subtotal;
    }

    /** Begins a subtotal with what its first line comes to. */
    @PerRow
    void begin(int subtotal, int treatment, long net) {
        treatments[subtotal] = treatment;
        taxables[subtotal] = net;
    }

    /** Adds a line to a subtotal; says whether the sum fits. */
    @PerRow
    boolean add(int subtotal, long net) {
        long before = taxables[subtotal];
        long after = before + net;
        taxables[subtotal] = after;
        return ((before ^ after) & (net ^ after)) >= 0;
    }

    @PerRow
    void setTax(int subtotal, long tax) {
        taxes[subtotal] = tax;
    }

    /** Whether the sums of a document surely fit in a {@code long}; else {@link #requireFit} asks exactly. */
    @PerRow
    boolean fits(int document) {
        long size = 0;
        for (int i = firstSubtotal(document); i < endOfSubtotals(document); i++) {
            size = added(size, added(Math.abs(taxables[i]), Math.abs(taxes[i])));
        }
        return size >= 0;
    }

    /** The sum of two numbers of which a negative one means too large. */
    private static long added(long one, long other) {
        return (one | other | (one + other)) < 0 ? -1 : one + other;
    }

    /** Refuses a document whose sums do not fit, by its number; parts that do not fit together may take each other back. */
    void requireFit(int document) {
        BigInteger withoutTax = BigInteger.ZERO;
        BigInteger tax = BigInteger.ZERO;
        for (int i = firstSubtotal(document); i < endOfSubtotals(document); i++) {
            withoutTax = withoutTax.add(BigInteger.valueOf(taxables[i]));
            tax = tax.add(BigInteger.valueOf(taxes[i]));
        }
        requireLong(withoutTax, document);
        requireLong(tax, document);
        requireLong(withoutTax.add(tax), document);
    }

    /** A sum of a document that must fit. */
    static long requireLong(BigInteger sum, int document) {
        if (sum.bitLength() >= Long.SIZE) {
            throw new InexactResultException("result.long", "sum", "must fit in a long", sum.toString())
                    .at("documents[" + document + "]");
        }
        return sum.longValue();
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
    @PerRow
    public long withoutTax(int document) {
        long sum = 0;
        for (int i = firstSubtotal(document); i < endOfSubtotals(document); i++) {
            sum += taxables[i];
        }
        return sum;
    }

    /** The sum of a document's taxes (BT-110). */
    @PerRow
    public long tax(int document) {
        long sum = 0;
        for (int i = firstSubtotal(document); i < endOfSubtotals(document); i++) {
            sum += taxes[i];
        }
        return sum;
    }

    /** Both together (BT-112). */
    public long withTax(int document) {
        return withoutTax(document) + tax(document);
    }

    /** The first subtotal of a document; there is at least one. */
    @PerRow
    public int firstSubtotal(int document) {
        return document == start ? 0 : ends[document - start - 1];
    }

    /** The subtotal after the last one of a document. */
    @PerRow
    public int endOfSubtotals(int document) {
        return ends[document - start];
    }

    /** The number of the treatment of a subtotal, as {@link InvoiceSums#treatments()} has them. */
    public int subtotalTreatment(int subtotal) {
        return treatments[subtotal];
    }

    /** The sum of the lines of a subtotal (BT-116). */
    public long subtotalTaxable(int subtotal) {
        return taxables[subtotal];
    }

    /** The tax of a subtotal, rounded (BT-117). */
    public long subtotalTax(int subtotal) {
        return taxes[subtotal];
    }

    /** For example {@code sums of documents 0 to 1000}. */
    @Override
    public String toString() {
        return "sums of documents " + start + " to " + end();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new SumColumns(this);
    }
}
