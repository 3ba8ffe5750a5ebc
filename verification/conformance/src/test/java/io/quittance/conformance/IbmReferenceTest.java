package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Distribution;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Reduction;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.RepeatBusiness;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AgedReceivables;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.DaysToPayPercentile;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.ExpectedCreditLoss;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.MonthlyTotals;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.RollRow;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.ledger.LedgerFigures;
import io.quittance.kpi.ledger.LedgerReadings;
import io.quittance.kpi.ledger.ReceivableReadings;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.RequiredTargets;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.time.FiscalCalendar;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every figure that reference.json of the IBM receivables has, computed by another program, is what the KPIs answer: from columns, from a ledger, or from events. A field of the file that is not
 * compared fails.
 */
class IbmReferenceTest {
    private static final List<String> BUCKETS = List.of("current", "d1_30", "d31_60", "d61_90", "d90_plus");
    private static final AgingBuckets AGES = AgingBuckets.days(30, 60, 90);
    private static final Ledger LEDGER = IbmReceivables.ledger();
    private static final LedgerFigures FIGURES =
            LedgerFigures.of(LEDGER, AsOf.endOf(IbmReceivables.LAST.atEndOfMonth()));
    private static final ReceivableReadings READINGS =
            ReceivableReadings.of(IbmReceivables.book(), AsOf.endOf(IbmReceivables.LAST.atEndOfMonth()));
    private static final List<IbmInvoice> INVOICES = IbmReceivables.INVOICES;
    private static final ServicePeriod WHOLE = IbmReceivables.WHOLE;

    private final Reference reference = new Reference();

    /** Each has its test below; what is said of the file itself is the first one. */
    @Test
    void everyPartOfTheFileIsCompared() throws NoSuchAlgorithmException {
        assertThat(IbmReceivables.REFERENCE.propertyNames())
                .containsExactlyInAnyOrder(
                        "dataset",
                        "sha256",
                        "definitions",
                        "totals",
                        "payment_behaviour",
                        "disputes",
                        "invoice_delivery",
                        "aging",
                        "monthly",
                        "roll_matrix_amounts",
                        "roll_matrix_pct",
                        "by_country",
                        "by_customer",
                        "quarterly",
                        "provision_matrix_example");
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(IbmReceivables.bytes("WA_Fn-UseC_-Accounts-Receivable.csv"));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(part("sha256").asString());
    }

    @Test
    void totals() {
        var billed = IbmReceivables.billed(WHOLE, INVOICES);
        Fraction count = value(BillingVolume.invoices().compute(billed));
        Fraction gross = value(BillingVolume.gross().compute(billed));
        Distribution amounts = Distribution.of(
                INVOICES.stream().map(invoice -> invoice.amount().toFraction()).toList());
        hold(
                "totals",
                Map.ofEntries(
                        Map.entry("count", count),
                        Map.entry("invoiced", gross),
                        Map.entry("average_invoice", gross.dividedBy(count)),
                        Map.entry("min_invoice", amounts.min().orElseThrow()),
                        Map.entry("max_invoice", amounts.max().orElseThrow()),
                        Map.entry("customers", count(RepeatBusiness.inPeriod().compute(billed))),
                        Map.entry("countries", by(IbmInvoice::country).size()),
                        Map.entry("first_invoice", first(IbmInvoice::issued)),
                        Map.entry("last_invoice", last(IbmInvoice::issued)),
                        Map.entry("first_settlement", first(IbmInvoice::settled)),
                        Map.entry("last_settlement", last(IbmInvoice::settled))));
        assertThat(reference.compared()).isEqualTo(11);
    }

