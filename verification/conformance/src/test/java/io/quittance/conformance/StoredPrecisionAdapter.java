package io.quittance.conformance;

import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code stored_precision}: the total of an invoice is rounded when it is made, so that a payment closes it. */
final class StoredPrecisionAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.decimal(input, "unit").scale());
        Invoice invoice = InvoiceDraft.builder(Settled.CUSTOMER, Input.CURRENCY)
                .paymentTerms(PaymentTerms.net(0))
                .taxPolicy(new TaxPerGroup(rounding))
                .line(InvoiceLine.billed("line", Fraction.ONE, "C62", Input.amount(input, "net"), List.of())
                        .taxed(TaxTreatment.of(new TaxCategory("ANY"), TaxRate.of(Input.decimal(input, "tax_pct")))))
                .build()
                .issue("invoice", Settled.DAY.toString());
        OpenItem item = OpenItem.of(Receivable.of(invoice));
        return Map.of(
                "invoice_total",
                invoice.totals().withTax(),
                "open",
                Settled.settled(
                                Settled.payment(Settled.DAY, Input.amount(input, "payment")),
                                List.of(item),
                                new OldestDueFirst(),
                                SettlementPolicy.MONEY_ONLY)
                        .openAfter(item));
    }
}
