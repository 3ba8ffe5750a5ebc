package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that bring a ledger to where it would be had all been known from the beginning: allocations that come out otherwise are
 * reversed on their own day, and what the {@link Replay} settles instead is allocated. An allocation whose lines come out as they were
 * stands, and so keeps its key. Post the entries, and open items and money on account are those of the replay.
 *
 * <p>Facts count as the ledger has them: debts from the date of their document, payments from their value date, of one day in the order
 * of recording. What is reversed or returned never was; what is written off, refunded or converted, and stands, is not there for
 * debts. What was moved to a plan is not there for payments, whenever they came, but the debts of the plan are, from its day on. A settlement that closed debts by adjustments, such as a discount, stands as it is; credits count as money does. What a
 * clerk allocated is settled anew too: to keep it, give a strategy that knows of it, such as one that takes what the payer names first.
 *
 * <p>A new allocation is dated on the first day from which on the ledger has its money and its debts: the value date of the payment, the
 * date of the document if that is later, or the day on which a debt is open again. 60.00 of 10 March paid a debt of 1 March; a debt of 1
 * February that is recorded in April is older: the allocation of 10 March is reversed as of 10 March, and the older debt is paid that
 * day. Answers about March as known before April stay as they were.
 *
 * <p>It can be serialised if the strategy can.
 */
public final class Rebooking implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CustomerLedger before;
    private final transient AllocationStrategy strategy;
    private final transient String key;
    private final transient Instant recordedAt;
    private final transient Replay replay;
    private final transient Corrections corrections;

    private Rebooking(CustomerLedger before, AllocationStrategy strategy, String key, Instant recordedAt) {
        this.before = before.requireEntries();
        this.strategy = requireNonNull(strategy, "strategy");
        this.key = Require.id(key, "key");
        this.recordedAt = Dates.inCalendar(recordedAt, "recordedAt");
        var standing = new Standing(before);
        replay = Replay.of(before.currency(), standing.events(), strategy);
        corrections = new Corrections(before, key, recordedAt);
        corrections.correct(replay, standing);
    }

    /**
     * Replays the facts of a customer.
     *
     * @param ledger with all facts; an entry that was recorded late stands in its place by its day
     * @param strategy as for {@link Replay#of}
     * @param key what the keys of the new entries begin with, before a hyphen and a number: {@code replay-7} makes {@code replay-7-1}
     * @param recordedAt when they are recorded, not before the last entry of the ledger
     * @throws IllegalArgumentException if the ledger goes on from a snapshot, the strategy breaks a law, or the ledger refuses the keys
     *     or the instant
     */
    public static Rebooking of(CustomerLedger ledger, AllocationStrategy strategy, String key, Instant recordedAt) {
        return new Rebooking(requireNonNull(ledger, "ledger"), strategy, key, recordedAt);
    }

    /** What to post, in order: reversals, then allocations; nothing if all stands as it is. They are recorded automatically. */
    public List<LedgerEntry> entries() {
        return corrections.entries();
    }

    /** The ledger with these entries. */
    public CustomerLedger ledger() {
        return corrections.ledger();
    }

    /** What the facts come to. */
    public Replay replay() {
        return replay;
    }

    /** Whether both have the same entries for the same ledger. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rebooking that
                && before.customer().equals(that.before.customer())
                && before.entries().equals(that.before.entries())
                && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    @Override
    public String toString() {
        return entries().size() + " entries for the " + before;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rebooking is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(before, strategy, key, recordedAt);
    }

    /** The serial form: the question, which is asked again on the way back in. */
    @SuppressWarnings("serial") // serialisable if the strategy is
    private record Proxy(CustomerLedger before, AllocationStrategy strategy, String key, Instant recordedAt)
            implements Serializable {
        private Object readResolve() {
            return of(before, strategy, key, recordedAt);
        }
    }
}
