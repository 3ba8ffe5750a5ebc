package io.quittance.examples.spark;

import io.quittance.core.contract.ContractTerms;
import io.quittance.json.ContractTermsJson;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All price lists of a run, read once by the driver. Meters are numbered by their names, over all lists, as the kernel wants them.
 *
 * @param meters in order; the place of a meter is its ordinal
 * @param lists by name, in order
 */
record PriceLists(List<String> meters, List<PriceList> lists) implements Serializable {

    /** @param json a document of contract terms for each name */
    static PriceLists read(Map<String, String> json) {
        SortedMap<String, ContractTerms> terms = new TreeMap<>();
        json.forEach(
                (name, document) -> terms.put(name, ContractTermsJson.standard().read(document)));
        var meters = new TreeSet<String>();
        terms.values().forEach(one -> one.charges().forEach(charge -> meters.add(PriceList.meter(charge))));
        var numbered = List.copyOf(meters);
        var lists = new ArrayList<PriceList>();
        terms.forEach((name, one) -> lists.add(PriceList.of(name, one, numbered)));
        requireOne(
                "time zone, which says when the month begins",
                lists,
                one -> one.zone().getId());
        requireOne(
                "currency, in which the run is added up",
                lists,
                one -> one.currency().getCurrencyCode());
        requireOne(
                "lineRounding.scale, which the kernel keeps",
                lists,
                one -> one.lineRounding().scale());
        return new PriceLists(numbered, List.copyOf(lists));
    }

    private static void requireOne(String what, List<PriceList> lists, Function<ContractTerms, Object> agreed) {
        var found = new TreeSet<>(lists.stream()
                .map(list -> agreed.apply(list.terms()).toString())
                .toList());
        if (found.size() != 1) {
            throw new IllegalArgumentException("price lists must have one " + what + ", but have " + found);
        }
    }

    /** In which the month begins and ends. */
    ZoneId zone() {
        return lists.get(0).terms().zone();
    }

    Optional<PriceList> named(String name) {
        return lists.stream().filter(list -> list.name().equals(name)).findFirst();
    }
}
