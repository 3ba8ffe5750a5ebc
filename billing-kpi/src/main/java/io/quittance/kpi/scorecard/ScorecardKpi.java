package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a scorecard comes to, as a KPI that has a series, a target and a place on a scorecard like any other. A target without a score, or whose outcome nobody knows, is left out and told,
 * {@code NO_DATA}; it counts neither as met nor as missed. The items behind a value are the targets by their names, or by their places among all of them where two have one name. Of several scorecards, say whose a result is:
 * {@code result.only("scorecard", "Receivables")}.
 *
 * <p>90 % with weight 3, 60 % with weight 2 and nothing with weight 5 are a score of 78 % with a coverage of 50 %.
 */
public final class ScorecardKpi implements Kpi<ScorecardFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final String NO_DATA = Status.NO_DATA.name();

    @SuppressWarnings("ImmutableEnumChecker") // a definition is a record of strings and enums
    private enum Method {
        SCORE(KpiDefinition.of(
                        "scorecard.score",
                        "Score of the scorecard",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "sum of weight × score / sum of weights, of the targets that have a score")
                .undefinedWhen("no target has a score (NO_DATA)")),
        COVERAGE(KpiDefinition.of(
                        "scorecard.coverage",
                        "Coverage of the score",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "weights of the targets that have a score / weights of all targets × 100")
                .undefinedWhen("there is no target (NO_TARGETS)")),
        GOALS_MET(KpiDefinition.of(
                        "goals.rate.targets",
                        "Goals achieved, by targets",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "targets whose deadline or period ended in the period and that were met / those that were met or missed × 100")
                .undefinedWhen("none ended in the period of which there is a value (NO_GOALS)"));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private ScorecardKpi(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** The weighted score of all targets that have one: {@link Scorecard#score()}. */
    public static ScorecardKpi score() {
        return new ScorecardKpi(Method.SCORE);
    }

    /** How much of the weight has a score: {@link WeightedScore#coverage()}. */
    public static ScorecardKpi coverage() {
        return new ScorecardKpi(Method.COVERAGE);
    }

    /**
     * How many of the targets whose time ended in the period were met, each as one: of a target with a deadline in March and two that hold in every month, two of three in March are 66.67 %. What is still running, and
     * what ended before, is none of them.
     */
    public static ScorecardKpi goalsMet() {
        return new ScorecardKpi(Method.GOALS_MET);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if no target has a score, there is none, or none ended in the period of which there is a value. */
    @Override
    public KpiResult compute(ScorecardFigures figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        return switch (method) {
            case SCORE -> score(basis, figures.scorecard());
            case COVERAGE -> coverage(basis, figures.scorecard());
            case GOALS_MET -> goalsMet(basis, figures);
        };
    }

    private static KpiResult score(KpiBasis.Builder basis, Scorecard scorecard) {
        var items = new ArrayList<KpiItem>();
        List<WeightedScore.Part> parts = scorecard.score().parts();
        List<String> ids = ids(parts.stream().map(WeightedScore.Part::name).toList());
        for (int i = 0; i < parts.size(); i++) {
            Optional<Fraction> percent = parts.get(i).percent();
            if (percent.isPresent()) {
                Fraction weight = Fraction.of(parts.get(i).weight());
                items.add(new KpiItem(ids.get(i), weight.times(percent.get()), weight));
            } else {
                basis.exclusion(NO_DATA);
            }
        }
        basis.count(items.size());
        return items.isEmpty() ? basis.undefined(NO_DATA, "no target has a score") : basis.quotientOf(items);
    }

    private static KpiResult coverage(KpiBasis.Builder basis, Scorecard scorecard) {
        var items = new ArrayList<KpiItem>();
        List<WeightedScore.Part> parts = scorecard.score().parts();
        List<String> ids = ids(parts.stream().map(WeightedScore.Part::name).toList());
        for (int i = 0; i < parts.size(); i++) {
            Fraction weight = Fraction.of(parts.get(i).weight());
            items.add(new KpiItem(ids.get(i), parts.get(i).percent().isPresent() ? weight : Fraction.ZERO, weight));
        }
        return basis.share(items, "NO_TARGETS", "the scorecard has no target");
    }

    private static KpiResult goalsMet(KpiBasis.Builder basis, ScorecardFigures figures) {
        List<ScorecardRow> rows = figures.scorecard().rows();
        List<String> ids = ids(rows.stream().map(row -> row.target().name()).toList());
        var items = new ArrayList<KpiItem>();
        for (int i = 0; i < rows.size(); i++) {
            ScorecardRow row = rows.get(i);
            boolean isDue = row.due().filter(figures.period()::contains).isPresent();
            if (row.isUnknownIn(figures.period()) || (isDue && row.status() == Status.NO_DATA)) {
                basis.exclusion(NO_DATA);
            } else if (isDue) {
                items.add(KpiItem.counted(ids.get(i), row.status() == Status.MET));
            }
        }
        return basis.share(items, "NO_GOALS", "no target ended in the period of which there is a value");
    }

    /** The names of the targets, if each is there once; else their places, from 1 on. */
    private static List<String> ids(List<String> names) {
        return names.stream().distinct().count() == names.size()
                ? names
                : IntStream.rangeClosed(1, names.size())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScorecardKpi that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new ScorecardKpi(method);
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
