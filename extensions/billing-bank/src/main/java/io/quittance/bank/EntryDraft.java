package io.quittance.bank;

import io.quittance.core.internal.Sha256;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as it is read. */
final class EntryDraft {
    final int line;

    /** Null where it cannot be read. */
    @Nullable
    Amount amount;

    /** Null where it cannot be read. */
    @Nullable
    Direction direction;

    EntryStatus status = EntryStatus.BOOKED;
    boolean isReversal;

    /** Whether it is one by its code; asked where there are no details that say so. */
    boolean isReturn;

    @Nullable
    LocalDate bookingDate;

    @Nullable
    LocalDate valueDate;

    @Nullable
    String reference;

    @Nullable
    String code;

    /** Lines of what the bank says. */
    final List<String> information = new ArrayList<>();

    /** How many transactions the file says it is of; 0 where it does not say. */
    long batchCount;

    boolean isBatch;
    final List<DetailDraft> details = new ArrayList<>();

    private String hash = "";

    EntryDraft(int line) {
        this.line = line;
    }

    /**
     * Takes what is written of the entry, for an id where the bank gives no reference. It is what stands in the file and not what is
     * understood of it, so that a later version of this reader, which may understand more, gives the same id.
     */
    void sign(String written) {
        hash = Sha256.of(hash + "\u001f" + written);
    }

    /** Of all that was {@linkplain #sign taken}. */
    String hash() {
        return hash;
    }
}
