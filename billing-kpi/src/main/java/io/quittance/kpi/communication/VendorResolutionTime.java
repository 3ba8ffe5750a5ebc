package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.TimeStatistic;
import io.quittance.kpi.time.Turnarounds;
import java.io.Serializable;

/**
 * How many business hours vendors take to settle issues, of those that were settled in the period, whenever they were opened. Use {@link BusinessHours#roundTheClock} for elapsed
 * hours. Issues that took 4 and 12 hours have a mean of 8.
 *
 * @param statistic what is said of the hours
 * @param hours which are business hours, and in which zone a day begins
 */
public record VendorResolutionTime(Statistic statistic, BusinessHours hours)
        implements Kpi<EventFigures<VendorIssue>>, Serializable {

    /** Checks that both are there. */
    public VendorResolutionTime {
        requireNonNull(statistic, "statistic");
        requireNonNull(hours, "hours");
    }

    /** The sum over the number. */
    public static VendorResolutionTime mean(BusinessHours hours) {
        return new VendorResolutionTime(Statistic.MEAN, hours);
    }

    /** The one in the middle. */
    public static VendorResolutionTime median(BusinessHours hours) {
        return new VendorResolutionTime(Statistic.MEDIAN, hours);
    }

    /** What nine of ten do not exceed. */
    public static VendorResolutionTime p90(BusinessHours hours) {
        return new VendorResolutionTime(Statistic.P90, hours);
    }

    /** The longest. */
    public static VendorResolutionTime max(BusinessHours hours) {
        return new VendorResolutionTime(Statistic.MAX, hours);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, hours)
                .definition(
                        "vendor.resolution",
                        "Time to resolve vendor issues",
                        "from opening to resolution, of the vendor issues resolved in the period")
                .undefinedWhen("none was resolved (NO_RESOLUTIONS)");
    }

    /** In business hours; undefined if none was resolved in the period. */
    @Override
    public KpiResult compute(EventFigures<VendorIssue> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(figures, hours, VendorIssue::untilResolved)
                .endedIn(figures.period())
                .time(statistic, basis, "NO_RESOLUTIONS", "no vendor issue was resolved in the period");
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + hours.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
