package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A difference as a run has it.
 *
 * @param number its place among all differences of the run, from 1 on
 * @param counterparty with whom the account was compared
 * @param account the key of the account
 * @param difference what differs
 */
public record RunDifference(int number, Counterparty counterparty, String account, Difference difference)
        implements Serializable {

    /** Checks the parts. */
    public RunDifference {
        Require.that(number > 0, "reconciliation.number", "number", "must be more than 0", number);
        requireNonNull(counterparty, "counterparty");
        Require.id(account, "account");
        requireNonNull(difference, "difference");
    }
}
