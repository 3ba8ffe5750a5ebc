package io.quittance.examples.spark;

import io.quittance.core.contract.ContractTerms;
import io.quittance.json.ContractTermsJson;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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
        var zones = new HashSet<ZoneId>();
        terms.forEach((name, one) -> {
            lists.add(PriceList.of(name, one, numbered));
            zones.add(one.zone());
        });
        if (zones.size() != 1) {
            throw new IllegalArgumentException(
                    "price lists must have one time zone, which says when the month begins, but have "
                            + new TreeSet<>(zones.stream().map(ZoneId::getId).toList()));
        }
        return new PriceLists(numbered, List.copyOf(lists));
    }

    /** In which the month begins and ends. */
    ZoneId zone() {
        return lists.get(0).terms().zone();
    }

    Optional<PriceList> named(String name) {
        return lists.stream().filter(list -> list.name().equals(name)).findFirst();
    }
}
