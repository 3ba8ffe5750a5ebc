package io.quittance.ar.ledger;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What of a ledger's history is only known by its keys and ids.
 *
 * @param snapshot null if nothing is folded
 */
record Folded(@Nullable LedgerSnapshot snapshot) {
    static final Folded NOTHING = new Folded(null);

    /** Before any entry that is not folded. */
    Balance balance(CurrencyUnit currency) {
        return snapshot == null ? Balance.empty(currency) : Balance.of(snapshot, currency);
    }

    int version() {
        return snapshot == null ? 0 : snapshot.version();
    }

    /** The latest day on which something of it changes. */
    LocalDate latest() {
        return snapshot == null ? LocalDate.MIN : snapshot.latest();
    }

    private LocalDate through() {
        return snapshot == null ? LocalDate.MIN : snapshot.through();
    }

    void requireNewKey(EntryKey key, String argument) {
        requireNew(snapshot == null ? Set.of() : snapshot.keys(), key, argument);
    }

    /** A key or an id that was used before the snapshot is used up, though what it named is forgotten. */
    void requireNewId(Object id, String argument) {
        requireNew(snapshot == null ? Set.of() : snapshot.receivables(), id, argument);
        requireNew(snapshot == null ? Set.of() : snapshot.payments(), id, argument);
        requireNew(snapshot == null ? Set.of() : snapshot.cases(), id, argument);
    }

    private void requireNew(Set<?> known, Object id, String argument) {
        if (known.contains(id)) {
            throw folded(argument, id);
        }
    }

    /** Why something that must be there is not. */
    InvalidArgumentException missing(String argument, Object id) {
        return snapshot != null
                        && (snapshot.receivables().contains(id)
                                || snapshot.payments().contains(id)
                                || snapshot.cases().contains(id))
                ? folded(argument, id)
                : new InvalidArgumentException("ledger.unknown", argument, "must be in the customer's ledger", id);
    }

    InvalidArgumentException folded(String argument, Object id) {
        return new InvalidArgumentException(
                "ledger.folded",
                argument,
                "must not be one that was folded into the snapshot of " + through() + ", which needs the entries",
                id);
    }

    void requireNotBefore(LocalDate day, String argument) {
        Require.that(
                !day.isBefore(through()),
                "ledger.folded",
                argument,
                "must not be before " + through() + ", through which the ledger is folded",
                day);
    }

    void requireAfter(LedgerEntry entry) {
        if (snapshot != null) {
            requireNotBefore(entry.effectiveDate(), "effectiveDate");
            Require.that(
                    !entry.recordedAt().isBefore(snapshot.recordedAt()),
                    "ledger.recorded-at",
                    "recordedAt",
                    "must not be before the last entry's, " + snapshot.recordedAt(),
                    entry.recordedAt());
        }
    }

    void requireAnswer(AsOf asOf) {
        if (snapshot != null) {
            Require.that(
                    asOf.includes(snapshot.through(), snapshot.recordedAt()),
                    "ledger.folded",
                    "asOf",
                    "must not be before " + snapshot.through() + " as known at " + snapshot.recordedAt()
                            + ", through which the ledger is folded",
                    asOf);
        }
    }
}
