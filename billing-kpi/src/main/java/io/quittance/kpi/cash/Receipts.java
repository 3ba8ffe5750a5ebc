package io.quittance.kpi.cash;

import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.ZoneId;

/** What the KPIs of this package share. */
final class Receipts {
    static final String MIXED = "; several currencies (MIXED_CURRENCIES)";

    private Receipts() {}

    /** The first instant after the day of the question. */
    static Instant end(AsOf asOf, ZoneId zone) {
        return asOf.date().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
