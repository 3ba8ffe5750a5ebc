package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.BusinessCalendar;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The billing cycle times of several documents added up: where the days between service and invoice go. Two documents that
 * waited 2 and 3 days for usage and 0 and 4 for approval waited 5 and 4 days; usage is the longest stage, and the mean of a
 * document is 4.5 days.
 *
 * <p>What is billed in advance takes a negative number of days, so it is never added to what is billed in arrears.
 *
 * @param total the documents, from the end of the service to the last stage that is known
 * @param stages the waits for each stage, of the documents that have it
 * @param causes the waits by what was waited for
 */
public record CycleTimes(LagTotal total, SortedMap<CycleStage, LagTotal> stages, SortedMap<String, LagTotal> causes)
        implements Serializable {

    /** Copies both maps. */
    public CycleTimes {
        requireNonNull(total, "total");
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(stages, "stages")));
        causes = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(causes, "causes")));
    }

    /**
     * Adds up.
     *
     * @param times at least one; all billed in arrears, or all in advance
     * @param calendar by which business days are counted
     */
    public static CycleTimes of(Collection<CycleTime> times, BusinessCalendar calendar) {
        List<CycleTime> all = Require.notEmpty(List.copyOf(times), "times");
        boolean advance = all.get(0).isInAdvance();
        LagTotal total = null;
        var stages = new TreeMap<CycleStage, LagTotal>();
        var causes = new TreeMap<String, LagTotal>();
        for (CycleTime time : all) {
            Require.that(
                    time.isInAdvance() == advance,
                    "cycle-time.mixed",
                    "times",
                    "must be all in arrears or all in advance",
                    time);
            long businessDays = 0;
            for (StageLag lag : time.lags(calendar)) {
                businessDays += lag.businessDays();
                stages.merge(lag.stage(), LagTotal.of(lag), LagTotal::plus);
                causes.merge(lag.cause(), LagTotal.of(lag), LagTotal::plus);
            }
            var one = new LagTotal(1, time.days(), businessDays);
            total = total == null ? one : total.plus(one);
        }
        return new CycleTimes(requireNonNull(total), stages, causes);
    }

    /** As {@link #of}, for each contract; empty if there are no times. */
    public static SortedMap<ContractId, CycleTimes> byContract(Collection<CycleTime> times, BusinessCalendar calendar) {
        var sorted = new TreeMap<ContractId, List<CycleTime>>();
        times.forEach(time ->
                sorted.computeIfAbsent(time.contract(), id -> new ArrayList<>()).add(time));
        var totals = new TreeMap<ContractId, CycleTimes>();
        sorted.forEach((contract, all) -> totals.put(contract, of(all, calendar)));
        return Collections.unmodifiableSortedMap(totals);
    }

    /** The stage with the most calendar days together, the earlier of two; empty if no stage is known. */
    public Optional<CycleStage> longest() {
        CycleStage longest = null;
        long most = 0;
        for (Map.Entry<CycleStage, LagTotal> stage : stages.entrySet()) {
            if (longest == null || stage.getValue().days() > most) {
                longest = stage.getKey();
                most = stage.getValue().days();
            }
        }
        return Optional.ofNullable(longest);
    }
}
