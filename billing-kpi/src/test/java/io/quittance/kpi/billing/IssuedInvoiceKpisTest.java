package io.quittance.kpi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class IssuedInvoiceKpisTest {
    private static final Instant RECORDED = Instant.parse("2026-04-30T12:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static IssuedInvoice issued(String key, String day, String amount, long lines) {
        return IssuedInvoice.of(key, "C-1", lines, Amount.of(amount, "EUR"), RECORDED)
                .with(Stage.ISSUED, day(day));
    }

    private static Correction correction(String key, String day, Correction.Reason reason, String amount) {
        return Correction.of(key, day(day), reason, Amount.of(amount, "EUR"), 1);
    }

    private static EventFigures<IssuedInvoice> asOf(String day, IssuedInvoice... invoices) {
        return EventFigures.of(MARCH, AsOf.endOf(day), List.of(invoices));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** R-2 was corrected for an error on the last day that counts, R-3 a day later, R-4 out of goodwill. */
    private static EventFigures<IssuedInvoice> corrected(String asOf) {
        return asOf(
                asOf,
                issued("R-1", "2026-03-01", "100", 10),
                issued("R-2", "2026-03-01", "300", 4)
                        .with(correction("K-1", "2026-03-31", Correction.Reason.ERROR, "30")),
                issued("R-3", "2026-03-01", "400", 4)
                        .with(correction("K-2", "2026-04-01", Correction.Reason.ERROR, "30")),
                issued("R-4", "2026-03-01", "200", 2)
                        .with(correction("K-3", "2026-03-02", Correction.Reason.GOODWILL, "30")),
                issued("R-5", "2026-03-31", "500", 5)
                        .with(correction("K-4", "2026-03-31", Correction.Reason.ERROR, "30")),
                issued("R-6", "2026-02-28", "500", 5));
    }

    @Test
    void anInvoiceIsWrongIfAnErrorWasCorrectedInTime() {
        var figures = corrected("2026-03-31");
        KpiResult accuracy = InvoiceAccuracy.within(30).compute(figures);
        assertThat(accuracy.value()).contains(Fraction.of(75));
        assertThat(accuracy.basis().count()).contains(4L);
        assertThat(accuracy.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(accuracy.basis().items()).contains(KpiItem.counted("R-2", false), KpiItem.counted("R-3", true));
        assertThat(InvoiceAccuracy.within(30).byAmount().compute(figures).value())
                .contains(Fraction.of(70));
        assertThat(InvoiceAccuracy.within(30).byLines().compute(figures).value())
                .contains(Fraction.of(95));
        assertThat(InvoiceAccuracy.within(30).asErrorRate().compute(figures).value())
                .contains(Fraction.of(25));
        assertThat(InvoiceAccuracy.within(31).compute(corrected("2026-05-01")).value())
                .contains(Fraction.of(40));
        assertThat(code(InvoiceAccuracy.within(31).compute(figures))).isEqualTo("WINDOW_OPEN");
        assertThat(InvoiceAccuracy.within(30).byAmount().asErrorRate().id())
                .isEqualTo("billing.error-rate.within-30-days.amount");
    }

    /** Due on 10 March: sent that day, two days later, and not at all; due on the last day and still in time. */
    @Test
    void whatIsDueAndNotSentIsLate() {
        var due = IssuedInvoice.of("R-1", "C-1", 1, Amount.of("10", "EUR"), RECORDED)
                .with(Stage.DUE_TO_BE_SENT, day("2026-03-10"));
        var figures = asOf(
                "2026-03-31",
                due.with(Stage.SENT, day("2026-03-10")),
                IssuedInvoice.of("R-2", "C-1", 1, Amount.of("10", "EUR"), RECORDED)
                        .with(Stage.DUE_TO_BE_SENT, day("2026-03-10"))
                        .with(Stage.SENT, day("2026-03-12")),
                IssuedInvoice.of("R-3", "C-1", 1, Amount.of("10", "EUR"), RECORDED)
                        .with(Stage.DUE_TO_BE_SENT, day("2026-03-10")),
                IssuedInvoice.of("R-4", "C-1", 1, Amount.of("10", "EUR"), RECORDED)
                        .with(Stage.DUE_TO_BE_SENT, day("2026-03-31")));
        assertThat(SentOnTime.byTheDay().compute(figures).value()).contains(Fraction.of(25));
        assertThat(SentOnTime.within(1).compute(figures).value()).contains(Fraction.of(100, 3));
        KpiResult two = SentOnTime.within(2).compute(figures);
        assertThat(two.value()).contains(Fraction.of(200, 3));
        assertThat(two.basis().exclusions()).containsExactly("WINDOW_OPEN");
    }

    /** 1, 2, 3 and 10 days: mean 4, median 2.5, 90th percentile and maximum 10. */
    @Test
    void timesAreCountedInCalendarDays() {
        var invoices = new ArrayList<IssuedInvoice>();
        for (int days : new int[] {10, 1, 3, 2}) {
            LocalDate end = day("2026-03-20");
            invoices.add(IssuedInvoice.of("R-" + days, "C-1", 1, Amount.of("10", "EUR"), RECORDED)
                    .with(Stage.CUT_OFF, end.minusDays(days))
                    .with(Stage.ISSUED, end)
                    .with(Stage.SERVICE_END, end.minusDays(days))
                    .with(Stage.GATHERED, end.minusDays(2L * days))
                    .with(Stage.SENT, end));
        }
        invoices.add(issued("R-A", "2026-03-20", "1", 1).with(Stage.CUT_OFF, day("2026-03-31")));
        invoices.add(issued("R-B", "2026-03-20", "1", 1));
        var figures = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), invoices);
        KpiResult mean = BillingTime.generation(Statistic.MEAN).compute(figures);
        assertThat(mean.value()).contains(Fraction.of(4));
        assertThat(mean.basis().exclusions()).containsExactlyInAnyOrder("BILLED_IN_ADVANCE", "NO_START");
        assertThat(BillingTime.invoicingLag(Statistic.MEDIAN).compute(figures).value())
                .contains(Fraction.of(5, 2));
        assertThat(BillingTime.cycle(Statistic.P90).compute(figures).value()).contains(Fraction.of(20));
        assertThat(BillingTime.cycle(Statistic.MAX).compute(figures).value()).contains(Fraction.of(20));
        assertThat(BillingTime.cycle(Statistic.MAX).id()).isEqualTo("billing.cycle-time.max");
    }

    /** Two invoices of March, 400.00; credits of 30.00 in March on one of February and 10.00 charged more on one of March. */
    @Test
    void adjustmentsAreOfThePeriodInWhichTheyAreMade() {
        var figures = asOf(
                "2026-04-30",
                issued("R-1", "2026-03-05", "100", 1)
                        .with(correction("K-1", "2026-03-31", Correction.Reason.CONTRACT_CHANGE, "-10"))
                        .with(correction("K-2", "2026-04-01", Correction.Reason.ERROR, "50")),
                issued("R-2", "2026-03-05", "300", 2),
                issued("R-3", "2026-02-05", "900", 2)
                        .with(correction("K-3", "2026-03-02", Correction.Reason.ERROR, "30")));
        assertThat(AdjustmentRate.byCount().compute(figures).value()).contains(Fraction.of(100));
        // R-3 is corrected in March, and none of its two invoices
        assertThat(AdjustmentRate.byCount().compute(figures).basis().count()).contains(2L);
        assertThat(AdjustmentRate.byAmount().compute(figures).value()).contains(Fraction.of(10));
        assertThat(AdjustmentRate.byAmount()
                        .because(Correction.Reason.ERROR)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(15, 2));
        assertThat(AdjustmentRate.byCount()
                        .because(Correction.Reason.CONTRACT_CHANGE)
                        .id())
                .isEqualTo("billing.adjust-rate.count.contract-change");
        assertThat(BillingVolume.invoices().compute(figures).value()).contains(Fraction.of(2));
        assertThat(BillingVolume.lines().compute(figures).value()).contains(Fraction.of(3));
        assertThat(BillingVolume.gross().compute(figures).value()).contains(Fraction.of(400));
        KpiResult net = BillingVolume.net().compute(figures);
        assertThat(net.value()).contains(Fraction.of(400 + 10 - 30));
        assertThat(net.basis().currency()).contains("EUR");
        assertThat(net.basis().items()).extracting(KpiItem::id).containsExactly("R-1", "R-2", "R-3");
    }

    /** 3 invoices of persons and 5 lines over 1.5 full-time equivalents; one more was made without a person. */
    @Test
    void productivityCountsWhatPersonsMade() {
        var invoices = asOf(
                "2026-03-31",
                issued("R-1", "2026-03-05", "1", 1).preparedBy("anna"),
                issued("R-2", "2026-03-05", "1", 2),
                issued("R-3", "2026-03-05", "1", 2),
                issued("R-4", "2026-03-05", "1", 9).madeAutomatically());
        var figures = new StaffedInvoices(invoices, new BigDecimal("1.5"));
        KpiResult result = BillingProductivity.invoices().compute(figures);
        assertThat(result.value()).contains(Fraction.of(2));
        assertThat(result.basis().exclusions()).containsExactly("AUTOMATIC");
        assertThat(BillingProductivity.lines().compute(figures).value()).contains(Fraction.of(10, 3));
        assertThat(code(BillingProductivity.lines().compute(new StaffedInvoices(invoices, BigDecimal.ZERO))))
                .isEqualTo("NO_STAFF");
    }

    @Test
    void customersComeAgainInThePeriodOrAfterwards() {
        var figures = asOf(
                "2026-03-31",
                of("R-1", "anna", "2026-03-01"),
                of("R-2", "anna", "2026-03-31"),
                of("R-3", "ben", "2026-03-01"),
                of("R-4", "ben", "2026-02-01"),
                of("R-5", "carl", "2026-03-01"),
                of("R-6", "dora", "2026-02-01"));
        KpiResult inPeriod = RepeatBusiness.inPeriod().compute(figures);
        assertThat(inPeriod.value()).contains(Fraction.of(100, 3));
        assertThat(inPeriod.basis().items())
                .containsExactly(
                        KpiItem.counted("anna", true), KpiItem.counted("ben", false), KpiItem.counted("carl", false));
        assertThat(RepeatBusiness.ever().compute(figures).value()).contains(Fraction.of(200, 3));
    }

    private static IssuedInvoice of(String key, String customer, String day) {
        return IssuedInvoice.of(key, customer, 1, Amount.of("1", "EUR"), RECORDED)
                .with(Stage.ISSUED, day(day));
    }

    @Test
    void withoutInvoicesThereIsAReasonAndNoNumber() {
        var none = asOf("2026-03-31");
        for (Kpi<EventFigures<IssuedInvoice>> each : List.of(
                InvoiceAccuracy.within(30),
                InvoiceAccuracy.within(30).byLines(),
                SentOnTime.byTheDay(),
                BillingTime.cycle(Statistic.MEDIAN),
                AdjustmentRate.byAmount(),
                BillingVolume.gross(),
                BillingVolume.net(),
                RepeatBusiness.ever())) {
            assertThat(code(each.compute(none))).as(each.id()).isEqualTo("NO_INVOICES");
        }
        assertThat(BillingVolume.invoices().compute(none).value()).contains(Fraction.ZERO);
    }

    @Test
    void amountsInTwoCurrenciesAreNotAddedUp() {
        var figures = asOf(
                "2026-03-31",
                issued("R-1", "2026-03-01", "1", 1),
                IssuedInvoice.of("R-2", "C-1", 1, Amount.of("1", "USD"), RECORDED)
                        .with(Stage.ISSUED, day("2026-03-01")));
        for (Kpi<EventFigures<IssuedInvoice>> each : List.of(
                InvoiceAccuracy.within(0).byAmount(),
                AdjustmentRate.byAmount(),
                BillingVolume.gross(),
                BillingVolume.net())) {
            assertThat(code(each.compute(figures))).as(each.id()).isEqualTo("MIXED_CURRENCIES");
        }
        assertThat(InvoiceAccuracy.within(0).compute(figures).value()).contains(Fraction.of(100));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued("R-1", "2026-03-02", "1", 1)
                        .with(correction("K-1", "2026-03-01", Correction.Reason.ERROR, "1")))
                .withMessage("corrections must not be before the invoice was issued, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued("R-1", "2026-03-01", "1", 1)
                        .with(correction("K-1", "2026-03-01", Correction.Reason.ERROR, "1"))
                        .with(correction("K-1", "2026-03-02", Correction.Reason.ERROR, "1")))
                .withMessage("corrections must have each key once, but was K-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued("R-1", "2026-03-02", "1", -1))
                .withMessage("lines must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceAccuracy.within(-1))
                .withMessage("days must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentOnTime.within(-1))
                .withMessage("tolerance must not be negative, but was -1");
        Assertions.assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> issued("R-1", "2026-03-01", "1", 1)
                        .with(Correction.of(
                                "K-1", day("2026-03-01"), Correction.Reason.ERROR, Amount.of("1", "USD"), 1)));
    }

    /** Accuracy and errors make a hundred, whatever the order. */
    @Property
    void accuracyAndErrorsMakeAHundred(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9) Integer> wrong, @ForAll long seed) {
        var invoices = new ArrayList<IssuedInvoice>();
        for (int each : wrong) {
            var invoice = issued("R-" + invoices.size(), "2026-03-01", String.valueOf(each + 1), each + 1);
            invoices.add(
                    each % 2 == 0
                            ? invoice
                            : invoice.with(correction("K-1", "2026-03-05", Correction.Reason.ERROR, "1")));
        }
        var figures = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), invoices);
        Collections.shuffle(invoices, new Random(seed));
        var shuffled = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), invoices);
        for (InvoiceAccuracy accuracy : List.of(
                InvoiceAccuracy.within(10),
                InvoiceAccuracy.within(10).byAmount(),
                InvoiceAccuracy.within(10).byLines())) {
            Fraction right = accuracy.compute(figures).value().orElseThrow();
            assertThat(accuracy.asErrorRate().compute(shuffled).value())
                    .contains(Fraction.of(100).minus(right));
        }
    }

    /** Due on 31 March, 5 days of tolerance: what one that was sent and nine that were not come to is known on 5 April. */
    @Test
    void whatIsSentWhileTheDaysRunDoesNotCountYet() {
        var invoices = new ArrayList<IssuedInvoice>();
        for (int i = 0; i < 10; i++) {
            var due = issued("R-" + i, "2026-03-31", "10", 1).with(Stage.DUE_TO_BE_SENT, day("2026-03-31"));
            invoices.add(i == 0 ? due.with(Stage.SENT, day("2026-03-31")) : due);
        }
        KpiResult open = SentOnTime.within(5).compute(EventFigures.of(MARCH, AsOf.endOf("2026-04-04"), invoices));
        assertThat(code(open)).isEqualTo("NO_INVOICES");
        assertThat(open.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(SentOnTime.within(5)
                        .compute(EventFigures.of(MARCH, AsOf.endOf("2026-04-05"), invoices))
                        .value())
                .contains(Fraction.of(10));
    }

    /** Issued on 5 March and corrected on the 12th: on the 10th nobody knew whether it was right within 14 days. */
    @Test
    void anInvoiceIsNotRightBeforeItsDaysAreKnownToBeOver() {
        var invoice = issued("R-1", "2026-03-05", "10", 1).recorded(Instant.parse("2026-03-05T12:00:00Z"));
        var then = AsOf.of("2026-03-31", "2026-03-10T12:00:00Z");
        assertThat(code(InvoiceAccuracy.within(14).compute(EventFigures.of(MARCH, then, List.of(invoice)))))
                .isEqualTo("WINDOW_OPEN");
    }

    private static IssuedInvoice stages(String key, Object... daysByStage) {
        IssuedInvoice invoice = IssuedInvoice.of(key, "C-1", 1, Amount.of("10", "EUR"), RECORDED);
        for (int i = 0; i < daysByStage.length; i += 2) {
            invoice = invoice.with((Stage) daysByStage[i], day((String) daysByStage[i + 1]));
        }
        return invoice;
    }

    /** Cut-off on Friday 6 March, draft on the 9th, approved on the 10th, sent on the 12th: 3, 1 and 2 days, 8, 8 and 16 hours. */
    @Test
    void stagesTakeTheirTime() {
        var figures = asOf(
                "2026-03-31",
                stages(
                        "R-1",
                        Stage.CUT_OFF,
                        "2026-03-06",
                        Stage.DRAFTED,
                        "2026-03-09",
                        Stage.APPROVED,
                        "2026-03-10",
                        Stage.SENT,
                        "2026-03-12"));
        KpiResult drafting = BillingTime.drafting(Statistic.MEAN).compute(figures);
        assertThat(drafting.value()).contains(Fraction.of(3));
        assertThat(drafting.basis().numerator()).contains(Fraction.of(3));
        assertThat(drafting.basis().denominator()).contains(Fraction.ONE);
        assertThat(BillingTime.approval(Statistic.MEDIAN).compute(figures).value())
                .contains(Fraction.ONE);
        assertThat(BillingTime.sending(Statistic.MAX).compute(figures).value()).contains(Fraction.of(2));
        BusinessHours office = BusinessHours.weekdays(ZoneId.of("Europe/Berlin"), OpeningHours.of("09:00", "17:00"));
        BillingTime hours = BillingTime.drafting(Statistic.MEAN).in(office);
        assertThat(hours.compute(figures).value()).contains(Fraction.of(8));
        assertThat(hours.id()).isEqualTo("billing.stage-time.drafting.business-hours.mean");
        assertThat(hours).isNotEqualTo(BillingTime.drafting(Statistic.MEAN));
        assertThat(BillingTime.approval(Statistic.MEAN)
                        .in(office)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(8));
        assertThat(BillingTime.sending(Statistic.P90)
                        .in(office)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(16));
    }

    /** Services to 31 March, sent on the 1st and the 21st, are 30 and 10 days in advance; one sent on the last day is not. */
    @Test
    void whatIsBilledInAdvanceIsAFigureOfItsOwn() {
        var figures = asOf(
                "2026-03-31",
                stages("R-1", Stage.SERVICE_END, "2026-03-31", Stage.SENT, "2026-03-01"),
                stages("R-2", Stage.SERVICE_END, "2026-03-31", Stage.SENT, "2026-03-21"),
                stages("R-3", Stage.SERVICE_END, "2026-03-31", Stage.SENT, "2026-03-31"),
                stages("R-4", Stage.SENT, "2026-03-21"));
        KpiResult mean = new AdvanceBilling(Statistic.MEAN).compute(figures);
        assertThat(mean.value()).contains(Fraction.of(20));
        assertThat(mean.basis().count()).contains(2L);
        assertThat(mean.basis().numerator()).contains(Fraction.of(40));
        assertThat(mean.basis().denominator()).contains(Fraction.of(2));
        assertThat(mean.basis().exclusions()).containsExactly("BILLED_IN_ARREARS", "NO_SERVICE_END");
        assertThat(new AdvanceBilling(Statistic.MAX).compute(figures).value()).contains(Fraction.of(30));
        assertThat(code(new AdvanceBilling(Statistic.MAX).compute(asOf("2026-03-31"))))
                .isEqualTo("NO_INVOICES");
    }

    /** Sent on 5 March for a service to the 1st and again on the 25th: the lag stays 4 days. */
    @Test
    void ofWhatIsIssuedAgainTheFirstDayStays() {
        var invoice =
                stages("R-1", Stage.SERVICE_END, "2026-03-01", Stage.SENT, "2026-03-25", Stage.SENT, "2026-03-05");
        assertThat(BillingTime.invoicingLag(Statistic.MEAN)
                        .compute(asOf("2026-03-31", invoice.with(Stage.SENT, day("2026-03-28"))))
                        .value())
                .contains(Fraction.of(4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice.with(Stage.GATHERED, day("2027-03-01")))
                .withMessageStartingWith("dates must not have GATHERED after SENT, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice.with(Stage.DUE_TO_BE_SENT, LocalDate.MAX))
                .withMessage("dates must lie in the years 1 to 9999, but was +999999999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Operation("O-1", Operation.Kind.SENT, LocalDate.MAX, true, RECORDED))
                .withMessage("day must lie in the years 1 to 9999, but was +999999999-12-31");
    }

    /** 3 invoices with 5 lines in 10 hours. */
    @Test
    void productivityMayBePerHour() {
        var invoices = asOf(
                "2026-03-31",
                issued("R-1", "2026-03-05", "1", 1),
                issued("R-2", "2026-03-05", "1", 2),
                issued("R-3", "2026-03-05", "1", 2));
        var staff = new StaffedInvoices(invoices, new BigDecimal("1.5"));
        BillingProductivity perHour = BillingProductivity.invoices().perHour();
        assertThat(perHour.id()).isEqualTo("billing.productivity.invoices.per-hour");
        assertThat(perHour.compute(staff.withHours(new BigDecimal("10"))).value())
                .contains(Fraction.of(3, 10));
        assertThat(BillingProductivity.lines()
                        .perHour()
                        .compute(staff.withHours(BigDecimal.TEN))
                        .value())
                .contains(Fraction.of(1, 2));
        assertThat(code(perHour.compute(staff))).isEqualTo("MISSING_INPUT");
        assertThat(code(perHour.compute(staff.withHours(BigDecimal.ZERO)))).isEqualTo("NO_STAFF");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> staff.withHours(new BigDecimal("-1")))
                .withMessage("hours must not be negative, but was -1");
    }

    /** Anna's second invoice of March renews what she had, and so does Ben's only one: of Anna and Carl, nobody comes again without them. */
    @Test
    void renewalsMayBeNoRepeatBusiness() {
        var figures = asOf(
                "2026-03-31",
                of("R-1", "anna", "2026-03-01"),
                of("R-2", "anna", "2026-03-31").asRenewal(),
                of("R-3", "ben", "2026-03-05").asRenewal(),
                of("R-4", "carl", "2026-03-05"),
                of("R-5", "carl", "2026-02-05").asRenewal());
        KpiResult without = RepeatBusiness.ever().withoutRenewals().compute(figures);
        assertThat(without.value()).contains(Fraction.ZERO);
        assertThat(without.basis().count()).contains(2L);
        assertThat(without.basis().exclusions()).containsExactly("RENEWAL");
        assertThat(RepeatBusiness.ever().compute(figures).value()).contains(Fraction.of(200, 3));
        assertThat(RepeatBusiness.inPeriod().withoutRenewals().id())
                .isEqualTo("repeat-business.in-period.without-renewals");
    }

    /** An invoice of February in dollars has no part in March unless it is corrected then; what is corrected in April has none, either. */
    @Test
    void whatHasNoPartInThePeriodIsNotLookedAt() {
        var dollars = IssuedInvoice.of("R-2", "C-1", 1, Amount.of("7", "USD"), RECORDED)
                .with(Stage.ISSUED, day("2026-02-05"));
        var figures = asOf(
                "2026-04-30",
                issued("R-1", "2026-03-05", "100", 1)
                        .with(correction("K-1", "2026-03-06", Correction.Reason.ERROR, "5")),
                dollars);
        KpiResult rate = AdjustmentRate.byAmount().compute(figures);
        assertThat(rate.value()).contains(Fraction.of(5));
        assertThat(rate.basis().items()).containsExactly(new KpiItem("R-1", Fraction.of(5), Fraction.of(100)));
        assertThat(rate.basis().count()).contains(1L);
        assertThat(BillingVolume.net().compute(figures).basis().items()).hasSize(1);
        var later = asOf(
                "2026-04-30",
                dollars.with(
                        Correction.of("K-2", day("2026-04-01"), Correction.Reason.ERROR, Amount.of("7", "USD"), 1)));
        assertThat(code(AdjustmentRate.byAmount().compute(later))).isEqualTo("NO_INVOICES");
        assertThat(AdjustmentRate.byAmount().compute(later).basis().items()).isEmpty();
    }

    /** One of 100.00 EUR and one of 7.00 USD, of 3 and 4 lines, one of them corrected: counts need no currency. */
    @Test
    void countsMayBeOfSeveralCurrencies() {
        var figures = asOf(
                "2026-03-31",
                issued("R-1", "2026-03-05", "100", 3)
                        .with(correction("K-1", "2026-03-06", Correction.Reason.ERROR, "5")),
                IssuedInvoice.of("R-2", "C-1", 4, Amount.of("7", "USD"), RECORDED)
                        .with(Stage.ISSUED, day("2026-03-05")));
        assertThat(AdjustmentRate.byCount().compute(figures).value()).contains(Fraction.of(50));
        assertThat(AdjustmentRate.byCount().compute(figures).basis().count()).contains(2L);
        KpiResult invoices = BillingVolume.invoices().compute(figures);
        assertThat(invoices.value()).contains(Fraction.of(2));
        assertThat(invoices.basis().count()).contains(2L);
        assertThat(invoices.basis().currency()).isEmpty();
        assertThat(BillingVolume.lines().compute(figures).value()).contains(Fraction.of(7));
        assertThat(BillingVolume.lines().compute(asOf("2026-03-31")).value()).contains(Fraction.ZERO);
        assertThat(InvoiceAccuracy.within(0).byLines().compute(figures).value()).contains(Fraction.of(100));
        // the correction of the 6th is one day after the issue: 1 of 7 lines, on 6 March
        assertThat(InvoiceAccuracy.within(1)
                        .byLines()
                        .asErrorRate()
                        .compute(figures)
                        .value())
                .contains(Fraction.of(100, 7));
    }

    /** An invoice of February, 900.00, with a credit of 30.00 in March and none issued then: -30.00 net, and one that is only corrected is not issued. */
    @Test
    void creditsMayExceedWhatIsBilled() {
        var figures = asOf(
                "2026-03-31",
                issued("R-1", "2026-02-05", "900", 2)
                        .with(correction("K-1", "2026-03-02", Correction.Reason.RETURN, "30")));
        KpiResult net = BillingVolume.net().compute(figures);
        assertThat(net.value()).contains(Fraction.of(-30));
        assertThat(net.basis().count()).contains(0L);
        assertThat(net.basis().currency()).contains("EUR");
        assertThat(code(BillingVolume.gross().compute(figures))).isEqualTo("NO_INVOICES");
    }

    /** A wrong invoice of 2 lines, of which 3 lines are corrected in two goes: at most all are wrong. */
    @Test
    void noMoreLinesAreWrongThanThereAre() {
        var figures = asOf(
                "2026-03-31",
                issued("R-1", "2026-03-01", "10", 2)
                        .with(Correction.of(
                                "K-1", day("2026-03-02"), Correction.Reason.ERROR, Amount.of("1", "EUR"), 2))
                        .with(Correction.of(
                                "K-2", day("2026-03-03"), Correction.Reason.ERROR, Amount.of("1", "EUR"), 1)),
                issued("R-2", "2026-03-01", "10", 2));
        assertThat(InvoiceAccuracy.within(10).byLines().compute(figures).value())
                .contains(Fraction.of(50));
    }

    /** A wrong address is no error of a line: by number the invoice is wrong, by lines it is right. */
    @Test
    void anErrorMayBeOfNoLine() {
        var figures = asOf(
                "2026-03-31",
                issued("R-1", "2026-03-01", "10", 2)
                        .with(Correction.of(
                                "K-1", day("2026-03-02"), Correction.Reason.ERROR, Amount.of("0", "EUR"), 0)));
        assertThat(InvoiceAccuracy.within(10).compute(figures).value()).contains(Fraction.ZERO);
        assertThat(InvoiceAccuracy.within(10).byLines().compute(figures).value())
                .contains(Fraction.of(100));
    }

    /** Nothing is on a document that only says so: no lines, no amount. A correction needs a day of issue. */
    @Test
    void anInvoiceMayBeEmptyButNotNegative() {
        var empty = issued("R-1", "2026-03-01", "0", 0);
        assertThat(InvoiceAccuracy.within(1).compute(asOf("2026-03-31", empty)).value())
                .contains(Fraction.of(100));
        assertThat(code(InvoiceAccuracy.within(1).byAmount().compute(asOf("2026-03-31", empty))))
                .isEqualTo("NO_INVOICES");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued("R-1", "2026-03-01", "-0.01", 1))
                .withMessage("amount must not be negative, but was EUR -0.01");
        var draft = IssuedInvoice.of("R-2", "C-1", 1, Amount.of("1", "EUR"), RECORDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.with(correction("K-1", "2026-03-01", Correction.Reason.ERROR, "1")))
                .withMessage("corrections must not be before the invoice was issued, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Correction.of("K-1", day("2026-03-01"), Correction.Reason.ERROR, Amount.of("1", "EUR"), -1))
                .withMessage("lines must not be negative, but was -1");
    }

    /** The same two corrections, entered in either order, are the same state: recording it again changes nothing. */
    @Test
    void theOrderOfCorrectionsIsNoDifference() {
        var issued = issued("R-1", "2026-03-01", "10", 1);
        var first = correction("K-1", "2026-03-03", Correction.Reason.ERROR, "1");
        var second = correction("K-2", "2026-03-02", Correction.Reason.GOODWILL, "1");
        var sameDay = correction("K-0", "2026-03-03", Correction.Reason.ERROR, "1");
        var one = issued.with(first).with(second).with(sameDay);
        assertThat(one.corrections()).containsExactly(second, sameDay, first);
        assertThat(EventLog.of(List.of(one, issued.with(sameDay).with(second).with(first))))
                .isEqualTo(EventLog.of(List.of(one)));
    }

    /** Anna comes in March, and again in April, which nobody in March knows; her renewal of February is none of March that is left out. */
    @Test
    void whatComesAfterThePeriodIsNoRepeatBusinessOfIt() {
        var figures = asOf(
                "2026-04-30",
                of("R-1", "anna", "2026-03-05"),
                of("R-2", "anna", "2026-04-01"),
                of("R-3", "anna", "2026-02-01").asRenewal(),
                IssuedInvoice.of("R-4", "anna", 1, Amount.of("1", "EUR"), RECORDED));
        KpiResult without = RepeatBusiness.ever().withoutRenewals().compute(figures);
        assertThat(without.value()).contains(Fraction.ZERO);
        assertThat(without.basis().exclusions()).isEmpty();
        assertThat(RepeatBusiness.ever().compute(figures).value()).contains(Fraction.of(100));
        assertThat(RepeatBusiness.inPeriod().compute(figures).value()).contains(Fraction.ZERO);
    }

    /** A credit note of March whose invoice is not known lowers neither the volume nor counts as an adjustment, and is told; the gross volume knows of none. */
    @Test
    void tellsWhatCorrectsAnUnknownInvoice() {
        IssuedInvoice invoice = issued("R-1", "2026-03-01", "100", 10);
        IssuedInvoice credit = IssuedInvoice.of("N-1", "C-1", 1, Amount.of("30", "EUR"), RECORDED)
                .with(Stage.UNLINKED, day("2026-03-10"));
        for (Kpi<EventFigures<IssuedInvoice>> each :
                List.of(BillingVolume.net(), AdjustmentRate.byCount(), AdjustmentRate.byAmount())) {
            assertThat(each.compute(asOf("2026-03-31", invoice, credit)).basis().exclusions())
                    .as(each.id())
                    .containsExactly("UNLINKED_CREDITS");
            assertThat(each.compute(asOf("2026-03-31", invoice)).basis().exclusions())
                    .as(each.id())
                    .isEmpty();
        }
        assertThat(BillingVolume.gross()
                        .compute(asOf("2026-03-31", invoice, credit))
                        .basis()
                        .exclusions())
                .isEmpty();
    }
}
