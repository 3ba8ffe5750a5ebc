package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiResult;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Bad debts, write-offs, unapplied cash, ages, what is outstanding and locked up; case ids of conformance/kpi.json. */
class ReceivablesQualityTest {

    /** bad-debt-operately. */
    @Test
    void badDebtsAreOfSalesByTheirBasis() {
        var figures = CollectionFigures.builder()
                .sales(SalesPeriod.of(365, usd("100000")))
                .badDebtExpense(usd("1000"))
                .writeOffs(usd("800"))
                .recoveries(usd("300"))
                .build();
        assertThat(six(BadDebtRatio.byExpense().compute(figures))).isEqualTo("1.000000");
        assertThat(six(BadDebtRatio.byWriteOffs().compute(figures))).isEqualTo("0.800000");
        assertThat(six(BadDebtRatio.byWriteOffsNetOfRecoveries().compute(figures)))
                .isEqualTo("0.500000");
        var noSales = CollectionFigures.builder()
                .sales(SalesPeriod.of(30, usd("0")))
                .writeOffs(usd("1"))
                .build();
        assertThat(code(BadDebtRatio.byWriteOffs().compute(noSales)))
                .isEqualTo("NO_SALES: there were no credit sales in the period");
        assertThat(code(BadDebtRatio.byWriteOffsNetOfRecoveries().compute(noSales)))
                .isEqualTo("MISSING_INPUT: recoveries is not given");
    }

