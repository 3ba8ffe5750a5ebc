package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.plan.PromiseStanding;
import java.io.Serializable;

/**
 * A promise and how it stands.
 *
 * @param key of its entry
 * @param made what was promised
 * @param standing what became of it by what was paid
 */
public record PromiseRecord(EntryKey key, PromiseMade made, PromiseStanding standing) implements Serializable {
    /** Checks the parts. */
    public PromiseRecord {
        requireNonNull(key, "key");
        requireNonNull(made, "made");
        requireNonNull(standing, "standing");
    }
}
