package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.YEAR;
import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseChangeTest {

    /**
     * IFRS 15 Example 7 (IE33–IE36): a cleaning service of 100,000 a year for three years; before the third, its price falls to 80,000
     * and three years for 200,000 are added. 280,000 over four years are 70,000 a year, and the first two stay as they are.
     */
    @Test
    void aProspectiveChangeSpreadsTheRestOverTheRest() {
        RevenueBook book = book(
                "300000",
                StraightLine.over("2021-01-01", "2024-01-01").by(DayCount.THIRTY_DAY_MONTHS),
                PromiseChange.prospective(
                        "a-1",
                        "o",
                        "2023-01-01",
                        eur("180000"),
                        StraightLine.over("2023-01-01", "2027-01-01").by(DayCount.THIRTY_DAY_MONTHS)));
        List<ServicePeriod> years = List.of(
                ServicePeriod.of("2021-01-01", "2022-01-01"),
                ServicePeriod.of("2022-01-01", "2023-01-01"),
                ServicePeriod.of("2023-01-01", "2024-01-01"),
                ServicePeriod.of("2024-01-01", "2025-01-01"),
                ServicePeriod.of("2025-01-01", "2026-01-01"),
                ServicePeriod.of("2026-01-01", "2027-01-01"));
        assertThat(book.schedule(years).periods())
                .extracting(RevenuePeriod::earned)
                .containsExactly(eur("100000"), eur("100000"), eur("70000"), eur("70000"), eur("70000"), eur("70000"));
        assertThat(book.at("2022-12-31").promised()).isEqualTo(eur("300000"));
        assertThat(book.at("2023-01-01").promised()).isEqualTo(eur("480000"));
        ObligationRevenue figures = book.at("2023-12-31").obligations().get(0);
        assertThat(figures.explanations())
                .extracting(Explanation::text)
                .containsExactly(
                        "365 of 1461 days, which are 0.25",
                        "0.25 of EUR 280000.00: EUR 70000.00",
                        "and EUR 200000.00 earned before 2023-01-01");
        assertThat(figures.clauses()).contains(new Clause("21(a)", "25-13(a)"));
        assertThat(book.at("2022-12-31").obligations().get(0).clauses())
                .doesNotContain(new Clause("21(a)", "25-13(a)"));
    }

    /**
     * IFRS 15 Example 8 (IE37–IE41): 420,000 of 700,000 costs are spent and 600,000 of 1,000,000 earned, when the price becomes
     * 1,350,000 and the costs 820,000. The standard rounds progress to 51.2 % and has 691,200 and a catch-up of 91,200; exactly, it is
     * 420/820 of 1,350,000.
     */
    @Test
    void aCatchUpMeasuresAllAnew() {
        RevenueBook book = book(
                "1000000",
                ByUsage.of("700000"),
                PerformanceFact.used("c-1", "o", "2025-12-31", "420000"),
                PromiseChange.catchUp("a-1", "o", "2026-02-01", eur("350000")).by(ByUsage.of("820000")));
        assertThat(book.at("2026-01-31").earned()).isEqualTo(eur("600000"));
        assertThat(book.at("2026-02-01").earned()).isEqualTo(eur("691463.41"));
        assertThat(book.monthly("2026-02", 1).earned()).isEqualTo(eur("91463.41"));
        assertThat(book.at("2026-02-01").obligations().get(0).clauses())
                .containsExactly(
                        new Clause("B15", "55-17"), new Clause("B18", "55-20"), new Clause("21(b)", "25-13(b)"));
    }

    /** By hand: 1,200 over 2026; on 1 July, after 181 days, 365.00 less for bad service: 1.00 a day, 181.00 of it for days past. */
    @Test
    void aChangeOfPriceIsCaughtUpForWhatIsPerformed() {
        RevenueBook book = Books.subscription(PromiseChange.price("c-1", "o", "2026-07-01", eur("-365")));
        assertThat(book.at("2026-06-30").earned()).isEqualTo(eur("595.07"));
        // 835 × 182 / 365 = 416.356…
        assertThat(book.at("2026-07-01").earned()).isEqualTo(eur("416.36"));
        assertThat(book.at("2026-12-31").earned()).isEqualTo(eur("835"));
        assertThat(book.at("2026-12-31").deferred()).isEqualTo(eur("365")); // until a credit note gives it back
    }

    /** The other way: nothing before changes, and facts count for the new rule from the day on. */
    @Test
    void afterAProspectiveChangeFactsCountAnew() {
        RevenueBook book = book(
                "100",
                ByUsage.of("100"),
                PerformanceFact.used("u-1", "o", "2026-01-31", "40"),
                PerformanceFact.used("u-2", "o", "2026-02-01", "10"),
                PromiseChange.prospective("a", "o", "2026-02-01", eur("140"), ByUsage.of("20")),
                PromiseChange.price("b", "o", "2026-02-01", eur("-20")),
                PromiseChange.catchUp("c", "o", "2026-02-03", eur("20")));
        assertThat(book.at("2026-01-31").earned()).isEqualTo(eur("40"));
        // 40 + (60 + 140 - 20) × 10 / 20
        assertThat(book.at("2026-02-02").earned()).isEqualTo(eur("130"));
        assertThat(book.at("2026-02-02").promised()).isEqualTo(eur("220"));
        // 40 + 200 × 10 / 20
        assertThat(book.at("2026-02-03").earned()).isEqualTo(eur("140"));
    }

    @Test
    void anAmendmentMayChangeTheEndOnly() {
        RevenueBook book = book(
                "1200",
                StraightLine.over(YEAR),
                PromiseChange.catchUp("a", "o", "2026-07-01", eur("0"))
                        .by(StraightLine.over("2026-01-01", "2028-01-01")));
        // 1200 × 182 / 730
        assertThat(book.at("2026-07-01").earned()).isEqualTo(eur("299.18"));
        assertThat(book.at("2027-12-31").earned()).isEqualTo(eur("1200"));
    }

    @Test
    void refusesARuleThatContradictsTheMethod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PromiseChange.price("p", "o", "2026-01-01", eur("1")).by(new RightToInvoice()))
                .withMessage("rule must not be given where only the price changes, but was as it may be invoiced");
        var price = PromiseChange.price("p", "o", "2026-01-01", eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PromiseChange(
                        "p", price.obligation(), price.day(), eur("1"), PromiseChange.Method.PROSPECTIVE, null))
                .withMessage("rule must be given: the rest is earned by a rule of its own");
        assertThat(price).hasToString("p: PRICE of EUR 1.00 on 2026-01-01");
        assertThat(price.newRule()).isEmpty();
    }

    @Test
    void refusesTwoRulesOnOneDay() {
        var one = PromiseChange.prospective("a", "o", "2026-07-01", eur("1"), PointInTime.on("2026-08-01"));
        var two = PromiseChange.catchUp("b", "o", "2026-07-01", eur("1")).by(StraightLine.over(YEAR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Books.subscription(one, two))
                .withMessage("facts[b].rule must be the only one that changes o on its day, but was 2026-07-01");
        assertThat(Books.subscription(one, PromiseChange.price("c", "o", "2026-07-01", eur("1")))
                        .at("2026-08-01")
                        .earned())
                .isEqualTo(eur("1202"));
    }

    @Test
    void refusesARuleForTheRestThatHasEarnedBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Books.subscription(
                        PromiseChange.prospective("a", "o", "2026-07-01", eur("1"), StraightLine.over(YEAR))))
                .withMessage(
                        "facts[a].rule must have nothing earned before 2026-07-01, when o changes, but was 181/365");
    }

    @Test
    void refusesAChangeBeforeTheObligationIsAgreed() {
        List<Obligation> agreed =
                List.of(Obligation.of("o", eur("1"), new RightToInvoice()).agreedOn("2026-07-01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RevenueBook.of("C", agreed, List.of(PromiseChange.price("a", "o", "2026-06-30", eur("1")))))
                .withMessage(
                        "facts[a].day must not be before the obligation is agreed, on 2026-07-01, but was 2026-06-30");
        assertThat(RevenueBook.of("C", agreed, List.of(PromiseChange.price("a", "o", "2026-07-01", eur("1"))))
                        .at("2026-07-01")
                        .earned())
                .isEqualTo(eur("2"));
    }

    /** A prospective change on the day of the agreement: nothing was earned before. */
    @Test
    void mayChangeOnTheDayOfTheAgreement() {
        List<Obligation> agreed =
                List.of(Obligation.of("o", eur("100"), StraightLine.over(YEAR)).agreedOn("2026-07-01"));
        RevenueBook book = RevenueBook.of(
                "C",
                agreed,
                List.of(PromiseChange.prospective("a", "o", "2026-07-01", eur("10"), PointInTime.on("2026-07-02"))));
        assertThat(book.at("2026-06-30").promised()).isEqualTo(eur("0"));
        assertThat(book.at("2026-07-01").remaining()).isEqualTo(eur("110"));
        assertThat(book.at("2026-07-02").earned()).isEqualTo(eur("110"));
    }

    /** A rule that is replaced counts the facts of its own days; the one that follows counts all since the last prospective change. */
    @Test
    void everyFactIsOneThatEachRuleCountsWhichSeesIt() {
        var units = PromiseChange.catchUp("a", "o", "2026-07-01", eur("0")).by(ByUsage.of("100"));
        assertThat(book("100", StraightLine.over(YEAR), units, PerformanceFact.used("u", "o", "2026-07-01", "10"))
                        .at("2026-07-01")
                        .earned())
                .isEqualTo(eur("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        book("100", StraightLine.over(YEAR), units, PerformanceFact.used("u", "o", "2026-06-30", "10")))
                .withMessageStartingWith("facts[u]: kind must not be given where time passes by itself");
        var time = PromiseChange.catchUp("a", "o", "2026-07-01", eur("0")).by(StraightLine.over(YEAR));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> book("100", ByUsage.of("100"), time, PerformanceFact.used("u", "o", "2026-06-30", "10")))
                .withMessageStartingWith("facts[u]: kind must not be given where time passes by itself");
        var anew = PromiseChange.prospective(
                "a", "o", "2026-07-01", eur("0"), StraightLine.over("2026-07-01", "2027-01-01"));
        assertThat(book("100", ByUsage.of("100"), anew, PerformanceFact.used("u", "o", "2026-06-30", "10"))
                        .at("2026-12-31")
                        .earned())
                .isEqualTo(eur("100"));
    }
}
