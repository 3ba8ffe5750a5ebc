package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import javax.money.CurrencyUnit;

/**
 * Open items, those of a customer side by side and by due date, with what is open of them in minor units. Customers are numbered as
 * they come. Never changes: how much of it is paid is kept beside it.
 */
final class OpenItemIndex {
    /** The number of a customer without items. */
    static final int NOBODY = -1;

    private final Map<CustomerId, Integer> numbers = new HashMap<>();
    /** By customer: the place after the last item. */
    final int[] ends;

    final OpenItem[] items;
    /** Of the items, beside them: all that is wanted of most items is their id and what is open, in minor units. */
    final ReceivableId[] ids;

    final long[] open;

    OpenItemIndex(CurrencyUnit currency, int places, Collection<OpenItem> all) {
        OpenItem[] given = all.toArray(OpenItem[]::new);
        var customers = new int[given.length];
        var counts = new int[given.length];
        for (int i = 0; i < given.length; i++) {
            requireCurrency(given[i], currency, i);
            Integer known = numbers.putIfAbsent(given[i].customer(), numbers.size());
            customers[i] = known == null ? numbers.size() - 1 : known;
            counts[customers[i]]++;
        }
        ends = Arrays.copyOf(counts, numbers.size());
        int start = 0;
        for (int customer = 0; customer < ends.length; customer++) {
            ends[customer] = start;
            start += counts[customer];
        }
        items = new OpenItem[given.length];
        for (int i = 0; i < given.length; i++) {
            items[ends[customers[i]]++] = given[i];
        }
        sort();
        ids = new ReceivableId[items.length];
        open = new long[items.length];
        for (int i = 0; i < items.length; i++) {
            ids[i] = items[i].id();
            open[i] = minor(items[i], places);
        }
    }

    private static void requireCurrency(OpenItem item, CurrencyUnit currency, int i) {
        if (item == null) {
            throw new NullPointerException("items[" + i + "]");
        }
        if (!item.open().getCurrency().getCurrencyCode().equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(
                    "items[" + i + "]",
                    currency.getCurrencyCode(),
                    item.open().getCurrency().getCurrencyCode());
        }
    }

    private void sort() {
        int from = 0;
        for (int end : ends) {
            var seen = new HashSet<ReceivableId>();
            Arrays.sort(items, from, end, OpenItem.BY_DUE_DATE);
            for (; from < end; from++) {
                ReceivableId id = items[from].id();
                Require.that(seen.add(id), "allocation.item-twice", "items", "must have unique ids", id);
            }
        }
    }

    private static long minor(OpenItem item, int places) {
        try {
            return item.open().toUnscaledLong(places);
        } catch (InexactResultException e) {
            throw e.at("items[" + item.id() + "]");
        }
    }

    /** How many customers have items. */
    int customers() {
        return ends.length;
    }

    int number(CustomerId customer) {
        return numbers.getOrDefault(customer, NOBODY);
    }

    /** The place of a customer's first item. */
    int start(int customer) {
        return customer == 0 ? 0 : ends[customer - 1];
    }
}
