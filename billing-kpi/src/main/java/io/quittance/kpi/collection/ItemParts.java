package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each item has of a numerator and a denominator that are made of several figures: of what was billed and what was paid of it, such as 100.00 and 60.00. Something that is in several
 * of them, such as an invoice that was billed and is open, is one item. There are none if what the items have of one of the figures is not all of it.
 */
final class ItemParts {
    private static final Fraction HALF = Fraction.of(1, 2);

    private final Map<String, KpiItem> byId = new LinkedHashMap<>();
    private boolean areAll = true;

    /** The numerator has these, whose numerators are the figure if they are all. */
    ItemParts above(List<KpiItem> part, Fraction figure) {
        return add(part, figure, Fraction.ONE, Fraction.ZERO);
    }

    /** The numerator is less by these. */
    ItemParts offAbove(List<KpiItem> part, Fraction figure) {
        return add(part, figure, Fraction.ONE.negated(), Fraction.ZERO);
    }

    /** The denominator has these. */
    ItemParts below(List<KpiItem> part, Fraction figure) {
        return add(part, figure, Fraction.ZERO, Fraction.ONE);
    }

    /** The numerator and the denominator have so many times these. */
    ItemParts add(List<KpiItem> part, Fraction figure, Fraction above, Fraction below) {
        Fraction sum = Fraction.ZERO;
        for (KpiItem one : part) {
            Fraction amount = one.numerator();
            sum = sum.plus(amount);
            byId.merge(
                    one.id(),
                    new KpiItem(one.id(), amount.times(above), amount.times(below)),
                    (some, more) -> new KpiItem(
                            some.id(),
                            some.numerator().plus(more.numerator()),
                            some.denominator().plus(more.denominator())));
        }
        areAll &= sum.equals(figure);
        return this;
    }

    /** The numerator has the mean of what was owed when the period began and is at its end. */
    ItemParts aboveMean(CollectionFigures figures, FigureItems behind) {
        return addMean(figures, behind, HALF, Fraction.ZERO);
    }

    /** The denominator has that mean. */
    ItemParts belowMean(CollectionFigures figures, FigureItems behind) {
        return addMean(figures, behind, Fraction.ZERO, HALF);
    }

    private ItemParts addMean(CollectionFigures figures, FigureItems behind, Fraction above, Fraction below) {
        return add(behind.of(MoneyFigure.OPENING_RECEIVABLES), amount(figures.openingReceivables()), above, below)
                .add(behind.receivables(), amount(figures.closingReceivables()), above, below);
    }

    private static Fraction amount(Optional<Amount> figure) {
        return figure.map(Amount::toFraction).orElse(Fraction.ZERO);
    }

    /** Those that have something of the numerator or the denominator. */
    List<KpiItem> items() {
        return areAll
                ? byId.values().stream()
                        .filter(one -> one.numerator().signum() != 0
                                || one.denominator().signum() != 0)
                        .toList()
                : List.of();
    }

    /** They are behind the value, and counted, if they are all. */
    void to(KpiBasis.Builder basis) {
        if (areAll) {
            Quotients.name(basis, items());
        }
    }
}
