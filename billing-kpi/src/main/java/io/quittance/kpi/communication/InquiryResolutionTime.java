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
 * How many business hours it takes until issues of customers are settled, of those that were settled in the period, whenever they came in. Issues that took 8, 8 and 32 hours have a
 * mean of 16 and a median of 8.
 *
 * @param statistic what is said of the hours
 * @param hours which are business hours, and in which zone a day begins
 */
public record InquiryResolutionTime(Statistic statistic, BusinessHours hours)
        implements Kpi<EventFigures<Inquiry>>, Serializable {

    /** Checks that both are there. */
    public InquiryResolutionTime {
        requireNonNull(statistic, "statistic");
        requireNonNull(hours, "hours");
    }

    /** The sum over the number. */
    public static InquiryResolutionTime mean(BusinessHours hours) {
        return new InquiryResolutionTime(Statistic.MEAN, hours);
    }

    /** The one in the middle. */
    public static InquiryResolutionTime median(BusinessHours hours) {
        return new InquiryResolutionTime(Statistic.MEDIAN, hours);
    }

    /** What nine of ten do not exceed. */
    public static InquiryResolutionTime p90(BusinessHours hours) {
        return new InquiryResolutionTime(Statistic.P90, hours);
    }

    /** The longest. */
    public static InquiryResolutionTime max(BusinessHours hours) {
        return new InquiryResolutionTime(Statistic.MAX, hours);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, hours)
                .definition(
                        "inquiry.resolution",
                        "Time to resolve customer issues",
                        "from receipt to resolution, of the inquiries resolved in the period")
                .undefinedWhen("none was resolved (NO_RESOLUTIONS)")
                .leading();
    }

    /** In business hours; undefined if none was resolved in the period. */
    @Override
    public KpiResult compute(EventFigures<Inquiry> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(figures, hours, Inquiry::untilResolved)
                .endedIn(figures.period())
                .time(statistic, basis, "NO_RESOLUTIONS", "no inquiry was resolved in the period");
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
