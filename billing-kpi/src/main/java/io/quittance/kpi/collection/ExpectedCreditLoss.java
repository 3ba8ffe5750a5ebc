package io.quittance.kpi.collection;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The allowance by a provision matrix (IFRS 9, 5.5.15 and B5.5.35): what is open of each age × its rate, added up. 320000, 110000, 24000, 18000 and
 * 43000 at 1, 3, 10, 33 and 75 % are 47090. The items of the result are the buckets with their losses, so that each can be rounded on its own.
 */
public final class ExpectedCreditLoss implements Kpi<AgedReceivables>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "ecl.matrix",
                    "Expected credit loss, provision matrix",
                    KpiUnit.MONEY,
                    Direction.LOWER,
                    "sum over the buckets of open × rate / 100; buckets of credit balances count 0")
            .undefinedWhen("never")
            .definedBy("IFRS 9, B5.5.35");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** An exact amount. A bucket in which credits outweigh is left out, and {@code CREDIT_BALANCES} is among the exclusions. */
    @Override
    public KpiResult compute(AgedReceivables figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition())
                .period(figures.period())
                .currency(figures.buckets().get(0).open().getCurrency().getCurrencyCode())
                .count(figures.buckets().size());
        var items = new ArrayList<KpiItem>();
        Fraction all = Fraction.ZERO;
        for (Bucket bucket : figures.buckets()) {
            boolean isCredit = bucket.open().signum() < 0;
            if (isCredit) {
                basis.exclusion("CREDIT_BALANCES");
            }
            Fraction loss = isCredit ? Fraction.ZERO : bucket.loss();
            items.add(new KpiItem(bucket.name(), loss, Fraction.ZERO));
            all = all.plus(loss);
        }
        return basis.items(items).numerator(all).measured(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExpectedCreditLoss;
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
