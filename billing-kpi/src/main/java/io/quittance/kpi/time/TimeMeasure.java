package io.quittance.kpi.time;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/** How the time between two instants is counted, and in which zone days begin. */
public sealed interface TimeMeasure extends Serializable permits BusinessHours, CalendarDays {

    /** The zone in which days begin. */
    ZoneId zone();

    /** What is counted: {@link KpiUnit#HOURS} or {@link KpiUnit#DAYS}. */
    KpiUnit unit();

    /**
     * The time from one instant to another, exactly.
     *
     * @param end not before {@code start}
     * @throws IllegalArgumentException if it is before it
     */
    Fraction elapsed(Instant start, Instant end);
}
