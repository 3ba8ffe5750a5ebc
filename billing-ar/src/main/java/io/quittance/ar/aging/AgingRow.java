package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Open items by age, what is contested of them, and money on account beside them. All columns add up to what is owed.
 *
 * @param buckets one for each bucket of the report, from the youngest to the oldest
 * @param unaged open items whose age an incomplete set of buckets leaves out; nothing otherwise
 * @param disputed what is contested, of whatever age; nothing where it stands in the buckets
 * @param onAccount money and credits that settle nothing yet, never netted against a bucket unless the rule says so; zero or more
 */
public record AgingRow(List<AgedAmount> buckets, AgedAmount unaged, AgedAmount disputed, Amount onAccount)
        implements Serializable {

    /** Copies the buckets. */
    public AgingRow {
        buckets = List.copyOf(buckets);
        requireNonNull(unaged, "unaged");
        requireNonNull(disputed, "disputed");
        requireNonNull(onAccount, "onAccount");
    }

    /** All open items, each once, from the youngest bucket to the oldest; then those of which all is contested. */
    public AgedAmount open() {
        Map<ReceivableId, OpenItem> items = new LinkedHashMap<>();
        var columns = new ArrayList<>(buckets);
        columns.add(unaged);
        columns.add(disputed);
        for (AgedAmount column : columns) {
            column.items().forEach(item -> items.putIfAbsent(item.id(), item));
        }
        return AgedAmount.of(onAccount.getCurrency(), items.values(), Explanation.of("aging.open", "open, of any age"));
    }

    /** What is owed in all, the balance of the control account: the sum of all columns, of which money on account is taken off. */
    public Amount balance() {
        Amount open = buckets.stream().map(AgedAmount::amount).reduce(unaged.amount(), Amount::add);
        return open.add(disputed.amount()).subtract(onAccount);
    }
}
