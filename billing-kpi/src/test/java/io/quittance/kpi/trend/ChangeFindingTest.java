package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.item;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.trend.ChangeLimit.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeFindingTest {
    private static final ChangeLimit TEN_PERCENT = ChangeLimit.percent("10");
    private static final Change WORSE = new Change(share(1, 20, 100), share(2, 23, 100));

    /** From 20 % to 23 % are 15 % and 3 points. */
    @Test
    void aLimitIsInPercentOrInUnits() {
        assertThat(TEN_PERCENT.judge(WORSE)).isEqualTo(Judgement.BEYOND);
        assertThat(TEN_PERCENT.times(WORSE)).contains(Fraction.of(3, 2));
        assertThat(ChangeLimit.percent("15").judge(WORSE)).isEqualTo(Judgement.WITHIN);
        assertThat(ChangeLimit.units("2.99").judge(WORSE)).isEqualTo(Judgement.BEYOND);
        assertThat(ChangeLimit.units("3.00").judge(WORSE)).isEqualTo(Judgement.WITHIN);
        assertThat(ChangeLimit.units("3.00")).isEqualTo(ChangeLimit.units("3"));
    }

    @Test
    void aLimitMayLetPassWhatIsBetter() {
        var better = new Change(share(1, 20, 100), share(2, 10, 100));
        assertThat(TEN_PERCENT.judge(better)).isEqualTo(Judgement.BEYOND);
        assertThat(TEN_PERCENT.forTheWorse().judge(better)).isEqualTo(Judgement.WITHIN);
        assertThat(TEN_PERCENT.forTheWorse().judge(WORSE)).isEqualTo(Judgement.BEYOND);
        var billed = new Change(sum(Given.BILLED, 1, 10), sum(Given.BILLED, 2, 20));
        assertThat(TEN_PERCENT.judge(billed)).isEqualTo(Judgement.BEYOND);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN_PERCENT.forTheWorse().judge(billed))
                .withMessage("limit must hold both ways for a KPI of which neither is better, but was billed");
    }

    @Test
    void withoutAValueThereIsNoJudgement() {
        var fromZero = new Change(share(1, 0, 100), share(2, 10, 100));
        assertThat(TEN_PERCENT.judge(fromZero)).isEqualTo(Judgement.NO_VALUE);
        assertThat(TEN_PERCENT.find(fromZero)).isEmpty();
        assertThat(ChangeLimit.units("5").judge(fromZero)).isEqualTo(Judgement.BEYOND);
        assertThat(TEN_PERCENT.judge(new Change(share(1, 0, 0), share(2, 1, 2))))
                .isEqualTo(Judgement.NO_VALUE);
    }

    /** From −10 to 5 owed are −150 %, which means nothing, and 15 more; days of negative sales mean nothing at all. */
    @Test
    void withoutAMeaningThereIsNoJudgement() {
        var negative = new Change(sum(Given.OWED, 1, -10), sum(Given.OWED, 2, 5));
        assertThat(TEN_PERCENT.judge(negative)).isEqualTo(Judgement.NO_VALUE);
        assertThat(ChangeLimit.units("14").judge(negative)).isEqualTo(Judgement.BEYOND);
        var meaningless = new Change(share(1, 12, -100), share(2, 40, 100));
        assertThat(TEN_PERCENT.find(meaningless)).isEmpty();
        assertThat(ChangeLimit.units("1").judge(meaningless)).isEqualTo(Judgement.NO_VALUE);
    }

    @Test
    void carriesWhatExplainsIt() {
        var change = new Change(share(1, 20, 100, item("R-1", 20, 100)), share(2, 23, 100, item("R-1", 23, 100)));
        ChangeFinding finding = TEN_PERCENT
                .find(change)
                .orElseThrow()
                .within(new Slice(Dimension.CUSTOMER, "ACME"))
                .within(new Slice(Dimension.COLLECTOR, "anna"))
                .explainedBy(Contributions.ofItems(change));
        assertThat(finding.kpi().id()).isEqualTo("overdue.amount");
        assertThat(finding.timesLimit()).isEqualTo(Fraction.of(3, 2));
        assertThat(finding.scope()).extracting(Slice::toString).containsExactly("collector anna", "customer ACME");
        assertThat(finding.by(Dimension.ITEM).orElseThrow().lines())
                .singleElement()
                .extracting(Contribution::amount)
                .isEqualTo(Fraction.of(3));
        assertThat(finding.by(Dimension.REASON)).isEmpty();
    }

    @Test
    void theGravestIsFirst() {
        ChangeFinding small = TEN_PERCENT.find(WORSE).orElseThrow();
        ChangeFinding large = ChangeLimit.percent("1").find(WORSE).orElseThrow();
        ChangeFinding ofKey = small.within(new Slice(Dimension.CUSTOMER, "ACME"));
        assertThat(List.of(ofKey, small, large).stream()
                        .sorted(ChangeFinding.GRAVEST_FIRST)
                        .toList())
                .containsExactly(large, small, ofKey);
    }

    @Test
    void refusesWhatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeFinding(List.of(), WORSE, ChangeLimit.percent("15"), List.of()))
                .withMessage("change must be beyond the limit of 15, but was 3");
        ChangeFinding finding = TEN_PERCENT.find(WORSE).orElseThrow();
        Contributions items = Contributions.ofItems(WORSE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finding.explainedBy(items).explainedBy(items))
                .withMessage("explanations must have each dimension once, but was item");
        var slice = new Slice(Dimension.CUSTOMER, "ACME");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finding.within(slice).within(slice))
                .withMessage("scope must have each dimension once, but was customer");
        var other = new Change(share(1, 20, 100), share(2, 24, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finding.explainedBy(Contributions.ofItems(other)))
                .withMessageContaining("explanations must be of the change of the finding");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeLimit.percent("0"))
                .withMessage("limit must be more than 0, but was 0");
    }

    /** Both moved by twice the limit: days come before what is overdue. */
    @Test
    void whatIsAsGraveGoesByItsKpi() {
        ChangeFinding overdue = ChangeLimit.percent("10")
                .find(new Change(share(1, 10, 100), share(2, 12, 100)))
                .orElseThrow();
        ChangeFinding days = ChangeLimit.percent("10")
                .find(new Change(Given.days(1, "10"), Given.days(2, "12")))
                .orElseThrow();
        assertThat(List.of(overdue, days).stream()
                        .sorted(ChangeFinding.GRAVEST_FIRST)
                        .toList())
                .containsExactly(days, overdue);
    }
}
