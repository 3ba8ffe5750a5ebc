package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How far credit limits are used on a day, in one currency.
 *
 * @param period at whose end it is so, which results then carry; null if it is not known
 * @param lines one for each customer who has a limit
 * @param withoutLimit customers who have none: they are not measured
 */
public record CreditExposures(@Nullable ServicePeriod period, List<Line> lines, List<String> withoutLimit)
        implements Serializable {

    /**
     * Copies both.
     *
     * @throws IllegalArgumentException if a customer is there twice
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public CreditExposures {
        lines = List.copyOf(lines);
        withoutLimit = List.copyOf(withoutLimit);
        var customers = new HashSet<String>();
        Stream.concat(lines.stream().map(Line::customer), withoutLimit.stream())
                .forEach(customer -> Require.that(
                        customers.add(Require.id(customer, "customer")),
                        "kpi.customer-twice",
                        "customer",
                        "must be there once",
                        customer));
        var amounts = new ArrayList<Amount>();
        lines.forEach(line -> amounts.addAll(line.amounts()));
        if (!amounts.isEmpty()) {
            OneCurrency.require("lines", amounts);
        }
    }

    /** Without a period. */
    public CreditExposures(List<Line> lines, List<String> withoutLimit) {
        this(null, lines, withoutLimit);
    }

    /** The same at the end of a period, which the results then carry. */
    public CreditExposures withPeriod(ServicePeriod newPeriod) {
        return new CreditExposures(requireNonNull(newPeriod, "newPeriod"), lines, withoutLimit);
    }

    /**
     * A customer's limit, and what counts against it.
     *
     * @param customer who has the limit
     * @param receivables open invoices less money on account; may be negative
     * @param unbilled rendered and not invoiced
     * @param orders accepted and not rendered
     * @param limit more than 0; who shall get no credit is not measured, since 0 cannot be used
     */
    public record Line(String customer, Amount receivables, Amount unbilled, Amount orders, Amount limit)
            implements Serializable {
        /** Checks the limit. */
        public Line {
            Require.id(customer, "customer");
            requireNonNull(receivables, "receivables");
            requireNonNull(unbilled, "unbilled");
            requireNonNull(orders, "orders");
            requireNonNull(limit, "limit");
            Require.that(limit.signum() > 0, "number.not-positive", "limit", "must be more than 0", limit);
        }

        /** Of any amounts. */
        public static Line of(
                String customer,
                MonetaryAmount receivables,
                MonetaryAmount unbilled,
                MonetaryAmount orders,
                MonetaryAmount limit) {
            return new Line(
                    customer, Amount.from(receivables), Amount.from(unbilled), Amount.from(orders), Amount.from(limit));
        }

        /** What counts against the limit: receivables + unbilled + orders. */
        public Amount exposure() {
            return receivables.add(unbilled).add(orders);
        }

        private List<Amount> amounts() {
            return List.of(receivables, unbilled, orders, limit);
        }
    }
}
