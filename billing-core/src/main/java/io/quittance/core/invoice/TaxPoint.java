package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the tax becomes due, where that is not the date of the invoice (EN 16931): either a day, or an event whose day is not known
 * yet; never both (BR-CO-03).
 *
 * @param day (BT-7); null if it is an event
 * @param when the event (BT-8); null if it is a day
 */
public record TaxPoint(@Nullable LocalDate day, @Nullable Event when) implements Serializable {
    /** What makes the tax due; codes of UNCL 2005. */
    public enum Event {
        /** The issue of the invoice. */
        ISSUE("3"),
        /** The delivery. */
        DELIVERY("35"),
        /** The payment: cash accounting. */
        PAYMENT("432");

        private final String code;

        Event(String code) {
            this.code = code;
        }

        /** The code of UNCL 2005. */
        public String code() {
            return code;
        }
    }

    /** Checks that it is one of them. */
    public TaxPoint {
        Require.that(
                (day == null) != (when == null),
                "tax.point",
                "taxPoint",
                "must be either a day or an event (BR-CO-03)",
                day);
        if (day != null) {
            Dates.inCalendar(day, "day");
        }
    }

    /** On a day. */
    public static TaxPoint on(LocalDate day) {
        return new TaxPoint(requireNonNull(day, "day"), null);
    }

    /** On the day of an event. */
    public static TaxPoint at(Event event) {
        return new TaxPoint(null, requireNonNull(event, "event"));
    }

    /** The day, if it is one. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(day);
    }

    /** The event, if it is one. */
    public Optional<Event> event() {
        return Optional.ofNullable(when);
    }
}
