package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is due when, what is late and what is next; days by hand. */
class BillingCalendarTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge SUPPORT = Charge.recurring("support", FlatFee.of("31.00"));
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("0.10"));

    @Test
    void listsWhatIsDueInAdvanceAndInArrears() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("99")).on("2026-01-20");
        assertThat(text(history(terms(PLATFORM, API, setup)), "2026-01-01", "2026-02-02"))
                .containsExactly(
                        "2026-01-01 C-1 [2026-01-01, 2026-02-01) IN_ADVANCE: [platform [2026-01-01, 2026-02-01)]",
                        "2026-01-20 C-1 [2026-01-01, 2026-02-01) ON_DAY: [setup [2026-01-20, 2026-01-21)]",
                        "2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [api [2026-01-01, 2026-02-01)]",
                        "2026-02-01 C-1 [2026-02-01, 2026-03-01) IN_ADVANCE: [platform [2026-02-01, 2026-03-01)]");
    }

    /** Progress of February is due on 1 March; that of December on the day after the term. */
    @Test
    void listsWhatIsCountedOverTheTermByTheDaysAdded() {
        Charge build = Charge.completion("build", "progress", Completion.of("120000"));
        ContractHistory contract = history(terms(build));
        assertThat(text(contract, "2026-02-15", "2026-03-15"))
                .containsExactly(
                        "2026-03-01 C-1 [2026-02-01, 2026-03-01) IN_ARREARS: [build [2026-02-01, 2026-03-01)]");
        assertThat(text(contract, "2027-01-01", "2027-02-15"))
                .containsExactly(
                        "2027-01-01 C-1 [2026-12-01, 2027-01-01) IN_ARREARS: [build [2026-12-01, 2027-01-01)]");
    }

    /** A minimum of the terms is due with the month, also where all charges are billed in advance. */
    @Test
    void listsWhatIsAgreedForAllCharges() {
        ContractTerms terms = terms(builder -> builder.minimum(SpendMinimum.of("500")), PLATFORM);
        assertThat(text(history(terms), "2026-02-01", "2026-02-02"))
                .containsExactly(
                        "2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [terms.minimum [2026-01-01, 2026-02-01)]",
                        "2026-02-01 C-1 [2026-02-01, 2026-03-01) IN_ADVANCE: [platform [2026-02-01, 2026-03-01)]");
    }

    /**
     * From 16 January on by the quarter in advance: the new cycle is looked at from that day on, and the old one is billed to
     * its end when its month is over.
     */
    @Test
    void aChangeOfCycleIsDueOnItsDay() {
        ContractTerms quarterly = terms(SUPPORT.billed(BillingCycle.quarterly().inAdvance()));
        ContractHistory contract = history(terms(SUPPORT))
                .amended(Amendment.terms("A-1", LocalDate.parse("2026-01-16"), SIGNED.plusSeconds(1), quarterly));
        assertThat(text(contract, "2026-01-01", "2026-04-02"))
                .containsExactly(
                        "2026-01-16 C-1 [2026-01-01, 2026-04-01) IN_ADVANCE: [support [2026-01-16, 2026-04-01)]",
                        "2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [support [2026-01-01, 2026-01-16)]",
                        "2026-04-01 C-1 [2026-04-01, 2026-07-01) IN_ADVANCE: [support [2026-04-01, 2026-07-01)]");
        assertThat(BillingCalendar.of(List.of(contract), days("2026-01-01", "2026-04-02"), SIGNED)
                        .entries())
                .as("as it was signed")
                .hasSize(3)
                .allMatch(entry -> entry.timing() == CalendarEntry.Timing.IN_ARREARS);
    }

    /** February rests, and the contract ends on 11 March. */
    @Test
    void nothingIsDueForAPausedPeriodNorAfterTheEnd() {
        ContractHistory contract = history(terms(PLATFORM, SUPPORT))
                .amended(Amendment.pause("A-1", days("2026-01-25", "2026-03-03"), SIGNED.plusSeconds(1)))
                .amended(Amendment.end("A-2", LocalDate.parse("2026-03-11"), SIGNED.plusSeconds(2)));
        assertThat(text(contract, "2026-01-01", "2027-01-01"))
                .containsExactly(
                        "2026-01-01 C-1 [2026-01-01, 2026-02-01) IN_ADVANCE: [platform [2026-01-01, 2026-01-25)]",
                        "2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [support [2026-01-01, 2026-01-25)]",
                        "2026-03-01 C-1 [2026-03-01, 2026-03-11) IN_ADVANCE: [platform [2026-03-03, 2026-03-11)]",
                        "2026-03-11 C-1 [2026-03-01, 2026-03-11) IN_ARREARS: [support [2026-03-03, 2026-03-11)]");
    }

    /** The term ends on 15 March unless notice is given by 10 March; from 11 March on the rest of the month is due. */
    @Test
    void aRenewalIsDueWhenTheTermIsLonger() {
        Contract signed = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        days("2026-01-01", "2026-03-15"),
                        terms(PLATFORM))
                .renewed(Renewal.of("P1M", "P5D").atMost(1));
        ContractHistory contract = ContractHistory.of(signed, SIGNED);
        List<String> expected = List.of(
                "2026-03-01 C-1 [2026-03-01, 2026-03-15) IN_ADVANCE: [platform [2026-03-01, 2026-03-15)]",
                "2026-03-11 C-1 [2026-03-01, 2026-04-01) IN_ADVANCE: [platform [2026-03-15, 2026-04-01)]",
                "2026-04-01 C-1 [2026-04-01, 2026-04-15) IN_ADVANCE: [platform [2026-04-01, 2026-04-15)]");
        assertThat(text(contract, "2026-03-01", "2026-12-31")).isEqualTo(expected);
        assertThat(text(contract, "2026-03-11", "2026-03-12")).containsExactly(expected.get(1));
        assertThat(text(contract, "2026-03-12", "2026-04-01")).isEmpty();
    }

    /** A month of a contract of 8,000 years, billed by the day: the contract's life is not walked. */
    @Test
    void looksAtTheWindowAlone() {
        Contract signed = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                days("1900-01-01", "9900-01-01"),
                terms(SUPPORT.billed(BillingCycle.every("P1D"))));
        var calendar = BillingCalendar.of(
                List.of(ContractHistory.of(signed, SIGNED)), days("2026-03-01", "2026-04-01"), Instant.MAX);
        assertThat(calendar.entries()).hasSize(31);
        assertThat(calendar.entries().get(0).period()).isEqualTo(days("2026-02-28", "2026-03-01"));
    }

    /** 1 February 2026 is a Sunday: within two business days is Tuesday, or Wednesday where Monday is a holiday. */
    @Test
    void targetsAreDaysOrBusinessDays() {
        LocalDate sunday = LocalDate.parse("2026-02-01");
        BusinessCalendar holiday = BusinessCalendar.weekdays(Set.of(LocalDate.parse("2026-02-02")));
        assertThat(IssueTarget.sameDay().lastDay(sunday)).isEqualTo("2026-02-01");
        assertThat(IssueTarget.days(3).lastDay(sunday)).isEqualTo("2026-02-04");
        assertThat(IssueTarget.businessDays(0, BusinessCalendar.weekdays()).lastDay(sunday))
                .isEqualTo("2026-02-02");
        assertThat(IssueTarget.businessDays(2, BusinessCalendar.weekdays()).lastDay(sunday))
                .isEqualTo("2026-02-03");
        assertThat(IssueTarget.businessDays(2, holiday).lastDay(sunday)).isEqualTo("2026-02-04");
        var calendar = BillingCalendar.of(
                List.of(history(terms(PLATFORM))),
                days("2026-02-01", "2026-02-02"),
                SIGNED,
                IssueTarget.businessDays(2, holiday));
        assertThat(calendar.entries()).extracting(CalendarEntry::target).containsExactly(LocalDate.parse("2026-02-04"));
    }

    /** On 4 February January's support is 3 days late and 1 over its target; the fee of February was not billed either. */
    @Test
    void whatWasNotBilledIsLate() {
        ContractHistory contract = history(terms(PLATFORM, SUPPORT));
        var job = new BillRunTest.Job(contract, UsageSource.none());
        BilledPeriods billed = BilledPeriods.none().after(job.run("2026-01-15"));
        var calendar =
                BillingCalendar.of(List.of(contract), days("2026-01-01", "2026-03-01"), SIGNED, IssueTarget.days(2));
        LocalDate day = LocalDate.parse("2026-02-04");
        assertThat(calendar.late(LocalDate.parse("2026-01-31"), id -> billed)).isEmpty();
        assertThat(calendar.late(day, id -> billed))
                .extracting(late -> late.missing() + " " + late.daysLate() + " " + late.daysOverTarget())
                .containsExactly("[support [2026-01-01, 2026-02-01)] 3 1", "[platform [2026-02-01, 2026-03-01)] 3 1");
        assertThat(calendar.late(day, id -> billed.after(job.run("2026-02-04"))))
                .isEmpty();
        assertThat(calendar.late(day, id -> BillingHistory.none()))
                .hasSize(3)
                .first()
                .hasToString("34 days late: 2026-01-01 C-1 [2026-01-01, 2026-02-01) IN_ADVANCE:"
                        + " [platform [2026-01-01, 2026-02-01)]");
    }

    /** Negative calls cannot be rated: of January the calls alone are missing, whatever else was billed. */
    @Test
    void whatCouldNotBeRatedIsLateAlone() {
        Charge other = Charge.usage("other", "other", PerUnit.of("1"));
        ContractHistory contract = history(terms(PLATFORM, SUPPORT, API, other));
        var job = new BillRunTest.Job(contract, UsageSource.of(List.of(calls("e-1", "-5", "2026-01-10T10:00:00Z"))));
        BilledPeriods billed = BilledPeriods.none().after(job.run("2026-02-01"));
        var calendar = BillingCalendar.of(List.of(contract), days("2026-01-01", "2026-03-01"), SIGNED);
        assertThat(calendar.late(LocalDate.parse("2026-02-03"), id -> billed))
                .extracting(late -> late.missing() + " " + late.daysLate())
                .containsExactly("[api [2026-01-01, 2026-02-01)] 2");
    }

    @Test
    void tellsWhatIsNext() {
        var calendar = BillingCalendar.of(
                List.of(history(terms(PLATFORM, SUPPORT))), days("2026-01-01", "2026-03-01"), SIGNED);
        LocalDate first = LocalDate.parse("2026-02-01");
        assertThat(calendar.next(LocalDate.parse("2026-01-01"))).hasSize(2).isEqualTo(calendar.on(first));
        assertThat(calendar.next(first)).isEmpty();
        assertThat(calendar).hasToString("billing calendar of [2026-01-01, 2026-03-01): 3 entries");
        assertThat(BillingCalendar.of(
                                List.of(history(terms(PLATFORM))),
                                days("2026-01-01", "2026-03-01"),
                                SIGNED.minusSeconds(1))
                        .entries())
                .as("not known yet")
                .isEmpty();
    }

    @Test
    void refusesWhatItCannotAnswer() {
        ContractHistory contract = history(terms(PLATFORM));
        ServicePeriod window = days("2026-01-01", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCalendar.of(List.of(contract, contract), window, SIGNED))
                .withMessage("contracts must be of different ids, but was C-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IssueTarget.days(-1))
                .withMessage("days must be between 0 and 366, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCalendar.of(List.of(contract), window, SIGNED, day -> day.minusDays(1)))
                .withMessage("target must not be before the billing day 2026-01-01, but was 2025-12-31");
        var calendar = BillingCalendar.of(List.of(contract), window, SIGNED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.late(LocalDate.parse("2026-01-01"), id -> null))
                .withMessage("histories must have a history of each contract, but was C-1");
    }

    private static List<String> text(ContractHistory contract, String start, String end) {
        return BillingCalendar.of(List.of(contract), days(start, end), Instant.MAX).entries().stream()
                .map(CalendarEntry::toString)
                .toList();
    }

    private static ServicePeriod days(String start, String end) {
        return ServicePeriod.of(start, end);
    }
}
