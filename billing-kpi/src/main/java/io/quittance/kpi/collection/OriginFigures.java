package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What is open on a day, by the month from which it comes: what {@link OriginDso} is computed from.
 *
 * @param period whose last day is that day
 * @param months in any order; those of which nothing is open may be left out
 */
public record OriginFigures(ServicePeriod period, List<OriginMonth> months) implements Serializable {
    /**
     * Copies the months.
     *
     * @throws IllegalArgumentException if an invoice is named twice
     * @throws CurrencyMismatchException if they are in several currencies
     */
    public OriginFigures {
        Objects.requireNonNull(period, "period");
        months = List.copyOf(months);
        for (int i = 1; i < months.size(); i++) {
            String expected = months.get(0).open().getCurrency().getCurrencyCode();
            String actual = months.get(i).open().getCurrency().getCurrencyCode();
            if (!actual.equals(expected)) {
                throw new CurrencyMismatchException("months[" + i + "]", expected, actual);
            }
        }
        var named = new HashSet<String>();
        for (OriginMonth month : months) {
            for (OriginMonth.Invoice invoice : month.invoices()) {
                Require.that(
                        named.add(invoice.id()), "kpi.item", "months", "must name each invoice once", invoice.id());
            }
        }
    }
}
