package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due where a term, a pause, a cycle or a window begins and ends; days by hand. */
class BillingCalendarEdgesTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge SUPPORT = Charge.recurring("support", FlatFee.of("31.00"));
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("0.10"));
    private static final Charge ROLLOUT = Charge.milestones(
            "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));

    /** From 10 January up to 9 March: what each month adds, and the rest on the day after the term. */
    @Test
    void whatIsCountedOverTheTermIsDueByTheDaysOfTheTerm() {
        ContractHistory contract = during("2026-01-10", "2026-03-10", terms(ROLLOUT));
        assertThat(text(contract, "2026-01-01", "2027-01-01"))
                .containsExactly(
                        "2026-02-01 C-1 [2026-01-10, 2026-02-01) IN_ARREARS: [rollout [2026-01-10, 2026-02-01)]",
                        "2026-03-01 C-1 [2026-02-01, 2026-03-01) IN_ARREARS: [rollout [2026-02-01, 2026-03-01)]",
                        "2026-03-10 C-1 [2026-03-01, 2026-03-10) IN_ARREARS: [rollout [2026-03-01, 2026-03-10)]");
        assertThat(BillingCalendar.of(List.of(contract), days("2026-01-01", "2027-01-01"), Instant.MAX)
                        .entries())
                .allSatisfy(entry -> {
                    assertThat(entry.number()).isZero();
                    assertThat(entry.cycle()).endsWith("/term");
                    assertThat(entry.isOverTerm()).isTrue();
                });
        assertThat(BillingCalendar.of(List.of(history(terms(SUPPORT))), days("2026-02-01", "2026-02-02"), Instant.MAX)
                        .entries())
                .singleElement()
                .matches(entry -> !entry.isOverTerm());
    }

    /** Two whole months: nothing is due on the first day, and what the last month adds once. */
    @Test
    void whatIsCountedOverWholeMonthsIsDueOnce() {
        ContractHistory contract = during("2026-01-01", "2026-03-01", terms(ROLLOUT));
        List<String> expected = List.of(
                "2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [rollout [2026-01-01, 2026-02-01)]",
                "2026-03-01 C-1 [2026-02-01, 2026-03-01) IN_ARREARS: [rollout [2026-02-01, 2026-03-01)]");
        assertThat(text(contract, "2026-01-01", "2026-03-02")).isEqualTo(expected);
        assertThat(text(contract, "2025-12-01", "2026-06-01")).isEqualTo(expected);
        assertThat(text(contract, "2026-01-01", "2026-01-02")).isEmpty();
        assertThat(text(contract, "2026-03-01", "2026-03-02")).containsExactly(expected.get(1));
        assertThat(text(contract, "2026-03-02", "2026-06-01")).isEmpty();
    }

    /** February rests: it adds nothing. */
    @Test
    void whatIsCountedOverTheTermIsNotDueForAPause() {
        ContractHistory contract = during("2026-01-01", "2026-04-01", terms(ROLLOUT))
                .amended(Amendment.pause("A-1", days("2026-02-01", "2026-03-01"), SIGNED.plusSeconds(1)));
        assertThat(text(contract, "2026-01-01", "2027-01-01"))
                .containsExactly(
                        "2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [rollout [2026-01-01, 2026-02-01)]",
                        "2026-04-01 C-1 [2026-03-01, 2026-04-01) IN_ARREARS: [rollout [2026-03-01, 2026-04-01)]");
    }

    /** In a month that rests wholly, what is due once is due all the same, and nothing else. */
    @Test
    void aPauseLeavesWhatIsDueOnce() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("99")).on("2026-01-20");
        ContractHistory contract = history(terms(API, SUPPORT, setup))
                .amended(Amendment.pause("A-1", days("2026-01-01", "2026-02-01"), SIGNED.plusSeconds(1)));
        assertThat(text(contract, "2026-01-01", "2026-02-02"))
                .containsExactly("2026-01-20 C-1 [2026-01-01, 2026-02-01) ON_DAY: [setup [2026-01-20, 2026-01-21)]");
    }

    /** A charge that recurs is due around the rest; what is measured is due for the month. */
    @Test
    void aPauseWithinAPeriodCutsWhatRecurs() {
        ContractHistory contract = history(terms(SUPPORT, API))
                .amended(Amendment.pause("A-1", days("2026-01-11", "2026-01-21"), SIGNED.plusSeconds(1)));
        assertThat(text(contract, "2026-02-01", "2026-02-02"))
                .containsExactly("2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS:"
                        + " [support [2026-01-01, 2026-01-11), support [2026-01-21, 2026-02-01),"
                        + " api [2026-01-01, 2026-02-01)]");
    }

    /** A commitment, as a minimum, is due with the cycle of the terms, and not with the quarter of one charge. */
    @Test
    void whatIsAgreedForAllIsDueInTheCycleOfTheTerms() {
        Charge quarterly = SUPPORT.billed(BillingCycle.quarterly());
        ContractTerms terms = terms(
                builder -> builder.minimum(SpendMinimum.of("500")).commitment(TermCommitment.of("1200")), quarterly);
        assertThat(text(history(terms), "2026-04-01", "2026-04-02"))
                .containsExactly(
                        "2026-04-01 C-1 [2026-01-01, 2026-04-01) IN_ARREARS: [support [2026-01-01, 2026-04-01)]",
                        "2026-04-01 C-1 [2026-03-01, 2026-04-01) IN_ARREARS: [terms.minimum [2026-03-01, 2026-04-01),"
                                + " terms.commitment [2026-03-01, 2026-04-01)]");
    }

    /** Known on 11 March to last up to 14 April: what is billed in advance, and had begun, is due for the days that came on. */
    @Test
    void aLongerTermAddsWhatHadBegunInAdvance() {
        Charge extra = Charge.recurring("extra", FlatFee.of("62.00"))
                .billed(BillingCycle.monthly().inAdvance())
                .from("2026-03-13");
        Contract signed = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        days("2026-01-01", "2026-03-15"),
                        terms(PLATFORM, SUPPORT, extra))
                .renewed(Renewal.of("P1M", "P5D").atMost(1));
        assertThat(text(ContractHistory.of(signed, SIGNED), "2026-03-02", "2026-12-31"))
                .containsExactly(
                        "2026-03-11 C-1 [2026-03-01, 2026-04-01) IN_ADVANCE: [platform [2026-03-15, 2026-04-01)]",
                        "2026-03-13 C-1 [2026-03-01, 2026-04-01) IN_ADVANCE: [extra [2026-03-13, 2026-04-01)]",
                        "2026-04-01 C-1 [2026-03-01, 2026-04-01) IN_ARREARS: [support [2026-03-01, 2026-04-01)]",
                        "2026-04-01 C-1 [2026-04-01, 2026-04-15) IN_ADVANCE:"
                                + " [platform [2026-04-01, 2026-04-15), extra [2026-04-01, 2026-04-15)]",
                        "2026-04-15 C-1 [2026-04-01, 2026-04-15) IN_ARREARS: [support [2026-04-01, 2026-04-15)]");
    }

    /** A term of three whole months, renewed: nothing is due on the day on which that is known. */
    @Test
    void aLongerTermOfWholePeriodsAddsNothingOnItsDay() {
        Contract signed = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        days("2026-01-01", "2026-04-01"),
                        terms(PLATFORM, SUPPORT))
                .renewed(Renewal.of("P1M", "P5D").atMost(1));
        assertThat(text(ContractHistory.of(signed, SIGNED), "2026-03-02", "2026-12-31"))
                .containsExactly(
                        "2026-04-01 C-1 [2026-03-01, 2026-04-01) IN_ARREARS: [support [2026-03-01, 2026-04-01)]",
                        "2026-04-01 C-1 [2026-04-01, 2026-05-01) IN_ADVANCE: [platform [2026-04-01, 2026-05-01)]",
                        "2026-05-01 C-1 [2026-04-01, 2026-05-01) IN_ARREARS: [support [2026-04-01, 2026-05-01)]");
    }

    /** In the first year of the calendar, before which there is no day: a term is renewed, or its notice would lie before. */
    @Test
    void aTermMayBeginOnTheFirstDayOfTheCalendar() {
        Contract signed = Contract.of(
                new ContractId("C-1"), new CustomerId("ACME"), days("0001-01-01", "0001-02-15"), terms(PLATFORM));
        Instant early = Instant.parse("0001-01-01T00:00:00Z");
        List<String> renewed = List.of(
                "0001-01-01 C-1 [0001-01-01, 0001-02-01) IN_ADVANCE: [platform [0001-01-01, 0001-02-01)]",
                "0001-02-01 C-1 [0001-02-01, 0001-02-15) IN_ADVANCE: [platform [0001-02-01, 0001-02-15)]",
                "0001-02-11 C-1 [0001-02-01, 0001-03-01) IN_ADVANCE: [platform [0001-02-15, 0001-03-01)]",
                "0001-03-01 C-1 [0001-03-01, 0001-03-15) IN_ADVANCE: [platform [0001-03-01, 0001-03-15)]");
        ContractHistory soon =
                ContractHistory.of(signed.renewed(Renewal.of("P1M", "P5D").atMost(1)), early);
        assertThat(text(soon, "0001-01-01", "0001-06-01")).isEqualTo(renewed);
        ContractHistory before =
                ContractHistory.of(signed.renewed(Renewal.of("P1M", "P3M").atMost(1)), early);
        assertThat(text(before, "0001-01-01", "0001-06-01"))
                .containsExactly(
                        "0001-01-01 C-1 [0001-01-01, 0001-02-01) IN_ADVANCE: [platform [0001-01-01, 0001-02-01)]",
                        "0001-02-01 C-1 [0001-02-01, 0001-03-01) IN_ADVANCE: [platform [0001-02-01, 0001-03-01)]",
                        "0001-03-01 C-1 [0001-03-01, 0001-03-15) IN_ADVANCE: [platform [0001-03-01, 0001-03-15)]");
    }

    /** Billed in advance up to 9 March, and by use from then on: use is due when the month is over, however long the term is. */
    @Test
    void whatBecomesMeasuredIsNotDueInAdvance() {
        Charge byUse = Charge.usage("platform", "calls", PerUnit.of("0.10"));
        Contract signed = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        days("2026-03-01", "2026-03-15"),
                        terms(PLATFORM))
                .renewed(Renewal.of("P1M", "P2D").atMost(1));
        ContractHistory contract = ContractHistory.of(signed, SIGNED)
                .amended(Amendment.terms("A-1", LocalDate.parse("2026-03-10"), SIGNED.plusSeconds(1), terms(byUse)));
        assertThat(text(contract, "2026-03-01", "2026-04-10"))
                .containsExactly(
                        "2026-03-01 C-1 [2026-03-01, 2026-03-15) IN_ADVANCE: [platform [2026-03-01, 2026-03-10)]",
                        "2026-04-01 C-1 [2026-03-01, 2026-04-01) IN_ARREARS: [platform [2026-03-10, 2026-04-01)]");
    }

    /** A window before the contract, on its first day, and on the day after its last. */
    @Test
    void nothingIsDueOutsideTheTerm() {
        ContractHistory contract = during("2026-01-01", "2026-02-01", terms(PLATFORM, SUPPORT));
        assertThat(text(contract, "2025-06-01", "2026-01-01")).isEmpty();
        assertThat(text(contract, "2025-06-01", "2026-01-02")).hasSize(1);
        assertThat(text(contract, "2026-01-02", "2026-02-01")).isEmpty();
        assertThat(text(contract, "2026-02-01", "2026-02-02")).hasSize(1);
        assertThat(text(contract, "2026-02-02", "2027-02-02")).isEmpty();
    }

    /** On the billing day itself what was not billed is 0 days late, and not over its target. */
    @Test
    void lateIsCountedFromTheBillingDay() {
        var calendar = BillingCalendar.of(
                List.of(history(terms(SUPPORT))), days("2026-01-01", "2026-03-01"), SIGNED, IssueTarget.days(2));
        assertThat(calendar.late(LocalDate.parse("2026-02-01"), id -> BillingHistory.none()))
                .extracting(late -> late.daysLate() + " " + late.daysOverTarget())
                .containsExactly("0 0");
    }

    private static ContractHistory during(String start, String end, ContractTerms terms) {
        return ContractHistory.of(
                Contract.of(new ContractId("C-1"), new CustomerId("ACME"), days(start, end), terms), SIGNED);
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
