package io.quittance.ar.aging;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A closed interval of whole days past due.
 *
 * @param name as it stands in a report, such as {@code 1-30}
 * @param from the first age that belongs to it; {@link Long#MIN_VALUE} for no lower end
 * @param to the last age that belongs to it; {@link Long#MAX_VALUE} for no upper end
 */
public record AgingBucket(String name, long from, long to) implements Serializable {

    /** Checks name and ends. */
    public AgingBucket {
        Require.id(name, "name");
        Require.that(from <= to, "bucket.order", "from", "must not be after to", from + " / " + to);
    }

    /** Whether an age belongs to it; both ends do. */
    public boolean contains(long daysPastDue) {
        return from <= daysPastDue && daysPastDue <= to;
    }
}
