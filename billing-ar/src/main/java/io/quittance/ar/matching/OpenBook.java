package io.quittance.ar.matching;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What incoming money is held against: all open items, of any customers and currencies, and who is known to pay for whom. Sorted and
 * indexed once, so that the order in which a host reads its tables cannot change a match, and a statement of thousands of
 * transactions is matched against one book.
 */
public final class OpenBook implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Comparator<OpenItem> ORDER = OpenItem.BY_DUE_DATE.thenComparing(OpenItem::customer);

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<OpenItem> items;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<KnownPayer> payers;

    private final transient Map<CustomerId, List<OpenItem>> byCustomer = new HashMap<>();
    private final transient Map<String, List<Numbered>> byNumber = new HashMap<>();
    private final transient Map<String, Set<CustomerId>> byAccount = new HashMap<>();
    private final transient Map<String, Set<CustomerId>> byName = new HashMap<>();
    private final transient Set<OpenItem> all;
    private final transient int longestNumber;

    private OpenBook(Collection<OpenItem> items, Collection<KnownPayer> payers) {
        this.items = items.stream().sorted(ORDER).toList();
        this.payers = List.copyOf(payers);
        all = new HashSet<>(this.items);
        record Key(CustomerId customer, Object id) {}
        var seen = new HashSet<Key>();
        for (OpenItem item : this.items) {
            Require.that(
                    seen.add(new Key(item.customer(), item.id())),
                    "matching.item-twice",
                    "items",
                    "must have unique ids for each customer",
                    item.id());
            byCustomer
                    .computeIfAbsent(item.customer(), key -> new ArrayList<>())
                    .add(item);
            number(Numbered.byId(item));
            item.receivable().references().forEach(reference -> number(Numbered.byReference(item, reference)));
        }
        longestNumber =
                byNumber.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (KnownPayer known : this.payers) {
            known.payer().account().map(Words::normal).ifPresent(account -> add(byAccount, account, known.customer()));
            known.payer()
                    .name()
                    .map(Words::names)
                    .orElse(Set.of())
                    .forEach(name -> add(byName, name, known.customer()));
        }
    }

    private void number(Numbered numbered) {
        String number = Words.normal(numbered.written());
        if (!number.isEmpty()) {
            byNumber.computeIfAbsent(number, key -> new ArrayList<>()).add(numbered);
        }
    }

    private static void add(Map<String, Set<CustomerId>> index, String key, CustomerId customer) {
        if (!key.isEmpty()) {
            index.computeIfAbsent(key, any -> new TreeSet<>()).add(customer);
        }
    }

    /**
     * A book.
     *
     * @param items in any order; a customer has each id once
     * @param payers in any order; may be empty
     * @throws IllegalArgumentException if two items of a customer have one id
     */
    public static OpenBook of(Collection<OpenItem> items, Collection<KnownPayer> payers) {
        return new OpenBook(items, payers);
    }

    /** The open items, by due date. */
    public List<OpenItem> items() {
        return items;
    }

    /** Who is known to pay for whom, as given. */
    public List<KnownPayer> payers() {
        return payers;
    }

    /** The open items of a customer, by due date; empty if there are none. */
    public List<OpenItem> itemsOf(CustomerId customer) {
        return List.copyOf(byCustomer.getOrDefault(customer, List.of()));
    }

    boolean has(OpenItem item) {
        return all.contains(item);
    }

    /** The items that have a name of these letters and digits. */
    List<Numbered> numbered(String normal) {
        return byNumber.getOrDefault(normal, List.of());
    }

    /** The letters and digits of the longest name. */
    int longestNumber() {
        return longestNumber;
    }

    /** For whom an account is known to pay. */
    Set<CustomerId> byAccount(String account) {
        return byAccount.getOrDefault(Words.normal(account), Set.of());
    }

    /** For whom somebody of that name is known to pay. */
    Set<CustomerId> byName(String name) {
        var customers = new TreeSet<CustomerId>();
        Words.names(name).forEach(form -> customers.addAll(byName.getOrDefault(form, Set.of())));
        return customers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenBook that && items.equals(that.items) && payers.equals(that.payers);
    }

    @Override
    public int hashCode() {
        return 31 * items.hashCode() + payers.hashCode();
    }

    @Override
    public String toString() {
        return items.size() + " open items, " + payers.size() + " known payers";
    }

    /** Checked and indexed again on the way back in. */
    private Object readResolve() {
        return new OpenBook(items, payers);
    }
}
