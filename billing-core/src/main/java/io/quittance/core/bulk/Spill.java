package io.quittance.core.bulk;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/** What did not fit in a {@code long}, by slot: the one place where the kernels make objects, and only for such values. */
final class Spill {
    private final TreeMap<Integer, BigInteger> bySlot = new TreeMap<>();

    boolean has(int slot) {
        return !bySlot.isEmpty() && bySlot.containsKey(slot);
    }

    /** What was carried out of a slot; zero where nothing was. */
    BigInteger of(int slot) {
        return bySlot.isEmpty() ? BigInteger.ZERO : bySlot.getOrDefault(slot, BigInteger.ZERO);
    }

    SortedMap<Integer, BigInteger> bySlot() {
        return bySlot;
    }

    void add(int slot, BigInteger number) {
        bySlot.merge(slot, number, BigInteger::add);
    }
}
