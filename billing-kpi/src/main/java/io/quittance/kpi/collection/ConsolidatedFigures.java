package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;

/**
 * Figures in several currencies, for figures in one: balances at the closing rate of their day, what came or went in a period at the average rate of it (IAS 21). What a
 * KPI says of all is computed from the sums, and never is a mean of what it says of each. With 1000 USD at 0.90 and 500 EUR owed, 3000 USD at 0.92 and
 * 1000 EUR sold in 31 days: 1400 / 3760 × 31 = 11.54 days of sales are outstanding; 10.33 of those in USD, and 15.5 of those in EUR.
 *
 * @param currency the ISO 4217 code of the figures of all
 * @param books those of one period, one for each currency; at least one
 */
public record ConsolidatedFigures(String currency, List<Book> books) implements Serializable {

    /**
     * Copies the books.
     *
     * @throws IllegalArgumentException if there is none, a currency is there twice, periods differ, a rate is missing, or what is in the currency of the figures has a rate other than 1
     */
    public ConsolidatedFigures {
        Currencies.of(requireNonNull(currency, "currency"), "currency");
        books = Require.notEmpty(List.copyOf(books), "books");
        var currencies = new HashSet<String>();
        for (Book book : books) {
            Require.that(
                    currencies.add(book.currency()),
                    "kpi.currency-twice",
                    "books",
                    "must be one for each currency",
                    book.currency());
            Optional<ServicePeriod> period = books.get(0).figures().period();
            Require.that(
                    book.figures().period().equals(period),
                    "figures.period",
                    "books",
                    "must be of one period, " + words(period),
                    words(book.figures().period()));
            if (book.currency().equals(currency)) {
                book.rates().requireOne(currency);
            } else {
                book.rates().requireFor(book.figures(), book.currency());
            }
        }
    }

    private static String words(Optional<ServicePeriod> period) {
        return period.map(ServicePeriod::toString).orElse("none");
    }

    /**
     * The figures of one currency, and what one unit of it was worth.
     *
     * @param figures in that currency
     * @param rates in the currency of all
     */
    public record Book(CollectionFigures figures, Rates rates) implements Serializable {
        /** Checks that there is an amount, whose currency it is. */
        public Book {
            Require.that(
                    requireNonNull(figures, "figures").currency().isPresent(),
                    "kpi.currency",
                    "figures",
                    "must have an amount",
                    figures);
            requireNonNull(rates, "rates");
        }

        /** Of figures in the currency of all. */
        public static Book of(CollectionFigures figures) {
            return new Book(figures, Rates.none());
        }

        String currency() {
            return figures.currency().orElseThrow();
        }
    }

    /**
     * What one unit of a currency is worth in that of the figures: 0.90 where 1 USD is 0.90 EUR. The oldest stand first: those of figures with sales of three months and what was owed at the
     * beginning of each are four closing and three average rates.
     *
     * @param closing on the days of the balances: before the first of the periods, and at the end of each
     * @param average of the periods of the sales; the last one is that of the figures
     */
    public record Rates(List<BigDecimal> closing, List<BigDecimal> average) implements Serializable {
        /** Checks that each is more than 0. */
        public Rates {
            closing = checked(closing, "closing");
            average = checked(average, "average");
        }

        private static List<BigDecimal> checked(List<BigDecimal> rates, String argument) {
            return rates.stream()
                    .map(rate -> Require.plain(Require.positive(rate, argument)))
                    .toList();
        }

        /** Of one period: on the day before it, on average, and on its last day. */
        public static Rates of(BigDecimal opening, BigDecimal average, BigDecimal closing) {
            return new Rates(List.of(opening, closing), List.of(average));
        }

        /** Of the currency of the figures, whose units are worth 1. */
        static Rates none() {
            return new Rates(List.of(), List.of());
        }

        private void requireOne(String currency) {
            Stream.concat(closing.stream(), average.stream())
                    .forEach(rate -> Require.that(
                            rate.compareTo(BigDecimal.ONE) == 0,
                            "kpi.rate",
                            "rates",
                            "must be 1 for " + currency,
                            rate));
        }

        private void requireFor(CollectionFigures figures, String currency) {
            int opening = figures.openingReceivables().isPresent() ? 1 : 0;
            int earlier = figures.earlierReceivables().size();
            require(closing, Math.max(1 + opening, earlier == 0 ? 0 : earlier + 2), "closing", currency);
            require(average, Math.max(1, figures.sales().size()), "average", currency);
        }

        private static void require(List<BigDecimal> rates, int least, String argument, String currency) {
            Require.that(
                    rates.size() >= least,
                    "kpi.rates",
                    argument,
                    "must have a rate for each of " + least + " in " + currency,
                    rates.size());
        }

        /** What a unit is worth at the end of the period. */
        BigDecimal last() {
            return closing.isEmpty() ? BigDecimal.ONE : closing.get(closing.size() - 1);
        }

        private Conversion into(CurrencyUnit unit) {
            return new Conversion() {
                @Override
                public Amount balance(Amount amount, int periodsBack) {
                    return translated(amount, closing, periodsBack);
                }

                @Override
                public Amount flow(Amount amount, int periodsBack) {
                    return translated(amount, average, periodsBack);
                }

                private Amount translated(Amount amount, List<BigDecimal> rates, int back) {
                    return Amount.of(rates.get(rates.size() - 1 - back), unit).multiply(amount.toBigDecimal());
                }
            };
        }
    }

    /**
     * The figures of all currencies together, for any KPI. A figure, or a period of the history, that one of the books does not have is not there.
     *
     * @throws IllegalArgumentException if the periods of sales of the books have other lengths, or an item is in two of them
     */
    public CollectionFigures consolidated() {
        CurrencyUnit unit = Currencies.of(currency, "currency");
        return books.stream()
                .map(book -> book.currency().equals(currency)
                        ? book.figures()
                        : book.figures().converted(book.rates().into(unit)))
                .reduce(CollectionFigures::plus)
                .orElseThrow();
    }

    /**
     * The figures of one currency in itself.
     *
     * @throws IllegalArgumentException if it is none of the books
     */
    public CollectionFigures in(CurrencyUnit unit) {
        String code = unit.getCurrencyCode();
        Optional<Book> book = book(code);
        Require.that(book.isPresent(), "kpi.currency", "unit", "must be a currency of the figures", code);
        return book.orElseThrow().figures();
    }

    Optional<Book> book(String code) {
        return books.stream().filter(each -> each.currency().equals(code)).findFirst();
    }
}
