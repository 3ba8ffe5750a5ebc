package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.code;
import static io.quittance.kpi.trend.Given.month;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.rate;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.six;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Reduction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    /** By hand: from 10 % to 12 % are 2 points, and 2 / 10 × 100 = 20 %. */
    @Test
    void isInPointsAndInPercent() {
        var change = new Change(share(1, 10, 100), share(2, 12, 100));
        assertThat(six(change.absolute())).isEqualTo("2.000000");
        assertThat(six(change.relative())).isEqualTo("20.000000");
        assertThat(change.absolute().basis().kpi()).isEqualTo("overdue.amount.change");
        assertThat(change.relative().basis().kpi()).isEqualTo("overdue.amount.change.relative");
        assertThat(change.relative().basis().definition().unit()).isEqualTo(KpiUnit.PERCENT);
        assertThat(change.absolute().basis().period()).contains(month(2));
        assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
    }

    /** What one customer owes late was 10 % and is 12 %. */
    @Test
    void isOfAPartToo() {
        var change = new Change(
                share(1, 10, 100).only("customer", "A.B"), share(2, 12, 100).only("customer", "A.B"));
        assertThat(change.absolute().basis().kpi()).isEqualTo("overdue.amount.change[customer=A.B]");
        assertThat(change.relative().basis().kpi()).isEqualTo("overdue.amount.change.relative[customer=A.B]");
        assertThat(six(change.relative())).isEqualTo("20.000000");
        KpiDefinition reduced = Reduction.of(change.definition()).definition();
        KpiResult reduction = KpiBasis.of(reduced).measured(Fraction.of(5));
        assertThat(new Change(reduction, reduction).relative().basis().kpi())
                .isEqualTo("overdue.amount.reduction.change.relative[customer=A.B]");
    }

    @Test
    void theDirectionSaysWhatIsBetter() {
        assertThat(new Change(rate(1, 10, 100), rate(2, 12, 100)).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(new Change(rate(1, 12, 100), rate(2, 10, 100)).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(new Change(share(1, 12, 100), share(2, 10, 100)).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(new Change(share(1, 1, 2), share(2, 50, 100)).verdict()).isEqualTo(Verdict.SAME);
        assertThat(new Change(sum(Given.BILLED, 1, 5), sum(Given.BILLED, 2, 6)).verdict())
                .isEqualTo(Verdict.MOVED);
        assertThat(new Change(sum(Given.BILLED, 1, 5), sum(Given.BILLED, 2, 5)).verdict())
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void isUndefinedWhereEitherIs() {
        var fromNone = new Change(share(1, 0, 0), share(2, 12, 100));
        assertThat(code(fromNone.absolute())).isEqualTo("NO_OPEN_ITEMS: base: nothing is open");
        assertThat(code(fromNone.relative())).isEqualTo("NO_OPEN_ITEMS: base: nothing is open");
        assertThat(fromNone.verdict()).isEqualTo(Verdict.UNKNOWN);
        var toNone = new Change(share(1, 12, 100), none(Given.SHARE, 2));
        assertThat(code(toNone.absolute())).isEqualTo("MISSING_INPUT: now: overdue is not given");
        assertThat(toNone.currency()).contains("EUR");
    }

    /** A part may have a name of 200 characters, which is in the id, the name and the formula of its change. */
    @Test
    void aPartWithALongNameHasChanges() {
        KpiDefinition part = Given.SHARE.only("customer", "x".repeat(200));
        Change change = new Change(
                KpiBasis.of(part).measured(Fraction.of(3)), KpiBasis.of(part).measured(Fraction.of(4)));
        assertThat(change.absolute().value()).contains(Fraction.ONE);
        assertThat(change.relative().basis().definition().formula()).endsWith(part.id());
        assertThat(Reduction.of(part).definition().formula()).endsWith(part.id());
    }

    /** A long reason is cut to the 200 characters that a reason may have. */
    @Test
    void keepsAReasonOfAnyLength() {
        KpiResult none = KpiBasis.of(Given.SHARE).undefined("LONG", "x".repeat(200));
        assertThat(code(new Change(none, none).absolute())).isEqualTo("LONG: base: " + "x".repeat(194));
    }

    @Test
    void hasNoPercentOfZero() {
        var change = new Change(share(1, 0, 100), share(2, 12, 100));
        assertThat(six(change.absolute())).isEqualTo("12.000000");
        assertThat(code(change.relative())).isEqualTo("BASE_ZERO: base is 0");
        var negative = new Change(sum(Given.OWED, 1, -10), sum(Given.OWED, 2, 5));
        assertThat(six(negative.relative())).isEqualTo("-150.000000");
        assertThat(negative.relative().basis().notes()).containsExactly("NOT_MEANINGFUL");
        assertThat(negative.absolute().basis().currency()).contains("EUR");
    }

    /** 12 of −100 is −12 %, which means nothing: neither does a change from it or to it, whatever its sign. */
    @Test
    void ofAValueWithoutMeaningHasNone() {
        for (var change : List.of(
                new Change(share(1, 12, -100), share(2, 40, 100)), new Change(share(1, 40, 100), share(2, 12, -100)))) {
            assertThat(change.absolute().basis().notes()).containsExactly("NOT_MEANINGFUL");
            assertThat(change.relative().basis().notes()).containsExactly("NOT_MEANINGFUL");
            assertThat(change.verdict()).isEqualTo(Verdict.UNKNOWN);
        }
        assertThat(six(new Change(share(1, 12, -100), share(2, 40, 100)).absolute()))
                .isEqualTo("52.000000");
    }

    @Test
    void isWithoutWhatIsLeftOutOfEither() {
        var change = new Change(
                KpiBasis.of(Given.DAYS)
                        .period(month(1))
                        .exclusion("PREPAYMENT")
                        .note("HISTORY_EXHAUSTED")
                        .measured(Fraction.of(40)),
                KpiBasis.of(Given.DAYS)
                        .period(month(2))
                        .exclusion("NEGATIVE_SALES")
                        .measured(Fraction.of(50)));
        assertThat(change.absolute().basis().exclusions()).containsExactly("NEGATIVE_SALES", "PREPAYMENT");
        assertThat(change.relative().basis().notes()).containsExactly("HISTORY_EXHAUSTED");
        assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
    }

    /** 31 and 28 days are both a month, and 90 days are a quarter; of shorter periods, 3 days are half of 6. */
    @Test
    void notesPeriodsOfOtherLengths() {
        assertThat(lengths("2026-01-01", "2026-02-01", "2026-02-01", "2026-03-01"))
                .isEmpty();
        assertThat(lengths("2025-01-01", "2026-01-01", "2027-01-01", "2028-01-01"))
                .isEmpty();
        assertThat(lengths("2026-01-01", "2026-01-08", "2026-01-08", "2026-01-15"))
                .isEmpty();
        assertThat(lengths("2026-01-01", "2026-04-01", "2026-04-01", "2026-05-01"))
                .containsExactly("PERIOD_LENGTHS_DIFFER");
        assertThat(lengths("2026-01-01", "2026-01-04", "2026-02-01", "2026-02-07"))
                .containsExactly("PERIOD_LENGTHS_DIFFER");
        assertThat(lengths("2026-01-01", "2026-02-01", "2026-02-01", "2026-02-28"))
                .containsExactly("PERIOD_LENGTHS_DIFFER");
        KpiResult always = KpiBasis.of(Given.DAYS).measured(Fraction.ONE);
        assertThat(new Change(always, Given.days(1, "2")).absolute().basis().notes())
                .isEmpty();
    }

    private static List<String> lengths(String baseStart, String baseEnd, String start, String end) {
        var change = new Change(ofDays(baseStart, baseEnd), ofDays(start, end));
        assertThat(change.relative().basis().notes())
                .isEqualTo(change.absolute().basis().notes());
        return change.absolute().basis().notes();
    }

    private static KpiResult ofDays(String start, String end) {
        return KpiBasis.of(Given.DAYS).period(ServicePeriod.of(start, end)).measured(Fraction.ONE);
    }

    /** 45 days were agreed as the baseline, without figures behind them. */
    @Test
    void startsFromAStatedFigureToo() {
        KpiResult stated = KpiBasis.of(Given.DAYS).period(month(1)).measured(Fraction.of(45));
        assertThat(six(new Change(stated, Given.days(3, "40.5")).relative())).isEqualTo("-10.000000");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change(share(1, 1, 2), rate(2, 1, 2)))
                .withMessage("now must be computed as base is, by overdue.amount, but was collection-rate.gross");
        KpiResult dollars =
                KpiBasis.of(Given.OWED).period(month(2)).currency("USD").measured(Fraction.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change(sum(Given.OWED, 1, 1), dollars))
                .withMessage("now must be in the currency of base, EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change(share(2, 1, 2), share(1, 1, 2)))
                .withMessage("now must not be of a time before base, [2026-02-01, 2026-03-01),"
                        + " but was [2026-01-01, 2026-02-01)");
    }

    /** A figure without a period may come before or after one that has one. */
    @Test
    void comparesWhatHasNoPeriod() {
        KpiResult stated = KpiBasis.of(Given.DAYS).measured(Fraction.of(45));
        assertThat(new Change(Given.days(3, "40.5"), stated).absolute().value()).contains(Given.exact("4.5"));
        assertThat(new Change(stated, Given.days(3, "40.5")).absolute().value()).contains(Given.exact("-4.5"));
    }
}
