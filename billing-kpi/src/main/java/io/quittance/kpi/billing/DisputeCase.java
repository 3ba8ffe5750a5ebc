package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.time.Turnaround;
import io.quittance.kpi.time.Waiting;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy of an invoice or payment that somebody contests, such as a deduction, and what became of it so far. A case that is opened again after it was resolved is one of its own,
 * under a key of its own such as {@code D-17/2}: it counts again once, and what was resolved before stays so.
 *
 * @param key unique among cases
 * @param recordedAt when this state was recorded
 * @param opened when it was raised
 * @param amount what is contested, more than 0
 * @param reason why, such as {@code PRICING}; kept as it is
 * @param waits times in which it was the customer's turn, from {@code opened} to its end, in order and apart from each other; the last may go on
 * @param resolution how it ended; null as long as it has not
 */
public record DisputeCase(
        String key,
        Instant recordedAt,
        Instant opened,
        Amount amount,
        String reason,
        List<Waiting> waits,
        @Nullable Resolution resolution)
        implements KpiEvent, Serializable {

    /** In whose favour a case ended. */
    public enum Outcome {
        /** In ours: it was rejected or withdrawn. */
        OURS,
        /** Both agreed, such as on a part of it. */
        AGREED,
        /** In the customer's: it was accepted. */
        CUSTOMERS;

        /** Whether it ended successfully: in our favour, or agreed. */
        public boolean isSuccess() {
            return this != CUSTOMERS;
        }
    }

    /**
     * The end of a case, whatever its outcome.
     *
     * @param at when
     * @param outcome in whose favour
     */
    public record Resolution(Instant at, Outcome outcome) implements Serializable {
        /** Checks that both are there. */
        public Resolution {
            Dates.inCalendar(at, "at");
            requireNonNull(outcome, "outcome");
        }
    }

    /** Checks the parts. */
    public DisputeCase {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Dates.inCalendar(opened, "opened");
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "dispute.amount",
                "amount",
                "must be more than 0",
                amount);
        Require.id(reason, "reason");
        Require.that(
                resolution == null || !resolution.at().isBefore(opened),
                "event.order",
                "resolution",
                "must not be before " + opened,
                resolution);
        waits = new Turnaround(key, opened, resolution == null ? null : resolution.at(), waits).waits();
    }

    /** As it is raised, recorded at once. */
    public static DisputeCase opened(String key, Instant opened, MonetaryAmount amount, String reason) {
        return new DisputeCase(key, opened, opened, Amount.from(amount), reason, List.of(), null);
    }

    /** The state with its end, recorded at once. */
    public DisputeCase resolved(Instant at, Outcome outcome) {
        return new DisputeCase(
                key,
                recordedNext(requireNonNull(at, "at")),
                opened,
                amount,
                reason,
                waits,
                new Resolution(at, outcome));
    }

    /** The same state, recorded at another time than when it came about. */
    public DisputeCase asRecorded(Instant at) {
        return new DisputeCase(key, at, opened, amount, reason, waits, resolution);
    }

    /** The state in which the customer is awaited from a time on, recorded at once; {@link #waited} from that time on tells the end, as does {@link #resolved}. */
    public DisputeCase waitingSince(Instant from) {
        return with(recordedNext(requireNonNull(from, "from")), Waiting.since(from));
    }

    /** The state after a time in which it was the customer's turn, recorded at its end; of what was resolved before, right after that. */
    public DisputeCase waited(Instant from, Instant until) {
        return with(recordedNext(requireNonNull(until, "until")), new Waiting(from, until));
    }

    /** In place of a wait that goes on from the same time. */
    private DisputeCase with(Instant recorded, Waiting wait) {
        var more = new ArrayList<>(waits);
        more.remove(Waiting.since(wait.from()));
        more.add(wait);
        return new DisputeCase(key, recorded, opened, amount, reason, more, resolution);
    }

    /** When it ended; null if it has not. */
    private @Nullable Instant resolvedAt() {
        return resolution == null ? null : resolution.at();
    }

    /** From its opening to its end. */
    Turnaround untilResolved() {
        return new Turnaround(key, opened, resolvedAt());
    }

    /** The same without the times in which it was the customer's turn. */
    Turnaround untilResolvedByUs() {
        return new Turnaround(key, opened, resolvedAt(), waits);
    }

    /** Whether it had been raised before an instant and had not ended before it. */
    boolean isOpenAt(Instant at) {
        return opened.isBefore(at) && (resolution == null || !resolution.at().isBefore(at));
    }
}
