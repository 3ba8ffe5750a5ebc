package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.event;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static io.quittance.core.billing.BillRunUsageTest.neverLate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When all that is due for a period was billed, and what it leaves then; amounts by hand. */
class ClosedPeriodsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge LICENCE =
            Charge.recurring("licence", FlatFee.of("10.00")).billed(BillingCycle.quarterly());
    private static final Charge FIFTY = Charge.recurring("fee", FlatFee.of("50.00"));
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final Charge TEXTS = Charge.usage("texts", "texts", PerUnit.of("1"));

    /** January and February are billed when an end on 16 January is known: of February nothing is due any more. */
    @Test
    void aPeriodAfterTheEndIsClosed() {
        Job job = job(terms(PLATFORM));
        job.run("2026-02-01");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-01-16"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2026-02-02").periods())
                .extracting(BilledPeriod::period, BilledPeriod::isClosed)
                .containsExactly(
                        tuple(ServicePeriod.of("2026-01-01", "2026-01-16"), true),
                        tuple(ServicePeriod.of("2026-02-01", "2026-03-01"), true));
    }

    /** Two months, and what is counted over them: open on the last day, closed on the day after it. */
    @Test
    void whatIsCountedOverTheTermIsClosedAtItsEnd() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Contract contract = Contract.of(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                ServicePeriod.of("2026-01-01", "2026-03-01"),
                terms(rollout));
        Job job = new Job(
                ContractHistory.of(contract, SIGNED),
                neverLate(
                        event("m-1", "milestones", "1", "2026-02-20T10:00:00Z").with("milestone", "design")));
        job.run("2026-02-28");
        assertThat(overTerm(job).isClosed()).isFalse();
        assertThat(job.run("2026-03-01").total()).isEqualTo(eur("2000.00"));
        assertThat(overTerm(job).isClosed()).isTrue();
    }

    private static BilledPeriod overTerm(Job job) {
        return job.billed().periods().stream()
                .filter(period -> period.cycle().endsWith("/term"))
                .findFirst()
                .orElseThrow();
    }

    /** 400.00 off in all: when January begins, 310.00 of it are used, and nothing of that is final before it is over. */
    @Test
    void anOpenPeriodLeavesWhatItBeganWith() {
        Job job = job(terms(builder -> builder.discount(Discount.amount("launch", "400")), PLATFORM));
        BilledBefore used = BilledBefore.nothing().discount("launch", Fraction.of(310));
        assertThat(job.run("2026-01-01").periods())
                .extracting(BilledPeriod::before, BilledPeriod::after)
                .containsExactly(tuple(BilledBefore.nothing(), BilledBefore.nothing()));
        assertThat(job.run("2026-02-01").periods())
                .extracting(BilledPeriod::before, BilledPeriod::after)
                .containsExactly(tuple(BilledBefore.nothing(), used), tuple(used, used));
    }

    /**
     * At least 310.00 a month, of which 21 of 31 days are served; a host's way to prorate it fails at first. The month waits, also
     * where no charge is billed with it, and is billed when it can be: 210.00, of which a fee of 50.00 a month is 16.13 for ten
     * days and 17.74 for eleven.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMinimumThatCannotBeProratedKeepsItsPeriodOpen(boolean withFee) {
        var broken = new AtomicBoolean(true);
        Proration days = (service, period) -> {
            if (broken.get()) {
                throw new ArithmeticException("no days");
            }
            return Fraction.of(service.days(), period.days());
        };
        Job job = job(terms(
                builder -> builder.minimum(SpendMinimum.of("310"))
                        .conventions(Conventions.standard().withMinimumProration(days)),
                withFee ? FIFTY : LICENCE));
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-11", "2026-01-21"), SIGNED.plusSeconds(1)));
        BillRun run = job.run("2026-02-01");
        assertThat(run.lines()).isEmpty();
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly("NOT_RATED contract [2026-01-01, 2026-02-01): proration must answer for"
                        + " [2026-01-01, 2026-01-11), but was java.lang.ArithmeticException: no days");
        broken.set(false);
        BillRun later = job.run("2026-02-02");
        assertThat(later.findings()).isEmpty();
        assertThat(text(later))
                .isEqualTo(
                        withFee
                                ? List.of(
                                        "CHARGE fee [2026-01-01, 2026-01-11): EUR 16.13",
                                        "CHARGE fee [2026-01-21, 2026-02-01): EUR 17.74",
                                        "CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 176.13")
                                : List.of("CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 210.00"));
    }

    /**
     * In December nothing is committed, and nothing is billed by the month. What January to November came to counts in the first
     * year alone: of 1200.00 that are committed again from the second on, 600.00 are missing at its end.
     */
    @Test
    void aCommitmentBeginsAnewAfterATermThatEndsWithoutIt() {
        ContractTerms committed = terms(builder -> builder.commitment(TermCommitment.of("1200")), FIFTY);
        Contract contract = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        ServicePeriod.of("2026-01-01", "2027-01-01"),
                        committed)
                .renewed(Renewal.of("P1Y", "P3M").atMost(1));
        Job job = new Job(ContractHistory.of(contract, SIGNED), UsageSource.none());
        job.amend(newTerms("A-1", "2026-12-01", 1, terms(LICENCE)));
        job.amend(newTerms("A-2", "2027-01-01", 2, committed));
        job.run("2027-12-01");
        assertThat(text(job.run("2028-01-01")))
                .containsExactly(
                        "CHARGE fee [2027-12-01, 2028-01-01): EUR 50.00",
                        "CHARGE terms.commitment [2027-12-01, 2028-01-01): EUR 600.00");
    }

    /** 3 texts were billed and 10 are due; calls, which cannot be rated any more, stay as they were and hold up no others. */
    @Test
    void aChargeThatFailsLeavesTheCorrectionOfOthersAlone() {
        Job job = job(terms(API, TEXTS));
        job.use(UsageSource.of(List.of(
                calls("e-1", "100", "2026-01-05T10:00:00Z"), event("e-2", "texts", "3", "2026-01-06T10:00:00Z"))));
        job.run("2026-02-01");
        job.use(UsageSource.of(List.of(
                calls("e-1", "-5", "2026-01-05T10:00:00Z"), event("e-2", "texts", "10", "2026-01-06T10:00:00Z"))));
        assertThat(text(job.run("2026-02-02"))).containsExactly("DIFFERENCE texts [2026-01-01, 2026-02-01): EUR 7.00");
    }

    /** By use up to 15 January, and a fee in advance from then on: 16 of 31 days of 310.00 are due on the 16th. */
    @Test
    void aChargeThatBecomesAFeeIsDueInAdvance() {
        Job job = job(terms(Charge.usage("platform", "calls", PerUnit.of("1"))));
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(PLATFORM)));
        assertThat(job.run("2026-01-15").lines()).isEmpty();
        assertThat(text(job.run("2026-01-16"))).containsExactly("CHARGE platform [2026-01-16, 2026-02-01): EUR 160.00");
        assertThat(text(job.run("2026-01-31"))).isEmpty();
    }

    /** A fee in advance up to 15 January, and by use from then on: 15 of 31 days are due, and the use when it is over. */
    @Test
    void aFeeThatBecomesUsageIsDueWhenItIsOver() {
        Job job = job(terms(PLATFORM));
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(Charge.usage("platform", "calls", PerUnit.of("1")))));
        assertThat(text(job.run("2026-01-20"))).containsExactly("CHARGE platform [2026-01-01, 2026-01-16): EUR 150.00");
        job.use(neverLate(calls("e-1", "9", "2026-01-20T10:00:00Z")));
        assertThat(text(job.run("2026-02-01"))).containsExactly("CHARGE platform [2026-01-16, 2026-02-01): EUR 9.00");
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
