package io.quittance.examples.monthend;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    private final CurrencyUnit currency;
    private final Set<CustomerId> known;
    private final Set<InvoiceNumber> numbers = new HashSet<>();

    private ReceivablesFile(CurrencyUnit currency, Set<CustomerId> known) {
        this.currency = currency;
        this.known = known;
    }

    static Reading<HistoricInvoice> read(Source source, Source customers, CurrencyUnit currency) throws IOException {
        Reading<CustomerId> known = CsvFile.read(
                customers,
                currency,
                List.of(CUSTOMER),
                row -> Optional.empty(),
                row -> Row.made(CUSTOMER, () -> new CustomerId(row.text(CUSTOMER))));
        if (!known.rejected().isEmpty()) {
            throw new UnusableInputException(known.rejected().get(0).toString());
        }
        var file = new ReceivablesFile(currency, Set.copyOf(known.accepted()));
        return CsvFile.read(
                source,
                currency,
                List.of(NUMBER, CUSTOMER, ISSUED, DUE, AMOUNT, DISPUTED, SETTLED),
                row -> row.readableAmount(AMOUNT, currency),
                file::invoice);
    }

    private HistoricInvoice invoice(Row row) {
        var number = Row.made(NUMBER, () -> new InvoiceNumber(row.text(NUMBER)));
        var customer = Row.made(CUSTOMER, () -> new CustomerId(row.text(CUSTOMER)));
        require(known.contains(customer), CUSTOMER, "must be a known customer", customer);
        LocalDate issued = row.date(ISSUED);
        LocalDate due = row.date(DUE);
        require(!due.isBefore(issued), DUE, "must not be before " + ISSUED + " " + issued, due);
        LocalDate settled = row.date(SETTLED);
        require(!settled.isBefore(issued), SETTLED, "must not be before " + ISSUED + " " + issued, settled);
        Amount amount = row.amount(AMOUNT, currency);
        require(amount.signum() > 0, AMOUNT, "must be more than 0", amount.toBigDecimal());
        boolean disputed = row.yesOrNo(DISPUTED);
        Invoice invoice = Row.made(AMOUNT, () -> issued(number, customer, issued, due, amount));
        require(numbers.add(number), NUMBER, "must be unique", number);
        return new HistoricInvoice(invoice, settled, disputed);
    }

    private Invoice issued(InvoiceNumber number, CustomerId customer, LocalDate issued, LocalDate due, Amount amount) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(issued, due));
        return InvoiceDraft.builder(customer, currency)
                .paymentTerms(PaymentTerms.net(days))
                .line(InvoiceLine.priced("Services", BigDecimal.ONE, "C62", amount, Rounding.toMinorUnit(currency)))
                .build()
                .issue(number, issued);
    }

    private static void require(boolean kept, String field, String rule, Object value) {
        if (!kept) {
            throw new RowRejectedException(field, rule, value.toString());
        }
    }
}
