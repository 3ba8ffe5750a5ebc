package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the events of this package check alike. */
final class Moments {
    private Moments() {}

    /** Where there is one, it lies in the calendar and not before another. */
    static void notBefore(@Nullable Instant at, String argument, Instant first) {
        if (at != null) {
            Dates.inCalendar(at, argument);
            Require.that(!at.isBefore(first), "event.order", argument, "must not be before " + first, at);
        }
    }

    /** Instants of the calendar in order, each once. */
    static List<Instant> inOrder(List<Instant> instants, String argument) {
        return requireNonNull(instants, argument).stream()
                .map(at -> Dates.inCalendar(at, argument))
                .distinct()
                .sorted()
                .toList();
    }

    /** These and one more. */
    static List<Instant> and(List<Instant> instants, Instant more) {
        return Stream.concat(instants.stream(), Stream.of(more)).toList();
    }

    /** None, or the one. */
    static List<Instant> optional(@Nullable Instant at) {
        return at == null ? List.of() : List.of(at);
    }

    /** The first of those in order, if there is one. */
    static @Nullable Instant first(List<Instant> instants) {
        return instants.isEmpty() ? null : instants.get(0);
    }
}
