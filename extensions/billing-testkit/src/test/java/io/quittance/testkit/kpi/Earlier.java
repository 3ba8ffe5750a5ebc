package io.quittance.testkit.kpi;

import io.quittance.core.money.Amount;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.SalesPeriod;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Figures with a longer history. */
final class Earlier {
    private Earlier() {}

    /** The balance and the sales of these figures, and in months before the first of them so many minor units, if there is one. */
    static CollectionFigures withSales(CollectionFigures figures, List<Integer> minorUnits) {
        CurrencyUnit currency = Monetary.getCurrency(figures.currency().orElse("EUR"));
        CollectionFigures.Builder longer = CollectionFigures.builder();
        figures.period().ifPresent(longer::period);
        figures.closingReceivables().ifPresent(longer::closingReceivables);
        if (!figures.sales().isEmpty()) {
            minorUnits.forEach(minor -> longer.sales(SalesPeriod.of(30, Amount.ofMinor(minor, currency))));
        }
        figures.sales().forEach(longer::sales);
        return longer.build();
    }
}
