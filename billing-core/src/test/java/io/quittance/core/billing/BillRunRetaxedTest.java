package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunUsageTest.neverLate;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How what was billed is taxed when it is corrected, given back or charged anew; amounts by hand. */
class BillRunRetaxedTest {
    private static final Instant SIGNED = Instant.parse("2020-05-01T00:00:00Z");
    private static final TaxTable GERMANY =
            TaxTable.of(standard("19")).from("2020-07-01", standard("16")).from("2021-01-01", standard("19"));
    private static final Charge PLATFORM = fee("310.00");
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final Charge BUILD = Charge.completion("build", "progress", Completion.of("120000"));
    private static final Charge ROLLOUT = Charge.milestones(
            "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));

    /** A price from 1 July, and taxes that are corrected from 1 June: both are looked at in one run. */
    @Test
    void whatIsTaxedOtherwiseBeforeAnAmendmentIsNotForgotten() {
        Job job = new Job(terms(PLATFORM));
        job.run("2020-06-01");
        job.run("2020-07-01");
        job.amend(newTerms("A-1", "2020-07-01", 1, terms(fee("620.00"))));
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-07-10"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-07-01): EUR -310.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [AE 0% VATEX-EU-AE]",
                        "CREDIT platform [2020-07-01, 2020-08-01): EUR -310.00 [S 16%]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 620.00 [AE 0% VATEX-EU-AE]");
    }

    /** A price from 1 June, and taxes that are looked at again from 1 July on. */
    @Test
    void anAmendmentBeforeWhatIsTaxedOtherwiseIsNotForgotten() {
        Job job = new Job(terms(PLATFORM));
        job.run("2020-06-01");
        job.run("2020-07-01");
        job.amend(newTerms("A-1", "2020-06-01", 1, terms(fee("620.00"))));
        job.taxes = GERMANY.correctedFrom(LocalDate.parse("2020-07-01"));
        assertThat(job.run("2020-07-10"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-07-01): EUR -310.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 620.00 [S 19%]",
                        "CREDIT platform [2020-07-01, 2020-08-01): EUR -310.00 [S 16%]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 620.00 [S 16%]");
    }

    /** A line that is given back only for its tax says so; one whose terms hold no longer says that. */
    @Test
    void aCreditSaysWhyItGivesBack() {
        Job job = new Job(terms(PLATFORM));
        job.run("2020-06-01");
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        job.run("2020-06-02");
        assertThat(job.last().lines().get(0).explanations())
                .extracting(Explanation::key)
                .containsExactly("bill.retaxed");
        job.amend(Amendment.end("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2020-06-20"))
                .containsExactly("CREDIT platform [2020-06-16, 2020-07-01): EUR -155.00 [AE 0% VATEX-EU-AE]");
        assertThat(job.last().lines().get(0).explanations())
                .extracting(Explanation::key)
                .containsExactly("bill.credit");
    }

