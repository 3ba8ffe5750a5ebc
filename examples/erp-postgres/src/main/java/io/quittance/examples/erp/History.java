package io.quittance.examples.erp;

import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.id.ContractId;
import io.quittance.json.BillingHistoryJson;
import java.sql.Connection;
import java.util.Optional;

/** What earlier runs billed of a contract: the run asks for the periods that it bills or corrects, and only those are read. */
record History(Connection connection, ContractId contract, BillingMark mark) implements BillingHistory {
    @Override
    public Optional<BilledPeriod> period(String cycle, long number) {
        return Sql.one(
                connection,
                "select document from billed_period where contract = ? and cycle = ? and number = ?",
                row -> BillingHistoryJson.readPeriod(row.getString(1)),
                contract.value(),
                cycle,
                number);
    }
}
