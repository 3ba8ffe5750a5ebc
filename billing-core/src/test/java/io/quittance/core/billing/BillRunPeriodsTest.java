package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.event;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which periods a run looks at again: those that a change is about, and no others; amounts by hand. */
class BillRunPeriodsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge SUPPORT = Charge.recurring("support", FlatFee.of("310.00"));
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));

    @Test
    void aContractThatWasNotKnownYetIsAFinding() {
        BillRun run = Billing.engine()
                .bill(
                        history(terms(PLATFORM)),
                        UsageSource.none(),
                        BillingHistory.none(),
                        AsOf.of(LocalDate.parse("2026-01-05"), SIGNED.minusSeconds(1)));
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly("NOT_STARTED contract [2026-01-05, 2026-01-06): the contract was not known yet");
        assertThat(run.mark()).isEqualTo(BillingMark.NONE);
        assertThat(run.isEmpty()).isTrue();
    }

    /** From 16 January on 620.00, learnt when three months were billed: 16 of 31 days, and two months. */
    @Test
    void aNewPriceIsAboutAllPeriodsFromItsDayOn() {
        Job job = job(terms(SUPPORT));
        job.run("2026-04-01");
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(Charge.recurring("support", FlatFee.of("620.00")))));
        BillRun run = job.run("2026-04-02");
        assertThat(text(run))
                .containsExactly(
                        "CREDIT support [2026-01-16, 2026-02-01): EUR -160.00",
                        "CHARGE support [2026-01-16, 2026-02-01): EUR 320.00",
                        "CREDIT support [2026-02-01, 2026-03-01): EUR -310.00",
                        "CHARGE support [2026-02-01, 2026-03-01): EUR 620.00",
                        "CREDIT support [2026-03-01, 2026-04-01): EUR -310.00",
                        "CHARGE support [2026-03-01, 2026-04-01): EUR 620.00");
        assertThat(run.periods()).hasSize(3);
    }

    /** From 1 March on: January and February stay as they are. */
    @Test
    void aNewPriceLeavesPeriodsBeforeItsDayAlone() {
        Job job = job(terms(SUPPORT));
        job.run("2026-04-01");
        job.amend(newTerms("A-1", "2026-03-01", 1, terms(Charge.recurring("support", FlatFee.of("620.00")))));
        BillRun run = job.run("2026-04-02");
        assertThat(text(run))
                .containsExactly(
                        "CREDIT support [2026-03-01, 2026-04-01): EUR -310.00",
                        "CHARGE support [2026-03-01, 2026-04-01): EUR 620.00");
    }

    /** A price from 16 January and an end on 11 February, learnt at once: 10 of 28 days of 620.00 are 221.43. */
    @Test
    void aPriceBeforeANewEndIsNotForgotten() {
        Job job = job(terms(PLATFORM));
        job.run("2026-02-01");
        ContractTerms dearer = terms(Charge.recurring("platform", FlatFee.of("620.00"))
                .billed(BillingCycle.monthly().inAdvance()));
        job.amend(newTerms("A-1", "2026-01-16", 1, dearer));
        job.amend(Amendment.end("A-2", LocalDate.parse("2026-02-11"), SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-02-02")))
                .containsExactly(
                        "CREDIT platform [2026-01-16, 2026-02-01): EUR -160.00",
                        "CHARGE platform [2026-01-16, 2026-02-01): EUR 320.00",
                        "CREDIT platform [2026-02-01, 2026-03-01): EUR -310.00",
                        "CHARGE platform [2026-02-01, 2026-02-11): EUR 221.43");
    }

    /** A price from 1 May that never comes to hold, and an end on 16 January: half of January, and February, are given back. */
    @Test
    void anEndBeforeANewPriceIsNotForgotten() {
        Job job = job(terms(PLATFORM));
        job.run("2026-02-01");
        job.amend(newTerms("A-1", "2026-05-01", 1, terms(SUPPORT)));
        job.amend(Amendment.end("A-2", LocalDate.parse("2026-01-16"), SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-02-02")))
                .containsExactly(
                        "CREDIT platform [2026-01-16, 2026-02-01): EUR -160.00",
                        "CREDIT platform [2026-02-01, 2026-03-01): EUR -310.00");
    }

    /** Up to 15 March, renewed by a month from 11 March on: 14 and 17 of 31 days; 14 of 30 days of April are 144.67. */
    @Test
    void aRenewalIsBilledFromTheDayOnWhichItIsKnown() {
        Contract signed = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        ServicePeriod.of("2026-01-01", "2026-03-15"),
                        terms(PLATFORM))
                .renewed(Renewal.of("P1M", "P5D").atMost(1));
        Job job = new Job(ContractHistory.of(signed, SIGNED), UsageSource.none());
        job.run("2026-02-01");
        assertThat(text(job.run("2026-03-01"))).containsExactly("CHARGE platform [2026-03-01, 2026-03-15): EUR 140.00");
        assertThat(text(job.run("2026-03-10"))).isEmpty();
        assertThat(text(job.run("2026-03-11"))).containsExactly("CHARGE platform [2026-03-15, 2026-04-01): EUR 170.00");
        assertThat(text(job.run("2026-04-01"))).containsExactly("CHARGE platform [2026-04-01, 2026-04-15): EUR 144.67");
        assertThat(text(job.run("2026-06-01"))).isEmpty();
    }

    /** January alone: a run in May bills one period, and one in between bills those that have begun. */
    @Test
    void looksAtNoPeriodAfterTheEndOrTheDay() {
        Contract january = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                terms(PLATFORM, API));
        Job over = new Job(ContractHistory.of(january, SIGNED), UsageSource.none());
        BillRun last = over.run("2026-05-01");
        assertThat(text(last))
                .containsExactly(
                        "CHARGE platform [2026-01-01, 2026-02-01): EUR 310.00",
                        "CHARGE api [2026-01-01, 2026-02-01): EUR 0.00");
        assertThat(last.periods()).extracting(BilledPeriod::period).containsExactly(january.term());
        Job running = job(terms(PLATFORM));
        assertThat(running.run("2026-02-10").periods())
                .extracting(BilledPeriod::isClosed)
                .containsExactly(true, false);
    }

    /** 900.00 a quarter in advance, from 16 to 31 January alone, learnt in February: 16 of 90 days. */
    @Test
    void aCycleOfThePastAloneIsBilledToo() {
        Charge extra = Charge.recurring("extra", FlatFee.of("900.00"))
                .billed(BillingCycle.quarterly().inAdvance());
        Job job = job(terms(PLATFORM));
        job.run("2026-02-10");
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(PLATFORM, extra)));
        job.amend(newTerms("A-2", "2026-02-01", 2, terms(PLATFORM)));
        assertThat(text(job.run("2026-02-11"))).containsExactly("CHARGE extra [2026-01-16, 2026-02-01): EUR 160.00");
        assertThat(text(job.run("2026-02-12"))).isEmpty();
    }

    /** Charged from 1 March on and then, as is learnt, from 10 January on: a whole month, and 19 of 28 days of the next. */
    @Test
    void aCycleMayBeginEarlierThanItWasKnownTo() {
        Charge extra = Charge.recurring("extra", FlatFee.of("310.00"))
                .billed(BillingCycle.monthly().from("2026-01-10").inAdvance());
        Job job = job(terms(PLATFORM));
        job.amend(newTerms("A-1", "2026-03-01", 1, terms(PLATFORM, extra)));
        assertThat(text(job.run("2026-03-05"))).contains("CHARGE extra [2026-03-01, 2026-03-10): EUR 99.64");
        job.amend(newTerms("A-2", "2026-01-10", 2, terms(PLATFORM, extra)));
        assertThat(text(job.run("2026-03-06")))
                .containsExactly(
                        "CHARGE extra [2026-01-10, 2026-02-10): EUR 310.00",
                        "CHARGE extra [2026-02-10, 2026-03-01): EUR 210.36");
    }

    /** 9 calls of January and 8 of March come when five months are billed. */
    @Test
    void lateUsageOfTwoPeriodsIsBilledInBoth() {
        Job job = job(terms(API));
        job.run("2026-06-01");
        job.use(UsageSource.of(
                List.of(calls("e-1", "9", "2026-01-05T10:00:00Z"), calls("e-2", "8", "2026-03-05T10:00:00Z"))));
        BillRun run = job.run("2026-06-02");
        assertThat(run.total()).isEqualTo(eur("17.00"));
        assertThat(text(run))
                .containsExactly(
                        "CHARGE api [2026-01-01, 2026-02-01): EUR 9.00",
                        "CHARGE api [2026-03-01, 2026-04-01): EUR 8.00");
        assertThat(job.run("2026-06-03").lines()).isEmpty();
    }

    /** Reached on 20 February and reported in March, when the term of two months was billed to its end. */
    @Test
    void aMilestoneOfATermThatIsOverMayComeLate() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Contract contract = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                ServicePeriod.of("2026-01-01", "2026-03-01"),
                terms(rollout));
        Job job = new Job(ContractHistory.of(contract, SIGNED), UsageSource.none());
        BillRun first = job.run("2026-03-01");
        assertThat(first.lines()).as("nothing was reached").isEmpty();
        assertThat(first.periods()).extracting(BilledPeriod::isClosed).contains(true);
        job.use(UsageSource.of(
                List.of(event("m-1", "milestones", "1", "2026-02-20T10:00:00Z").with("milestone", "design"))));
        assertThat(job.run("2026-03-10").total()).isEqualTo(eur("2000.00"));
        assertThat(job.run("2026-03-11").lines()).isEmpty();
        job.use(BillRunUsageTest.neverLate(
                event("m-1", "milestones", "1", "2026-02-20T10:00:00Z").with("milestone", "design")));
        Charge dearer = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2500").then("go-live", "8000"));
        job.amend(newTerms("A-1", "2026-01-01", 1, terms(dearer)));
        assertThat(job.run("2026-03-12").total()).isEqualTo(eur("500.00"));
    }

    /** The term ends on 15 February; on the 20th what was reached on the 10th is billed, though its month is not over. */
    @Test
    void whatIsCountedOverTheTermIsBilledAtItsEnd() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Contract contract = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                ServicePeriod.of("2026-01-01", "2026-02-15"),
                terms(rollout));
        Job job = new Job(
                ContractHistory.of(contract, SIGNED),
                BillRunUsageTest.neverLate(
                        event("m-1", "milestones", "1", "2026-02-10T10:00:00Z").with("milestone", "design")));
        assertThat(job.run("2026-01-15").lines()).isEmpty();
        assertThat(text(job.run("2026-02-20"))).containsExactly("CHARGE rollout [2026-01-01, 2026-02-15): EUR 2000.00");
    }

    /** 400.00 off in all: 310.00 of January and 90.00 of February, in two runs as in one; March costs what it costs. */
    @Test
    void whatWasTakenOffIsLeftToTheNextPeriod() {
        ContractTerms terms = terms(builder -> builder.discount(Discount.amount("launch", "400")), SUPPORT);
        Job job = job(terms);
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("0.00"));
        assertThat(job.run("2026-03-01").total()).isEqualTo(eur("220.00"));
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("310.00"));
        assertThat(job(terms).run("2026-04-01").total()).isEqualTo(eur("530.00"));
    }

    /** Without the discount in February, its 90.00 that are left come off in March. */
    @Test
    void whatIsLeftOfADiscountOutlivesTermsWithoutIt() {
        ContractTerms with = terms(builder -> builder.discount(Discount.amount("launch", "400")), SUPPORT);
        Job job = job(with);
        job.amend(newTerms("A-1", "2026-02-01", 1, terms(SUPPORT)));
        job.amend(newTerms("A-2", "2026-03-01", 2, with));
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("0.00"));
        assertThat(job.run("2026-03-01").total()).isEqualTo(eur("310.00"));
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("220.00"));
    }

    /** By their first day and, of one day, the shorter first, whatever their cycles are called. */
    @Test
    void linesAreInTheOrderOfTheirPeriods() {
        Charge licence = Charge.recurring("licence", FlatFee.of("1200.00"))
                .billed(BillingCycle.yearly().inAdvance());
        assertThat(text(job(terms(PLATFORM, licence)).run("2026-02-01")))
                .containsExactly(
                        "CHARGE platform [2026-01-01, 2026-02-01): EUR 310.00",
                        "CHARGE licence [2026-01-01, 2027-01-01): EUR 1200.00",
                        "CHARGE platform [2026-02-01, 2026-03-01): EUR 310.00");
    }

    /** Before the term it is told once the contract runs; after it, once its day has come. */
    @Test
    void usageOutsideTheTermIsAFindingWhenItsDayHasCome() {
        Job job = job(terms(API));
        job.use(UsageSource.of(
                List.of(calls("e-1", "9", "2025-12-20T10:00:00Z"), calls("e-2", "8", "2027-03-01T10:00:00Z"))));
        assertThat(job.run("2025-12-31").findings()).isEmpty();
        assertThat(job.run("2026-02-01").findings())
                .extracting(BillingFinding::toString)
                .containsExactly("USAGE_NOT_SERVED usage [2025-12-20, 2025-12-21):"
                        + " the contract does not hold on 2025-12-20");
        assertThat(job.run("2027-03-01").findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "USAGE_NOT_SERVED usage [2025-12-20, 2025-12-21): the contract does not hold on 2025-12-20",
                        "USAGE_NOT_SERVED usage [2027-03-01, 2027-03-02): the contract does not hold on 2027-03-01");
    }

    private static Job job(ContractTerms terms) {
        return new Job(history(terms), UsageSource.none());
    }

    private static Amendment newTerms(String key, String day, long seconds, ContractTerms terms) {
        return Amendment.terms(key, LocalDate.parse(day), SIGNED.plusSeconds(seconds), terms);
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }
}
