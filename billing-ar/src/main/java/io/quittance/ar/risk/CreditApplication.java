package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer, or one who acts for it, asks for a credit limit.
 *
 * @param id its key, 1 to 200 characters
 * @param requested the limit that is asked for
 * @param appliedOn the day on which it came in
 * @param decision what was decided; null while nothing is
 */
public record CreditApplication(
        String id,
        CreditLimit requested,
        LocalDate appliedOn,
        @Nullable CreditDecision decision) implements Serializable {
    /** Checks the parts; nothing is decided before it is asked for. */
    public CreditApplication {
        Require.id(id, "id");
        requireNonNull(requested, "requested");
        Dates.inCalendar(appliedOn, "appliedOn");
        if (decision != null) {
            Require.that(
                    !decision.decidedOn().isBefore(appliedOn),
                    "credit.decided-on",
                    "decidedOn",
                    "must not be before the day of the application, " + appliedOn,
                    decision.decidedOn());
        }
    }

    /** One that is not decided. */
    public static CreditApplication of(String id, CreditLimit requested, LocalDate appliedOn) {
        return new CreditApplication(id, requested, appliedOn, null);
    }

    /**
     * The same with what was decided.
     *
     * @throws IllegalArgumentException if something else was decided before
     */
    public CreditApplication decided(CreditDecision newDecision) {
        requireNonNull(newDecision, "newDecision");
        Require.that(
                decision == null || decision.equals(newDecision),
                "credit.decided",
                "decision",
                "must be the only one of application " + id,
                newDecision);
        return new CreditApplication(id, requested, appliedOn, newDecision);
    }

    /** As it came in. */
    CreditApplication undecided() {
        return of(id, requested, appliedOn);
    }

    /** Whether it waits for a decision at the end of a day. */
    public boolean isPending(LocalDate day) {
        return !appliedOn.isAfter(day)
                && (decision == null || decision.decidedOn().isAfter(day));
    }

    /** Whether a limit was granted by the end of a day. */
    public boolean isGranted(LocalDate day) {
        return decision != null && decision.isGranted() && !decision.decidedOn().isAfter(day);
    }
}
