package io.quittance.ar.ledger;

import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a customer and those before it. One in {@value #SPAN} keeps what all entries up to it come to: an older balance is that
 * of the next one before, with the few entries after it posted again, so that a long history does not hold one for each entry.
 */
final class History {
    static final int SPAN = 16;

    final @Nullable History previous;
    final LedgerEntry last;
    final int size;
    /** The latest day on which an entry took effect; entries may be recorded in another order. */
    final LocalDate latest;
    /** What the entries come to, where it is kept. */
    final @Nullable Balance balance;

    private History(
            @Nullable History previous, LedgerEntry last, int size, LocalDate latest, @Nullable Balance balance) {
        this.previous = previous;
        this.last = last;
        this.size = size;
        this.latest = latest;
        this.balance = balance;
    }

    /** @param balance what the entries come to with this one */
    static History of(@Nullable History previous, LedgerEntry last, Balance balance) {
        int size = previous == null ? 1 : previous.size + 1;
        LocalDate day = last.effectiveDate();
        LocalDate latest = previous == null || day.isAfter(previous.latest) ? day : previous.latest;
        return new History(previous, last, size, latest, size % SPAN == 0 ? balance : null);
    }

    /** Whether the entry counts for a question. */
    boolean lastCounts(AsOf asOf) {
        return asOf.includes(last.effectiveDate(), last.recordedAt());
    }

    /** Whether it and all entries before it count: it was recorded last, and none took effect later. */
    boolean allCount(AsOf asOf) {
        return asOf.includes(latest, last.recordedAt());
    }
}
