package io.quittance.ar.exchange;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * A debt settled with money, both in the currency of the debt, and both booked in the currency of the books at rates of their own
 * days: the realised gain is what the money is booked at less what the debt is booked at, of the part that is settled (ar.md 4.18).
 *
 * <p>A debt of 500.00 USD at 303.60 EUR and money of 500.00 USD at 304.05 EUR: a gain of 0.45.
 *
 * @param settled how much, in the currency of the debt
 * @param gain in the currency of the books; below zero for a loss
 * @param debtLeft what is left of the debt
 * @param moneyLeft what is left of the money
 */
public record ExchangeDifference(Amount settled, Amount gain, BookedAmount debtLeft, BookedAmount moneyLeft)
        implements Serializable {
    /** Checks the parts. */
    public ExchangeDifference {
        Require.that(
                requireNonNull(settled, "settled").signum() >= 0,
                "exchange.settled",
                "settled",
                "must be 0 or more",
                settled);
        BookedAmount.requireCurrency(debtLeft.amount(), settled.getCurrency(), "debtLeft");
        BookedAmount.requireCurrency(moneyLeft.amount(), settled.getCurrency(), "moneyLeft");
        BookedAmount.requireCurrency(debtLeft.booked(), gain.getCurrency(), "debtLeft.booked");
        BookedAmount.requireCurrency(moneyLeft.booked(), gain.getCurrency(), "moneyLeft.booked");
    }

    /** As much as both have: the lesser of the two amounts. */
    public static ExchangeDifference of(BookedAmount debt, BookedAmount money) {
        return of(debt, money, debt.amount().min(money.amount()));
    }

    /**
     * A part of both.
     *
     * @param settled at most what there is of the debt and of the money
     */
    public static ExchangeDifference of(BookedAmount debt, BookedAmount money, MonetaryAmount settled) {
        BookedAmount paid = money.part(settled);
        BookedAmount closed = debt.part(settled);
        return new ExchangeDifference(
                paid.amount(), paid.booked().subtract(closed.booked()), debt.without(settled), money.without(settled));
    }

    /**
     * A debt of which a part is settled with money that is known in the currency of the books only, as the bank credits it: what the
     * bank credited, and a discount at what the debt is booked at, less what that part is booked at. Of 100.00 at a rate of 50,
     * 20.00 for 900: a loss of 100.
     *
     * @param settled of the debt, including the discount
     * @param discount of that, what the customer need not pay; zero or more
     * @param credited what the bank credited, in the currency of the books
     */
    public static ExchangeDifference ofCredited(
            BookedAmount debt, MonetaryAmount settled, MonetaryAmount discount, MonetaryAmount credited) {
        BookedAmount closed = debt.part(settled);
        BookedAmount paid = closed.without(discount);
        return new ExchangeDifference(
                closed.amount(),
                Amount.from(credited).subtract(paid.booked()),
                debt.without(settled),
                closed.without(closed.amount()));
    }
}
