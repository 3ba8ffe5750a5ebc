package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * A debt came into being. Money that is left on account of earlier payments pays it first, the oldest payment first, as of the day of
 * that payment; then it waits for the next.
 *
 * @param item the debt, and how much of it payments may settle: less than all where a part is written off
 * @param effectiveDate from when on it is there
 * @param recorded when it became known
 */
public record Charged(OpenItem item, LocalDate effectiveDate, Recording recorded) implements AccountEvent {
    /** Checks the parts. */
    public Charged {
        requireNonNull(item, "item");
        Dates.inCalendar(effectiveDate, "effectiveDate");
        requireNonNull(recorded, "recorded");
    }

    /** All of a debt that was known on the day of its document, before all else of that day. */
    public static Charged of(Receivable receivable) {
        LocalDate day = receivable.documentDate();
        return new Charged(OpenItem.of(receivable), day, new Recording(day, Long.MIN_VALUE));
    }

    /**
     * All of a debt that was added to an account, such as a fee: it is there from the day for which it is due, or from the day of its
     * recording if that is earlier (ar.md 4.10). A fee for 9 October that was recorded in November was there on 9 October.
     *
     * @param due for which day, also where the debt ages with an item that is due later
     */
    public static Charged of(Receivable receivable, LocalDate due, Recording recorded) {
        LocalDate day = due.isBefore(recorded.day()) ? due : recorded.day();
        return new Charged(OpenItem.of(receivable), day, recorded);
    }

    @Override
    public CustomerId customer() {
        return item.customer();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.charged(this);
    }
}
