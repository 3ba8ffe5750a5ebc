package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What posting did.
 *
 * @param ledger the next version; the same one if the entry was there already
 * @param isDuplicate whether an equal entry with this key was there already, so that nothing has changed
 * @param <L> the kind of ledger
 */
public record Posting<L>(L ledger, boolean isDuplicate) implements Serializable {

    /** Checks that the ledger is there. */
    public Posting {
        requireNonNull(ledger, "ledger");
    }
}
