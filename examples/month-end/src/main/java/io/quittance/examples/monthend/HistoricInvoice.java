package io.quittance.examples.monthend;

import io.quittance.core.invoice.Invoice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the receivables data: an invoice, when it was settled, and whether it was disputed before.
 *
 * @param settled null if it is still open
 */
record HistoricInvoice(Invoice invoice, @Nullable LocalDate settled, boolean disputed) {

    /** Disputes open on the due date, or on the day of settlement where this came first. */
    LocalDate disputeOpened() {
        return settled != null && settled.isBefore(invoice.dueDate()) ? settled : invoice.dueDate();
    }
}
