package io.quittance.examples.spark;

import io.quittance.core.bulk.UsageBatch;
import io.quittance.core.bulk.UsageSums;
import io.quittance.core.invoice.Invoice;
import java.util.stream.Stream;

/** The same bill run in one process, without Spark, to compare with: one slice, and usage in columns. */
record LocalRun(Documents documents, Agreements agreements) {

    /** What customers used and what it costs. */
    RatedSlice rate(Iterable<UsageBatch> usage) {
        UsageSums sums = documents.month().sums(agreements.size(), documents.prices());
        usage.forEach(sums::add);
        return RatedSlice.of(0, sums, agreements);
    }

    /** The invoices, in the order of customers. */
    Stream<Invoice> issue(RatedSlice rated, long firstNumber) {
        return rated.issue(documents, agreements, firstNumber);
    }
}
