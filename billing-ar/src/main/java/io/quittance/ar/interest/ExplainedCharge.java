package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * A charge and why it is what it is.
 *
 * @param amount 0 or more
 * @param explanation names the rule and its numbers
 */
public record ExplainedCharge(Amount amount, Explanation explanation) implements Serializable {
    /** Checks that there is a reason and nothing negative. */
    public ExplainedCharge {
        requireNonNull(amount, "amount");
        requireNonNull(explanation, "explanation");
        Require.that(amount.signum() >= 0, "charge.negative", "amount", "must not be negative", amount);
    }
}
