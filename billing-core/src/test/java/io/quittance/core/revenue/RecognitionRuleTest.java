package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules of a host's own. */
class RecognitionRuleTest {

    /** A rule of a host: {@code answer} by what happened. */
    record Own(Function<Performance, Progress> answer) implements RecognitionRule {
        @Override
        public Progress progress(Performance performance) {
            return answer.apply(performance);
        }

        @Override
        public List<Clause> clauses() {
            return List.of(new Clause("B19", "55-21"));
        }
    }

    private static Progress share(Fraction share) {
        return new Progress(share, Explanation.of("own.share", "as measured: {0}", share));
    }

    @Test
    void aHostsOwnRuleIsOneClass() {
        var half = new Own(performance -> share(Fraction.of(performance.facts().size(), 2)));
        ObligationRevenue figures = book("9.99", half, PerformanceFact.used("u", "o", "2026-01-01", "7"))
                .at("2026-01-01")
                .obligations()
                .get(0);
        assertThat(figures.earned()).isEqualTo(eur("5.00"));
        assertThat(figures.clauses()).containsExactly(new Clause("B19", "55-21"));
        assertThat(figures.explanations())
                .extracting(Explanation::text)
                .containsExactly("as measured: 0.5", "0.5 of EUR 9.99: EUR 5.00");
    }

    @Test
    void nothingIsBelieved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", new Own(performance -> share(Fraction.of(3, 2))))
                        .at("2026-01-01"))
                .withMessage("obligations[o]: share must be from 0 to 1, but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> share(Fraction.of(-1, 2)))
                .withMessage("share must be from 0 to 1, but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", new Own(performance -> null)).at("2026-01-01"))
                .withMessage("obligations[o]: rule must answer for 2026-01-01, but was no answer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", new Own(performance -> {
                            throw new IllegalStateException("no measure");
                        }))
                        .at("2026-01-01"))
                .withMessage(
                        "obligations[o]: rule must answer for 2026-01-01, but was java.lang.IllegalStateException: no measure")
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    /** A seventh, squared again and again, has more bits than a fraction may have. */
    @Test
    void aRuleThatLeavesTheBoundsIsNamed() {
        var endless = new Own(performance -> {
            Fraction share = Fraction.of(1, 7);
            while (true) {
                share = share.times(share);
            }
        });
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> book("1", endless).at("2026-01-01"))
                .withMessageStartingWith("obligations[o]: fraction must have at most 4096 bits");
    }

    @Test
    void aRuleNamesItsClauseAndTakesFactsOrRefusesThem() {
        RecognitionRule nameless = new RecognitionRule() {
            @Override
            public Progress progress(Performance performance) {
                return share(Fraction.ZERO);
            }

            @Override
            public List<Clause> clauses() {
                return List.of();
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", nameless))
                .withMessage("clauses must not be empty");
        RecognitionRule failing = new RecognitionRule() {
            @Override
            public Progress progress(Performance performance) {
                return share(Fraction.ZERO);
            }

            @Override
            public List<Clause> clauses() {
                return List.of(new Clause("B19", "55-21"));
            }

            @Override
            public void check(PerformanceFact fact) {
                throw new IllegalStateException("no idea");
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", failing, PerformanceFact.used("u", "o", "2026-01-01", "1")))
                .withMessage("facts[u]: rule must take or refuse it, but was java.lang.IllegalStateException: no idea");
    }

    @Test
    void aPerformanceHasNothingOfLaterDays() {
        var fact = PerformanceFact.used("u", "o", "2026-01-02", "7.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Performance(LocalDate.parse("2026-01-01"), List.of(fact)))
                .withMessage("facts[u].day must not be after 2026-01-01, but was 2026-01-02");
        assertThat(new Performance(LocalDate.parse("2026-01-02"), List.of(fact, fact)).quantity())
                .isEqualByComparingTo("15");
    }

    @Test
    void aClauseNamesBothStandards() {
        assertThat(RevenueFigure.DEFERRED.clause()).hasToString("IFRS 15.106 / ASC 606-10-45-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clause("", "45-2"))
                .withMessage("ifrs15 must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clause("106", ""))
                .withMessage("asc606 must have 1 to 200 characters, but was ");
    }
}
