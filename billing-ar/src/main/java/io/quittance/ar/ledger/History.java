package io.quittance.ar.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a customer and those before it. One in {@value #SPAN} keeps what all entries up to it come to: an older balance is that
 * of the next one before, with the few entries after it posted again, so that a long history does not hold one for each entry. Each
 * knows the one before it and one much earlier, so that what was known at an instant is found in a logarithm of the entries (Myers, An
 * applicative random-access stack, 1983).
 */
final class History {
    static final int SPAN = 16;

    final @Nullable History previous;
    /** One much earlier; null if that would be before the first entry. */
    final @Nullable History earlier;

    final LedgerEntry last;
    final int size;
    /** The first day on which an entry took effect; entries may be recorded in another order. */
    final LocalDate first;
    /** The latest such day. */
    final LocalDate latest;
    /** What the entries come to, where it is kept. */
    final @Nullable Balance balance;

    private History(
            @Nullable History previous,
            @Nullable History earlier,
            LedgerEntry last,
            LocalDate first,
            LocalDate latest,
            @Nullable Balance balance) {
        this.previous = previous;
        this.earlier = earlier;
        this.last = last;
        this.size = size(previous) + 1;
        this.first = first;
        this.latest = latest;
        this.balance = balance;
    }

    /** @param balance what the entries come to with this one */
    static History of(@Nullable History previous, LedgerEntry last, Balance balance) {
        LocalDate day = last.effectiveDate();
        if (previous == null) {
            return new History(null, null, last, day, day, null);
        }
        return new History(
                previous,
                earlier(previous),
                last,
                day.isBefore(previous.first) ? day : previous.first,
                day.isAfter(previous.latest) ? day : previous.latest,
                (previous.size + 1) % SPAN == 0 ? balance : null);
    }

    /** Two strides of one length become one of twice that, and a step. */
    private static @Nullable History earlier(History previous) {
        History stride = previous.earlier;
        History next = stride == null ? null : stride.earlier;
        return previous.size - size(stride) == size(stride) - size(next) ? next : previous;
    }

    private static int size(@Nullable History history) {
        return history == null ? 0 : history.size;
    }

    /** The entries that were recorded up to and with an instant; null if there are none. */
    static @Nullable History knownAt(@Nullable History newest, Instant instant) {
        History at = newest;
        while (at != null && at.isAfter(instant)) {
            at = at.back(instant);
        }
        return at;
    }

    /** One step back from an entry after an instant, as far as goes without passing by what was known then. */
    @Nullable
    History back(Instant instant) {
        return earlier != null && earlier.isAfter(instant) ? earlier : previous;
    }

    boolean isAfter(Instant instant) {
        return last.recordedAt().isAfter(instant);
    }
}
