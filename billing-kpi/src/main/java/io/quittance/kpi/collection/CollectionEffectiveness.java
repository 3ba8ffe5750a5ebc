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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much was collected of what could be, in percent (collection effectiveness index, CEI). More than 100 % is possible where credits stand in what
 * is not past due. (100000 + 1000000 − 120000) / (100000 + 1000000 − 100000) × 100 = 98 % (gaviti).
 */
public final class CollectionEffectiveness implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition OF_PERIOD = definition(
            "cei",
            "Collection effectiveness index",
            "(opening receivables + credit sales − closing receivables) / (opening receivables + credit sales − open invoices not past due) × 100",
            "Credit Research Foundation");
    private static final KpiDefinition WITHOUT_WRITE_OFFS = definition(
            "cei.without-write-offs",
            "Collection effectiveness index without write-offs",
            "(opening receivables + credit sales − closing receivables − write-offs) / (opening receivables + credit sales − open invoices not past due) × 100",
            "derived");

    private final int divisor;
    private final boolean takesWriteOffsOff;

    private CollectionEffectiveness(int divisor, boolean takesWriteOffsOff) {
        Require.that(divisor >= 1, "kpi.periods", "periods", "must be 1 or more", divisor);
        this.divisor = divisor;
        this.takesWriteOffsOff = takesWriteOffsOff;
    }

    /** With the sales of the period between the two balances. What was written off counts as collected. */
    public static CollectionEffectiveness ofPeriod() {
        return new CollectionEffectiveness(1, false);
    }

    /** As {@link #ofPeriod()}, but what was written off was not collected: it is taken off the upper part. */
    public static CollectionEffectiveness withoutWriteOffs() {
        return new CollectionEffectiveness(1, true);
    }

    /**
     * As {@link #ofPeriod()}, with the sales divided by a number of periods, as some do with the sales of a quarter: (6200 + 10890 / 3 − 6340) / (6200 +
     * 10890 / 3 − 3590) × 100 = 55.93 % (creditguru). The balances still span the whole quarter, so prefer {@link #ofPeriod()}.
     *
     * @param periods by which the sales are divided, 1 or more; with 1 it is {@link #ofPeriod()}
     */
    public static CollectionEffectiveness ofAverageSales(int periods) {
        return new CollectionEffectiveness(periods, false);
    }

    @Override
    public KpiDefinition definition() {
        if (takesWriteOffsOff) {
            return WITHOUT_WRITE_OFFS;
        }
        return divisor == 1
                ? OF_PERIOD
                : definition(
                        "cei.average-sales." + divisor,
                        "Collection effectiveness index with average sales, n = " + divisor,
                        "as cei, with credit sales / n",
                        "creditguru, collection effectiveness index");
    }

    /**
     * In percent; undefined if there was nothing to collect. Needs both balances, what is not past due, and sales. Noted {@code NET_AND_GROSS} where money
     * is on account: it is taken off the balances and not off what is not past due, so that the value can be beyond 100. Where it is known what each {@linkplain CollectionFigures#items() item} has of
     * all figures, the items are behind the result, and counted.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        Quotients.noteViews(basis, figures);
        var given = new Given();
        Fraction opening = given.amount("openingReceivables", figures.openingReceivables());
        Fraction closing = given.amount("closingReceivables", figures.closingReceivables());
        Fraction current = given.amount("overdue", figures.current());
        Fraction sold = given.sales(figures);
        Fraction owed = opening.plus(sold.dividedBy(Fraction.of(divisor)));
        Fraction writtenOff = takesWriteOffsOff ? given.amount("writeOffs", figures.writeOffs()) : Fraction.ZERO;
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> parts(behind, opening, sold)
                            .offAbove(behind.receivables(), closing)
                            .add(behind.current(), current, Fraction.ZERO, Fraction.ONE.negated())
                            .offAbove(takesWriteOffsOff ? behind.of(MoneyFigure.WRITE_OFFS) : List.of(), writtenOff)
                            .to(basis));
            return basis.quotient(
                    owed.minus(closing).minus(writtenOff),
                    owed.minus(current),
                    Quotients.HUNDRED,
                    "NOTHING_COLLECTABLE",
                    "there was nothing to collect in the period");
        });
    }

    /** What could be collected, of which both parts of the quotient are. */
    private ItemParts parts(FigureItems behind, Fraction opening, Fraction sold) {
        Fraction once = Fraction.of(1, divisor);
        return new ItemParts()
                .add(behind.of(MoneyFigure.OPENING_RECEIVABLES), opening, Fraction.ONE, Fraction.ONE)
                .add(behind.sold(), sold, once, once);
    }

    private static KpiDefinition definition(String id, String name, String formula, String source) {
        return KpiDefinition.of(id, name, KpiUnit.PERCENT, Direction.HIGHER, formula)
                .undefinedWhen("nothing to collect (NOTHING_COLLECTABLE)")
                .definedBy(source);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectionEffectiveness that
                && divisor == that.divisor
                && takesWriteOffsOff == that.takesWriteOffsOff;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new CollectionEffectiveness(divisor, takesWriteOffsOff);
    }

    @Override
    public String toString() {
        return id();
    }
}
