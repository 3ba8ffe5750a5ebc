package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import java.io.Serializable;

/**
 * What is said of times and how they are counted, such as the median of business hours: what the definitions of KPIs share that tell how long something takes. They are better the lower they are. For
 * KPIs of times of your own, too; {@link Turnarounds} computes them.
 *
 * @param statistic what is said of the times
 * @param measure how they are counted
 */
public record TimeStatistic(Statistic statistic, TimeMeasure measure) implements Serializable {

    /** Checks that both are there. */
    public TimeStatistic {
        requireNonNull(statistic, "statistic");
        requireNonNull(measure, "measure");
    }

    /**
     * The definition of a KPI that is always counted in one unit: {@code definition("vendor.resolution", "Time to resolve vendor issues", "from opening to resolution")} makes the id {@code
     * vendor.resolution.mean}, the name {@code Time to resolve vendor issues, mean} and the formula {@code mean of business hours from opening to resolution}.
     *
     * @param id without the statistic
     * @param name without the statistic
     * @param span from when to when, and of what
     */
    public KpiDefinition definition(String id, String name, String span) {
        return KpiDefinition.of(
                id + "." + statistic.suffix(),
                name + ", " + statistic.words(),
                measure.unit(),
                Direction.LOWER,
                statistic.words() + " of " + (isInDays() ? "calendar days " : "business hours ") + span);
    }

    /** The same of a KPI that is counted in days or in business hours: the latter is another KPI, whose id and name say so, such as {@code dispute.age.business-hours.mean}. */
    public KpiDefinition definitionByUnit(String id, String name, String span) {
        return isInDays()
                ? definition(id, name, span)
                : definition(id + ".business-hours", name + " in business hours", span);
    }

    private boolean isInDays() {
        return measure.unit() == KpiUnit.DAYS;
    }
}
