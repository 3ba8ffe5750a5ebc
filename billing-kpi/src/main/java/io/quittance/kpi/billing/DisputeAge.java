package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.AsOf;
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
import io.quittance.kpi.time.Turnaround;
import io.quittance.kpi.time.Turnarounds;
import java.io.Serializable;
import java.util.List;

/**
 * How long disputes have been open that were not resolved by the end of the period, whenever they were opened: in days of the calendar by {@link CalendarDays}, or in hours by {@link
 * BusinessHours}. A case of 1 March is 30 days old at the end of 31 March.
 *
 * @param statistic what is said of the ages
 * @param measure days or business hours, and in which zone a day begins
 */
public record DisputeAge(Statistic statistic, TimeMeasure measure)
        implements Kpi<EventFigures<DisputeCase>>, Serializable {

    /** Checks that both are there. */
    public DisputeAge {
        requireNonNull(statistic, "statistic");
        requireNonNull(measure, "measure");
    }

    /** The sum over the number. */
    public static DisputeAge mean(TimeMeasure measure) {
        return new DisputeAge(Statistic.MEAN, measure);
    }

    /** The one in the middle. */
    public static DisputeAge median(TimeMeasure measure) {
        return new DisputeAge(Statistic.MEDIAN, measure);
    }

    /** What nine of ten do not exceed. */
    public static DisputeAge p90(TimeMeasure measure) {
        return new DisputeAge(Statistic.P90, measure);
    }

    /** The longest. */
    public static DisputeAge max(TimeMeasure measure) {
        return new DisputeAge(Statistic.MAX, measure);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, measure)
                .definitionByUnit(
                        "dispute.age",
                        "Age of open disputes",
                        "from opening to the end of the period, of the cases open then")
                .leading()
                .undefinedWhen("none is open (NO_CASES)");
    }

    /** In days or hours; undefined if no case is open at the end of the period. */
    @Override
    public KpiResult compute(EventFigures<DisputeCase> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        List<Turnaround> cases =
                figures.events().stream().map(DisputeCase::untilResolved).toList();
        AsOf end = AsOf.of(figures.period().lastDay(), figures.asOf().knownAt());
        return Turnarounds.of(cases, measure, end)
                .age(statistic, basis, "NO_CASES", "no case is open at the end of the period");
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
