package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.CurrencyUnit;

/**
 * What happened to each receivable and payment of a ledger, or of some of its customers, as of a question.
 *
 * @param receivables by customer, then as they were recorded
 * @param money as above
 */
record LedgerHistory(AsOf asOf, CurrencyUnit currency, List<ReceivableHistory> receivables, List<MoneyHistory> money) {

    LedgerHistory(AsOf asOf, CurrencyUnit currency) {
        this(requireNonNull(asOf, "asOf"), currency, new ArrayList<>(), new ArrayList<>());
    }

    static LedgerHistory of(Ledger ledger, AsOf asOf) {
        var all = new LedgerHistory(asOf, ledger.currency());
        ledger.customers().forEach(all::read);
        return all;
    }

    /** One for each key of a customer of whom there is something. */
    <K extends Comparable<? super K>> SortedMap<K, LedgerHistory> by(Function<? super CustomerId, ? extends K> key) {
        requireNonNull(key, "key");
        var parts = new TreeMap<K, LedgerHistory>();
        for (ReceivableHistory one : receivables) {
            K part = keyOf(key, one.receivable().customer());
            parts.computeIfAbsent(part, any -> new LedgerHistory(asOf, currency))
                    .receivables
                    .add(one);
        }
        for (MoneyHistory one : money) {
            K part = keyOf(key, one.customer());
            parts.computeIfAbsent(part, any -> new LedgerHistory(asOf, currency))
                    .money
                    .add(one);
        }
        return Collections.unmodifiableSortedMap(parts);
    }

    /** Those of whom there is something. */
    Set<CustomerId> customers() {
        var customers = new HashSet<CustomerId>();
        receivables.forEach(one -> customers.add(one.receivable().customer()));
        money.forEach(one -> customers.add(one.customer()));
        return customers;
    }

    /** A host that keeps keys in a map may have none for somebody. */
    static <K> K keyOf(Function<? super CustomerId, ? extends K> key, CustomerId customer) {
        K found = key.apply(customer);
        Require.that(
                found != null, "figures.key", "key", "must be there for each customer, also for " + customer, null);
        return found;
    }

    private void read(CustomerLedger customer) {
        new LedgerReader(receivables, money).read(customer, asOf);
    }

    Amount zero() {
        return Amount.zero(currency);
    }
}
