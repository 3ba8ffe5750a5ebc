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
 * How many business hours readers wait for reports that they asked for, of the requests of the period that were delivered by the day of the question; the others are excluded as
 * {@code STILL_OPEN}. Use {@link BusinessHours#roundTheClock} for elapsed hours. Reports after 2, 3 and 10 hours have a mean of 5 and a median of 3.
 *
 * @param statistic what is said of the hours
 * @param hours which are business hours, and in which zone a day begins
 */
public record AdHocReportTime(Statistic statistic, BusinessHours hours)
        implements Kpi<EventFigures<ReportRequest>>, Serializable {

    /** Checks that both are there. */
    public AdHocReportTime {
        requireNonNull(statistic, "statistic");
        requireNonNull(hours, "hours");
    }

    /** The sum over the number. */
    public static AdHocReportTime mean(BusinessHours hours) {
        return new AdHocReportTime(Statistic.MEAN, hours);
    }

    /** The one in the middle. */
    public static AdHocReportTime median(BusinessHours hours) {
        return new AdHocReportTime(Statistic.MEDIAN, hours);
    }

    /** What nine of ten do not exceed. */
    public static AdHocReportTime p90(BusinessHours hours) {
        return new AdHocReportTime(Statistic.P90, hours);
    }

    /** The longest. */
    public static AdHocReportTime max(BusinessHours hours) {
        return new AdHocReportTime(Statistic.MAX, hours);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, hours)
                .definition(
                        "reporting.ad-hoc",
                        "Time to deliver ad hoc reports",
                        "from request to delivery, of the reports requested in the period and delivered")
                .undefinedWhen("none was delivered (NO_REPORTS)");
    }

    /** In business hours; undefined if no report of the period was delivered. */
    @Override
    public KpiResult compute(EventFigures<ReportRequest> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(figures, hours, ReportRequest::untilDelivered)
                .begunIn(figures.period())
                .time(statistic, basis, "NO_REPORTS", "no report that was requested in the period was delivered");
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
