package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ActorId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a customer wait: from the day on which it was placed up to the day before it was released.
 *
 * @param id its key, 1 to 200 characters
 * @param placedOn the first day
 * @param reason why; 1 to 200 characters
 * @param placedBy who placed it
 * @param releasedOn the first day on which it holds no more; null while it does
 * @param releasedBy who released it; null while nobody did
 */
public record CreditHold(
        String id,
        LocalDate placedOn,
        String reason,
        ActorId placedBy,
        @Nullable LocalDate releasedOn,
        @Nullable ActorId releasedBy)
        implements Serializable {
    /** Checks the parts; a hold that is released is so by somebody, not before it was placed. */
    public CreditHold {
        Require.id(id, "id");
        Dates.inCalendar(placedOn, "placedOn");
        Require.id(reason, "reason");
        requireNonNull(placedBy, "placedBy");
        Require.that(
                (releasedOn == null) == (releasedBy == null),
                "hold.released-by",
                "releasedBy",
                "must be there if and only if it is released",
                releasedBy);
        if (releasedOn != null) {
            Dates.inCalendar(releasedOn, "releasedOn");
            Require.that(
                    !releasedOn.isBefore(placedOn),
                    "hold.released-on",
                    "releasedOn",
                    "must not be before the day on which it was placed, " + placedOn,
                    releasedOn);
        }
    }

    /** One that holds from a day on. */
    public static CreditHold of(String id, LocalDate placedOn, String reason, ActorId placedBy) {
        return new CreditHold(id, placedOn, reason, placedBy, null, null);
    }

    /**
     * The same, which holds no more from a day on.
     *
     * @throws IllegalArgumentException if it was released otherwise before
     */
    public CreditHold released(LocalDate day, ActorId by) {
        var released =
                new CreditHold(id, placedOn, reason, placedBy, requireNonNull(day, "day"), requireNonNull(by, "by"));
        Require.that(
                releasedOn == null || equals(released),
                "hold.released",
                "releasedOn",
                "must be " + releasedOn + ", as before",
                day);
        return released;
    }

    /** As it was placed. */
    CreditHold unreleased() {
        return of(id, placedOn, reason, placedBy);
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !placedOn.isAfter(day) && (releasedOn == null || day.isBefore(releasedOn));
    }
}
