package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a vendor has agreed to deliver.
 *
 * @param key unique among deliveries
 * @param recordedAt when this state was recorded
 * @param vendor whose it is
 * @param due the last day on which it is on time
 * @param delivered the day of delivery, before {@code due} too; null as long as it is not delivered
 */
public record VendorDelivery(
        String key,
        Instant recordedAt,
        String vendor,
        LocalDate due,
        @Nullable LocalDate delivered) implements KpiEvent, Serializable {

    /** Checks the parts. */
    public VendorDelivery {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Require.id(vendor, "vendor");
        Dates.inCalendar(due, "due");
        if (delivered != null) {
            Dates.inCalendar(delivered, "delivered");
        }
    }

    /** As it is agreed. */
    public static VendorDelivery due(String key, String vendor, LocalDate due, Instant recordedAt) {
        return new VendorDelivery(key, recordedAt, vendor, due, null);
    }

    /** The state in which it is delivered. */
    public VendorDelivery delivered(LocalDate day, Instant recordedAt) {
        return new VendorDelivery(key, recordedAt, vendor, due, requireNonNull(day, "day"));
    }

    /** Whether it was delivered by the day on which it was due. */
    public boolean isOnTime() {
        return delivered != null && !delivered.isAfter(due);
    }
}
