package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.BillingLeakage;
import io.quittance.kpi.billing.BillingProductivity;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.DiscrepanciesResolved;
import io.quittance.kpi.billing.DisputeCount;
import io.quittance.kpi.billing.DisputeCycleTime;
import io.quittance.kpi.billing.DocumentAccuracy;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.billing.RepeatBusiness;
import io.quittance.kpi.billing.Unbilled;
import io.quittance.kpi.cash.AccountsReconciled;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.cash.CashApplicationTime;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DueCohort;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.PaymentPlanShare;
import io.quittance.kpi.collection.UnappliedCash;
import io.quittance.kpi.collection.WriteOffShare;
import io.quittance.kpi.communication.AdHocReportTime;
import io.quittance.kpi.communication.AdHocReportsInTime;
import io.quittance.kpi.communication.ContactResponseRate;
import io.quittance.kpi.communication.InquiriesAnsweredInTime;
import io.quittance.kpi.communication.InquiryResolutionTime;
import io.quittance.kpi.communication.InquiryResponseTime;
import io.quittance.kpi.communication.RemindersPerWeek;
import io.quittance.kpi.communication.ReportAccuracy;
import io.quittance.kpi.communication.ReportingFrequency;
import io.quittance.kpi.communication.VendorResolutionTime;
import io.quittance.kpi.communication.VendorsOnTime;
import io.quittance.kpi.credit.CreditAccuracy;
import io.quittance.kpi.credit.CreditApproval;
import io.quittance.kpi.credit.CreditReviewTimeliness;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurements;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scorecard names nothing that nobody computes or measures. */
class RoleKpisExistTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final BusinessHours OFFICE = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));

    /** What can be computed, by the factories that a user has; that of an id which a scorecard gets must be added. */
    private static final List<Kpi<?>> COMPUTED = List.of(
            new BillingAccuracy(),
            InvoiceAccuracy.within(30),
            new BillingErrorRate(),
            new InvoicesOnTime(),
            DiscrepanciesResolved.ofStock(UTC),
            DiscrepanciesResolved.ofCohort(UTC),
            BillingTime.generation(Statistic.MEDIAN),
            BillingTime.cycle(Statistic.MEDIAN),
            AdjustmentRate.byCount(),
            AdjustmentRate.byAmount(),
            BillingProductivity.invoices(),
            BillingLeakage.after(30),
            new Unbilled(),
            BillingVolume.net(),
            BillingVolume.invoices(),
            RepeatBusiness.inPeriod(),
            AutomationShare.ofAll(),
            DisputeCount.resolvedSuccessfully(UTC),
            DisputeCount.unresolved(UTC),
            DisputeCycleTime.median(new CalendarDays(UTC)),
            InquiryResponseTime.median(OFFICE),
            InquiryResponseTime.max(OFFICE),
            InquiriesAnsweredInTime.within(new BigDecimal("24"), OFFICE),
            InquiryResolutionTime.median(OFFICE),
            AdHocReportTime.median(OFFICE),
            AdHocReportsInTime.within(new BigDecimal("24"), OFFICE),
            ReportAccuracy.soFar(),
            ReportingFrequency.perWeek(),
            ReportingFrequency.ofPlanned(12),
            VendorResolutionTime.median(OFFICE),
            new VendorsOnTime(),
            ContactResponseRate.byCustomer(7, UTC),
            RemindersPerWeek.of(UTC),
            DaysSalesOutstanding.simple(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            DueCohort.paidLate(),
            new DocumentAccuracy(),
            AgeShare.current(),
            AgeShare.overNinetyDays(),
            OutstandingReceivables.overdue(),
            CollectionEffectiveness.ofPeriod(),
            CollectionRate.ofPeriod(),
            CollectionRate.ofDueCohortByPeriodEnd(),
            WriteOffShare.ofReceivables(),
            WriteOffShare.ofSales(),
            WriteOffShare.ofBadDebts(),
            WriteOffShare.byCount(),
            BadDebtRatio.byExpense(),
            BadDebtRatio.byWriteOffs(),
            UnappliedCash.ofReceipts(),
            UnappliedCash.ofReceivables(),
            PaymentPlanShare.byCount(),
            PaymentPlanShare.byAmount(),
            CashApplicationAccuracy.within(30, UTC),
            CashApplicationTime.median(new CalendarDays(UTC)),
            AccountsReconciled.ofAll(),
            CreditApproval.ofDecided(),
            CreditAccuracy.within(12),
            new CreditReviewTimeliness(),
            Reductions.billingErrors(),
            Reductions.cashApplicationErrors(CashApplicationAccuracy.within(30, UTC)),
            Reductions.paymentSpeed(),
            Reductions.receivables(),
            Reductions.overdue(),
            Reductions.processTime(BillingTime.cycle(Statistic.MEDIAN).definition()));

    private static Set<String> existing() {
        return Stream.concat(
                        COMPUTED.stream().map(Kpi::id),
                        Measurements.all().stream().map(Measure::id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyIdIsThatOfAKpiOrMeasurement(Role role) {
        assertThat(RoleScorecard.of(role).kpis())
                .extracting(RequiredKpi::kpi)
                .isNotEmpty()
                .isSubsetOf(existing());
    }

    /** What no scorecard names need not be here. */
    @Test
    void nothingIsKeptThatNoScorecardNames() {
        var named = new TreeSet<String>();
        for (Role role : Role.values()) {
            RoleScorecard.of(role).kpis().forEach(kpi -> named.add(kpi.kpi()));
        }
        assertThat(COMPUTED).extracting(Kpi::id).isSubsetOf(named).doesNotHaveDuplicates();
    }
}
