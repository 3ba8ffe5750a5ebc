package io.quittance.core.pricing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds prices that no event reaches, because one before them takes all of their events: {@code region [eu, uk]} before {@code
 * region [uk], speed [fast]}. It looks at each value once rather than at each pair of prices, of which 1000 make half a million.
 */
final class Reachable {
    private final List<DimensionPrice> prices = new ArrayList<>();
    private final Map<String, BitSet> naming = new HashMap<>(); // by dimension, the places of the prices that name it
    private final Map<String, Map<String, BitSet>> taking = new HashMap<>(); // of these, by value, those that take it

    /** The first of the prices before this one that covers it, if any does; this one stands after them from now on. */
    Optional<DimensionPrice> covering(DimensionPrice price) {
        var left = new BitSet();
        left.set(0, prices.size());
        price.filter().forEach((dimension, values) -> {
            Map<String, BitSet> byValue = taking.getOrDefault(dimension, Map.of());
            BitSet refusing = copy(naming.getOrDefault(dimension, new BitSet()));
            BitSet taken = copy(refusing);
            values.forEach(value -> taken.and(byValue.getOrDefault(value, new BitSet())));
            refusing.andNot(taken);
            left.andNot(refusing);
        });
        Optional<DimensionPrice> covering = left.stream()
                .mapToObj(prices::get)
                .filter(earlier ->
                        price.filter().keySet().containsAll(earlier.filter().keySet()))
                .findFirst();
        add(price);
        return covering;
    }

    private void add(DimensionPrice price) {
        int place = prices.size();
        prices.add(price);
        price.filter().forEach((dimension, values) -> {
            naming.computeIfAbsent(dimension, name -> new BitSet()).set(place);
            Map<String, BitSet> byValue = taking.computeIfAbsent(dimension, name -> new HashMap<>());
            values.forEach(
                    value -> byValue.computeIfAbsent(value, one -> new BitSet()).set(place));
        });
    }

    private static BitSet copy(BitSet places) {
        var copy = new BitSet();
        copy.or(places);
        return copy;
    }
}
