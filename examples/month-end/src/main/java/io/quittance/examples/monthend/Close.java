package io.quittance.examples.monthend;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.ContractTermsJson;
import io.quittance.kpi.scorecard.ScorecardRow;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The whole job, from the input files to everything that the report shows. */
record Close(
        YearMonth month,
        ContractTerms terms,
        Reading<TelephoneCustomer> usage,
        Reading<HistoricInvoice> history,
        BillingJob.Result billing,
        Book asRemitted,
        Book compared,
        List<ScorecardRow> scorecard) {

    /** The receivables under one strategy. */
    record Book(AllocationStrategy strategy, ReceivablesJob.Result receivables, KpiJob.Result kpis) {}

    /** Where the input comes from. */
    record Input(Source terms, Source usage, Source receivables, Source customers) {}

    static Close run(Input input, YearMonth month, AllocationStrategy second, Consumer<String> progress)
            throws IOException {
        ContractTerms terms = ContractTermsJson.standard().read(input.terms().text());
        var usage = TelephoneFile.read(input.usage(), terms, ServicePeriod.of(month));
        progress.accept("Read " + usage.rows() + " rows of usage");
        var history = ReceivablesFile.read(input.receivables(), input.customers(), terms.currency());
        progress.accept("Read " + history.rows() + " rows of receivables");
        var billing = BillingJob.run(usage, terms, ServicePeriod.of(month));
        progress.accept("Billed " + billing.invoices().size() + " customers and checked " + billing.chargesChecked()
                + " published charges");
        Book asRemitted = book(new AsRemitted(), history, billing, month, terms);
        progress.accept("Allocated " + history.accepted().size() + " payments as remitted");
        Book compared = book(second, history, billing, month, terms);
        progress.accept("Allocated the same payments " + second);
        List<ScorecardRow> scorecard = ScorecardJob.run(billing, asRemitted.kpis(), month);
        return new Close(month, terms, usage, history, billing, asRemitted, compared, scorecard);
    }

    /** All invoices, the telephone invoices first, each group by its numbers. */
    Stream<Invoice> invoices() {
        return Stream.concat(
                billing.invoices().stream(),
                history.accepted().stream()
                        .map(HistoricInvoice::invoice)
                        .sorted(Comparator.comparing(Invoice::number)));
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
        var receivables = ReceivablesJob.run(history.accepted(), billing.invoices(), terms.currency(), strategy);
        YearMonth first = history.accepted().stream()
                .map(row -> YearMonth.from(row.invoice().issueDate()))
                .min(Comparator.naturalOrder())
                .orElse(month);
        // the scorecard looks back two years at the most, also where the data begin later
        YearMonth earliest = first.isAfter(month.minusMonths(24)) ? month.minusMonths(24) : first;
        return new Book(strategy, receivables, KpiJob.run(receivables.ledger(), earliest, month, month.plusMonths(1)));
    }
}
