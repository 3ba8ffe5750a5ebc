package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which charges are billed together: those of one schedule; and apart from them those that are counted over the whole term and
 * billed by that schedule. Its name is what a host stores.
 */
record CycleKey(Schedule schedule, boolean overTerm) {
    private static final String OVER_TERM = "term";
    private static final String LAST_DAYS = "last";

    /** That of a charge of some terms, in a contract that began on that day. */
    static CycleKey of(Charge charge, ContractTerms terms, LocalDate start) {
        return new CycleKey(terms.cycleOf(charge).schedule(start), charge.kind().isOverTerm());
    }

    /** That of the terms themselves. */
    static CycleKey of(ContractTerms terms, LocalDate start) {
        return new CycleKey(terms.cycle().schedule(start), false);
    }

    /** For example {@code P1M/2026-01-31}, {@code P1M/2026-02-28/last} or {@code P1M/2026-01-01/term}. */
    String name() {
        return schedule.interval() + "/" + schedule.anchor() + (schedule.isLastDayOfMonth() ? "/" + LAST_DAYS : "")
                + (overTerm ? "/" + OVER_TERM : "");
    }

    /** Whether that is the name of a cycle of what is counted over the whole term. */
    static boolean isOverTerm(String name) {
        return name.endsWith("/" + OVER_TERM);
    }

    static CycleKey parse(String name) {
        String[] parts = name.split("/", -1);
        Require.that(
                parts.length >= 2 && parts.length <= 4, "cycle.name", "cycle", "must be the name of a cycle", name);
        LocalDate anchor = Dates.parse(parts[1], "cycle");
        boolean last = name.contains("/" + LAST_DAYS);
        var interval = Dates.parsePeriod(parts[0], "cycle");
        CycleKey key = new CycleKey(
                last ? Schedule.lastDayOfMonth(interval, YearMonth.from(anchor)) : Schedule.every(interval, anchor),
                isOverTerm(name));
        Require.that(key.name().equals(name), "cycle.name", "cycle", "must be the name of a cycle", name);
        return key;
    }
}
