package io.quittance.core.invoice;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** Amounts that somebody else has rounded, by a rule that is not known. */
final class StatedAmount {
    /** Digits of the exact number that a refusal shows. */
    private static final Rounding SHOWN = Rounding.halfUp(6);

    private StatedAmount() {}

    /**
     * The amount, if it is a rounding of what is exact: no rounding is coarser than to 1, so it is less than 1 off.
     *
     * @throws CurrencyMismatchException if it is in another currency
     */
    static Amount of(String argument, MonetaryAmount stated, CurrencyUnit currency, Fraction exact) {
        Amount amount = Amount.from(stated);
        String expected = currency.getCurrencyCode();
        String actual = amount.getCurrency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
        Fraction off = amount.toFraction().minus(exact);
        Require.that(
                off.compareTo(Fraction.ONE) < 0 && off.compareTo(Fraction.of(-1)) > 0,
                "amount.stated",
                argument,
                "must be a rounding of " + Require.plain(exact.round(SHOWN)).toPlainString(),
                amount);
        return amount;
    }
}
