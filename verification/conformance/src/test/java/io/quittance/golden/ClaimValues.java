package io.quittance.golden;

import static io.quittance.golden.Dunned.eur;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.ProvisionRate;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.DaysDeductionsOutstanding;
import io.quittance.kpi.billing.DiscrepanciesResolved;
import io.quittance.kpi.billing.DisputeAge;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputeCount;
import io.quittance.kpi.billing.DisputeCycleTime;
import io.quittance.kpi.cash.AutoMatch;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.cash.CashApplicationTime;
import io.quittance.kpi.cash.CollectionProgress;
import io.quittance.kpi.cash.CollectionWork;
import io.quittance.kpi.cash.DunnedClaim;
import io.quittance.kpi.cash.DunningRecovery;
import io.quittance.kpi.cash.PromisedPayment;
import io.quittance.kpi.cash.PromisesKept;
import io.quittance.kpi.cash.Receipt;
import io.quittance.kpi.cash.UnappliedReceiptAge;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AllowanceFigures;
import io.quittance.kpi.collection.AverageCollectionPeriod;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.BadDebtExpense;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.ClosingAllowance;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.Concentration;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.DaysOverdue;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.DaysToPayPercentile;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.DueCohort;
import io.quittance.kpi.collection.ExpectedCreditLoss;
import io.quittance.kpi.collection.LossFlow;
import io.quittance.kpi.collection.LossRate;
import io.quittance.kpi.collection.OpenShare;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.RollRate;
import io.quittance.kpi.collection.RollRates;
import io.quittance.kpi.collection.RolledLossRate;
import io.quittance.kpi.collection.UnappliedCash;
import io.quittance.kpi.collection.WriteOffShare;
import io.quittance.kpi.ledger.DunningFigures;
import io.quittance.kpi.ledger.LedgerFigures;
import io.quittance.kpi.ledger.LedgerPromises;
import io.quittance.kpi.ledger.LedgerReadings;
import io.quittance.kpi.ledger.LedgerReceipts;
import io.quittance.kpi.time.CalendarDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The KPIs of disputes, cash and collection, of the ledger in euros in {@link Claims}. */
final class ClaimValues {
    static final ServicePeriod APRIL = ServicePeriod.of("2026-04-01", "2026-05-01");

    private static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2026-05-01");
    private static final List<ServicePeriod> BEFORE = List.of(
            ServicePeriod.of("2026-01-01", "2026-02-01"),
            ServicePeriod.of("2026-02-01", "2026-03-01"),
            ServicePeriod.of("2026-03-01", "2026-04-01"));
    private static final CalendarDays DAYS = new CalendarDays(ZoneOffset.UTC);
    private static final AgingBuckets BUCKETS = AgingBuckets.days(30, 60, 90);

    private final LedgerReadings readings = LedgerReadings.of(Claims.POSTED.euros(), Claims.END);
    private final List<KpiResult> results = new ArrayList<>();

    private ClaimValues() {}

    static List<KpiResult> all() {
        var values = new ClaimValues();
        LedgerFigures figures = LedgerFigures.of(Claims.POSTED.euros(), Claims.END);
        values.totals(figures.withItems(APRIL, BEFORE));
        values.totals(figures.withItems(YEAR));
        values.paid(values.readings.paidInvoices(YEAR));
        values.risk();
        values.disputes(values.readings.disputes(YEAR, ZoneOffset.UTC));
        values.receipts(LedgerReceipts.of(Claims.POSTED.euros(), ZoneOffset.UTC).figures(YEAR, Claims.END));
        values.dunning();
        // one case was resolved before
        values.disputes(values.readings.disputes(APRIL, ZoneOffset.UTC));
        return values.results;
    }

