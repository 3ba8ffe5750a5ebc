package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ActorId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a {@link CreditApplication}.
 *
 * @param granted the limit from the day of the decision on; null where it was rejected, and the limit before it stays
 * @param decidedOn the day of the decision
 * @param reviewOn when it is to be looked at again, after the day of the decision; null for never
 * @param by who decided
 * @param reason why; 1 to 200 characters
 */
public record CreditDecision(
        @Nullable CreditLimit granted,
        LocalDate decidedOn,
        @Nullable LocalDate reviewOn,
        ActorId by,
        String reason) implements Serializable {
    /** Checks the parts. */
    public CreditDecision {
        Dates.inCalendar(decidedOn, "decidedOn");
        requireNonNull(by, "by");
        Require.id(reason, "reason");
        if (reviewOn != null) {
            Dates.inCalendar(reviewOn, "reviewOn");
            Require.that(
                    reviewOn.isAfter(decidedOn),
                    "credit.review",
                    "reviewOn",
                    "must be after the day of the decision, " + decidedOn,
                    reviewOn);
        }
    }

    /** A limit, which need not be the one that was applied for. */
    public static CreditDecision granted(CreditLimit limit, LocalDate decidedOn, ActorId by, String reason) {
        return new CreditDecision(requireNonNull(limit, "limit"), decidedOn, null, by, reason);
    }

    /** No other limit than before. */
    public static CreditDecision rejected(LocalDate decidedOn, ActorId by, String reason) {
        return new CreditDecision(null, decidedOn, null, by, reason);
    }

    /** The same, to be looked at again on a day. */
    public CreditDecision reviewedOn(LocalDate day) {
        return new CreditDecision(granted, decidedOn, requireNonNull(day, "day"), by, reason);
    }

    /** Whether a limit was granted. */
    public boolean isGranted() {
        return granted != null;
    }
}
