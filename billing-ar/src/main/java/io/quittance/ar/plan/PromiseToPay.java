package io.quittance.ar.plan;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.money.MonetaryAmount;

/**
 * A customer's word to pay so much by a day. It is kept if as much was applied by that day and its tolerance (ar.md 4.23): of 500.00 promised on 2 March for
 * 13 March with 3 days, 200.00 of 10 March and 300.00 of 16 March keep it; without the second it is partly kept from 17 March on.
 *
 * @param made the day on which it was given; money of earlier days does not count
 * @param amount more than 0, in whole minor units
 * @param date by when it is to be paid, not before {@code made}
 * @param toleranceDays how many days later still keep it, 0 to 365
 */
public record PromiseToPay(LocalDate made, Amount amount, LocalDate date, int toleranceDays) implements Serializable {
    private static final int MAX_TOLERANCE = 365;

    /** Checks the parts. */
    public PromiseToPay {
        Dates.inCalendar(made, "made");
        Dates.inCalendar(date, "date");
        MinorUnits.require(amount, "amount");
        Require.that(amount.signum() > 0, "promise.amount", "amount", "must be more than 0", amount);
        Require.that(!date.isBefore(made), "promise.date", "date", "must not be before " + made, date);
        Require.that(
                toleranceDays >= 0 && toleranceDays <= MAX_TOLERANCE,
                "promise.tolerance",
                "toleranceDays",
                "must be between 0 and " + MAX_TOLERANCE,
                toleranceDays);
    }

    /** A promise of any amount. */
    public static PromiseToPay of(LocalDate made, MonetaryAmount amount, LocalDate date, int toleranceDays) {
        return new PromiseToPay(made, Amount.from(amount), date, toleranceDays);
    }

    /** The last day on which money keeps it. */
    public LocalDate lastDay() {
        return date.plusDays(toleranceDays);
    }

    /**
     * How it stands at the end of a day.
     *
     * @param receipts what was applied to the debts that it is about, in any order; those before the promise, after its last day or after {@code on}
     *     do not count
     * @throws CurrencyMismatchException if one of them is in another currency
     */
    public PromiseStanding standing(List<AppliedReceipt> receipts, LocalDate on) {
        Dates.inCalendar(on, "on");
        LocalDate last = on.isBefore(lastDay()) ? on : lastDay();
        Amount received = Amount.zero(amount.getCurrency());
        for (int i = 0; i < receipts.size(); i++) {
            AppliedReceipt receipt = receipts.get(i);
            String currency = amount.getCurrency().getCurrencyCode();
            String given = receipt.amount().getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("receipts[" + i + "]", currency, given);
            }
            if (!receipt.date().isBefore(made) && !receipt.date().isAfter(last)) {
                received = received.add(receipt.amount());
            }
        }
        PromiseState state = state(received, on);
        Amount missing = amount.subtract(received).max(Amount.zero(amount.getCurrency()));
        return new PromiseStanding(
                state,
                received,
                missing,
                Explanation.of(
                        "promise." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "{0} of {1} by {2}, on {3}",
                        received,
                        amount,
                        lastDay(),
                        on));
    }

    private PromiseState state(Amount received, LocalDate on) {
        if (received.isGreaterThanOrEqualTo(amount)) {
            return PromiseState.KEPT;
        }
        if (!on.isAfter(lastDay())) {
            return PromiseState.PENDING;
        }
        return received.signum() > 0 ? PromiseState.PARTLY_KEPT : PromiseState.BROKEN;
    }
}
