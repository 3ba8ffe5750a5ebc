package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;

/**
 * One customer's account as of a question.
 *
 * @param customer whose account
 * @param openItems what is open, by due date
 * @param onAccount money that arrived and credits that were given, which settle nothing yet; zero or more
 * @param credits what of that is credits; zero or more, at most {@code onAccount}
 */
public record AccountView(CustomerId customer, List<OpenItem> openItems, Amount onAccount, Amount credits)
        implements Serializable {

    /** Copies the items; checks that all are the customer's. */
    public AccountView {
        requireNonNull(customer, "customer");
        openItems = List.copyOf(openItems);
        requireNonNull(onAccount, "onAccount");
        requireNonNull(credits, "credits");
        Require.that(
                credits.signum() >= 0 && credits.isLessThanOrEqualTo(onAccount),
                "account.credits",
                "credits",
                "must be 0 or more and at most " + onAccount + ", which is on account",
                credits);
        for (OpenItem item : openItems) {
            Require.that(
                    item.customer().equals(customer),
                    "account.customer",
                    "openItems",
                    "must be those of " + customer,
                    item.customer());
        }
    }

    /** An account without credits. */
    public AccountView(CustomerId customer, List<OpenItem> openItems, Amount onAccount) {
        this(customer, openItems, onAccount, Amount.zero(onAccount.getCurrency()));
    }

    /** The sum of what is open. */
    public Amount open() {
        return openItems.stream().map(OpenItem::open).reduce(Amount.zero(onAccount.getCurrency()), Amount::add);
    }

    /** What the customer owes in all: open less on account; negative if money or credits are left over. */
    public Amount balance() {
        return open().subtract(onAccount);
    }
}
