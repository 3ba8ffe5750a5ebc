package io.quittance.kpi.communication;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many reports were issued in the period. 12 in 28 days are 3 per week; of 16 that were planned, they are 75 %.
 *
 * @param planned how many were planned for the period, 0 or more; null if they are counted per week
 */
public record ReportingFrequency(@Nullable Long planned) implements Kpi<EventFigures<IssuedReport>>, Serializable {

    /** Checks the number. */
    public ReportingFrequency {
        Require.that(planned == null || planned >= 0, "number.negative", "planned", "must not be negative", planned);
    }

    /** Reports per week; a part of a week counts in part. */
    public static ReportingFrequency perWeek() {
        return new ReportingFrequency(null);
    }

    /** The share of so many that were planned for the period, in percent; it may exceed 100. */
    public static ReportingFrequency ofPlanned(long reports) {
        return new ReportingFrequency(reports);
    }

    @Override
    public KpiDefinition definition() {
        return planned == null
                ? KpiDefinition.of(
                        "reporting.frequency.per-week",
                        "Reports issued per week",
                        KpiUnit.COUNT,
                        Direction.INFORMATIONAL,
                        "reports issued in the period / (days of the period / 7)")
                : KpiDefinition.of(
                                "reporting.frequency.of-planned",
                                "Reports issued of those planned",
                                KpiUnit.PERCENT,
                                Direction.INFORMATIONAL,
                                "reports issued in the period / reports planned for it × 100")
                        .undefinedWhen("none was planned (NO_REPORTS_PLANNED)");
    }

    /** In reports per week, or in percent; undefined if none was planned. */
    @Override
    public KpiResult compute(EventFigures<IssuedReport> figures) {
        List<KpiItem> items = figures.events().stream()
                .filter(report -> figures.period().contains(report.issued()))
                .map(report -> new KpiItem(report.key(), Fraction.ONE, Fraction.ZERO))
                .toList();
        return KpiBasis.of(definition())
                .period(figures.period())
                .items(items)
                .count(items.size())
                .quotient(
                        Fraction.of(items.size()),
                        planned == null ? Fraction.of(figures.period().days(), 7) : Fraction.of(planned),
                        Fraction.of(planned == null ? 1 : 100),
                        "NO_REPORTS_PLANNED",
                        "no report was planned for the period");
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + (planned == null ? 0 : planned.hashCode());
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
