package io.quittance.conformance;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.receivable.InvoicePart;
import io.quittance.kpi.receivable.OwedInvoice;
import java.time.Instant;
import java.time.LocalDate;

/** A row of the IBM receivables, and what it is to the ledger and to the KPIs. */
record IbmInvoice(
        String number,
        String customer,
        String country,
        LocalDate issued,
        LocalDate due,
        LocalDate settled,
        Amount amount,
        boolean disputed,
        boolean electronic) {

    Receivable receivable() {
        return Receivable.of(ReceivableId.of(number), CustomerId.of(customer), issued, due, amount);
    }

    PaidInvoice paid() {
        return PaidInvoice.open(number, customer, issued, due, amount, Instant.EPOCH)
                .paidOn(settled, Instant.EPOCH);
    }

    OwedInvoice owed() {
        return OwedInvoice.of(number, customer, issued, due, amount, Instant.EPOCH);
    }

    InvoicePart part() {
        return InvoicePart.of(InvoicePart.Kind.PAYMENT, number, number, settled, amount, Instant.EPOCH);
    }

    /** The file has no lines: an invoice is one. */
    IssuedInvoice billed() {
        return IssuedInvoice.of(number, customer, 1, amount, Instant.EPOCH).with(Stage.ISSUED, issued);
    }
}
