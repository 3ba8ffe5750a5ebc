package io.quittance.core.billing;

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
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lives of contracts in which a run, an amendment and a rest meet on one day or come twice; amounts by hand. */
class CorrectedLivesTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge FIFTY = Charge.recurring("fee", FlatFee.of("50.00"));
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final ContractTerms COMMITTED =
            BillRunTest.terms(builder -> builder.commitment(TermCommitment.of("1200")), FIFTY);

    /** No usage in January is billed as nothing; an amendment that leaves the charge alone does not bill its usage twice. */
    @Test
    void billsLateUsageOnceAfterAnAmendmentOfOtherCharges() {
        Job job = job(BillRunTest.terms(API));
        job.run("2026-02-01");
        job.amend(terms("A-1", "2026-01-01", 1, BillRunTest.terms(API, FIFTY)));
        job.run("2026-02-02");
        job.use(UsageSource.of(List.of(BillRunTest.calls("e-1", "9", "2026-01-05T10:00:00Z"))));
        assertThat(BillRunTest.text(job.run("2026-02-03")))
                .containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 9.00");
    }

    /** Six months at 50.00 of a term that committed 1200.00, and ends with the sixth: 900.00 are missing; and not any more. */
    @Test
    void settlesACommitmentAtAnEndOnTheBorderOfAPeriod() {
        Job job = job(COMMITTED);
        job.run("2026-07-01");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-07-01"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2026-07-02").total()).isEqualTo(eur("900.00"));
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        assertThat(job.run("2026-07-03").total()).isEqualTo(eur("-900.00"));
    }

    /** Extended by a month that is known from the start: one term of thirteen months, 650.00 of 1200.00. */
    @Test
    void aTermThatIsExtendedCommitsOnce() {
        Job job = job(COMMITTED);
        job.amend(Amendment.end("A-1", LocalDate.parse("2027-02-01"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2027-03-01").total()).isEqualTo(eur("1200.00"));
    }

    /** 15 January 2026 to 2027, renewed: the commitment of the first year is settled with January 2027, in which it ends. */
    @Test
    void settlesACommitmentThatIsRenewedWithinAPeriod() {
        Contract contract = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        ServicePeriod.of("2026-01-15", "2027-01-15"),
                        COMMITTED)
                .renewed(Renewal.of("P1Y", "P3M"));
        Job job = new Job(ContractHistory.of(contract, SIGNED), UsageSource.none());
        assertThat(job.run("2027-02-01").total()).isEqualTo(eur("1200.00"));
        assertThat(job.run("2027-03-01").total()).isEqualTo(eur("50.00"));
    }

    /** The contract rests in all of December: 550.00 of 1200.00 are billed, and 650.00 are missing. */
    @Test
    void settlesACommitmentWhoseLastPeriodRests() {
        Job job = job(COMMITTED);
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-12-01", "2027-01-01"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2026-12-01").total()).isEqualTo(eur("550.00"));
        assertThat(BillRunTest.text(job.run("2027-01-01")))
                .containsExactly("CHARGE terms.commitment [2026-12-01, 2027-01-01): EUR 650.00");
    }

    /** Charged from 29 January on, at least 310.00 a month: 3 of 31 days are 30.00. */
    @Test
    void aMinimumOfAChargeIsOfItsDays() {
        Charge late = API.minimum("310").from("2026-01-29");
        Job job = job(BillRunTest.terms(late));
        assertThat(BillRunTest.text(job.run("2026-02-01")))
                .containsExactly("CHARGE api [2026-01-29, 2026-02-01): EUR 30.00");
    }

    /** 100.00 a month, and from March on 300.00 a quarter: of its first quarter 31 of 90 days are agreed, 103.33. */
    @Test
    void aMinimumIsOfTheDaysOfItsCycle() {
        ContractTerms monthly = BillRunTest.terms(builder -> builder.minimum(SpendMinimum.of("100")), API);
        ContractTerms quarterly = BillRunTest.terms(
                builder -> builder.minimum(SpendMinimum.of("300")).billed(BillingCycle.quarterly()), API);
        Job job = job(monthly);
        job.amend(terms("A-1", "2026-03-01", 1, quarterly));
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("303.33"));
    }

    /** An overage at half its price takes something off: 1200 × 0.5 of 2,400.00 above 1,200.00, and stays when looked at again. */
    @Test
    void whatIsTakenOffStaysTakenOff() {
        Job job = job(BillRunTest.terms(
                builder -> builder.commitment(TermCommitment.of("1200").overageFactor("0.5")), API));
        UsageSource usage = UsageSource.of(List.of(BillRunTest.calls("e-1", "2400", "2026-01-05T10:00:00Z")));
        job.use(usage);
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("1800.00"));
        assertThat(job.run("2026-02-02").total()).isEqualTo(eur("0.00"));
    }

    /** One id, 310.00 a month up to 15 January and then by use: 15 of 31 days; a first tier at 5.00, and 20 units at 1.00. */
    @Test
    void aChargeMayBecomeAnotherKind() {
        Charge fee = Charge.recurring("fee", FlatFee.of("310.00"));
        Charge byUse = Charge.usage(
                "fee",
                "calls",
                GraduatedTiers.upTo("10", TierPrice.of("0").withFlatFee("5")).then("1"));
        Job job = job(BillRunTest.terms(fee));
        job.amend(terms("A-1", "2026-01-16", 1, BillRunTest.terms(byUse)));
        job.use(UsageSource.of(List.of(BillRunTest.calls("e-1", "30", "2026-01-20T10:00:00Z"))));
        assertThat(BillRunTest.text(job.run("2026-02-01")))
                .containsExactly(
                        "CHARGE fee [2026-01-01, 2026-01-16): EUR 150.00",
                        "CHARGE fee [2026-01-16, 2026-02-01): EUR 25.00");
        Job back = job(BillRunTest.terms(byUse));
        back.amend(terms("A-1", "2026-01-16", 1, BillRunTest.terms(fee)));
        assertThat(BillRunTest.text(back.run("2026-02-01")))
                .containsExactly(
                        "CHARGE fee [2026-01-01, 2026-01-16): EUR 5.00",
                        "CHARGE fee [2026-01-16, 2026-02-01): EUR 160.00");
    }

    /** 8.49 for each of three days of a year of 3,100.00: a later change to arrears waits for the next period, cent by cent. */
    @Test
    void piecesOfAPeriodAreBilledTogether() {
        Charge fee = Charge.recurring("fee", FlatFee.of("3100.00"));
        Charge early = fee.billed(BillingCycle.yearly().inAdvance());
        Charge late = fee.billed(BillingCycle.yearly()).named("Fee");
        Job job = job(BillRunTest.terms(early));
        job.amend(terms("A-1", "2026-01-02", 1, BillRunTest.terms(late)));
        job.amend(terms("A-2", "2026-01-03", 2, BillRunTest.terms(early)));
        job.amend(Amendment.end("A-3", LocalDate.parse("2026-01-04"), SIGNED.plusSeconds(3)));
        assertThat(BillRunTest.text(job.run("2026-01-01")))
                .containsExactly(
                        "CHARGE fee [2026-01-01, 2026-01-02): EUR 8.49",
                        "CHARGE fee [2026-01-02, 2026-01-03): EUR 8.50",
                        "CHARGE fee [2026-01-03, 2026-01-04): EUR 8.49");
        assertThat(job.run("2026-01-04").lines()).isEmpty();
    }

    /** What is due once is due on its day, also where the contract rests around it. */
    @Test
    void aPauseTakesNothingThatIsDueOnce() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("500.00")).on("2026-01-15");
        Job job = job(BillRunTest.terms(setup, FIFTY));
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-10", "2026-02-01"), SIGNED.plusSeconds(1)));
        assertThat(BillRunTest.text(job.run("2026-02-01")))
                .containsExactly(
                        "CHARGE setup [2026-01-15, 2026-01-16): EUR 500.00",
                        "CHARGE fee [2026-01-01, 2026-01-10): EUR 14.52"); // 9 of 31 days
        job.amend(Amendment.pause("A-2", ServicePeriod.of("2026-01-01", "2026-01-10"), SIGNED.plusSeconds(2)));
        assertThat(BillRunTest.text(job.run("2026-02-02")))
                .containsExactly("CREDIT fee [2026-01-01, 2026-01-10): EUR -14.52");
    }

    /** 100.00 were billed and 40.00 are due, of a charge that never decreases: no minimum makes it 140.00. */
    @Test
    void whatNeverDecreasesDoesNotMoveWhatIsAgreedForAll() {
        ContractTerms least =
                BillRunTest.terms(builder -> builder.minimum(SpendMinimum.of("80")), API.neverDecreasing());
        assertThat(afterTakingBack(least)).isEqualTo(eur("0.00"));
        ContractTerms most =
                BillRunTest.terms(builder -> builder.maximum(SpendMaximum.of("100")), API.neverDecreasing(), FIFTY);
        assertThat(afterTakingBack(most)).isEqualTo(eur("0.00"));
    }

    private static Amount afterTakingBack(ContractTerms terms) {
        Job job = job(terms);
        job.use(UsageSource.of(List.of(BillRunTest.calls("e-1", "100", "2026-01-05T10:00:00Z"))));
        job.run("2026-02-01");
        job.use(UsageSource.of(List.of(
                BillRunTest.calls("e-1", "100", "2026-01-05T10:00:00Z"),
                BillRunTest.calls("e-2", "-60", "2026-01-06T10:00:00Z"))));
        BillRun run = job.run("2026-02-02");
        assertThat(run.findings()).extracting(BillingFinding::code).contains(BillingFinding.Code.DECREASE_REFUSED);
        return run.total();
    }

    /** 12.00 billed, 10.00 given back as goodwill: of 7.00 less, 2.00 are given back, and 7.00 more are those 2.00 again. */
    @Test
    void whatWasGivenBackComesBackWhereItWasTaken() {
        Job job = job(BillRunTest.terms(API));
        job.use(UsageSource.of(List.of(BillRunTest.calls("e-1", "12", "2026-01-05T10:00:00Z"))));
        job.run("2026-02-01");
        job.credit("10.00");
        job.use(UsageSource.of(List.of(
                BillRunTest.calls("e-1", "12", "2026-01-05T10:00:00Z"),
                BillRunTest.calls("e-2", "-7", "2026-01-06T10:00:00Z"))));
        assertThat(job.run("2026-02-02").total()).isEqualTo(eur("-2.00"));
        assertThat(job.run("2026-02-02").total()).isEqualTo(eur("0.00"));
        job.use(UsageSource.of(List.of(BillRunTest.calls("e-1", "12", "2026-01-05T10:00:00Z"))));
        assertThat(job.run("2026-02-03").total()).isEqualTo(eur("2.00"));
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-01-02"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2026-02-04").total()).isEqualTo(eur("-2.00"));
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        assertThat(job.run("2026-02-05").total()).isEqualTo(eur("2.00"));
    }

    /** Lines that are given back and charged again and again have ids of their own. */
    @Test
    void idsAreUniqueHoweverOftenALineComesAndGoes() {
        ContractTerms least = BillRunTest.terms(builder -> builder.minimum(SpendMinimum.of("400")), FIFTY);
        ContractTerms less = BillRunTest.terms(builder -> builder.minimum(SpendMinimum.of("50")), FIFTY);
        Job job = job(least);
        var ids = new ArrayList<String>();
        ids(job.run("2026-02-01"), ids);
        List<ServicePeriod> pauses = List.of(
                ServicePeriod.of("2026-01-16", "2026-01-21"),
                ServicePeriod.of("2026-01-16", "2026-02-01"),
                ServicePeriod.of("2026-01-21", "2026-02-01"));
        for (int i = 0; i < 12; i++) {
            String key = "A-" + i;
            Instant recorded = SIGNED.plusSeconds(2L * i + 1);
            job.amend(
                    i % 4 == 3
                            ? terms(key, "2026-01-16", 2L * i + 1, less)
                            : Amendment.pause(key, pauses.get(i % 3), recorded));
            ids(job.run("2026-02-02"), ids);
            job.amend(Amendment.withdrawal("W-" + i, key, recorded.plusSeconds(1)));
            ids(job.run("2026-02-03"), ids);
        }
        assertThat(ids).hasSizeGreaterThan(24);
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        Amount nothing = job.run("2026-02-04").total();
        assertThat(nothing).isEqualTo(eur("0.00"));
    }

    private static void ids(BillRun run, List<String> ids) {
        run.lines().forEach(line -> ids.add(line.id()));
    }

    private static Job job(ContractTerms terms) {
        return new Job(BillRunTest.history(terms), UsageSource.none());
    }

    private static Amendment terms(String key, String day, long seconds, ContractTerms terms) {
        return Amendment.terms(key, LocalDate.parse(day), SIGNED.plusSeconds(seconds), terms);
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }
}
