package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;

/**
 * An item that is open and not dunned, and why.
 *
 * @param item what is open
 * @param hold the reason
 */
public record HeldItem(OpenItem item, Hold hold) implements Serializable {
    /** Checks that both are there. */
    public HeldItem {
        requireNonNull(item, "item");
        requireNonNull(hold, "hold");
    }

    /** The reason. */
    public HoldReason reason() {
        return hold.reason();
    }
}
