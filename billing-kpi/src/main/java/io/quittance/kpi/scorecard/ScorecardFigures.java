package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * A scorecard as it stood at the end of a period: what {@link ScorecardKpi} is computed from. Its rows are judged as of the last day of the period, whatever day they were asked about before, so that a target is
 * over if its time is over by then.
 *
 * @param period at whose end it stood so
 * @param scorecard with the results that were there by then
 */
public record ScorecardFigures(ServicePeriod period, Scorecard scorecard) implements Serializable {

    /**
     * Judges the rows as of the last day of the period.
     *
     * @throws IllegalArgumentException if the value of a row, or a result that is watched, is of a time after the period
     */
    public ScorecardFigures {
        requireNonNull(period, "period");
        scorecard.areas().stream()
                .flatMap(area -> area.watched().stream())
                .flatMap(result -> result.basis().period().stream())
                .forEach(measured -> Require.that(
                        !measured.lastDay().isAfter(period.lastDay()),
                        "target.as-of",
                        "scorecard",
                        "must not have a result of a time after " + period,
                        measured));
        scorecard = new Scorecard(
                scorecard.name(),
                scorecard.areas().stream()
                        .map(area -> new KeyResultArea(
                                area.name(),
                                area.rows().stream()
                                        .map(row -> row.asOf(period.lastDay()))
                                        .toList(),
                                area.watched()))
                        .toList());
    }
}
