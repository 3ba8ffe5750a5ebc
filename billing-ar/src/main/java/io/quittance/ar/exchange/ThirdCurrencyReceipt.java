package io.quittance.ar.exchange;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * A debt in one currency, books in another, and money in a third. The difference has two parts (ar.md 4.18): the standard one between the
 * days of debt and money, applied - booked, and the alternate one between the two ways to the currency of the books, received - applied.
 *
 * <p>A debt of 500.00 at 356.34; money of 38,850 that is 500.00 of the debt's currency, which are worth 354.41, and 355.98 directly:
 * a loss of 1.93 and a gain of 1.57.
 *
 * @param settled in the currency of the debt
 * @param booked what the debt is booked at
 * @param applied what the settled amount is worth on the day of the money
 * @param received what the money is worth on its day
 */
public record ThirdCurrencyReceipt(Amount settled, Amount booked, Amount applied, Amount received)
        implements Serializable {
    /** Checks the parts. */
    public ThirdCurrencyReceipt {
        MinorUnits.require(requireNonNull(settled, "settled"), "settled");
        booked.add(applied).add(received); // of one currency
    }

    /**
     * Money that settles as much of a debt as it converts to.
     *
     * @param debt with what it is booked at
     * @param money in the third currency, no more than settles the debt: offer what is left for another
     * @param toDebt from the third currency to that of the debt
     * @param debtToBooks from the debt's currency to that of the books, on the day of the money
     * @param toBooks from the third currency to that of the books, on the day of the money
     */
    public static ThirdCurrencyReceipt of(
            BookedAmount debt, MonetaryAmount money, StoredRate toDebt, StoredRate debtToBooks, StoredRate toBooks) {
        Amount settled = toDebt.convert(money);
        Require.that(
                settled.isLessThanOrEqualTo(debt.amount()),
                "exchange.money",
                "money",
                "must be at most " + debt.amount() + " in the currency of the debt",
                settled);
        return new ThirdCurrencyReceipt(
                settled, debt.part(settled).booked(), debtToBooks.convert(settled), toBooks.convert(money));
    }

    /** {@link #applied} - {@link #booked}: the rates of two days. */
    public Amount standardGain() {
        return applied.subtract(booked);
    }

    /** {@link #received} - {@link #applied}: two ways on one day. */
    public Amount alternateGain() {
        return received.subtract(applied);
    }
}
