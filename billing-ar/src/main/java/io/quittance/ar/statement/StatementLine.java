package io.quittance.ar.statement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;

/**
 * A movement on a statement, and what is owed after it: 100.00, and a payment of 60.00, leave 40.00.
 *
 * @param movement what changed
 * @param balance what is owed in all after it and those before it; below zero if money or credits are left over
 */
public record StatementLine(StatementMovement movement, Amount balance) implements Serializable {

    /** Checks that both are in one currency. */
    public StatementLine {
        requireNonNull(movement, "movement");
        MinorUnits.require(requireNonNull(balance, "balance"), movement.amount().getCurrency(), "balance");
    }
}
