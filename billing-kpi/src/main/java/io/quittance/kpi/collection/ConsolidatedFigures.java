package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Receivables and sales in several currencies, for figures in one: balances at the closing rate, sales at the average rate of the period (IAS 21). What a
 * KPI says of all is computed from these sums, and never is a mean of what it says of each. With 1000 USD at 0.90 and 500 EUR owed, 3000 USD at 0.92 and
 * 1000 EUR sold in 31 days: 1400 / 3760 × 31 = 11.54 days of sales are outstanding; 10.33 of those in USD, and 15.5 of those in EUR.
 *
 * @param currency the ISO 4217 code of the figures
 * @param days of the period, more than 0
 * @param receivables at the end of the period, one for each currency
 * @param sales on credit in the period, one for each currency
 */
public record ConsolidatedFigures(String currency, Fraction days, List<Translated> receivables, List<Translated> sales)
        implements Serializable {

    /**
     * Copies the amounts.
     *
     * @throws IllegalArgumentException if a currency is there twice, there is nothing, or what is in the currency of the figures has a rate other than 1
     */
    public ConsolidatedFigures {
        Currencies.of(requireNonNull(currency, "currency"), "currency");
        Require.that(requireNonNull(days, "days").signum() > 0, "sales.days", "days", "must be more than 0", days);
        receivables = checked(Require.notEmpty(List.copyOf(receivables), "receivables"), "receivables", currency);
        sales = checked(Require.notEmpty(List.copyOf(sales), "sales"), "sales", currency);
    }

    /**
     * An amount and what one unit of its currency is worth.
     *
     * @param amount in its own currency
     * @param rate in the currency of the figures, more than 0: 0.90 where 1 USD is 0.90 EUR
     */
    public record Translated(Amount amount, BigDecimal rate) implements Serializable {
        /** Checks the rate. */
        public Translated {
            requireNonNull(amount, "amount");
            rate = Require.plain(Require.positive(rate, "rate"));
        }

        /** Of any amount. */
        public static Translated of(MonetaryAmount amount, BigDecimal rate) {
            return new Translated(Amount.from(amount), rate);
        }

        private String currency() {
            return amount.getCurrency().getCurrencyCode();
        }
    }

    /** The figures of all currencies together, for any KPI of closing receivables and sales. */
    public CollectionFigures consolidated() {
        return figures(sum(receivables), sum(sales));
    }

    /**
     * The figures of one currency in itself.
     *
     * @throws IllegalArgumentException if nothing is sold or owed in it; an amount that is missing on one side only is 0
     */
    public CollectionFigures in(CurrencyUnit unit) {
        String code = unit.getCurrencyCode();
        List<Amount> owed = amounts(receivables, code);
        List<Amount> sold = amounts(sales, code);
        Require.that(
                !owed.isEmpty() || !sold.isEmpty(), "kpi.currency", "unit", "must be a currency of the figures", code);
        Amount none = Amount.zero(unit);
        return figures(owed.isEmpty() ? none : owed.get(0), sold.isEmpty() ? none : sold.get(0));
    }

    private CollectionFigures figures(Amount owed, Amount sold) {
        return CollectionFigures.builder()
                .closingReceivables(owed)
                .sales(new SalesPeriod(days, sold))
                .build();
    }

    private Amount sum(List<Translated> all) {
        CurrencyUnit unit = Currencies.of(currency, "currency");
        Amount sum = Amount.zero(unit);
        for (Translated each : all) {
            sum = sum.add(Amount.of(each.rate(), unit).multiply(each.amount().toBigDecimal()));
        }
        return sum;
    }

    private static List<Amount> amounts(List<Translated> all, String currency) {
        return all.stream()
                .filter(each -> each.currency().equals(currency))
                .map(Translated::amount)
                .toList();
    }

    private static List<Translated> checked(List<Translated> all, String argument, String currency) {
        var currencies = new HashSet<String>();
        for (Translated each : all) {
            Require.that(
                    currencies.add(each.currency()),
                    "kpi.currency-twice",
                    argument,
                    "must have one amount for each currency",
                    each.currency());
            Require.that(
                    !each.currency().equals(currency) || each.rate().compareTo(BigDecimal.ONE) == 0,
                    "kpi.rate",
                    argument,
                    "must have the rate 1 for " + currency,
                    each.rate());
        }
        return all;
    }
}
