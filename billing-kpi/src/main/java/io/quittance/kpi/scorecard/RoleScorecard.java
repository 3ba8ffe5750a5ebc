package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ready-made scorecard of a role: its key result areas and the KPIs that it is measured by, as data. {@link #filled} makes a scorecard of targets and results,
 * and {@link #missingIn} says what such a scorecard still lacks. Where a method has a window or a statistic, the scorecard names the usual one: corrections within 30 days, defaults
 * within 12 months, the median of times. Another window, or the count beside the events, answers it too ({@link RequiredKpi#isAnsweredBy}).
 *
 * @param role who is measured
 * @param kpis in the order in which they are shown
 */
public record RoleScorecard(Role role, List<RequiredKpi> kpis) implements Serializable {

    /** Checks that all are of the role. */
    public RoleScorecard {
        requireNonNull(role, "role");
        kpis = List.copyOf(kpis);
        for (RequiredKpi kpi : kpis) {
            Require.that(kpi.role() == role, "role.kpi", "kpis", "must be of " + role, kpi);
        }
    }

    /** That of the role. */
    public static RoleScorecard of(Role role) {
        return switch (role) {
            case BILLING_SPECIALIST -> new RoleScorecard(role, BillingSpecialist.KPIS);
            case BILLING_OFFICER -> new RoleScorecard(role, BillingOfficer.KPIS);
            case RECEIVABLES -> new RoleScorecard(role, Receivables.KPIS);
            case CONTRACT_BILLING -> new RoleScorecard(role, ContractBilling.KPIS);
        };
    }

    /** The names of the key result areas, in the order in which they are shown. */
    public List<String> areas() {
        return kpis.stream().map(RequiredKpi::area).distinct().toList();
    }

    /** The ids of the KPIs of an area, each once. */
    public List<String> kpisOf(String area) {
        requireNonNull(area, "area");
        return kpis.stream()
                .filter(kpi -> kpi.area().equals(area))
                .map(RequiredKpi::kpi)
                .distinct()
                .toList();
    }

    /**
     * A scorecard with the areas of the role, those too for which there is nothing.
     *
     * @param rows targets of any KPIs that serve an area of the role
     * @param results of KPIs of the role; each is watched in every area that names it, unless a row of the area has that KPI
     * @throws IllegalArgumentException if a target serves another area, or a result is of a KPI that the role is not measured by
     */
    public Scorecard filled(Collection<ScorecardRow> rows, Collection<KpiResult> results) {
        List<String> areas = areas();
        for (ScorecardRow row : rows) {
            Require.that(
                    areas.contains(row.target().area()),
                    "scorecard.area",
                    "rows",
                    "must serve an area of " + role,
                    row.target().area());
        }
        for (KpiResult result : results) {
            String id = result.basis().kpi();
            Require.that(
                    kpis.stream().anyMatch(kpi -> kpi.isAnsweredBy(id)),
                    "scorecard.kpi",
                    "results",
                    "must be of KPIs of " + role,
                    id);
        }
        return new Scorecard(
                role.name(),
                areas.stream().map(area -> filled(area, rows, results)).toList());
    }

    /** The KPIs that the scorecard has neither with a target nor without, in the order in which they are shown. */
    public List<RequiredKpi> missingIn(Scorecard scorecard) {
        List<String> present = scorecard.kpis();
        return kpis.stream()
                .filter(kpi -> present.stream().noneMatch(kpi::isAnsweredBy))
                .toList();
    }

    private KeyResultArea filled(String area, Collection<ScorecardRow> rows, Collection<KpiResult> results) {
        List<ScorecardRow> own =
                rows.stream().filter(row -> row.target().area().equals(area)).toList();
        Set<String> withTarget = own.stream().map(row -> row.target().kpi()).collect(Collectors.toSet());
        return new KeyResultArea(
                area,
                own,
                results.stream()
                        .filter(result -> isOf(area, result.basis().kpi()))
                        .filter(result -> !withTarget.contains(result.basis().kpi()))
                        .toList());
    }

    private boolean isOf(String area, String id) {
        return kpis.stream().anyMatch(kpi -> kpi.area().equals(area) && kpi.isAnsweredBy(id));
    }

    /** Collects the KPIs of a role. */
    static final class Rows {
        private final Role role;
        private final List<RequiredKpi> rows = new ArrayList<>();
        private String area = "";

        Rows(Role role) {
            this.role = role;
        }

        /** Begins an area. */
        Rows area(String name) {
            area = name;
            return this;
        }

        /** A mark of the area, by its number, and the KPIs that answer it. */
        Rows kpi(int mark, String... ids) {
            for (String id : ids) {
                rows.add(new RequiredKpi(role, area, role.number() + ":" + mark, id));
            }
            return this;
        }

        List<RequiredKpi> list() {
            return List.copyOf(rows);
        }
    }
}
