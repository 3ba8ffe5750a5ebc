package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * When a fact became known: the earlier day first, and of one day the smaller number.
 *
 * @param day on which it was recorded
 * @param sequence its number in the order of recording
 */
public record Recording(LocalDate day, long sequence) implements Comparable<Recording>, Serializable {
    private static final Comparator<Recording> ORDER =
            Comparator.comparing(Recording::day).thenComparingLong(Recording::sequence);

    /** Checks that the day is there. */
    public Recording {
        requireNonNull(day, "day");
    }

    @Override
    public int compareTo(Recording other) {
        return ORDER.compare(this, other);
    }
}
