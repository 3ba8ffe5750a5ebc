package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import java.util.List;
import javax.money.MonetaryAmount;

/** The currency of several amounts. */
final class OneCurrency {
    private OneCurrency() {}

    /**
     * Checks that it is one.
     *
     * @param amounts at least one
     * @throws CurrencyMismatchException if two differ
     */
    static void require(String argument, List<? extends MonetaryAmount> amounts) {
        String expected = amounts.get(0).getCurrency().getCurrencyCode();
        for (MonetaryAmount amount : amounts) {
            String actual = amount.getCurrency().getCurrencyCode();
            if (!actual.equals(expected)) {
                throw new CurrencyMismatchException(argument, expected, actual);
            }
        }
    }
}
