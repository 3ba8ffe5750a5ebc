package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much of what could be collected was collected, in percent. */
public final class CollectionRate implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // definitions do not change
    private enum Method {
        PERIOD(KpiDefinition.of(
                        "collection-rate.period",
                        "Collection rate",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "(collected in the period − refunds, where they are given) / (opening receivables + credit sales of the period) × 100")
                .undefinedWhen("nothing to collect (NOTHING_COLLECTABLE)")
                .definedBy("utilities' collection rate")),
        GROSS(KpiDefinition.of(
                        "collection-rate.gross",
                        "Gross collection rate",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "collected in the period / invoiced in the period × 100")
                .undefinedWhen("nothing was invoiced (NO_INVOICES)")
                .definedBy("medical billing, gross collection rate")),
        NET(KpiDefinition.of(
                        "collection-rate.net",
                        "Net collection rate",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "(collected − refunds) / (invoiced − credit notes) × 100, all of the period")
                .undefinedWhen("invoiced − credit notes is 0 or less (NO_INVOICES)")
                .definedBy("MGMA, net collection rate")),
        DUE_COHORT_BY_DUE_DATE(KpiDefinition.of(
                        "collection-rate.due-cohort.by-due-date",
                        "Collected by the due date",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "of what fell due in the period: paid by its due date / due × 100")
                .undefinedWhen("nothing fell due (NOTHING_COLLECTABLE)")
                .definedBy("on-time collection of a cohort")),
        DUE_COHORT_BY_PERIOD_END(KpiDefinition.of(
                        "collection-rate.due-cohort.by-period-end",
                        "Collected by the end of the period",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "of what fell due in the period: paid by the end of the period / due × 100")
                .undefinedWhen("nothing fell due (NOTHING_COLLECTABLE)")
                .definedBy("on-time collection of a cohort"));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private CollectionRate(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * (Collected in the period − refunds) / (opening receivables + credit sales of the period) × 100. 60.00 of 40.00 opening and 80.00
     * sold is 50 %; with 6.00 paid back it is 45 %. Refunds that are not given count nothing.
     */
    public static CollectionRate ofPeriod() {
        return new CollectionRate(Method.PERIOD);
    }

    /**
     * Collected / invoiced × 100, both of the period: 100,000 of 180,000 is 55.56 %. More than 100 % where old debts are paid. Needs {@link
     * CollectionFigures#billed()}.
     */
    public static CollectionRate gross() {
        return new CollectionRate(Method.GROSS);
    }

    /**
     * (Collected − refunds) / (invoiced − credit notes) × 100, all of the period: (900 − 30) / (1200 − 200) × 100 = 87 %. Undefined where credit
     * notes are as much as invoices.
     */
    public static CollectionRate net() {
        return new CollectionRate(Method.NET);
    }

    /** Of what fell due in the period, the share that was paid by its due date: paid on time / due × 100. */
    public static CollectionRate ofDueCohortByDueDate() {
        return new CollectionRate(Method.DUE_COHORT_BY_DUE_DATE);
    }

    /** Of what fell due in the period, the share that was paid by the end of the period: paid / due × 100. */
    public static CollectionRate ofDueCohortByPeriodEnd() {
        return new CollectionRate(Method.DUE_COHORT_BY_PERIOD_END);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * In percent; undefined if there was nothing to collect. Where it is known what each {@linkplain CollectionFigures#items() item} has of all figures, the items are behind the result: invoices with what was
     * billed, owed and collected of them, credit notes, below 0, with what they gave and what was paid back. They are counted.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        return switch (method) {
            case PERIOD -> ofPeriod(basis, figures);
            case GROSS -> gross(basis, figures);
            case NET -> net(basis, figures);
            case DUE_COHORT_BY_DUE_DATE ->
                ofCohort(basis, figures, FigureItems.Due::paidByDueDate, figures.dueCohortPaidByDueDate());
            case DUE_COHORT_BY_PERIOD_END ->
                ofCohort(basis, figures, FigureItems.Due::paidByPeriodEnd, figures.dueCohortPaidByPeriodEnd());
        };
    }

    private static KpiResult ofPeriod(KpiBasis.Builder basis, CollectionFigures figures) {
        var given = new Given();
        Fraction collected = given.amount("collected", figures.collected());
        Fraction opening = given.amount("openingReceivables", figures.openingReceivables());
        Fraction sold = given.sales(figures);
        Fraction refunds = figures.refunds().map(Amount::toFraction).orElse(Fraction.ZERO);
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> kept(behind, collected, refunds)
                            .below(behind.of(MoneyFigure.OPENING_RECEIVABLES), opening)
                            .below(behind.sold(), sold)
                            .to(basis));
            return ofCollectable(basis, new ShareOf<>(collected.minus(refunds), opening.plus(sold)));
        });
    }

    private static KpiResult gross(KpiBasis.Builder basis, CollectionFigures figures) {
        var given = new Given();
        Fraction collected = given.amount("collected", figures.collected());
        Fraction billed = given.amount("billed", figures.billed());
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> new ItemParts()
                            .above(behind.of(MoneyFigure.COLLECTED), collected)
                            .below(behind.of(MoneyFigure.BILLED), billed)
                            .to(basis));
            return basis.quotient(
                    collected, billed, Quotients.HUNDRED, "NO_INVOICES", "nothing was invoiced in the period");
        });
    }

    private static ItemParts kept(FigureItems behind, Fraction collected, Fraction refunds) {
        return new ItemParts()
                .above(behind.of(MoneyFigure.COLLECTED), collected)
                .offAbove(behind.of(MoneyFigure.REFUNDS), refunds);
    }

    private static KpiResult net(KpiBasis.Builder basis, CollectionFigures figures) {
        var given = new Given();
        Fraction collected = given.amount("collected", figures.collected());
        Fraction refunds = given.amount("refunds", figures.refunds());
        Fraction billed = given.amount("billed", figures.billed());
        Fraction credited = given.amount("creditNotes", figures.creditNotes());
        Fraction kept = collected.minus(refunds);
        Fraction owed = billed.minus(credited);
        String nothing = "invoices less credit notes of the period are 0 or less";
        return given.compute(basis, () -> {
            figures.items()
                    .ifPresent(behind -> kept(behind, collected, refunds)
                            .below(behind.sold(), owed)
                            .to(basis));
            return owed.signum() > 0
                    ? basis.quotient(kept, owed, Quotients.HUNDRED, "NO_INVOICES", nothing)
                    : basis.numerator(kept).denominator(owed).undefined("NO_INVOICES", nothing);
        });
    }

    private static KpiResult ofCohort(
            KpiBasis.Builder basis,
            CollectionFigures figures,
            Function<FigureItems.Due, Amount> paidOfItem,
            Optional<ShareOf<Amount>> paid) {
        figures.items().ifPresent(behind -> Quotients.name(basis, behind.due(paidOfItem)));
        return paid.map(Quotients::ofAmounts)
                .map(share -> ofCollectable(basis, share))
                .orElseGet(() -> basis.missing("dueCohort"));
    }

    private static KpiResult ofCollectable(KpiBasis.Builder basis, ShareOf<Fraction> paid) {
        return Quotients.percent(basis, paid, "NOTHING_COLLECTABLE", "there was nothing to collect in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectionRate that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new CollectionRate(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
