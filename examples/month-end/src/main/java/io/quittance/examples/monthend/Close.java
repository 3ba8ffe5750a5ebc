package io.quittance.examples.monthend;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.Refusal;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.ContractTermsJson;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.trend.ManagementSummary;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole job, from the input files to everything that the report shows.
 *
 * @param bookEnd the last day of the receivables book, the one before the new invoices are issued
 * @param documents all that were issued: the invoices of the month, then what corrects them
 * @param summary of the last month in which anything was invoiced; empty if there is none
 * @param settlements what happens after the close, beside the book
 * @param collections empty where nothing is late at any month end
 */
record Close(
        YearMonth month,
        LocalDate bookEnd,
        ContractTerms terms,
        Reading<TelephoneCustomer> usage,
        Reading<HistoricInvoice> history,
        BillingJob.Result billing,
        Optional<CorrectionJob.Result> correction,
        List<IssuedDocument> documents,
        Book asRemitted,
        Book compared,
        List<ScorecardRow> scorecard,
        Optional<ManagementSummary> summary,
        SettlementJob.Result settlements,
        Optional<CollectionsJob.Result> collections) {

    /** How many months are shown at the most, whatever the data go back to. */
    static final int MONTHS = 60;

    /** The receivables under one strategy. */
    record Book(AllocationStrategy strategy, ReceivablesJob.Result receivables, KpiJob.Result kpis) {}

    /** Where the input comes from. */
    record Input(Source terms, Source usage, Source amended, Source receivables, Source customers) {}

    /**
     * Closes a month.
     *
     * @param issueDate the day on which its invoices are issued, after the month
     * @param second the strategy that is compared with as-remitted
     */
    static Close run(
            Input input, YearMonth month, LocalDate issueDate, AllocationStrategy second, Consumer<String> progress) {
        ContractTerms terms = terms(input.terms());
        var usage = TelephoneFile.read(input.usage(), terms, ServicePeriod.of(month));
        progress.accept("Read " + usage.rows() + " rows of usage");
        var issuing = Issuing.in(issueDate.getYear());
        var billing = BillingJob.run(usage, ServicePeriod.of(month), issueDate, issuing);
        progress.accept("Billed " + billing.invoices().size() + " customers and checked " + billing.chargesChecked()
                + " published charges");
        Optional<CorrectionJob.Result> correction = CorrectionJob.run(input.amended(), usage.accepted());
        List<IssuedDocument> documents = documents(billing, correction, issuing);
        progress.accept("Issued " + documents.size() + " documents");
        var history = ReceivablesFile.read(
                input.receivables(),
                input.customers(),
                terms.currency(),
                documents.stream().map(IssuedDocument::number).toList());
        progress.accept("Read " + history.rows() + " rows of receivables");
        Book asRemitted = book(new AsRemitted(), history, billing, month, terms);
        int payments = asRemitted.receivables().allocations().size();
        progress.accept("Allocated " + payments + " payments as remitted");
        Book compared = book(second, history, billing, month, terms);
        progress.accept("Allocated the same payments " + second);
        var scorecard = ScorecardJob.run(billing, asRemitted.kpis(), month);
        var settlements = SettlementJob.run(billing.invoices(), corrections(billing, documents), terms.currency());
        Optional<CollectionsJob.Result> collections = CollectionsJob.run(
                asRemitted.receivables().ledger(), asRemitted.kpis().months(), history.accepted());
        progress.accept("Looked at what is late");
        return new Close(
                month,
                issueDate.minusDays(1),
                terms,
                usage,
                history,
                billing,
                correction,
                documents,
                asRemitted,
                compared,
                scorecard,
                SummaryJob.run(asRemitted.kpis(), history.accepted(), issueDate.minusDays(1)),
                settlements,
                collections);
    }

    private static List<IssuedDocument> documents(
            BillingJob.Result billing, Optional<CorrectionJob.Result> correction, Issuing issuing) {
        var all = new ArrayList<>(billing.invoices());
        correction.ifPresent(result -> all.addAll(CorrectionJob.issued(result, billing.invoices(), issuing)));
        return IssuedDocument.all(all);
    }

    /** Of all documents that were issued, those that correct an invoice. */
    List<Invoice> corrections() {
        return corrections(billing, documents);
    }

    private static List<Invoice> corrections(BillingJob.Result billing, List<IssuedDocument> documents) {
        return documents.stream()
                .skip(billing.invoices().size())
                .map(IssuedDocument::document)
                .toList();
    }

    private static ContractTerms terms(Source source) {
        try {
            return ContractTermsJson.standard().read(source.text());
        } catch (RuntimeException e) {
            if (e instanceof Refusal) {
                throw new UnusableInputException(source.name() + ": " + e.getMessage());
            }
            throw e;
        }
    }

    /** All invoices of the book, the telephone invoices first, each group by its numbers. */
    Stream<Invoice> invoices() {
        return Stream.concat(
                billing.invoices().stream(),
                history.accepted().stream()
                        .map(HistoricInvoice::invoice)
                        .filter(invoice -> !invoice.issueDate().isAfter(bookEnd))
                        .sorted(Comparator.comparing(Invoice::number)));
    }

    /** What the receivables data say of days after the book's last; empty if they say nothing. */
    String leftOut() {
        long invoices = history.accepted().stream()
                .filter(row -> row.invoice().issueDate().isAfter(bookEnd))
                .count();
        long payments = history.accepted().stream()
                .map(HistoricInvoice::settled)
                .filter(settled -> settled != null && settled.isAfter(bookEnd))
                .count();
        return invoices + payments == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Left out, since dated after %s: %,d invoices and %,d payments of the receivables data.",
                        bookEnd,
                        invoices,
                        payments);
    }

    /** Rejected rows of all files. */
    List<Rejection> rejections() {
        var all = new ArrayList<>(usage.rejected());
        all.addAll(history.rejected());
        return List.copyOf(all);
    }

    private static Book book(
            AllocationStrategy strategy,
            Reading<HistoricInvoice> history,
            BillingJob.Result billing,
            YearMonth month,
            ContractTerms terms) {
        LocalDate issueDate = billing.issueDate();
        var receivables = ReceivablesJob.run(
                history.accepted(), issueDate.minusDays(1), billing.invoices(), terms.currency(), strategy);
        YearMonth first = history.accepted().stream()
                .map(row -> YearMonth.from(row.invoice().issueDate()))
                .min(Comparator.naturalOrder())
                .orElse(month);
        // the scorecard looks back two years at the most, also where the data begin later
        YearMonth earliest = first.isAfter(month.minusMonths(24)) ? month.minusMonths(24) : first;
        YearMonth latest = month.minusMonths(MONTHS - 1L);
        YearMonth shown = earliest.isBefore(latest) ? latest : earliest;
        return new Book(strategy, receivables, KpiJob.run(receivables.ledger(), earliest, shown, month, issueDate));
    }
}
