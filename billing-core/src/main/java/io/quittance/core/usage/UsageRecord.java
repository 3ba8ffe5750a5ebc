package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A quantity that one customer used on one meter within one period. The same key means the same record: whoever reports it
 * twice has not used it twice.
 *
 * @param key what makes the record unique within the host, 1 to 200 characters
 * @param customer who used it
 * @param meter what was measured
 * @param period the days in which it was used
 * @param quantity in the unit of the meter, zero or more, at most 18 decimal places
 */
public record UsageRecord(String key, CustomerId customer, MeterId meter, ServicePeriod period, BigDecimal quantity)
        implements Serializable {

    /** Checks key and quantity. */
    public UsageRecord {
        Require.id(key, "key");
        requireNonNull(customer, "customer");
        requireNonNull(meter, "meter");
        requireNonNull(period, "period");
        Require.notNegative(quantity, "quantity");
    }
}
