package io.quittance.kpi.collection;

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
 * How much of what is of an age is expected to be lost, in percent, by what rolls on: the product of the roll rates from there on. 20 % of what is 1-30
 * days late, 50 % of what is 31-60 and 40 % of what is 61-90 roll on, the last into the loss: 4 %.
 */
public final class RolledLossRate implements Kpi<RollRates>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "loss-rate.roll-rates",
                    "Loss rate by roll rates",
                    KpiUnit.PERCENT,
                    Direction.LOWER,
                    "product of the roll rates from the bucket into the loss")
            .undefinedWhen("no roll rates (NO_ROLL_RATES)")
            .definedBy("OCC, allowances for loan losses");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined without roll rates. */
    @Override
    public KpiResult compute(RollRates figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition())
                .period(figures.period())
                .count(figures.percents().size());
        if (figures.percents().isEmpty()) {
            return basis.undefined("NO_ROLL_RATES", "there are no roll rates");
        }
        Fraction lost = Quotients.HUNDRED;
        for (Fraction percent : figures.percents()) {
            lost = lost.times(percent).dividedBy(Quotients.HUNDRED);
        }
        return basis.measured(lost);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RolledLossRate;
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
