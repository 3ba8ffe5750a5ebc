package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static io.quittance.core.revenue.PerformanceFact.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByUsageTest {
    private static final RevenueBook CALLS = book(
            "500",
            ByUsage.of("1000"),
            used("u-1", "o", "2026-01-15", "300"),
            used("u-2", "o", "2026-02-01", "-50"),
            used("u-3", "o", "2026-03-01", "900"));

    /** By hand: 500 × 300 / 1000, then × 250 / 1000, then all of it: 1,150 units are more than there are. */
    @Test
    void earnsUnitByUnit() {
        assertThat(CALLS.at("2026-01-14").earned()).isEqualTo(eur("0"));
        assertThat(CALLS.at("2026-01-15").earned()).isEqualTo(eur("150"));
        assertThat(CALLS.at("2026-02-28").earned()).isEqualTo(eur("125"));
        assertThat(CALLS.at("2026-03-01").earned()).isEqualTo(eur("500"));
        assertThat(CALLS.at("2026-01-15")
                        .obligations()
                        .get(0)
                        .explanations()
                        .get(0)
                        .text())
                .isEqualTo("300 of 1000 units used");
    }

    @Test
    void neverEarnsLessThanNothing() {
        assertThat(book("500", ByUsage.of("1000"), used("u-1", "o", "2026-01-15", "-300"))
                        .at("2026-01-15")
                        .earned())
                .isEqualTo(eur("0"));
    }

    /** IFRS 15.B46: what the customer will no longer use is earned when that is sure, here when the right ends. */
    @Test
    void earnsWhatIsNotUsedWhenTheRightEnds() {
        ByUsage rule = ByUsage.of("1000").expiringOn("2027-01-01");
        RevenueBook book = book("500", rule, used("u-1", "o", "2026-01-15", "300"));
        assertThat(book.at("2026-12-31").earned()).isEqualTo(eur("150"));
        ObligationRevenue after = book.at("2027-01-01").obligations().get(0);
        assertThat(after.earned()).isEqualTo(eur("500"));
        assertThat(after.explanations().get(0).text())
                .isEqualTo("300 of 1000 units used, and the right to the rest ended on 2027-01-01");
        assertThat(rule.clauses())
                .extracting(Clause::toString)
                .containsExactly(
                        "IFRS 15.B15 / ASC 606-10-55-17",
                        "IFRS 15.B18 / ASC 606-10-55-20",
                        "IFRS 15.B44–B47 / ASC 606-10-55-46 to 55-49");
        assertThat(ByUsage.of("1").clauses()).hasSize(2);
        assertThat(rule).hasToString("by usage of 1000 units until 2027-01-01");
        assertThat(ByUsage.of("1000.0")).hasToString("by usage of 1000 units").isEqualTo(ByUsage.of("1000"));
    }

    @Test
    void refusesWhatIsNoUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByUsage.of("0"))
                .withMessage("expected must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByUsage.of("1").expiringOn(LocalDate.of(10_000, 1, 1)))
                .withMessageStartingWith("expiry must lie in the years 1 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByUsage.of("1").expiringOn("soon"))
                .withMessage("expiry must be an ISO date such as 2026-03-31, but was soon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.with(List.of(PerformanceFact.delivered("d", "o", "2026-01-01"))))
                .withMessage("facts[d]: kind must be UNITS where units are counted, but was DELIVERY");
    }
}
