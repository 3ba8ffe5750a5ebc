package io.quittance.examples.erp;

import io.quittance.ar.ledger.OnAccount;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.core.id.CustomerId;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Settles what is open with what is on account, each customer in a transaction of its own. */
record AllocateJob(LocalDate day, Instant now) {
    private static final String CANDIDATES =
            "select customer from account a where customer > ? and exists (select 1 from open_item o where o.customer = a.customer)"
                    + " and exists (select 1 from on_account m where m.customer = a.customer and m.rest > 0)";

    Tally run(Database database, int workers) {
        return new Workers(database, workers).run(CANDIDATES, (session, customer, tally) -> {
            int settled = session.inTransaction(connection -> allocate(connection, customer));
            tally.add("customers", 1);
            tally.add("settlements", settled);
        });
    }

    // README allocate begins
    /** The transaction: what others settled meanwhile is seen once the account is locked, and not settled again. */
    private int allocate(Connection connection, CustomerId customer) {
        Account account = Account.lock(connection, customer, now);
        List<PaymentAllocated> facts = OnAccount.settle(account.ledger(), Company.ALLOCATION, day);
        for (PaymentAllocated fact : facts) {
            account.post("settled " + (account.ledger().version() + 1), fact);
        }
        account.save();
        return facts.size();
    }
    // README allocate ends
}
