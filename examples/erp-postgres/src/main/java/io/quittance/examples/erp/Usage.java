package io.quittance.examples.erp;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The usage of a contract, which notes what a run has seen. What is not billed yet is decided once, before the run: an event that is
 * stored meanwhile is not seen by any of its reads, stays unmarked, and is late usage for the next run.
 */
final class Usage implements UsageSource {
    /** Findings that leave usage unbilled without saying which. */
    private static final Set<BillingFinding.Code> OF_CHARGES = EnumSet.of(
            BillingFinding.Code.NOT_RATED, BillingFinding.Code.NOT_TAXED, BillingFinding.Code.DECREASE_REFUSED);

    private static final String EVENT = "usage[";

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

    /**
     * Marks what the run has seen and no run before it had. What a finding names stays late, so that each run tells it until somebody
     * mends it: marked, it would be told once only, and by nobody after a crash. An earlier run has marked it already if it was read for
     * the charges of a shorter cycle.
     */
    void mark(LocalDate day, List<BillingFinding> findings) {
        List<String> named = findings.stream()
                .map(BillingFinding::path)
                .filter(path -> path.startsWith(EVENT))
                .map(path -> path.substring(EVENT.length(), path.length() - 1))
                .toList();
        mark(null, named);
        if (findings.stream().map(BillingFinding::code).noneMatch(OF_CHARGES::contains)) {
            named.forEach(seen::remove);
            mark(day, seen);
        }
    }

    private void mark(@Nullable LocalDate day, Collection<String> events) {
        if (!events.isEmpty()) {
            Sql.update(
                    connection,
                    "update usage_event set billed_on = ? where id = any(?)",
                    day,
                    events.toArray(String[]::new));
        }
    }
}
