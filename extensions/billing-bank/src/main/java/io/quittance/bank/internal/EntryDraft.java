package io.quittance.bank.internal;

import io.quittance.bank.Direction;
import io.quittance.bank.EntryStatus;
import io.quittance.core.internal.Sha256;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as it is read, which a reader fills in; what it does not find stays as it is. */
public final class EntryDraft {
    /** Where it begins, from 1. */
    public final int line;

    /** Null where it cannot be read. */
    public @Nullable Amount amount;

    /** Null where it cannot be read. */
    public @Nullable Direction direction;

    /** Whether the bank has booked it. */
    public EntryStatus status = EntryStatus.BOOKED;

    /** Whether it takes back an entry of the other direction. */
    public boolean isReversal;

    /** Whether it is one by its code; asked where there are no details that say so. */
    public boolean isReturn;

    /** When it was booked. */
    public @Nullable LocalDate bookingDate;

    /** When the money counts. */
    public @Nullable LocalDate valueDate;

    /** The bank's own, as it is written. */
    public @Nullable String reference;

    /** What kind of transaction. */
    public @Nullable String code;

    /** Lines of what the bank says. */
    public final List<String> information = new ArrayList<>();

    /** How many transactions the file says it is of; 0 where it does not say. */
    public long batchCount;

    /** Whether the file says that it is of several transactions. */
    public boolean isBatch;

    /** The transactions that it is of; empty where the file does not tell them apart. */
    public final List<DetailDraft> details = new ArrayList<>();

    private String hash = "";

    /** @param line where it begins, from 1 */
    public EntryDraft(int line) {
        this.line = line;
    }

    /**
     * Takes what is written of the entry, for an id where the bank gives no reference. It is what stands in the file and not what is
     * understood of it, so that a later version of this reader, which may understand more, gives the same id.
     */
    public void sign(String written) {
        hash = Sha256.of(hash + "\u001f" + written);
    }

    /** Of all that was {@linkplain #sign taken}. */
    String hash() {
        return hash;
    }
}
