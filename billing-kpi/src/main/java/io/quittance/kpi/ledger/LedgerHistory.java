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
import java.util.List;
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

    private static LedgerHistory empty(Ledger ledger, AsOf asOf) {
        return new LedgerHistory(requireNonNull(asOf, "asOf"), ledger.currency(), new ArrayList<>(), new ArrayList<>());
    }

    static LedgerHistory of(Ledger ledger, AsOf asOf) {
        LedgerHistory all = empty(ledger, asOf);
        ledger.customers().forEach(all::read);
        return all;
    }

    /** One for each key of a customer with an entry that counts. */
    static <K extends Comparable<? super K>> SortedMap<K, LedgerHistory> by(
            Ledger ledger, AsOf asOf, Function<? super CustomerId, ? extends K> key) {
        var parts = new TreeMap<K, LedgerHistory>();
        for (CustomerLedger customer : ledger.customers()) {
            LedgerHistory own = empty(ledger, asOf);
            own.read(customer);
            if (!own.receivables().isEmpty() || !own.money().isEmpty()) {
                parts.computeIfAbsent(
                                keyOf(key, customer.customer()),
                                any -> new LedgerHistory(asOf, ledger.currency(), new ArrayList<>(), new ArrayList<>()))
                        .addAll(own);
            }
        }
        return Collections.unmodifiableSortedMap(parts);
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

    private void addAll(LedgerHistory more) {
        receivables.addAll(more.receivables);
        money.addAll(more.money);
    }

    Amount zero() {
        return Amount.zero(currency);
    }
}
