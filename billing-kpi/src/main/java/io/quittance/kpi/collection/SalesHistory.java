package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;

/**
 * Credit sales of successive periods in one currency, made once for the figures of all of them: see {@link
 * CollectionFigures.Builder#sales(SalesHistory, int)}.
 *
 * @param periods the oldest first; give each once, and none left out: they have no dates by which that could be checked
 * @param openingReceivables what was owed at the beginning of each of them; empty where that is not known
 */
public record SalesHistory(List<SalesPeriod> periods, List<Amount> openingReceivables) implements Serializable {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if receivables are there and not one for each period
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public SalesHistory {
        periods = List.copyOf(periods);
        openingReceivables = List.copyOf(openingReceivables);
        for (int i = 1; i < periods.size(); i++) {
            requireIn(currency(periods), periods.get(i).creditSales(), "periods", i);
        }
        Require.that(
                openingReceivables.isEmpty() || openingReceivables.size() == periods.size(),
                "sales.opening",
                "openingReceivables",
                "must be one for each of " + periods.size() + " periods, or none",
                openingReceivables.size());
        for (int i = 0; i < openingReceivables.size(); i++) {
            requireIn(currency(periods), openingReceivables.get(i), "openingReceivables", i);
        }
    }

    /** Sales without what was owed. */
    public SalesHistory(List<SalesPeriod> periods) {
        this(periods, List.of());
    }

    private static String currency(List<SalesPeriod> periods) {
        return periods.get(0).creditSales().getCurrency().getCurrencyCode();
    }

    private static void requireIn(String expected, Amount amount, String argument, int at) {
        String actual = amount.getCurrency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException(argument + "[" + at + "]", expected, actual);
        }
    }
}
