package io.quittance.kpi.collection;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what reaches an age is lost in the end, in percent: the rate of a bucket of {@link AgedReceivables}. Of 23000 that became 61 days old,
 * 2000 were never paid: 8.695652 %.
 */
public final class LossRate implements Kpi<LossFlow>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "loss-rate.flow",
                    "Loss rate by flow",
                    KpiUnit.PERCENT,
                    Direction.LOWER,
                    "never paid / reached the bucket × 100")
            .undefinedWhen("nothing reached the bucket (NO_BALANCE)")
            .definedBy("IFRScommunity, provision matrix");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if nothing reached the bucket. The item of the result is the bucket. */
    @Override
    public KpiResult compute(LossFlow figures) {
        Fraction lost = figures.neverPaid().toFraction();
        Fraction reached = figures.reached().toFraction();
        return KpiBasis.of(definition())
                .period(figures.period())
                .currency(figures.reached().getCurrency().getCurrencyCode())
                .items(List.of(new KpiItem(figures.bucket(), lost, reached)))
                .quotient(
                        lost,
                        reached,
                        Quotients.HUNDRED,
                        "NO_BALANCE",
                        "nothing reached the bucket " + figures.bucket());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LossRate;
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
