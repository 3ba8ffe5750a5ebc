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
 * How many of the inquiries of a period were answered within a limit, in percent. The limit itself is within; what is unanswered past the limit has missed it; what came in
 * so lately that its limit has not passed is excluded as {@code WINDOW_OPEN}, answered or not. Automatic replies answer nothing. With 24 business hours, two of three answered in 7, 24 and 24.01 hours are 66.67 %.
 *
 * @param limit in business hours, more than 0; equal numbers are equal limits
 * @param hours which are business hours, and in which zone a day begins
 */
public record InquiriesAnsweredInTime(BigDecimal limit, BusinessHours hours)
        implements Kpi<EventFigures<Inquiry>>, Serializable {

    /** Checks the limit. */
    public InquiriesAnsweredInTime {
        limit = Require.plain(Require.positive(limit, "limit"));
        requireNonNull(hours, "hours");
    }

    /** Within so many business hours, such as {@code new BigDecimal("24")}. */
    public static InquiriesAnsweredInTime within(BigDecimal limit, BusinessHours hours) {
        return new InquiriesAnsweredInTime(limit, hours);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        "inquiry.response-time.within-" + limit.toPlainString() + "-hours",
                        "Inquiries answered within " + limit.toPlainString() + " business hours",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "inquiries received in the period and answered within the limit of business hours, itself included / inquiries received in the period whose limit has passed × 100")
                .undefinedWhen("for none the limit has passed (NO_INQUIRIES)")
                .leading();
    }

    /** In percent; undefined if the limit of no inquiry of the period has passed. */
    @Override
    public KpiResult compute(EventFigures<Inquiry> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(figures, hours, Inquiry::untilAnswered)
                .begunIn(figures.period())
                .within(limit, basis, "NO_INQUIRIES", "the limit of no inquiry of the period has passed");
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
