package io.quittance.ar.exchange;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * What an open amount is worth at the end of a period by the rate of that day. 100.00 USD booked at 8,000 are 8,500 at 85: 500 of
 * unrealised gain. It is a view: what is booked stays, so that the realised difference does not depend on it.
 *
 * @param worth by the newer rate
 * @param unrealised that less what is booked; below zero for a loss on a debt
 */
public record Revaluation(Amount worth, Amount unrealised) implements Serializable {
    /** Checks the parts. */
    public Revaluation {
        requireNonNull(worth, "worth").subtract(requireNonNull(unrealised, "unrealised")); // of one currency
    }
}
