package io.quittance.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value of the bill run refuses, with its message; and the last value that it takes. */
class BillingRefusalsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    private static final BilledLine LINE =
            BilledLine.of(ChargeId.of("platform"), "signed", JANUARY, Amount.of("310.00", "EUR"));

    @Test
    void aBilledLineIsCorrectedAndCreditedNoLessThanNever() {
        assertThat(LINE.revision(0)).isEqualTo(LINE);
        assertThat(LINE.credited(Amount.of("0.00", "EUR")).credited()).isEqualTo(Amount.of("0.00", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LINE.revision(-1))
                .withMessage("revision must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LINE.credited(Amount.of("-0.01", "EUR")))
                .withMessage("credited must not be negative, but was EUR -0.01");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> LINE.credited(Amount.of("10.00", "USD")))
                .satisfies(refusal -> {
                    assertThat(refusal.argument()).isEqualTo("credited");
                    assertThat(refusal.expected()).isEqualTo("EUR");
                    assertThat(refusal.actual()).isEqualTo("USD");
                });
    }

    @Test
    void aMarkHasTheEndOfTheTermWithTheDay() {
        assertThat(mark(FIRST, 0, FIRST).lastDate()).contains(FIRST);
        assertThat(mark(null, 0, null)).isEqualTo(BillingMark.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mark(null, -1, null))
                .withMessage("amendments must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mark(null, 0, FIRST))
                .withMessage("termEnd must be given with the date, but was 2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mark(FIRST, 0, null))
                .withMessage("termEnd must be given with the date");
    }

    @Test
    void theFirstOpenPeriodIsOneThatWasLookedAtOrTheNext() {
        assertThat(new BillingMark.Reached(2, 2, 4).open()).isEqualTo(2);
        assertThat(new BillingMark.Reached(2, 5, 4).open()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BillingMark.Reached(2, 1, 4))
                .withMessage("open must be between 2 and 5, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BillingMark.Reached(2, 6, 4))
                .withMessage("open must be between 2 and 5, but was 6");
    }

    @Test
    void aTotalIsOfOneAtLeast() {
        assertThat(new LagTotal(1, 5, 3).meanDays()).isEqualTo(Fraction.of(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LagTotal(0, 5, 3))
                .withMessage("count must be more than 0, but was 0");
    }

    @Test
    void aLagIsOfBusinessDaysOfTheSameSign() {
        assertThat(new StageLag(CycleStage.BILLING_DAY, "cycle", -3, -3).days()).isEqualTo(-3);
        assertThat(new StageLag(CycleStage.DRAFT, "run", 2, 2).businessDays()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageLag(CycleStage.DRAFT, "run", 2, -1))
                .withMessage("businessDays must be a part of the 2 days, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageLag(CycleStage.BILLING_DAY, "cycle", -2, 1))
                .withMessage("businessDays must be a part of the -2 days, but was 1");
    }

    @Test
    void anOutlookIsOfOnePeriodAtLeast() {
        assertThat(outlook(1, 0).bills()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outlook(0, 1))
                .withMessage("periods must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outlook(1, -1))
                .withMessage("bills must not be negative, but was -1");
    }

    @Test
    void nothingIsLateBeforeItsTime() {
        assertThat(late(0, 0).daysLate()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> late(-1, 0))
                .withMessage("daysLate must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> late(0, -1))
                .withMessage("daysOverTarget must not be negative, but was -1");
    }

    @Test
    void aTargetIsWithinAYear() {
        BusinessCalendar weekdays = BusinessCalendar.weekdays();
        assertThat(IssueTarget.days(366).lastDay(FIRST)).isEqualTo("2027-02-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IssueTarget.days(367))
                .withMessage("days must be between 0 and 366, but was 367");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IssueTarget.businessDays(-1, weekdays))
                .withMessage("days must be between 0 and 366, but was -1");
    }

    /** Each name is that of one cycle: what is stored is read as it was written. */
    @Test
    void aCycleIsReadAsItIsNamed() {
        var monthly = new CycleKey(Schedule.every(Period.ofMonths(1), LocalDate.parse("2026-01-31")), false);
        var last = new CycleKey(Schedule.lastDayOfMonth(Period.ofMonths(1), YearMonth.of(2026, 2)), false);
        var term = new CycleKey(Schedule.lastDayOfMonth(Period.ofMonths(1), YearMonth.of(2026, 2)), true);
        assertThat(monthly.name()).isEqualTo("P1M/2026-01-31");
        assertThat(last.name()).isEqualTo("P1M/2026-02-28/last");
        assertThat(term.name()).isEqualTo("P1M/2026-02-28/last/term");
        assertThat(List.of(monthly, last, term))
                .allSatisfy(key -> assertThat(CycleKey.parse(key.name())).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1M",
                "P1M/2026-01-01/foo",
                "P1M/2026-01-01/term/last",
                "P1M/2026-02-27/last",
                "P1M/2026-01-01/last/term/x",
                "P1M/January/last/term/x"
            })
    void refusesWhatNamesNoCycle(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CycleKey.parse(name))
                .withMessage("cycle must be the name of a cycle, but was " + name);
    }

    /** What is due once has no cycle of its own, and is billed with the terms. */
    @Test
    void whatIsDueOnceIsBilledInTheCycleOfTheTerms() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("99.00"));
        Charge fee = Charge.recurring("fee", FlatFee.of("30.00")).billed(BillingCycle.quarterly());
        ContractTerms terms = BillRunTest.terms(setup, fee);
        CycleKey monthly = CycleKey.of(terms, JANUARY.start());
        assertThat(CycleKey.of(setup, terms, JANUARY.start())).isEqualTo(monthly);
        assertThat(CycleKey.of(fee, terms, JANUARY.start())).isNotEqualTo(monthly);
    }

    /** What an earlier run knew of a contract cannot be unknown later: the history is of another contract. */
    @Test
    void refusesAHistoryThatKnowsMoreAmendments() {
        ContractHistory signed = BillRunTest.history(BillRunTest.terms(Charge.recurring("fee", FlatFee.of("30.00"))));
        ContractHistory ended =
                signed.amended(Amendment.end("A-1", LocalDate.parse("2026-07-01"), SIGNED.plusSeconds(1)));
        Billing engine = Billing.engine();
        BilledPeriods known =
                BilledPeriods.none().after(engine.bill(ended, UsageSource.none(), BillingHistory.none(), FIRST));
        assertThat(engine.bill(ended, UsageSource.none(), known, FIRST).lines()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.bill(signed, UsageSource.none(), known, AsOf.endOf(FIRST)))
                .withMessage("before must know at most the 0 amendments of the contract, but was 1");
    }

    private static BillingMark mark(@Nullable LocalDate date, int amendments, @Nullable LocalDate termEnd) {
        return new BillingMark(date, amendments, termEnd, new TreeMap<>(), List.of());
    }

    private static CycleComparison.Outlook outlook(int periods, int bills) {
        return new CycleComparison.Outlook(BillingCycle.monthly(), periods, bills, Fraction.ZERO);
    }

    private static LateEntry late(long days, long overTarget) {
        List<DueCharge> charges = List.of(new DueCharge(ChargeId.of("api"), JANUARY));
        var entry = new CalendarEntry(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                "P1M/2026-01-01",
                0,
                JANUARY,
                CalendarEntry.Timing.IN_ARREARS,
                charges,
                FIRST,
                FIRST);
        return new LateEntry(entry, charges, days, overTarget);
    }
}