    @Test
    void paymentBehaviour() {
        var paid = IbmReceivables.paid(WHOLE, INVOICES);
        List<IbmInvoice> late =
                INVOICES.stream().filter(invoice -> daysLate(invoice) > 0).toList();
        Fraction count = Fraction.of(count(DaysBeyondTerms.clamped().compute(paid)));
        Fraction lateCount = Fraction.of(count(DaysBeyondTerms.lateOnly().compute(paid)));
        Fraction lateAmount = gross(late);
        Distribution daysLate = daysLate(INVOICES);
        hold(
                "payment_behaviour",
                Map.ofEntries(
                        Map.entry("late_count", lateCount),
                        Map.entry("late_pct_count", percent(lateCount, count)),
                        Map.entry("late_amount", lateAmount),
                        Map.entry("late_pct_amount", percent(lateAmount, gross(INVOICES))),
                        Map.entry("on_time_pct_count", percent(count.minus(lateCount), count)),
                        Map.entry(
                                "average_days_late_all",
                                DaysBeyondTerms.clamped().compute(paid)),
                        Map.entry(
                                "average_days_late_late_only",
                                DaysBeyondTerms.lateOnly().compute(paid)),
                        Map.entry(
                                "weighted_days_late_all",
                                DaysBeyondTerms.clampedWeighted().compute(paid)),
                        Map.entry("dbt_signed_simple", DaysBeyondTerms.signed().compute(paid)),
                        Map.entry(
                                "dbt_signed_weighted",
                                DaysBeyondTerms.signedWeighted().compute(paid)),
                        Map.entry("average_days_to_pay", DaysToPay.average().compute(paid)),
                        Map.entry(
                                "weighted_average_days_to_pay",
                                DaysToPay.weighted().compute(paid)),
                        Map.entry(
                                "days_to_pay_percentiles_nearest_rank",
                                percentiles(
                                        Set.of(5, 25, 50, 75, 90, 95, 99),
                                        percent -> DaysToPayPercentile.of(percent, PercentileMethod.NEAREST_RANK)
                                                .compute(paid))),
                        Map.entry(
                                "days_to_pay_percentiles_linear_type7",
                                percentiles(
                                        Set.of(5, 25, 50, 75, 90, 95, 99),
                                        percent -> DaysToPayPercentile.of(percent, PercentileMethod.INCLUSIVE)
                                                .compute(paid))),
                        Map.entry(
                                "days_late_percentiles_nearest_rank",
                                percentiles(
                                        Set.of(50, 75, 90, 95, 99),
                                        percent -> daysLate.percentile(
                                                        BigDecimal.valueOf(percent), PercentileMethod.NEAREST_RANK)
                                                .orElseThrow())),
                        Map.entry("max_days_late", daysLate.max().orElseThrow()),
                        Map.entry(
                                "max_days_to_pay",
                                DaysToPayPercentile.of(100, PercentileMethod.NEAREST_RANK)
                                        .compute(paid))));
        assertThat(reference.compared()).isEqualTo(14 + 7 + 7 + 5);
    }

    /** 561 of 2,466 were contested in full. */
    @Test
    void disputes() {
        List<IbmInvoice> disputed =
                INVOICES.stream().filter(IbmInvoice::disputed).toList();
        List<IbmInvoice> others =
                INVOICES.stream().filter(invoice -> !invoice.disputed()).toList();
        CollectionFigures figures = disputes(INVOICES);
        KpiResult byCount = DisputeRate.byCount().compute(figures);
        KpiResult byAmount = DisputeRate.byAmount().compute(figures);
        hold(
                "disputes",
                Map.of(
                        "disputed_count", numerator(byCount),
                        "disputed_pct_count", byCount,
                        "disputed_amount", numerator(byAmount),
                        "disputed_pct_amount", byAmount,
                        "average_days_late_disputed", ofPaid(DaysBeyondTerms.clamped(), disputed),
                        "average_days_late_undisputed", ofPaid(DaysBeyondTerms.clamped(), others),
                        "average_days_to_pay_disputed", ofPaid(DaysToPay.average(), disputed),
                        "average_days_to_pay_undisputed", ofPaid(DaysToPay.average(), others)));
        assertThat(reference.compared()).isEqualTo(8);
    }

    @Test
    void invoiceDelivery() {
        var ways = new LinkedHashMap<String, Object>();
        by(invoice -> invoice.electronic() ? "Electronic" : "Paper")
                .forEach((way, invoices) -> ways.put(
                        way,
                        Map.of(
                                "count", BillingVolume.invoices().compute(IbmReceivables.billed(WHOLE, invoices)),
                                "pct_count", percent(Fraction.of(invoices.size()), Fraction.of(INVOICES.size())),
                                "average_days_late", ofPaid(DaysBeyondTerms.clamped(), invoices))));
        hold("invoice_delivery", ways);
        assertThat(reference.compared()).isEqualTo(6);
    }

