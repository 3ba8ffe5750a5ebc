package io.quittance.core.revenue;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Earned when milestones are reached, each by its weight: {@code ByMilestones.of("design", "20").then("go-live", "80")} (an output
 * method: IFRS 15.B15, ASC 606-10-55-17). Of 50,000.00, 10,000.00 are earned when the design is accepted. A milestone counts once,
 * however often it is reported, until it is taken back. Milestones must depict what the customer has got: work done between them
 * is not earned before the next (B17, 55-19).
 *
 * @param milestones in their order; at least one, with different names, at most 1,000
 */
public record ByMilestones(List<Milestone> milestones) implements RecognitionRule, Serializable {
    private static final int MOST = 1_000;
    private static final List<Clause> CLAUSES = List.of(new Clause("B15", "55-17"));

    /**
     * A step of a project.
     *
     * @param name unique among the milestones of an obligation
     * @param weight how much of the whole it is, beside the weights of the others; more than zero
     */
    public record Milestone(String name, BigDecimal weight) implements Serializable {

        /** Checks both. */
        public Milestone {
            Require.id(name, "name");
            weight = Require.plain(Require.positive(weight, "weight"));
        }
    }

    /** Refuses two of one name. */
    public ByMilestones {
        milestones = List.copyOf(Require.notEmpty(milestones, "milestones"));
        Require.that(
                milestones.size() <= MOST,
                "milestones.count",
                "milestones",
                "must be at most " + MOST,
                milestones.size());
        Set<String> names = new HashSet<>();
        for (Milestone milestone : milestones) {
            Require.that(
                    names.add(milestone.name()), "milestones.duplicate", "name", "must be unique", milestone.name());
        }
    }

    /** The first milestone. */
    public static ByMilestones of(String name, BigDecimal weight) {
        return new ByMilestones(List.of(new Milestone(name, weight)));
    }

    /** As {@link #of(String, BigDecimal)}, from text. */
    public static ByMilestones of(String name, String weight) {
        return of(name, Require.decimal(weight, "weight"));
    }

    /** The same with one more. */
    public ByMilestones then(String name, BigDecimal weight) {
        var more = new ArrayList<>(milestones);
        more.add(new Milestone(name, weight));
        return new ByMilestones(more);
    }

    /** As {@link #then(String, BigDecimal)}, from text. */
    public ByMilestones then(String name, String weight) {
        return then(name, Require.decimal(weight, "weight"));
    }

    @Override
    public Progress progress(Performance performance) {
        Set<String> names = new HashSet<>();
        for (PerformanceFact fact : performance.facts()) {
            String name = fact.name().orElse("");
            if (fact.isTakenBack()) {
                names.remove(name);
            } else {
                names.add(name);
            }
        }
        List<Milestone> reached = milestones.stream()
                .filter(milestone -> names.contains(milestone.name()))
                .toList();
        BigDecimal weight = weight(reached);
        BigDecimal all = weight(milestones);
        return new Progress(
                Fraction.of(weight).dividedBy(Fraction.of(all)),
                reached.isEmpty()
                        ? Explanation.of("revenue.no-milestone", "no milestone reached")
                        : Explanation.of(
                                "revenue.milestones",
                                "reached {0}: {1} of {2}",
                                reached.stream().map(Milestone::name).collect(Collectors.joining(", ")),
                                weight,
                                all));
    }

    private static BigDecimal weight(List<Milestone> milestones) {
        return milestones.stream().map(Milestone::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public List<Clause> clauses() {
        return CLAUSES;
    }

    /** Takes milestones of these only. */
    @Override
    public void check(PerformanceFact fact) {
        fact.require(PerformanceFact.Kind.MILESTONE, "where milestones are counted");
        List<String> names = milestones.stream().map(Milestone::name).toList();
        String name = fact.name().orElse("");
        Require.that(names.contains(name), "milestones.name", "name", "must be one of " + names, name);
    }

    /** For example {@code by milestones [design, go-live]}. */
    @Override
    public String toString() {
        return "by milestones " + milestones.stream().map(Milestone::name).toList();
    }
}
