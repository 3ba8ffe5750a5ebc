package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.util.Optional;
import java.util.function.Supplier;

/** The figures that a KPI needs: remembers the first one that is not there. */
final class Given {
    private String missing = "";

    /** The figure; 0 if it is missing, in which case nothing is computed from it. */
    Fraction amount(String name, Optional<Amount> figure) {
        return of(name, figure.map(Amount::toFraction));
    }

    /** The credit sales of the period. */
    Fraction sales(CollectionFigures figures) {
        return amount("sales", figures.salesOfPeriod().map(SalesPeriod::creditSales));
    }

    /** The days of the period. */
    Fraction days(CollectionFigures figures) {
        return of("sales", figures.salesOfPeriod().map(SalesPeriod::days));
    }

    /** The result, or that a figure is missing. */
    KpiResult compute(KpiBasis.Builder basis, Supplier<KpiResult> result) {
        return missing.isEmpty() ? result.get() : basis.missing(missing);
    }

    private Fraction of(String name, Optional<Fraction> figure) {
        if (figure.isEmpty() && missing.isEmpty()) {
            missing = name;
        }
        return figure.orElse(Fraction.ZERO);
    }
}
