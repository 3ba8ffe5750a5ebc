package io.quittance.examples.spark;

import io.quittance.core.bulk.UsageSums;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is billed: the days, in the time zone of the price lists.
 *
 * @param days from the first up to, not including, the last
 */
record Month(ServicePeriod days, ZoneId zone) implements Serializable {

    Instant start() {
        return days.start().atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return days.end().atStartOfDay(zone).toInstant();
    }

    /** The kernel, empty, for so many customers, who are numbered from 0. */
    UsageSums sums(int customers, PriceLists prices) {
        return UsageSums.ofOrdinals(customers, prices.meters().size(), PriceList.QUANTITY_SCALE, start(), end());
    }
}
