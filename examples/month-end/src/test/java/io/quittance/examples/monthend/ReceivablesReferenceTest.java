package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Status;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What reference.json of the IBM receivables says, held against the ledger and the KPIs, at the precision given there. */
class ReceivablesReferenceTest {
    private static final List<String> BUCKETS = List.of("current", "d1_30", "d31_60", "d61_90", "d90_plus");
    private static final JsonNode REFERENCE = Shipped.reference("ibm-ar");
    private static final KpiJob.Result KPIS = Shipped.CLOSE.asRemitted().kpis();

    static Stream<JsonNode> aging() {
        return REFERENCE.get("aging").valueStream();
    }

    static Stream<JsonNode> monthly() {
        return REFERENCE.get("monthly").valueStream();
    }

    static Stream<JsonNode> quarterly() {
        return REFERENCE.get("quarterly").valueStream();
    }

    @ParameterizedTest
    @MethodSource("aging")
    void agingIsThatOfTheReference(JsonNode expected) {
        LocalDate date = LocalDate.parse(expected.get("as_of").asString());
        AgingRow row = AgingReport.of(
                        Shipped.CLOSE.asRemitted().receivables().ledger().asOf(date), KpiJob.AGING)
                .total();
        for (int i = 0; i < BUCKETS.size(); i++) {
            JsonNode bucket = expected.get("buckets").get(BUCKETS.get(i));
            AgedAmount aged = row.buckets().get(i);
            assertThat(aged.count()).isEqualTo(bucket.get("count").asInt());
            assertThat(Text.money(aged.amount())).isEqualTo(bucket.get("amount").asString());
        }
        assertThat(row.open().count()).isEqualTo(expected.get("open_count").asInt());
        assertThat(Text.money(row.open().amount()))
                .isEqualTo(expected.get("open_amount").asString());
        assertThat(row.onAccount().signum()).isZero();
    }

    @ParameterizedTest
    @MethodSource("aging")
    void overdueSharesAreThoseOfTheReference(JsonNode expected) {
        LocalDate date = LocalDate.parse(expected.get("as_of").asString());
        CollectionFigures figures = KPIS.figures().of(new ServicePeriod(date.withDayOfMonth(1), date.plusDays(1)));
        assertThat(text(OverdueShare.byAmount().compute(figures))).isEqualTo(text(expected.get("overdue_pct_amount")));
        assertThat(text(OverdueShare.byCount().compute(figures))).isEqualTo(text(expected.get("overdue_pct_count")));
    }

    @ParameterizedTest
    @MethodSource("monthly")
    void figuresOfEachMonthAreThoseOfTheReference(JsonNode expected) {
        CollectionFigures figures = month(expected).figures();
        assertThat(figures.openingReceivables().map(Text::money))
                .contains(expected.get("opening_ar").asString());
        assertThat(figures.closingReceivables().map(Text::money))
                .contains(expected.get("closing_ar").asString());
        assertThat(figures.collected().map(Text::money))
                .contains(expected.get("collections").asString());
        var sales = figures.sales().get(figures.sales().size() - 1);
        assertThat(Text.money(sales.creditSales()))
                .isEqualTo(expected.get("sales").asString());
        assertThat(sales.days()).isEqualTo(Fraction.of(expected.get("days").asInt()));
    }

    @ParameterizedTest
    @MethodSource("monthly")
    void kpisOfEachMonthAreThoseOfTheReference(JsonNode expected) {
        KpiJob.Month month = month(expected);
        assertThat(text(month.result(DaysSalesOutstanding.simple()))).isEqualTo(text(expected.get("dso_simple_month")));
        assertThat(text(month.result(DaysSalesOutstanding.countback())))
                .isEqualTo(text(expected.get("dso_countback_jde")));
        assertThat(text(month.result(CollectionRate.ofPeriod())))
                .isEqualTo(text(expected.get("collection_rate_period")));
        assertThat(text(month.result(CollectionRate.ofDueCohortByDueDate())))
                .isEqualTo(text(expected.get("due_cohort_paid_by_due_pct")));
        assertThat(text(month.result(CollectionRate.ofDueCohortByPeriodEnd())))
                .isEqualTo(text(expected.get("due_cohort_paid_by_month_end_pct")));
        assertThat(text(month.result(new AverageDaysLate())))
                .isEqualTo(text(expected.get("average_days_late_of_settled")));
    }

