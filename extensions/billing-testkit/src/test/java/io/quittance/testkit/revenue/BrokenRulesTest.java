package io.quittance.testkit.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import io.quittance.core.revenue.Clause;
import io.quittance.core.revenue.Performance;
import io.quittance.core.revenue.PerformanceFact;
import io.quittance.core.revenue.Progress;
import io.quittance.core.revenue.RecognitionRule;
import io.quittance.core.revenue.RightToInvoice;
import io.quittance.testkit.BrokenLaw;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules that are wrong on purpose, each caught by the law that it breaks. */
class BrokenRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Performance NOTHING = new Performance(DAY, List.of());

    /** How a rule is wrong, such that it can be serialised. */
    private interface Answer extends Function<Performance, Progress>, Serializable {}

    private record Own(Answer answer, List<Clause> clauses) implements RecognitionRule, Serializable {
        Own(Answer answer) {
            this(answer, List.of(new Clause("B19", "55-21")));
        }

        @Override
        public Progress progress(Performance performance) {
            return answer.apply(performance);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Own that && clauses.equals(that.clauses);
        }

        @Override
        public int hashCode() {
            return clauses.hashCode();
        }
    }

    private static Progress share(long numerator, long denominator) {
        return new Progress(
                Fraction.of(numerator, denominator), Explanation.of("own.share", "{0} of {1}", numerator, denominator));
    }

    private static List<RecognitionRuleLaw> laws(List<BrokenLaw> broken) {
        return broken.stream()
                .map(BrokenLaw::law)
                .map(RecognitionRuleLaw.class::cast)
                .toList();
    }

    @Test
    @SuppressWarnings("NullAway") // a rule that answers null is wrong on purpose
    void findsWhatDoesNotAnswer() {
        var throwing = new Own(performance -> {
            throw new IllegalStateException("no measure");
        });
        assertThat(laws(RecognitionRuleLaws.broken(new Own(performance -> null), NOTHING)))
                .containsExactly(RecognitionRuleLaw.ANSWERS);
        assertThat(laws(RecognitionRuleLaws.broken(new Own(performance -> share(3, 2)), NOTHING)))
                .containsExactly(RecognitionRuleLaw.ANSWERS);
        assertThat(RecognitionRuleLaws.broken(throwing, NOTHING))
                .singleElement()
                .asString()
                .startsWith(
                        "ANSWERS (the rule answers with a share from 0 to 1, and throws nothing, for facts that it takes): "
                                + "rule must answer for 2026-03-01, but was java.lang.IllegalStateException: no measure");
        assertThat(laws(RecognitionRuleLaws.brokenByTime(throwing, List.of(), DAY, DAY)))
                .containsExactly(RecognitionRuleLaw.ANSWERS);
    }

    @Test
    void findsWhatNamesNoClause() {
        assertThat(laws(RecognitionRuleLaws.broken(new Own(performance -> share(1, 2), List.of()), NOTHING)))
                .containsExactly(RecognitionRuleLaw.NAMES_CLAUSES);
        assertThat(RecognitionRuleLaws.broken(new Own(performance -> share(1, 2)), NOTHING))
                .isEmpty();
    }

    @Test
    void findsWhatAnswersDifferentlyEachTime() {
        var asked = new AtomicInteger();
        assertThat(laws(RecognitionRuleLaws.broken(new Own(performance -> share(1, asked.incrementAndGet())), NOTHING)))
                .contains(RecognitionRuleLaw.SAME_ANSWER);
    }

    @Test
    void findsWhatCannotBeCopied() {
        RecognitionRule local = new RecognitionRule() {
            @Override
            public Progress progress(Performance performance) {
                return share(1, 2);
            }

            @Override
            public List<Clause> clauses() {
                return new RightToInvoice().clauses();
            }
        };
        assertThat(laws(RecognitionRuleLaws.broken(local, NOTHING))).containsExactly(RecognitionRuleLaw.SERIAL_COPY);
    }

    @Test
    void findsWhatFallsByItself() {
        var fading = new Own(performance -> share(1, performance.day().getDayOfMonth()));
        assertThat(RecognitionRuleLaws.brokenByTime(fading, List.of(), DAY, DAY.plusDays(1)))
                .singleElement()
                .hasToString(
                        "NEVER_FALLS (what is earned by a day is earned by later days too, unless something is taken back): "
                                + "1 by 2026-03-01, and 0.5 by 2026-03-02: []");
        assertThat(RecognitionRuleLaws.brokenByTime(fading, List.of(), DAY, DAY))
                .isEmpty();
        var back = PerformanceFact.used("u", "o", "2026-03-02", "-1");
        var counting = new Own(performance -> share(1, 1 + performance.facts().size()));
        assertThat(RecognitionRuleLaws.brokenByTime(counting, List.of(back), DAY, DAY.plusDays(1)))
                .isEmpty();
        assertThat(laws(RecognitionRuleLaws.brokenByTime(counting, List.of(back.takenBack()), DAY, DAY.plusDays(1))))
                .containsExactly(RecognitionRuleLaw.NEVER_FALLS);
    }
}
