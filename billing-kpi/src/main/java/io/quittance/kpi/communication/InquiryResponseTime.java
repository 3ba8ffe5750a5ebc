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
 * How many business hours customers wait for the first answer of a person who knows; an automatic reply is none. Of inquiries that came in during the period and were answered
 * by the day of the question; those that were not are excluded as {@code STILL_OPEN}. With 09:00 to 17:00, a question of Friday 16:30 that is answered on Monday at 10:30 has waited 2 hours.
 *
 * @param statistic what is said of the hours
 * @param hours which are business hours, and in which zone a day begins
 */
public record InquiryResponseTime(Statistic statistic, BusinessHours hours)
        implements Kpi<EventFigures<Inquiry>>, Serializable {

    /** Checks that both are there. */
    public InquiryResponseTime {
        requireNonNull(statistic, "statistic");
        requireNonNull(hours, "hours");
    }

    /** The sum over the number. */
    public static InquiryResponseTime mean(BusinessHours hours) {
        return new InquiryResponseTime(Statistic.MEAN, hours);
    }

    /** The one in the middle. */
    public static InquiryResponseTime median(BusinessHours hours) {
        return new InquiryResponseTime(Statistic.MEDIAN, hours);
    }

    /** What nine of ten do not exceed. */
    public static InquiryResponseTime p90(BusinessHours hours) {
        return new InquiryResponseTime(Statistic.P90, hours);
    }

    /** The longest. */
    public static InquiryResponseTime max(BusinessHours hours) {
        return new InquiryResponseTime(Statistic.MAX, hours);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, hours)
                .definition(
                        "inquiry.response-time",
                        "Response time to inquiries",
                        "from receipt to the first answer that is not automatic, of the inquiries received in the period and answered")
                .undefinedWhen("none was answered (NO_ANSWERS)")
                .leading();
    }

    /** In business hours; undefined if no inquiry of the period was answered. */
    @Override
    public KpiResult compute(EventFigures<Inquiry> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return Turnarounds.of(figures, hours, Inquiry::untilAnswered)
                .begunIn(figures.period())
                .time(statistic, basis, "NO_ANSWERS", "no inquiry of the period was answered");
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
