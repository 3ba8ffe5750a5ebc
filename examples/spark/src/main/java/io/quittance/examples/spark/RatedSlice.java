package io.quittance.examples.spark;

import io.quittance.core.bulk.RatedLines;
import io.quittance.core.bulk.UsageSums;
import io.quittance.core.invoice.Invoice;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the customers of a slice used and what it costs, in columns.
 *
 * @param firstPlace of the first customer
 * @param events how many were added up
 */
record RatedSlice(int firstPlace, long events, RatedLines lines) implements Serializable {

    /** Prices sums: the same function whoever added up, and in however many parts. */
    static RatedSlice of(int firstPlace, UsageSums sums, Agreements agreements) {
        if (sums.before() + sums.after() + sums.rejected().size() > 0) {
            throw new IllegalStateException("usage must be screened, but there were " + sums);
        }
        RatedLines lines = sums.price(customer ->
                agreements.billed().get(firstPlace + (int) customer).prices().tariff());
        if (!lines.refused().isEmpty()) {
            throw new IllegalStateException("every line must have a price, but there were " + lines.refused());
        }
        return new RatedSlice(firstPlace, sums.counted(), lines);
    }

    /** How many invoices there will be: who owes nothing gets none. */
    long invoices() {
        return customers().size();
    }

    /** Who owes something, by the ordinal in the slice. */
    private List<Integer> customers() {
        return IntStream.range(0, lines.customers())
                .filter(customer -> lines.total(customer).signum() != 0)
                .boxed()
                .toList();
    }

    /** The invoices, one at a time, in the order of customers. */
    Stream<Invoice> issue(Documents documents, Agreements agreements, long firstNumber) {
        List<Integer> customers = customers();
        return IntStream.range(0, customers.size())
                .mapToObj(i -> documents.issue(
                        agreements.billed().get(firstPlace + customers.get(i)),
                        lines,
                        customers.get(i),
                        firstNumber + i));
    }
}
