package io.quittance.examples.spark;

import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is billed for a month, ordered by customer: the place of a customer in it is its ordinal in the kernel, decides to which slice
 * it belongs, and in which order invoices are numbered.
 *
 * @param billed whose contracts cover the whole month
 * @param inPart whose contracts begin or end within it, or do not touch it; their usage is put aside, since a sum does not tell
 *     which of it they owe
 */
record Agreements(List<Agreement> billed, List<Agreement> inPart) implements Serializable {

    static Agreements of(List<Agreement> all, ServicePeriod period) {
        var ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingLong(Agreement::customer));
        var billed = new ArrayList<Agreement>();
        var inPart = new ArrayList<Agreement>();
        for (int i = 0; i < ordered.size(); i++) {
            Agreement one = ordered.get(i);
            if (i > 0 && ordered.get(i - 1).customer() == one.customer()) {
                throw new IllegalArgumentException("customer " + one.customer() + " must have one contract, but has "
                        + ordered.get(i - 1).id() + " and " + one.id());
            }
            (one.covers(period) ? billed : inPart).add(one);
        }
        return new Agreements(List.copyOf(billed), List.copyOf(inPart));
    }

    int size() {
        return billed.size();
    }
}
