package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AverageCollectionPeriod;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.BadDebtExpense;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.ClosingAllowance;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.Concentration;
import io.quittance.kpi.collection.CreditUtilisation;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysSalesOutstanding.ZeroSales;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.ExpectedCreditLoss;
import io.quittance.kpi.collection.LockUp;
import io.quittance.kpi.collection.LossRate;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.PaymentPlanShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.RolledLossRate;
import io.quittance.kpi.collection.UnappliedCash;
import io.quittance.kpi.collection.WriteOffShare;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A distributed engine can ship a KPI as it ships figures and results. */
class KpisAreValuesTest {

    static List<Kpi<?>> kpis() {
        return List.of(
                DaysSalesOutstanding.simple(),
                DaysSalesOutstanding.countback(),
                DaysSalesOutstanding.countback(ZeroSales.STOP),
                CollectionRate.ofPeriod(),
                CollectionRate.ofDueCohortByDueDate(),
                CollectionRate.ofDueCohortByPeriodEnd(),
                OverdueShare.byAmount(),
                OverdueShare.byCount(),
                new AverageDaysLate(),
                DisputeRate.byAmount(),
                DisputeRate.byCount(),
                new BillingErrorRate(),
                new BillingAccuracy(),
                new InvoicesOnTime(),
                DaysSalesOutstanding.average(),
                DaysSalesOutstanding.average(3),
                DaysSalesOutstanding.rolling(3),
                DaysSalesOutstanding.rolling(12),
                DaysSalesOutstanding.rolling(3, 12),
                DaysSalesOutstanding.rolling(2, 12),
                DaysSalesOutstanding.sapClassic(),
                DaysSalesOutstanding.sapClassicBusinessWarehouse(),
                DaysSalesOutstanding.monthAnnualised(),
                DaysSalesOutstanding.monthsOfYear(),
                DaysSalesOutstanding.bestPossible(),
                DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.COUNT),
                DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.STOP),
                DaysSalesOutstanding.countbackInMonths(ZeroSales.COUNT),
                DaysSalesOutstanding.countbackInMonths(ZeroSales.STOP),
                new AverageDaysDelinquent(),
                ReceivablesTurnover.ofPeriod(),
                ReceivablesTurnover.annualised(),
                new AverageCollectionPeriod(),
                CollectionEffectiveness.ofPeriod(),
                CollectionEffectiveness.withoutWriteOffs(),
                CollectionEffectiveness.ofAverageSales(3),
                CollectionRate.gross(),
                CollectionRate.net(),
                BadDebtRatio.byExpense(),
                BadDebtRatio.byWriteOffs(),
                BadDebtRatio.byWriteOffsNetOfRecoveries(),
                WriteOffShare.ofReceivables(),
                WriteOffShare.ofOpeningReceivables(),
                WriteOffShare.ofSales(),
                WriteOffShare.ofBadDebts(),
                UnappliedCash.ofReceipts(),
                UnappliedCash.ofReceivables(),
                AgeShare.current(),
                AgeShare.overNinetyDays(),
                OutstandingReceivables.net(),
                OutstandingReceivables.gross(),
                OutstandingReceivables.overdue(),
                LockUp.unbilledDays(),
                LockUp.total(),
                new ExpectedCreditLoss(),
                new LossRate(),
                new RolledLossRate(),
                BadDebtExpense.byRequiredAllowance(),
                BadDebtExpense.byShareOfSales(),
                ClosingAllowance.byRequiredAllowance(),
                ClosingAllowance.byShareOfSales(),
                Concentration.top(5),
                Concentration.herfindahl(),
                new CreditUtilisation(),
                PaymentPlanShare.byCount(),
                PaymentPlanShare.byAmount(),
                Reduction.of(LockUp.total().definition()));
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
        assertThat(new HashSet<>(kpis())).hasSize(67);
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertThat(DaysSalesOutstanding.simple()).isEqualTo(DaysSalesOutstanding.simple());
        EventKpisAreValuesTest.assertEqualToItselfOnly(kpis());
    }
}
