package io.quittance.kpi.billing;

import static io.quittance.kpi.billing.DisputeCase.Outcome.AGREED;
import static io.quittance.kpi.billing.DisputeCase.Outcome.CUSTOMERS;
import static io.quittance.kpi.billing.DisputeCase.Outcome.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import io.quittance.kpi.time.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DisputesTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final CalendarDays DAYS = new CalendarDays(UTC);
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");

    private static Instant at(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private static DisputeCase opened(String key, String day, String amount) {
        return DisputeCase.opened(key, at(day), Amount.of(amount, "EUR"), "PRICING");
    }

    private static DisputeCase opened(String key, String day) {
        return opened(key, day, "100.00");
    }

    private static EventFigures<DisputeCase> figures(DisputeCase... cases) {
        return EventFigures.of(MARCH, END, List.of(cases));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code());
    }

    /** By hand: 4 open at the start, all resolved in March; 6 raised in it, 3 resolved in it, one in April. */
    private static EventFigures<DisputeCase> tenCases() {
        return figures(
                opened("D-1", "2026-02-01").resolved(at("2026-03-01"), OURS),
                opened("D-2", "2026-02-01").resolved(at("2026-03-02"), AGREED),
                opened("D-3", "2026-02-28").resolved(at("2026-03-03"), CUSTOMERS),
                opened("D-4", "2026-02-28").resolved(at("2026-03-31"), CUSTOMERS),
                opened("D-5", "2026-03-01").resolved(at("2026-03-01"), OURS),
                opened("D-6", "2026-03-02").resolved(at("2026-03-05"), CUSTOMERS),
                opened("D-7", "2026-03-03").resolved(at("2026-03-31"), AGREED),
                opened("D-8", "2026-03-31").resolved(at("2026-04-01"), OURS),
                opened("D-9", "2026-03-10"),
                opened("D-10", "2026-03-11"),
                // neither open at the start nor raised in March
                opened("D-11", "2026-01-05").resolved(at("2026-02-28"), OURS),
                opened("D-12", "2026-04-01"));
    }

    @Test
    void resolvedAreCountedOfTheStockOrOfTheCohort() {
        KpiResult stock = DiscrepanciesResolved.ofStock(UTC).compute(tenCases());
        assertThat(stock.value()).contains(Fraction.of(70));
        assertThat(stock.basis().numerator()).contains(Fraction.of(7));
        assertThat(stock.basis().denominator()).contains(Fraction.of(10));
        KpiResult cohort = DiscrepanciesResolved.ofCohort(UTC).compute(tenCases());
        assertThat(cohort.value()).contains(Fraction.of(50));
        assertThat(cohort.basis().count()).contains(6L);
        assertThat(code(DiscrepanciesResolved.ofStock(UTC).compute(figures()))).isEqualTo("NO_CASES");
        assertThat(code(DiscrepanciesResolved.ofCohort(UTC).compute(figures(opened("D-1", "2026-02-01")))))
                .isEqualTo("NO_CASES");
    }

    @Test
    void successIsInOurFavourOrAgreed() {
        assertThat(DisputeCount.resolvedSuccessfully(UTC).compute(tenCases()).value())
                .contains(Fraction.of(4));
        KpiResult open = DisputeCount.unresolved(UTC).compute(tenCases());
        assertThat(open.value()).contains(Fraction.of(3));
        assertThat(open.basis().items()).extracting(item -> item.id()).containsExactly("D-10", "D-8", "D-9");
        DisputeCase other = DisputeCase.opened("D-20", at("2026-03-01"), Amount.of("1", "EUR"), "QUALITY");
        assertThat(DisputeCount.unresolved(UTC)
                        .forReason("QUALITY")
                        .compute(figures(other, opened("D-1", "2026-03-01")))
                        .value())
                .contains(Fraction.ONE);
        assertThat(DisputeCount.unresolved(UTC).compute(figures()).value()).contains(Fraction.ZERO);
    }

    /** What is opened again is a case of its own: it counts again once. */
    @Test
    void aReopenedCaseCountsAgainOnce() {
        var figures = figures(
                opened("D-1", "2026-03-01").resolved(at("2026-03-10"), OURS),
                opened("D-1/2", "2026-03-20").resolved(at("2026-03-25"), OURS));
        assertThat(DisputeCount.resolvedSuccessfully(UTC).compute(figures).value())
                .contains(Fraction.of(2));
        assertThat(DisputeCycleTime.mean(DAYS).compute(figures).value()).contains(Fraction.of(7));
    }

    /** By hand: 10, 20 and 60 days. */
    @Test
    void timeRunsFromOpeningToResolution() {
        var figures = figures(
                opened("D-1", "2026-03-01").resolved(at("2026-03-11"), OURS),
                opened("D-2", "2026-03-01").resolved(at("2026-03-21"), CUSTOMERS),
                opened("D-3", "2026-01-10").resolved(at("2026-03-11"), AGREED),
                opened("D-4", "2026-03-01"));
        KpiResult mean = DisputeCycleTime.mean(DAYS).compute(figures);
        assertThat(mean.value()).contains(Fraction.of(30));
        assertThat(mean.basis().definition().unit()).isEqualTo(KpiUnit.DAYS);
        assertThat(DisputeCycleTime.median(DAYS).compute(figures).value()).contains(Fraction.of(20));
        assertThat(DisputeCycleTime.p90(DAYS).compute(figures).value()).contains(Fraction.of(60));
        assertThat(DisputeCycleTime.max(DAYS).compute(figures).value()).contains(Fraction.of(60));
        assertThat(code(DisputeCycleTime.mean(DAYS).compute(figures()))).isEqualTo("NO_RESOLUTIONS");
    }

    /** conformance/kpi.json: bh-weekend-half. */
    @Test
    void timeMayBeInBusinessHours() {
        BusinessHours office = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));
        DisputeCase one = DisputeCase.opened(
                        "D-1", Instant.parse("2026-03-06T16:30:00Z"), Amount.of("5", "EUR"), "PRICING")
                .resolved(Instant.parse("2026-03-09T10:30:00Z"), OURS);
        KpiResult mean = DisputeCycleTime.mean(office).compute(figures(one));
        assertThat(mean.value()).contains(Fraction.of(2));
        assertThat(mean.basis().kpi()).isEqualTo("dispute.cycle-time.business-hours.mean");
        assertThat(mean.basis().definition().unit()).isEqualTo(KpiUnit.HOURS);
        assertThat(DisputeAge.mean(office)
                        .compute(EventFigures.of(
                                ServicePeriod.of("2026-03-01", "2026-03-07"), AsOf.endOf("2026-03-06"), List.of(one)))
                        .value())
                .contains(Fraction.of(1, 2));
    }

    /** By hand: 1 to 31 March are 30 days; 2 to 10 March and 20 to 24 March, 8 and 4 of them, it was the customer's turn. */
    @Test
    void waitingForTheCustomerMayBeLeftOut() {
        DisputeCase one = opened("D-1", "2026-03-01")
                .waited(at("2026-03-20"), at("2026-03-24"))
                .waited(at("2026-03-02"), at("2026-03-10"))
                .resolved(at("2026-03-31"), OURS);
        KpiResult net = DisputeCycleTime.mean(DAYS).withoutWaiting().compute(figures(one));
        assertThat(net.value()).contains(Fraction.of(18));
        assertThat(net.basis().kpi()).isEqualTo("dispute.processing-time.mean");
        assertThat(DisputeCycleTime.mean(DAYS).compute(figures(one)).value()).contains(Fraction.of(30));
        // Thursday noon to Tuesday noon are 5 + 8 + 8 + 3 hours, of which 8 were waited until Friday noon
        BusinessHours office = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));
        DisputeCase other = opened("D-2", "2026-03-05")
                .waited(at("2026-03-05"), at("2026-03-06"))
                .resolved(at("2026-03-10"), OURS);
        assertThat(DisputeCycleTime.median(office)
                        .withoutWaiting()
                        .compute(figures(other))
                        .value())
                .contains(Fraction.of(16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened("D-1", "2026-03-05").waited(at("2026-03-04"), at("2026-03-06")))
                .withMessageStartingWith(
                        "waits must lie apart from each other from 2026-03-05T12:00:00Z to the end, but was");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.waited(at("2026-03-09"), at("2026-03-11")))
                .withMessageStartingWith("waits must lie apart from each other from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.waited(at("2026-03-30"), at("2026-04-01")))
                .withMessageStartingWith("waits must lie apart from each other from");
    }

    /** By hand: on 31 March a case of the 1st is 30 days old, one of the 31st 0, one of 1 January 89. */
    @Test
    void whatIsOpenHasAnAge() {
        var figures = figures(
                opened("D-1", "2026-03-01"),
                opened("D-2", "2026-03-31"),
                opened("D-3", "2026-01-01").resolved(at("2026-04-01"), OURS),
                opened("D-4", "2026-03-01").resolved(at("2026-03-31"), OURS),
                opened("D-5", "2026-04-01"));
        assertThat(DisputeAge.mean(DAYS).compute(figures).value()).contains(Fraction.of(119, 3));
        assertThat(DisputeAge.median(DAYS).compute(figures).value()).contains(Fraction.of(30));
        assertThat(DisputeAge.max(DAYS).compute(figures).value()).contains(Fraction.of(89));
        assertThat(code(DisputeAge.p90(DAYS).compute(figures()))).isEqualTo("NO_CASES");
    }

    /** By hand: 310.00 open, and 930.00 deducted in 31 days are 30.00 a day. */
    @Test
    void deductionsAreOpenForSomeDays() {
        var ddo = new DaysDeductionsOutstanding(UTC);
        KpiResult days = ddo.compute(figures(
                opened("D-1", "2026-02-01", "210.00"),
                opened("D-2", "2026-03-01", "830.00").resolved(at("2026-03-30"), CUSTOMERS),
                opened("D-3", "2026-03-31", "100.00"),
                opened("D-4", "2026-02-01", "999.00").resolved(at("2026-03-30"), CUSTOMERS)));
        assertThat(days.value()).contains(Fraction.of(31, 3));
        assertThat(days.basis().numerator()).contains(Fraction.of(310));
        assertThat(days.basis().denominator()).contains(Fraction.of(30));
        assertThat(days.basis().currency()).contains("EUR");
        assertThat(code(ddo.compute(figures(opened("D-1", "2026-02-01"))))).isEqualTo("NO_DEDUCTIONS");
        KpiResult mixed = ddo.compute(figures(
                opened("D-1", "2026-03-01"),
                DisputeCase.opened("D-2", at("2026-03-01"), Amount.of("1", "USD"), "PRICING")));
        assertThat(mixed.<String>match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason()))
                .isEqualTo("MIXED_CURRENCIES: the deductions are in more than one currency");
    }

    @Test
    void whatIsRecordedLaterDoesNotChangeThePast() {
        DisputeCase open = opened("D-1", "2026-03-01");
        EventLog<DisputeCase> log =
                EventLog.of(List.of(open, open.resolved(at("2026-03-02"), OURS).asRecorded(at("2026-04-10"))));
        var then = new AsOf(LocalDate.parse("2026-03-31"), at("2026-04-09"));
        assertThat(DisputeCount.unresolved(UTC)
                        .compute(log.figures(MARCH, then))
                        .value())
                .contains(Fraction.ONE);
        assertThat(DisputeCount.unresolved(UTC).compute(log.figures(MARCH, END)).value())
                .contains(Fraction.ZERO);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened("D-1", "2026-03-02").resolved(at("2026-03-01"), OURS))
                .withMessage("resolution must not be before 2026-03-02T12:00:00Z,"
                        + " but was Resolution[at=2026-03-01T12:00:00Z, outcome=OURS]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened("D-1", "2026-03-02", "0"))
                .withMessageStartingWith("amount must be more than 0, but was");
    }

    @Property(tries = 200)
    void whatIsOpenAtTheStartOrRaisedIsResolvedOrOpenAtTheEnd(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 120) Integer> drawn, @ForAll long seed) {
        var cases = new ArrayList<DisputeCase>();
        for (int i = 0; i < drawn.size(); i++) {
            Instant start = at("2026-01-01").plusSeconds(86_400L * drawn.get(i));
            DisputeCase one = DisputeCase.opened("D-" + i, start, Amount.of("1", "EUR"), "PRICING");
            cases.add(i % 3 == 0 ? one : one.resolved(start.plusSeconds(86_400L * i * i), i % 2 == 0 ? OURS : AGREED));
        }
        var shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(seed));
        var figures = EventFigures.of(MARCH, END, cases);
        var other = EventFigures.of(MARCH, END, shuffled);
        KpiResult stock = DiscrepanciesResolved.ofStock(UTC).compute(figures);
        assertThat(DiscrepanciesResolved.ofStock(UTC).compute(other)).isEqualTo(stock);
        assertThat(DisputeAge.median(DAYS).compute(other))
                .isEqualTo(DisputeAge.median(DAYS).compute(figures));
        Fraction resolved =
                DisputeCount.resolvedSuccessfully(UTC).compute(figures).value().orElseThrow();
        Fraction open = DisputeCount.unresolved(UTC).compute(figures).value().orElseThrow();
        // none of these ends in the customer's favour
        assertThat(stock.basis().denominator()).contains(resolved.plus(open));
    }

    /** By hand: open from 1 to 31 March, with 10 to 20 March waited, which is entered after the end: 20 days. It is not resolved before it was. */
    @Test
    void aWaitMayBeEnteredAfterTheEnd() {
        DisputeCase open = opened("D-1", "2026-03-01");
        DisputeCase resolved = open.resolved(at("2026-03-31"), OURS);
        EventLog<DisputeCase> log =
                EventLog.of(List.of(open, resolved, resolved.waited(at("2026-03-10"), at("2026-03-20"))));
        assertThat(DisputeCycleTime.mean(DAYS)
                        .withoutWaiting()
                        .compute(log.figures(MARCH, END))
                        .value())
                .contains(Fraction.of(20));
        var then = AsOf.of("2026-03-31", "2026-03-21T00:00:00Z");
        assertThat(DisputeCount.resolvedSuccessfully(UTC)
                        .compute(log.figures(MARCH, then))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** By hand: awaited from 10 March on; the resolution of the 31st ends that, unless the wait was over on the 20th. */
    @Test
    void aWaitMayGoOn() {
        DisputeCase waiting = opened("D-1", "2026-03-01").waitingSince(at("2026-03-10"));
        assertThat(waiting.waits()).containsExactly(Waiting.since(at("2026-03-10")));
        var net = DisputeCycleTime.mean(DAYS).withoutWaiting();
        assertThat(net.compute(figures(waiting.resolved(at("2026-03-31"), OURS)))
                        .value())
                .contains(Fraction.of(9));
        assertThat(net.compute(figures(waiting.waited(at("2026-03-10"), at("2026-03-20"))
                                .resolved(at("2026-03-31"), OURS)))
                        .value())
                .contains(Fraction.of(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiting.waited(at("2026-03-12"), at("2026-03-20")))
                .withMessageStartingWith("waits must lie apart from each other from 2026-03-01T12:00:00Z to the end");
    }

    /** By hand: at the end of January a case of the 31st is 0 days old, and one of March is none yet, whatever the day of the question. */
    @Test
    void theAgeIsThatAtTheEndOfThePeriod() {
        var january = EventFigures.of(
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                END,
                List.of(
                        opened("D-1", "2026-01-31"),
                        opened("D-2", "2026-01-11").resolved(at("2026-02-01"), OURS),
                        opened("D-3", "2026-03-01")));
        KpiResult age = DisputeAge.mean(DAYS).compute(january);
        assertThat(age.value()).contains(Fraction.of(10));
        assertThat(age.basis().count()).contains(2L);
    }

    /** A case in dollars that ended before March is no deduction of March; D-1, raised in it, and D-2, open since February, are. */
    @Test
    void aDeductionOfAnotherPeriodIsNotLookedAt() {
        KpiResult days = new DaysDeductionsOutstanding(UTC)
                .compute(figures(
                        opened("D-1", "2026-03-01", "31.00").resolved(at("2026-03-05"), OURS),
                        opened("D-2", "2026-02-01", "5.00"),
                        DisputeCase.opened("D-3", at("2026-02-01"), Amount.of("9", "USD"), "PRICING")
                                .resolved(at("2026-02-28"), OURS),
                        DisputeCase.opened("D-4", at("2026-04-01"), Amount.of("9", "USD"), "PRICING")));
        assertThat(days.value()).contains(Fraction.of(5));
        assertThat(days.basis().count()).contains(2L);
        assertThat(days.basis().items())
                .containsExactly(
                        new KpiItem("D-1", Fraction.ZERO, Fraction.ONE),
                        new KpiItem("D-2", Fraction.of(5), Fraction.ZERO));
    }

    @Test
    void theReasonSaysWhichCasesThereAreNot() {
        assertThat(DiscrepanciesResolved.ofStock(UTC)
                        .compute(figures())
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("no case was open at the start of the period or raised in it");
        assertThat(DiscrepanciesResolved.ofCohort(UTC)
                        .compute(figures())
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("no case was raised in the period");
    }

    /** Midnight in Berlin ends March at 22:00 UTC: a case resolved in the last second is of March, one resolved then is of April and open at the end of March. */
    @Test
    void thePeriodEndsAtMidnightOfTheZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var figures = figures(
                opened("D-1", "2026-03-01").resolved(Instant.parse("2026-03-31T21:59:59Z"), OURS),
                opened("D-2", "2026-03-01").resolved(Instant.parse("2026-03-31T22:00:00Z"), OURS));
        assertThat(DisputeCount.resolvedSuccessfully(berlin).compute(figures).value())
                .contains(Fraction.ONE);
        assertThat(DisputeCount.unresolved(berlin).compute(figures).value()).contains(Fraction.ONE);
        assertThat(DiscrepanciesResolved.ofCohort(berlin).compute(figures).value())
                .contains(Fraction.of(50));
        KpiResult time = DisputeCycleTime.mean(new CalendarDays(berlin)).compute(figures);
        assertThat(time.basis().items()).containsExactly(new KpiItem("D-1", Fraction.of(30), Fraction.ONE));
        assertThat(DisputeAge.mean(new CalendarDays(berlin))
                        .compute(figures)
                        .basis()
                        .items())
                .containsExactly(new KpiItem("D-2", Fraction.of(30), Fraction.ONE));
    }

    /** What is resolved outside March takes no time of it, before or after. */
    @Test
    void resolutionsOfOtherPeriodsTakeNoTimeOfThisOne() {
        var figures = EventFigures.of(
                MARCH,
                AsOf.endOf("2026-04-30"),
                List.of(
                        opened("D-1", "2026-01-01").resolved(at("2026-02-28"), OURS),
                        opened("D-2", "2026-03-01").resolved(at("2026-04-01"), OURS)));
        KpiResult time = DisputeCycleTime.mean(DAYS).compute(figures);
        assertThat(code(time)).isEqualTo("NO_RESOLUTIONS");
        assertThat(time.basis().items()).isEmpty();
        assertThat(time.basis().exclusions()).isEmpty();
    }

    @Test
    void whatIsContestedIsInItsCurrencyAndMoreThanNothing() {
        DisputeCase one = opened("D-1", "2026-03-05", "30");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> one.ofInvoices(Map.of("R-1", Amount.of("30", "USD"))))
                .withMessage("invoices must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.ofInvoices(Map.of("R-1", Amount.of("30", "EUR"), "R-2", Amount.of("0", "EUR"))))
                .withMessage("invoices must have more than 0 of each, but was EUR 0.00");
    }
}
