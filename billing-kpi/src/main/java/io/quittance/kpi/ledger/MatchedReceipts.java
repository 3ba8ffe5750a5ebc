package io.quittance.kpi.ledger;

import io.quittance.core.schedule.LocalDays;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.cash.Receipt;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects that receipts were matched: each from the state on in which all of it is applied, until a state in which it is not. */
final class MatchedReceipts {
    private final ZoneId zone;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();

    /** An operation that is none from a time on. */
    private record Gone(String key, Instant from) {}

    MatchedReceipts(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Adds a receipt.
     *
     * @param states all of it, in the order in which they were recorded
     * @param mistake from when on it is known that it never came
     */
    void add(Collection<Receipt> states, Optional<Instant> mistake) {
        boolean wasMatched = false;
        for (Receipt state : states) {
            Optional<Operation> matched = matched(state);
            matched.ifPresent(operations::add);
            if (matched.isPresent()) {
                mistake.filter(state.recordedAt()::isBefore).ifPresent(from -> gone.add(new Gone(key(state), from)));
            } else if (wasMatched) {
                gone.add(new Gone(key(state), state.recordedAt()));
            }
            wasMatched = matched.isPresent();
        }
    }

    private Optional<Operation> matched(Receipt state) {
        return state.whollyAppliedBefore(Instant.MAX)
                .map(at -> new Operation(
                        key(state),
                        Operation.Kind.MATCHED,
                        state.customer(),
                        LocalDays.dayOf(at, zone),
                        state.isAutomaticBefore(Instant.MAX),
                        state.recordedAt()));
    }

    private static String key(Receipt receipt) {
        return receipt.key() + " matched";
    }

    EventLog<Operation> log() {
        EventLog<Operation> log = EventLog.of(operations);
        for (Gone each : gone) {
            log = log.without(each.key(), each.from());
        }
        return log;
    }
}
