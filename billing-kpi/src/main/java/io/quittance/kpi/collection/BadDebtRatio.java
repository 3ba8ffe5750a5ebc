package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

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
 * How much of credit sales became bad debts, in percent. The basis is part of the name: what was charged to profit, or what was written off. Give
 * amounts without the part of the tax that is got back, or sales with it.
 */
public final class BadDebtRatio implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        EXPENSE(KpiDefinition.of(
                        "bad-debt.to-sales.expense",
                        "Bad debts to sales, by expense",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "bad-debt expense / credit sales of the period × 100")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("Operately, bad debt to sales ratio")),
        WRITE_OFFS(KpiDefinition.of(
                        "bad-debt.to-sales.write-offs",
                        "Bad debts to sales, by write-offs",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "write-offs / credit sales of the period × 100")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("Operately, bad debt to sales ratio")),
        NET_WRITE_OFFS(KpiDefinition.of(
                        "bad-debt.to-sales.net-write-offs",
                        "Bad debts to sales, by write-offs net of recoveries",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "(write-offs − recoveries) / credit sales of the period × 100")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("derived"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private BadDebtRatio(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** By what was charged to profit: 1000 / 100000 × 100 = 1 %. */
    public static BadDebtRatio byExpense() {
        return new BadDebtRatio(Method.EXPENSE);
    }

    /** By what was written off; what came in of it later is not deducted. */
    public static BadDebtRatio byWriteOffs() {
        return new BadDebtRatio(Method.WRITE_OFFS);
    }

    /**
     * By what was written off, less what came in during the period of earlier write-offs: (1000 − 400) / 100000 × 100 = 0.6 %.
     */
    public static BadDebtRatio byWriteOffsNetOfRecoveries() {
        return new BadDebtRatio(Method.NET_WRITE_OFFS);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * In percent; undefined without sales. Where it is known what each {@linkplain CollectionFigures#items() item} has of write-offs, recoveries and sales, the items are behind the result, and counted.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        var given = new Given();
        Fraction lost = lost(given, figures);
        Fraction sold = given.sales(figures);
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> new ItemParts()
                            .above(lost(behind), lost)
                            .below(behind.sold(), sold)
                            .to(basis));
            return basis.quotient(
                    lost, sold, Quotients.HUNDRED, "NO_SALES", "there were no credit sales in the period");
        });
    }

    /** Of none is it known what of it was charged to profit. */
    private List<KpiItem> lost(FigureItems behind) {
        return switch (method) {
            case EXPENSE -> List.of();
            case WRITE_OFFS -> behind.of(MoneyFigure.WRITE_OFFS);
            case NET_WRITE_OFFS -> behind.lost();
        };
    }

    private Fraction lost(Given given, CollectionFigures figures) {
        return switch (method) {
            case EXPENSE -> given.amount("badDebtExpense", figures.badDebtExpense());
            case WRITE_OFFS -> given.amount("writeOffs", figures.writeOffs());
            case NET_WRITE_OFFS ->
                given.amount("writeOffs", figures.writeOffs()).minus(given.amount("recoveries", figures.recoveries()));
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BadDebtRatio that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new BadDebtRatio(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
