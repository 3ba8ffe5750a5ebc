package io.quittance.core.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import java.io.Serializable;

/**
 * A period of a schedule, as far as it is served: of the month from 31 January to 28 February the days from 10 February on.
 *
 * @param number its number in the schedule, 0 for the one that begins on the anchor
 * @param whole the period; what a price for a whole period is for, and what a part is a part of
 * @param service the days of it that are served
 */
public record ScheduledPeriod(long number, ServicePeriod whole, ServicePeriod service) implements Serializable {

    /** Checks that the service lies within the period. */
    public ScheduledPeriod {
        requireNonNull(whole, "whole");
        requireNonNull(service, "service");
        if (!whole.contains(service)) { // periods are made by the million, their text is not
            throw new InvalidArgumentException(
                    "period.within", "service", "must lie within the period " + whole, service);
        }
    }

    /** Whether only a part of the period is served. */
    public boolean isStub() {
        return !service.equals(whole);
    }
}
