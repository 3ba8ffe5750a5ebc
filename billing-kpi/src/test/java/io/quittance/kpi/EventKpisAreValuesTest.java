package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.PercentileMethod;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.AdvanceBilling;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.BillingCompleteness;
import io.quittance.kpi.billing.BillingLeakage;
import io.quittance.kpi.billing.BillingProductivity;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.Correction;
import io.quittance.kpi.billing.DocumentAccuracy;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.billing.RepeatBusiness;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.billing.Unbilled;
import io.quittance.kpi.collection.CurrencyReduction;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.DaysOverdue;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.DaysToPayPercentile;
import io.quittance.kpi.collection.DueCohort;
import io.quittance.kpi.collection.OpenShare;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.RollRate;
import io.quittance.kpi.collection.SegmentedCreditLoss;
import io.quittance.kpi.measurement.GoalsAchieved;
import io.quittance.kpi.measurement.VendorScore;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A distributed engine can ship a KPI of events, too. */
class EventKpisAreValuesTest {

    static List<Kpi<?>> kpis() {
        return List.of(
                DaysToPay.average(),
                DaysToPay.average().byInvoiceDate(),
                DaysToPay.weighted(),
                DaysToPay.weighted().byInvoiceDate(),
                DaysToPay.weighted().byPart(),
                DaysToPayPercentile.byAmount(90).byPart(),
                DaysBeyondTerms.signed().byPart(),
                new DaysOverdue().byPart(),
                DueCohort.paidLate().byPart(),
                DaysToPayPercentile.of(50, PercentileMethod.NEAREST_RANK),
                DaysToPayPercentile.of(90, PercentileMethod.NEAREST_RANK),
                DaysToPayPercentile.of(90, PercentileMethod.INCLUSIVE),
                DaysToPayPercentile.of(90, PercentileMethod.EXCLUSIVE),
                DaysToPayPercentile.byAmount(90),
                DaysToPayPercentile.byAmount(90).byInvoiceDate(),
                OpenShare.ofInvoices(),
                OpenShare.ofInvoices().byInvoiceDate(),
                DaysBeyondTerms.signed(),
                DaysBeyondTerms.signedWeighted(),
                DaysBeyondTerms.clamped(),
                DaysBeyondTerms.clampedWeighted(),
                DaysBeyondTerms.lateOnly(),
                DaysBeyondTerms.lateOnly().withOpenLate(),
                DaysBeyondTerms.lateOnly().byInvoiceDate(),
                DaysBeyondTerms.lateOnly().byInvoiceDate().withOpenLate(),
                new DaysOverdue(),
                DueCohort.paidLate(),
                DueCohort.paidLate().byAmount(),
                DueCohort.paidOnTime(),
                DueCohort.paidOnTime().byAmount(),
                DueCohort.paidWithin(0),
                DueCohort.paidWithin(30),
                InvoiceAccuracy.within(30),
                InvoiceAccuracy.within(31),
                InvoiceAccuracy.within(30).asErrorRate(),
                InvoiceAccuracy.within(30).byAmount(),
                InvoiceAccuracy.within(30).byLines(),
                SentOnTime.byTheDay(),
                SentOnTime.within(1),
                BillingTime.generation(Statistic.MEAN),
                BillingTime.invoicingLag(Statistic.MEAN),
                BillingTime.cycle(Statistic.MEAN),
                BillingTime.cycle(Statistic.P90),
                BillingTime.cycle(Statistic.P90)
                        .in(BusinessHours.weekdays(ZoneOffset.UTC, OpeningHours.of("09:00", "17:00"))),
                BillingTime.drafting(Statistic.MEAN),
                BillingTime.approval(Statistic.MEAN),
                BillingTime.sending(Statistic.MEAN),
                new AdvanceBilling(Statistic.MEAN),
                new AdvanceBilling(Statistic.MAX),
                AdjustmentRate.byCount(),
                AdjustmentRate.byAmount(),
                AdjustmentRate.byAmount().because(Correction.Reason.ERROR),
                BillingVolume.invoices(),
                BillingVolume.lines(),
                BillingVolume.gross(),
                BillingVolume.net(),
                BillingProductivity.invoices(),
                BillingProductivity.lines(),
                BillingProductivity.lines().perHour(),
                BillingLeakage.after(30),
                BillingLeakage.after(30).asOverbilled(),
                new Unbilled(),
                new BillingCompleteness(),
                RepeatBusiness.inPeriod(),
                RepeatBusiness.ever(),
                new DocumentAccuracy(),
                RepeatBusiness.ever().withoutRenewals(),
                new GoalsAchieved(),
                VendorScore.renormalised(),
                VendorScore.ofAll(),
                AutomationShare.ofAll(),
                AutomationShare.of(Operation.Kind.SENT),
                OriginDso.byInvoice(),
                OriginDso.byMonth(),
                OriginDso.byMonthOf30Days(),
                RollRate.cohort(1),
                RollRate.cohort(2),
                RollRate.ratio(1),
                RollRate.share(1, 3),
                RollRate.share(1, 2),
                RollRate.settled(1),
                SegmentedCreditLoss.byMatrix(),
                SegmentedCreditLoss.insured(),
                SegmentedCreditLoss.individuallyJudged(),
                CurrencyReduction.ofReceivablesByBalances(),
                CurrencyReduction.ofReceivablesByRates(),
                CurrencyReduction.ofOverdueByBalances(),
                CurrencyReduction.ofOverdueByRates());
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void survivesTheSerialForm(Kpi<?> kpi) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(kpi);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(kpi).hasSameHashCodeAs(kpi).hasToString(kpi.id());
        }
    }

    @Test
    void noTwoAreEqual() {
        assertThat(new HashSet<>(kpis())).hasSameSizeAs(kpis());
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertEqualToItselfOnly(kpis());
    }

    /** Compared pair by pair: a set compares those of one hash code only. */
    static void assertEqualToItselfOnly(List<Kpi<?>> kpis) {
        for (int i = 0; i < kpis.size(); i++) {
            for (int j = 0; j < kpis.size(); j++) {
                assertThat(kpis.get(i).equals(kpis.get(j)))
                        .as("%s and %s", kpis.get(i), kpis.get(j))
                        .isEqualTo(i == j);
            }
        }
    }
}
