package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static io.quittance.core.revenue.PerformanceFact.reached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByMilestonesTest {
    private static final ByMilestones RULE =
            ByMilestones.of("design", "20").then("build", "50").then("go-live", "30");
    private static final RevenueBook PROJECT = book(
            "50000",
            RULE,
            reached("m-1", "o", "2026-02-01", "design"),
            reached("m-2", "o", "2026-02-05", "design"),
            reached("m-3", "o", "2026-06-01", "go-live"),
            reached("m-4", "o", "2026-07-01", "go-live").takenBack(),
            reached("m-5", "o", "2026-08-01", "build"),
            reached("m-6", "o", "2026-09-01", "go-live"));

    private static String earned(String day) {
        return PROJECT.at(day).earned().toString();
    }

    /** By hand: 20, 50, 20, 70 and 100 of 100 of 50,000. */
    @Test
    void earnsEachByItsWeightUntilItIsTakenBack() {
        assertThat(earned("2026-01-31")).isEqualTo("EUR 0.00");
        assertThat(earned("2026-02-01")).isEqualTo("EUR 10000.00");
        assertThat(earned("2026-02-05")).isEqualTo("EUR 10000.00");
        assertThat(earned("2026-06-01")).isEqualTo("EUR 25000.00");
        assertThat(earned("2026-07-01")).isEqualTo("EUR 10000.00");
        assertThat(earned("2026-08-01")).isEqualTo("EUR 35000.00");
        assertThat(earned("2026-09-01")).isEqualTo("EUR 50000.00");
    }

    @Test
    void saysWhyAndWhereItStands() {
        assertThat(PROJECT.at("2026-01-01")
                        .obligations()
                        .get(0)
                        .explanations()
                        .get(0)
                        .text())
                .isEqualTo("no milestone reached");
        assertThat(PROJECT.at("2026-06-01")
                        .obligations()
                        .get(0)
                        .explanations()
                        .get(0)
                        .text())
                .isEqualTo("reached design, go-live: 50 of 100");
        assertThat(RULE.clauses()).containsExactly(new Clause("B15", "55-17"));
        assertThat(RULE).hasToString("by milestones [design, build, go-live]");
    }

    /** On one day it is not known which came first; what is taken back counts. */
    @Test
    void whatIsTakenBackOnItsDayCounts() {
        assertThat(book(
                                "100",
                                RULE,
                                reached("a", "o", "2026-02-01", "design").takenBack(),
                                reached("b", "o", "2026-02-01", "design"))
                        .at("2026-02-01")
                        .earned())
                .isEqualTo(eur("0"));
    }

    @Test
    void refusesWhatIsNoMilestoneOfIts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.then("build", "1"))
                .withMessage("name must be unique, but was build");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByMilestones.of("build", "0"))
                .withMessage("weight must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByMilestones.of("", "1"))
                .withMessage("name must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByMilestones(List.of()))
                .withMessage("milestones must not be empty");
        var many = Collections.nCopies(1_001, new ByMilestones.Milestone("m", BigDecimal.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByMilestones(many))
                .withMessage("milestones must be at most 1000, but was 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByMilestones(many.subList(0, 1_000)))
                .withMessage("name must be unique, but was m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROJECT.with(List.of(reached("x", "o", "2026-01-01", "party"))))
                .withMessage("facts[x]: name must be one of [design, build, go-live], but was party");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROJECT.with(List.of(PerformanceFact.used("x", "o", "2026-01-01", "1"))))
                .withMessage("facts[x]: kind must be MILESTONE where milestones are counted, but was UNITS");
    }
}
