package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A line that has no price, such as one by which more was taken back than used. The other lines are not affected; the total
 * of its customer has no value either.
 *
 * @param customer the ordinal or id
 * @param meter the ordinal
 * @param code the stable name of the rule, as in {@link io.quittance.core.error.Refusal#code}, so the same as the object
 *     door refuses with; {@code price.no-answer} where the price is null, {@code price.failed} where it failed otherwise
 * @param reason what the price said
 */
public record RefusedLine(long customer, int meter, String code, String reason) implements Serializable {

    /** Checks that code and reason are there. */
    public RefusedLine {
        requireNonNull(code, "code");
        requireNonNull(reason, "reason");
    }

    /** For example {@code customer 7, meter 2: quantity must not be negative, but was -5}. */
    @Override
    public String toString() {
        return "customer " + customer + ", meter " + meter + ": " + reason;
    }
}
