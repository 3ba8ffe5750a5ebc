package io.quittance.kpi.collection;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many days late the invoices were that were paid in the period, on average over all of them; early and on time count
 * 0. Days late 0, 6 and 0 average 2 days. It is {@link DaysBeyondTerms#clamped()} for whoever has the sums and not the invoices: one KPI, with one definition.
 */
public final class AverageDaysLate implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = DaysBeyondTerms.clamped().definition();

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In days; undefined if no invoice was paid. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        figures.items().ifPresent(behind -> basis.items(behind.daysLate()));
        return figures.daysLate()
                .map(late -> basis.count(late.invoices())
                        .quotient(
                                Fraction.of(late.days()),
                                Fraction.of(late.invoices()),
                                Fraction.ONE,
                                "NO_PAID_INVOICES",
                                "no invoice was paid"))
                .orElseGet(() -> basis.missing("daysLate"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AverageDaysLate;
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
