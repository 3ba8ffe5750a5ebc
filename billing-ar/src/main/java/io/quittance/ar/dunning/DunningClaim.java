package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.interest.LateCharges;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * What was claimed and what was paid of it: of 100.00 with 0.41 of interest and a fee of 10.00, of which 100.00 are paid, 10.41 are open, and the claim is
 * settled only where {@linkplain ClaimRule#PRINCIPAL the principal} decides.
 *
 * @param charges the debt with its charges
 * @param paid 0 or more, at most all of it, in whole minor units
 */
public record DunningClaim(LateCharges charges, Amount paid) implements Serializable {
    /** Checks what is paid. */
    public DunningClaim {
        requireNonNull(charges, "charges");
        MinorUnits.require(paid, charges.total().getCurrency(), "paid");
        Require.that(
                paid.signum() >= 0 && paid.isLessThanOrEqualTo(charges.total()),
                "dunning.paid",
                "paid",
                "must be 0 or more and at most " + charges.total(),
                paid);
    }

    /** Of which so much is paid. */
    public static DunningClaim of(LateCharges charges, MonetaryAmount paid) {
        return new DunningClaim(charges, Amount.from(paid));
    }

    /** Principal, fee and interest, less what is paid; 0 or more. */
    public Amount open() {
        return charges.total().subtract(paid);
    }

    /** Whether nothing more is claimed: by the one rule if nothing is open, by the other once as much is paid as the principal. */
    public boolean isSettled(ClaimRule rule) {
        return rule == ClaimRule.PRINCIPAL ? paid.isGreaterThanOrEqualTo(charges.open()) : open().signum() == 0;
    }
}
