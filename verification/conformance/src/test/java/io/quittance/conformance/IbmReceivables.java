package io.quittance.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.ColumnFigures;
import io.quittance.kpi.collection.MonthlyTotals;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.OriginMonth;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.ledger.LedgerFigures;
import io.quittance.kpi.receivable.ReceivableBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The 2,466 invoices of the IBM receivables, as a ledger, as columns and as events. The file names no currency; it is USD here. */
final class IbmReceivables {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
    static final CurrencyUnit USD = Monetary.getCurrency("USD");
    static final YearMonth FIRST = YearMonth.of(2012, 1);
    static final YearMonth LAST = YearMonth.of(2014, 1);

    /** All months of the file. */
    static final ServicePeriod WHOLE = ServicePeriod.of("2012-01-01", "2014-02-01");

    static final JsonNode REFERENCE = new JsonMapper().readTree(bytes("reference.json"));
    static final List<IbmInvoice> INVOICES = read();

    private IbmReceivables() {}

    static byte[] bytes(String name) {
        String path = "/ibm-ar/" + name;
        try (InputStream stream = Objects.requireNonNull(IbmReceivables.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<IbmInvoice> read() {
        var invoices = new ArrayList<IbmInvoice>();
        String path = "/ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv";
        try (Reader csv = new InputStreamReader(
                        Objects.requireNonNull(IbmReceivables.class.getResourceAsStream(path), path),
                        StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                invoices.add(new IbmInvoice(
                        row.getField("invoiceNumber"),
                        row.getField("customerID"),
                        row.getField("countryCode"),
                        date(row, "InvoiceDate"),
                        date(row, "DueDate"),
                        date(row, "SettledDate"),
                        Amount.of(row.getField("InvoiceAmount"), USD),
                        row.getField("Disputed").equals("Yes"),
                        row.getField("PaperlessBill").equals("Electronic")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(invoices);
    }

    private static LocalDate date(NamedCsvRecord row, String field) {
        return LocalDate.parse(row.getField(field), DATE);
    }

    static EventFigures<PaidInvoice> paid(ServicePeriod period, Collection<IbmInvoice> invoices) {
        return EventFigures.of(
                period,
                AsOf.endOf(period.lastDay()),
                invoices.stream().map(IbmInvoice::paid).toList());
    }

    static EventFigures<IssuedInvoice> billed(ServicePeriod period, Collection<IbmInvoice> invoices) {
        return EventFigures.of(
                period,
                AsOf.endOf(period.lastDay()),
                invoices.stream().map(IbmInvoice::billed).toList());
    }

    /** The figures of each month, added up of columns. */
    static SortedMap<YearMonth, CollectionFigures> ofColumns() {
        return totals(INVOICES).figures();
    }

    /** What columns of these invoices add up to. */
    static MonthlyTotals totals(List<IbmInvoice> invoices) {
        return ColumnFigures.of(USD, FIRST, LAST)
                .totals(
                        invoices.stream()
                                .mapToInt(invoice -> day(invoice.issued()))
                                .toArray(),
                        invoices.stream()
                                .mapToInt(invoice -> day(invoice.due()))
                                .toArray(),
                        invoices.stream()
                                .mapToInt(invoice -> day(invoice.settled()))
                                .toArray(),
                        invoices.stream()
                                .mapToLong(invoice -> invoice.amount().toUnscaledLong(2))
                                .toArray());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The figures of each month, read from a ledger. */
    static SortedMap<YearMonth, CollectionFigures> ofLedger(Ledger ledger) {
        return LedgerFigures.of(ledger, AsOf.endOf(LAST.atEndOfMonth())).monthly(FIRST, LAST);
    }

    /** Every invoice posted, and paid in full by a payment of its own. */
    static Ledger ledger() {
        Ledger ledger = Ledger.empty(USD);
        for (IbmInvoice invoice : INVOICES) {
            Receivable owed = invoice.receivable();
            var payment = Payment.of(
                    PaymentId.of("P" + invoice.number()), owed.customer(), invoice.settled(), invoice.amount());
            var line = AllocationLine.of(owed.id(), owed.amount(), Explanation.of("file.settled", "as the file says"));
            var request = AllocationRequest.of(payment, payment.amount(), List.of(OpenItem.of(owed)));
            ledger = post(ledger, "posted", invoice, new ReceivablePosted(owed));
            ledger = post(ledger, "received", invoice, new PaymentReceived(payment));
            ledger = post(
                    ledger,
                    "allocated",
                    invoice,
                    new PaymentAllocated(Allocation.of(request, asked -> List.of(line)), invoice.settled()));
        }
        return ledger;
    }

    private static Ledger post(Ledger ledger, String what, IbmInvoice invoice, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(what + " " + invoice.number(), fact, Instant.EPOCH))
                .ledger();
    }

    /** Every invoice and what paid it, as a host without a ledger has them. */
    static ReceivableBook book() {
        return ReceivableBook.of(
                USD.getCurrencyCode(),
                EventLog.of(INVOICES.stream().map(IbmInvoice::owed).toList()),
                EventLog.of(INVOICES.stream().map(IbmInvoice::part).toList()));
    }

    /** What is open at the end of the month, by the month of its invoice. */
    static OriginFigures origins(YearMonth month, SortedMap<YearMonth, CollectionFigures> months) {
        LocalDate last = month.atEndOfMonth();
        var origins = new ArrayList<OriginMonth>();
        months.headMap(month.plusMonths(1)).forEach((origin, figures) -> {
            SalesPeriod sales = figures.sales().get(figures.sales().size() - 1);
            Amount open = Amount.zero(USD);
            Amount openDays = Amount.zero(USD);
            for (IbmInvoice invoice : INVOICES) {
                if (YearMonth.from(invoice.issued()).equals(origin)
                        && invoice.settled().isAfter(last)) {
                    open = open.add(invoice.amount());
                    openDays = openDays.add(invoice.amount().multiply(ChronoUnit.DAYS.between(invoice.issued(), last)));
                }
            }
            origins.add(OriginMonth.of(sales, open, openDays));
        });
        return new OriginFigures(ServicePeriod.of(month), origins);
    }
}
