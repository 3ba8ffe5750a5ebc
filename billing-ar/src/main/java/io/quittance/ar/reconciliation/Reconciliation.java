package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the ledger has with what a counterparty states, account by account. What both have under one reference with one amount agrees,
 * whichever day each of them has it on; the rest are {@linkplain DifferenceType typed} differences that add up to what the balances differ by.
 * Takes time for the lines and the logarithm of the references.
 */
public final class Reconciliation {
    private Reconciliation() {}

    /**
     * One account. A balance in another currency is not compared.
     *
     * @throws IllegalArgumentException if the two are of different accounts or days
     */
    public static AccountReconciliation of(LedgerAccount ledger, StatedAccount stated, ReconciliationPolicy policy) {
        Require.that(
                stated.account().equals(ledger.account()),
                "reconciliation.account",
                "stated.account",
                "must be " + ledger.account() + ", as in the ledger",
                stated.account());
        Require.that(
                stated.date().equals(ledger.date()),
                "reconciliation.date",
                "stated.date",
                "must be " + ledger.date() + ", as in the ledger",
                stated.date());
        boolean isOfOneCurrency = stated.balance()
                .getCurrency()
                .getCurrencyCode()
                .equals(ledger.balance().getCurrency().getCurrencyCode());
        return new AccountReconciliation(
                stated.counterparty(),
                ledger.account(),
                ledger.date(),
                ledger.balance(),
                stated.balance(),
                isOfOneCurrency
                        ? new Comparison(ledger, stated, requireNonNull(policy, "policy")).differences()
                        : List.of());
    }

    /**
     * All accounts of one currency with one kind of counterparty, each compared with that of its key. What only the ledger has is not compared; what
     * only the counterparty has is compared with nothing.
     *
     * @return by the keys of the accounts
     * @throws IllegalArgumentException if two accounts of a side have one key, or two are of different days
     */
    public static List<AccountReconciliation> of(
            Counterparty counterparty,
            List<LedgerAccount> ledger,
            List<StatedAccount> stated,
            ReconciliationPolicy policy) {
        Map<String, StatedAccount> statedOf = statedOf(requireNonNull(counterparty, "counterparty"), stated);
        requireNonNull(policy, "policy");
        requireOneDay(ledger, stated);
        var outcomes = new TreeMap<String, AccountReconciliation>();
        for (int i = 0; i < ledger.size(); i++) {
            LedgerAccount one = ledger.get(i);
            StatedAccount other = statedOf.remove(one.account());
            AccountReconciliation outcome = other == null
                    ? new AccountReconciliation(counterparty, one.account(), one.date(), one.balance(), null, List.of())
                    : of(one, other, policy);
            Require.that(
                    outcomes.put(one.account(), outcome) == null,
                    "reconciliation.account-twice",
                    "ledger[" + i + "].account",
                    "must not repeat",
                    one.account());
        }
        for (StatedAccount other : statedOf.values()) {
            Amount nothing = Amount.zero(other.balance().getCurrency());
            outcomes.put(
                    other.account(),
                    of(new LedgerAccount(other.account(), other.date(), nothing, List.of()), other, policy));
        }
        return List.copyOf(new ArrayList<>(outcomes.values()));
    }

    private static void requireOneDay(List<LedgerAccount> ledger, List<StatedAccount> stated) {
        LocalDate day = null;
        for (int i = 0; i < ledger.size(); i++) {
            day = requireDay(day, ledger.get(i).date(), "ledger[" + i + "].date");
        }
        for (int i = 0; i < stated.size(); i++) {
            day = requireDay(day, stated.get(i).date(), "stated[" + i + "].date");
        }
    }

    /** The day of all, which the first one has. */
    private static LocalDate requireDay(@Nullable LocalDate day, LocalDate date, String argument) {
        Require.that(
                day == null || day.equals(date),
                "reconciliation.date",
                argument,
                "must be " + day + ", as of the others",
                date);
        return date;
    }

    private static Map<String, StatedAccount> statedOf(Counterparty counterparty, List<StatedAccount> stated) {
        Map<String, StatedAccount> byAccount = new HashMap<>();
        for (int i = 0; i < stated.size(); i++) {
            StatedAccount one = stated.get(i);
            String at = "stated[" + i + "].";
            Require.that(
                    one.counterparty() == counterparty,
                    "reconciliation.counterparty",
                    at + "counterparty",
                    "must be " + counterparty,
                    one.counterparty());
            Require.that(
                    byAccount.put(one.account(), one) == null,
                    "reconciliation.account-twice",
                    at + "account",
                    "must not repeat",
                    one.account());
        }
        return byAccount;
    }
}
