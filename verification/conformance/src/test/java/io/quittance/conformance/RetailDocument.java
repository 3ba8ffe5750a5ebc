package io.quittance.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.money.Amount;
import io.quittance.kpi.billing.Correction;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/**
 * A document of Online Retail: what its lines bill together.
 *
 * @param customer empty where the file names none
 */
record RetailDocument(String number, String customer, LocalDate date, long lines, Amount amount) {
    static final CurrencyUnit GBP = Monetary.getCurrency("GBP");

    static RetailDocument of(NamedCsvRecord row) {
        return new RetailDocument(
                row.getField("InvoiceNo"),
                row.getField("CustomerID"),
                LocalDate.parse(row.getField("InvoiceDate")),
                Long.parseLong(row.getField("Lines")),
                Amount.of(row.getField("Amount"), GBP));
    }

    /** One line of the file, as a document of its own. */
    static RetailDocument ofLine(NamedCsvRecord row) {
        BigDecimal amount =
                new BigDecimal(row.getField("Quantity")).multiply(new BigDecimal(row.getField("UnitPrice")));
        return new RetailDocument(
                row.getField("InvoiceNo"),
                row.getField("CustomerID"),
                LocalDate.parse(row.getField("InvoiceDate").substring(0, 10)),
                1,
                Amount.of(amount, GBP));
    }

    /** The same document with the lines of that part of it. */
    RetailDocument plus(RetailDocument part) {
        return new RetailDocument(number, customer, date, lines + part.lines, amount.add(part.amount));
    }

    /** The numbers of cancellations begin with C, those of adjustments of bad debt with A. */
    boolean isInvoice() {
        return !isCancellation() && !number.startsWith("A");
    }

    boolean isCancellation() {
        return number.startsWith("C");
    }

    /**
     * As billing sees it. What is below zero corrects an invoice that the file does not name: one of the day before the file begins, so that it counts in no period.
     */
    IssuedInvoice billed(LocalDate beforeAll) {
        String customerOrNone = customer.isEmpty() ? "unknown" : customer;
        if (!isCancellation() && amount.signum() >= 0) {
            return IssuedInvoice.of(number, customerOrNone, lines, amount, Instant.EPOCH)
                    .with(Stage.ISSUED, date);
        }
        return IssuedInvoice.of("corrected by " + number, customerOrNone, lines, Amount.zero(GBP), Instant.EPOCH)
                .with(Stage.ISSUED, beforeAll)
                .with(Correction.of(number, date, Correction.Reason.RETURN, amount.negate(), lines));
    }
}
