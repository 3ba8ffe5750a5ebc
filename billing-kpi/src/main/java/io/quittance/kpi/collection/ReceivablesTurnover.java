package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

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
 * How many times receivables were turned into cash: credit sales / average receivables. 6205000 / 335000 is 18.52 times (gaodun).
 */
public final class ReceivablesTurnover implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        PERIOD(KpiDefinition.of(
                        "turnover",
                        "Receivables turnover",
                        KpiUnit.RATIO,
                        Direction.HIGHER,
                        "credit sales of the period / ((opening + closing receivables) / 2)")
                .undefinedWhen("average receivables of 0 or less (NO_RECEIVABLES)")
                .definedBy("gaodun, accounts receivable turnover")),
        ANNUALISED(KpiDefinition.of(
                        "turnover.annualised",
                        "Receivables turnover, annualised",
                        KpiUnit.RATIO,
                        Direction.HIGHER,
                        "credit sales of the period / ((opening + closing receivables) / 2) × 365 / days of the period")
                .undefinedWhen("average receivables of 0 or less (NO_RECEIVABLES)")
                .definedBy("gaodun, accounts receivable turnover"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private static final Fraction DAYS_OF_YEAR = Fraction.of(365);

    private final Method method;

    private ReceivablesTurnover(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** Credit sales of the period / the mean of opening and closing receivables: 80000 / 45000 = 1.78 times. */
    public static ReceivablesTurnover ofPeriod() {
        return new ReceivablesTurnover(Method.PERIOD);
    }

    /**
     * As {@link #ofPeriod()}, times 365 / days of the period, so that months and years compare: 1.5 times in 73 days are 7.5 times a year.
     */
    public static ReceivablesTurnover annualised() {
        return new ReceivablesTurnover(Method.ANNUALISED);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * How many times; undefined if nothing was owed on average. Where it is known what each {@linkplain CollectionFigures#items() item} has of all figures, the items are behind the result with what was sold
     * of them and the mean of what is owed, and counted.
     */
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
                            .above(behind.sold(), sold)
                            .belowMean(figures, behind)
                            .to(basis));
            if (average.signum() <= 0) {
                return basis.numerator(sold)
                        .denominator(average)
                        .undefined("NO_RECEIVABLES", "average receivables are 0 or less");
            }
            Fraction times = method == Method.PERIOD ? Fraction.ONE : DAYS_OF_YEAR.dividedBy(days);
            return basis.quotient(sold, average, times, "NO_RECEIVABLES", "average receivables are 0 or less");
        });
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReceivablesTurnover that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new ReceivablesTurnover(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
