package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.util.List;
import javax.money.CurrencyUnit;

/** All accounts of a ledger as of a question. */
public final class LedgerView {
    private final AsOf asOf;
    private final CurrencyUnit currency;
    private final List<AccountView> accounts;

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

    /** Money that arrived and settles nothing yet. */
    public Amount onAccount() {
        return accounts.stream().map(AccountView::onAccount).reduce(Amount.zero(currency), Amount::add);
    }

    /** The balance of the control account: open less on account. */
    public Amount balance() {
        return open().subtract(onAccount());
    }
}
