package io.quittance.benchmarks.w3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a user writes: decimals, and an array of sums by rate. */
final class DecimalLoops {
    private static final BigDecimal[] RATES = {new BigDecimal("0.19"), new BigDecimal("0.07"), BigDecimal.ZERO};

    /** @param rate its place in the table of rates */
    record Line(BigDecimal quantity, BigDecimal price, BigDecimal allowance, int rate) {}

    private record Totals(BigDecimal withoutTax, BigDecimal tax, BigDecimal withTax) {}

    private DecimalLoops() {}

    static List<List<Line>> documents(Invoices in) {
        var documents = new ArrayList<List<Line>>();
        int row = 0;
        for (int i = 0; i < in.count; i++) {
            var lines = new ArrayList<Line>(in.ends[i] - row);
            for (; row < in.ends[i]; row++) {
                lines.add(new Line(in.quantity(row), in.price(row), in.allowance(row), in.rates[row]));
            }
            documents.add(lines);
        }
        return documents;
    }

    static long sums(List<List<Line>> documents) {
        var checksum = new Checksum();
        for (List<Line> lines : documents) {
            Totals totals = totals(lines);
            checksum.invoice(cents(totals.withoutTax()), cents(totals.tax()), cents(totals.withTax()));
        }
        return checksum.value();
    }

    private static Totals totals(List<Line> lines) {
        var taxable = new BigDecimal[RATES.length];
        Arrays.fill(taxable, BigDecimal.ZERO);
        for (Line line : lines) {
            BigDecimal net = line.quantity()
                    .multiply(line.price())
                    .setScale(2, RoundingMode.HALF_UP)
                    .subtract(line.allowance());
            taxable[line.rate()] = taxable[line.rate()].add(net);
        }
        BigDecimal withoutTax = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (int rate = 0; rate < RATES.length; rate++) {
            withoutTax = withoutTax.add(taxable[rate]);
            tax = tax.add(taxable[rate].multiply(RATES[rate]).setScale(2, RoundingMode.HALF_UP));
        }
        return new Totals(withoutTax, tax, withoutTax.add(tax));
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
