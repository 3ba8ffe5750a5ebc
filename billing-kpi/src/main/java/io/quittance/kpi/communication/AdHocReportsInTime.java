package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.Turnarounds;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How many of the reports that were asked for in a period were delivered within a limit, in percent. The limit itself is within; what is not delivered past the limit has missed it; what
 * was asked for so lately that its limit has not passed is excluded as {@code WINDOW_OPEN}, delivered or not. With 8 business hours, two of three delivered in 2, 8 and 9 hours are 66.67 %.
 *
 * @param limit in business hours, more than 0; equal numbers are equal limits
 * @param hours which are business hours, and in which zone a day begins
 */
public record AdHocReportsInTime(BigDecimal limit, BusinessHours hours)
        implements Kpi<EventFigures<ReportRequest>>, Serializable {

    /** Checks the limit. */
    public AdHocReportsInTime {
        limit = Require.plain(Require.positive(limit, "limit"));
        requireNonNull(hours, "hours");
    }

    /** Within so many business hours, such as {@code new BigDecimal("24")}. */
    public static AdHocReportsInTime within(BigDecimal limit, BusinessHours hours) {
        return new AdHocReportsInTime(limit, hours);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        "reporting.ad-hoc.within-" + limit.toPlainString() + "-hours",
                        "Ad hoc reports delivered within " + limit.toPlainString() + " business hours",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "reports requested in the period and delivered within the limit of business hours, itself included / reports requested in the period whose limit has passed × 100")
                .undefinedWhen("for none the limit has passed (NO_REPORTS)");
    }

    /** In percent; undefined if the limit of no report that was requested in the period has passed. */
    @Override
    public KpiResult compute(EventFigures<ReportRequest> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(figures, hours, ReportRequest::untilDelivered)
                .begunIn(figures.period())
                .within(
                        limit,
                        basis,
                        "NO_REPORTS",
                        "the limit of no report that was requested in the period has passed");
    }

    @Override
    public int hashCode() {
        return 31 * limit.hashCode() + hours.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
