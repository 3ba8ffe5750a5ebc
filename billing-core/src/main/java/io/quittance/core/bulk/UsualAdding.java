package io.quittance.core.bulk;

import java.util.Arrays;

/**
 * Adds documents up whose numbers are none but usual: from 0 to 2^31, so that nothing can overflow and nothing must be checked
 * before a document ends. Takes a block of documents at a time, all their lines first and then all their taxes: so the taxes of a
 * document do not wait for its last line.
 */
final class UsualAdding {
    /** More would be asked for each document than it has. */
    private static final int MOST_TREATMENTS = 16;
    /** How many sums of documents by treatments a block has; these stay in the first-level cache. */
    private static final int BLOCK = 1_024;

    /** One line: lines are counted above what is taxable, which has {@value #SUM_BITS} bits. */
    private static final long LINE = 1L << 48;

    private static final int SUM_BITS = 47;
    /** As many lines, of at most 31 bits each, leave neither count nor sum their bits. */
    private static final int MOST_LINES = 1 << 15;

    private final InvoiceBatch batch;
    private final Rescaling goods;
    private final TaxRates rates;
    private final SumColumns sums;

    /** Of the block: by document and treatment, what is taxable and above it the number of lines. */
    private final long[] counted;
    /** Of the block: by document, all bits that one of its numbers has. */
    private final long[] bits;

    private int first;

    UsualAdding(InvoiceBatch batch, Rescaling goods, TaxRates rates, SumColumns sums) {
        this.batch = batch;
        this.goods = goods;
        this.rates = rates;
        this.sums = sums;
        counted = new long[BLOCK];
        bits = new long[BLOCK];
    }

    /** Whether it is made for such roundings and so many treatments. */
    static boolean isFor(Rescaling goods, TaxRates rates) {
        return goods.isPlain() && rates.count() <= MOST_TREATMENTS;
    }

    /** Takes the lines of a block in, from a document on; gives the document after its last. Treatments are those that there are. */
    @PerRow
    int take(int from) {
        // no loop is hotter: what it reads is kept in variables
        long[] quantities = batch.quantities();
        long[] prices = batch.prices();
        long[] allowances = batch.allowances();
        int[] treatments = batch.treatments();
        long[] counts = counted;
        Rescaling rounded = goods;
        int width = rates.count();
        int to = Math.min(from + BLOCK / width, batch.end());
        first = from;
        Arrays.fill(counts, 0);
        int row = batch.firstRow(from);
        int base = 0;
        for (int document = from; document < to; document++) {
            long factors = 0;
            long amounts = 0;
            for (int end = batch.endRow(document); row < end; row++) {
                int treatment = treatments[row];
                if (treatment < 0 || treatment >= width) {
                    batch.refuseTreatment(row, width);
                }
                long quantity = quantities[row];
                long price = prices[row];
                long allowance = allowances[row];
                long amount = rounded.quotient(quantity * price);
                counts[base + treatment] += amount - allowance + LINE;
                factors |= quantity | price;
                amounts |= amount | allowance;
            }
            bits[document - from] = factors | amounts;
            base += width;
        }
        return to;
    }

    /**
     * Ends a document of the block; false, and nothing was done, where a number of it is not usual. Writes a subtotal for every
     * treatment, over the one before if no line had that: a branch would wait for the sums.
     */
    @PerRow
    boolean end(int document) {
        long[] counts = counted;
        long[] subtotals = sums.subtotals();
        TaxRates taxes = rates;
        int width = taxes.count();
        int base = (document - first) * width;
        int at = sums.filled();
        long withoutTax = 0;
        long tax = 0;
        long sizes = 0;
        for (int treatment = 0; treatment < width; treatment++) {
            long count = counts[base + treatment];
            long taxable = count - ((count + LINE / 2) & -LINE);
            long itsTax = taxes.tax(treatment, taxable);
            subtotals[SumColumns.WIDTH * at] = treatment;
            subtotals[SumColumns.WIDTH * at + 1] = taxable;
            subtotals[SumColumns.WIDTH * at + 2] = itsTax;
            at += (int) ((count | -count) >>> (Long.SIZE - 1));
            sizes |= itsTax ^ (itsTax >> (Long.SIZE - 1));
            withoutTax += taxable;
            tax += itsTax;
        }
        boolean isUsual = bits[document - first] >>> Rescaling.USUAL_BITS == 0
                && sizes >>> SUM_BITS == 0
                && batch.endRow(document) - batch.firstRow(document) < MOST_LINES;
        if (isUsual) {
            sums.end(document, at, withoutTax, tax);
        }
        return isUsual;
    }
}
