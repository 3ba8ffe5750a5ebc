package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Open items by age, for each customer and in all. The buckets, what is contested, less money on account, add up to the balance of the
 * ledger, for every date, every set of buckets and every rule; the report is not made otherwise. Each amount names the items that it is made
 * of and the rule that put them there. Takes time for what is open.
 */
public final class AgingReport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient LedgerView view;
    private final transient AgingRule rule;
    /** By customer, where money on account is in the buckets; empty otherwise. */
    private final transient SortedMap<CustomerId, List<UnappliedPayment>> payments;

    private final transient SortedMap<CustomerId, AgingRow> customers;
    private final transient AgingRow total;

    private AgingReport(LedgerView view, AgingRule rule, SortedMap<CustomerId, List<UnappliedPayment>> payments) {
        this.view = view;
        this.rule = rule;
        this.payments = payments;
        this.customers = Collections.unmodifiableSortedMap(rows(Function.identity()));
        this.total = sorter().row(view.accounts());
        Require.that(
                total.balance().equals(view.balance()),
                "aging.balance",
                "report",
                "must add up to the balance of the ledger, " + view.balance(),
                total.balance());
    }

    /** Ages what is open by days past the due date, at the date of the view. */
    public static AgingReport of(LedgerView view, AgingBuckets buckets) {
        return of(view, AgingRule.of(buckets));
    }

    /**
     * Ages what is open by a rule.
     *
     * @throws IllegalArgumentException if money on account goes to the buckets, which a view does not tell by its date
     */
    public static AgingReport of(LedgerView view, AgingRule rule) {
        Require.that(
                !requireNonNull(rule, "rule").isOnAccountInBuckets(),
                "aging.on-account",
                "rule",
                "must leave money on account in its own column, unless the ledger is given",
                rule);
        return new AgingReport(requireNonNull(view, "view"), rule, new TreeMap<>());
    }

    /** Ages what was open at the end of a day, as it was known at an instant, by a rule. */
    public static AgingReport of(Ledger ledger, AsOf asOf, AgingRule rule) {
        LedgerView view = ledger.asOf(asOf);
        var payments = new TreeMap<CustomerId, List<UnappliedPayment>>();
        if (rule.isOnAccountInBuckets()) {
            for (AccountView account : view.accounts()) {
                payments.put(
                        account.customer(), ledger.customer(account.customer()).unappliedPayments(asOf));
            }
        }
        return new AgingReport(view, rule, payments);
    }

    /** Of which day what is open is, and when that was known. */
    public AsOf asOf() {
        return view.asOf();
    }

    /** On which day the items are as old as they are reported. */
    public LocalDate day() {
        return rule.day().orElse(view.asOf().date());
    }

    /** How the items are aged. */
    public AgingRule rule() {
        return rule;
    }

    /** The buckets, from the youngest to the oldest. */
    public AgingBuckets buckets() {
        return rule.buckets();
    }

    /** A row for each customer with open items or money on account, by id. */
    public SortedMap<CustomerId, AgingRow> customers() {
        return customers;
    }

    /**
     * A row for each group of customers with open items or money on account, such as those of a collector; all rows together are {@link
     * #total()}.
     *
     * @param group of a customer, the same for every call
     * @throws IllegalArgumentException if a customer has no group
     */
    public <K extends Comparable<? super K>> SortedMap<K, AgingRow> by(Function<? super CustomerId, K> group) {
        return Collections.unmodifiableSortedMap(rows(group));
    }

    /**
     * A row for each group of items, such as those of a type or a document year. Money on account is of no item: it stands in no row, and all
     * rows less {@link AgingRow#onAccount()} of the total are the balance.
     *
     * @param group of an item, the same for every call
     * @throws IllegalArgumentException if money on account is in the buckets, or an item has no group
     */
    public <K extends Comparable<? super K>> SortedMap<K, AgingRow> byItem(Function<? super OpenItem, K> group) {
        Require.that(
                !rule.isOnAccountInBuckets(),
                "aging.on-account",
                "rule",
                "must leave money on account in its own column, as it is of no item",
                rule);
        var sorters = new TreeMap<K, AgingSorter>();
        for (AccountView account : view.accounts()) {
            for (OpenItem item : account.openItems()) {
                sorters.computeIfAbsent(group(group, item, item.id()), key -> sorter())
                        .add(item);
            }
        }
        var rows = new TreeMap<K, AgingRow>();
        sorters.forEach((key, sorter) -> rows.put(key, sorter.row()));
        return Collections.unmodifiableSortedMap(rows);
    }

    private <K extends Comparable<? super K>> SortedMap<K, AgingRow> rows(Function<? super CustomerId, K> group) {
        var accounts = new TreeMap<K, List<AccountView>>();
        for (AccountView account : view.accounts()) {
            if (!account.openItems().isEmpty() || account.onAccount().signum() != 0) {
                accounts.computeIfAbsent(group(group, account.customer(), account.customer()), key -> new ArrayList<>())
                        .add(account);
            }
        }
        var rows = new TreeMap<K, AgingRow>();
        accounts.forEach((key, ofGroup) -> rows.put(key, sorter().row(ofGroup)));
        return rows;
    }

    /** A host that keeps groups in a map may have none for somebody. */
    private static <T, K> K group(Function<? super T, K> group, T of, Object id) {
        K key = group.apply(of);
        Require.that(key != null, "aging.group", "group", "must have a group for each, also for " + id, key);
        return key;
    }

    private AgingSorter sorter() {
        return new AgingSorter(view.currency(), rule, day(), payments);
    }

    /** All customers together. */
    public AgingRow total() {
        return total;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgingReport that
                && view.equals(that.view)
                && rule.equals(that.rule)
                && payments.equals(that.payments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(view, rule);
    }

    @Override
    public String toString() {
        Amount balance = total.balance();
        return "aging at " + asOf() + " by " + rule + ": " + balance;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an aging report is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(view, rule, new TreeMap<>(payments));
    }

    /** The serial form: what the report was made from; it is made again on the way back in. */
    private record Proxy(LedgerView view, AgingRule rule, TreeMap<CustomerId, List<UnappliedPayment>> payments)
            implements Serializable {
        private Object readResolve() {
            return new AgingReport(view, rule, payments);
        }
    }
}
