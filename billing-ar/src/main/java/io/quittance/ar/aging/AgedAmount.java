package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * What stands in one bucket.
 *
 * @param count how many open items
 * @param amount what is open of them
 * @param disputed how much of {@code amount} the customers contest
 */
public record AgedAmount(int count, Amount amount, Amount disputed) implements Serializable {

    /** Checks that all are there. */
    public AgedAmount {
        requireNonNull(amount, "amount");
        requireNonNull(disputed, "disputed");
    }

    AgedAmount plus(AgedAmount other) {
        return new AgedAmount(count + other.count, amount.add(other.amount), disputed.add(other.disputed));
    }
}
