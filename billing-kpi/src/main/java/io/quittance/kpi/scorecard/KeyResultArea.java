package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.List;

/**
 * What a role answers for, such as the speed of collection: the KPIs with a target, and those that are only watched.
 *
 * @param name what people call it
 * @param rows targets and how they stand; each serves this area
 * @param watched results that have no target; they are shown and not scored
 */
public record KeyResultArea(String name, List<ScorecardRow> rows, List<KpiResult> watched) implements Serializable {

    /** Checks that each row serves the area. */
    public KeyResultArea {
        Require.id(name, "name");
        rows = List.copyOf(rows);
        watched = List.copyOf(watched);
        for (ScorecardRow row : rows) {
            Require.that(
                    row.target().area().equals(name),
                    "scorecard.area",
                    "rows",
                    "must serve the area " + name,
                    row.target().area());
        }
    }

    /** The scores of its rows as one. */
    public WeightedScore score() {
        return Scorecard.score(rows);
    }
}
