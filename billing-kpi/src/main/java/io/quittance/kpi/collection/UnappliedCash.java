package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How much cash is applied to nothing, in percent: of what came in (flow), or of what is open (stock). */
public final class UnappliedCash implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        FLOW(KpiDefinition.of(
                        "unapplied.pct.flow",
                        "Unapplied cash, of receipts",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "received in the period and not applied at its end / received in the period × 100")
                .undefinedWhen("nothing was received (NO_RECEIPTS)")
                .definedBy("derived")),
        STOCK(KpiDefinition.of(
                        "unapplied.pct.stock",
                        "Unapplied cash, of receivables",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "not applied at the end of the period / open in invoices × 100")
                .undefinedWhen("nothing is open (NO_OPEN_ITEMS)")
                .definedBy("Vortex IQ, unapplied cash"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private UnappliedCash(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** Of the cash that was received in the period, what is not applied at its end: 30 / 600 × 100 = 5 %. */
    public static UnappliedCash ofReceipts() {
        return new UnappliedCash(Method.FLOW);
    }

    /**
     * All cash that is not applied at the end of the period, whenever it came, over what is open in invoices: 24.2 of 210.4 million are 11.50 %.
     */
    public static UnappliedCash ofReceivables() {
        return new UnappliedCash(Method.STOCK);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * In percent. Where the {@linkplain CollectionFigures#items() items} are given, they are behind the result, and counted: the payments that came with what is not applied of each, or all payments of which
     * something is not applied and the open invoices.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        return switch (method) {
            case FLOW ->
                figures.unappliedReceipts()
                        .map(Quotients::ofAmounts)
                        .map(share -> {
                            figures.items().ifPresent(behind -> Quotients.name(basis, behind.unappliedReceipts()));
                            return Quotients.percent(basis, share, "NO_RECEIPTS", "nothing was received in the period");
                        })
                        .orElseGet(() -> basis.missing("unappliedReceipts"));
            case STOCK ->
                figures.unappliedCash()
                        .map(Quotients::ofAmounts)
                        .map(share -> {
                            figures.items().ifPresent(behind -> nameCash(basis, behind, share));
                            return Quotients.percent(
                                    basis, share, "NO_OPEN_ITEMS", "nothing is open at the end of the period");
                        })
                        .orElseGet(() -> basis.missing("unappliedCash"));
        };
    }

    private static void nameCash(KpiBasis.Builder basis, FigureItems behind, ShareOf<Fraction> share) {
        new ItemParts()
                .above(behind.cash(), share.part())
                .below(behind.gross(), share.whole())
                .to(basis);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnappliedCash that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new UnappliedCash(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