    private void totals(CollectionFigures figures) {
        Stream.of(
                        DaysSalesOutstanding.simple(),
                        DaysSalesOutstanding.average(),
                        DaysSalesOutstanding.average(2),
                        DaysSalesOutstanding.rolling(3),
                        DaysSalesOutstanding.sapClassic(),
                        DaysSalesOutstanding.sapClassicBusinessWarehouse(),
                        DaysSalesOutstanding.monthAnnualised(),
                        DaysSalesOutstanding.bestPossible(),
                        DaysSalesOutstanding.countback(),
                        DaysSalesOutstanding.countbackOf30DayMonths(DaysSalesOutstanding.ZeroSales.COUNT),
                        DaysSalesOutstanding.countbackInMonths(DaysSalesOutstanding.ZeroSales.STOP),
                        new AverageDaysDelinquent(),
                        CollectionEffectiveness.ofPeriod(),
                        CollectionEffectiveness.withoutWriteOffs(),
                        CollectionEffectiveness.ofAverageSales(2),
                        CollectionRate.ofPeriod(),
                        CollectionRate.gross(),
                        CollectionRate.net(),
                        CollectionRate.ofDueCohortByDueDate(),
                        CollectionRate.ofDueCohortByPeriodEnd(),
                        OverdueShare.byAmount(),
                        OverdueShare.byCount(),
                        new AverageDaysLate(),
                        DisputeRate.byAmount(),
                        DisputeRate.byCount(),
                        ReceivablesTurnover.ofPeriod(),
                        ReceivablesTurnover.annualised(),
                        new AverageCollectionPeriod(),
                        BadDebtRatio.byWriteOffs(),
                        BadDebtRatio.byWriteOffsNetOfRecoveries(),
                        WriteOffShare.ofReceivables(),
                        WriteOffShare.ofOpeningReceivables(),
                        WriteOffShare.byCount(),
                        WriteOffShare.ofSales(),
                        UnappliedCash.ofReceipts(),
                        UnappliedCash.ofReceivables(),
                        AgeShare.current(),
                        AgeShare.overNinetyDays(),
                        OutstandingReceivables.net(),
                        OutstandingReceivables.gross(),
                        OutstandingReceivables.overdue())
                .forEach(kpi -> results.add(kpi.compute(figures)));
    }

    private void paid(EventFigures<PaidInvoice> paid) {
        Stream.of(
                        DaysToPay.average(),
                        DaysToPay.weighted(),
                        DaysToPay.weighted().byInvoiceDate(),
                        DaysToPayPercentile.of(90, PercentileMethod.NEAREST_RANK),
                        DaysToPayPercentile.of(90, PercentileMethod.INCLUSIVE),
                        DaysToPayPercentile.byAmount(50),
                        OpenShare.ofInvoices(),
                        DaysBeyondTerms.signed(),
                        DaysBeyondTerms.signedWeighted(),
                        DaysBeyondTerms.clampedWeighted(),
                        DaysBeyondTerms.signedWeighted().withOpenLate(),
                        DaysBeyondTerms.lateOnly(),
                        new DaysOverdue(),
                        DueCohort.paidLate(),
                        DueCohort.paidOnTime(),
                        DueCohort.paidWithin(30).byAmount())
                .forEach(kpi -> results.add(kpi.compute(paid)));
    }

