package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the last run stopped: for which day it billed, how many amendments it knew, where the term ended, and how far it came
 * in each cycle.
 *
 * @param date the day for which it billed; null before the first run
 * @param amendments how many amendments of the contract it knew
 * @param termEnd the end of the term as it knew it; null before the first run
 * @param cycles how far it came, by the name of the cycle
 * @param waiting lines of documents that wait until they reach the least amount that the customer wants on one
 */
public record BillingMark(
        @Nullable LocalDate date,
        int amendments,
        @Nullable LocalDate termEnd,
        SortedMap<String, Reached> cycles,
        List<BillLine> waiting)
        implements Serializable {

    /** Before the first run. */
    public static final BillingMark NONE = new BillingMark(null, 0, null, new TreeMap<>(), List.of());

    /** Copies the cycles. */
    public BillingMark {
        Require.that(amendments >= 0, "number.negative", "amendments", "must not be negative", amendments);
        Require.that(
                (date == null) == (termEnd == null),
                "mark.term-end",
                "termEnd",
                "must be given with the date",
                termEnd);
        waiting = List.copyOf(waiting);
        cycles = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(cycles, "cycles")));
    }

    /**
     * How far a cycle was billed.
     *
     * @param first the number of the first period that was looked at
     * @param open the number of the first period that is not closed; the next one where all are
     * @param last the number of the last period that was looked at
     */
    public record Reached(long first, long open, long last) implements Serializable {
        /** Checks the order. */
        public Reached {
            Require.that(
                    first <= open && open <= last + 1,
                    "mark.open",
                    "open",
                    "must be between " + first + " and " + (last + 1),
                    open);
        }
    }

    /** The day for which the last run billed, if there was one. */
    public Optional<LocalDate> lastDate() {
        return Optional.ofNullable(date);
    }
}