    /** 34 days, from the report and from the figures of the month up to the day. */
    @Test
    void aging() {
        for (JsonNode expected : part("aging")) {
            LocalDate date = LocalDate.parse(expected.get("as_of").asString());
            AgingRow row = AgingReport.of(LEDGER.asOf(date), AGES).total();
            CollectionFigures figures = FIGURES.of(ServicePeriod.closed(date.withDayOfMonth(1), date));
            KpiResult byCount = OverdueShare.byCount().compute(figures);
            reference.hold(
                    "aging " + date,
                    expected,
                    Map.of(
                            "as_of", date,
                            "open_count", row.open().count(),
                            "open_amount", OutstandingReceivables.gross().compute(figures),
                            "buckets", buckets(row),
                            "overdue_count", numerator(byCount),
                            "overdue_amount", OutstandingReceivables.overdue().compute(figures),
                            "overdue_pct_amount", OverdueShare.byAmount().compute(figures),
                            "overdue_pct_count", byCount,
                            "current_pct_amount", AgeShare.current().compute(figures)));
            assertThat(row.open().amount()).isEqualTo(row.balance());
        }
        assertThat(reference.compared()).isEqualTo(34 * 18);
        assertThat(reference.reasons())
                .isEqualTo(Map.of(
                        "overdue_pct_amount", Set.of("NO_OPEN_ITEMS"),
                        "overdue_pct_count", Set.of("NO_OPEN_ITEMS"),
                        "current_pct_amount", Set.of("NO_OPEN_ITEMS")));
    }

    private static Map<String, Object> buckets(AgingRow row) {
        var buckets = new LinkedHashMap<String, Object>();
        for (int i = 0; i < BUCKETS.size(); i++) {
            AgedAmount aged = row.buckets().get(i);
            buckets.put(BUCKETS.get(i), Map.of("count", aged.count(), "amount", aged.amount()));
        }
        return buckets;
    }

    @Test
    void monthlyOfColumns() {
        holdMonths(IbmReceivables.ofColumns());
    }

    @Test
    void monthlyOfALedger() {
        holdMonths(IbmReceivables.ofLedger(LEDGER));
    }

    @Test
    void monthlyOfInvoicesAndPayments() {
        holdMonths(READINGS.figures().monthly(IbmReceivables.FIRST, IbmReceivables.LAST));
    }

    /** What is open by the month of its invoice comes to the DSO that the months above are held by. */
    @Test
    void originsOfInvoicesAndPayments() {
        var months = IbmReceivables.ofColumns();
        for (YearMonth month : months.keySet()) {
            OriginFigures origins = READINGS.origins(ServicePeriod.of(month));
            OriginFigures expected = IbmReceivables.origins(month, months);
            for (OriginDso dso : List.of(OriginDso.byInvoice(), OriginDso.byMonth())) {
                assertThat(dso.compute(origins).value())
                        .isEqualTo(dso.compute(expected).value());
            }
        }
    }

    /** Of each customer by itself, the last one first. */
    @Test
    void totalsOfEachCustomerAddUpToThoseOfAll() {
        MonthlyTotals sum = new TreeMap<>(by(IbmInvoice::customer))
                .descendingMap().values().stream()
                        .map(IbmReceivables::totals)
                        .reduce(MonthlyTotals::plus)
                        .orElseThrow();
        assertThat(sum.figures()).isEqualTo(IbmReceivables.ofColumns());
    }

    /** What flows in the months of a period flows in the period; what stands at its end is that of the last. */
    @Test
    void monthsAddUpToTheWhole() {
        var months = IbmReceivables.ofLedger(LEDGER).values();
        CollectionFigures whole = FIGURES.of(WHOLE);
        assertThat(whole.collected()).contains(sum(months, CollectionFigures::collected));
        assertThat(whole.sales().get(0).creditSales())
                .isEqualTo(sum(
                        months,
                        month -> Optional.of(
                                month.sales().get(month.sales().size() - 1).creditSales())));
        assertThat(whole.dueCohortPaidByDueDate().map(CollectionFigures.ShareOf::part))
                .contains(sum(months, month -> month.dueCohortPaidByDueDate().map(CollectionFigures.ShareOf::part)));
        assertThat(whole.dueCohortPaidByDueDate().map(CollectionFigures.ShareOf::whole))
                .contains(sum(months, month -> month.dueCohortPaidByDueDate().map(CollectionFigures.ShareOf::whole)));
        assertThat(whole.daysLate().map(CollectionFigures.DaysLate::days))
                .contains(months.stream()
                        .mapToLong(month -> month.daysLate().orElseThrow().days())
                        .sum());
        assertThat(whole.daysLate().map(CollectionFigures.DaysLate::invoices)).contains(2_466L);
        assertThat(whole.closingReceivables()).contains(Amount.zero(IbmReceivables.USD));
    }

