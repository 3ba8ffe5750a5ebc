package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.event;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static io.quittance.core.billing.BillRunUsageTest.neverLate;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Phase;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is agreed for all charges of a period, and what happens to it where one of them cannot be billed; amounts by hand. */
class BillRunAgreementsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge FIFTY = Charge.recurring("fee", FlatFee.of("50.00"));
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final Charge TEXTS = Charge.usage("texts", "texts", PerUnit.of("1"));

    /** At least 500.00 a month: when January begins 310.00 are due, and when it is over the 190.00 that are missing. */
    @Test
    void aMinimumIsDueWhenThePeriodIsOver() {
        Job job = job(terms(builder -> builder.minimum(SpendMinimum.of("500")), PLATFORM));
        assertThat(text(job.run("2026-01-01"))).containsExactly("CHARGE platform [2026-01-01, 2026-02-01): EUR 310.00");
        assertThat(text(job.run("2026-02-01")))
                .containsExactly(
                        "CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 190.00",
                        "CHARGE platform [2026-02-01, 2026-03-01): EUR 310.00");
    }

    /** A minimum that is reached is no line. */
    @Test
    void aMinimumThatIsReachedBillsNothing() {
        Job job = job(terms(builder -> builder.minimum(SpendMinimum.of("50")), FIFTY));
        assertThat(text(job.run("2026-02-01"))).containsExactly("CHARGE fee [2026-01-01, 2026-02-01): EUR 50.00");
    }

    /** 100.00 a month is agreed, and a licence of 10.00 a quarter is billed by itself: it neither counts nor is lifted. */
    @Test
    void aMinimumIsOfTheChargesOfItsCycle() {
        Charge licence = Charge.recurring("licence", FlatFee.of("10.00")).billed(BillingCycle.quarterly());
        Job job = job(terms(builder -> builder.minimum(SpendMinimum.of("100")), licence));
        assertThat(text(job.run("2026-02-01")))
                .containsExactly("CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 100.00");
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("210.00"));
    }

    /** 600.00 of 1200.00 in each of two years, the second of which is a renewal: 600.00 are missing twice. */
    @Test
    void aCommitmentBeginsAnewWithEachTerm() {
        ContractTerms committed = terms(builder -> builder.commitment(TermCommitment.of("1200")), FIFTY);
        Contract contract = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        ServicePeriod.of("2026-01-01", "2027-01-01"),
                        committed)
                .renewed(Renewal.of("P1Y", "P3M").atMost(1));
        Job job = new Job(ContractHistory.of(contract, SIGNED), UsageSource.none());
        assertThat(job.run("2027-01-01").total()).isEqualTo(eur("1200.00"));
        assertThat(job.run("2028-01-01").total()).isEqualTo(eur("1200.00"));
    }

    /** Without the commitment in February: January and ten later months count, 550.00 of 1200.00, and 650.00 are missing. */
    @Test
    void aCommitmentGoesOnAfterTermsWithoutIt() {
        ContractTerms committed = terms(builder -> builder.commitment(TermCommitment.of("1200")), FIFTY);
        Job job = job(committed);
        job.amend(newTerms("A-1", "2026-02-01", 1, terms(FIFTY)));
        job.amend(newTerms("A-2", "2026-03-01", 2, committed));
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("50.00"));
        assertThat(job.run("2026-03-01").total()).isEqualTo(eur("50.00"));
        assertThat(job.run("2026-12-01").total()).isEqualTo(eur("450.00"));
        assertThat(text(job.run("2027-01-01")))
                .containsExactly(
                        "CHARGE fee [2026-12-01, 2027-01-01): EUR 50.00",
                        "CHARGE terms.commitment [2026-12-01, 2027-01-01): EUR 650.00");
    }

    /** All charges are billed by the quarter: a commitment of the terms is settled with their own last month all the same. */
    @Test
    void aCommitmentIsSettledWithoutChargesOfItsCycle() {
        Charge licence = Charge.recurring("licence", FlatFee.of("10.00")).billed(BillingCycle.quarterly());
        Job job = job(terms(builder -> builder.commitment(TermCommitment.of("1200")), licence));
        assertThat(job.run("2026-12-31").total()).isEqualTo(eur("30.00"));
        assertThat(text(job.run("2027-01-01")))
                .containsExactlyInAnyOrder(
                        "CHARGE licence [2026-10-01, 2027-01-01): EUR 10.00",
                        "CHARGE terms.commitment [2026-12-01, 2027-01-01): EUR 1200.00");
    }

    /** Agreed from 16 January on with a free month: up to 15 February nothing, and 13 of 28 days of 310.00. */
    @Test
    void aTrialIsCountedFromTheDayOnWhichItsChargeIsAgreed() {
        Charge trial = Charge.recurring("trial", FlatFee.of("310.00")).phases(Phase.trial("P1M"));
        Job job = job(terms(FIFTY));
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(FIFTY, trial)));
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("50.00"));
        assertThat(job.run("2026-03-01").total()).isEqualTo(eur("193.93")); // 143.93 and 50.00
    }

    /** What is due once and has no day of its own is due on the first day of its terms, and once. */
    @Test
    void whatIsDueOnceIsDueOnTheFirstDayOfItsTerms() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("99.00"));
        Job job = job(terms(FIFTY));
        job.run("2026-02-01");
        job.amend(newTerms("A-1", "2026-02-10", 1, terms(FIFTY, setup)));
        assertThat(job.run("2026-02-09").lines()).isEmpty();
        assertThat(text(job.run("2026-02-10"))).containsExactly("CHARGE setup [2026-02-10, 2026-02-11): EUR 99.00");
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("100.00"));
    }

    /** A host's model that fails holds up itself; the period stays open for it. */
    @Test
    void aModelThatFailsIsAFinding() {
        ChargeModel beyond = input -> {
            throw new ArithmeticException("beyond the bounds");
        };
        Job job = new Job(
                history(terms(FIFTY, Charge.usage("api", "calls", beyond))),
                neverLate(calls("e-1", "5", "2026-01-10T10:00:00Z")));
        BillRun run = job.run("2026-02-01");
        assertThat(text(run)).containsExactly("CHARGE fee [2026-01-01, 2026-02-01): EUR 50.00");
        assertThat(run.findings())
                .singleElement()
                .asString()
                .startsWith("NOT_RATED charges[api] [2026-01-01, 2026-02-01): ")
                .endsWith("beyond the bounds");
        assertThat(run.periods()).filteredOn(BilledPeriod::isClosed).isEmpty();
    }

    /** The only charge fails: nothing is billed, and when it can be rated it is, without a word from the source. */
    @Test
    void aPeriodOfNothingButFailuresStaysOpen() {
        Job job = new Job(history(terms(API)), neverLate(calls("e-1", "-5", "2026-01-10T10:00:00Z")));
        BillRun run = job.run("2026-02-01");
        assertThat(run.lines()).isEmpty();
        assertThat(run.findings()).extracting(BillingFinding::code).containsExactly(BillingFinding.Code.NOT_RATED);
        job.use(neverLate(calls("e-1", "5", "2026-01-10T10:00:00Z")));
        assertThat(text(job.run("2026-02-02"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 5.00");
    }

    /** At least 310.00 a month, 100.00 of calls: 210.00 are missing, and stay so while the calls cannot be rated. */
    @Test
    void whatIsAgreedForAllWaitsForAChargeThatFails() {
        Job job = job(terms(builder -> builder.minimum(SpendMinimum.of("310")), API));
        job.use(UsageSource.of(List.of(calls("e-1", "100", "2026-01-05T10:00:00Z"))));
        assertThat(text(job.run("2026-02-01")))
                .containsExactly(
                        "CHARGE api [2026-01-01, 2026-02-01): EUR 100.00",
                        "CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 210.00");
        job.use(UsageSource.of(
                List.of(calls("e-1", "100", "2026-01-05T10:00:00Z"), calls("e-2", "-150", "2026-01-06T10:00:00Z"))));
        BillRun run = job.run("2026-02-02");
        assertThat(run.findings()).extracting(BillingFinding::code).contains(BillingFinding.Code.NOT_RATED);
        assertThat(run.lines()).isEmpty();
        job.use(UsageSource.of(
                List.of(calls("e-1", "100", "2026-01-05T10:00:00Z"), calls("e-2", "10", "2026-01-06T10:00:00Z"))));
        assertThat(text(job.run("2026-02-03")))
                .containsExactly(
                        "DIFFERENCE api [2026-01-01, 2026-02-01): EUR 10.00",
                        "DIFFERENCE terms.minimum [2026-01-01, 2026-02-01): EUR -10.00");
    }

    /** 100.00 were billed of calls that never decrease, and 40.00 are due; 7 texts more are billed, unless a maximum holds. */
    @Test
    void aChargeThatNeverDecreasesHoldsUpItselfAlone() {
        BillRun run = withFewerCallsAndMoreTexts(terms(API.neverDecreasing(), TEXTS));
        assertThat(text(run)).containsExactly("DIFFERENCE texts [2026-01-01, 2026-02-01): EUR 7.00");
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly("DECREASE_REFUSED charges[api] [2026-01-01, 2026-02-01):"
                        + " 40 are due, 100 were billed, and the charge never decreases");
        ContractTerms limited =
                terms(builder -> builder.maximum(SpendMaximum.of("1000")), API.neverDecreasing(), TEXTS);
        assertThat(withFewerCallsAndMoreTexts(limited).lines()).isEmpty();
    }

    private static BillRun withFewerCallsAndMoreTexts(ContractTerms terms) {
        Job job = job(terms);
        job.use(UsageSource.of(List.of(
                calls("e-1", "100", "2026-01-05T10:00:00Z"), event("e-3", "texts", "3", "2026-01-06T10:00:00Z"))));
        job.run("2026-02-01");
        job.use(UsageSource.of(List.of(
                calls("e-1", "100", "2026-01-05T10:00:00Z"),
                calls("e-2", "-60", "2026-01-06T10:00:00Z"),
                event("e-3", "texts", "10", "2026-01-06T10:00:00Z"))));
        return job.run("2026-02-02");
    }

    /** What comes to the same again does not decrease, whatever else was billed beside it. */
    @Test
    void aChargeThatStaysDoesNotDecrease() {
        Job job = job(terms(API.neverDecreasing(), TEXTS));
        job.use(UsageSource.of(List.of(
                calls("e-1", "100", "2026-01-05T10:00:00Z"), event("e-3", "texts", "3", "2026-01-06T10:00:00Z"))));
        job.run("2026-02-01");
        job.use(UsageSource.of(List.of(
                calls("e-1", "100", "2026-01-05T10:00:00Z"), event("e-3", "texts", "10", "2026-01-06T10:00:00Z"))));
        BillRun run = job.run("2026-02-02");
        assertThat(text(run)).containsExactly("DIFFERENCE texts [2026-01-01, 2026-02-01): EUR 7.00");
        assertThat(run.findings()).isEmpty();
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