    @ParameterizedTest
    @MethodSource("monthly")
    void countbackThatStopsIsThatOfTheReference(JsonNode expected) {
        Kpi<CollectionFigures> stopping = DaysSalesOutstanding.countback(DaysSalesOutstanding.ZeroSales.STOP);
        KpiResult result = stopping.compute(month(expected).figures());
        assertThat(text(result)).isEqualTo(text(expected.get("dso_countback_hfm")));
        assertThat(result.basis().notes().contains("HISTORY_EXHAUSTED"))
                .isEqualTo(expected.get("dso_countback_hfm_history_exhausted").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("quarterly")
    void quarterlyDsoIsThatOfTheReference(JsonNode expected) {
        String name = expected.get("quarter").asString();
        YearMonth first = YearMonth.of(Integer.parseInt(name.substring(0, 4)), 3 * (name.charAt(6) - '1') + 1);
        CollectionFigures figures = KPIS.figures()
                .of(new ServicePeriod(first.atDay(1), first.plusMonths(3).atDay(1)));
        assertThat(text(DaysSalesOutstanding.simple().compute(figures))).isEqualTo(text(expected.get("dso")));
        assertThat(text(OverdueShare.byAmount().compute(figures))).isEqualTo(text(expected.get("overdue_pct")));
        assertThat(KPIS.quarters())
                .filteredOn(quarter -> quarter.name().equals(name))
                .extracting(quarter -> text(quarter.dso()))
                .containsExactly(text(expected.get("dso")));
    }

    @Test
    void disputesInTotalAreThoseOfTheReference() {
        JsonNode expected = REFERENCE.get("disputes");
        assertThat(KPIS.disputes())
                .extracting(ReceivablesReferenceTest::text)
                .containsExactly(
                        expected.get("disputed_pct_count").asString(),
                        expected.get("disputed_pct_amount").asString());
    }

    @Test
    void theDsoTargetIsMetAsTheReferenceSays() {
        ScorecardRow row = Shipped.CLOSE.scorecard().get(2);
        boolean expected = quarterly()
                .filter(quarter -> quarter.get("quarter").asString().equals("2013-Q4"))
                .findFirst()
                .orElseThrow()
                .get("target_dso_minus_10pct_met")
                .asBoolean();
        assertThat(row.status() == Status.MET).isEqualTo(expected);
    }

    @Test
    void theScorecardStandsAsTheFiguresSay() {
        assertThat(Shipped.CLOSE.scorecard())
                .extracting(ScorecardRow::status)
                .containsExactly(Status.MET, Status.MET, Status.MET, Status.MISSED, Status.MISSED, Status.NO_DATA);
        assertThat(Shipped.CLOSE.scorecard().get(5).explanation().text())
                .isEqualTo("no value: there were no credit sales in the period");
    }

    @Test
    void whatIsOwedDoesNotDependOnTheStrategy() {
        List<KpiJob.Month> compared = Shipped.CLOSE.compared().kpis().months();
        for (int i = 0; i < compared.size(); i++) {
            assertThat(compared.get(i).aging().total().balance())
                    .isEqualTo(KPIS.months().get(i).aging().total().balance());
        }
    }

    private static KpiJob.Month month(JsonNode expected) {
        return KPIS.month(YearMonth.parse(expected.get("month").asString()));
    }

    private static String text(KpiResult result) {
        return Text.exact(result);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }
}
