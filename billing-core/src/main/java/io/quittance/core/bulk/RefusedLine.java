package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A line that has no price, such as one by which more was taken back than used. The other lines are not affected; the total
 * of its customer has no value either.
 *
 * @param customer the ordinal or id
 * @param meter the ordinal
 * @param reason what the price said
 */
public record RefusedLine(long customer, int meter, String reason) implements Serializable {

    /** Checks that the reason is there. */
    public RefusedLine {
        requireNonNull(reason, "reason");
    }

    /** For example {@code customer 7, meter 2: quantity must not be negative, but was -5}. */
    @Override
    public String toString() {
        return "customer " + customer + ", meter " + meter + ": " + reason;
    }
}
