package io.quittance.ar.ledger;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import org.jspecify.annotations.Nullable;

/** What an amount of the ledger stands at in the currency of the host's books, where that is another. */
final class Booked {
    private Booked() {}

    /** Refused if it is given, unless it is more than zero, in whole minor units, in another currency. */
    static void require(@Nullable Amount booked, Amount amount) {
        if (booked == null) {
            return;
        }
        MinorUnits.require(booked, "booked");
        Require.that(booked.signum() > 0, "ledger.booked", "booked", "must be more than 0", booked);
        Require.that(
                !booked.getCurrency()
                        .getCurrencyCode()
                        .equals(amount.getCurrency().getCurrencyCode()),
                "ledger.booked",
                "booked",
                "must be in another currency than " + amount,
                booked);
    }

    static BookedAmount of(Amount amount, @Nullable Amount booked) {
        return BookedAmount.of(amount, booked == null ? amount : booked);
    }
}
