package io.quittance.examples.erp;

import io.quittance.core.id.CustomerId;
import java.time.Instant;

/** Forgets who a customer is. Documents, ledger and hashes know the id only, and stay as they are. */
final class EraseJob {
    private EraseJob() {}

    /** What came of it. */
    enum Outcome {
        ERASED,
        ERASED_BEFORE,
        /** A slip of the hand, perhaps: then somebody else is still to be erased. */
        UNKNOWN
    }

    static Outcome erase(Database database, CustomerId customer, Instant now) {
        return database.inTransaction(connection -> {
            int erased = Sql.update(
                    connection,
                    "update customer set name = null, account = null, erased_at = ? where id = ? and erased_at is null",
                    now,
                    customer.value());
            if (erased == 1) {
                return Outcome.ERASED;
            }
            return Sql.one(connection, "select 1 from customer where id = ?", row -> true, customer.value())
                    .map(known -> Outcome.ERASED_BEFORE)
                    .orElse(Outcome.UNKNOWN);
        });
    }
}
