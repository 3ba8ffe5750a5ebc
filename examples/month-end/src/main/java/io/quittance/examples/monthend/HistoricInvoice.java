package io.quittance.examples.monthend;

import io.quittance.core.invoice.Invoice;
import java.time.LocalDate;

/** One row of the receivables data: an invoice, when it was settled, and whether it was disputed before. */
record HistoricInvoice(Invoice invoice, LocalDate settled, boolean disputed) {

    /** Disputes open on the due date, or on the day of settlement where this came first. */
    LocalDate disputeOpened() {
        return settled.isBefore(invoice.dueDate()) ? settled : invoice.dueDate();
    }
}
