package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A debt that owes what an item was paid short.
 *
 * @param receivable the new debt
 * @param origin the item that is closed by it
 * @param reason why it was paid short; 1 to 200 characters
 */
public record NewItem(Receivable receivable, ReceivableId origin, String reason) implements Serializable {

    /** Checks the parts. */
    public NewItem {
        requireNonNull(receivable, "receivable");
        Require.that(
                !receivable.id().equals(origin), "settlement.new-item", "origin", "must not be the new item", origin);
        Require.id(reason, "reason");
    }
}
