package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.id.Origin;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said, and what became of it.
 *
 * @param key of its entry
 * @param contact what it was
 * @param origin automatic, or by whom
 * @param outcome what became of it; null if no more is known than that it was sent
 */
public record ContactRecord(
        EntryKey key,
        Contact contact,
        Origin origin,
        @Nullable ContactOutcome outcome) implements Serializable {
    /** Checks the parts. */
    public ContactRecord {
        requireNonNull(key, "key");
        requireNonNull(contact, "contact");
        requireNonNull(origin, "origin");
    }

    /** What became of it, if that is known. */
    public Optional<ContactOutcome.Kind> became() {
        return Optional.ofNullable(outcome).map(ContactOutcome::kind);
    }

    /** Whether it did not arrive. */
    public boolean isBounced() {
        return outcome != null && outcome.kind() == ContactOutcome.Kind.BOUNCED;
    }

    /** Whether somebody did it, and not a run by itself. */
    public boolean isPersonal() {
        return !origin.isAutomatic();
    }
}
