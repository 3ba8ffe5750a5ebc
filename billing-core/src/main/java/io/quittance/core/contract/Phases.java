package io.quittance.core.contract;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a charge's life, one after the other from the day on which it begins to be served; after the last the full
 * price. {@code Phases.of(Phase.trial("P14D"), Phase.discount("P3M", "20"))} from 1 January 2026 on is free up to 14 January,
 * costs 80 % up to 14 April, and all from 15 April on.
 *
 * <p>The end of a phase is the start and the lengths of all phases up to it, added at once, months before days, so that nothing
 * drifts: of two phases of a month from 31 January on, the second begins on 28 February and the full price on 31 March.
 */
public final class Phases implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Phases NONE = new Phases(List.of());
    private static final int MOST = 120;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Phase> phases;

    private Phases(List<Phase> phases) {
        this.phases = List.copyOf(phases);
        Require.that(
                this.phases.size() <= MOST, "phases.count", "phases", "must be at most " + MOST, this.phases.size());
    }

    /** The full price from the start. */
    public static Phases none() {
        return NONE;
    }

    /**
     * In this order.
     *
     * @param phases at most 120
     */
    public static Phases of(List<Phase> phases) {
        return new Phases(phases);
    }

    /** As {@link #of(List)}. */
    public static Phases of(Phase... phases) {
        return of(List.of(phases));
    }

    /** All of them, in order. */
    public List<Phase> list() {
        return phases;
    }

    /**
     * The phase to which a day belongs; empty after the last.
     *
     * @param start the first day on which the charge is served
     * @throws IllegalArgumentException if the day is before the start
     */
    public Optional<Phase> on(LocalDate start, LocalDate day) {
        Dates.inCalendar(start, "start");
        Dates.inCalendar(day, "day");
        Require.that(!day.isBefore(start), "phases.day", "day", "must not be before the start, " + start, day);
        List<LocalDate> ends = ends(start);
        for (int i = 0; i < phases.size(); i++) {
            if (day.isBefore(ends.get(i))) {
                return Optional.of(phases.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * By what the price is multiplied on a day: 0 in a trial, 1 after the last phase.
     *
     * @param start the first day on which the charge is served
     * @throws IllegalArgumentException if the day is before the start
     */
    public Fraction factorOn(LocalDate start, LocalDate day) {
        return on(start, day).map(Phase::factor).orElse(Fraction.ONE);
    }

    /**
     * The days on which the next phase begins, or the full price after the last: one for each phase, in order.
     *
     * @param start the first day on which the charge is served
     * @throws IllegalArgumentException if one lies after the year 9999
     */
    public List<LocalDate> boundaries(LocalDate start) {
        List<LocalDate> ends = ends(Dates.inCalendar(start, "start"));
        ends.forEach(end -> Dates.inCalendar(end, "boundary"));
        return ends;
    }

    /** As {@link #boundaries}, also where they lie after the year 9999. */
    List<LocalDate> ends(LocalDate start) {
        var ends = new ArrayList<LocalDate>();
        Period sum = Period.ZERO;
        for (Phase phase : phases) {
            sum = sum.plus(phase.length());
            ends.add(start.plus(sum));
        }
        return List.copyOf(ends);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phases that && phases.equals(that.phases);
    }

    @Override
    public int hashCode() {
        return phases.hashCode();
    }

    /** For example {@code TRIAL for P14D, then DISCOUNT for P3M: 80% of the price}; {@code full price} without phases. */
    @Override
    public String toString() {
        return phases.isEmpty()
                ? "full price"
                : phases.stream().map(Phase::toString).collect(Collectors.joining(", then "));
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Phases(phases);
    }
}
