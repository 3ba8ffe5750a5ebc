package io.quittance.kpi.collection;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CreditExposures.Line;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How far the credit limits of customers are used, in percent: what all of them are exposed to / all their limits. 800 of 1000 and 100 of 2000 are 30 %
 * together, not the mean of 80 and 5 %. The items of the result are the customers.
 */
public final class CreditUtilisation implements Kpi<CreditExposures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "credit.utilisation",
                    "Use of credit limits",
                    KpiUnit.PERCENT,
                    Direction.LOWER,
                    "(receivables + unbilled + orders, at least 0 for each customer) / limits × 100, of customers with a limit")
            .undefinedWhen("no limit (NO_LIMIT)")
            .definedBy("SAP, credit limit utilization");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /**
     * In percent; undefined if nobody has a limit. Where some have none, {@code NO_LIMIT} is among the exclusions. A customer with more on account than all that counts against the
     * limit uses none of it, and frees none of another's: {@code CREDIT_BALANCES} is among the exclusions.
     */
    @Override
    public KpiResult compute(CreditExposures figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        if (!figures.withoutLimit().isEmpty()) {
            basis.exclusion("NO_LIMIT");
        }
        var items = new ArrayList<KpiItem>();
        for (Line line : figures.lines()) {
            Fraction exposure = line.exposure().toFraction();
            if (exposure.signum() < 0) {
                basis.exclusion("CREDIT_BALANCES");
            }
            basis.currency(line.limit().getCurrency().getCurrencyCode());
            items.add(new KpiItem(
                    line.customer(), exposure.max(Fraction.ZERO), line.limit().toFraction()));
        }
        return basis.share(items, "NO_LIMIT", "no customer has a limit");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CreditUtilisation;
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