    private static Amount sum(
            Collection<CollectionFigures> months, Function<CollectionFigures, Optional<Amount>> figure) {
        return months.stream()
                .map(month -> figure.apply(month).orElseThrow())
                .reduce(Amount.zero(IbmReceivables.USD), Amount::add);
    }

    private void holdMonths(SortedMap<YearMonth, CollectionFigures> months) {
        assertThat(months).hasSize(part("monthly").size());
        for (JsonNode expected : part("monthly")) {
            YearMonth month = YearMonth.parse(expected.get("month").asString());
            reference.hold("monthly " + month, expected, month(month, months));
        }
        assertThat(reference.compared()).isEqualTo(25 * 30);
        assertThat(reference.reasons())
                .isEqualTo(Map.ofEntries(
                        Map.entry("dso_simple_month", Set.of("NO_SALES")),
                        Map.entry("dso_average_balance", Set.of("NO_SALES")),
                        Map.entry("dso_rolling_3m", Set.of("HISTORY_TOO_SHORT")),
                        Map.entry("dso_rolling_12m", Set.of("HISTORY_TOO_SHORT")),
                        Map.entry("dso_month_annualised", Set.of("NO_SALES")),
                        Map.entry("best_possible_dso", Set.of("NO_SALES")),
                        Map.entry("average_days_delinquent", Set.of("NO_SALES")),
                        Map.entry("ar_turnover_12m", Set.of("MISSING_INPUT")),
                        Map.entry("due_cohort_paid_by_due_pct", Set.of("NOTHING_COLLECTABLE")),
                        Map.entry("due_cohort_paid_by_month_end_pct", Set.of("NOTHING_COLLECTABLE"))));
    }

    private static Map<String, Object> month(YearMonth month, SortedMap<YearMonth, CollectionFigures> months) {
        CollectionFigures figures = figures(months, month);
        OriginFigures origins = IbmReceivables.origins(month, months);
        ServicePeriod period = ServicePeriod.of(month);
        SalesPeriod sales = figures.sales().get(figures.sales().size() - 1);
        Amount opening = figures.openingReceivables().orElseThrow();
        Amount closing = figures.closingReceivables().orElseThrow();
        Amount collected = figures.collected().orElseThrow();
        KpiResult stopping = DaysSalesOutstanding.countback(DaysSalesOutstanding.ZeroSales.STOP)
                .compute(figures);
        var paid = IbmReceivables.paid(period, INVOICES);
        return Map.ofEntries(
                Map.entry("month", month),
                Map.entry("days", sales.days()),
                Map.entry("invoices", BillingVolume.invoices().compute(IbmReceivables.billed(period, INVOICES))),
                Map.entry("sales", sales.creditSales()),
                Map.entry("opening_ar", opening),
                Map.entry("collections", collected),
                Map.entry("closing_ar", OutstandingReceivables.net().compute(figures)),
                Map.entry("closing_current", figures.current().orElseThrow()),
                Map.entry(
                        "check_rollforward",
                        opening.add(sales.creditSales()).subtract(collected).equals(closing)),
                Map.entry("dso_simple_month", DaysSalesOutstanding.simple().compute(figures)),
                Map.entry("dso_average_balance", DaysSalesOutstanding.average().compute(figures)),
                Map.entry("dso_rolling_3m", DaysSalesOutstanding.rolling(3).compute(figures)),
                Map.entry("dso_rolling_12m", DaysSalesOutstanding.rolling(12).compute(figures)),
                Map.entry(
                        "dso_month_annualised",
                        DaysSalesOutstanding.monthAnnualised().compute(figures)),
                Map.entry("dso_countback_jde", DaysSalesOutstanding.countback().compute(figures)),
                Map.entry("dso_countback_hfm", stopping),
                Map.entry(
                        "dso_countback_hfm_history_exhausted",
                        stopping.basis().notes().contains("HISTORY_EXHAUSTED")),
                Map.entry("dso_true", OriginDso.byInvoice().compute(origins)),
                Map.entry(
                        "dso_sales_weighted_by_invoice_month",
                        OriginDso.byMonth().compute(origins)),
                Map.entry(
                        "best_possible_dso", DaysSalesOutstanding.bestPossible().compute(figures)),
                Map.entry("average_days_delinquent", new AverageDaysDelinquent().compute(figures)),
                Map.entry("cei", CollectionEffectiveness.ofPeriod().compute(figures)),
                Map.entry("ar_turnover_12m", ReceivablesTurnover.ofPeriod().compute(year(month, months))),
                Map.entry("collection_rate_period", CollectionRate.ofPeriod().compute(figures)),
                Map.entry(
                        "due_in_month",
                        figures.dueCohortPaidByDueDate().orElseThrow().whole()),
                Map.entry(
                        "due_cohort_paid_by_due_pct",
                        CollectionRate.ofDueCohortByDueDate().compute(figures)),
                Map.entry(
                        "due_cohort_paid_by_month_end_pct",
                        CollectionRate.ofDueCohortByPeriodEnd().compute(figures)),
                Map.entry("settled_count", count(DaysToPay.average().compute(paid))),
                Map.entry("average_days_late_of_settled", new AverageDaysLate().compute(figures)),
                Map.entry("average_days_to_pay_of_settled", DaysToPay.average().compute(paid)));
    }

