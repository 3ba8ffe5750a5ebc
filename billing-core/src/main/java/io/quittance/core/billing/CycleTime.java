package io.quittance.core.billing;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The billing cycle time of one document or period, from the end of the service to the last stage that is known, stage by stage.
 * What served January, is complete on 3 February, drafted on the 4th and sent on the 6th took 2, 1 and 2 days, together 5: the
 * service ends where 1 February begins, so what is sent on that day took 0.
 *
 * <p>Of a document that is issued again the first days count.
 */
public final class CycleTime implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContractId contract;
    private final ServicePeriod period;

    @SuppressWarnings("serial") // a copy in a TreeMap, which is serialisable
    private final SortedMap<CycleStage, Reached> stages;

    /** The day of a stage, and what was waited for. */
    private record Reached(LocalDate day, String cause) implements Serializable {
        private Reached {
            Dates.inCalendar(day, "day");
            Require.id(cause, "cause");
        }
    }

    private CycleTime(ContractId contract, ServicePeriod period, Map<CycleStage, Reached> stages) {
        this.contract = requireNonNull(contract, "contract");
        this.period = requireNonNull(period, "period");
        this.stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
        requireOrder();
    }

    private void requireOrder() {
        LocalDate before = period.end();
        String name = "the end of the service";
        for (Map.Entry<CycleStage, Reached> stage : stages.entrySet()) {
            LocalDate day = stage.getValue().day();
            boolean free = stage.getKey() == CycleStage.BILLING_DAY || stage.getKey() == CycleStage.CUT_OFF;
            Require.that(
                    free || !day.isBefore(before),
                    "stage.order",
                    stage.getKey().name(),
                    "must not be before " + name + ", " + before,
                    day);
            before = end(stage.getKey(), day, before);
            name = stage.getKey().name();
        }
    }

    /** Where a stage ends its wait: usage that is complete early ends none. */
    private static LocalDate end(CycleStage stage, LocalDate day, LocalDate before) {
        return stage == CycleStage.CUT_OFF && day.isBefore(before) ? before : day;
    }

    /** A service that has ended, of which no stage is known. */
    public static CycleTime of(ContractId contract, ServicePeriod period) {
        return new CycleTime(contract, period, Map.of());
    }

    /** What is due by a billing calendar, with its billing day: the wait that the cycle imposes. */
    public static CycleTime of(CalendarEntry entry) {
        return of(entry.contract(), entry.served()).at(CycleStage.BILLING_DAY, entry.billable());
    }

    /**
     * The same with a stage that was reached on a day.
     *
     * @throws IllegalArgumentException if the stage is known, or the day is before that of an earlier stage or after that of a later
     *     one
     */
    public CycleTime at(CycleStage stage, LocalDate day) {
        return at(stage, day, stage.cause());
    }

    /** As {@link #at(CycleStage, LocalDate)}, at an instant, which counts by its day in a zone. */
    public CycleTime at(CycleStage stage, Instant instant, ZoneId zone) {
        return at(stage, instant.atZone(zone).toLocalDate());
    }

    /** As {@link #at(CycleStage, LocalDate)}, where it was something else that was waited for, such as {@code dispute}. */
    public CycleTime at(CycleStage stage, LocalDate day, String cause) {
        Require.that(
                !stages.containsKey(requireNonNull(stage, "stage")),
                "stage.duplicate",
                stage.name(),
                "must be given once",
                day);
        var more = new TreeMap<>(stages);
        more.put(stage, new Reached(day, cause));
        return new CycleTime(contract, period, more);
    }

    /** The contract. */
    public ContractId contract() {
        return contract;
    }

    /** The days of the service; the wait begins with the day after the last. */
    public ServicePeriod period() {
        return period;
    }

    /** The day of a stage, if it is known. */
    public Optional<LocalDate> day(CycleStage stage) {
        return Optional.ofNullable(stages.get(stage)).map(Reached::day);
    }

    /** Whether it may be billed before the service ends, so that days are counted from before that. */
    public boolean isInAdvance() {
        return day(CycleStage.BILLING_DAY)
                .filter(day -> day.isBefore(period.end()))
                .isPresent();
    }

    /** The days from the end of the service to the last stage that is known; 0 if none is. The sum of the {@link #lags}. */
    public long days() {
        LocalDate last = period.end();
        for (Map.Entry<CycleStage, Reached> stage : stages.entrySet()) {
            last = end(stage.getKey(), stage.getValue().day(), last);
        }
        return DAYS.between(period.end(), last);
    }

    /** The wait for each stage that is known, in order; the calendar is asked for each day. */
    public List<StageLag> lags(BusinessCalendar calendar) {
        requireNonNull(calendar, "calendar");
        var lags = new ArrayList<StageLag>();
        LocalDate before = period.end();
        for (Map.Entry<CycleStage, Reached> stage : stages.entrySet()) {
            LocalDate day = end(stage.getKey(), stage.getValue().day(), before);
            lags.add(new StageLag(
                    stage.getKey(),
                    stage.getValue().cause(),
                    DAYS.between(before, day),
                    businessDays(before, day, calendar)));
            before = day;
        }
        return List.copyOf(lags);
    }

    /** Those after the first day up to the last; negative where the last is before the first. */
    private static long businessDays(LocalDate first, LocalDate last, BusinessCalendar calendar) {
        if (last.isBefore(first)) {
            return -businessDays(last, first, calendar);
        }
        long count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            count += calendar.isBusinessDay(day) ? 1 : 0;
        }
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CycleTime that
                && contract.equals(that.contract)
                && period.equals(that.period)
                && stages.equals(that.stages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contract, period, stages);
    }

    /** For example {@code C-1 [2026-01-01, 2026-02-01): 5 days}. */
    @Override
    public String toString() {
        return contract + " " + period + ": " + days() + " days";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new CycleTime(contract, period, stages);
    }
}
