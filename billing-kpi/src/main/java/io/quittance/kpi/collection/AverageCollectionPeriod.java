package io.quittance.kpi.collection;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many days it takes on average until what was sold is collected: days of the period / turnover. 365 / 7.2 are 50.69 days. It is the {@linkplain
 * DaysSalesOutstanding#average() average-balance} formula by another name, and like the turnover has no value where nothing was owed.
 */
public final class AverageCollectionPeriod implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "acp", "Average collection period", KpiUnit.DAYS, Direction.LOWER, "days of the period / turnover")
            .undefinedWhen("average receivables of 0 or less (NO_RECEIVABLES), no sales (NO_SALES)")
            .definedBy("JavaMoney, average collection period");

    private static final String NO_SALES = "NO_SALES";
    private static final String NO_TURNOVER = "there were no credit sales in the period";

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In days; with the items of {@link ReceivablesTurnover}, where they are known. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        var given = new Given();
        Fraction opening = given.amount("openingReceivables", figures.openingReceivables());
        Fraction closing = given.amount("closingReceivables", figures.closingReceivables());
        Fraction sold = given.sales(figures);
        Fraction days = given.days(figures);
        Fraction average = opening.plus(closing).dividedBy(Fraction.of(2));
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> new ItemParts()
                            .aboveMean(figures, behind)
                            .below(behind.sold(), sold)
                            .to(basis));
            return average.signum() > 0
                    ? basis.quotient(average, sold, days, NO_SALES, NO_TURNOVER)
                    : basis.numerator(average)
                            .denominator(sold)
                            .undefined("NO_RECEIVABLES", "average receivables are 0 or less");
        });
    }

    /**
     * From a turnover that is known: 365 days / 7.2 are 50.69 days. Undefined, {@code NO_SALES}, for a turnover of 0.
     *
     * @param turnover how many times in these days
     * @param days of the period, more than 0
     */
    public static KpiResult ofTurnover(BigDecimal turnover, BigDecimal days) {
        return KpiBasis.of(DEFINITION)
                .quotient(
                        Fraction.of(Require.positive(days, "days")),
                        Fraction.of(Require.number(turnover, "turnover")),
                        Fraction.ONE,
                        NO_SALES,
                        NO_TURNOVER);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AverageCollectionPeriod;
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