    /** The twelve months up to this one; what was owed at their beginning is not known of the first eleven. */
    private static CollectionFigures year(YearMonth last, SortedMap<YearMonth, CollectionFigures> months) {
        YearMonth first = last.minusMonths(11);
        ServicePeriod period = ServicePeriod.closed(first.atDay(1), last.atEndOfMonth());
        Amount sold = months.subMap(first, last.plusMonths(1)).values().stream()
                .map(figures -> figures.sales().get(figures.sales().size() - 1).creditSales())
                .reduce(Amount.zero(IbmReceivables.USD), Amount::add);
        CollectionFigures.Builder year = CollectionFigures.builder()
                .period(period)
                .closingReceivables(figures(months, last).closingReceivables().orElseThrow())
                .sales(SalesPeriod.of(period, sold));
        if (months.containsKey(first)) {
            year.openingReceivables(figures(months, first).openingReceivables().orElseThrow());
        }
        return year.build();
    }

    @Test
    void quarterly() {
        List<CollectionFigures> quarters = new ArrayList<>();
        for (JsonNode expected : part("quarterly")) {
            String name = expected.get("quarter").asString();
            YearMonth first = YearMonth.of(Integer.parseInt(name.substring(0, 4)), (3 * (name.charAt(6) - '1')) + 1);
            CollectionFigures before = quarters.isEmpty()
                    ? FIGURES.of(ServicePeriod.closed(
                            first.minusMonths(3).atDay(1), first.atDay(1).minusDays(1)))
                    : quarters.get(quarters.size() - 1);
            CollectionFigures figures = FIGURES.of(
                    new ServicePeriod(first.atDay(1), first.plusMonths(3).atDay(1)));
            quarters.add(figures);
            reference.hold("quarterly " + name, expected, quarter(name, before, figures));
        }
        assertThat(reference.compared()).isEqualTo(8 * 12);
        assertThat(reference.reasons()).isEqualTo(Map.of("dso_change_pct_vs_prev", Set.of("NO_SALES")));
    }

