package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ScheduledPeriod;
import java.io.Serializable;

/**
 * What one period of a service costs: 49.00 for March, or 26.87 for 15 March on.
 *
 * @param period the period of the schedule, and the days of it that are served; one served in full is no stub
 * @param amount rounded
 */
public record RecurringLine(ScheduledPeriod period, Amount amount) implements Serializable {

    /** Checks that both are there. */
    public RecurringLine {
        requireNonNull(period, "period");
        requireNonNull(amount, "amount");
    }
}
