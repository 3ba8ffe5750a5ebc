package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import io.quittance.kpi.collection.ConsolidatedFigures.Book;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of the reduction of receivables in several currencies is by balances, and how much by rates of exchange: the two add up to the {@link io.quittance.kpi.Reduction} of the consolidated figures, exactly. 1000 USD at
 * 0.90 that became 800 USD at 1.00 are 900 EUR that became 800: 11.11 % less, of which 20 % are 180 EUR of balances that were paid, at the rate of the base, and −8.89 % are 80 EUR by which
 * what is left is worth more. A currency that is in one of the two only changed by its balance.
 */
public final class CurrencyReduction implements Kpi<CurrencyReduction.Books>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // definitions do not change
    private enum Method {
        RECEIVABLES_BY_BALANCES(
                byBalances("receivables.reduction.by-balances", "Reduction in receivables", "closing receivables")),
        RECEIVABLES_BY_RATES(
                byRates("receivables.reduction.by-rates", "Reduction in receivables", "closing receivables")),
        OVERDUE_BY_BALANCES(
                byBalances("overdue.reduction.by-balances", "Reduction in overdue receivables", "overdue receivables")),
        OVERDUE_BY_RATES(
                byRates("overdue.reduction.by-rates", "Reduction in overdue receivables", "overdue receivables"));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }

        private static KpiDefinition byBalances(String id, String name, String what) {
            return KpiDefinition.of(
                            id,
                            name + " at constant rates",
                            KpiUnit.PERCENT,
                            Direction.HIGHER,
                            "sum over currencies of (base − now) × closing rate of the base / sum of base × that rate × 100, of "
                                    + what)
                    .undefinedWhen("base is 0 (BASE_ZERO)");
        }

        private static KpiDefinition byRates(String id, String name, String what) {
            return KpiDefinition.of(
                            id,
                            name + " by rates of exchange",
                            KpiUnit.PERCENT,
                            Direction.INFORMATIONAL,
                            "sum over currencies of now × (closing rate of the base − closing rate now) / sum of base × closing rate of the base × 100, of "
                                    + what)
                    .undefinedWhen("base is 0 (BASE_ZERO)");
        }

        private boolean isOfOverdue() {
            return this == OVERDUE_BY_BALANCES || this == OVERDUE_BY_RATES;
        }

        private boolean isByRates() {
            return this == RECEIVABLES_BY_RATES || this == OVERDUE_BY_RATES;
        }
    }

    private final Method method;

    private CurrencyReduction(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * The books that are compared.
     *
     * @param base what they were
     * @param now what they are
     */
    public record Books(ConsolidatedFigures base, ConsolidatedFigures now) implements Serializable {
        /** Checks that both are told in one currency. */
        public Books {
            String expected = requireNonNull(base, "base").currency();
            Require.that(
                    requireNonNull(now, "now").currency().equals(expected),
                    "kpi.currency",
                    "now",
                    "must be in " + expected + ", as base is",
                    now.currency());
        }
    }

    /** The part of the reduction of closing receivables, net of money on account, that is by balances. */
    public static CurrencyReduction ofReceivablesByBalances() {
        return new CurrencyReduction(Method.RECEIVABLES_BY_BALANCES);
    }

    /** The part of the reduction of closing receivables, net of money on account, that is by rates. */
    public static CurrencyReduction ofReceivablesByRates() {
        return new CurrencyReduction(Method.RECEIVABLES_BY_RATES);
    }

    /** The part of the reduction of what is past due that is by balances. */
    public static CurrencyReduction ofOverdueByBalances() {
        return new CurrencyReduction(Method.OVERDUE_BY_BALANCES);
    }

    /** The part of the reduction of what is past due that is by rates. */
    public static CurrencyReduction ofOverdueByRates() {
        return new CurrencyReduction(Method.OVERDUE_BY_RATES);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent of the base; the items are the currencies, with what each has of it in the currency of all. The period is that of now. */
    @Override
    public KpiResult compute(Books figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition())
                .currency(figures.base().currency())
                .period(figures.now().books().get(0).figures().period().orElse(null));
        var given = new Given();
        var currencies = new TreeSet<String>();
        figures.base().books().forEach(book -> currencies.add(book.currency()));
        figures.now().books().forEach(book -> currencies.add(book.currency()));
        var items = new ArrayList<KpiItem>();
        for (String currency : currencies) {
            Optional<Book> base = figures.base().book(currency);
            Optional<Book> now = figures.now().book(currency);
            Fraction was = balance(given, base);
            Fraction is = balance(given, now);
            Fraction rateThen = rate(base.or(() -> now));
            Fraction rateNow = rate(now.or(() -> base));
            Fraction part = method.isByRates()
                    ? is.times(rateThen.minus(rateNow))
                    : was.minus(is).times(rateThen);
            items.add(new KpiItem(currency, part, was.times(rateThen)));
        }
        return given.compute(basis, () -> basis.share(items, "BASE_ZERO", "base is 0"));
    }

    /** 0 of a currency that is not there. */
    private Fraction balance(Given given, Optional<Book> book) {
        return book.map(Book::figures)
                .map(figures -> method.isOfOverdue()
                        ? given.amount("overdue", figures.overdue().map(ShareOf::part))
                        : given.amount("closingReceivables", figures.closingReceivables()))
                .orElse(Fraction.ZERO);
    }

    private static Fraction rate(Optional<Book> book) {
        BigDecimal rate = book.map(each -> each.rates().last()).orElse(BigDecimal.ONE);
        return Fraction.of(rate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CurrencyReduction that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new CurrencyReduction(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
