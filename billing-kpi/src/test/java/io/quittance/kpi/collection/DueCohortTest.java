package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How what fell due was paid. */
class DueCohortTest {
    private static final Instant RECORDED = Instant.parse("2026-03-31T20:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    private static PaidInvoice due(String key, String due, String amount) {
        return PaidInvoice.open(
                key, "C-1", LocalDate.parse("2026-01-31"), LocalDate.parse(due), Amount.of(amount, "EUR"), RECORDED);
    }

    private static PaidInvoice paid(String key, String due, String paid, String amount) {
        return due(key, due, amount).paidOn(LocalDate.parse(paid), RECORDED);
    }

    private static EventFigures<PaidInvoice> march(String day, PaidInvoice... invoices) {
        return EventFigures.of(MARCH, AsOf.endOf(day), List.of(invoices));
    }

    /** ibm-ar/reference.json, payment_behaviour: 877 of 2466 were late, 35.563666 %, and 64.436334 % on time. */
    @Test
    void countsThoseThatWerePaidLate() {
        var invoices = new ArrayList<PaidInvoice>();
        for (int i = 0; i < 2466; i++) {
            invoices.add(paid("R-" + i, "2026-03-10", i < 877 ? "2026-03-11" : "2026-03-10", "1"));
        }
        var figures = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), invoices);
        assertThat(six(DueCohort.paidLate().compute(figures))).isEqualTo("35.563666");
        assertThat(six(DueCohort.paidOnTime().compute(figures))).isEqualTo("64.436334");
    }

    /** The same: 53,960.78 of 147,703.18 are 36.533255 %. */
    @Test
    void sumsUpAmounts() {
        KpiResult result = DueCohort.paidLate()
                .byAmount()
                .compute(march(
                        "2026-03-31",
                        paid("R-1", "2026-03-10", "2026-03-11", "53960.78"),
                        paid("R-2", "2026-03-10", "2026-03-10", "93742.40")));
        assertThat(six(result)).isEqualTo("36.533255");
        assertThat(result.basis().kpi()).isEqualTo("due-cohort.paid-late.amount");
        assertThat(result.basis().currency()).contains("EUR");
    }

    /** Due in March: on time, late, open, credited; due in April: none of it. */
    @Test
    void whatIsOpenIsDueAndWhatWasCreditedIsNot() {
        var figures = march(
                "2026-04-30",
                paid("R-1", "2026-03-31", "2026-03-31", "10"),
                paid("R-2", "2026-03-01", "2026-04-30", "10"),
                paid("R-3", "2026-03-01", "2026-05-01", "10"),
                due("R-4", "2026-03-01", "10"),
                due("R-5", "2026-03-01", "10").creditedOn(LocalDate.parse("2026-03-01"), RECORDED),
                paid("R-6", "2026-04-01", "2026-04-02", "10"));
        KpiResult late = DueCohort.paidLate().compute(figures);
        assertThat(six(late)).isEqualTo("25.000000");
        assertThat(six(DueCohort.paidOnTime().compute(figures))).isEqualTo("25.000000");
        assertThat(late.basis().count()).contains(4L);
        assertThat(late.basis().exclusions()).containsExactly("CREDITED_INVOICES");
        assertThat(late.basis().items())
                .containsExactly(
                        KpiItem.counted("R-1", false),
                        KpiItem.counted("R-2", true),
                        KpiItem.counted("R-3", false),
                        KpiItem.counted("R-4", false));
    }

    /** Ten days after the due date count, the eleventh does not; one whose ten days have not passed is left out, paid or not. */
    @Test
    void withinDaysOfTheDueDate() {
        var figures = march(
                "2026-03-31",
                paid("R-1", "2026-03-01", "2026-03-11", "80"),
                paid("R-2", "2026-03-01", "2026-03-12", "15"),
                due("R-3", "2026-03-21", "5"),
                paid("R-4", "2026-03-22", "2026-03-22", "1000"));
        KpiResult result = DueCohort.paidWithin(10).compute(figures);
        assertThat(six(result)).isEqualTo("80.000000");
        assertThat(result.basis().kpi()).isEqualTo("collection-rate.due-cohort.within-10-days");
        assertThat(result.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueCohort.paidWithin(-1))
                .withMessage("days must be between 0 and 3660, but was -1");
        assertThat(DueCohort.paidWithin(3660).id()).isEqualTo("collection-rate.due-cohort.within-3660-days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueCohort.paidWithin(3661))
                .withMessage("days must be between 0 and 3660, but was 3661");
    }

    /** Due on 31 March, never paid, written off in May: due and not paid, before that and after it. Credited in full on its due date: not due. */
    @Test
    void whatIsWrittenOffLaterWasDueAndNotPaid() {
        PaidInvoice open = due("R-1", "2026-03-31", "100");
        PaidInvoice writtenOff = open.creditedOn(LocalDate.parse("2026-05-15"), RECORDED);
        for (String day : List.of("2026-04-30", "2026-05-14", "2026-05-15", "2026-06-30")) {
            for (DueCohort kpi : List.of(DueCohort.paidOnTime(), DueCohort.paidWithin(30))) {
                KpiResult result = kpi.compute(march(day, writtenOff, paid("R-2", "2026-03-31", "2026-03-31", "100")));
                assertThat(six(result)).isEqualTo("50.000000");
                assertThat(result.basis().exclusions()).isEmpty();
            }
        }
        KpiResult credited = DueCohort.paidOnTime()
                .compute(march("2026-04-30", open.creditedOn(LocalDate.parse("2026-03-31"), RECORDED)));
        assertThat(code(credited)).startsWith("NOTHING_COLLECTABLE");
        assertThat(credited.basis().exclusions()).containsExactly("CREDITED_INVOICES");
    }

    /** Asked at eight in the morning of the due date, nobody is late yet; at noon of the next day in UTC the day is over in each zone. */
    @Test
    void whatIsDueTodayIsLeftOutUntilTheDayIsOver() {
        PaidInvoice dueToday = PaidInvoice.open(
                "R-1",
                "C-1",
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"),
                Amount.of("10", "EUR"),
                Instant.parse("2026-03-01T08:00:00Z"));
        KpiResult inTheMorning = DueCohort.paidOnTime().compute(asked("2026-03-31T08:00:00Z", dueToday));
        assertThat(code(inTheMorning)).startsWith("NOTHING_COLLECTABLE");
        assertThat(inTheMorning.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(six(DueCohort.paidOnTime().compute(asked("2026-04-01T12:00:00Z", dueToday))))
                .isEqualTo("0.000000");
        assertThat(DueCohort.paidOnTime()
                        .compute(asked("2026-04-01T11:59:59Z", dueToday))
                        .value())
                .isEmpty();
    }

    private static EventFigures<PaidInvoice> asked(String knownAt, PaidInvoice invoice) {
        return EventFigures.of(MARCH, AsOf.of("2026-03-31", knownAt), List.of(invoice));
    }

    @Test
    void hasNoValueOfNothingOrOfSeveralCurrencies() {
        assertThat(code(DueCohort.paidLate().compute(march("2026-03-31"))))
                .isEqualTo("NOTHING_COLLECTABLE: no invoice fell due in the period");
        var dollars = PaidInvoice.open(
                "R-2",
                "C-1",
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-02"),
                Amount.of("10", "USD"),
                RECORDED);
        var mixed = march("2026-03-31", due("R-1", "2026-03-02", "10"), dollars);
        assertThat(six(DueCohort.paidOnTime().compute(mixed))).isEqualTo("0.000000");
        assertThat(DueCohort.paidOnTime().compute(mixed).basis().currency()).isEmpty();
        assertThat(code(DueCohort.paidOnTime().byAmount().compute(mixed)))
                .isEqualTo("MIXED_CURRENCIES: the invoices are in more than one currency");
    }

    /** Where all is paid, what is not on time is late, and within 0 days is on time. */
    @Property
    void lateAndOnTimeMakeTheWhole(@ForAll @Size(min = 1, max = 20) List<@IntRange(max = 60) Integer> daysTaken) {
        var invoices = new ArrayList<PaidInvoice>();
        for (int taken : daysTaken) {
            LocalDate paid = LocalDate.parse("2026-02-15").plusDays(taken);
            invoices.add(due("R-" + invoices.size(), "2026-03-15", "3").paidOn(paid, RECORDED));
        }
        var figures = EventFigures.of(MARCH, AsOf.endOf("2026-12-31"), invoices);
        var late = DueCohort.paidLate().byAmount().compute(figures).value().orElseThrow();
        var onTime = DueCohort.paidOnTime().byAmount().compute(figures).value().orElseThrow();
        assertThat(late.plus(onTime)).isEqualTo(Quotients.HUNDRED);
        assertThat(DueCohort.paidWithin(0).compute(figures).value()).contains(onTime);
        assertThat(DueCohort.paidWithin(60).compute(figures).value()).contains(Quotients.HUNDRED);
    }
}
