package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Open items by age, and money on account beside them.
 *
 * @param buckets one for each bucket of the report, from the youngest to the oldest
 * @param unaged open items whose age an incomplete set of buckets leaves out; nothing otherwise
 * @param onAccount money that arrived and settles nothing yet, never netted against a bucket; zero or more
 */
public record AgingRow(List<AgedAmount> buckets, AgedAmount unaged, Amount onAccount) implements Serializable {

    /** Copies the buckets. */
    public AgingRow {
        buckets = List.copyOf(buckets);
        requireNonNull(unaged, "unaged");
        requireNonNull(onAccount, "onAccount");
    }

    /** All open items: those of the buckets and those that they leave out. */
    public AgedAmount open() {
        var items = new ArrayList<OpenItem>();
        buckets.forEach(bucket -> items.addAll(bucket.items()));
        items.addAll(unaged.items());
        return AgedAmount.of(onAccount.getCurrency(), items, Explanation.of("aging.open", "open, of any age"));
    }

    /** What is owed in all: open less on account, the balance of the control account. */
    public Amount balance() {
        Amount open = buckets.stream().map(AgedAmount::amount).reduce(unaged.amount(), Amount::add);
        return open.subtract(onAccount);
    }
}
