package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.Optional;

/**
 * A KPI in a period beside its own past: the value, what it was in the period before and in the same period last year, and the trend up to the period. What is not in the series is empty; what has no value says why.
 *
 * @param series the results, with one of the period
 * @param period which one it is about
 */
public record Figure(KpiSeries series, ServicePeriod period) implements Serializable {

    /** Checks that the series has the period. */
    public Figure {
        requireNonNull(series, "series");
        Require.that(
                series.at(requireNonNull(period, "period")).isPresent(),
                "trend.period",
                "series",
                "must have a result of " + period,
                series);
    }

    /** What was computed. */
    public KpiDefinition definition() {
        return series.definition();
    }

    /** The result of the period. */
    public KpiResult now() {
        return series.at(period).orElseThrow();
    }

    /** How it differs from the period before. */
    public Optional<Change> changeFromBefore() {
        return series.changeFromBefore(period);
    }

    /** How it differs from the same period last year. */
    public Optional<Change> changeFromYearBefore() {
        return series.changeFromYearBefore(period);
    }

    /** The line through the values up to the period, with it. */
    public TrendLine trend() {
        return new TrendLine(KpiSeries.of(series.results().stream()
                .filter(each -> !KpiSeries.period(each).start().isAfter(period.start()))
                .toList()));
    }
}
