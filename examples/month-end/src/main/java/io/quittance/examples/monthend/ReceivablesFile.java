package io.quittance.examples.monthend;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.CurrencyUnit;

/** Reads the receivables data and builds each row as an invoice, by the builder that bills the telephone customers. */
final class ReceivablesFile {
    private static final String NUMBER = "invoiceNumber";
    private static final String CUSTOMER = "customerID";
    private static final String ISSUED = "InvoiceDate";
    private static final String DUE = "DueDate";
    private static final String AMOUNT = "InvoiceAmount";
    private static final String DISPUTED = "Disputed";
    private static final String SETTLED = "SettledDate";

    /** So that the keys that are made of a number stay within the library's bounds for ids. */
    private static final int LONGEST_NUMBER = 100;
    /** Ten years: beyond that the library takes no payment terms. */
    private static final int LONGEST_TERM = 3650;

    private final CurrencyUnit currency;
    private final Set<CustomerId> known;
    private final Set<InvoiceNumber> numbers;

    private ReceivablesFile(CurrencyUnit currency, Set<CustomerId> known, Set<InvoiceNumber> numbers) {
        this.currency = currency;
        this.known = known;
        this.numbers = numbers;
    }

    /**
     * Reads all rows.
     *
     * @param drawn numbers that other invoices of the same book have
     */
    static Reading<HistoricInvoice> read(
            Source source, Source customers, CurrencyUnit currency, Collection<InvoiceNumber> drawn) {
        Reading<CustomerId> known = CsvFile.read(
                customers,
                currency,
                List.of(CUSTOMER),
                row -> Optional.empty(),
                row -> row.made(CUSTOMER, () -> new CustomerId(row.text(CUSTOMER))));
        if (!known.rejected().isEmpty()) {
            throw new UnusableInputException(known.rejected().get(0).toString());
        }
        var file = new ReceivablesFile(currency, Set.copyOf(known.accepted()), new HashSet<>(drawn));
        return CsvFile.read(
                source,
                currency,
                List.of(NUMBER, CUSTOMER, ISSUED, DUE, AMOUNT, DISPUTED, SETTLED),
                row -> row.readableAmount(AMOUNT, currency),
                file::invoice);
    }

    /** Everything that can be wrong with a row is found here, so that all that is accepted can be posted. */
    private HistoricInvoice invoice(Row row) {
        var number = row.made(NUMBER, () -> new InvoiceNumber(row.text(NUMBER)));
        row.require(
                number.value().length() <= LONGEST_NUMBER,
                NUMBER,
                "must have at most " + LONGEST_NUMBER + " characters");
        var customer = row.made(CUSTOMER, () -> new CustomerId(row.text(CUSTOMER)));
        row.require(known.contains(customer), CUSTOMER, "must be a known customer");
        LocalDate issued = row.date(ISSUED);
        LocalDate due = notBeforeIssue(row, DUE, issued);
        long days = ChronoUnit.DAYS.between(issued, due);
        row.require(days <= LONGEST_TERM, DUE, "must be at most " + LONGEST_TERM + " days after " + ISSUED);
        LocalDate settled = row.isGiven(SETTLED) ? notBeforeIssue(row, SETTLED, issued) : null;
        Amount amount = row.amount(AMOUNT, currency);
        row.require(amount.signum() > 0, AMOUNT, "must be more than 0");
        boolean disputed = row.yesOrNo(DISPUTED);
        Invoice invoice = row.made(AMOUNT, () -> issued(number, customer, issued, (int) days, amount));
        row.require(numbers.add(number), NUMBER, "must be unique");
        return new HistoricInvoice(invoice, settled, disputed);
    }

    private static LocalDate notBeforeIssue(Row row, String field, LocalDate issued) {
        LocalDate date = row.date(field);
        row.require(!date.isBefore(issued), field, "must not be before " + ISSUED + ", " + row.text(ISSUED));
        return date;
    }

    private Invoice issued(InvoiceNumber number, CustomerId customer, LocalDate issued, int days, Amount amount) {
        return InvoiceDraft.builder(customer, currency)
                .paymentTerms(PaymentTerms.net(days))
                .line(InvoiceLine.priced("Services", BigDecimal.ONE, "C62", amount, Rounding.toMinorUnit(currency)))
                .build()
                .issue(number, issued);
    }
}