    @Test
    void writeOffsAreCounted() {
        KpiResult result = WriteOffShare.byCount()
                .compute(CollectionFigures.builder().writeOffItems(3, 60).build());
        assertThat(result.value()).contains(Fraction.of(5));
        assertThat(result.basis().count()).contains(60L);
        assertThat(result.basis().definition().id()).isEqualTo("write-off.pct.count");
        assertThat(code(WriteOffShare.byCount()
                        .compute(CollectionFigures.builder().writeOffItems(0, 0).build())))
                .isEqualTo("NO_RECEIVABLES: no receivable was open in the period");
        assertThat(code(WriteOffShare.byCount()
                        .compute(CollectionFigures.builder()
                                .writeOffs(usd("300"))
                                .build())))
                .isEqualTo("MISSING_INPUT: writeOffItems is not given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().writeOffItems(3, 2))
                .withMessage("writtenOff must be between 0 and 2, but was 3");
    }

    @Test
    void writeOffsHaveThreeReadings() {
        var figures = CollectionFigures.builder()
                .openingReceivables(usd("9000"))
                .closingReceivables(usd("11000"))
                .sales(SalesPeriod.of(30, usd("20000")))
                .writeOffs(usd("300"))
                .badDebts(usd("400"))
                .build();
        assertThat(six(WriteOffShare.ofReceivables().compute(figures))).isEqualTo("3.000000");
        assertThat(six(WriteOffShare.ofOpeningReceivables().compute(figures))).isEqualTo("3.333333");
        assertThat(six(WriteOffShare.ofSales().compute(figures))).isEqualTo("1.500000");
        assertThat(six(WriteOffShare.ofBadDebts().compute(figures))).isEqualTo("75.000000");
        var nothing = CollectionFigures.builder()
                .openingReceivables(usd("0"))
                .closingReceivables(usd("0"))
                .sales(SalesPeriod.of(30, usd("0")))
                .writeOffs(usd("0"))
                .badDebts(usd("0"))
                .build();
        assertThat(code(WriteOffShare.ofReceivables().compute(nothing))).startsWith("NO_RECEIVABLES");
        assertThat(code(WriteOffShare.ofOpeningReceivables().compute(nothing)))
                .isEqualTo("NO_RECEIVABLES: opening receivables are 0");
        assertThat(code(WriteOffShare.ofSales().compute(nothing))).startsWith("NO_SALES");
        assertThat(code(WriteOffShare.ofBadDebts().compute(nothing))).startsWith("NO_BAD_DEBTS");
    }

    /** unapplied-vortexiq. */
    @Test
    void unappliedIsAFlowOrAStock() {
        var figures = CollectionFigures.builder()
                .unappliedReceipts(usd("30"), usd("600"))
                .unappliedCash(usd("24200000"), usd("210400000"))
                .build();
        assertThat(six(UnappliedCash.ofReceipts().compute(figures))).isEqualTo("5.000000");
        assertThat(six(UnappliedCash.ofReceivables().compute(figures))).isEqualTo("11.501901");
        var nothing = CollectionFigures.builder()
                .unappliedReceipts(usd("0"), usd("0"))
                .unappliedCash(usd("5"), usd("0"))
                .build();
        assertThat(code(UnappliedCash.ofReceipts().compute(nothing))).startsWith("NO_RECEIPTS");
        assertThat(code(UnappliedCash.ofReceivables().compute(nothing))).startsWith("NO_OPEN_ITEMS");
        assertThat(code(UnappliedCash.ofReceipts()
                        .compute(CollectionFigures.builder().build())))
                .isEqualTo("MISSING_INPUT: unappliedReceipts is not given");
    }

    /** ibm-ar/reference.json, 2012-02: 5,089.59 of 6,015.31 are not past due: 100 - 15.389398. */
    @Test
    void agesAreSharesOfWhatIsOpen() {
        var figures = CollectionFigures.builder()
                .overdue(usd("925.72"), usd("6015.31"))
                .overNinetyDays(usd("601.531"))
                .build();
        assertThat(six(AgeShare.current().compute(figures))).isEqualTo("84.610602");
        assertThat(six(AgeShare.overNinetyDays().compute(figures))).isEqualTo("10.000000");
        assertThat(code(AgeShare.current()
                        .compute(CollectionFigures.builder()
                                .current(usd("0"), usd("0"))
                                .build())))
                .isEqualTo("NO_OPEN_ITEMS: nothing is open at the end of the period");
    }

    @Property
    void currentAndOverdueAreAll(
            @ForAll @LongRange(min = 0, max = 1000) long late, @ForAll @LongRange(min = 1, max = 1000) long other) {
        var figures = CollectionFigures.builder()
                .overdue(usd(Long.toString(late)), usd(Long.toString(late + other)))
                .build();
        assertThat(AgeShare.current()
                        .compute(figures)
                        .value()
                        .orElseThrow()
                        .plus(OverdueShare.byAmount().compute(figures).value().orElseThrow()))
                .isEqualTo(Fraction.of(100));
    }

    @Test
    void outstandingIsNetGrossOrOverdue() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("1150"))
                .overdue(usd("400"), usd("1200"))
                .build();
        assertThat(six(OutstandingReceivables.net().compute(figures))).isEqualTo("1150.000000");
        assertThat(six(OutstandingReceivables.gross().compute(figures))).isEqualTo("1200.000000");
        KpiResult overdue = OutstandingReceivables.overdue().compute(figures);
        assertThat(six(overdue)).isEqualTo("400.000000");
        assertThat(overdue.basis().currency()).contains("USD");
        assertThat(code(OutstandingReceivables.net()
                        .compute(CollectionFigures.builder().build())))
                .isEqualTo("MISSING_INPUT: closingReceivables is not given");
    }

    /** wip-linkacademy-12m, wip-linkacademy-4m; with dso-linkacademy-debtor-days: 512285.48 / 1577379.08 × 365. */
    @Test
    void lockUpIsUnbilledAndUnpaid() {
        var figures = CollectionFigures.builder()
                .unbilled(usd("312285.48"))
                .closingReceivables(usd("200000"))
                .sales(SalesPeriod.of(365, usd("1577379.08")))
                .build();
        assertThat(six(LockUp.unbilledDays().compute(figures))).isEqualTo("72.261767");
        assertThat(six(LockUp.total().compute(figures))).isEqualTo("118.541068");
        var months = CollectionFigures.builder()
                .unbilled(usd("312285.48"))
                .sales(SalesPeriod.of(365, usd("1495906.47")))
                .build();
        assertThat(six(LockUp.unbilledDays().compute(months))).isEqualTo("76.197411");
        assertThat(code(LockUp.total().compute(months))).isEqualTo("MISSING_INPUT: closingReceivables is not given");
    }
}
