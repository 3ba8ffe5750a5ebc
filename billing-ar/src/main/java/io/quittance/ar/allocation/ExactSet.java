package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the one set of items that adds up to an amount. Items are taken from the largest on, so that what is still to be
 * found and how many items may still be taken bound what can come next; the last one is looked up by its amount.
 */
final class ExactSet {
    /** So many items are taken at most; where that does not suffice, the answer is that there is no such set. */
    private static final int MAX_STEPS = 200_000;

    private final List<OpenItem> items;
    private final List<OpenItem> taken = new ArrayList<>();
    private final List<List<OpenItem>> found = new ArrayList<>();
    private int steps;
    /** Whether looking on is of no use: two sets are found, or the work is done. */
    private boolean over;

    private ExactSet(List<OpenItem> items) {
        this.items = items;
    }

    /**
     * The only set of two items or more that adds up, by due date; empty if there is none or another, or if it takes too
     * long to know.
     *
     * @param items none of which is open by exactly {@code sum}
     * @param most one or more; with one there is no set, since no item is open by exactly {@code sum}
     */
    static List<OpenItem> find(List<OpenItem> items, Amount sum, int most) {
        List<List<OpenItem>> sets = some(items, sum, most);
        return sets.size() == 1 ? sets.get(0) : List.of();
    }

    /** As {@link #find}, with two sets where there are more than one. */
    static List<List<OpenItem>> some(List<OpenItem> items, Amount sum, int most) {
        var search = new ExactSet(items.stream()
                .filter(item -> item.open().isLessThan(sum))
                .sorted(Comparator.comparing(OpenItem::open).reversed())
                .toList());
        search.look(0, sum, most);
        return search.over && search.found.size() < 2
                ? List.of()
                : search.found.stream()
                        .map(set -> set.stream().sorted(OpenItem.BY_DUE_DATE).toList())
                        .toList();
    }

    /** Adds up to {@code rest} with at most {@code most} items from {@code start} on; as deep as there are items to take. */
    private void look(int start, Amount rest, int most) {
        if (most == 1) {
            lookUp(start, rest);
            return;
        }
        for (int i = from(start, rest); i < items.size() && !over; i++) {
            Amount open = items.get(i).open();
            if (open.multiply(most).isLessThan(rest)) {
                return; // nor do smaller ones suffice
            }
            steps++;
            over |= steps > MAX_STEPS;
            taken.add(items.get(i));
            if (open.equals(rest)) {
                found();
            } else {
                look(i + 1, rest.subtract(open), most - 1);
            }
            taken.remove(taken.size() - 1);
        }
    }

    private void lookUp(int start, Amount rest) {
        for (int i = from(start, rest); i < items.size() && items.get(i).open().equals(rest) && !over; i++) {
            taken.add(items.get(i));
            found();
            taken.remove(taken.size() - 1);
        }
    }

    private void found() {
        found.add(List.copyOf(taken));
        over |= found.size() > 1;
    }

    /** The first item from {@code start} on of which no more than {@code rest} is open. */
    private int from(int start, Amount rest) {
        int low = start;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).open().isGreaterThan(rest)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
