package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is owed at the end of the period, as an amount. */
public final class OutstandingReceivables implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        NET(KpiDefinition.of(
                        "receivables.outstanding.net",
                        "Outstanding receivables, net",
                        KpiUnit.MONEY,
                        Direction.LOWER,
                        "open invoices − money on account, at the end of the period")
                .undefinedWhen("never")
                .definedBy("requirement")),
        GROSS(KpiDefinition.of(
                        "receivables.outstanding.gross",
                        "Outstanding receivables, gross",
                        KpiUnit.MONEY,
                        Direction.LOWER,
                        "open invoices at the end of the period")
                .undefinedWhen("never")
                .definedBy("requirement")),
        OVERDUE(KpiDefinition.of(
                        "receivables.outstanding.overdue",
                        "Overdue receivables",
                        KpiUnit.MONEY,
                        Direction.LOWER,
                        "past due of open invoices at the end of the period; due today is not past due")
                .undefinedWhen("never")
                .definedBy("requirement"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private OutstandingReceivables(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** Open invoices less money on account; negative where there is more of the latter. */
    public static OutstandingReceivables net() {
        return new OutstandingReceivables(Method.NET);
    }

    /** Open invoices, money on account not deducted. */
    public static OutstandingReceivables gross() {
        return new OutstandingReceivables(Method.GROSS);
    }

    /** What is past due of open invoices; due today is not past due. */
    public static OutstandingReceivables overdue() {
        return new OutstandingReceivables(Method.OVERDUE);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** An amount in the currency of the figures. Where the {@linkplain CollectionFigures#items() items} are given, they are behind the result, and counted. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        figures.items().ifPresent(behind -> Quotients.name(basis, items(behind)));
        return switch (method) {
            case NET -> measured(basis, "closingReceivables", figures.closingReceivables());
            case GROSS -> measured(basis, "overdue", figures.overdue().map(ShareOf::whole));
            case OVERDUE -> measured(basis, "overdue", figures.overdue().map(ShareOf::part));
        };
    }

    private List<KpiItem> items(FigureItems behind) {
        return switch (method) {
            case NET -> behind.receivables();
            case GROSS -> behind.gross();
            case OVERDUE -> behind.pastDue(1);
        };
    }

    private static KpiResult measured(KpiBasis.Builder basis, String name, Optional<Amount> amount) {
        return amount.map(Amount::toFraction)
                .map(value -> basis.numerator(value).measured(value))
                .orElseGet(() -> basis.missing(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutstandingReceivables that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new OutstandingReceivables(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
