package io.quittance.ar.aging;

import io.quittance.core.id.CustomerId;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers customers from 0, in the order of their first appearance, without an object for each. Open addressing, at most half full; an id that finds
 * {@link #FAR} places taken is kept in a sorted map, so that ids with equal hash codes do not make it slow. Not safe to share while it grows.
 */
final class CustomerNumbers {
    /** How many places an id is looked for. */
    static final int FAR = 32;

    private static final int INITIAL = 16;
    /** Spreads hash codes that are near each other: 2^32 divided by the golden ratio (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    private CustomerId[] customers = new CustomerId[INITIAL];
    /** The number at each place, and 1 more; 0 where it is free. A power of two. */
    private int[] places = new int[2 * INITIAL];

    private final SortedMap<CustomerId, Integer> crowded = new TreeMap<>();
    private int count;

    /** How many there are. */
    int size() {
        return count;
    }

    /** The number of a customer; -1 if there is none. */
    int find(CustomerId customer) {
        return find(customer, customer.hashCode());
    }

    private int find(CustomerId customer, int hash) {
        int first = first(hash);
        for (int i = 0; i < FAR; i++) {
            int number = places[(first + i) & (places.length - 1)] - 1;
            if (number < 0 || customers[number].equals(customer)) {
                return number;
            }
        }
        return crowded.getOrDefault(customer, -1);
    }

    /** The number of a customer, a new one if there is none. */
    int number(CustomerId customer) {
        return number(customer, customer.hashCode());
    }

    /** As {@link #number(CustomerId)}, where the hash code is known already. */
    int number(CustomerId customer, int hash) {
        int found = find(customer, hash);
        if (found >= 0) {
            return found;
        }
        if (count == customers.length) {
            grow();
        }
        customers[count] = customer;
        place(count);
        return count++;
    }

    private void grow() {
        customers = Arrays.copyOf(customers, customers.length * 2);
        places = new int[2 * customers.length];
        crowded.clear();
        for (int number = 0; number < count; number++) {
            place(number);
        }
    }

    private void place(int number) {
        int first = first(customers[number].hashCode());
        for (int i = 0; i < FAR; i++) {
            int at = (first + i) & (places.length - 1);
            if (places[at] == 0) {
                places[at] = number + 1;
                return;
            }
        }
        crowded.put(customers[number], number);
    }

    private int first(int hash) {
        return (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
    }

    /** All customers, by number. */
    List<CustomerId> all() {
        return List.of(Arrays.copyOf(customers, count));
    }
}
