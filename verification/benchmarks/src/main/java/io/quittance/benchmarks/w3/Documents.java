package io.quittance.benchmarks.w3;

import static io.quittance.benchmarks.w3.BulkDoor.CENTS;
import static io.quittance.benchmarks.w3.BulkDoor.EUR;

import io.quittance.core.bulk.PricedLine;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.money.Amount;
import java.util.List;

/** The documents that ship, with the reasons of every line and tax. */
final class Documents {
    private static final CustomerId CUSTOMER = new CustomerId("C");
    private static final PaymentTerms TERMS = PaymentTerms.net(30);

    private Documents() {}

    static long sums(List<List<PricedLine>> documents) {
        var checksum = new Checksum();
        for (List<PricedLine> lines : documents) {
            var draft = InvoiceDraft.builder(CUSTOMER, EUR).paymentTerms(TERMS);
            lines.forEach(line -> draft.line(line(line)));
            InvoiceTotals totals = draft.build().totals();
            checksum.invoice(
                    totals.withoutTax().toUnscaledLong(2),
                    totals.tax().toUnscaledLong(2),
                    totals.withTax().toUnscaledLong(2));
        }
        return checksum.value();
    }

    private static InvoiceLine line(PricedLine line) {
        InvoiceLine priced = InvoiceLine.priced("piece", line.quantity(), "C62", Amount.of(line.netPrice(), EUR), CENTS)
                .taxed(line.treatment());
        return line.allowance().signum() == 0
                ? priced
                : priced.with(AllowanceCharge.allowance(Amount.of(line.allowance(), EUR)));
    }
}
