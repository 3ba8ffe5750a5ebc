package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uses up sales, the newest first, until nothing is left of receivables.
 *
 * @param stops whether it ends at a period without sales
 * @param length of each period; null for its own days
 */
record Countback(boolean stops, @Nullable Fraction length) {

    KpiResult compute(KpiBasis.Builder basis, Amount receivables, List<SalesPeriod> sales) {
        Fraction rest = receivables.toFraction();
        Fraction days = Fraction.ZERO;
        int at = sales.size() - 1;
        for (; rest.signum() > 0 && at >= 0; at--) {
            Fraction counted = length == null ? sales.get(at).days() : length;
            Fraction sold = sales.get(at).creditSales().toFraction();
            if (sold.signum() <= 0 && stops) {
                break;
            }
            if (sold.signum() < 0) {
                basis.exclusion("NEGATIVE_SALES");
                sold = Fraction.ZERO;
            }
            boolean usedUp = rest.compareTo(sold) >= 0;
            days = days.plus(usedUp ? counted : rest.dividedBy(sold).times(counted));
            rest = usedUp ? rest.minus(sold) : Fraction.ZERO;
        }
        if (rest.signum() > 0) {
            basis.note("HISTORY_EXHAUSTED");
        }
        return basis.numerator(receivables.toFraction())
                .count(sales.size() - 1L - at)
                .measured(days);
    }
}
