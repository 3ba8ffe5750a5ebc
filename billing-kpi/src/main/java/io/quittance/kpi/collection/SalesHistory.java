package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import java.io.Serializable;
import java.util.List;

/**
 * Credit sales of successive periods in one currency, made once for the figures of all of them: see {@link
 * CollectionFigures.Builder#sales(SalesHistory, int)}.
 *
 * @param periods the oldest first; each begins where the one before it ends
 */
public record SalesHistory(List<SalesPeriod> periods) implements Serializable {

    /**
     * Copies the periods.
     *
     * @throws CurrencyMismatchException if sales are in two currencies
     */
    public SalesHistory {
        periods = List.copyOf(periods);
        for (int i = 1; i < periods.size(); i++) {
            String expected = currency(periods.get(0));
            String actual = currency(periods.get(i));
            if (!actual.equals(expected)) {
                throw new CurrencyMismatchException("periods[" + i + "]", expected, actual);
            }
        }
    }

    private static String currency(SalesPeriod sold) {
        return sold.creditSales().getCurrency().getCurrencyCode();
    }
}
