package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What each customer owes on a day, in one currency. Where companies belong together, give the group as one customer.
 *
 * @param period at whose end it is so, which results then carry; null if it is not known
 * @param byCustomer the customer or group, and what is open; negative where there is more on account
 */
public record CustomerBalances(@Nullable ServicePeriod period, SortedMap<String, Amount> byCustomer)
        implements Serializable {

    /**
     * Copies the balances, in the order of the customers' names.
     *
     * @throws CurrencyMismatchException if they are in two currencies
     */
    public CustomerBalances {
        var byName = new TreeMap<String, Amount>();
        byName.putAll(requireNonNull(byCustomer, "byCustomer")); // not in the order of a comparator of the map
        byCustomer = Collections.unmodifiableSortedMap(byName);
        byCustomer.keySet().forEach(customer -> Require.id(customer, "customer"));
        if (!byCustomer.isEmpty()) {
            OneCurrency.require("byCustomer", List.copyOf(byCustomer.values()));
        }
    }

    /** Without a period. */
    public CustomerBalances(SortedMap<String, Amount> byCustomer) {
        this(null, byCustomer);
    }

    /** The same at the end of a period, which the results then carry. */
    public CustomerBalances withPeriod(ServicePeriod newPeriod) {
        return new CustomerBalances(requireNonNull(newPeriod, "newPeriod"), byCustomer);
    }

    /** Of any amounts. */
    public static CustomerBalances of(Map<String, ? extends MonetaryAmount> byCustomer) {
        var balances = new TreeMap<String, Amount>();
        byCustomer.forEach((customer, open) -> balances.put(customer, Amount.from(open)));
        return new CustomerBalances(balances);
    }
}
