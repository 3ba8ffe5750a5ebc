package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The opening hours of a week, each day's in order and apart from each other.
 *
 * @param days without those that are closed
 */
record Week(SortedMap<DayOfWeek, List<OpeningHours>> days) implements Serializable {

    /** Copies and checks. */
    Week {
        var copy = new TreeMap<DayOfWeek, List<OpeningHours>>();
        days.forEach((day, hours) -> {
            List<OpeningHours> sorted = hours.stream().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                    throw new InvalidArgumentException(
                            "opening.overlap",
                            "hours",
                            "of " + day + " must not overlap",
                            sorted.get(i - 1) + " and " + sorted.get(i));
                }
            }
            if (!sorted.isEmpty()) {
                copy.put(requireNonNull(day, "day"), sorted);
            }
        });
        Require.that(!copy.isEmpty(), "opening.none", "hours", "must be given for one day of the week at least", null);
        days = Collections.unmodifiableSortedMap(copy);
    }

    static Week of(Map<DayOfWeek, ? extends Collection<OpeningHours>> hours) {
        var days = new TreeMap<DayOfWeek, List<OpeningHours>>();
        hours.forEach((day, intervals) -> days.put(requireNonNull(day, "day"), List.copyOf(intervals)));
        return new Week(days);
    }

    List<OpeningHours> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** The same in every run of a program, where that of days of the week is not. */
    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return days.toString();
    }
}
