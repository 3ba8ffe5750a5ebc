package io.quittance.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.Phase;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is billed, when, and how it is corrected; amounts by hand. */
class BillRunTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final ServicePeriod TERM = ServicePeriod.of("2026-01-01", "2027-01-01");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final String VECTOR = "q1:e83e95b9e7b4e3839c7959b86e9fe71ec149eb2578a8dbb95498fd4409fc765f";
    private static final Charge API =
            Charge.usage("api", "calls", GraduatedTiers.upTo("1000", "0").then("0.10"));

    /** January's fee on its first day, February's on its own, each with what was used in the month before. */
    @Test
    void billsInAdvanceAndInArrears() {
        UsageSource usage = UsageSource.of(List.of(calls("e-1", "1200", "2026-01-10T10:00:00Z")));
        Job job = new Job(history(terms(PLATFORM, API)), usage);
        assertThat(job.run("2025-12-31").lines()).isEmpty();
        assertThat(text(job.run("2026-01-01"))).containsExactly("CHARGE platform [2026-01-01, 2026-02-01): EUR 310.00");
        assertThat(text(job.run("2026-01-15"))).isEmpty();
        assertThat(text(job.run("2026-02-01")))
                .containsExactly(
                        "CHARGE api [2026-01-01, 2026-02-01): EUR 20.00",
                        "CHARGE platform [2026-02-01, 2026-03-01): EUR 310.00");
        assertThat(text(job.run("2026-02-01"))).isEmpty();
    }

    /** From 16 January on 620.00: 16 of 31 days of 310.00 are given back, and of 620.00 charged. */
    @Test
    void givesBackWhatANewPriceReplaces() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        job.run("2026-01-01");
        job.amend(Amendment.terms("A-1", LocalDate.parse("2026-01-16"), SIGNED.plusSeconds(1), terms(fee("620.00"))));
        assertThat(text(job.run("2026-01-20")))
                .containsExactly(
                        "CREDIT platform [2026-01-16, 2026-02-01): EUR -160.00",
                        "CHARGE platform [2026-01-16, 2026-02-01): EUR 320.00");
        assertThat(text(job.run("2026-01-20"))).isEmpty();
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-01-20")))
                .containsExactly(
                        "CREDIT platform [2026-01-16, 2026-02-01): EUR -320.00",
                        "CHARGE platform [2026-01-16, 2026-02-01): EUR 160.00");
    }

    /** 20.00 for 1,200 minutes are given back as one piece, not as minutes: one minute for 20.00 was never billed. */
    @Test
    void whatIsGivenBackIsCountedInPieces() {
        UsageSource usage = UsageSource.of(List.of(calls("e-1", "1200", "2026-01-10T10:00:00Z")));
        Job job = new Job(history(terms(API.unit("MIN"))), usage);
        assertThat(job.run("2026-02-01").lines().get(0).unit()).isEqualTo("MIN");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-01-02"), SIGNED.plusSeconds(1)));
        BillLine back = job.run("2026-02-03").lines().get(0);
        assertThat(back.amount()).isEqualTo(Amount.of("-20", "EUR"));
        assertThat(back.quantity()).isEqualTo(Fraction.of(-1));
        assertThat(back.unit()).isEqualTo("C62");
    }

    /** 50 calls of 20 January are reported in February: 1,250 cost 25.00, of which 20.00 were billed. */
    @Test
    void lateUsageIsADifference() {
        Job job = new Job(history(terms(API)), UsageSource.of(List.of(calls("e-1", "1200", "2026-01-10T10:00:00Z"))));
        assertThat(text(job.run("2026-02-01"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 20.00");
        job.usage = UsageSource.of(
                List.of(calls("e-1", "1200", "2026-01-10T10:00:00Z"), calls("e-2", "50", "2026-01-20T10:00:00Z")));
        assertThat(text(job.run("2026-02-03"))).containsExactly("DIFFERENCE api [2026-01-01, 2026-02-01): EUR 5.00");
        assertThat(text(job.run("2026-02-03"))).isEmpty();
    }

    /** 600 of the 1,000 free calls are used before the price changes: of 900 after it, 500 cost 0.20. */
    @Test
    void whatIsUsedIsPricedByTheTermsOfItsDay() {
        Charge dearer =
                Charge.usage("api", "calls", GraduatedTiers.upTo("1000", "0").then("0.20"));
        Job job = new Job(
                history(terms(API))
                        .amended(Amendment.terms(
                                "A-1", LocalDate.parse("2026-01-16"), SIGNED.plusSeconds(1), terms(dearer))),
                UsageSource.of(List.of(
                        calls("e-1", "600", "2026-01-10T10:00:00Z"), calls("e-2", "900", "2026-01-20T10:00:00Z"))));
        assertThat(text(job.run("2026-02-01")))
                .containsExactly(
                        "CHARGE api [2026-01-01, 2026-01-16): EUR 0.00",
                        "CHARGE api [2026-01-16, 2026-02-01): EUR 100.00");
    }

    /** Ended on 11 January: 21 of 31 days are given back. */
    @Test
    void givesBackWhatAnEarlierEndLeavesUnserved() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        job.run("2026-01-01");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-01-11"), SIGNED.plusSeconds(1)));
        assertThat(text(job.run("2026-02-15")))
                .containsExactly("CREDIT platform [2026-01-11, 2026-02-01): EUR -210.00");
        assertThat(text(job.run("2026-05-15"))).isEmpty();
    }

    /** From 31 January on: 1 of 31 days of 310.00, and of 620.00 where the price changes on that day. */
    @Test
    void billsASingleDay() {
        Job job = new Job(history(terms(PLATFORM.from(LocalDate.parse("2026-01-31")))), UsageSource.none());
        assertThat(text(job.run("2026-01-31"))).containsExactly("CHARGE platform [2026-01-31, 2026-02-01): EUR 10.00");
        Job changed = new Job(
                history(terms(PLATFORM))
                        .amended(Amendment.terms(
                                "A-1", LocalDate.parse("2026-01-31"), SIGNED.plusSeconds(1), terms(fee("620.00")))),
                UsageSource.none());
        assertThat(text(changed.run("2026-01-31")))
                .containsExactly(
                        "CHARGE platform [2026-01-01, 2026-01-31): EUR 300.00",
                        "CHARGE platform [2026-01-31, 2026-02-01): EUR 20.00");
    }

    @ParameterizedTest(name = "of 20.00 with {0} credited, {1} can be credited of {2}")
    @CsvSource({
        "8, 12.00, 13.33",
        "0, 13.33, 13.33",
        "20, 0.00, 13.33",
        "25, 0.00, 13.33",
        "8, 0.00, 0",
        "8, 0.00, -5",
        "8, 12.00, 50"
    })
    void creditsNoMoreThanIsLeftOfALine(String credited, String creditable, String wanted) {
        BilledLine line =
                BilledLine.of(PLATFORM.id(), "signed", TERM, eur("20.00")).credited(eur(credited));
        assertThat(line.creditable(eur(wanted))).isEqualTo(eur(creditable));
    }

    /** 310.00, of which 50.00 were credited as goodwill: all later pauses together give 260.00 back. */
    @Test
    void whatWasCreditedBesideTheRunsIsNotGivenBackByTwoCorrections() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        job.run("2026-01-01");
        job.credit("50.00");
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-21", "2026-02-01"), SIGNED.plusSeconds(1)));
        assertThat(text(job.run("2026-01-20")))
                .containsExactly("CREDIT platform [2026-01-21, 2026-02-01): EUR -110.00");
        job.amend(Amendment.pause("A-2", ServicePeriod.of("2026-01-01", "2026-01-21"), SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-01-20")))
                .containsExactly("CREDIT platform [2026-01-01, 2026-01-21): EUR -150.00");
    }

    /** The same where the first pause is taken back before the contract rests as a whole. */
    @Test
    void whatWasCreditedBesideTheRunsIsRememberedOfAWholeLine() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        job.run("2026-01-01");
        job.credit("50.00");
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-21", "2026-02-01"), SIGNED.plusSeconds(1)));
        job.run("2026-01-20");
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-01-20"))).containsExactly("CHARGE platform [2026-01-21, 2026-02-01): EUR 110.00");
        job.amend(Amendment.pause("A-3", ServicePeriod.of("2026-01-01", "2026-02-01"), SIGNED.plusSeconds(3)));
        assertThat(text(job.run("2026-01-20")))
                .containsExactly("CREDIT platform [2026-01-01, 2026-02-01): EUR -260.00");
    }

    /** Two weeks free, then two weeks at half the price. */
    @Test
    void phasesChangeThePriceByTheDay() {
        Charge charge = PLATFORM.phases(Phase.trial("P10D"), Phase.rampUp("P10D", "50"));
        Job job = new Job(history(terms(charge)), UsageSource.none());
        assertThat(text(job.run("2026-01-01")))
                .containsExactly(
                        "CHARGE platform [2026-01-01, 2026-01-11): EUR 0.00",
                        "CHARGE platform [2026-01-11, 2026-01-21): EUR 50.00",
                        "CHARGE platform [2026-01-21, 2026-02-01): EUR 110.00");
    }

    @Test
    void billsOnceAndOverTheTerm() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("99.00"));
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Charge build = Charge.completion("build", "progress", Completion.of("120000"));
        Job job = new Job(
                history(terms(setup, rollout, build)),
                UsageSource.of(List.of(
                        event("m-1", "milestones", "1", "2026-01-20T10:00:00Z").with("milestone", "design"),
                        event("m-2", "milestones", "1", "2026-03-05T10:00:00Z").with("milestone", "go-live"),
                        event("p-1", "progress", "10", "2026-02-05T10:00:00Z"),
                        event("p-2", "progress", "35", "2026-02-25T10:00:00Z"))));
        assertThat(text(job.run("2026-01-01"))).containsExactly("CHARGE setup [2026-01-01, 2026-01-02): EUR 99.00");
        BillRun january = job.run("2026-02-01");
        assertThat(text(january)).contains("CHARGE rollout [2026-01-01, 2026-02-01): EUR 2000.00");
        assertThat(january.periods())
                .extracting(BilledPeriod::cycle, BilledPeriod::isOverTerm)
                .contains(tuple("P1M/2001-01-01", false), tuple("P1M/2001-01-01/term", true));
        assertThat(text(job.run("2026-03-01"))).containsExactly("CHARGE build [2026-02-01, 2026-03-01): EUR 42000.00");
        assertThat(text(job.run("2026-04-01"))).containsExactly("CHARGE rollout [2026-03-01, 2026-04-01): EUR 8000.00");
    }

    /** Rests from 11 to 20 January: 21 of 31 days of 310.00. */
    @Test
    void chargesNothingForAPause() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        job.run("2026-01-01");
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-11", "2026-01-21"), SIGNED.plusSeconds(1)));
        assertThat(text(job.run("2026-01-25")))
                .containsExactly("CREDIT platform [2026-01-11, 2026-01-21): EUR -100.00");
        assertThat(text(job.run("2026-01-25"))).isEmpty();
    }

    /** 310.00 for all charges, of which 21 of 31 days are served, and 100.00 were used: 110.00 are missing. */
    @Test
    void aMinimumIsOfTheDaysThatAreServed() {
        Charge calls = Charge.usage("api", "calls", PerUnit.of("1"));
        Job job = new Job(
                history(terms(builder -> builder.minimum(SpendMinimum.of("310")), calls))
                        .amended(Amendment.pause(
                                "A-1", ServicePeriod.of("2026-01-11", "2026-01-21"), SIGNED.plusSeconds(1))),
                UsageSource.of(List.of(
                        calls("e-1", "100", "2026-01-05T10:00:00Z"), calls("e-2", "7", "2026-01-15T10:00:00Z"))));
        BillRun run = job.run("2026-02-01");
        assertThat(text(run))
                .containsExactly(
                        "CHARGE api [2026-01-01, 2026-02-01): EUR 100.00",
                        "CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 110.00");
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "USAGE_NOT_SERVED usage[e-2] [2026-01-15, 2026-01-16): the contract rests on 2026-01-15");
    }

    /** A document of less than 50.00 waits; the next one has its lines too. */
    @Test
    void aDocumentWaitsForItsLeastAmount() {
        Charge fee = Charge.recurring("fee", FlatFee.of("30.00"));
        Job job = new Job(
                history(terms(
                        builder -> builder.invoicing(
                                InvoicingRequirements.none().withMinimum("50").withPurchaseOrder("PO-1")),
                        fee)),
                UsageSource.none());
        BillRun first = job.run("2026-02-01");
        assertThat(first.documents()).isEmpty();
        assertThat(first.findings()).hasSize(1);
        BillRun second = job.run("2026-03-01");
        assertThat(second.documents()).hasSize(1);
        assertThat(second.documents().get(0).lineTotal()).isEqualTo(Amount.of("60.00", "EUR"));
        assertThat(second.documents().get(0).purchaseOrder()).contains("PO-1");
        assertThat(second.documents().get(0).lines().get(0).id())
                .contains(first.lines().get(0).id());
        assertThat(job.run("2026-04-01").documents()).isEmpty();
        assertThat(job.run("2027-01-01").documents()).hasSize(1); // nine months, and the one that waited
    }

    /** Monthly usage beside a yearly fee in advance: each has periods of its own. */
    @Test
    void chargesHaveTheirOwnCycles() {
        Charge yearly = Charge.recurring("licence", FlatFee.of("1200.00"))
                .billed(BillingCycle.yearly().inAdvance());
        Job job = new Job(history(terms(yearly, API)), UsageSource.none());
        assertThat(text(job.run("2026-01-01"))).containsExactly("CHARGE licence [2026-01-01, 2027-01-01): EUR 1200.00");
        assertThat(text(job.run("2026-02-01"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 0.00");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-07-02"), SIGNED.plusSeconds(1)));
        assertThat(text(job.run("2026-02-10")))
                .containsExactly("CREDIT licence [2026-07-02, 2027-01-01): EUR -601.64"); // 183 of 365 days
    }

    /** A contract of January, February and March 2026 that is billed for the first time in April. */
    @Test
    void catchesUp() {
        Job once = new Job(history(terms(PLATFORM, API)), UsageSource.none());
        Job monthly = new Job(history(terms(PLATFORM, API)), UsageSource.none());
        var lines = new ArrayList<String>();
        for (String day : List.of("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01")) {
            monthly.run(day).lines().forEach(line -> lines.add(line.id()));
        }
        assertThat(once.run("2026-04-01").lines().stream().map(BillLine::id))
                .containsExactlyInAnyOrderElementsOf(lines)
                .hasSize(7);
    }

    /** As another implementation of SHA-256 answers for the text that the page on the bill run describes. */
    @Test
    void lineIdsHaveATestVector() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        assertThat(job.run("2026-01-01").lines().get(0).id()).isEqualTo(VECTOR);
    }

    /**
     * 250.00 of 310.00 were given back as goodwill: an end on 21 January gives back 60.00 instead of 110.00, and an end on 11
     * January nothing more.
     */
    @Test
    void givesNothingBackTwice() {
        Job job = new Job(history(terms(PLATFORM)), UsageSource.none());
        BilledPeriod january = job.run("2026-01-01").periods().get(0);
        BilledLine credited = january.lines().get(0).credited(Amount.of("250.00", "EUR"));
        job.history = job.history.with(BilledPeriod.of(
                january.cycle(),
                january.number(),
                january.period(),
                january.isClosed(),
                List.of(credited),
                january.before(),
                january.after()));
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-01-21"), SIGNED.plusSeconds(1)));
        assertThat(text(job.run("2026-01-25"))).containsExactly("CREDIT platform [2026-01-21, 2026-02-01): EUR -60.00");
        job.amend(Amendment.end("A-2", LocalDate.parse("2026-01-11"), SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-01-26"))).isEmpty();
    }

    /** One charge that fails holds nothing else up, and is billed when it can be. */
    @Test
    void whatCannotBeRatedIsAFinding() {
        Charge other = Charge.usage("other", "other", PerUnit.of("1"));
        Job job = new Job(
                history(terms(PLATFORM, API, other)),
                UsageSource.of(List.of(
                        calls("e-1", "-5", "2026-01-10T10:00:00Z"),
                        event("o-1", "other", "3", "2026-01-10T10:00:00Z"))));
        BillRun run = job.run("2026-02-01");
        assertThat(text(run))
                .containsExactly(
                        "CHARGE platform [2026-01-01, 2026-02-01): EUR 310.00",
                        "CHARGE other [2026-01-01, 2026-02-01): EUR 3.00",
                        "CHARGE platform [2026-02-01, 2026-03-01): EUR 310.00");
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "NOT_RATED charges[api] [2026-01-01, 2026-02-01): quantity must not be negative, but was -5");
        job.usage = UsageSource.of(List.of(
                calls("e-1", "1005", "2026-01-10T10:00:00Z"), event("o-1", "other", "3", "2026-01-10T10:00:00Z")));
        assertThat(text(job.run("2026-02-02"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 0.50");
    }

    static final class Job {
        private ContractHistory contract;
        private UsageSource usage;
        private BilledPeriods history;

        Job(ContractHistory contract, UsageSource usage) {
            this(contract, usage, BilledPeriods.none());
        }

        Job(ContractHistory contract, UsageSource usage, BilledPeriods history) {
            this.contract = contract;
            this.usage = usage;
            this.history = history;
        }

        void use(UsageSource newUsage) {
            usage = newUsage;
        }

        void amend(Amendment amendment) {
            contract = contract.amended(amendment);
        }

        /** So much of every line was given back beside the runs. */
        void credit(String amount) {
            for (BilledPeriod period : history.periods()) {
                history = history.with(BilledPeriod.of(
                        period.cycle(),
                        period.number(),
                        period.period(),
                        period.isClosed(),
                        period.lines().stream()
                                .map(line -> line.credited(eur(amount)))
                                .toList(),
                        period.before(),
                        period.after()));
            }
        }

        BilledPeriods billed() {
            return history;
        }

        BillRun run(String date) {
            BillRun run = Billing.engine().bill(contract, usage, history, LocalDate.parse(date));
            history = history.after(run);
            return run;
        }
    }

    static List<String> text(BillRun run) {
        return run.lines().stream().map(BillLine::toString).toList();
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }

    private static Charge fee(String amount) {
        return Charge.recurring("platform", FlatFee.of(amount))
                .billed(BillingCycle.monthly().inAdvance());
    }

    static UsageEvent calls(String key, String quantity, String time) {
        return event(key, "calls", quantity, time);
    }

    static UsageEvent event(String key, String meter, String quantity, String time) {
        return UsageEvent.of(key, "ACME", meter, quantity, time);
    }

    static ContractTerms terms(Charge... charges) {
        return terms(builder -> builder, charges);
    }

    static ContractTerms terms(UnaryOperator<ContractTerms.Builder> more, Charge... charges) {
        ContractTerms.Builder builder =
                ContractTerms.builder().currency("EUR").zone("Europe/Berlin").paymentTerms(PaymentTerms.net(30));
        for (Charge charge : charges) {
            builder.charge(charge);
        }
        return more.apply(builder).build();
    }

    static ContractHistory history(ContractTerms terms) {
        return ContractHistory.of(Contract.of(new ContractId("C-1"), new CustomerId("ACME"), TERM, terms), SIGNED);
    }
}
