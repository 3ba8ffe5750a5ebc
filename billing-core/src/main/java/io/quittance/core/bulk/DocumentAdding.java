package io.quittance.core.bulk;

import static io.quittance.core.bulk.Rescaling.LARGE;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds the documents of a batch up: counts their subtotals first, so that the columns are as long as they must be. */
final class DocumentAdding {
    private final InvoiceBatch batch;
    private final long[] quantities;
    private final long[] prices;
    private final long[] allowances;
    private final int[] treatments;
    private final Rescaling goods;
    private final TaxRates rates;
    private final int scale;

    /** By treatment: the document that had it last while they are counted, then its subtotal in the document at hand. */
    private final int[] last;

    /**
     * @param goods rounds quantity times price
     * @param scale decimal places of the sums
     */
    DocumentAdding(InvoiceBatch batch, Rescaling goods, TaxRates rates, int scale) {
        this.batch = batch;
        this.goods = goods;
        this.rates = rates;
        this.scale = scale;
        quantities = batch.quantities();
        prices = batch.prices();
        allowances = batch.allowances();
        treatments = batch.treatments();
        last = new int[rates.count()];
    }

    SumColumns sums() {
        var sums = new SumColumns(batch.start(), batch.end() - batch.start(), count(), scale);
        Arrays.fill(last, -1);
        int subtotal = 0;
        for (int document = batch.start(); document < batch.end(); document++) {
            int end = fill(sums, document, subtotal);
            subtotal = end < 0 ? large(sums, document, subtotal) : end;
        }
        return sums;
    }

    /** How many subtotals there are; a document has at least one row and a row a treatment that there is. */
    @PerRow
    private int count() {
        Arrays.fill(last, -1);
        int count = 0;
        for (int document = batch.start(); document < batch.end(); document++) {
            int first = batch.firstRow(document);
            int end = batch.endRow(document);
            if (first < 0 || first >= end || end > treatments.length) {
                refuseEnd(document);
            }
            for (int row = first; row < end; row++) {
                int treatment = treatments[row];
                if (treatment < 0 || treatment >= last.length) {
                    refuseTreatment(row);
                }
                if (last[treatment] != document) {
                    last[treatment] = document;
                    count++;
                }
            }
        }
        return count;
    }

    private void refuseEnd(int document) {
        int refused = batch.firstRow(document) < 0 ? document - 1 : document;
        Require.that(
                false,
                "bulk.document",
                "ends[" + refused + "]",
                "must be from " + Math.max(1, batch.firstRow(refused) + 1) + " to " + treatments.length
                        + ", as a document has a line",
                batch.endRow(refused));
    }

    private void refuseTreatment(int row) {
        Require.that(
                false,
                "bulk.treatment",
                "treatments[" + row + "]",
                "must be from 0 to " + (last.length - 1),
                treatments[row]);
    }

    /** Adds a document up; gives the subtotal after its last one, or -1 where that may take more than a {@code long}. */
    @PerRow
    private int fill(SumColumns sums, int document, int first) {
        int end = first;
        for (int row = batch.firstRow(document); row < batch.endRow(document); row++) {
            long net = net(row);
            if (net == LARGE) {
                return -1;
            }
            int treatment = treatments[row];
            int subtotal = last[treatment];
            if (subtotal < first) {
                subtotal = end++;
                last[treatment] = subtotal;
                sums.begin(subtotal, treatment, net);
            } else if (!sums.add(subtotal, net)) {
                return -1;
            }
        }
        for (int subtotal = first; subtotal < end; subtotal++) {
            long tax = rates.tax(sums.subtotalTreatment(subtotal), sums.subtotalTaxable(subtotal));
            if (tax == LARGE) {
                return -1;
            }
            sums.setTax(subtotal, tax);
        }
        sums.end(document, end);
        return sums.fits(document) ? end : -1;
    }

    /** What a line comes to; {@link Rescaling#LARGE} where that may take more than a {@code long}. */
    @PerRow
    private long net(int row) {
        long quantity = quantities[row];
        long price = prices[row];
        if (price < 0) {
            refusePrice(row);
        }
        if (!LongMath.fitsProduct(quantity, price)) {
            return LARGE;
        }
        long amount = goods.apply(quantity * price);
        long allowance = allowances[row];
        long net = amount - allowance;
        return amount == LARGE || ((amount ^ allowance) & (amount ^ net)) < 0 ? LARGE : net;
    }

    private void refusePrice(int row) {
        Require.that(
                false,
                "price.negative",
                "prices[" + row + "]",
                "must not be negative; use a negative quantity (BR-27)",
                prices[row]);
    }

    /** As {@link #fill} for numbers of any size, which may take each other back: what it comes to must fit. */
    private int large(SumColumns sums, int document, int first) {
        List<Integer> order = new ArrayList<>();
        List<BigInteger> taxables = new ArrayList<>();
        for (int row = batch.firstRow(document); row < batch.endRow(document); row++) {
            int at = order.indexOf(treatments[row]);
            if (at < 0) {
                order.add(treatments[row]);
                taxables.add(largeNet(row));
            } else {
                taxables.set(at, taxables.get(at).add(largeNet(row)));
            }
        }
        int end = first;
        for (int i = 0; i < order.size(); i++) {
            int treatment = order.get(i);
            BigInteger taxable = taxables.get(i);
            last[treatment] = end;
            sums.begin(end, treatment, SumColumns.requireLong(taxable, document));
            sums.setTax(end, SumColumns.requireLong(largeTax(treatment, taxable, document), document));
            end++;
        }
        sums.end(document, end);
        sums.requireFit(document);
        return end;
    }

    private BigInteger largeNet(int row) {
        if (prices[row] < 0) {
            refusePrice(row);
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
