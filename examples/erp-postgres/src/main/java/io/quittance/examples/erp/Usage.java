package io.quittance.examples.erp;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usage of a contract, which notes what a run has seen. An event that is stored while a contract is billed is not seen, stays
 * unmarked, and is late usage for the next run.
 */
final class Usage implements UsageSource {
    private final Connection connection;
    private final ContractId contract;
    private final List<String> seen = new ArrayList<>();
    private @Nullable List<Instant> late;

    Usage(Connection connection, ContractId contract) {
        this.connection = connection;
        this.contract = contract;
    }

    @Override
    public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
        List<UsageEvent> events = Sql.list(
                connection,
                "select id, meter, quantity, at from usage_event where contract = ? and at >= ? and at < ? order by at, id",
                row -> UsageEvent.of(
                        row.getString(1),
                        customer,
                        MeterId.of(row.getString(2)),
                        row.getBigDecimal(3),
                        Sql.instant(row, 4)),
                contract.value(),
                from,
                to);
        events.forEach(event -> seen.add(event.key()));
        return events;
    }

    /** Asked for by each cycle of a run, and read once. */
    @Override
    public Collection<Instant> late(CustomerId customer) {
        if (late == null) {
            late = Sql.list(
                    connection,
                    "select distinct at from usage_event where contract = ? and billed_on is null",
                    row -> Sql.instant(row, 1),
                    contract.value());
        }
        return late;
    }

    /** Marks what the run has seen; what was marked before keeps its day. */
    void mark(LocalDate day) {
        if (!seen.isEmpty()) {
            Sql.update(
                    connection,
                    "update usage_event set billed_on = ? where id = any(?) and billed_on is null",
                    day,
                    seen.toArray(String[]::new));
        }
    }
}
