package io.quittance.examples.erp;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceNumbering;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.json.InvoiceJson;
import java.sql.Connection;
import java.util.Locale;
import java.util.function.Function;

/**
 * Draws numbers from {@code document_number} in the transaction that stores the document, so that both are kept or neither.
 *
 * <p>A {@code SEQUENCE} is not gapless, and is not meant to be: {@code nextval} is never rolled back, so each transaction that fails
 * leaves a gap, and values that a session has cached are lost with it. The row of a counter is locked by its update until the transaction
 * ends: who comes next waits, and gets the same number if it was given back. So numbers are drawn as late as possible.
 */
record Numbers(Connection connection, ContractId contract) implements InvoiceNumbering {

    /** Opens a series, if it is new; how many that were. */
    static int open(Connection connection, InvoiceSeries series) {
        return Sql.update(
                connection,
                "insert into document_number (series, last) values (?, 0) on conflict (series) do nothing",
                series.name());
    }

    // README number begins
    @Override
    public Invoice issue(InvoiceSeries series, Function<InvoiceNumber, Invoice> document) {
        long position = Sql.one(
                        connection,
                        "update document_number set last = last + 1 where series = ? returning last",
                        row -> row.getLong(1),
                        series.name())
                .orElseThrow(() -> new IllegalStateException("series " + series.name() + " is not open"));
        String number = String.format(Locale.ROOT, "%s-%06d", series.name(), position);
        Invoice invoice = document.apply(new InvoiceNumber(number));
        insert(invoice, series, position);
        return invoice;
    }
    // README number ends

    private void insert(Invoice invoice, InvoiceSeries series, long position) {
        Sql.update(
                connection,
                "insert into invoice (number, series, position, contract, customer, issue_date, type, net, due, hash, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                invoice.number().value(),
                series.name(),
                position,
                contract.value(),
                invoice.customer().value(),
                invoice.issueDate(),
                invoice.type().code(),
                invoice.totals().withoutTax().toBigDecimal(),
                invoice.amountDue().toBigDecimal(),
                invoice.contentHash(),
                InvoiceJson.write(invoice));
    }
}
