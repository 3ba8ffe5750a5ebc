package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Reduction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaidInvoiceKpisTest {
    private static final Instant RECORDED = Instant.parse("2026-03-31T20:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    private static PaidInvoice open(String key, String document, String due, String amount) {
        return PaidInvoice.open(
                key, "C-1", LocalDate.parse(document), LocalDate.parse(due), Amount.of(amount, "EUR"), RECORDED);
    }

    private static PaidInvoice paid(String key, String document, String due, String paid, String amount) {
        return open(key, document, due, amount).paidOn(LocalDate.parse(paid), RECORDED);
    }

    private static EventFigures<PaidInvoice> march(PaidInvoice... invoices) {
        return march(List.of(invoices));
    }

    private static EventFigures<PaidInvoice> march(List<PaidInvoice> invoices) {
        return EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), invoices);
    }

    /** Each paid on 31 March, so many days after its date and its due date. */
    private static EventFigures<PaidInvoice> after(int... days) {
        var invoices = new ArrayList<PaidInvoice>();
        LocalDate paid = LocalDate.parse("2026-03-31");
        for (int each : days) {
            LocalDate date = paid.minusDays(each);
            invoices.add(PaidInvoice.open("R-" + invoices.size(), "C-1", date, date, Amount.of("1", "EUR"), RECORDED)
                    .paidOn(paid, RECORDED));
        }
        return march(invoices);
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** Case dtp-d365-idea: 10.00 after 5 days and 100.00 after 10 are 7.5 and 9.545455 = 105 / 11 days. */
    @Test
    void daysToPayAreAveragedAndWeighted() {
        var figures = march(
                paid("R-1", "2026-03-01", "2026-03-31", "2026-03-06", "10"),
                paid("R-2", "2026-02-20", "2026-03-31", "2026-03-02", "100"));
        KpiResult average = DaysToPay.average().compute(figures);
        assertThat(average.value()).contains(Fraction.of(15, 2));
        assertThat(average.basis().count()).contains(2L);
        assertThat(average.basis().items())
                .containsExactly(
                        new KpiItem("R-1", Fraction.of(5), Fraction.ONE),
                        new KpiItem("R-2", Fraction.of(10), Fraction.ONE));
        assertThat(average.basis().exclusions()).isEmpty();
        KpiResult weighted = DaysToPay.weighted().compute(figures);
        assertThat(weighted.value()).contains(Fraction.of(105, 11));
        assertThat(weighted.basis().currency()).contains("EUR");
        assertThat(weighted.basis().items())
                .containsExactly(
                        new KpiItem("R-1", Fraction.of(50), Fraction.of(10)),
                        new KpiItem("R-2", Fraction.of(1000), Fraction.of(100)));
    }

    /** Paid in March. Issued in March, of which R-3 is paid. */
    @Test
    void aCohortIsByPaymentOrByInvoiceDate() {
        var figures = march(
                paid("R-1", "2026-02-01", "2026-02-28", "2026-02-28", "10"),
                paid("R-2", "2026-02-21", "2026-03-21", "2026-03-01", "10"),
                paid("R-3", "2026-03-01", "2026-03-31", "2026-03-31", "10"),
                paid("R-4", "2026-03-31", "2026-04-30", "2026-04-01", "10"),
                open("R-5", "2026-03-01", "2026-03-31", "10"),
                open("R-6", "2026-04-01", "2026-04-30", "10"),
                open("R-7", "2026-02-01", "2026-02-28", "10").creditedOn(LocalDate.parse("2026-03-10"), RECORDED));
        KpiResult byPayment = DaysToPay.average().compute(figures);
        assertThat(byPayment.value()).contains(Fraction.of(8 + 30, 2));
        assertThat(byPayment.basis().exclusions()).containsExactly("CREDITED_INVOICES", "OPEN_INVOICES");
        assertThat(OpenShare.ofInvoices().compute(figures).value()).contains(Fraction.of(50));
        KpiResult byIssue = DaysToPay.average().byInvoiceDate().compute(figures);
        assertThat(byIssue.value()).contains(Fraction.of(30));
        assertThat(byIssue.basis().kpi()).isEqualTo("days-to-pay.average.by-invoice-date");
        assertThat(OpenShare.ofInvoices().byInvoiceDate().compute(figures).value())
                .contains(Fraction.of(200, 3));
    }

    /** By invoice date, payments up to the day of the question count. */
    @Test
    void anEarlierQuestionHasItsAnswerStill() {
        PaidInvoice issued = open("R-1", "2026-03-01", "2026-03-31", "10");
        var log = EventLog.of(List.of(issued))
                .with(List.of(issued.paidOn(LocalDate.parse("2026-04-10"), RECORDED.plusSeconds(864_000))));
        KpiResult before = DaysToPay.average().byInvoiceDate().compute(log.figures(MARCH, AsOf.endOf("2026-03-31")));
        assertThat(code(before)).isEqualTo("NO_PAID_INVOICES");
        assertThat(DaysToPay.average()
                        .byInvoiceDate()
                        .compute(log.figures(MARCH, AsOf.endOf("2026-04-30")))
                        .value())
                .contains(Fraction.of(40));
    }

    /** Cases pct-nearest-rank, pct-inc-liquisearch, pct-inc-calcipedia and pct-exc-liquisearch. */
    @Test
    void aPercentileNamesItsMethod() {
        var figures = after(50, 15, 35, 20, 40);
        assertThat(DaysToPayPercentile.of(5, PercentileMethod.NEAREST_RANK)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(15));
        assertThat(DaysToPayPercentile.of(40, PercentileMethod.NEAREST_RANK)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(20));
        assertThat(DaysToPayPercentile.of(50, PercentileMethod.NEAREST_RANK)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(35));
        assertThat(DaysToPayPercentile.of(100, PercentileMethod.NEAREST_RANK)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(50));
        assertThat(DaysToPayPercentile.of(40, PercentileMethod.INCLUSIVE)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(29));
        assertThat(DaysToPayPercentile.of(30, PercentileMethod.INCLUSIVE)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(23));
        assertThat(DaysToPayPercentile.of(100, PercentileMethod.INCLUSIVE)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(50));
        assertThat(DaysToPayPercentile.of(40, PercentileMethod.EXCLUSIVE)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(26));
        assertThat(DaysToPayPercentile.of(90, PercentileMethod.NEAREST_RANK).id())
                .isEqualTo("days-to-pay.p90.nearest-rank");
    }

    /** 100.00 in 10 days, 800.00 in 20 and 100.00 in 30: of 1000.00, 90 % are paid in 20 days and 91 % in 30. */
    @Test
    void aPercentileByAmountCountsMoney() {
        var figures = march(
                paid("R-1", "2026-03-01", "2026-03-31", "2026-03-31", "100"),
                paid("R-2", "2026-03-01", "2026-03-31", "2026-03-21", "800"),
                paid("R-3", "2026-03-01", "2026-03-31", "2026-03-11", "100"));
        assertThat(DaysToPayPercentile.byAmount(10).compute(figures).value()).contains(Fraction.of(10));
        assertThat(DaysToPayPercentile.byAmount(90).compute(figures).value()).contains(Fraction.of(20));
        assertThat(DaysToPayPercentile.byAmount(91).compute(figures).value()).contains(Fraction.of(30));
    }

    /** Case dbt-snowday-dates: 0, 6 and 8 days late of 4000, 6000 and 2000 are 52000 / 12000 and 14 / 3 days. */
    @Test
    void daysBeyondTermsCountEarlyPaymentsAsZeroWhereClamped() {
        var figures = EventFigures.of(
                ServicePeriod.of("2026-01-01", "2026-03-01"),
                AsOf.endOf("2026-02-28"),
                List.of(
                        paid("R-1", "2026-01-01", "2026-01-31", "2026-01-31", "4000"),
                        paid("R-2", "2026-01-01", "2026-02-04", "2026-02-10", "6000"),
                        paid("R-3", "2026-01-01", "2026-01-25", "2026-02-02", "2000")));
        assertThat(DaysBeyondTerms.clampedWeighted().compute(figures).value()).contains(Fraction.of(13, 3));
        assertThat(DaysBeyondTerms.clamped().compute(figures).value()).contains(Fraction.of(14, 3));
    }

    /** Case dbt-fitsmallbusiness: -10, -5, 0, 5 and 10 days of 100 to 500 are 3.33 weighted and 0 simple. */
    @Test
    void daysBeyondTermsAreSignedOrClampedOrOfTheLateOnly() {
        var invoices = new ArrayList<PaidInvoice>();
        for (int i = 0; i < 5; i++) {
            LocalDate due = LocalDate.parse("2026-03-20").plusDays(10 - (5L * i));
            invoices.add(paid("R-" + i, "2026-02-01", due.toString(), "2026-03-20", 100 * (i + 1) + ".00"));
        }
        var figures = march(invoices);
        assertThat(DaysBeyondTerms.signedWeighted().compute(figures).value()).contains(Fraction.of(10, 3));
        assertThat(DaysBeyondTerms.signed().compute(figures).value()).contains(Fraction.ZERO);
        assertThat(DaysBeyondTerms.clamped().compute(figures).value()).contains(Fraction.of(3));
        assertThat(DaysBeyondTerms.clampedWeighted().compute(figures).value()).contains(Fraction.of(14, 3));
        KpiResult late = DaysBeyondTerms.lateOnly().compute(figures);
        assertThat(late.value()).contains(Fraction.of(15, 2));
        assertThat(late.basis().items()).extracting(KpiItem::id).containsExactly("R-3", "R-4");
    }

    /** Paid 4 days early; open and 10 days past due on 31 March; due on 31 March. */
    @Test
    void openLateInvoicesCountWhereAskedFor() {
        var figures = march(
                paid("R-1", "2026-03-01", "2026-03-14", "2026-03-10", "10"),
                open("R-2", "2026-03-01", "2026-03-21", "30"),
                open("R-3", "2026-03-01", "2026-03-31", "50"));
        assertThat(DaysBeyondTerms.signed().compute(figures).value()).contains(Fraction.of(-4));
        KpiResult withOpen = DaysBeyondTerms.signed().withOpenLate().compute(figures);
        assertThat(withOpen.value()).contains(Fraction.of(3));
        assertThat(withOpen.basis().exclusions()).containsExactly("OPEN_INVOICES");
        assertThat(DaysBeyondTerms.signedWeighted()
                        .withOpenLate()
                        .compute(figures)
                        .value())
                .contains(Fraction.of(300 - 40, 40));
        assertThat(DaysBeyondTerms.lateOnly().withOpenLate().compute(figures).value())
                .contains(Fraction.of(10));
        assertThat(code(DaysBeyondTerms.lateOnly().compute(figures))).isEqualTo("NO_LATE_INVOICES");
    }

    /** 100.00 for 5 days and 200.00 for 10 are 2500 / 300 days; what is due on the last day is not overdue. */
    @Test
    void daysOverdueAreOfOpenInvoicesPastDue() {
        var figures = march(
                open("R-1", "2026-03-01", "2026-03-26", "100"),
                open("R-2", "2026-03-01", "2026-03-21", "200"),
                open("R-3", "2026-03-01", "2026-03-31", "500"),
                paid("R-4", "2026-02-01", "2026-02-15", "2026-03-31", "500"),
                open("R-5", "2026-02-01", "2026-02-15", "500").creditedOn(LocalDate.parse("2026-03-31"), RECORDED));
        KpiResult overdue = new DaysOverdue().compute(figures);
        assertThat(overdue.value()).contains(Fraction.of(25, 3));
        assertThat(overdue.basis().count()).contains(2L);
    }

    @Test
    void withoutInvoicesThereIsAReasonAndNoNumber() {
        var none = march(List.of());
        for (Kpi<EventFigures<PaidInvoice>> each : List.of(
                DaysToPay.average(),
                DaysToPay.weighted(),
                DaysToPayPercentile.of(90, PercentileMethod.NEAREST_RANK),
                DaysToPayPercentile.of(90, PercentileMethod.INCLUSIVE),
                DaysToPayPercentile.byAmount(90),
                DaysBeyondTerms.signed(),
                DaysBeyondTerms.clampedWeighted())) {
            assertThat(code(each.compute(none))).as(each.id()).isEqualTo("NO_PAID_INVOICES");
            assertThat(each.compute(none).basis().period()).contains(MARCH);
        }
        assertThat(code(OpenShare.ofInvoices().compute(none))).isEqualTo("NO_INVOICES");
        assertThat(code(new DaysOverdue().compute(none))).isEqualTo("NO_OVERDUE_INVOICES");
    }

    @Test
    void amountsInTwoCurrenciesAreNoWeights() {
        LocalDate day = LocalDate.parse("2026-03-10");
        var figures = march(
                paid("R-1", "2026-03-01", "2026-03-05", "2026-03-10", "10"),
                PaidInvoice.open("R-2", "C-2", day, day, Amount.of("10", "USD"), RECORDED)
                        .paidOn(day, RECORDED));
        assertThat(code(DaysToPay.weighted().compute(figures))).isEqualTo("MIXED_CURRENCIES");
        assertThat(code(DaysToPayPercentile.byAmount(50).compute(figures))).isEqualTo("MIXED_CURRENCIES");
        assertThat(DaysToPay.average().compute(figures).value()).contains(Fraction.of(9, 2));
    }

    /** Cases dbt-satago-total and dtp-softrak. */
    @Test
    void totalsAreEnough() {
        assertThat(DaysBeyondTerms.signedWeightedOfTotals(new BigDecimal("41000"), Amount.of("10300", "EUR"))
                        .value())
                .contains(Fraction.of(410, 103));
        assertThat(DaysToPay.weightedOfTotals(new BigDecimal("21000"), Amount.of("1100", "EUR"))
                        .value())
                .contains(Fraction.of(210, 11));
        assertThat(code(DaysToPay.weightedOfTotals(BigDecimal.ZERO, Amount.of("0", "EUR"))))
                .isEqualTo("NO_PAID_INVOICES");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysToPay.weightedOfTotals(BigDecimal.ONE, Amount.of("-1", "EUR")))
                .withMessageStartingWith("amount must not be negative, but was ");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("R-1", "2026-03-02", "2026-03-01", "10"))
                .withMessage("dueDate must not be before 2026-03-02, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("R-1", "2026-03-01", "2026-03-01", "0.00"))
                .withMessageStartingWith("amount must be more than 0, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysToPayPercentile.of(0, PercentileMethod.INCLUSIVE))
                .withMessage("percent must be between 1 and 100, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysToPayPercentile.byAmount(101))
                .withMessage("percent must be between 1 and 100, but was 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaidInvoice(
                        "R-1", "C-1", MARCH.start(), MARCH.start(), null, true, Amount.of("1", "EUR"), false, RECORDED))
                .withMessage("closedOn must be given of a credit");
    }

    /** Order is irrelevant, weights of one are an average, and the days of two periods add up to those of both. */
    @Property
    void averagesFollowFromTheirInvoices(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 60) Integer> days, @ForAll long seed) {
        var invoices = new ArrayList<PaidInvoice>(
                after(days.stream().mapToInt(Integer::intValue).toArray()).events());
        Fraction average = DaysToPay.average().compute(march(invoices)).value().orElseThrow();
        assertThat(average)
                .isEqualTo(Fraction.of(days.stream().mapToLong(each -> each).sum(), days.size()));
        Collections.shuffle(invoices, new Random(seed));
        assertThat(DaysToPay.average().compute(march(invoices)).value()).contains(average);
        assertThat(DaysToPay.weighted().compute(march(invoices)).value()).contains(average);
        for (int percent : new int[] {1, 25, 50, 90, 100}) {
            Fraction byAmount = DaysToPayPercentile.byAmount(percent)
                    .compute(march(invoices))
                    .value()
                    .orElseThrow();
            assertThat(DaysToPayPercentile.of(percent, PercentileMethod.NEAREST_RANK)
                            .compute(march(invoices))
                            .value())
                    .contains(byAmount);
        }
    }

    /** Issued on 5 March and paid on 20 February: it took 13 days less than none, and is an invoice of March, not of February before it was issued. */
    @Test
    void moneyInAdvanceCountsFromTheDocumentDateOn() {
        PaidInvoice inAdvance = paid("R-1", "2026-03-05", "2026-04-05", "2026-02-20", "10");
        var february = EventFigures.of(
                ServicePeriod.of("2026-02-01", "2026-03-01"), AsOf.endOf("2026-02-28"), List.of(inAdvance));
        assertThat(code(DaysToPay.average().compute(february))).isEqualTo("NO_PAID_INVOICES");
        assertThat(code(OpenShare.ofInvoices().compute(february))).isEqualTo("NO_INVOICES");
        assertThat(DaysToPay.average().compute(march(inAdvance)).value()).contains(Fraction.of(-13));
        assertThat(DaysToPay.average().byInvoiceDate().compute(march(inAdvance)).value())
                .contains(Fraction.of(-13));
        assertThat(OpenShare.ofInvoices().compute(march(inAdvance)).value()).contains(Fraction.ZERO);
    }

    /** Paid on time, paid late, and credited: what is not part of an average is told. */
    @Test
    void tellsWhatCreditsClosed() {
        PaidInvoice onTime = paid("R-1", "2026-03-01", "2026-03-31", "2026-03-10", "10");
        PaidInvoice late = paid("R-2", "2026-02-01", "2026-03-01", "2026-03-10", "10");
        PaidInvoice credited =
                open("R-3", "2026-03-01", "2026-03-31", "10").creditedOn(LocalDate.parse("2026-03-10"), RECORDED);
        PaidInvoice creditedBefore =
                open("R-4", "2026-02-01", "2026-02-28", "10").creditedOn(LocalDate.parse("2026-02-10"), RECORDED);
        assertThat(exclusions(DaysToPay.average(), march(onTime, late, creditedBefore)))
                .isEmpty();
        assertThat(exclusions(DaysToPay.average(), march(onTime, late, credited)))
                .containsExactly("CREDITED_INVOICES");
        assertThat(exclusions(DaysToPay.average().byInvoiceDate(), march(onTime, credited)))
                .containsExactly("CREDITED_INVOICES");
        assertThat(exclusions(DaysBeyondTerms.lateOnly(), march(onTime, late))).containsExactly("NOT_LATE");
        assertThat(exclusions(DaysBeyondTerms.lateOnly(), march(late))).isEmpty();
        assertThat(exclusions(
                        new DaysOverdue(),
                        march(
                                open("R-5", "2026-03-01", "2026-03-31", "10"),
                                open("R-6", "2026-02-01", "2026-03-01", "10"))))
                .containsExactly("NOT_OVERDUE");
    }

    private static List<String> exclusions(Kpi<EventFigures<PaidInvoice>> kpi, EventFigures<PaidInvoice> figures) {
        return kpi.compute(figures).basis().exclusions();
    }

    @Test
    void refusesWhatWasNotKnownAndDaysBeyondTheCalendar() {
        PaidInvoice open = open("R-1", "2026-03-01", "2026-03-31", "10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFigures.of(MARCH, AsOf.of("2026-03-31", "2026-03-31T19:59:59Z"), List.of(open)))
                .withMessage("events must be recorded by 2026-03-31T19:59:59Z, but was 2026-03-31T20:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.paidOn(LocalDate.MAX, RECORDED))
                .withMessage("closedOn must lie in the years 1 to 9999, but was +999999999-12-31");
    }

    /** Days of euros: the currency is part of the basis, with days × amount and amount of each invoice where amounts decide; with dollars among them there is none. */
    @Test
    void theCurrencyIsPartOfTheBasis() {
        var figures = march(paid("R-1", "2026-03-01", "2026-03-31", "2026-03-11", "30"));
        assertThat(DaysToPay.average().compute(figures).basis().currency()).contains("EUR");
        assertThat(DaysBeyondTerms.signed().compute(figures).basis().currency()).contains("EUR");
        assertThat(DaysToPayPercentile.of(90, PercentileMethod.INCLUSIVE)
                        .compute(figures)
                        .basis()
                        .currency())
                .contains("EUR");
        KpiResult byAmount = DaysToPayPercentile.byAmount(90).compute(figures);
        assertThat(byAmount.value()).contains(Fraction.of(10));
        assertThat(byAmount.basis().currency()).contains("EUR");
        assertThat(byAmount.basis().items()).containsExactly(new KpiItem("R-1", Fraction.of(300), Fraction.of(30)));
        PaidInvoice dollars = new PaidInvoice(
                "R-2",
                "C-1",
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"),
                LocalDate.parse("2026-03-21"),
                false,
                Amount.of("1", "USD"),
                false,
                RECORDED);
        var mixed = march(paid("R-1", "2026-03-01", "2026-03-31", "2026-03-11", "30"), dollars);
        KpiResult average = DaysToPay.average().compute(mixed);
        assertThat(average.value()).contains(Fraction.of(15));
        assertThat(average.basis().currency()).isEmpty();
    }

    /** 90.00 after 10 days and 10.00 after 50, on 20 April and due on 10 March: the invoice took 50 days, its parts 30 on average and (900 + 500) / 100 = 14 weighted; 0 and 40 days late are 40, 20 and 4. */
    @Test
    void anInvoiceAndItsPartsAreMeasuredByKpisOfTheirOwn() {
        PaidInvoice whole = paid("R-1", "2026-03-01", "2026-03-11", "2026-04-20", "100");
        PaidInvoice first =
                paid("R-1/1", "2026-03-01", "2026-03-11", "2026-03-11", "90").asPart();
        PaidInvoice second =
                paid("R-1/2", "2026-03-01", "2026-03-11", "2026-04-20", "10").asPart();
        EventFigures<PaidInvoice> all = EventFigures.of(
                ServicePeriod.of("2026-03-01", "2026-05-01"), AsOf.endOf("2026-04-30"), List.of(whole, first, second));
        assertThat(DaysToPay.average().compute(all).value()).contains(Fraction.of(50));
        assertThat(DaysToPay.average().byPart().compute(all).value()).contains(Fraction.of(30));
        assertThat(DaysToPay.weighted().byPart().compute(all).value()).contains(Fraction.of(14));
        assertThat(DaysToPay.average().byPart().byInvoiceDate().compute(all).value())
                .contains(Fraction.of(30));
        assertThat(DaysToPayPercentile.byAmount(90).compute(all).value()).contains(Fraction.of(50));
        assertThat(DaysToPayPercentile.byAmount(90).byPart().compute(all).value())
                .contains(Fraction.of(10));
        assertThat(DaysBeyondTerms.clamped().compute(all).value()).contains(Fraction.of(40));
        assertThat(DaysBeyondTerms.clamped().byPart().compute(all).value()).contains(Fraction.of(20));
        assertThat(DaysBeyondTerms.clampedWeighted().byPart().compute(all).value())
                .contains(Fraction.of(4));
        assertThat(DueCohort.paidOnTime().byAmount().compute(all).value()).contains(Fraction.ZERO);
        assertThat(DueCohort.paidOnTime().byAmount().byPart().compute(all).value())
                .contains(Fraction.of(90));
        assertThat(OpenShare.ofInvoices().compute(all).basis().count()).contains(1L);
        for (Kpi<EventFigures<PaidInvoice>> each : List.of(
                DaysToPay.average(),
                DaysToPayPercentile.byAmount(90),
                DaysBeyondTerms.clamped(),
                DueCohort.paidLate(),
                OpenShare.ofInvoices())) {
            assertThat(exclusions(each, all)).as(each.id()).containsExactly("PART_PAYMENTS");
        }
        for (Kpi<EventFigures<PaidInvoice>> each : List.of(
                DaysToPay.average().byPart(),
                DaysToPayPercentile.byAmount(90).byPart(),
                DaysBeyondTerms.clamped().byPart(),
                DueCohort.paidLate().byPart())) {
            assertThat(exclusions(each, all)).as(each.id()).containsExactly("WHOLE_INVOICES");
        }
        EventFigures<PaidInvoice> may =
                EventFigures.of(ServicePeriod.of("2026-05-01", "2026-06-01"), AsOf.endOf("2026-05-31"), all.events());
        assertThat(exclusions(DaysToPay.average(), may)).isEmpty();
    }

    /** 60.00 of 100.00 are paid; 40.00 are 20 days past due: so is the invoice, by its amount. */
    @Test
    void whatIsOpenOfAnInvoiceIsAPart() {
        var all = march(
                open("R-1", "2026-03-01", "2026-03-11", "100"),
                paid("R-1/1", "2026-03-01", "2026-03-11", "2026-03-05", "60").asPart(),
                open("R-1/open", "2026-03-01", "2026-03-11", "40").asPart());
        KpiResult whole = new DaysOverdue().compute(all);
        assertThat(whole.basis().denominator()).contains(Fraction.of(100));
        assertThat(whole.basis().exclusions()).containsExactly("PART_PAYMENTS");
        KpiResult part = new DaysOverdue().byPart().compute(all);
        assertThat(part.basis().denominator()).contains(Fraction.of(40));
        assertThat(part.value()).contains(Fraction.of(20));
        assertThat(part.basis().exclusions()).containsExactly("WHOLE_INVOICES");
    }

    /** A series or a change of the one does not take the other: they are two KPIs. */
    @Test
    void resultsOfInvoicesAndOfPartsAreNotComparedByMistake() {
        KpiResult whole =
                DaysToPay.weighted().compute(march(paid("R-1", "2026-03-01", "2026-03-31", "2026-03-11", "30")));
        KpiResult part = DaysToPay.weighted()
                .byPart()
                .compute(march(paid("R-1/1", "2026-03-01", "2026-03-31", "2026-03-11", "30")
                        .asPart()));
        assertThat(part.value()).isEqualTo(whole.value());
        assertThat(part.basis().definition().name()).isEqualTo("Weighted average days to pay, by part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(whole, part))
                .withMessage("now must be computed as base is, by days-to-pay.weighted, but was"
                        + " days-to-pay.weighted[by=part]");
    }

    /** Of February, open or credited in March: it is not of the invoices issued in March. */
    @Test
    void byInvoiceDateTellsNothingOfOtherInvoices() {
        PaidInvoice issued = paid("R-1", "2026-03-01", "2026-03-31", "2026-03-10", "10");
        PaidInvoice open = open("R-2", "2026-02-01", "2026-02-28", "10");
        PaidInvoice credited = open.creditedOn(LocalDate.parse("2026-03-10"), RECORDED);
        assertThat(exclusions(DaysToPay.average().byInvoiceDate(), march(issued, open)))
                .isEmpty();
        assertThat(exclusions(DaysToPay.average().byInvoiceDate(), march(issued, credited)))
                .isEmpty();
        assertThat(OpenShare.ofInvoices()
                        .byInvoiceDate()
                        .compute(march(issued, open))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** The day after the due date is the first that is late. */
    @Test
    void oneDayLateIsLate() {
        var figures = march(
                open("R-1", "2026-03-01", "2026-03-30", "10"),
                paid("R-2", "2026-03-01", "2026-03-15", "2026-03-16", "10"));
        assertThat(new DaysOverdue().compute(figures).value()).contains(Fraction.ONE);
        assertThat(DaysBeyondTerms.lateOnly().compute(figures).value()).contains(Fraction.ONE);
    }

    /** Credited on 20 February or 10 March: it is told of the month in which both the invoice and the credit are there, and of none before. */
    @Test
    void aCreditInAdvanceIsToldWhenTheInvoiceIsThere() {
        PaidInvoice ofMarch =
                open("R-1", "2026-03-05", "2026-04-05", "10").creditedOn(LocalDate.parse("2026-02-20"), RECORDED);
        assertThat(exclusions(DaysToPay.average(), march(ofMarch))).containsExactly("CREDITED_INVOICES");
        PaidInvoice ofApril =
                open("R-2", "2026-04-05", "2026-05-05", "10").creditedOn(LocalDate.parse("2026-03-10"), RECORDED);
        assertThat(exclusions(DaysToPay.average(), march(ofApril))).isEmpty();
    }

    /** Among invoices of March, parts of March are left out, paid, open or credited; parts of February are of no March. */
    @Test
    void partsOfAnotherPeriodAreNotLeftOut() {
        PaidInvoice whole = paid("R-1", "2026-03-01", "2026-03-31", "2026-03-10", "10");
        PaidInvoice open = open("R-2", "2026-03-01", "2026-03-31", "10").asPart();
        PaidInvoice credited = open("R-3", "2026-03-01", "2026-03-31", "10")
                .asPart()
                .creditedOn(LocalDate.parse("2026-03-10"), RECORDED);
        PaidInvoice paidBefore =
                paid("R-4", "2026-02-01", "2026-02-28", "2026-02-10", "10").asPart();
        PaidInvoice creditedBefore = open("R-5", "2026-02-01", "2026-02-28", "10")
                .asPart()
                .creditedOn(LocalDate.parse("2026-02-10"), RECORDED);
        for (Kpi<EventFigures<PaidInvoice>> each : List.of(
                DaysToPay.average(),
                DaysToPay.average().byInvoiceDate(),
                OpenShare.ofInvoices(),
                OpenShare.ofInvoices().byInvoiceDate())) {
            assertThat(exclusions(each, march(whole, open))).as(each.id()).containsExactly("PART_PAYMENTS");
            assertThat(exclusions(each, march(whole, credited))).as(each.id()).containsExactly("PART_PAYMENTS");
            assertThat(exclusions(each, march(whole, paidBefore, creditedBefore)))
                    .as(each.id())
                    .isEmpty();
        }
        assertThat(exclusions(new DaysOverdue(), march(open))).containsExactly("PART_PAYMENTS");
        assertThat(exclusions(new DaysOverdue(), march(credited, paidBefore, creditedBefore)))
                .isEmpty();
    }

    /** The two cohorts of one formula are two KPIs, with names of their own. */
    @Test
    void aCohortIsPartOfTheName() {
        KpiDefinition any = DaysToPay.average().definition();
        assertThat(Cohort.BY_PAYMENT.of(any).name()).isEqualTo(any.name());
        assertThat(Cohort.BY_ISSUE.of(any).name()).isEqualTo(any.name() + ", by invoice date");
        assertThat(Cohort.BY_ISSUE.of(any).id()).isEqualTo(any.id() + ".by-invoice-date");
    }
}
