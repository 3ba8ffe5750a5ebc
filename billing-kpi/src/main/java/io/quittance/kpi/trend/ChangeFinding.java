package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiDefinition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A change beyond its limit, with what explains it: days sales outstanding of the whole went from 40 to 46 against a limit of 10 %, of which customer ACME contributes 4 days, and invoice 4711 of them 3.
 *
 * @param scope which part of the whole has changed, such as customer ACME; empty for the whole
 * @param change the two results, with KPI and periods
 * @param limit what it is beyond
 * @param explanations by customer, reason, item or whatever is known, each once; empty if nothing is
 */
public record ChangeFinding(List<Slice> scope, Change change, ChangeLimit limit, List<Contributions> explanations)
        implements Serializable {
    /** By how many times the limit, the most first; then by KPI and scope. */
    public static final Comparator<ChangeFinding> GRAVEST_FIRST = Comparator.comparing(ChangeFinding::timesLimit)
            .reversed()
            .thenComparing(finding -> finding.kpi().id())
            .thenComparing(finding -> finding.scope().toString());

    /**
     * Copies the lists; the scope in order.
     *
     * @throws IllegalArgumentException if the change is not beyond the limit, an explanation is of another change, or a dimension is there twice
     */
    public ChangeFinding {
        scope = scope.stream().sorted().toList();
        requireNonNull(change, "change");
        Require.that(
                requireNonNull(limit, "limit").judge(change) == ChangeLimit.Judgement.BEYOND,
                "trend.finding",
                "change",
                "must be beyond the limit of " + limit.limit().toPlainString(),
                change.absolute().value().map(Object::toString).orElse("undefined"));
        requireOnce(scope.stream().map(Slice::dimension).toList(), "scope");
        explanations = List.copyOf(explanations);
        requireOnce(explanations.stream().map(Contributions::dimension).toList(), "explanations");
        for (Contributions each : explanations) {
            Require.that(
                    each.change().equals(change),
                    "trend.change",
                    "explanations",
                    "must be of the change of the finding",
                    each.change().now().basis());
        }
    }

    private static void requireOnce(List<Dimension> dimensions, String argument) {
        var names = new HashSet<Dimension>();
        for (Dimension dimension : dimensions) {
            Require.that(names.add(dimension), "trend.dimension", argument, "must have each dimension once", dimension);
        }
    }

    /** The KPI that has changed. */
    public KpiDefinition kpi() {
        return change.definition();
    }

    /** How many times the limit the change is; more than 1. */
    public Fraction timesLimit() {
        return limit.times(change).orElse(Fraction.ONE);
    }

    /** The explanation by this dimension, if there is one. */
    public Optional<Contributions> by(Dimension dimension) {
        requireNonNull(dimension, "dimension");
        return explanations.stream()
                .filter(each -> each.dimension().equals(dimension))
                .findFirst();
    }

    /** The same about a part of the whole, within the scope that it has. */
    public ChangeFinding within(Slice slice) {
        var all = new ArrayList<Slice>(scope);
        all.add(requireNonNull(slice, "slice"));
        return new ChangeFinding(all, change, limit, explanations);
    }

    /** The same with one more explanation. */
    public ChangeFinding explainedBy(Contributions contributions) {
        var all = new ArrayList<Contributions>(explanations);
        all.add(requireNonNull(contributions, "contributions"));
        return new ChangeFinding(scope, change, limit, all);
    }
}
