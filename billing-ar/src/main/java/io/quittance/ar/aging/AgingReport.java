package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Open items by whole days past due, for each customer and in all. The buckets, less money on account, add up to the
 * balance of the ledger, for every date and every set of buckets. Each amount names the items that it is made of and the
 * rule that put them there.
 */
public final class AgingReport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient LedgerView view;
    private final transient AgingBuckets buckets;
    private final transient SortedMap<CustomerId, AgingRow> customers;
    private final transient AgingRow total;

    private AgingReport(
            LedgerView view, AgingBuckets buckets, SortedMap<CustomerId, AgingRow> customers, AgingRow total) {
        this.view = view;
        this.buckets = buckets;
        this.customers = Collections.unmodifiableSortedMap(customers);
        this.total = total;
    }

    /** Ages what is open by due date, at the date of the view. */
    public static AgingReport of(LedgerView view, AgingBuckets buckets) {
        var sorter = new Sorter(view, requireNonNull(buckets, "buckets"));
        var rows = new TreeMap<CustomerId, AgingRow>();
        var all = new ArrayList<OpenItem>();
        for (AccountView account : view.accounts()) {
            if (!account.openItems().isEmpty() || account.onAccount().signum() != 0) {
                rows.put(account.customer(), sorter.row(account.openItems(), account.onAccount()));
                all.addAll(account.openItems());
            }
        }
        return new AgingReport(view, buckets, rows, sorter.row(all, view.onAccount()));
    }

    /** What was asked. */
    public AsOf asOf() {
        return view.asOf();
    }

    /** The buckets, from the youngest to the oldest. */
    public AgingBuckets buckets() {
        return buckets;
    }

    /** A row for each customer with open items or money on account, by id. */
    public SortedMap<CustomerId, AgingRow> customers() {
        return customers;
    }

    /** All customers together. */
    public AgingRow total() {
        return total;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgingReport that && view.equals(that.view) && buckets.equals(that.buckets);
    }

    @Override
    public int hashCode() {
        return 31 * view.hashCode() + buckets.hashCode();
    }

    @Override
    public String toString() {
        return "aging at " + asOf() + " by " + buckets + ": " + total.balance();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an aging report is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(view, buckets);
    }

    /** The serial form: what the report was made from; it is made again on the way back in. */
    private record Proxy(LedgerView view, AgingBuckets buckets) implements Serializable {
        private Object readResolve() {
            return of(view, buckets);
        }
    }

    /** Puts items into buckets, with one explanation for each bucket of the report. */
    private static final class Sorter {
        private final LedgerView view;
        private final AgingBuckets buckets;
        private final List<Explanation> rules;
        private final Explanation noBucket;

        Sorter(LedgerView view, AgingBuckets buckets) {
            LocalDate date = view.asOf().date();
            this.view = view;
            this.buckets = buckets;
            rules = buckets.buckets().stream()
                    .map(bucket -> Explanation.of(
                            "aging.due-date", "{0}: by whole days past the due date on {1}", bucket.name(), date))
                    .toList();
            noBucket = Explanation.of("aging.no-bucket", "in no bucket: by whole days past the due date on {0}", date);
        }

        AgingRow row(List<OpenItem> items, Amount onAccount) {
            var sorted = new ArrayList<List<OpenItem>>();
            rules.forEach(rule -> sorted.add(new ArrayList<>()));
            var unaged = new ArrayList<OpenItem>();
            for (OpenItem item : items) {
                int index = buckets.indexOf(item.daysPastDue(view.asOf().date()));
                (index < 0 ? unaged : sorted.get(index)).add(item);
            }
            var aged = new ArrayList<AgedAmount>();
            for (int i = 0; i < sorted.size(); i++) {
                aged.add(AgedAmount.of(view.currency(), sorted.get(i), rules.get(i)));
            }
            return new AgingRow(aged, AgedAmount.of(view.currency(), unaged, noBucket), onAccount);
        }
    }
}
