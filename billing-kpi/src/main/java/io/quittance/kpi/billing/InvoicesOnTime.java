package io.quittance.kpi.billing;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The share of invoices that were sent on time, of those that were due to be sent, in percent: on time / due × 100. An
 * invoice that was due and not sent counts against it: 95 sent on time of 100 due are 95 %, however many were sent.
 */
public final class InvoicesOnTime implements Kpi<BillingFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "billing.on-time",
                    "Invoices sent on time",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "invoices sent on time / invoices due to be sent × 100")
            .undefinedWhen("none was due (NO_INVOICES)");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no invoice was due. */
    @Override
    public KpiResult compute(BillingFigures figures) {
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(figures.period().orElse(null));
        return figures.sent()
                .map(counted -> basis.count(counted.whole())
                        .quotient(
                                Fraction.of(counted.part()),
                                Fraction.of(counted.whole()),
                                Fraction.of(100),
                                "NO_INVOICES",
                                "no invoice was due to be sent"))
                .orElseGet(() -> basis.missing("sent"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoicesOnTime;
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
