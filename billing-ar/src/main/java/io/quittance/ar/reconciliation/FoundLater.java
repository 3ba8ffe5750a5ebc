package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Origin;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.Instant;
import javax.money.MonetaryAmount;

/**
 * A difference of a run's date that the run did not find: both sides had left something out, or what looked the same was not.
 *
 * @param counterparty with whom the account was compared
 * @param account the key of the account
 * @param type what it is
 * @param amount how much more the counterparty should have been found to have; less than 0 if the ledger; not 0
 * @param recordedAt when it was found
 * @param origin who found it
 */
public record FoundLater(
        Counterparty counterparty,
        String account,
        DifferenceType type,
        Amount amount,
        Instant recordedAt,
        Origin origin)
        implements Serializable {

    /** Checks the parts. */
    public FoundLater {
        requireNonNull(counterparty, "counterparty");
        Require.id(account, "account");
        requireNonNull(type, "type");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() != 0, "reconciliation.difference", "amount", "must not be 0", amount);
        Dates.inCalendar(recordedAt, "recordedAt");
        requireNonNull(origin, "origin");
    }

    /** With an amount of any implementation. */
    public static FoundLater of(
            Counterparty counterparty,
            String account,
            DifferenceType type,
            MonetaryAmount amount,
            Instant recordedAt,
            Origin origin) {
        return new FoundLater(counterparty, account, type, Amount.from(amount), recordedAt, origin);
    }
}
