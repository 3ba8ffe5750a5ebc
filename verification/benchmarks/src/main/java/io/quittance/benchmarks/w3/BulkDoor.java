package io.quittance.benchmarks.w3;

import io.quittance.benchmarks.Pair;
import io.quittance.core.bulk.InvoiceBatch;
import io.quittance.core.bulk.InvoiceSums;
import io.quittance.core.bulk.PricedLine;
import io.quittance.core.bulk.SumColumns;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** The public API that ships. */
final class BulkDoor {
    static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    static final Rounding CENTS = Rounding.halfUp(2);
    static final TaxTreatment STANDARD = TaxTreatment.standard("19");
    private static final List<TaxTreatment> TREATMENTS =
            List.of(STANDARD, TaxTreatment.standard("7"), TaxTreatment.zeroRated());

    private BulkDoor() {}

    /** The same decimals as the lines that a user adds up by hand. */
    static List<List<PricedLine>> documents(List<List<DecimalLoops.Line>> decimals) {
        var documents = new ArrayList<List<PricedLine>>();
        for (List<DecimalLoops.Line> lines : decimals) {
            var priced = new ArrayList<PricedLine>(lines.size());
            for (DecimalLoops.Line line : lines) {
                priced.add(
                        new PricedLine(line.quantity(), line.price(), line.allowance(), TREATMENTS.get(line.rate())));
            }
            documents.add(priced);
        }
        return documents;
    }

    static long objects(List<List<PricedLine>> documents) {
        return checksum(documents).value();
    }

    static long objectsByTwo(List<List<PricedLine>> documents, Pair pair) {
        int half = documents.size() / 2;
        var parts = new Checksum[2];
        pair.run(
                () -> parts[0] = checksum(documents.subList(0, half)),
                () -> parts[1] = checksum(documents.subList(half, documents.size())));
        return parts[0].followedBy(parts[1], documents.size() - half);
    }

    private static Checksum checksum(List<List<PricedLine>> documents) {
        var checksum = new Checksum();
        InvoiceSums.of(EUR, CENTS, CENTS, TREATMENTS)
                .forEach(
                        documents,
                        sum -> checksum.invoice(
                                sum.withoutTax().toUnscaledLong(2),
                                sum.tax().toUnscaledLong(2),
                                sum.withTax().toUnscaledLong(2)));
        return checksum;
    }

    static long columns(Invoices in) {
        return checksum(batch(in)).value();
    }

    static long columnsByTwo(Invoices in, Pair pair) {
        InvoiceBatch batch = batch(in);
        int half = in.count / 2;
        var parts = new Checksum[2];
        pair.run(
                () -> parts[0] = checksum(batch.documents(0, half)),
                () -> parts[1] = checksum(batch.documents(half, in.count)));
        return parts[0].followedBy(parts[1], in.count - half);
    }

    private static InvoiceBatch batch(Invoices in) {
        return InvoiceBatch.of(in.ends, in.quantities, 3, in.prices, 4, in.allowances, in.rates);
    }

    private static Checksum checksum(InvoiceBatch batch) {
        SumColumns sums = InvoiceSums.of(EUR, CENTS, CENTS, TREATMENTS).columns(batch);
        var checksum = new Checksum();
        for (int document = sums.start(); document < sums.end(); document++) {
            checksum.invoice(sums.withoutTax(document), sums.tax(document), sums.withTax(document));
        }
        return checksum;
    }
}
