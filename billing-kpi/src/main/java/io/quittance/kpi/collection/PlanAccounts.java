package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that owe something on a day, and whether they pay by a plan. Give those of which something is past due, and these only, to {@link PaymentPlanShare#ofOverdueByCount()}.
 *
 * @param period at whose end it is so, which results then carry; null if it is not known
 * @param accounts in one currency
 */
public record PlanAccounts(@Nullable ServicePeriod period, List<Account> accounts) implements Serializable {

    /**
     * Copies the accounts.
     *
     * @throws IllegalArgumentException if one is there twice
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public PlanAccounts {
        accounts = List.copyOf(accounts);
        var ids = new HashSet<String>();
        for (Account account : accounts) {
            Require.that(ids.add(account.id()), "kpi.account-twice", "accounts", "must be there once", account.id());
        }
        if (!accounts.isEmpty()) {
            OneCurrency.require("accounts", accounts.stream().map(Account::open).toList());
        }
    }

    /** Without a period. */
    public PlanAccounts(List<Account> accounts) {
        this(null, accounts);
    }

    /** The same at the end of a period, which the results then carry. */
    public PlanAccounts withPeriod(ServicePeriod newPeriod) {
        return new PlanAccounts(requireNonNull(newPeriod, "newPeriod"), accounts);
    }

    /** Whether an account pays by a plan. */
    public enum Plan {
        /** There is no plan. */
        NONE,
        /** It is kept to. */
        ACTIVE,
        /** It was broken: it is none any more. */
        BROKEN
    }

    /**
     * An account.
     *
     * @param id of the customer
     * @param open what it owes, more than 0
     * @param plan by which it pays
     */
    public record Account(String id, Amount open, Plan plan) implements Serializable {
        /** Checks that something is owed. */
        public Account {
            Require.id(id, "id");
            requireNonNull(plan, "plan");
            Require.that(
                    requireNonNull(open, "open").signum() > 0,
                    "number.not-positive",
                    "open",
                    "must be more than 0",
                    open);
        }

        /** Of any amount. */
        public static Account of(String id, MonetaryAmount open, Plan plan) {
            return new Account(id, Amount.from(open), plan);
        }
    }

    /** How many have a plan that was broken. */
    public long broken() {
        return accounts.stream()
                .filter(account -> account.plan() == Plan.BROKEN)
                .count();
    }
}
