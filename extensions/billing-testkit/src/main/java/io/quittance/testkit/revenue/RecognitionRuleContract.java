package io.quittance.testkit.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.revenue.PerformanceFact;
import io.quittance.core.revenue.RecognitionRule;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of every recognition rule. A test class implements this and supplies {@link #rule()}; nothing else is needed. */
public interface RecognitionRuleContract {

    /** The rule under test. */
    RecognitionRule rule();

    /** The rule answers, always alike, also after a way through a serial stream, and names its clauses. */
    @Property
    default void answersAlwaysAlikeAndCanBeSerialised(
            @ForAll("facts") List<PerformanceFact> facts, @ForAll("days") LocalDate day) {
        assertThat(RecognitionRuleLaws.broken(rule(), RecognitionRuleLaws.by(day, facts)))
                .isEmpty();
    }

    /** What is earned by a day is earned by later days too, unless something is taken back. */
    @Property
    default void neverTakesBackByItself(
            @ForAll("facts") List<PerformanceFact> facts,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other) {
        LocalDate day = one.isBefore(other) ? one : other;
        LocalDate later = one.isBefore(other) ? other : one;
        assertThat(RecognitionRuleLaws.brokenByTime(rule(), facts, day, later)).isEmpty();
    }

    /** The facts that are tried, those that the rule takes; a test class may give its own. */
    @Provide
    default Arbitrary<List<PerformanceFact>> facts() {
        return RevenueArbitraries.facts(rule());
    }

    /** The days that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<LocalDate> days() {
        return RevenueArbitraries.days();
    }
}