    private static Map<String, Object> quarter(String name, CollectionFigures before, CollectionFigures figures) {
        Kpi<CollectionFigures> dso = DaysSalesOutstanding.simple();
        KpiResult was = dso.compute(before);
        KpiResult now = dso.compute(figures);
        KpiResult reduction = Reduction.of(dso.definition()).compute(new Reduction.Results(was, now));
        return Map.ofEntries(
                Map.entry("quarter", name),
                Map.entry("sales", figures.sales().get(0).creditSales()),
                Map.entry("days", figures.period().orElseThrow().days()),
                Map.entry("opening_ar", figures.openingReceivables().orElseThrow()),
                Map.entry("closing_ar", figures.closingReceivables().orElseThrow()),
                Map.entry("dso", now),
                Map.entry(
                        "best_possible_dso", DaysSalesOutstanding.bestPossible().compute(figures)),
                Map.entry("add", new AverageDaysDelinquent().compute(figures)),
                Map.entry("cei", CollectionEffectiveness.ofPeriod().compute(figures)),
                Map.entry("overdue_pct", OverdueShare.byAmount().compute(figures)),
                Map.entry(
                        "dso_change_pct_vs_prev",
                        reduction.match(less -> (Object) less.exact().negated(), undefined -> undefined)),
                Map.entry("target_dso_minus_10pct_met", isMet(was, now)));
    }

    /** Whether the required target was met; nothing where there is no quarter before. */
    private static Optional<Boolean> isMet(KpiResult was, KpiResult now) {
        ServicePeriod before = was.basis().period().orElseThrow();
        var target = new RequiredTargets("all customers", FiscalCalendar.calendarYears())
                .dsoDownTenPercent(Baseline.measuredIn(before));
        ScorecardRow row = ScorecardRow.of(target, now, was)
                .asOf(now.basis().period().orElseThrow().lastDay());
        return switch (row.status()) {
            case MET -> Optional.of(true);
            case MISSED -> Optional.of(false);
            case NO_DATA -> Optional.empty();
            case ON_TRACK, BEHIND -> throw new AssertionError(row);
        };
    }

    /** What was open at the end of a month, and where it is a month later; over all months. */
    @Test
    void rollMatrix() {
        Migration migration = Stream.iterate(
                        IbmReceivables.FIRST,
                        month -> month.isBefore(IbmReceivables.LAST),
                        month -> month.plusMonths(1))
                .map(month -> LedgerReadings.of(
                                LEDGER, AsOf.endOf(month.plusMonths(1).atEndOfMonth()))
                        .migration(month.atEndOfMonth(), month.plusMonths(1).atEndOfMonth(), AGES))
                .reduce(Migration::plus)
                .orElseThrow();
        List<RollRow> percents = migration.percents();
        var amounts = new TreeMap<String, Object>();
        var shares = new TreeMap<String, Object>();
        for (int i = 0; i < BUCKETS.size(); i++) {
            Migration.Row row = migration.rows().get(i);
            amounts.put(BUCKETS.get(i), rollRow(row.to(), row.settled()));
            RollRow percent = percents.get(i);
            shares.put(
                    BUCKETS.get(i),
                    percent.settled().value().isPresent()
                            ? rollRow(percent.to(), percent.settled())
                            : Optional.empty());
        }
        hold("roll_matrix_amounts", amounts);
        assertThat(reference.compared()).isEqualTo(5 * 6);
        hold("roll_matrix_pct", shares);
        assertThat(reference.compared()).isEqualTo((5 * 6) + (3 * 6) + 2);
    }

    private static SortedMap<String, Object> rollRow(List<?> to, Object settled) {
        var row = new TreeMap<String, Object>();
        for (int i = 0; i < BUCKETS.size(); i++) {
            row.put(BUCKETS.get(i), to.get(i));
        }
        row.put("settled", settled);
        return row;
    }

    @Test
    void byCountry() {
        holdGroups("by_country", by(IbmInvoice::country), 5);
    }

    @Test
    void byCustomer() {
        holdGroups("by_customer", by(IbmInvoice::customer), 100);
    }

    private void holdGroups(String part, SortedMap<String, List<IbmInvoice>> groups, int size) {
        var answers = new LinkedHashMap<String, Object>();
        groups.forEach((group, invoices) -> answers.put(
                group,
                Map.of(
                        "count", BillingVolume.invoices().compute(IbmReceivables.billed(WHOLE, invoices)),
                        "amount", BillingVolume.gross().compute(IbmReceivables.billed(WHOLE, invoices)),
                        "late_count", count(ofPaid(DaysBeyondTerms.lateOnly(), invoices)),
                        "average_days_late", ofPaid(DaysBeyondTerms.clamped(), invoices),
                        "weighted_days_to_pay", ofPaid(DaysToPay.weighted(), invoices),
                        "disputed_count", numerator(DisputeRate.byCount().compute(disputes(invoices))))));
        hold(part, answers);
        assertThat(reference.compared()).isEqualTo(size * 6);
    }

