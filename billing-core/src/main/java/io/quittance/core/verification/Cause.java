package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * What a rule says of a comparison: how much of the difference it explains, and why.
 *
 * @param code what is wrong
 * @param difference the part of invoiced less expected that it explains; may be zero
 * @param daysLate zero or more
 * @param lines those that it is about; empty for all of the comparison
 * @param reason in words
 */
public record Cause(
        VerificationFinding.Code code, Amount difference, long daysLate, List<InvoicedLine> lines, Explanation reason)
        implements Serializable {

    /** Checks that all are there. */
    public Cause {
        requireNonNull(code, "code");
        requireNonNull(difference, "difference");
        Require.that(daysLate >= 0, "number.negative", "daysLate", "must not be negative", daysLate);
        lines = List.copyOf(lines);
        requireNonNull(reason, "reason");
    }

    /** One that is about all lines of the comparison. */
    public static Cause of(VerificationFinding.Code code, MonetaryAmount difference, Explanation reason) {
        return new Cause(code, Amount.from(difference), 0, List.of(), reason);
    }

    /** The same, about some lines. */
    public Cause about(List<InvoicedLine> some) {
        return new Cause(code, difference, daysLate, some, reason);
    }
}
