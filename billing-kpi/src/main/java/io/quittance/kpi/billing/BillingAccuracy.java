package io.quittance.kpi.billing;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The share of invoices that are right, in percent: (checked - wrong) / checked × 100. 4,944 of 5,000 are 98.88 %.
 */
public final class BillingAccuracy implements Kpi<BillingFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "billing.accuracy",
                    "Billing accuracy",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "(checked invoices - wrong invoices) / checked invoices × 100")
            .undefinedWhen("none was checked (NO_INVOICES)")
            .definedBy("APQC, invoices error free the first time");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no invoice was checked. */
    @Override
    public KpiResult compute(BillingFigures figures) {
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(figures.period().orElse(null));
        return figures.checked()
                .map(counted -> basis.count(counted.whole())
                        .items(figures.checkedItems().stream()
                                .map(each -> KpiItem.counted(
                                        each.id(), each.numerator().signum() == 0))
                                .toList())
                        .quotient(
                                Fraction.of(counted.whole() - counted.part()),
                                Fraction.of(counted.whole()),
                                Fraction.of(100),
                                "NO_INVOICES",
                                "no invoice was checked"))
                .orElseGet(() -> basis.missing("checked"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingAccuracy;
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
