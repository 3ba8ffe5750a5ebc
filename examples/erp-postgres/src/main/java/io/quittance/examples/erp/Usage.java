package io.quittance.examples.erp;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The usage of a contract, which notes what a run has seen. What is not billed yet is decided once, before the run: an event that is
 * stored meanwhile is not seen by any of its reads, stays unmarked, and is late usage for the next run.
 */
final class Usage implements UsageSource {
    private final Connection connection;
    private final ContractId contract;
    private final Map<String, Instant> unbilled;
    private final Set<String> seen = new HashSet<>();

    private Usage(Connection connection, ContractId contract, Map<String, Instant> unbilled) {
        this.connection = connection;
        this.contract = contract;
        this.unbilled = unbilled;
    }

    /** The usage as it is now; the contract is locked, so that nobody else marks it. */
    static Usage of(Connection connection, ContractId contract) {
        var unbilled = new HashMap<String, Instant>();
        Sql.list(
                connection,
                "select id, at from usage_event where contract = ? and billed_on is null",
                row -> unbilled.put(row.getString(1), Sql.instant(row, 2)),
                contract.value());
        return new Usage(connection, contract, unbilled);
    }

    /** Asked for by each cycle of a run. */
    @Override
    public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
        List<UsageEvent> events = Sql.list(
                connection,
                "select id, meter, quantity, at from usage_event where contract = ? and at >= ? and at < ?"
                        + " and (billed_on is not null or id = any(?)) order by at, id",
                row -> UsageEvent.of(
                        row.getString(1),
                        customer,
                        MeterId.of(row.getString(2)),
                        row.getBigDecimal(3),
                        Sql.instant(row, 4)),
                contract.value(),
                from,
                to,
                unbilled.keySet().toArray(String[]::new));
        events.stream().map(UsageEvent::key).filter(unbilled::containsKey).forEach(seen::add);
        return events;
    }

    @Override
    public Collection<Instant> late(CustomerId customer) {
        return unbilled.values();
    }

    /** Marks what the run has seen and no run before it had. */
    void mark(LocalDate day) {
        if (!seen.isEmpty()) {
            Sql.update(
                    connection,
                    "update usage_event set billed_on = ? where id = any(?)",
                    day,
                    seen.toArray(String[]::new));
        }
    }
}
