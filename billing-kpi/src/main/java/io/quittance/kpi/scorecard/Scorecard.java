package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a role or a department stands: its key result areas with their targets.
 *
 * @param name what people call it
 * @param areas in the order in which they are shown, each name once
 */
public record Scorecard(String name, List<KeyResultArea> areas) implements Serializable {

    /** Checks that each area and each row is there once: twice it would count twice. */
    public Scorecard {
        Require.id(name, "name");
        areas = List.copyOf(areas);
        var names = new HashSet<String>();
        for (KeyResultArea area : areas) {
            Require.that(names.add(area.name()), "scorecard.area", "areas", "must have each name once", area.name());
        }
        var rows = new HashSet<ScorecardRow>();
        areas.stream()
                .flatMap(area -> area.rows().stream())
                .forEach(row -> Require.that(
                        rows.add(row),
                        "scorecard.row",
                        "areas",
                        "must have each row once",
                        row.target().name()));
    }

    /** The rows grouped by the areas that their targets serve, both in the order in which they come. */
    public static Scorecard of(String name, Collection<ScorecardRow> rows) {
        Map<String, List<ScorecardRow>> byArea = new LinkedHashMap<>();
        for (ScorecardRow row : rows) {
            byArea.computeIfAbsent(row.target().area(), area -> new ArrayList<>())
                    .add(row);
        }
        return new Scorecard(
                name,
                byArea.entrySet().stream()
                        .map(area -> new KeyResultArea(area.getKey(), area.getValue(), List.of()))
                        .toList());
    }

    /** The rows of all areas. */
    public List<ScorecardRow> rows() {
        return areas.stream().flatMap(area -> area.rows().stream()).toList();
    }

    /** The ids of all KPIs that are there, with a target or without. */
    public List<String> kpis() {
        return areas.stream()
                .flatMap(area -> Stream.concat(area.rows().stream().map(ScorecardRow::actual), area.watched().stream()))
                .map((KpiResult result) -> result.basis().kpi())
                .distinct()
                .toList();
    }

    /** The scores of all rows as one, each with its weight, whatever its area. */
    public WeightedScore score() {
        return score(rows());
    }

    static WeightedScore score(List<ScorecardRow> rows) {
        return new WeightedScore(rows.stream()
                .map(row -> row.score()
                        .map(percent -> WeightedScore.Part.of(row.target().name(), row.weight(), percent))
                        .orElseGet(() -> WeightedScore.Part.without(row.target().name(), row.weight())))
                .toList());
    }
}