    private void risk() {
        var matrix = new ProvisionMatrix(
                List.of(
                        ProvisionRate.percent("current", "0.3"),
                        ProvisionRate.percent("1-30", "1.6"),
                        ProvisionRate.percent("31-60", "3.6"),
                        ProvisionRate.percent("61-90", "6.6"),
                        ProvisionRate.percent("over 90", "10.6"),
                        ProvisionRate.percent(ProvisionMatrix.DISPUTED, "25")),
                Rounding.halfUp(2));
        AgingRule rule = AgingRule.of(BUCKETS);
        results.add(new ExpectedCreditLoss().compute(readings.aged(rule, matrix)));
        AllowanceFigures allowance = readings.allowance(APRIL, rule, matrix);
        results.add(BadDebtExpense.byRequiredAllowance().compute(allowance));
        results.add(ClosingAllowance.byRequiredAllowance().compute(allowance));
        results.add(new LossRate().compute(LossFlow.of("31-60", eur("379.82"), eur("12.34"))));
        results.add(new RolledLossRate()
                .compute(new RollRates(List.of(Fraction.of(2203, 100), Fraction.of(7, 2), Fraction.of(1, 3)))));
        results.add(new CollectionProgress()
                .compute(new CollectionWork(List.of(
                        CollectionWork.Line.of("Z-1", eur("700.00"), eur("500.00")),
                        CollectionWork.Line.of("Z-2", eur("333.33"), eur("0.00"))))));
        results.add(Concentration.top(2).compute(readings.balances()));
        results.add(Concentration.herfindahl().compute(readings.balances()));
        Stream.of(OriginDso.byInvoice(), OriginDso.byMonth(), OriginDso.byMonthOf30Days())
                .forEach(kpi -> results.add(kpi.compute(readings.origins(YEAR))));
        var migration = readings.migration(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30), BUCKETS);
        Stream.of(RollRate.cohort(1), RollRate.ratio(2), RollRate.share(2, 3), RollRate.settled(2))
                .forEach(kpi -> results.add(kpi.compute(migration)));
    }

    private void disputes(EventFigures<DisputeCase> cases) {
        for (Statistic statistic : Statistic.values()) {
            results.add(new DisputeAge(statistic, DAYS).compute(cases));
            results.add(new DisputeCycleTime(statistic, DAYS, false).compute(cases));
        }
        results.add(new DaysDeductionsOutstanding(ZoneOffset.UTC).compute(cases));
        results.add(DiscrepanciesResolved.ofStock(ZoneOffset.UTC).compute(cases));
        results.add(DiscrepanciesResolved.ofCohort(ZoneOffset.UTC).compute(cases));
        results.add(DisputeCount.resolvedSuccessfully(ZoneOffset.UTC).compute(cases));
        results.add(DisputeCount.unresolved(ZoneOffset.UTC).compute(cases));
    }

    private void receipts(EventFigures<Receipt> receipts) {
        Stream.of(
                        AutoMatch.byCount(ZoneOffset.UTC),
                        AutoMatch.byAmount(ZoneOffset.UTC),
                        AutoMatch.byLines(ZoneOffset.UTC))
                .forEach(kpi -> results.add(kpi.compute(receipts)));
        var accuracy = CashApplicationAccuracy.within(7, ZoneOffset.UTC);
        Stream.of(accuracy, accuracy.byAmount(), accuracy.byAmount().asErrorRate())
                .forEach(kpi -> results.add(kpi.compute(receipts)));
        for (Statistic statistic : Statistic.values()) {
            results.add(new CashApplicationTime(statistic, DAYS).compute(receipts));
            results.add(new UnappliedReceiptAge(statistic, DAYS).compute(receipts));
        }
    }

    private void dunning() {
        Dunned dunned = Dunned.by(DunningScope.ITEM);
        EventFigures<PromisedPayment> promises =
                LedgerPromises.of(Claims.POSTED.euros(), dunned.histories()).figures(APRIL, Claims.END);
        Stream.of(
                        PromisesKept.byCount(),
                        PromisesKept.byAmount(),
                        PromisesKept.byAmount().inPart())
                .forEach(kpi -> results.add(kpi.compute(promises)));
        EventFigures<DunnedClaim> claims = DunningFigures.of(dunned.histories(), dunned.policy(), ZoneOffset.UTC)
                .paid(Claims.POSTED.euros())
                .claims(dunned.notices().stream()
                        .filter(notice -> notice.onAccount()
                                .getCurrency()
                                .getCurrencyCode()
                                .equals("EUR"))
                        .toList())
                .figures(YEAR, Claims.END);
        Stream.of(DunningRecovery.ofAll(), DunningRecovery.atLevel(2), DunningRecovery.atLevel(3))
                .forEach(kpi -> results.add(kpi.compute(claims)));
    }
}
