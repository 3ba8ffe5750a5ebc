package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.TimeMeasure;
import io.quittance.kpi.time.TimeStatistic;
import io.quittance.kpi.time.Turnarounds;
import java.io.Serializable;

/**
 * How long disputes take until they are resolved, of those that were resolved in the period, whenever they were opened: in days of the calendar by {@link CalendarDays}, or in hours by {@link
 * BusinessHours}. Cases that took 10, 20 and 60 days have a mean of 30 and a median of 20. Those that are open have an age: {@link DisputeAge}.
 *
 * @param statistic what is said of the times
 * @param measure days or business hours, and in which zone a day begins
 * @param isWithoutWaiting whether times are left out in which it was the customer's turn
 */
public record DisputeCycleTime(Statistic statistic, TimeMeasure measure, boolean isWithoutWaiting)
        implements Kpi<EventFigures<DisputeCase>>, Serializable {

    /** Checks that both are there. */
    public DisputeCycleTime {
        requireNonNull(statistic, "statistic");
        requireNonNull(measure, "measure");
    }

    /** The sum over the number. */
    public static DisputeCycleTime mean(TimeMeasure measure) {
        return new DisputeCycleTime(Statistic.MEAN, measure, false);
    }

    /** The one in the middle. */
    public static DisputeCycleTime median(TimeMeasure measure) {
        return new DisputeCycleTime(Statistic.MEDIAN, measure, false);
    }

    /** What nine of ten do not exceed. */
    public static DisputeCycleTime p90(TimeMeasure measure) {
        return new DisputeCycleTime(Statistic.P90, measure, false);
    }

    /** The longest. */
    public static DisputeCycleTime max(TimeMeasure measure) {
        return new DisputeCycleTime(Statistic.MAX, measure, false);
    }

    /** The same without the times in which it was the customer's turn: of 30 days with 12 of waiting, 18 count (SAP, processing days). */
    public DisputeCycleTime withoutWaiting() {
        return new DisputeCycleTime(statistic, measure, true);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, measure)
                .definitionByUnit(
                        isWithoutWaiting ? "dispute.processing-time" : "dispute.cycle-time",
                        isWithoutWaiting ? "Time to process disputes" : "Time to resolve disputes",
                        "from opening to resolution"
                                + (isWithoutWaiting ? ", without waiting for the customer" : "")
                                + ", of the cases resolved in the period")
                .undefinedWhen("none was resolved (NO_RESOLUTIONS)");
    }

    /** In days or hours; undefined if no case was resolved in the period. */
    @Override
    public KpiResult compute(EventFigures<DisputeCase> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(
                        figures,
                        measure,
                        isWithoutWaiting ? DisputeCase::untilResolvedByUs : DisputeCase::untilResolved)
                .endedIn(figures.period())
                .time(statistic, basis, "NO_RESOLUTIONS", "no case was resolved in the period");
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + measure.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
