package io.quittance.kpi.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer asks for credit, and what was decided so far.
 *
 * @param key unique among requests
 * @param recordedAt when this state was recorded
 * @param customer who asks
 * @param received when
 * @param decision not before {@code received}; null as long as there is none
 */
public record CreditRequest(
        String key,
        Instant recordedAt,
        String customer,
        LocalDate received,
        @Nullable Decision decision) implements KpiEvent, Serializable {

    /** What is decided. */
    public enum Outcome {
        /** All that was asked for is granted. */
        APPROVED,
        /** Some credit is granted, less than was asked for. */
        APPROVED_IN_PART,
        /** None is granted. */
        REJECTED
    }

    /**
     * What was decided and when.
     *
     * @param day when
     * @param outcome what
     */
    public record Decision(LocalDate day, Outcome outcome) implements Serializable {
        /** Checks that both are there. */
        public Decision {
            Dates.inCalendar(day, "day");
            requireNonNull(outcome, "outcome");
        }
    }

    /** Checks the parts. */
    public CreditRequest {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.id(customer, "customer");
        Dates.inCalendar(received, "received");
        Require.that(
                decision == null || !decision.day().isBefore(received),
                "event.order",
                "decision",
                "must not be before " + received,
                decision);
    }

    /** As it comes in. */
    public static CreditRequest received(String key, String customer, LocalDate day, Instant recordedAt) {
        return new CreditRequest(key, recordedAt, customer, day, null);
    }

    /** The state in which it is decided. */
    public CreditRequest decided(LocalDate day, Outcome outcome, Instant recorded) {
        return new CreditRequest(key, recorded, customer, received, new Decision(day, outcome));
    }

    /** What was decided by the end of a day. */
    Optional<Decision> decidedBy(LocalDate day) {
        return Optional.ofNullable(decision).filter(made -> !made.day().isAfter(day));
    }
}
