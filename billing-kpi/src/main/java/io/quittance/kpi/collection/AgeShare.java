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
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of what is open is of an age, in percent. What is past due at all is {@link OverdueShare}. */
public final class AgeShare implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        CURRENT(KpiDefinition.of(
                        "current.pct",
                        "Current, by amount",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "not past due / open × 100, by amount; due today is not past due")
                .undefinedWhen("nothing is open (NO_OPEN_ITEMS)")
                .definedBy("Credit Research Foundation")),
        OVER_90(KpiDefinition.of(
                        "over-90.pct",
                        "Over 90 days past due, by amount",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "91 or more days past due / open × 100, by amount")
                .undefinedWhen("nothing is open (NO_OPEN_ITEMS)")
                .definedBy("Credit Research Foundation"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private AgeShare(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** Not past due; due today is not past due. 5,089.59 of 6,015.31 is 84.61 %. */
    public static AgeShare current() {
        return new AgeShare(Method.CURRENT);
    }

    /** More than 90 days past due: 91 or more. */
    public static AgeShare overNinetyDays() {
        return new AgeShare(Method.OVER_90);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent. Both need {@link CollectionFigures#overdue()}. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        figures.items().ifPresent(behind -> basis.items(items(behind)));
        var given = new Given();
        Fraction open = given.amount("overdue", figures.overdue().map(ShareOf::whole));
        Fraction part = method == Method.CURRENT
                ? given.amount("overdue", figures.current())
                : given.amount("overNinetyDays", figures.overNinetyDays());
        return given.compute(
                basis,
                () -> basis.quotient(
                        part, open, Quotients.HUNDRED, "NO_OPEN_ITEMS", "nothing is open at the end of the period"));
    }

    private List<KpiItem> items(FigureItems behind) {
        return switch (method) {
            case CURRENT -> behind.aged(Long.MIN_VALUE, 0);
            case OVER_90 -> behind.aged(91, Long.MAX_VALUE);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgeShare that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new AgeShare(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
