package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/**
 * What each customer owes on a day, in one currency. Where companies belong together, give the group as one customer.
 *
 * @param byCustomer the customer or group, and what is open; negative where there is more on account
 */
public record CustomerBalances(SortedMap<String, Amount> byCustomer) implements Serializable {

    /**
     * Copies the balances, in the order of the customers.
     *
     * @throws CurrencyMismatchException if they are in two currencies
     */
    public CustomerBalances {
        byCustomer = Collections.unmodifiableSortedMap(new TreeMap<>(byCustomer));
        byCustomer.keySet().forEach(customer -> Require.id(customer, "customer"));
        if (!byCustomer.isEmpty()) {
            OneCurrency.of("byCustomer", List.copyOf(byCustomer.values()));
        }
    }

    /** Of any amounts. */
    public static CustomerBalances of(Map<String, ? extends MonetaryAmount> byCustomer) {
        var balances = new TreeMap<String, Amount>();
        byCustomer.forEach((customer, open) -> balances.put(customer, Amount.from(open)));
        return new CustomerBalances(balances);
    }
}
