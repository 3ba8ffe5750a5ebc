package io.quittance.kpi.communication;

import io.quittance.core.internal.Require;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many of the reports that were issued in the period did not have to be restated, in percent. 19 of 20 are 95 %.
 *
 * @param windowDays how many days after its issue a report may be restated to count as wrong; null if it counts up to the day of the question
 */
public record ReportAccuracy(@Nullable Integer windowDays) implements Kpi<EventFigures<IssuedReport>>, Serializable {

    /** Checks the window. */
    public ReportAccuracy {
        Require.that(
                windowDays == null || windowDays >= 0,
                "number.negative",
                "windowDays",
                "must not be negative",
                windowDays);
    }

    /** A report is wrong if it was restated by the day of the question; of one day, it may be asked again later. */
    public static ReportAccuracy soFar() {
        return new ReportAccuracy(null);
    }

    /**
     * A report is wrong if it was restated at most so many days after its issue; those whose days are not over are excluded as {@code WINDOW_OPEN}, so that new reports do not
     * look better than old ones.
     */
    public static ReportAccuracy within(int days) {
        return new ReportAccuracy(days);
    }

    @Override
    public KpiDefinition definition() {
        return windowDays == null
                ? define(
                        "reporting.accuracy",
                        "Accuracy of reports",
                        "reports issued in the period and not restated / reports issued in the period × 100")
                : define(
                        "reporting.accuracy.within-" + windowDays + "-days",
                        "Accuracy of reports, restated within " + windowDays + " days",
                        "reports issued in the period and not restated within the days of the window / reports issued in the period whose window is over × 100");
    }

    private static KpiDefinition define(String id, String name, String formula) {
        return KpiDefinition.of(id, name, KpiUnit.PERCENT, Direction.HIGHER, formula)
                .undefinedWhen("none was issued (NO_REPORTS)");
    }

    /** In percent; undefined if no report was issued in the period, or the days of none are over. */
    @Override
    public KpiResult compute(EventFigures<IssuedReport> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        LocalDate today = figures.asOf().date();
        var items = new ArrayList<KpiItem>();
        for (IssuedReport report : figures.events()) {
            if (figures.period().contains(report.issued())) {
                LocalDate until = windowDays == null ? today : report.issued().plusDays(windowDays);
                if (windowDays != null && !figures.isOver(until)) {
                    basis.exclusion("WINDOW_OPEN");
                } else {
                    items.add(KpiItem.counted(report.key(), !report.isRestatedBy(until)));
                }
            }
        }
        return basis.share(items, "NO_REPORTS", "no report was issued in the period, or none whose window is over");
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + (windowDays == null ? 0 : windowDays);
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
