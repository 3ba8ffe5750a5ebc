package io.quittance.core.contract;

import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Discount;
import io.quittance.core.schedule.Schedule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Refuses terms that bill in another cycle what earlier terms count from one period to the next: it would begin anew. That is
 * what is counted over the whole term, what is left of an amount off, and what was spent of a commitment.
 */
final class CycleChange {
    private CycleChange() {}

    /**
     * Refuses the change.
     *
     * @param start the first day of the contract
     * @param at where the new terms stand
     */
    static void require(ContractTerms earlier, ContractTerms later, LocalDate start, String at) {
        Map<String, Schedule> before = counted(earlier, start);
        if (before.isEmpty()) {
            return;
        }
        counted(later, start)
                .forEach((name, schedule) -> Require.that(
                        schedule.equals(before.getOrDefault(name, schedule)),
                        "amendment.cycle",
                        at,
                        "must bill " + name + " " + before.get(name) + ", as before, since it is counted over periods",
                        schedule));
    }

    /** What is counted over periods, and the cycle in which it is. */
    private static Map<String, Schedule> counted(ContractTerms terms, LocalDate start) {
        Map<String, Schedule> counted = new HashMap<>();
        Schedule own = terms.cycle().schedule(start);
        if (terms.commitment().isPresent()) {
            counted.put("the commitment", own);
        }
        terms.discounts().list().forEach(discount -> add(discount, own, counted));
        for (Charge charge : terms.charges()) {
            Schedule schedule = charge.kind() == ChargeKind.ONE_OFF
                    ? own
                    : terms.cycleOf(charge).schedule(start);
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
