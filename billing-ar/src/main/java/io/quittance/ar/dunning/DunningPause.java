package io.quittance.ar.dunning;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It was agreed not to dun for a while. On its days nothing is sent, and they do not count for any level; interest is owed for them as ever.
 *
 * @param start the first day
 * @param end the first day that is not one of it; null if it was left open, until a {@link PauseEnded}
 * @param items which items, by id; empty if all of the account
 * @param reason why, by a key of the host's
 */
public record DunningPause(LocalDate start, @Nullable LocalDate end, List<ReceivableId> items, String reason)
        implements CollectionFact {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** Checks the dates; sorts the items. */
    public DunningPause {
        Dates.inCalendar(start, "start");
        if (end != null) {
            Dates.inCalendar(end, "end");
            Require.that(start.isBefore(end), "pause.order", "end", "must be after the start " + start, end);
        }
        items = Items.of(items);
        Require.id(reason, "reason");
    }

    /** Of the account, from a day up to, not including, another. */
    public static DunningPause of(LocalDate start, LocalDate end, String reason) {
        return new DunningPause(start, end, List.of(), reason);
    }

    /** Of the account, from a day until further notice. */
    public static DunningPause from(LocalDate start, String reason) {
        return new DunningPause(start, null, List.of(), reason);
    }

    /** The same of some items. */
    public DunningPause about(Collection<ReceivableId> newItems) {
        return new DunningPause(start, end, Items.of(newItems), reason);
    }

    /** Its days; to the end of the calendar if it was left open. */
    public ServicePeriod days() {
        return new ServicePeriod(start, end == null ? LAST : end);
    }

    @Override
    public LocalDate effectiveDate() {
        return start;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.pause(this);
    }
}
