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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much was written off, in percent of receivables, by amount or by number, of sales, or of the bad debts that were known: readings of one name.
 */
public final class WriteOffShare implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        RECEIVABLES(KpiDefinition.of(
                        "write-off.pct.receivables",
                        "Written off, of receivables",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "write-offs / ((opening + closing receivables) / 2) × 100")
                .undefinedWhen("average receivables of 0 (NO_RECEIVABLES)")
                .definedBy("derived")),
        OPENING_RECEIVABLES(KpiDefinition.of(
                        "write-off.pct.opening-receivables",
                        "Written off, of opening receivables",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "write-offs / opening receivables × 100")
                .undefinedWhen("opening receivables of 0 (NO_RECEIVABLES)")
                .definedBy("derived")),
        COUNT(KpiDefinition.of(
                        "write-off.pct.count",
                        "Written off, by number",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "receivables of which something was written off in the period / receivables that were open in it × 100, by number")
                .undefinedWhen("none was open in the period (NO_RECEIVABLES)")
                .definedBy("derived")),
        SALES(KpiDefinition.of(
                        "write-off.pct.sales",
                        "Written off, of sales",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "write-offs / credit sales of the period × 100")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("derived")),
        BAD_DEBTS(KpiDefinition.of(
                        "write-off.pct.bad-debts",
                        "Written off, of bad debts",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "write-offs / bad debts identified × 100")
                .undefinedWhen("no bad debts (NO_BAD_DEBTS)")
                .definedBy("derived"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private WriteOffShare(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** Of the mean of opening and closing receivables: 300 / ((9000 + 11000) / 2) × 100 = 3 %. */
    public static WriteOffShare ofReceivables() {
        return new WriteOffShare(Method.RECEIVABLES);
    }

    /** Of what was owed when the period began: 300 / 9000 × 100 = 3.33 %. */
    public static WriteOffShare ofOpeningReceivables() {
        return new WriteOffShare(Method.OPENING_RECEIVABLES);
    }

    /** By the number of receivables, of those that were open at the beginning of the period or became so in it: 3 of 60 are 5 %. Needs {@link CollectionFigures#writeOffItems()}. */
    public static WriteOffShare byCount() {
        return new WriteOffShare(Method.COUNT);
    }

    /** Of the credit sales of the period: 300 / 20000 × 100 = 1.5 %. */
    public static WriteOffShare ofSales() {
        return new WriteOffShare(Method.SALES);
    }

    /** Of what was known to be a bad debt, whether it was written off or not: 300 / 400 × 100 = 75 %. */
    public static WriteOffShare ofBadDebts() {
        return new WriteOffShare(Method.BAD_DEBTS);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * In percent. Where it is known what each {@linkplain CollectionFigures#items() item} has of both amounts, the items are behind the result, and counted; of bad debts it is not. By number, they are the receivables that were
     * open in the period.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        return method == Method.COUNT ? byCount(figures) : byAmount(figures);
    }

    private KpiResult byCount(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures, CollectionFigures::writeOffItems);
        figures.items().ifPresent(behind -> basis.items(behind.writtenOffCounted()));
        return figures.writeOffItems()
                .map(Quotients::ofCounts)
                .map(share -> Quotients.percent(basis, share, zeroCode(), zeroReason()))
                .orElseGet(() -> basis.missing("writeOffItems"));
    }

    private KpiResult byAmount(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        var given = new Given();
        Fraction writtenOff = given.amount("writeOffs", figures.writeOffs());
        Fraction whole = whole(given, figures);
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> whole(behind, figures, whole)
                            .above(behind.of(MoneyFigure.WRITE_OFFS), writtenOff)
                            .to(basis));
            return basis.quotient(writtenOff, whole, Quotients.HUNDRED, zeroCode(), zeroReason());
        });
    }

    /** Of none is it known what of it was a bad debt. */
    private ItemParts whole(FigureItems behind, CollectionFigures figures, Fraction whole) {
        var parts = new ItemParts();
        return switch (method) {
            case RECEIVABLES -> parts.belowMean(figures, behind);
            case OPENING_RECEIVABLES -> parts.below(behind.of(MoneyFigure.OPENING_RECEIVABLES), whole);
            case SALES -> parts.below(behind.sold(), whole);
            case COUNT, BAD_DEBTS -> parts.below(List.of(), whole);
        };
    }

    private Fraction whole(Given given, CollectionFigures figures) {
        return switch (method) {
            case RECEIVABLES ->
                given.amount("openingReceivables", figures.openingReceivables())
                        .plus(given.amount("closingReceivables", figures.closingReceivables()))
                        .dividedBy(Fraction.of(2));
            case OPENING_RECEIVABLES -> given.amount("openingReceivables", figures.openingReceivables());
            case COUNT -> Fraction.ZERO; // counted, and no amount
            case SALES -> given.sales(figures);
            case BAD_DEBTS -> given.amount("badDebts", figures.badDebts());
        };
    }

    private String zeroCode() {
        return switch (method) {
            case RECEIVABLES, OPENING_RECEIVABLES, COUNT -> "NO_RECEIVABLES";
            case SALES -> "NO_SALES";
            case BAD_DEBTS -> "NO_BAD_DEBTS";
        };
    }

    private String zeroReason() {
        return switch (method) {
            case RECEIVABLES -> "average receivables are 0";
            case OPENING_RECEIVABLES -> "opening receivables are 0";
            case COUNT -> "no receivable was open in the period";
            case SALES -> "there were no credit sales in the period";
            case BAD_DEBTS -> "no bad debts were identified in the period";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WriteOffShare that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new WriteOffShare(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
