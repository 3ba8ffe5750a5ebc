package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.month;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.quotient;
import static io.quittance.kpi.trend.Given.rate;
import static io.quittance.kpi.trend.Given.series;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.six;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.AgingTable.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementSummaryTest {
    private static final KpiDefinition DSO =
            KpiDefinition.of("dso.simple", "DSO", KpiUnit.DAYS, Direction.LOWER, "owed / sold × days");
    private static final AgingTable AGING = new AgingTable(
            List.of(Row.of("current", Amount.of("70.00", "EUR"), 3), Row.of("1-30", Amount.of("30.00", "EUR"), 2)));
    private static final KpiSeries OVERDUE = series(share(1, 10, 100), share(13, 20, 100), share(14, 30, 100));

    /** February 2027, with January 2027 and February 2026. */
    private static ManagementSummary.Builder february() {
        return ManagementSummary.of(month(14))
                .billingVolume(series(sum(Given.BILLED, 2, 80), sum(Given.BILLED, 13, 125), sum(Given.BILLED, 14, 100)))
                .collectionRate(series(rate(14, 0, 0)))
                .outstanding(series(sum(Given.OWED, 13, 90), sum(Given.OWED, 14, 100)))
                .overdue(OVERDUE)
                .daysSalesOutstanding(series(quotient(DSO, 13, 90, 125, 31), quotient(DSO, 14, 100, 100, 28)))
                .aging(AGING);
    }

    /** By hand: 100 after 125 are −20 %, and 25 % more than 80 a year before; 100 owed and 100 sold in 28 days are 28 days. */
    @Test
    void comparesWithThePeriodBeforeAndLastYear() {
        ManagementSummary summary = february().build();
        assertThat(six(summary.billingVolume().now())).isEqualTo("100.000000");
        assertThat(summary.billingVolume().changeFromBefore().map(change -> six(change.relative())))
                .contains("-20.000000");
        assertThat(summary.billingVolume().changeFromYearBefore().map(change -> six(change.relative())))
                .contains("25.000000");
        assertThat(six(summary.daysSalesOutstanding().now())).isEqualTo("28.000000");
        assertThat(summary.outstanding().changeFromYearBefore()).isEmpty();
        assertThat(summary.outstanding().trend().slope()).contains(Fraction.of(10));
        assertThat(summary.figures())
                .extracting(each -> each.definition().id())
                .containsExactly("billed", "collection-rate.gross", "owed", "overdue.amount", "dso.simple");
        assertThat(summary.aging().open()).isEqualTo(Amount.of("100.00", "EUR"));
        assertThat(summary.aging().items()).isEqualTo(5);
        assertThat(summary.aging().currency()).isEqualTo("EUR");
    }

    @Test
    void whatHasNoValueSaysWhy() {
        ManagementSummary summary = february().build();
        assertThat(Given.code(summary.collectionRate().now())).isEqualTo("NO_OPEN_ITEMS: nothing is open");
        assertThat(summary.collectionRate().changeFromBefore()).isEmpty();
        ManagementSummary missing =
                february().outstanding(series(none(Given.OWED, 14))).build();
        assertThat(Given.code(missing.outstanding().now())).isEqualTo("MISSING_INPUT: overdue is not given");
    }

    @Test
    void aTrendEndsWithThePeriod() {
        var january =
                new Figure(series(sum(Given.OWED, 1, 10), sum(Given.OWED, 2, 12), sum(Given.OWED, 3, 99)), month(2));
        assertThat(january.trend().slope()).contains(Fraction.of(2));
    }

    /** From 20 % to 30 % is 50 %: 5 times 10 %, and 2.5 times 20 %. */
    @Test
    void theGravestChangeIsFirst() {
        Change change = OVERDUE.changeFromBefore(month(14)).orElseThrow();
        ChangeFinding small = ChangeLimit.percent("20").find(change).orElseThrow();
        ChangeFinding large = ChangeLimit.percent("10").find(change).orElseThrow();
        assertThat(february().topChanges(List.of(small, large)).build().topChanges())
                .containsExactly(large, small);
        assertThat(february().topChanges(List.of(small, large)).build())
                .isEqualTo(february().topChanges(List.of(large, small)).build());
    }

    @Test
    void refusesWhatIsNotOfThePeriod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> february().overdue(series(share(1, 1, 2))))
                .withMessageStartingWith("series must have a result of [2027-02-01, 2027-03-01)");
        var ofOtherMonth = ChangeLimit.percent("1")
                .find(new Change(share(1, 10, 100), share(2, 20, 100)))
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> february().topChanges(List.of(ofOtherMonth)).build())
                .withMessage("topChanges must be of the period [2027-02-01, 2027-03-01),"
                        + " but was [2026-02-01, 2026-03-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> february().daysSalesOutstanding(OVERDUE).build())
                .withMessage("daysSalesOutstanding must be in [DAYS], but was PERCENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> february().outstanding(OVERDUE).build())
                .withMessage("outstanding must be in [MONEY], but was PERCENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> february().billingVolume(OVERDUE).build())
                .withMessage("billingVolume must be in [COUNT, MONEY], but was PERCENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManagementSummary.of(month(14)).build())
                .withMessage("billingVolume must be given");
        var other = new Figure(OVERDUE, month(13));
        ManagementSummary summary = february().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ManagementSummary(
                        summary.period(),
                        summary.billingVolume(),
                        summary.collectionRate(),
                        summary.outstanding(),
                        other,
                        summary.daysSalesOutstanding(),
                        summary.aging(),
                        List.of()))
                .withMessage("overdue must be of the period [2027-02-01, 2027-03-01),"
                        + " but was [2027-01-01, 2027-02-01)");
    }

    @Test
    void refusesSeveralCurrencies() {
        var dollars = new AgingTable(List.of(Row.of("current", Amount.of("1", "USD"), 1)));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> february().aging(dollars).build())
                .satisfies(mismatch -> assertThat(mismatch.actual()).isEqualTo("EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() ->
                        new AgingTable(List.of(AGING.rows().get(0), Row.of("1-30", Amount.of("1", "USD"), 1))));
    }

    @Test
    void anAgingHasEachAgeOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgingTable(List.of()))
                .withMessage("rows must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AgingTable(List.of(AGING.rows().get(0), AGING.rows().get(0))))
                .withMessage("rows must have each name once, but was current");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.of("1-30", Amount.of("1", "EUR"), -1))
                .withMessage("items must not be negative, but was -1");
    }

    @Test
    void everythingCanBeShipped() throws Exception {
        var change = new Change(
                share(13, 20, 100, Given.item("R-1", 20, 100)), share(14, 30, 100, Given.item("R-1", 30, 100)));
        ChangeFinding finding = ChangeLimit.percent("10")
                .find(change)
                .orElseThrow()
                .within(new Slice(Dimension.CUSTOMER, "ACME"))
                .explainedBy(Contributions.ofItems(change));
        ManagementSummary summary = february().topChanges(List.of(finding)).build();
        assertThat(Given.shipped(summary)).isEqualTo(summary).hasSameHashCodeAs(summary);
        SlicedSeries sliced = SlicedSeries.of(Dimension.CUSTOMER, OVERDUE, Map.of("A", OVERDUE));
        assertThat(Given.shipped(sliced)).isEqualTo(sliced).hasToString("overdue.amount by customer, 1 key");
        var contributions = (Contributions) Given.shipped(Contributions.ofItems(change));
        assertThat(contributions.lines()).hasSize(1);
        assertThat(contributions)
                .isEqualTo(Contributions.ofItems(change))
                .hasSameHashCodeAs(Contributions.ofItems(change))
                .hasToString("1 contribution by item");
        MovingAverage average = MovingAverage.of(3).alsoFor("returns");
        assertThat(Given.shipped(average)).isEqualTo(average);
        Contributions.Top top = Contributions.ofItems(change).top(1).orElseThrow();
        assertThat(Given.shipped(top)).isEqualTo(top);
    }

    @Test
    void aCollectionRateIsInPercent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        february().collectionRate(series(Given.days(14, "3"))).build())
                .withMessage("collectionRate must be in [PERCENT], but was DAYS");
    }

    @Test
    void nothingMayBeOfAnAge() {
        assertThat(Row.of("over 90", Amount.of("0.00", "EUR"), 0).items()).isZero();
    }
}
