package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a day changed of what is written off of a debt. Of 100.00 that were written off, 30.00 are recovered: 100.00 are reversed and 70.00 written
 * off again on one day, which is 30.00 reversed, all of it recovered.
 *
 * @param item which debt
 * @param date which day
 * @param writtenOff what is given up more than the day before, 0 or more
 * @param reversed what is given up less than the day before, 0 or more; one of the two is 0, the other is not
 * @param recovered what of {@code reversed} money paid on that day; the rest was given up by mistake, or is owed again
 */
public record WriteOffMovement(ReceivableId item, LocalDate date, Amount writtenOff, Amount reversed, Amount recovered)
        implements Serializable {
    /** Checks the parts. */
    public WriteOffMovement {
        requireNonNull(item, "item");
        Dates.inCalendar(date, "date");
        String currency = writtenOff.getCurrency().getCurrencyCode();
        requireOf(currency, reversed, "reversed");
        requireOf(currency, recovered, "recovered");
        Require.that(writtenOff.signum() >= 0, "write-off.amount", "writtenOff", "must be 0 or more", writtenOff);
        Require.that(
                reversed.signum() >= 0 && reversed.signum() != writtenOff.signum(),
                "write-off.amount",
                "reversed",
                "must be more than 0 if nothing is written off, and else 0",
                reversed);
        Require.that(
                recovered.signum() >= 0 && recovered.isLessThanOrEqualTo(reversed),
                "write-off.recovered",
                "recovered",
                "must be 0 or more and at most " + reversed,
                recovered);
    }

    private static void requireOf(String currency, Amount amount, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, given);
        }
    }

    /** What it adds to what is written off; below 0 where that becomes less. */
    public Amount change() {
        return writtenOff.subtract(reversed);
    }
}
