package io.quittance.core.bulk;

import static io.quittance.core.bulk.Rescaling.LARGE;

import io.quittance.core.error.InexactResultException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Adds the documents of a batch up, one after the other, in numbers as large as they need. */
final class DocumentAdding {
    private final InvoiceBatch batch;
    private final long[] quantities;
    private final long[] prices;
    private final long[] allowances;
    private final int[] treatments;
    private final Rescaling goods;
    private final TaxRates rates;

    // by treatment: what is taxable in the document at hand, and of how many lines
    private final long[] taxables;
    private final int[] lines;

    private final SumColumns sums;

    /**
     * @param goods rounds quantity times price
     * @param scale decimal places of the sums
     */
    DocumentAdding(InvoiceBatch batch, Rescaling goods, TaxRates rates, int scale) {
        this.batch = batch;
        this.goods = goods;
        this.rates = rates;
        quantities = batch.quantities();
        prices = batch.prices();
        allowances = batch.allowances();
        treatments = batch.treatments();
        taxables = new long[rates.count()];
        lines = new int[rates.count()];
        int most = batch.mostSubtotals(rates.count());
        sums = new SumColumns(batch.start(), batch.end() - batch.start(), most, scale);
    }

    SumColumns sums() {
        if (UsualAdding.isFor(goods, rates)) {
            var usual = new UsualAdding(batch, goods, rates, sums);
            int document = batch.start();
            while (document < batch.end()) {
                for (int end = usual.take(document); document < end; document++) {
                    if (!usual.end(document)) {
                        add(document);
                    }
                }
            }
        } else {
            for (int document = batch.start(); document < batch.end(); document++) {
                add(document);
            }
        }
        return sums.trimmed();
    }

    private void add(int document) {
        if (!(take(document) && end(document))) {
            addLarge(document);
        }
        Arrays.fill(taxables, 0);
        Arrays.fill(lines, 0);
    }

    /** Takes the lines of a document in; false where that may take more than a {@code long}. */
    @PerRow
    private boolean take(int document) {
        for (int row = batch.firstRow(document); row < batch.endRow(document); row++) {
            int treatment = treatments[row];
            if (treatment < 0 || treatment >= taxables.length) {
                batch.refuseTreatment(row, taxables.length);
            }
            long net = net(row);
            long before = taxables[treatment];
            long after = before + net;
            if (net == LARGE || ((before ^ after) & (net ^ after)) < 0) {
                return false;
            }
            taxables[treatment] = after;
            lines[treatment]++;
        }
        return true;
    }

    /** What a line comes to; {@link Rescaling#LARGE} where that may take more than a {@code long}. */
    @PerRow
    private long net(int row) {
        long price = prices[row];
        if (price < 0) {
            batch.refusePrice(row);
        }
        long amount = goods.product(quantities[row], price);
        long allowance = allowances[row];
        long net = amount - allowance;
        return amount == LARGE || ((amount ^ allowance) & (amount ^ net)) < 0 ? LARGE : net;
    }

    /** Ends a document; false, and nothing was done, where its sums may take more than a {@code long}. */
    @PerRow
    private boolean end(int document) {
        int at = sums.filled();
        long[] subtotals = sums.subtotals();
        long withoutTax = 0;
        long tax = 0;
        long carried = 0;
        for (int treatment = 0; treatment < taxables.length; treatment++) {
            if (lines[treatment] > 0) {
                long taxable = taxables[treatment];
                long itsTax = rates.tax(treatment, taxable);
                if (itsTax == LARGE) {
                    return false;
                }
                subtotals[SumColumns.WIDTH * at] = treatment;
                subtotals[SumColumns.WIDTH * at + 1] = taxable;
                subtotals[SumColumns.WIDTH * at + 2] = itsTax;
                at++;
                carried |= carry(withoutTax, taxable) | carry(tax, itsTax);
                withoutTax += taxable;
                tax += itsTax;
            }
        }
        if ((carried | carry(withoutTax, tax)) < 0) {
            return false;
        }
        sums.end(document, at, withoutTax, tax);
        return true;
    }

    /** Negative where the sum of the two does not fit. */
    private static long carry(long one, long other) {
        return (one ^ (one + other)) & (other ^ (one + other));
    }

    /** Adds a document up anew in numbers of any size, which may take each other back: what it comes to must fit. */
    private void addLarge(int document) {
        var large = new TreeMap<Integer, BigInteger>();
        for (int row = batch.firstRow(document); row < batch.endRow(document); row++) {
            if (treatments[row] < 0 || treatments[row] >= taxables.length) {
                batch.refuseTreatment(row, taxables.length);
            }
            large.merge(treatments[row], largeNet(row), BigInteger::add);
        }
        for (Map.Entry<Integer, BigInteger> taxable : large.entrySet()) {
            BigInteger tax = largeTax(taxable.getKey(), taxable.getValue(), document);
            sums.add(
                    taxable.getKey(),
                    SumColumns.requireLong(taxable.getValue(), document),
                    SumColumns.requireLong(tax, document));
        }
        sums.end(document);
    }

    private BigInteger largeNet(int row) {
        if (prices[row] < 0) {
            batch.refusePrice(row);
        }
        try {
            return goods.apply(BigInteger.valueOf(quantities[row]).multiply(BigInteger.valueOf(prices[row])))
                    .subtract(BigInteger.valueOf(allowances[row]));
        } catch (InexactResultException e) {
            throw e.at("rows[" + row + "]");
        }
    }

    private BigInteger largeTax(int treatment, BigInteger taxable, int document) {
        try {
            return rates.tax(treatment, taxable);
        } catch (InexactResultException e) {
            throw e.at("documents[" + document + "]");
        }
    }
}