    @Test
    void provisionMatrix() {
        for (JsonNode expected : part("provision_matrix_example").get("results")) {
            LocalDate date = LocalDate.parse(expected.get("as_of").asString());
            AgingRow row = AgingReport.of(LEDGER.asOf(date), AGES).total();
            List<String> rates = expected.get("rates_pct")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            var buckets = new ArrayList<AgedReceivables.Bucket>();
            for (int i = 0; i < BUCKETS.size(); i++) {
                buckets.add(AgedReceivables.Bucket.of(
                        BUCKETS.get(i), row.buckets().get(i).amount(), new BigDecimal(rates.get(i))));
            }
            reference.hold(
                    "provision_matrix_example " + date,
                    expected,
                    Map.of(
                            "as_of",
                            date,
                            "rates_pct",
                            rates,
                            "allowance",
                            new ExpectedCreditLoss().compute(new AgedReceivables(buckets)),
                            "per_bucket",
                            buckets.stream().map(AgedReceivables.Bucket::loss).toList()));
        }
        assertThat(reference.compared()).isEqualTo(3 * 12);
    }

    private void hold(String part, Map<String, ?> actual) {
        reference.hold(part, part(part), actual);
    }

    private static JsonNode part(String name) {
        return IbmReceivables.REFERENCE.get(name);
    }

    private static CollectionFigures figures(SortedMap<YearMonth, CollectionFigures> months, YearMonth month) {
        return Objects.requireNonNull(months.get(month), month.toString());
    }

    private static SortedMap<String, List<IbmInvoice>> by(Function<IbmInvoice, String> key) {
        return INVOICES.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static KpiResult ofPaid(Kpi<EventFigures<PaidInvoice>> kpi, Collection<IbmInvoice> invoices) {
        return kpi.compute(IbmReceivables.paid(WHOLE, invoices));
    }

    private static CollectionFigures disputes(List<IbmInvoice> invoices) {
        List<IbmInvoice> disputed =
                invoices.stream().filter(IbmInvoice::disputed).toList();
        return CollectionFigures.builder()
                .period(WHOLE)
                .disputed(sum(disputed), sum(invoices))
                .disputedInvoices(disputed.size(), invoices.size())
                .build();
    }

    private static Amount sum(List<IbmInvoice> invoices) {
        return invoices.stream().map(IbmInvoice::amount).reduce(Amount.zero(IbmReceivables.USD), Amount::add);
    }

    private static Fraction gross(List<IbmInvoice> invoices) {
        return value(BillingVolume.gross().compute(IbmReceivables.billed(WHOLE, invoices)));
    }

    private static Distribution daysLate(List<IbmInvoice> invoices) {
        return Distribution.of(
                invoices.stream().map(invoice -> Fraction.of(daysLate(invoice))).toList());
    }

    private static long daysLate(IbmInvoice invoice) {
        return Math.max(0, ChronoUnit.DAYS.between(invoice.due(), invoice.settled()));
    }

    private static LocalDate first(Function<IbmInvoice, LocalDate> date) {
        return INVOICES.stream().map(date).min(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate last(Function<IbmInvoice, LocalDate> date) {
        return INVOICES.stream().map(date).max(LocalDate::compareTo).orElseThrow();
    }

    private static Map<String, Object> percentiles(Set<Integer> percents, Function<Integer, Object> value) {
        var percentiles = new TreeMap<String, Object>();
        percents.forEach(percent -> percentiles.put(Integer.toString(percent), value.apply(percent)));
        return percentiles;
    }

    private static Fraction percent(Fraction part, Fraction whole) {
        return part.dividedBy(whole).times(Fraction.of(100));
    }

    private static Fraction value(KpiResult result) {
        return result.value().orElseThrow();
    }

    private static long count(KpiResult result) {
        return result.basis().count().orElseThrow();
    }

    private static Fraction numerator(KpiResult result) {
        return result.basis().numerator().orElseThrow();
    }
}