    /** Ended on 16 June, and taxed otherwise, at once: what was billed goes back as it was taxed, and half is charged anew. */
    @Test
    void aShorterLineThatIsTaxedOtherwiseIsChargedAnew() {
        Job job = new Job(terms(PLATFORM));
        job.run("2020-06-01");
        job.amend(Amendment.end("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1)));
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-06-20"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-07-01): EUR -310.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-06-16): EUR 155.00 [AE 0% VATEX-EU-AE]");
        assertThat(job.last().lines().get(0).explanations())
                .as("not only because of how it was taxed")
                .extracting(Explanation::key)
                .containsExactly("bill.credit");
        assertThat(job.run("2020-06-21")).isEmpty();
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        assertThat(job.run("2020-06-22"))
                .containsExactly("CHARGE platform [2020-06-16, 2020-07-01): EUR 155.00 [AE 0% VATEX-EU-AE]");
    }

    /** 50.00 of 310.00 were credited: 260.00 go back, and of the half that is due 105.00 are charged, since 50.00 stay billed. */
    @Test
    void whatWasCreditedOfALongerLineIsNotTaxedAnew() {
        Job job = new Job(terms(PLATFORM));
        job.run("2020-06-01");
        BilledPeriod june = job.last().periods().get(0);
        job.history = job.history.with(BilledPeriod.of(
                june.cycle(),
                june.number(),
                june.period(),
                june.isClosed(),
                List.of(june.lines().get(0).credited(Amount.of("50.00", "EUR"))),
                june.before(),
                june.after()));
        job.amend(Amendment.end("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1)));
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-06-20"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-07-01): EUR -260.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-06-16): EUR 105.00 [AE 0% VATEX-EU-AE]");
        assertThat(job.run("2020-06-21")).isEmpty();
    }

    /** Ended on 16 June and not any more when it is taxed otherwise: 155.00 go back and 310.00 are charged. */
    @Test
    void aLongerLineThatIsTaxedOtherwiseIsChargedAnew() {
        Job job = new Job(terms(PLATFORM));
        job.amend(Amendment.end("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2020-06-01"))
                .containsExactly("CHARGE platform [2020-06-01, 2020-06-16): EUR 155.00 [S 19%]");
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-06-10"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-06-16): EUR -155.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [AE 0% VATEX-EU-AE]");
    }

    /** A line of nothing has nothing to give back: what is used later is taxed as it should be then. */
    @Test
    void aLineOfNothingIsTaxedAsItShouldBeWhenItIsSomething() {
        Job job = new Job(terms(API));
        assertThat(job.run("2020-07-01")).containsExactly("CHARGE api [2020-06-01, 2020-07-01): EUR 0.00 [S 19%]");
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-07-02")).isEmpty();
        job.usage = UsageSource.of(List.of(calls("e-1", "9", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-03"))
                .containsExactly("CHARGE api [2020-06-01, 2020-07-01): EUR 9.00 [AE 0% VATEX-EU-AE]");
    }

    /** Nothing up to 15 June, the end of the term as it was known: what is used later is of the days after it, however it is taxed. */
    @Test
    void aShorterLineOfNothingIsAPartOfALongerOneHoweverItIsTaxed() {
        for (TaxTable taxes :
                List.of(GERMANY, TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01")))) {
            Job job = new Job(terms(API));
            job.amend(Amendment.end("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1)));
            assertThat(job.run("2020-06-16")).containsExactly("CHARGE api [2020-06-01, 2020-06-16): EUR 0.00 [S 19%]");
            job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
            job.taxes = taxes;
            job.usage = UsageSource.of(List.of(calls("e-1", "9", "2020-06-20T10:00:00Z")));
            assertThat(job.run("2020-07-01"))
                    .singleElement()
                    .asString()
                    .startsWith("CHARGE api [2020-06-16, 2020-07-01): EUR 9.00 ");
        }
    }

    /** 2,000.00 of June are taken back in August. When all is taxed otherwise since, what came to nothing stays as it was. */
    @Test
    void whatWasTakenBackOverTheTermStaysTaxedAsItWas() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Job job = new Job(terms(rollout));
        job.run("2020-06-30");
        job.usage = UsageSource.of(List.of(milestone("m-1", "design", "2020-06-20T10:00:00Z")));
        job.run("2020-07-01");
        job.run("2020-07-15");
        assertThat(lines(job)).containsExactly("rollout [2020-06-01, 2020-07-01): EUR 2000.00 [S 19%]");
        job.run("2020-08-01");
        assertThat(lines(job))
                .as("July added nothing")
                .containsExactly("rollout [2020-06-01, 2020-07-01): EUR 2000.00 [S 19%]");
        job.usage = UsageSource.none();
        assertThat(job.run("2020-08-02"))
                .containsExactly("DIFFERENCE rollout [2020-06-01, 2020-07-01): EUR -2000.00 [S 19%]");
        job.taxes = TaxTable.of(reverseCharge()).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-08-03")).isEmpty();
        assertThat(lines(job)).containsExactly("rollout [2020-06-01, 2020-07-01): EUR 0.00 [S 19%]");
    }

    private static List<String> lines(Job job) {
        return job.history.periods().stream()
                .flatMap(period -> period.lines().stream())
                .map(line -> line + " " + line.taxes())
                .toList();
    }

    /** What was billed at 19 % keeps that where nobody says how it is taxed any more. */
    @Test
    void withoutADeterminationWhatCorrectsIsTaxedAsItWasBilled() {
        Job job = new Job(terms(API));
        job.usage = UsageSource.of(List.of(calls("e-1", "9", "2020-06-10T10:00:00Z")));
        job.run("2020-07-01");
        job.taxes = null;
        job.usage = UsageSource.of(List.of(calls("e-1", "4", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-02")).containsExactly("DIFFERENCE api [2020-06-01, 2020-07-01): EUR -5.00 [S 19%]");
        job.usage = UsageSource.of(List.of(calls("e-1", "0", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-03")).containsExactly("DIFFERENCE api [2020-06-01, 2020-07-01): EUR -4.00 [S 19%]");
        job.usage = UsageSource.of(List.of(calls("e-1", "6", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-04")).containsExactly("CHARGE api [2020-06-01, 2020-07-01): EUR 6.00 [S 19%]");
    }

    /** Two projects reach something in June and in July: each goes on from what was billed of it, and of it alone. */
    @Test
    void whatIsCountedOverTheTermIsTaxedPieceByPiece() {
        Job job = new Job(terms(ROLLOUT, BUILD));
        job.usage = neverLate(
                milestone("m-1", "design", "2020-06-20T10:00:00Z"),
                progress("p-1", "10", "2020-06-21T10:00:00Z"),
                progress("p-2", "35", "2020-07-21T10:00:00Z"),
                milestone("m-2", "go-live", "2020-08-20T10:00:00Z"));
        assertThat(job.run("2020-07-01"))
                .containsExactly(
                        "CHARGE rollout [2020-06-01, 2020-07-01): EUR 2000.00 [S 19%]",
                        "CHARGE build [2020-06-01, 2020-07-01): EUR 12000.00 [S 19%]");
        assertThat(job.run("2020-08-01"))
                .containsExactly("CHARGE build [2020-07-01, 2020-08-01): EUR 30000.00 [S 16%]");
        assertThat(job.run("2020-09-01"))
                .containsExactly("CHARGE rollout [2020-07-01, 2020-09-01): EUR 8000.00 [S 16%]");
        assertThat(job.run("2020-10-01")).isEmpty();
    }

    /** 12,000.00 in June and 30,000.00 in July: of 5 % in all, 6,000.00, the latest piece goes first and June keeps its rest. */
    @Test
    void whatIsTakenBackOverTheTermIsTakenOffTheLatestPieces() {
        Job job = new Job(terms(BUILD));
        UsageEvent june = progress("p-1", "10", "2020-06-21T10:00:00Z");
        job.usage = neverLate(june, progress("p-2", "35", "2020-07-21T10:00:00Z"));
        job.run("2020-07-01");
        assertThat(job.run("2020-08-01"))
                .containsExactly("CHARGE build [2020-07-01, 2020-08-01): EUR 30000.00 [S 16%]");
        job.usage = neverLate(june, progress("p-2", "20", "2020-07-21T10:00:00Z"));
        assertThat(job.run("2020-08-02"))
                .containsExactly("DIFFERENCE build [2020-07-01, 2020-08-01): EUR -18000.00 [S 16%]");
        job.usage = neverLate(progress("p-1", "5", "2020-06-21T10:00:00Z"));
        assertThat(job.run("2020-08-03"))
                .containsExactlyInAnyOrder(
                        "DIFFERENCE build [2020-06-01, 2020-07-01): EUR -6000.00 [S 19%]",
                        "DIFFERENCE build [2020-07-01, 2020-08-01): EUR -12000.00 [S 16%]");
    }

    /** 10 % of the same days again, more than was known: all days were billed, so the last piece has it. */
    @Test
    void whatIsAddedToDaysThatWereBilledIsOfTheLastPiece() {
        Job job = new Job(terms(BUILD));
        job.usage = neverLate(progress("p-1", "10", "2020-06-21T10:00:00Z"));
        job.run("2020-07-01");
        job.usage = neverLate(progress("p-1", "20", "2020-06-21T10:00:00Z"));
        assertThat(job.run("2020-07-02"))
                .containsExactly("DIFFERENCE build [2020-06-01, 2020-07-01): EUR 12000.00 [S 19%]");
    }

    /** A fee is added from the first day on: the work keeps its pieces and their rates, as it is agreed as before. */
    @Test
    void whatIsCountedOverTheTermGoesOnUnderTermsThatAgreeItAlike() {
        Job job = builtInJuneAndJuly();
        job.amend(newTerms("A-1", "2020-06-01", 1, terms(BUILD, PLATFORM)));
        assertThat(job.run("2020-08-02"))
                .containsExactly(
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [S 19%]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 310.00 [S 16%]",
                        "CHARGE platform [2020-08-01, 2020-09-01): EUR 310.00 [S 16%]");
    }

    /** 150,000.00 in all from the first day on: of 35 %, 52,500.00, all is charged anew by the last day, and the pieces go back. */
    @Test
    void whatIsCountedOverTheTermBeginsAnewAtAnotherPrice() {
        Job job = builtInJuneAndJuly();
        job.amend(newTerms(
                "A-1", "2020-06-01", 1, terms(Charge.completion("build", "progress", Completion.of("150000")))));
        assertThat(job.run("2020-08-02"))
                .containsExactlyInAnyOrder(
                        "CREDIT build [2020-06-01, 2020-07-01): EUR -12000.00 [S 19%]",
                        "CREDIT build [2020-07-01, 2020-08-01): EUR -30000.00 [S 16%]",
                        "CHARGE build [2020-06-01, 2020-08-01): EUR 52500.00 [S 16%]");
    }

    /** 10 % of 120,000.00 in June, and 25 % more in July. */
    private static Job builtInJuneAndJuly() {
        Job job = new Job(terms(BUILD));
        job.usage =
                neverLate(progress("p-1", "10", "2020-06-21T10:00:00Z"), progress("p-2", "35", "2020-07-21T10:00:00Z"));
        job.run("2020-07-01");
        job.run("2020-08-01");
        assertThat(lines(job))
                .containsExactly(
                        "build [2020-06-01, 2020-07-01): EUR 12000.00 [S 19%]",
                        "build [2020-07-01, 2020-08-01): EUR 30000.00 [S 16%]");
        return job;
    }

    /** Refused for both halves of June: one finding; when it can be told, both are billed. */
    @Test
    void aChargeThatCannotBeTaxedIsOneFinding() {
        Job job = new Job(terms(PLATFORM));
        job.amend(newTerms("A-1", "2020-06-16", 1, terms(fee("620.00"))));
        job.taxes = supply -> {
            throw new InvalidArgumentException("tax.unknown", "region", "must be known", supply.customer());
        };
        assertThat(job.run("2020-06-20")).isEmpty();
        assertThat(job.last().findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "NOT_TAXED charges[platform] [2020-06-01, 2020-06-16): region must be known, but was ACME");
        job.taxes = GERMANY;
        assertThat(job.run("2020-06-21"))
                .containsExactly(
                        "CHARGE platform [2020-06-01, 2020-06-16): EUR 155.00 [S 19%]",
                        "CHARGE platform [2020-06-16, 2020-07-01): EUR 310.00 [S 19%]");
    }

    /** A period of which something could not be taxed is not done, whatever else was billed of it. */
    @Test
    void aPeriodThatCouldNotBeTaxedStaysOpen() {
        Job job = new Job(terms(API));
        job.usage = neverLate(calls("e-1", "9", "2020-06-10T10:00:00Z"));
        job.taxes = supply -> List.of();
        assertThat(job.run("2020-07-01")).isEmpty();
        job.taxes = GERMANY;
        assertThat(job.run("2020-07-02")).containsExactly("CHARGE api [2020-06-01, 2020-07-01): EUR 9.00 [S 19%]");
    }

    /** A fault of a determination is no finding: it goes on to the caller. */
    @Test
    void aFaultOfADeterminationIsNotHidden() {
        Job job = new Job(terms(PLATFORM));
        job.taxes = supply -> {
            throw new IllegalStateException("broken");
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> job.run("2020-06-01"))
                .withMessage("broken");
    }

    private static Charge fee(String amount) {
        return Charge.recurring("platform", FlatFee.of(amount))
                .billed(BillingCycle.monthly().inAdvance());
    }

    private static UsageEvent calls(String key, String quantity, String time) {
        return UsageEvent.of(key, "ACME", "calls", quantity, time);
    }

    private static UsageEvent progress(String key, String percent, String time) {
        return UsageEvent.of(key, "ACME", "progress", percent, time);
    }

    private static UsageEvent milestone(String key, String name, String time) {
        return UsageEvent.of(key, "ACME", "milestones", "1", time).with("milestone", name);
    }

    private static Amendment newTerms(String key, String day, long seconds, ContractTerms terms) {
        return Amendment.terms(key, LocalDate.parse(day), SIGNED.plusSeconds(seconds), terms);
    }

    /** A contract of a year from June 2020 on that is billed again and again. */
    private static final class Job {
        private ContractHistory contract;
        private UsageSource usage = UsageSource.none();
        private @Nullable TaxDetermination taxes = GERMANY;
        private BilledPeriods history = BilledPeriods.none();
        private final List<BillRun> runs = new ArrayList<>();

        Job(ContractTerms terms) {
            contract = ContractHistory.of(
                    Contract.of(
                            ContractId.of("C-1"),
                            CustomerId.of("ACME"),
                            ServicePeriod.of("2020-06-01", "2021-06-01"),
                            terms),
                    SIGNED);
        }

        void amend(Amendment amendment) {
            contract = contract.amended(amendment);
        }

        List<String> run(String day) {
            TaxDetermination known = taxes;
            Billing engine = known == null ? Billing.engine() : Billing.engine().taxes(known);
            BillRun run = engine.bill(contract, usage, history, LocalDate.parse(day));
            runs.add(run);
            history = history.after(run);
            return run.lines().stream().map(line -> line + " " + line.taxes()).toList();
        }

        BillRun last() {
            return runs.get(runs.size() - 1);
        }
    }
}
