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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many days of sales are owed beyond what the terms of payment explain: days sales outstanding less the best possible, with one method and one
 * period for both. 45 less 12 are 33 days (creditguru).
 */
public final class AverageDaysDelinquent implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "add",
                    "Average days delinquent",
                    KpiUnit.DAYS,
                    Direction.LOWER,
                    "dso.simple less dso.best-possible: (closing receivables, net of money on account, less open invoices not past due) / credit sales of the period × days of the period")
            .undefinedWhen("no sales (NO_SALES)")
            .definedBy("Credit Research Foundation");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /**
     * In days; undefined without sales. Negative where more is on account than past due; noted {@code NET_AND_GROSS} where anything is on account, since
     * it is taken off the closing receivables and not off those that are not past due.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        Quotients.noteViews(basis, figures);
        figures.items().ifPresent(behind -> basis.items(behind.delinquent()));
        var given = new Given();
        Fraction closing = given.amount("closingReceivables", figures.closingReceivables());
        Fraction current = given.amount("overdue", figures.current());
        Fraction sold = given.sales(figures);
        Fraction days = given.days(figures);
        return given.compute(
                basis,
                () -> basis.quotient(
                        closing.minus(current), sold, days, "NO_SALES", "there were no credit sales in the period"));
    }

    /**
     * From two results: 7 less 3 are 4 days. Undefined where one of them is, for its reason. What is noted of either, or left out of it, is so of the
     * difference.
     *
     * @param dso of {@link DaysSalesOutstanding#simple()}
     * @param bestPossible of {@link DaysSalesOutstanding#bestPossible()}, of the same period and currency
     * @throws IllegalArgumentException if they are of other methods, or of two periods or currencies
     */
    public static KpiResult between(KpiResult dso, KpiResult bestPossible) {
        requireMethod(dso, "dso", DaysSalesOutstanding.simple());
        requireMethod(bestPossible, "bestPossible", DaysSalesOutstanding.bestPossible());
        requireSame("period", dso.basis().period(), bestPossible.basis().period());
        requireSame("currency", dso.basis().currency(), bestPossible.basis().currency());
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION)
                .period(dso.basis().period().orElse(null))
                .currency(dso.basis().currency().orElse(null))
                .flagsOf(dso)
                .flagsOf(bestPossible);
        return dso.match(
                all -> bestPossible.match(
                        best -> difference(basis, all, best), none -> basis.undefined(none.code(), none.reason())),
                none -> basis.undefined(none.code(), none.reason()));
    }

    private static KpiResult difference(KpiBasis.Builder basis, KpiResult.Measured all, KpiResult.Measured best) {
        Optional<Fraction> sold = all.basis().denominator();
        Optional<Fraction> owed = all.basis().numerator();
        Optional<Fraction> current = best.basis().numerator();
        if (sold.isPresent()
                && owed.isPresent()
                && current.isPresent()
                && sold.equals(best.basis().denominator())) {
            basis.numerator(owed.get().minus(current.get())).denominator(sold.get());
            if (all.basis().factor().equals(best.basis().factor())) {
                all.basis().factor().ifPresent(basis::factor);
            }
        }
        return basis.measured(all.exact().minus(best.exact()));
    }

    private static void requireMethod(KpiResult result, String argument, DaysSalesOutstanding method) {
        String id = result.basis().kpi();
        Require.that(id.equals(method.id()), "kpi.method", argument, "must be " + method.id(), id);
    }

    private static void requireSame(String what, Optional<?> expected, Optional<?> given) {
        Require.that(
                given.equals(expected),
                "kpi." + what,
                "bestPossible",
                "must have the " + what + " of dso, " + shown(expected),
                shown(given));
    }

    private static String shown(Optional<?> value) {
        return value.map(Object::toString).orElse("none");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AverageDaysDelinquent;
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
