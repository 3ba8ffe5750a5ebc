package io.quittance.kpi.billrun;

import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the states of events, and from when on some are none any more. */
final class States<E extends KpiEvent> {
    private final List<E> states = new ArrayList<>();
    private final SortedMap<String, Instant> gone = new TreeMap<>();

    void add(E state) {
        states.add(state);
    }

    void gone(String key, Instant from) {
        gone.put(key, from);
    }

    EventLog<E> log() {
        return EventLog.<E>of(states).without(gone);
    }
}
