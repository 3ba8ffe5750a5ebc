package io.quittance.kpi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BillableItemKpisTest {
    private static final Instant RECORDED = Instant.parse("2026-04-30T12:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    private static BillableItem item(String key, String billFrom, String entitled) {
        LocalDate day = LocalDate.parse(billFrom);
        return BillableItem.unbilled(key, "C-1", day, day, Amount.of(entitled, "EUR"), RECORDED);
    }

    private static BillableItem billed(String key, String billFrom, String entitled, String day, String amount) {
        return item(key, billFrom, entitled).billed(LocalDate.parse(day), Amount.of(amount, "EUR"), RECORDED);
    }

    private static EventFigures<BillableItem> march(BillableItem... items) {
        return EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), List.of(items));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** 400.00 entitled: 10.00 too little, 5.00 too much, 100.00 never, 100.00 a day too late; the last has time until April. */
    private static final EventFigures<BillableItem> FIGURES = march(
            billed("D-1", "2026-03-01", "100", "2026-03-11", "90"),
            billed("D-2", "2026-03-01", "100", "2026-03-02", "105"),
            item("D-3", "2026-03-01", "100"),
            billed("D-4", "2026-03-01", "100", "2026-03-12", "100"),
            item("D-5", "2026-03-31", "700"));

    @Test
    void underbilledAndOverbilledAreNotSetOff() {
        KpiResult leakage = BillingLeakage.after(10).compute(FIGURES);
        assertThat(leakage.value()).contains(Fraction.of(21000, 400));
        assertThat(leakage.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(leakage.basis().items())
                .contains(new KpiItem("D-1", Fraction.of(10), Fraction.of(100)))
                .hasSize(4);
        assertThat(BillingLeakage.after(10).asOverbilled().compute(FIGURES).value())
                .contains(Fraction.of(5, 4));
        assertThat(BillingLeakage.after(11).compute(FIGURES).value()).contains(Fraction.of(11000, 400));
        assertThat(code(BillingLeakage.after(31).compute(FIGURES))).isEqualTo("WINDOW_OPEN");
    }

    @Test
    void unbilledIsWhatCouldBeBilledByTheEndOfThePeriod() {
        KpiResult unbilled = new Unbilled().compute(FIGURES);
        assertThat(unbilled.value()).contains(Fraction.of(10 + 100 + 700));
        assertThat(unbilled.basis().currency()).contains("EUR");
        assertThat(unbilled.basis().items()).extracting(KpiItem::id).containsExactly("D-1", "D-3", "D-5");
        assertThat(new Unbilled()
                        .compute(march(
                                billed("D-1", "2026-02-01", "50", "2026-04-01", "50"), item("D-2", "2026-04-01", "9")))
                        .value())
                .contains(Fraction.of(50));
    }

    @Test
    void completeIsWhatIsBilledInFullInItsPeriod() {
        assertThat(new BillingCompleteness().compute(FIGURES).value()).contains(Fraction.of(40));
        assertThat(new BillingCompleteness()
                        .compute(march(billed("D-1", "2026-03-31", "50", "2026-04-01", "50")))
                        .value())
                .contains(Fraction.ZERO);
    }

    @Test
    void withoutDeliveriesThereIsAReasonAndNoNumber() {
        assertThat(code(BillingLeakage.after(10).compute(march()))).isEqualTo("NO_DELIVERIES");
        assertThat(code(new Unbilled().compute(march()))).isEqualTo("NO_DELIVERIES");
        assertThat(code(new BillingCompleteness().compute(march()))).isEqualTo("NO_DELIVERIES");
        var dollars =
                BillableItem.unbilled("D-9", "C-1", MARCH.start(), MARCH.start(), Amount.of("1", "USD"), RECORDED);
        assertThat(code(new Unbilled().compute(march(dollars, item("D-1", "2026-03-01", "1")))))
                .isEqualTo("MIXED_CURRENCIES");
        assertThat(code(BillingLeakage.after(1).compute(march(dollars, item("D-1", "2026-03-01", "1")))))
                .isEqualTo("MIXED_CURRENCIES");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> item("D-1", "2026-03-01", "-1"))
                .withMessageStartingWith("entitled must not be negative, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillableItem.unbilled(
                        "D-1", "C-1", MARCH.end(), LocalDate.MAX, Amount.of("1", "EUR"), RECORDED))
                .withMessage("billFrom must lie in the years 1 to 9999, but was +999999999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> billed("D-1", "2026-03-01", "9", "2026-03-02", "-1"))
                .withMessageStartingWith("billings must not come to less than 0 together, but was ");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(
                        () -> item("D-1", "2026-03-01", "9").billed(MARCH.start(), Amount.of("1", "USD"), RECORDED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingLeakage.after(-1))
                .withMessage("days must not be negative, but was -1");
    }

    /** What is entitled, less what leaks, plus what is too much, is what was billed. */
    @Property
    void entitledAndBilledAreReconciled(
            @ForAll @IntRange(min = 1, max = 1000) int entitled,
            @ForAll @IntRange(max = 1000) int first,
            @ForAll @IntRange(max = 1000) int second) {
        var figures = march(
                billed("D-1", "2026-03-01", String.valueOf(entitled), "2026-03-01", String.valueOf(first)),
                billed("D-2", "2026-03-01", String.valueOf(entitled), "2026-03-01", String.valueOf(second)));
        Fraction under =
                BillingLeakage.after(5).compute(figures).basis().numerator().orElseThrow();
        Fraction over = BillingLeakage.after(5)
                .asOverbilled()
                .compute(figures)
                .basis()
                .numerator()
                .orElseThrow();
        assertThat(Fraction.of(2L * entitled).minus(under).plus(over)).isEqualTo(Fraction.of((long) first + second));
    }

    /** 4 of 5 operations without a person; of those sent 1 of 2. */
    @Test
    void automationIsWhatIsDoneWithoutAPerson() {
        LocalDate day = MARCH.lastDay();
        var figures = EventFigures.of(
                MARCH,
                AsOf.endOf("2026-03-31"),
                List.of(
                        new Operation("O-1", Operation.Kind.GENERATED, day, true, RECORDED),
                        new Operation("O-2", Operation.Kind.SENT, day, true, RECORDED),
                        new Operation("O-3", Operation.Kind.SENT, day, false, RECORDED),
                        new Operation("O-4", Operation.Kind.DUNNED, day, true, RECORDED),
                        new Operation("O-5", Operation.Kind.DUNNED, day, true, RECORDED),
                        new Operation("O-6", Operation.Kind.DUNNED, MARCH.end(), false, RECORDED)));
        assertThat(AutomationShare.ofAll().compute(figures).value()).contains(Fraction.of(80));
        assertThat(AutomationShare.of(Operation.Kind.SENT).compute(figures).value())
                .contains(Fraction.of(50));
        assertThat(code(AutomationShare.of(Operation.Kind.MATCHED).compute(figures)))
                .isEqualTo("NO_OPERATIONS");
        assertThat(AutomationShare.of(Operation.Kind.MATCHED).id()).isEqualTo("automation.share.matched");
    }

    /** Entitled to 100.00, billed 90.00 on 10 January and 10.00 on 20 February: for January 10.00 stay unbilled and leak. */
    @Test
    void whatIsBilledLaterDoesNotChangeThePast() {
        ServicePeriod january = ServicePeriod.of("2026-01-01", "2026-02-01");
        BillableItem first = billed("D-1", "2026-01-05", "100", "2026-01-10", "90");
        BillableItem both = first.billed(LocalDate.parse("2026-02-20"), Amount.of("10", "EUR"), RECORDED);
        for (BillableItem item : List.of(first, both)) {
            var figures = EventFigures.of(january, AsOf.endOf("2026-03-31"), List.of(item));
            assertThat(new Unbilled().compute(figures).value()).contains(Fraction.of(10));
            assertThat(BillingLeakage.after(30).compute(figures).value()).contains(Fraction.of(10));
            assertThat(new BillingCompleteness().compute(figures).value()).contains(Fraction.ZERO);
        }
        assertThat(both.billed()).isEqualTo(Amount.of("100", "EUR"));
        assertThat(both.billedOn()).isEqualTo(LocalDate.parse("2026-02-20"));
        assertThat(both.billedBy(LocalDate.parse("2026-02-19"))).isEqualTo(Amount.of("90", "EUR"));
        // 20.00 of it are given back in March
        assertThat(both.billed(MARCH.start(), Amount.of("-20", "EUR"), RECORDED).billed())
                .isEqualTo(Amount.of("80", "EUR"));
    }

    /** A fee of January is billed from the 1st on, though it is delivered on the 31st; what nothing is owed for is complete. */
    @Test
    void whatIsBilledInAdvanceCanBeBilledBeforeItIsDelivered() {
        BillableItem fee =
                BillableItem.unbilled("D-1", "C-1", MARCH.lastDay(), MARCH.start(), Amount.of("10", "EUR"), RECORDED);
        assertThat(new Unbilled().compute(march(fee)).value()).contains(Fraction.of(10));
        assertThat(BillingLeakage.after(30).compute(march(fee)).value()).contains(Fraction.of(100));
        assertThat(new BillingCompleteness()
                        .compute(march(item("D-2", "2026-03-05", "0")))
                        .value())
                .contains(Fraction.of(100));
    }

    /** 30 days from 5 March were not over on the 10th. */
    @Test
    void nothingLeaksBeforeItsDaysAreKnownToBeOver() {
        BillableItem open = BillableItem.unbilled(
                "D-1",
                "C-1",
                MARCH.start(),
                MARCH.start(),
                Amount.of("10", "EUR"),
                Instant.parse("2026-03-05T12:00:00Z"));
        KpiResult early = BillingLeakage.after(30)
                .compute(EventFigures.of(MARCH, AsOf.of("2026-04-30", "2026-03-10T00:00:00Z"), List.of(open)));
        assertThat(code(early)).isEqualTo("WINDOW_OPEN");
    }

    /** Delivered in February, or billed in April: no part of March leaks. Days of 0 end with the cut-off itself. */
    @Test
    void whatIsDeliveredInAnotherPeriodDoesNotLeakInThisOne() {
        var figures = march(
                item("D-1", "2026-02-28", "900"),
                billed("D-2", "2026-03-10", "100", "2026-03-10", "60"),
                billed("D-3", "2026-03-10", "100", "2026-03-11", "100"));
        KpiResult leakage = BillingLeakage.after(0).compute(figures);
        assertThat(leakage.value()).contains(Fraction.of(70));
        assertThat(leakage.basis().items()).extracting(KpiItem::id).containsExactly("D-2", "D-3");
        KpiResult completeness = new BillingCompleteness().compute(figures);
        assertThat(completeness.value()).contains(Fraction.of(50));
        assertThat(completeness.basis().count()).contains(2L);
    }

    /** 90.00 and 10.00 of one day, entered in either order, are one state. */
    @Test
    void theOrderOfBillingsIsNoDifference() {
        BillableItem item = item("D-1", "2026-03-01", "100");
        BillableItem one = item.billed(MARCH.start(), Amount.of("90", "EUR"), RECORDED)
                .billed(MARCH.start(), Amount.of("10", "EUR"), RECORDED);
        BillableItem other = item.billed(MARCH.start(), Amount.of("10", "EUR"), RECORDED)
                .billed(MARCH.start(), Amount.of("90", "EUR"), RECORDED);
        assertThat(one).isEqualTo(other);
        assertThat(item.billedOn()).isNull();
        assertThat(item.billed()).isEqualTo(Amount.of("0", "EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> item.billed(MARCH.start(), Amount.of("1", "USD"), RECORDED))
                .withMessage("billings must be in EUR, but was USD");
    }
}
