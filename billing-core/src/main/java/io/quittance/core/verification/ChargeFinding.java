package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * A charge that was not billed as the terms say.
 *
 * @param charge the charge
 * @param expected what the terms say; zero for a charge that they do not have
 * @param billed what was asked for; zero for a charge that was not billed
 * @param explanation what is wrong, with both amounts
 */
public record ChargeFinding(ChargeId charge, Amount expected, Amount billed, Explanation explanation)
        implements Serializable {

    /** Checks that all are there. */
    public ChargeFinding {
        requireNonNull(charge, "charge");
        requireNonNull(expected, "expected");
        requireNonNull(billed, "billed");
        requireNonNull(explanation, "explanation");
    }

    /** Billed less expected: negative where too little was asked for. */
    public Amount difference() {
        return billed.subtract(expected);
    }
}
