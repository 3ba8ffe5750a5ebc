package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/**
 * Open items by whole days past due, for each customer and in all. The buckets, less money on account, add up to the
 * balance of the ledger, for every date and every set of buckets.
 */
public final class AgingReport {
    private final AsOf asOf;
    private final AgingBuckets buckets;
    private final SortedMap<CustomerId, AgingRow> customers;
    private final AgingRow total;

    private AgingReport(AsOf asOf, AgingBuckets buckets, SortedMap<CustomerId, AgingRow> customers, AgingRow total) {
        this.asOf = asOf;
        this.buckets = buckets;
        this.customers = Collections.unmodifiableSortedMap(customers);
        this.total = total;
    }

    /** Ages what is open by due date, at the date of the view. */
    public static AgingReport of(LedgerView view, AgingBuckets buckets) {
        requireNonNull(buckets, "buckets");
        var rows = new TreeMap<CustomerId, AgingRow>();
        AgingRow total = row(List.of(), Amount.zero(view.currency()), view, buckets);
        for (AccountView account : view.accounts()) {
            if (!account.openItems().isEmpty() || account.onAccount().signum() != 0) {
                AgingRow row = row(account.openItems(), account.onAccount(), view, buckets);
                rows.put(account.customer(), row);
                total = sum(total, row);
            }
        }
        return new AgingReport(view.asOf(), buckets, rows, total);
    }

    /** What was asked. */
    public AsOf asOf() {
        return asOf;
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

    private static AgingRow row(List<OpenItem> items, Amount onAccount, LedgerView view, AgingBuckets buckets) {
        AgedAmount nothing = nothing(view.currency());
        var aged = new ArrayList<>(Collections.nCopies(buckets.buckets().size(), nothing));
        AgedAmount unaged = nothing;
        for (OpenItem item : items) {
            var amount = new AgedAmount(1, item.open(), item.isDisputed() ? item.open() : nothing.disputed());
            int index = buckets.indexOf(item.daysPastDue(view.asOf().date()));
            if (index < 0) {
                unaged = unaged.plus(amount);
            } else {
                aged.set(index, aged.get(index).plus(amount));
            }
        }
        return new AgingRow(aged, unaged, onAccount);
    }

    private static AgingRow sum(AgingRow one, AgingRow other) {
        var buckets = new ArrayList<AgedAmount>();
        for (int i = 0; i < one.buckets().size(); i++) {
            buckets.add(one.buckets().get(i).plus(other.buckets().get(i)));
        }
        return new AgingRow(
                buckets, one.unaged().plus(other.unaged()), one.onAccount().add(other.onAccount()));
    }

    private static AgedAmount nothing(CurrencyUnit currency) {
        return new AgedAmount(0, Amount.zero(currency), Amount.zero(currency));
    }
}
