package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.Variant;
import io.quittance.benchmarks.w3.Checksum;
import io.quittance.benchmarks.w3.Invoices;
import io.quittance.benchmarks.w3.Peers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mustangproject.Allowance;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ZUGFeRD.TransactionCalculator;

/** Mustang's calculator of invoices, by the two calls that a user makes; its invoices are made before. */
public final class Mustang implements Peers {

    @Override
    public List<Variant> variants(Invoices in) {
        List<Invoice> invoices = invoices(in);
        return List.of(Variant.of("mustang: TransactionCalculator", in.lines(), () -> sums(invoices)));
    }

    private static List<Invoice> invoices(Invoices in) {
        var invoices = new ArrayList<Invoice>();
        int row = 0;
        for (int i = 0; i < in.count(); i++) {
            var invoice = new Invoice();
            for (; row < in.end(i); row++) {
                var product = new Product("piece", "", "C62", BigDecimal.valueOf(in.percent(row)));
                var item = new Item(product, in.price(row), in.quantity(row));
                if (in.allowance(row).signum() != 0) {
                    item.addAllowance(new Allowance(in.allowance(row)));
                }
                invoice.addItem(item);
            }
            invoices.add(invoice);
        }
        return invoices;
    }

    private static long sums(List<Invoice> invoices) {
        var checksum = new Checksum();
        for (Invoice invoice : invoices) {
            var calculator = new TransactionCalculator(invoice);
            long withTax = cents(calculator.getGrandTotal());
            long withoutTax = cents(calculator.getTaxBasis());
            checksum.invoice(withoutTax, withTax - withoutTax, withTax);
        }
        return checksum.value();
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
