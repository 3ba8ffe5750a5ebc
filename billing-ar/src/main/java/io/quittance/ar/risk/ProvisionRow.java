package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.Serializable;

/**
 * What is expected to be lost of one bucket: balance × rate, rounded once. 7500.00 at 2.2 % are 165.00.
 *
 * @param rate of the bucket
 * @param balance what is open in it, 0 or more
 * @param rounding of the amount
 */
public record ProvisionRow(ProvisionRate rate, Amount balance, Rounding rounding) implements Serializable {
    /** Checks the balance. */
    public ProvisionRow {
        requireNonNull(rate, "rate");
        requireNonNull(rounding, "rounding");
        Require.that(balance.signum() >= 0, "provision.balance", rate.bucket(), "must not be negative", balance);
    }

    /** What is expected to be lost. */
    public Amount amount() {
        return balance.times(rate.rate(), rounding);
    }

    /** Bucket, balance, rate and amount. */
    public Explanation explanation() {
        return Explanation.of(
                "provision.row", "{0}: {1} × {2} = {3}, {4}", rate.bucket(), balance, rate.rate(), amount(), rounding);
    }

    @Override
    public String toString() {
        return explanation().toString();
    }
}
