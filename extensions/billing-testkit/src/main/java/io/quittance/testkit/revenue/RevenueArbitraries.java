package io.quittance.testkit.revenue;

import io.quittance.core.id.ObligationId;
import io.quittance.core.revenue.PerformanceFact;
import io.quittance.core.revenue.RecognitionRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random days and facts of 2026 for recognition rules. */
public final class RevenueArbitraries {
    /** The milestones that are reached. */
    public static final List<String> MILESTONES = List.of("design", "build", "go-live");

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final ObligationId OBLIGATION = ObligationId.of("o");

    private RevenueArbitraries() {}

    /** Days of 2026, and of some weeks before and after. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-30, 400).map(FIRST::plusDays);
    }

    /** Up to twelve facts of all kinds that the rule takes, some of which take back; of milestones, {@link #MILESTONES}. */
    public static Arbitrary<List<PerformanceFact>> facts(RecognitionRule rule) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        days(),
                        Arbitraries.integers().between(-50, 300),
                        Arbitraries.of(PerformanceFact.Kind.class),
                        Arbitraries.of(MILESTONES))
                .as(RevenueArbitraries::fact)
                .list()
                .ofMaxSize(12)
                .uniqueElements(PerformanceFact::key)
                .map(facts -> facts.stream().filter(fact -> takes(rule, fact)).toList());
    }

    private static PerformanceFact fact(
            int key, LocalDate day, int units, PerformanceFact.Kind kind, String milestone) {
        String name = "f-" + key;
        PerformanceFact fact = switch (kind) {
            case UNITS -> PerformanceFact.used(name, OBLIGATION, day, BigDecimal.valueOf(Math.abs(units)));
            case MILESTONE -> PerformanceFact.reached(name, OBLIGATION, day, milestone);
            case DELIVERY -> PerformanceFact.delivered(name, OBLIGATION, day);
        };
        return units < 0 ? fact.takenBack() : fact;
    }

    private static boolean takes(RecognitionRule rule, PerformanceFact fact) {
        try {
            rule.check(fact);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
