package io.quittance.examples.erp;

import io.quittance.core.id.CustomerId;
import java.time.Instant;

/** Forgets who a customer is. Documents, ledger and hashes know the id only, and stay as they are. */
final class EraseJob {
    private EraseJob() {}

    static boolean erase(Database database, CustomerId customer, Instant now) {
        return database.inTransaction(connection -> Sql.update(
                        connection,
                        "update customer set name = null, account = null, erased_at = ?"
                                + " where id = ? and erased_at is null",
                        now,
                        customer.value()))
                == 1;
    }
}
