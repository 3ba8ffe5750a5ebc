package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.ledger.Ledger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What receivables staff do with what is late: it is disputed, dunned and reconciled, on the book as remitted. */
final class CollectionsJob {

    /**
     * What came of it.
     *
     * @param day the last month end, up to the closing month's, on which something is late
     * @param aging of that day, as the report has it: what is contested is in the bucket of its age
     * @param dispute empty where nothing that is late is contested
     */
    record Result(
            LocalDate day,
            AgingRow aging,
            Optional<DisputeJob.Result> dispute,
            DunningJob.Result dunning,
            ReconciliationJob.Result reconciliation) {}

    private CollectionsJob() {}

    /** Empty where nothing is late at any month end that is shown. */
    static Optional<Result> run(Ledger book, List<KpiJob.Month> months, List<HistoricInvoice> history) {
        return months.stream()
                .filter(month -> isAnythingLate(month.aging().total()))
                .max(Comparator.comparing(KpiJob.Month::month))
                .map(month -> run(book, month, history));
    }

    private static Result run(Ledger book, KpiJob.Month month, List<HistoricInvoice> history) {
        LocalDate day = month.month().atEndOfMonth();
        return new Result(
                day,
                month.aging().total(),
                DisputeJob.run(book, history, day),
                DunningJob.run(book.customers(), CollectionTerms.dunning(book.currency()), day),
                ReconciliationJob.run(book, history, day));
    }

    private static boolean isAnythingLate(AgingRow row) {
        return row.buckets().stream().skip(1).anyMatch(bucket -> bucket.count() > 0);
    }
}
