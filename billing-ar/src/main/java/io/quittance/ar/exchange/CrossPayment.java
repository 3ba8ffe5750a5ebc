package io.quittance.ar.exchange;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * What money in one currency pays in another; see {@link StoredRate#pay}.
 *
 * @param paid of what was asked for, in its currency; zero or more
 * @param used of the money, in the money's currency; zero or more
 * @param left of the money; zero or more
 */
public record CrossPayment(Amount paid, Amount used, Amount left) implements Serializable {
    /** Checks the parts. */
    public CrossPayment {
        Require.that(requireNonNull(paid, "paid").signum() >= 0, "payment.paid", "paid", "must be 0 or more", paid);
        Require.that(requireNonNull(used, "used").signum() >= 0, "payment.used", "used", "must be 0 or more", used);
        Require.that(requireNonNull(left, "left").signum() >= 0, "payment.left", "left", "must be 0 or more", left);
        used.add(left); // of one currency
    }
}
