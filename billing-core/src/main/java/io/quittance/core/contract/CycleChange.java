package io.quittance.core.contract;

import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Discount;
import io.quittance.core.schedule.Schedule;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refuses terms that bill in another cycle what earlier terms count from one period to the next: it would begin anew. That is
 * what is counted over the whole term, what is left of an amount off, and what was spent of a commitment.
 */
final class CycleChange {
    private CycleChange() {}

    /**
     * Refuses the change. What all terms so far count is in one cycle, since each was held against those before it.
     *
     * @param earlier the terms so far
     * @param counted what new terms count over periods
     * @param at where they stand
     */
    static void require(AmendmentLog earlier, Map<String, Schedule> counted, String at) {
        counted.forEach((name, schedule) -> earlier.cycle(name)
                .ifPresent(before -> Require.that(
                        schedule.equals(before),
                        "amendment.cycle",
                        at,
                        "must bill " + name + " " + before + ", as before, since it is counted over periods",
                        schedule)));
    }

    /**
     * What is counted over periods, by its name, and the cycle in which it is.
     *
     * @param start the first day of the contract
     */
    static Map<String, Schedule> counted(ContractTerms terms, LocalDate start) {
        Map<String, Schedule> counted = new TreeMap<>();
        Schedule own = terms.cycle().schedule(start);
        if (terms.commitment().isPresent()) {
            counted.put("the commitment", own);
        }
        terms.discounts().list().forEach(discount -> add(discount, own, counted));
        for (Charge charge : terms.charges()) {
            Schedule schedule = terms.cycleOf(charge).schedule(start);
            charge.discounts().list().forEach(discount -> add(discount, schedule, counted));
            if (charge.kind().isOverTerm()) {
                counted.put(name(charge.id()), schedule);
            }
        }
        return counted;
    }

    private static void add(Discount discount, Schedule schedule, Map<String, Schedule> counted) {
        if (discount.kind() == Discount.Kind.AMOUNT) {
            counted.put("discount " + discount.id(), schedule);
        }
    }

    private static String name(ChargeId charge) {
        return "charge " + charge;
    }
}
