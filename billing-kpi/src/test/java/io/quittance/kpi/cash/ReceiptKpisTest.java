package io.quittance.kpi.cash;

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
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.cash.Receipt.Line;
import io.quittance.kpi.cash.Receipt.Reason;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

class ReceiptKpisTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final AsOf LATER = AsOf.endOf("2026-06-30");
    private static final CalendarDays DAYS = new CalendarDays(UTC);
    private static final BusinessHours OFFICE = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static Receipt receipt(String key, String received, String amount) {
        return Receipt.received(key, at(received), eur(amount));
    }

    private static Line auto(String item, String amount, String applied) {
        return Line.automatic(item, eur(amount), at(applied));
    }

    private static Line byHand(String item, String amount, String applied) {
        return Line.by("clerk-7", item, eur(amount), at(applied));
    }

    private static EventFigures<Receipt> march(AsOf asOf, Receipt... receipts) {
        return EventFigures.of(MARCH, asOf, List.of(receipts));
    }

    private static Fraction value(Kpi<EventFigures<Receipt>> kpi, EventFigures<Receipt> figures) {
        return kpi.compute(figures).value().orElseThrow();
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    /** One automatic with two lines, one split between machine and person, one by a person, one that waits. */
    private static Receipt[] four() {
        return new Receipt[] {
            receipt("R-1", "2026-03-02T10:00", "100.00")
                    .applied(auto("I-1", "60.00", "2026-03-02T11:00"))
                    .applied(auto("I-2", "40.00", "2026-03-02T11:00")),
            receipt("R-2", "2026-03-03T10:00", "200.00")
                    .applied(auto("I-3", "150.00", "2026-03-03T11:00"))
                    .applied(byHand("I-4", "50.00", "2026-03-05T11:00")),
            receipt("R-3", "2026-03-04T10:00", "300.00").applied(byHand("I-5", "300.00", "2026-03-10T11:00")),
            receipt("R-4", "2026-03-31T10:00", "400.00")
        };
    }

    /** By hand: 1 of 4 receipts, 100.00 of 1,000.00, 3 of 5 lines. */
    @Test
    void aSplitReceiptIsAutomaticOnlyIfAllItsLinesAre() {
        var figures = march(END, four());
        assertThat(value(AutoMatch.byCount(UTC), figures)).isEqualTo(Fraction.of(25));
        assertThat(value(AutoMatch.byAmount(UTC), figures)).isEqualTo(Fraction.of(10));
        assertThat(value(AutoMatch.byLines(UTC), figures)).isEqualTo(Fraction.of(60));
        assertThat(AutoMatch.byLines(UTC).compute(figures).basis().items())
                .extracting(item -> item.id())
                .containsExactly("R-1", "R-2", "R-3");
        KpiResult byAmount = AutoMatch.byAmount(UTC).compute(figures);
        assertThat(byAmount.basis().currency()).contains("EUR");
        assertThat(byAmount.basis().count()).contains(4L);
        assertThat(byAmount.basis().items()).extracting(item -> item.id()).containsExactly("R-1", "R-2", "R-3", "R-4");
    }

    /** kpi.json, automatch-transformance: 5,600 of 8,000 are 70 %. */
    @Test
    void matchesThePublishedRate() {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < 8000; i++) {
            Receipt came = receipt("R-" + i, "2026-03-02T10:00", "10.00");
            receipts.add(came.applied(
                    i < 5600 ? auto("I", "10.00", "2026-03-02T11:00") : byHand("I", "10.00", "2026-03-02T11:00")));
        }
        assertThat(value(AutoMatch.byCount(UTC), EventFigures.of(MARCH, END, receipts)))
                .isEqualTo(Fraction.of(70));
    }

    @Test
    void whatIsOnlyPartlyAppliedIsNotMatchedThrough() {
        var figures = march(
                END, receipt("R-1", "2026-03-02T10:00", "100.00").applied(auto("I-1", "99.99", "2026-03-02T11:00")));
        assertThat(value(AutoMatch.byCount(UTC), figures)).isEqualTo(Fraction.ZERO);
        assertThat(value(AutoMatch.byLines(UTC), figures)).isEqualTo(Fraction.of(100));
    }

    /** A reversal takes the credit away when it happens, not before; a return of the bank does not. */
    @Test
    void aReversalRemovesTheCreditLater() {
        Receipt matched =
                receipt("R-1", "2026-03-02T10:00", "100.00").applied(auto("I-1", "100.00", "2026-03-02T11:00"));
        Receipt undone = matched.undone("I-1", at("2026-04-10T09:00"), Reason.ERROR)
                .applied(byHand("I-2", "100.00", "2026-04-10T09:05"));
        assertThat(value(AutoMatch.byCount(UTC), march(END, undone))).isEqualTo(Fraction.of(100));
        assertThat(value(AutoMatch.byCount(UTC), march(LATER, undone))).isEqualTo(Fraction.ZERO);
        assertThat(value(AutoMatch.byLines(UTC), march(LATER, undone))).isEqualTo(Fraction.ZERO);
        assertThat(value(
                        AutoMatch.byCount(UTC),
                        march(LATER, matched.undone("I-1", at("2026-04-10T09:00"), Reason.OTHER))))
                .isEqualTo(Fraction.ZERO);
        assertThat(value(
                        AutoMatch.byCount(UTC),
                        march(LATER, matched.undone("I-1", at("2026-04-10T09:00"), Reason.RETURNED_BY_BANK))))
                .isEqualTo(Fraction.of(100));
    }

    /** What was recorded after the question is not known to it, on either axis. */
    @Test
    void anAnswerOfThePastStays() {
        Receipt came = receipt("R-1", "2026-03-02T10:00", "100.00");
        Receipt matched = came.applied(auto("I-1", "100.00", "2026-03-02T11:00"));
        var log = EventLog.of(List.of(came, matched, matched.undone("I-1", at("2026-03-20T09:00"), Reason.ERROR)));
        assertThat(value(AutoMatch.byCount(UTC), log.figures(MARCH, AsOf.of("2026-03-31", "2026-03-02T10:30:00Z"))))
                .isEqualTo(Fraction.ZERO);
        assertThat(value(AutoMatch.byCount(UTC), log.figures(MARCH, AsOf.of("2026-03-31", "2026-03-19T00:00:00Z"))))
                .isEqualTo(Fraction.of(100));
        assertThat(value(AutoMatch.byCount(UTC), log.figures(MARCH, END))).isEqualTo(Fraction.ZERO);
    }

    @Test
    void prepaymentsAndWhatWentBackAreNotToBeMatched() {
        Receipt order = receipt("R-1", "2026-03-02T10:00", "100.00").asPrepayment();
        Receipt back = receipt("R-2", "2026-03-02T10:00", "100.00").wentBack(at("2026-03-03T10:00"));
        KpiResult none = AutoMatch.byCount(UTC).compute(march(END, order, back));
        assertThat(code(none)).isEqualTo("NO_RECEIPTS: there is nothing of receipts of the period");
        assertThat(none.basis().exclusions()).containsExactly("PREPAYMENT", "WENT_BACK");
        assertThat(value(
                        AutoMatch.byCount(UTC),
                        march(END, order.applied(auto("I-1", "100.00", "2026-03-20T10:00")), back)))
                .isEqualTo(Fraction.of(100));
    }

    @Test
    void amountsOfSeveralCurrenciesHaveNoShare() {
        var figures = EventFigures.of(
                MARCH,
                END,
                List.of(
                        receipt("R-1", "2026-03-02T10:00", "1.00"),
                        Receipt.received("R-2", at("2026-03-02T10:00"), Amount.of("1.00", "USD"))));
        assertThat(code(AutoMatch.byAmount(UTC).compute(figures)))
                .isEqualTo("MIXED_CURRENCIES: the receipts are in more than one currency");
        assertThat(value(AutoMatch.byCount(UTC), figures)).isEqualTo(Fraction.ZERO);
        assertThat(code(AutoMatch.byCount(UTC).compute(march(END)))).startsWith("NO_RECEIPTS");
    }

    /** By hand: of three, one is undone for an error on the last day of its 30 (1 April), one a day later, one by the bank: 2 of 3 are right. */
    @Test
    void onlyErrorsWithinTheWindowMakeAReceiptWrong() {
        Receipt first = receipt("R-1", "2026-03-02T10:00", "100.00").applied(auto("I-1", "100.00", "2026-03-02T11:00"));
        Receipt second = receipt("R-2", "2026-03-02T10:00", "50.00").applied(auto("I-1", "50.00", "2026-03-02T11:00"));
        Receipt third = receipt("R-3", "2026-03-02T10:00", "50.00").applied(auto("I-1", "50.00", "2026-03-02T11:00"));
        var figures = march(
                LATER,
                first.undone("I-1", at("2026-04-01T23:59"), Reason.ERROR),
                second.undone("I-1", at("2026-04-02T00:00"), Reason.ERROR),
                third.undone("I-1", at("2026-03-05T00:00"), Reason.RETURNED_BY_BANK));
        var within30 = CashApplicationAccuracy.within(30, UTC);
        assertThat(value(within30, figures)).isEqualTo(Fraction.of(200, 3));
        assertThat(value(within30.byAmount(), figures)).isEqualTo(Fraction.of(50));
        assertThat(value(within30.asErrorRate(), figures)).isEqualTo(Fraction.of(100, 3));
        assertThat(value(within30.asErrorRate().byAmount(), figures)).isEqualTo(Fraction.of(50));
        assertThat(value(CashApplicationAccuracy.within(31, UTC), figures)).isEqualTo(Fraction.of(100, 3));
        assertThat(value(CashApplicationAccuracy.within(0, UTC), figures)).isEqualTo(Fraction.of(100));
        assertThat(value(within30, march(LATER, first.undone("I-1", at("2026-03-03T00:00"), Reason.OTHER))))
                .isEqualTo(Fraction.of(100));
    }

    /** The thirty days of 1 March end with 31 March, which nobody knew on the 20th, whichever date is asked about. */
    @Test
    void daysThatNobodyHasSeenEndAreNotOver() {
        Receipt right = receipt("R-1", "2026-03-01T10:00", "100.00").applied(auto("I-1", "100.00", "2026-03-01T11:00"));
        var accuracy = CashApplicationAccuracy.within(30, UTC);
        assertThat(code(accuracy.compute(march(AsOf.of("2026-03-31", "2026-03-20T12:00:00Z"), right))))
                .startsWith("WINDOW_OPEN");
        assertThat(accuracy.compute(march(AsOf.of("2026-03-31", "2026-04-01T00:00:00Z"), right))
                        .value())
                .contains(Fraction.of(100));
    }

    /** An error of a receipt whose days are not over counts no more than the errors to come. */
    @Test
    void aReceiptWhoseDaysAreNotOverIsLeftOut() {
        Receipt wrong = receipt("R-1", "2026-03-05T10:00", "100.00")
                .applied(auto("I-1", "100.00", "2026-03-05T11:00"))
                .undone("I-1", at("2026-03-06T09:00"), Reason.ERROR);
        Receipt right = receipt("R-2", "2026-03-01T10:00", "100.00").applied(auto("I-1", "100.00", "2026-03-01T11:00"));
        KpiResult known = CashApplicationAccuracy.within(30, UTC).compute(march(END, wrong, right));
        assertThat(known.value()).contains(Fraction.of(100));
        assertThat(known.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(code(CashApplicationAccuracy.within(30, UTC).compute(march(END, wrong))))
                .isEqualTo("WINDOW_OPEN: for no receipt 30 days have passed");
        assertThat(code(CashApplicationAccuracy.within(30, UTC).compute(march(END))))
                .isEqualTo("NO_RECEIPTS: no receipt was first applied in the period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CashApplicationAccuracy.within(-1, UTC))
                .withMessage("days must not be negative, but was -1");
    }

    @Property
    void accuracyAndErrorsMakeAHundred(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 40) Integer> undoneAfter) {
        var receipts = new ArrayList<Receipt>();
        for (int days : undoneAfter) {
            Instant applied = at("2026-03-10T11:00");
            receipts.add(receipt("R-" + receipts.size(), "2026-03-10T10:00", "10.00")
                    .applied(auto("I", "10.00", "2026-03-10T11:00"))
                    .undone("I", applied.plusSeconds(days * 86_400L), Reason.ERROR));
        }
        var figures = EventFigures.of(MARCH, LATER, receipts);
        var accuracy = CashApplicationAccuracy.within(20, UTC);
        assertThat(value(accuracy, figures).plus(value(accuracy.asErrorRate(), figures)))
                .isEqualTo(Fraction.of(100));
        Collections.shuffle(receipts, new Random(7));
        assertThat(accuracy.compute(EventFigures.of(MARCH, LATER, receipts))).isEqualTo(accuracy.compute(figures));
    }

    /** By hand: R-1 took 0 days, R-2 two, R-3 six; R-4 waits: mean 8/3, median 2, nine of ten 6. */
    @Test
    void cashWaitsUntilAllOfItIsApplied() {
        var figures = march(END, four());
        KpiResult mean = CashApplicationTime.mean(DAYS).compute(figures);
        assertThat(mean.value()).contains(Fraction.of(8, 3));
        assertThat(mean.basis().exclusions()).containsExactly("STILL_OPEN");
        assertThat(mean.basis().definition().unit()).isEqualTo(KpiUnit.DAYS);
        assertThat(value(CashApplicationTime.median(DAYS), figures)).isEqualTo(Fraction.of(2));
        assertThat(value(CashApplicationTime.p90(DAYS), figures)).isEqualTo(Fraction.of(6));
        assertThat(value(CashApplicationTime.max(DAYS), figures)).isEqualTo(Fraction.of(6));
    }

    /** By hand, 09:00 to 17:00: R-1 1 hour; R-2 Tuesday 10:00 to Thursday 11:00 is 7 + 8 + 2 = 17; R-3 Wednesday 10:00 to Tuesday 11:00 is 7 + 8 + 8 + 8 + 2 = 33. */
    @Test
    void timesAreInBusinessHoursIfWanted() {
        var figures = march(END, four());
        assertThat(value(CashApplicationTime.median(OFFICE), figures)).isEqualTo(Fraction.of(17));
        assertThat(value(CashApplicationTime.mean(OFFICE), figures)).isEqualTo(Fraction.of(51, 3));
        assertThat(CashApplicationTime.median(OFFICE).id()).isEqualTo("cash-app.time.business-hours.median");
        assertThat(CashApplicationTime.median(OFFICE).definition().unit()).isEqualTo(KpiUnit.HOURS);
    }

    /** What is undone later took as long as it first did; the rest of an overpayment that is refunded took until the last line before. */
    @Test
    void reversalsAndRefundsDoNotProlongIt() {
        Receipt again = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "100.00", "2026-03-03T11:00"))
                .undone("I-1", at("2026-03-09T09:00"), Reason.ERROR)
                .applied(byHand("I-2", "100.00", "2026-03-20T11:00"));
        assertThat(value(CashApplicationTime.max(DAYS), march(END, again))).isEqualTo(Fraction.ONE);
        Receipt over = receipt("R-2", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "90.00", "2026-03-04T11:00"))
                .wentBack(at("2026-03-25T10:00"));
        assertThat(value(CashApplicationTime.max(DAYS), march(END, over))).isEqualTo(Fraction.of(2));
        assertThat(code(CashApplicationTime.max(DAYS)
                        .compute(march(AsOf.endOf("2026-03-31"), receipt("R-3", "2026-03-30T10:00", "1.00")))))
                .isEqualTo("NO_RECEIPTS: no receipt was wholly applied in the period");
    }

    /** Undone and applied again in between: it is whole when the sum of what stands is. */
    @Test
    void aReceiptIsWholeWhenWhatStandsAddsUp() {
        Receipt twice = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-03T11:00"))
                .undone("I-1", at("2026-03-04T09:00"), Reason.ERROR)
                .applied(byHand("I-2", "60.00", "2026-03-05T11:00"))
                .applied(byHand("I-3", "40.00", "2026-03-08T11:00"));
        assertThat(value(CashApplicationTime.max(DAYS), march(END, twice))).isEqualTo(Fraction.of(6));
    }

    /** By hand, on 31 March: of 1 March 30 days, of 31 March 0; a prepayment and what went back do not wait. */
    @Test
    void whatWaitsHasAnAge() {
        var figures = march(
                END,
                receipt("R-1", "2026-03-01T10:00", "100.00").applied(auto("I-1", "99.00", "2026-03-02T11:00")),
                receipt("R-2", "2026-03-31T10:00", "100.00"),
                receipt("R-3", "2026-03-01T10:00", "100.00").asPrepayment(),
                receipt("R-4", "2026-03-01T10:00", "100.00").wentBack(at("2026-03-31T10:00")),
                receipt("R-5", "2026-02-01T10:00", "100.00").applied(auto("I-1", "100.00", "2026-03-02T11:00")));
        KpiResult mean = UnappliedReceiptAge.mean(DAYS).compute(figures);
        assertThat(mean.value()).contains(Fraction.of(15));
        assertThat(mean.basis().exclusions()).containsExactly("PREPAYMENT");
        assertThat(value(UnappliedReceiptAge.median(DAYS), figures)).isEqualTo(Fraction.of(15));
        assertThat(value(UnappliedReceiptAge.p90(DAYS), figures)).isEqualTo(Fraction.of(30));
        assertThat(value(UnappliedReceiptAge.max(DAYS), figures)).isEqualTo(Fraction.of(30));
        assertThat(value(UnappliedReceiptAge.max(OFFICE), march(END, receipt("R-2", "2026-03-31T10:00", "100.00"))))
                .isEqualTo(Fraction.of(7));
        KpiResult time = CashApplicationTime.mean(DAYS).compute(figures);
        assertThat(time.value()).contains(Fraction.of(29)); // R-5, 1 February to 2 March
        assertThat(time.basis().exclusions()).containsExactlyInAnyOrder("PREPAYMENT", "STILL_OPEN");
        assertThat(code(UnappliedReceiptAge.mean(DAYS).compute(march(END))))
                .isEqualTo("NO_RECEIPTS: all that came in by the day of the question is applied");
    }

    /** An application that is undone after the question stood on its day. */
    @Test
    void whatIsUndoneWaitsAgain() {
        Receipt undone = receipt("R-1", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "100.00", "2026-03-02T11:00"))
                .undone("I-1", at("2026-03-11T10:00"), Reason.ERROR);
        assertThat(value(UnappliedReceiptAge.max(DAYS), march(END, undone))).isEqualTo(Fraction.of(30));
        var then = EventFigures.of(
                ServicePeriod.of("2026-03-01", "2026-03-11"), AsOf.endOf("2026-03-10"), List.of(undone));
        assertThat(code(UnappliedReceiptAge.max(DAYS).compute(then))).startsWith("NO_RECEIPTS");
    }

    /** One payment is applied to two invoices by one run of a machine, and the rest is refunded at once: four states, each known after the one before. */
    @Test
    void statesOfOneMomentFollowEachOther() {
        Receipt came = receipt("R-1", "2026-03-02T10:00", "100.00");
        Receipt first = came.applied(auto("I-1", "60.00", "2026-03-02T10:00"));
        Receipt second = first.applied(auto("I-2", "30.00", "2026-03-02T10:00"));
        Receipt back = second.wentBack(at("2026-03-02T10:00"));
        Receipt undone = back.undone("I-2", at("2026-03-02T10:00"), Reason.ERROR);
        var log = EventLog.of(List.of(came, first, second, back, undone));
        assertThat(log.knownAt(at("2026-03-02T10:00"))).containsExactly(came);
        assertThat(log.knownAt(at("2026-03-02T10:01"))).containsExactly(undone);
        // what was recorded when the bank's file came is not overtaken by what had happened before
        Receipt filed = came.asRecorded(at("2026-03-02T12:00"));
        var late = EventLog.of(List.of(filed, filed.applied(auto("I-1", "100.00", "2026-03-02T11:00"))));
        assertThat(value(AutoMatch.byCount(UTC), late.figures(MARCH, END))).isEqualTo(Fraction.of(100));
    }

    /** By hand: 60.00 of 100.00 are applied, 40.00 refunded on the 4th; the 60.00 are undone on the 10th and wait from then on. */
    @Test
    void whatIsUndoneAfterTheRestWentBackWaits() {
        Receipt undone = receipt("R-1", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-02T11:00"))
                .wentBack(at("2026-03-04T10:00"))
                .undone("I-1", at("2026-03-10T10:00"), Reason.ERROR);
        assertThat(value(UnappliedReceiptAge.max(DAYS), march(END, undone))).isEqualTo(Fraction.of(30));
        Receipt again = undone.applied(byHand("I-2", "60.00", "2026-03-11T10:00"));
        assertThat(code(UnappliedReceiptAge.max(DAYS).compute(march(END, again))))
                .startsWith("NO_RECEIPTS");
        var before = EventFigures.of(
                ServicePeriod.of("2026-03-01", "2026-03-10"), AsOf.endOf("2026-03-09"), List.of(undone));
        assertThat(code(UnappliedReceiptAge.max(DAYS).compute(before))).startsWith("NO_RECEIPTS");
        Receipt returned = receipt("R-1", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-02T11:00"))
                .wentBack(at("2026-03-04T10:00"))
                .undone("I-1", at("2026-03-10T10:00"), Reason.RETURNED_BY_BANK);
        assertThat(code(UnappliedReceiptAge.max(DAYS).compute(march(END, returned))))
                .startsWith("NO_RECEIPTS");
    }

    /** 60.00 of 100.00 are applied and stay so, 40.00 are refunded: nothing of it waits. */
    @Test
    void whatIsAppliedAndRefundedDoesNotWait() {
        Receipt receipt = receipt("R-1", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-02T11:00"))
                .wentBack(at("2026-03-04T10:00"));
        assertThat(code(UnappliedReceiptAge.max(DAYS).compute(march(END, receipt))))
                .startsWith("NO_RECEIPTS");
    }

    /** By hand, on 15 March: 40.00 of 100.00 went back, 30.00 stand on I-2 until the bank takes them on the 20th, and 30.00 wait since I-1 was found wrong: from 1 March, 14 days. */
    @Test
    void whatTheBankTakesLaterStandsUntilThen() {
        Receipt receipt = receipt("R-1", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "30.00", "2026-03-02T11:00"))
                .applied(auto("I-2", "30.00", "2026-03-02T11:00"))
                .wentBack(at("2026-03-04T10:00"))
                .undone("I-1", at("2026-03-10T10:00"), Reason.ERROR)
                .undone("I-2", at("2026-03-20T10:00"), Reason.RETURNED_BY_BANK);
        var then = EventFigures.of(
                ServicePeriod.of("2026-03-01", "2026-03-16"), AsOf.endOf("2026-03-15"), List.of(receipt));
        assertThat(value(UnappliedReceiptAge.max(DAYS), then)).isEqualTo(Fraction.of(14));
    }

    /** Of another customer: what was applied by mistake is undone, and all of it goes back. It was never applied, and says nothing of how long that takes. */
    @Test
    void whatWentBackAsAWholeWasNotApplied() {
        Receipt mistaken = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-03T11:00"))
                .undone("I-1", at("2026-03-04T10:00"), Reason.ERROR)
                .wentBack(at("2026-03-05T10:00"));
        assertThat(code(CashApplicationTime.mean(DAYS).compute(march(END, mistaken))))
                .startsWith("NO_RECEIPTS");
        // by hand: 60.00 stand when the rest goes back, applied after a day; 20.00 of the fifth day did not
        Receipt part = receipt("R-2", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-03T11:00"))
                .applied(auto("I-2", "20.00", "2026-03-05T11:00"))
                .undone("I-2", at("2026-03-06T10:00"), Reason.ERROR)
                .wentBack(at("2026-03-09T10:00"));
        assertThat(value(CashApplicationTime.max(DAYS), march(END, part))).isEqualTo(Fraction.ONE);
        // 60.00 of 100.00 were matched, and the bank took all back: the match was right
        Receipt bounced = receipt("R-3", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-03T11:00"))
                .undone("I-1", at("2026-03-06T10:00"), Reason.RETURNED_BY_BANK)
                .wentBack(at("2026-03-06T10:00"));
        assertThat(value(AutoMatch.byCount(UTC), march(END, bounced))).isEqualTo(Fraction.of(100));
    }

    /** The right item is settled on the 5th, and only on the 9th the 60.00 of the wrong one are undone: all was used up on the 5th, three days after the 2nd. */
    @Test
    void aCorrectionThatComesAfterwardsDoesNotProlongIt() {
        Receipt twice = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-03T11:00"))
                .undone("I-1", at("2026-03-09T09:00"), Reason.ERROR)
                .applied(byHand("I-2", "100.00", "2026-03-05T11:00"));
        assertThat(value(CashApplicationTime.max(DAYS), march(END, twice))).isEqualTo(Fraction.of(3));
    }

    /** Of a prepayment of 100.00 the first invoice took 30.00; the rest waits for the next one, which is nobody's work. Its line was a match. */
    @Test
    void aPrepaymentIsNotMatchedUntilItIsInvoiced() {
        Receipt order = receipt("R-1", "2026-03-02T10:00", "100.00")
                .asPrepayment()
                .applied(auto("I-1", "30.00", "2026-03-20T10:00"));
        for (AutoMatch match : List.of(AutoMatch.byCount(UTC), AutoMatch.byAmount(UTC))) {
            KpiResult none = match.compute(march(END, order));
            assertThat(code(none)).startsWith("NO_RECEIPTS");
            assertThat(none.basis().exclusions()).containsExactly("PREPAYMENT");
        }
        assertThat(value(AutoMatch.byLines(UTC), march(END, order))).isEqualTo(Fraction.of(100));
        Receipt all = order.applied(auto("I-2", "70.00", "2026-03-31T10:00"));
        assertThat(value(AutoMatch.byCount(UTC), march(END, all))).isEqualTo(Fraction.of(100));
        assertThat(code(AutoMatch.byLines(UTC)
                        .compute(march(
                                END, receipt("R-2", "2026-03-02T10:00", "1.00").asPrepayment()))))
                .startsWith("NO_RECEIPTS");
    }

    /** What was applied partly and then refunded was matched by somebody: it is not left out. */
    @Test
    void whatWentBackInPartCounts() {
        Receipt over = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "90.00", "2026-03-04T11:00"))
                .wentBack(at("2026-03-25T10:00"));
        Receipt byClerk = receipt("R-2", "2026-03-02T10:00", "100.00")
                .applied(byHand("I-1", "90.00", "2026-03-04T11:00"))
                .wentBack(at("2026-03-25T10:00"));
        KpiResult half = AutoMatch.byCount(UTC).compute(march(END, over, byClerk));
        assertThat(half.value()).contains(Fraction.of(50));
        assertThat(half.basis().exclusions()).isEmpty();
    }

    /** By hand: of February, of March, of April, and one that nobody has applied by the end of March; only March's counts. */
    @Test
    void accuracyIsOfThePeriodOfTheFirstApplication() {
        Receipt february = receipt("R-1", "2026-02-20T10:00", "1.00")
                .applied(auto("I", "1.00", "2026-02-28T11:00"))
                .undone("I", at("2026-03-02T10:00"), Reason.ERROR);
        Receipt march = receipt("R-2", "2026-02-20T10:00", "1.00").applied(auto("I", "1.00", "2026-03-31T11:00"));
        Receipt april = receipt("R-3", "2026-03-20T10:00", "1.00")
                .applied(auto("I", "1.00", "2026-04-01T11:00"))
                .undone("I", at("2026-04-02T10:00"), Reason.ERROR);
        KpiResult accuracy = CashApplicationAccuracy.within(30, UTC)
                .compute(march(LATER, february, march, april, receipt("R-4", "2026-03-20T10:00", "1.00")));
        assertThat(accuracy.value()).contains(Fraction.of(100));
        assertThat(accuracy.basis().items()).extracting(item -> item.id()).containsExactly("R-2");
    }

    @Test
    void accuracyByAmountIsOfOneCurrency() {
        Receipt euros = receipt("R-1", "2026-03-02T10:00", "1.00").applied(auto("I", "1.00", "2026-03-02T11:00"));
        Amount dollar = Amount.of("1.00", "USD");
        Receipt dollars = Receipt.received("R-2", at("2026-03-02T10:00"), dollar)
                .applied(Line.automatic("I", dollar, at("2026-03-02T11:00")));
        var accuracy = CashApplicationAccuracy.within(30, UTC);
        assertThat(code(accuracy.byAmount().compute(march(LATER, euros, dollars))))
                .isEqualTo("MIXED_CURRENCIES: the receipts are in more than one currency");
        assertThat(value(accuracy, march(LATER, euros, dollars))).isEqualTo(Fraction.of(100));
        assertThat(accuracy.byAmount().compute(march(LATER, euros)).basis().currency())
                .contains("EUR");
    }

    /** Applied twice to one item, once to another: undone are first the last one to it and then the one before. */
    @Test
    void theLastLineOfAnItemIsUndoneFirst() {
        Receipt thrice = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "50.00", "2026-03-03T10:00"))
                .applied(auto("I-1", "30.00", "2026-03-04T10:00"))
                .applied(auto("I-2", "20.00", "2026-03-05T10:00"));
        Receipt once = thrice.undone("I-1", at("2026-03-06T10:00"), Reason.ERROR);
        assertThat(once.lines()).extracting(line -> line.reversal() == null).containsExactly(true, false, true);
        assertThat(once.undone("I-1", at("2026-03-07T10:00"), Reason.ERROR).lines())
                .extracting(line -> line.reversal() == null)
                .containsExactly(false, false, true);
    }

    /** What comes in, is applied or goes back in April has not done so as of March. */
    @Test
    void aprilIsNotKnownInMarch() {
        Receipt back = receipt("R-1", "2026-03-01T10:00", "100.00").wentBack(at("2026-04-01T00:00"));
        assertThat(value(UnappliedReceiptAge.max(DAYS), march(END, back))).isEqualTo(Fraction.of(30));
        assertThat(value(AutoMatch.byCount(UTC), march(END, back))).isEqualTo(Fraction.ZERO);
        assertThat(code(AutoMatch.byCount(UTC).compute(march(LATER, back)))).startsWith("NO_RECEIPTS");
        Receipt rest = receipt("R-2", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "90.00", "2026-03-02T10:00"))
                .wentBack(at("2026-04-01T00:00"));
        assertThat(value(AutoMatch.byCount(UTC), march(END, rest))).isEqualTo(Fraction.ZERO);
        assertThat(value(AutoMatch.byCount(UTC), march(LATER, rest))).isEqualTo(Fraction.of(100));
        Receipt order = receipt("R-3", "2026-03-01T10:00", "100.00")
                .asPrepayment()
                .applied(auto("I-1", "90.00", "2026-04-01T00:00"));
        assertThat(AutoMatch.byLines(UTC).compute(march(END, order)).basis().exclusions())
                .containsExactly("PREPAYMENT");
        Receipt april = receipt("R-4", "2026-04-01T00:00", "100.00").asPrepayment();
        assertThat(UnappliedReceiptAge.max(DAYS)
                        .compute(march(END, april))
                        .basis()
                        .exclusions())
                .isEmpty();
    }

    /** By hand: 20.00 and 60.00 are applied and 20.00 refunded; the first 20.00 are undone in March and wait, though the bank takes the 60.00 back in April. */
    @Test
    void whatTheBankTakesBackLaterDoesNotHideWhatWaits() {
        Receipt receipt = receipt("R-1", "2026-03-01T10:00", "100.00")
                .applied(auto("I-1", "20.00", "2026-03-02T10:00"))
                .applied(auto("I-2", "60.00", "2026-03-02T10:00"))
                .wentBack(at("2026-03-03T10:00"))
                .undone("I-1", at("2026-03-10T10:00"), Reason.ERROR)
                .undone("I-2", at("2026-04-10T10:00"), Reason.RETURNED_BY_BANK);
        assertThat(value(UnappliedReceiptAge.max(DAYS), march(END, receipt))).isEqualTo(Fraction.of(30));
    }

    @Test
    void refusesWhatCannotBe() {
        Receipt came = receipt("R-1", "2026-03-02T10:00", "100.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> came.applied(auto("I-1", "100.01", "2026-03-02T11:00")))
                .withMessage("lines must not be more than EUR 100.00, without what was undone, but was EUR 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> came.applied(auto("I-1", "1.00", "2026-03-02T09:59")))
                .withMessage("lines must not be applied before 2026-03-02T10:00:00Z, but was 2026-03-02T09:59:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> came.undone("I-1", at("2026-03-03T10:00"), Reason.ERROR))
                .withMessage("item must be one to which it is applied, but was I-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> came.applied(auto("I-1", "1.00", "2026-03-02T11:00"))
                        .undone("I-1", at("2026-03-02T10:59"), Reason.ERROR))
                .withMessageStartingWith("reversal must not be before 2026-03-02T11:00:00Z, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> came.wentBack(at("2026-03-02T09:00")))
                .withMessage("wentBack must not be before 2026-03-02T10:00:00Z, but was 2026-03-02T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipt("R-1", "2026-03-02T10:00", "0.00"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auto("I-1", "-1.00", "2026-03-02T11:00"))
                .withMessage("amount must be more than 0, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> came.wentBack(Instant.MAX))
                .withMessageStartingWith("wentBack must lie in the years 1 to 9999, but was ");
        Assertions.assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> came.applied(Line.automatic("I-1", Amount.of("1", "USD"), at("2026-03-02T11:00"))));
        Line undone = Line.automatic("I-1", Amount.of("1", "USD"), at("2026-03-02T11:00"))
                .undone(at("2026-03-03T11:00"), Reason.ERROR);
        Assertions.assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> came.applied(undone));
        assertThat(came.asRecorded(at("2026-03-09T10:00")).recordedAt()).isEqualTo(at("2026-03-09T10:00"));
    }

    @Test
    void daysBeginInTheZone() {
        var berlin = ZoneId.of("Europe/Berlin");
        Receipt late = receipt("R-1", "2026-02-28T23:30", "1.00").applied(auto("I-1", "1.00", "2026-02-28T23:40"));
        assertThat(value(AutoMatch.byCount(berlin), march(END, late))).isEqualTo(Fraction.of(100));
        assertThat(code(AutoMatch.byCount(UTC).compute(march(END, late)))).startsWith("NO_RECEIPTS");
    }

    /** A person applies the rest in April: of what was applied in March, all was applied by the machine. */
    @Test
    void linesOfLaterAreNotCounted() {
        Receipt split = receipt("R-1", "2026-03-02T10:00", "100.00")
                .applied(auto("I-1", "60.00", "2026-03-02T11:00"))
                .applied(byHand("I-2", "40.00", "2026-04-02T11:00"));
        assertThat(value(AutoMatch.byLines(UTC), march(END, split))).isEqualTo(Fraction.of(100));
        assertThat(value(AutoMatch.byLines(UTC), march(LATER, split))).isEqualTo(Fraction.of(50));
    }

    /** Of March is what was applied in it, and what came by its end and waits: not what was applied in April, came in April, went back, or was paid in advance in April. */
    @Test
    void whatIsOfAnotherMonthTakesNoTime() {
        KpiResult days = CashApplicationTime.mean(DAYS)
                .compute(march(
                        LATER,
                        receipt("R-1", "2026-03-02T10:00", "100.00").applied(auto("I-1", "100.00", "2026-03-05T10:00")),
                        receipt("R-2", "2026-03-02T10:00", "100.00").applied(auto("I-2", "100.00", "2026-04-05T10:00")),
                        receipt("R-3", "2026-04-02T10:00", "100.00"),
                        receipt("R-4", "2026-03-02T10:00", "100.00").wentBack(at("2026-03-03T10:00")),
                        receipt("R-5", "2026-04-02T10:00", "100.00").asPrepayment()));
        assertThat(days.value()).contains(Fraction.of(3));
        assertThat(days.basis().count()).contains(1L);
        assertThat(days.basis().exclusions()).isEmpty();
        assertThat(CashApplicationTime.mean(DAYS)
                        .compute(march(LATER, receipt("R-6", "2026-03-31T10:00", "100.00")))
                        .basis()
                        .exclusions())
                .containsExactly("STILL_OPEN");
    }
}
