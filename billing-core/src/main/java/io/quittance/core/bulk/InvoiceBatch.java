package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;

/**
 * Lines of documents in columns: row i says how much of something is billed, at what price, what comes off, and how it is taxed.
 * The rows of a document stand together; another column says where each document ends. The arrays stay the caller's: they are
 * not copied and must not change while the batch is in use.
 *
 * <p>Quantities and prices are unscaled: at scale 3, 1500 is 1.500. Allowances are whole minor units, cents for EUR. Treatments
 * are numbered as {@link InvoiceSums#treatments()} has them.
 */
public final class InvoiceBatch {
    private final int[] ends;
    private final long[] quantities;
    private final int quantityScale;
    private final long[] prices;
    private final int priceScale;
    private final long[] allowances;
    private final int[] treatments;
    private final int start;
    private final int end;

    private InvoiceBatch(
            int[] ends,
            long[] quantities,
            int quantityScale,
            long[] prices,
            int priceScale,
            long[] allowances,
            int[] treatments,
            int start,
            int end) {
        this.ends = ends;
        this.quantities = quantities;
        this.quantityScale = quantityScale;
        this.prices = prices;
        this.priceScale = priceScale;
        this.allowances = allowances;
        this.treatments = treatments;
        this.start = start;
        this.end = end;
    }

    /**
     * All documents of the columns.
     *
     * @param ends the row after the last one of each document, rising: {@code {2, 5}} are rows 0 and 1, and rows 2 to 4
     * @param quantities may be negative
     * @param quantityScale how many decimal places the quantities have, 0 to 18
     * @param prices of one unit, zero or more
     * @param priceScale how many decimal places the prices have, 0 to 18
     * @param allowances what comes off, in minor units of the currency, negative for a charge
     * @param treatments numbers from {@link InvoiceSums#ordinal}
     */
    public static InvoiceBatch of(
            int[] ends,
            long[] quantities,
            int quantityScale,
            long[] prices,
            int priceScale,
            long[] allowances,
            int[] treatments) {
        int rows = requireNonNull(quantities, "quantities").length;
        requireRows(requireNonNull(prices, "prices").length, rows, "prices");
        requireRows(requireNonNull(allowances, "allowances").length, rows, "allowances");
        requireRows(requireNonNull(treatments, "treatments").length, rows, "treatments");
        CompiledPrice.requireScale(quantityScale, "quantityScale");
        CompiledPrice.requireScale(priceScale, "priceScale");
        int documents = requireNonNull(ends, "ends").length;
        int last = documents == 0 ? 0 : ends[documents - 1];
        Require.that(last == rows, "bulk.rows", "ends", "must end with " + rows + ", the number of rows", last);
        return new InvoiceBatch(
                ends, quantities, quantityScale, prices, priceScale, allowances, treatments, 0, documents);
    }

    private static void requireRows(int length, int rows, String column) {
        Require.that(length == rows, "bulk.rows", column, "must have " + rows + " rows, as quantities has", length);
    }

    /**
     * Some of the documents, without copying them; a document keeps its number. Two threads take one half each.
     *
     * @param from the first document
     * @param to the document after the last one
     */
    public InvoiceBatch documents(int from, int to) {
        Require.that(
                from >= start && from <= to, "bulk.document", "from", "must be between " + start + " and " + to, from);
        Require.that(to <= end, "bulk.document", "to", "must be at most " + end, to);
        return new InvoiceBatch(ends, quantities, quantityScale, prices, priceScale, allowances, treatments, from, to);
    }

    /** The number of the first document: 0 unless documents were left out. */
    public int start() {
        return start;
    }

    /** The number after the last document. */
    public int end() {
        return end;
    }

    /** How many decimal places the quantities have. */
    public int quantityScale() {
        return quantityScale;
    }

    /** How many decimal places the prices have. */
    public int priceScale() {
        return priceScale;
    }

    /** The first row of a document. */
    @PerRow
    int firstRow(int document) {
        return document == 0 ? 0 : ends[document - 1];
    }

    /** The row after the last one of a document. */
    @PerRow
    int endRow(int document) {
        return ends[document];
    }

    /**
     * How many subtotals there may be: a document has no more of them than lines or treatments. Refuses a document without lines.
     */
    @PerRow
    int mostSubtotals(int treatmentCount) {
        int most = 0;
        for (int document = start; document < end; document++) {
            int first = firstRow(document);
            int last = ends[document];
            if (first < 0 || first >= last || last > treatments.length) {
                refuseEnd(first < 0 ? document - 1 : document);
            }
            most += Math.min(last - first, treatmentCount);
        }
        return most;
    }

    private void refuseEnd(int document) {
        Require.that(
                false,
                "bulk.document",
                "ends[" + document + "]",
                "must be from " + Math.max(1, firstRow(document) + 1) + " to " + treatments.length
                        + ", as a document has a line",
                ends[document]);
    }

    void refuseTreatment(int row, int treatmentCount) {
        Require.that(
                false,
                "bulk.treatment",
                "treatments[" + row + "]",
                "must be from 0 to " + (treatmentCount - 1),
                treatments[row]);
    }

    void refusePrice(int row) {
        Require.that(
                false,
                "price.negative",
                "prices[" + row + "]",
                "must not be negative; use a negative quantity (BR-27)",
                prices[row]);
    }

    long[] quantities() {
        return quantities;
    }

    long[] prices() {
        return prices;
    }

    long[] allowances() {
        return allowances;
    }

    int[] treatments() {
        return treatments;
    }

    /** For example {@code documents 0 to 1000}. */
    @Override
    public String toString() {
        return "documents " + start + " to " + end;
    }
}
