package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * Numbers that follow each other and are on no document.
 *
 * @param first the first of them
 * @param last the last of them; the first itself where it is only one
 * @param count how many there are
 */
public record MissingNumbers(InvoiceNumber first, InvoiceNumber last, BigInteger count) implements Serializable {

    /** Checks the parts. */
    public MissingNumbers {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        Require.that(count.signum() > 0, "number.positive", "count", "must be positive", count);
    }

    /** For example {@code }, or {@code R-3}. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
