package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** All accounts of a ledger as of a question. */
public final class LedgerView implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient AsOf asOf;
    private final transient CurrencyUnit currency;
    private final transient List<AccountView> accounts;

    LedgerView(AsOf asOf, CurrencyUnit currency, List<AccountView> accounts) {
        this.asOf = requireNonNull(asOf, "asOf");
        this.currency = requireNonNull(currency, "currency");
        this.accounts = List.copyOf(accounts);
    }

    /** What was asked. */
    public AsOf asOf() {
        return asOf;
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** One for each customer with an entry that counts for the question, by id, also where nothing is open. */
    public List<AccountView> accounts() {
        return accounts;
    }

    /** What all customers owe, money on account not deducted. */
    public Amount open() {
        return accounts.stream().map(AccountView::open).reduce(Amount.zero(currency), Amount::add);
    }

    /** Money that arrived and credits that were given, which settle nothing yet. */
    public Amount onAccount() {
        return accounts.stream().map(AccountView::onAccount).reduce(Amount.zero(currency), Amount::add);
    }

    /** What of the money on account is credits. */
    public Amount credits() {
        return accounts.stream().map(AccountView::credits).reduce(Amount.zero(currency), Amount::add);
    }

    /** The balance of the control account: open less on account. */
    public Amount balance() {
        return open().subtract(onAccount());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LedgerView that
                && asOf.equals(that.asOf)
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && accounts.equals(that.accounts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, currency.getCurrencyCode(), accounts);
    }

    @Override
    public String toString() {
        return "ledger in " + currency.getCurrencyCode() + " at " + asOf + ": " + balance();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a view is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(asOf, currency.getCurrencyCode(), accounts);
    }

    /** The serial form, checked on the way back in. */
    private record Proxy(AsOf asOf, String currencyCode, List<AccountView> accounts) implements Serializable {
        private Object readResolve() {
            var view = new LedgerView(asOf, Currencies.of(currencyCode, "currencyCode"), accounts);
            for (int i = 1; i < accounts.size(); i++) {
                CustomerId before = accounts.get(i - 1).customer();
                CustomerId after = accounts.get(i).customer();
                Require.that(
                        before.compareTo(after) < 0,
                        "view.accounts",
                        "accounts",
                        "must be one for each customer, by id",
                        before + " then " + after);
            }
            String balance = view.balance().getCurrency().getCurrencyCode(); // adds up what must be in one currency
            Require.that(balance.equals(currencyCode), "view.currency", "currency", "must be " + currencyCode, balance);
            return view;
        }
    }
}
