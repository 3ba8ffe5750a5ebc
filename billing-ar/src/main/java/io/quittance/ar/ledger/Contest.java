package io.quittance.ar.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispute about a debt was opened or closed, after those before it.
 *
 * @param day from which on; not before that of the one before
 * @param isOpen whether the debt is contested from then on
 * @param before what was before; null if nothing was
 */
record Contest(LocalDate day, boolean isOpen, @Nullable Contest before) {

    /** Whether the debt is contested at the end of that day. */
    static boolean isOpen(@Nullable Contest last, LocalDate on) {
        Contest then = last;
        while (then != null && then.day.isAfter(on)) {
            then = then.before;
        }
        return then != null && then.isOpen;
    }

    /** The days on which disputes were opened and closed in turn, beginning with the one that is open on that day, if one is. */
    static List<LocalDate> from(@Nullable Contest last, LocalDate on) {
        var days = new ArrayList<LocalDate>();
        Contest then = last;
        while (then != null && then.day.isAfter(on)) {
            days.add(then.day);
            then = then.before;
        }
        if (then != null && then.isOpen) {
            days.add(then.day);
        }
        Collections.reverse(days);
        return days;
    }

    /** As {@link #from} has them. */
    static @Nullable Contest of(List<LocalDate> days) {
        Contest last = null;
        boolean isOpen = false;
        for (LocalDate day : days) {
            isOpen = !isOpen;
            last = new Contest(day, isOpen, last);
        }
        return last;
    }
}
