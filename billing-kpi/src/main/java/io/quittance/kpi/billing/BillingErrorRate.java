package io.quittance.kpi.billing;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The share of invoices that are wrong, in percent: wrong / checked × 100. 56 of 5,000 are 1.12 %.
 */
public final class BillingErrorRate implements Kpi<BillingFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
        return "billing.error-rate";
    }

    /** In percent; undefined if no invoice was checked. */
    @Override
    public KpiResult compute(BillingFigures figures) {
        KpiBasis.Builder basis = KpiBasis.of(id()).period(figures.period().orElse(null));
        return figures.checked()
                .map(counted -> basis.count(counted.whole())
                        .quotient(
                                Fraction.of(counted.part()),
                                Fraction.of(counted.whole()),
                                Fraction.of(100),
                                KpiUnit.PERCENT,
                                "NO_INVOICES",
                                "no invoice was checked"))
                .orElseGet(() -> basis.missing("checked"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingErrorRate;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
