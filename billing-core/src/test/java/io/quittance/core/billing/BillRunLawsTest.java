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
import io.quittance.core.id.CustomerId;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The smallest examples of what broke a law of bill runs; amounts by hand. */
class BillRunLawsTest {
    private static final Instant LATER = Instant.parse("2026-02-10T00:00:00Z");
    private static final Charge FEE = Charge.recurring("fee", FlatFee.of("310.00"));

    /** One of the 31 days of January. */
    @Test
    void aSingleDayIsBilled() {
        Job job = new Job(
                history(terms(FEE)).amended(Amendment.end("A-1", LocalDate.parse("2026-01-02"), LATER)),
                UsageSource.none());
        assertThat(text(job.run("2026-03-01"))).containsExactly("CHARGE fee [2026-01-01, 2026-01-02): EUR 10.00");
    }

    /**
     * 150.00 are off once. Terms of February do not know the discount, those of March do again: it stays used up, and February
     * is billed.
     */
    @Test
    void aDiscountThatTermsNoLongerGiveHoldsNothingUp() {
        Discount welcome = Discount.amount("welcome", "150.00");
        Job job = new Job(
                history(terms(builder -> builder.discount(welcome), FEE))
                        .amended(Amendment.terms("A-1", LocalDate.parse("2026-02-01"), LATER, terms(FEE)))
                        .amended(Amendment.terms(
                                "A-2",
                                LocalDate.parse("2026-03-01"),
                                LATER.plusSeconds(1),
                                terms(builder -> builder.discount(welcome), FEE))),
                UsageSource.none());
        BillRun run = job.run("2026-04-01");
        assertThat(run.findings()).isEmpty();
        assertThat(text(run))
                .containsExactly(
                        "CHARGE fee [2026-01-01, 2026-02-01): EUR 160.00",
                        "CHARGE fee [2026-02-01, 2026-03-01): EUR 310.00",
                        "CHARGE fee [2026-03-01, 2026-04-01): EUR 310.00");
    }

    /** 400.00 each month; those of February, when nothing is committed, do not hold up what follows. */
    @Test
    void aCommitmentThatTermsNoLongerHaveHoldsNothingUp() {
        Job job = new Job(
                history(terms(
                                builder -> builder.commitment(
                                        TermCommitment.of("1000").perPeriod("400")),
                                FEE))
                        .amended(Amendment.terms("A-1", LocalDate.parse("2026-02-01"), LATER, terms(FEE))),
                UsageSource.none());
        BillRun run = job.run("2026-03-01");
        assertThat(run.findings()).isEmpty();
        assertThat(text(run))
                .containsExactly(
                        "CHARGE fee [2026-01-01, 2026-02-01): EUR 310.00",
                        "CHARGE terms.commitment [2026-01-01, 2026-02-01): EUR 90.00",
                        "CHARGE fee [2026-02-01, 2026-03-01): EUR 310.00");
    }

    /**
     * Three months of 85.00, 300.00 committed: an end in March adds 45.00 to it, which go back when the end is withdrawn. The
     * line of nothing that March had before must not stand in for them.
     */
    @Test
    void aTrueUpGoesBackWithTheEndThatBroughtIt() {
        Charge fee = Charge.recurring("fee", FlatFee.of("85.00")).prorated(StubRule.CHARGE_WHOLE);
        Job job = new Job(
                history(terms(builder -> builder.commitment(TermCommitment.of("300")), fee)), UsageSource.none());
        job.run("2026-04-01");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-03-24"), LATER));
        assertThat(text(job.run("2026-04-01")))
                .containsExactly("CHARGE terms.commitment [2026-03-01, 2026-03-24): EUR 45.00");
        job.amend(Amendment.withdrawal("A-2", "A-1", LATER.plusSeconds(1)));
        BillRun back = job.run("2026-04-01");
        assertThat(back.total()).hasToString("EUR -45.00");
        assertThat(back.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.charge()).hasToString("terms.commitment"));
    }

    /** 3 of 1.00 with a minimum of 5.00 beside calls that cannot be rated; the minimum of the terms waits for the calls. */
    @Test
    void theMinimumOfAChargeDoesNotWaitForAnother() {
        Charge other = Charge.usage("other", "other", PerUnit.of("1")).minimum("5.00");
        Charge api = Charge.usage("api", "calls", PerUnit.of("0.10"));
        Job job = new Job(
                history(terms(builder -> builder.minimum(SpendMinimum.of("100.00")), api, other)),
                UsageSource.of(List.of(
                        calls("e-1", "-5", "2026-01-10T10:00:00Z"),
                        event("o-1", "other", "3", "2026-01-10T10:00:00Z"))));
        assertThat(text(job.run("2026-02-01"))).containsExactly("CHARGE other [2026-01-01, 2026-02-01): EUR 5.00");
    }

    /** 150.00 off fees of 100.00: January takes 100.00 and February 50.00, also while January's calls cannot be rated. */
    @Test
    void aDiscountIsNotGivenTwiceWhileAChargeWaits() {
        Charge fee = Charge.recurring("fee", FlatFee.of("100.00")).discount(Discount.amount("off", "150.00"));
        Charge api = Charge.usage("api", "calls", PerUnit.of("0.10"));
        Job job =
                new Job(history(terms(api, fee)), UsageSource.of(List.of(calls("e-1", "-5", "2026-01-10T10:00:00Z"))));
        assertThat(text(job.run("2026-03-01")))
                .containsExactly(
                        "CHARGE fee [2026-01-01, 2026-02-01): EUR 0.00",
                        "CHARGE api [2026-02-01, 2026-03-01): EUR 0.00",
                        "CHARGE fee [2026-02-01, 2026-03-01): EUR 50.00");
    }

    /** A late event of days after the end, and terms that would hold then, are about no day of the contract. */
    @Test
    void whatLiesAfterTheEndIsNotRatedAgain() {
        Charge api = Charge.usage("api", "calls", PerUnit.of("0.10")).billed(BillingCycle.yearly());
        var counting = new Counting();
        Job job = new Job(
                history(terms(api)).amended(Amendment.end("A-1", LocalDate.parse("2026-02-01"), LATER)), counting);
        job.run("2026-03-01");
        int asked = counting.asked;
        job.amend(Amendment.terms("A-2", LocalDate.parse("2026-09-01"), LATER.plusSeconds(1), terms(FEE)));
        job.run("2026-03-02");
        assertThat(asked).isPositive();
        assertThat(counting.asked).isEqualTo(asked);
    }

    /** After a year, an event of January comes late: of the periods between, only February is looked at, for what is left. */
    @Test
    void whatLiesBetweenALateEventAndTodayIsNotRead() {
        Charge api = Charge.usage("api", "calls", PerUnit.of("0.10"));
        Job job = new Job(history(terms(api)), UsageSource.none());
        job.run("2026-12-01");
        var read = new ArrayList<Long>();
        BilledPeriods billed = job.billed();
        BillingHistory reading = new BillingHistory() {
            @Override
            public BillingMark mark() {
                return billed.mark();
            }

            @Override
            public Optional<BilledPeriod> period(String cycle, long number) {
                read.add(number);
                return billed.period(cycle, number);
            }
        };
        UsageSource late = UsageSource.of(List.of(calls("e-1", "5", "2026-01-10T10:00:00Z")));
        BillRun run = Billing.engine().bill(history(terms(api)), late, reading, LocalDate.parse("2026-12-01"));
        assertThat(text(run)).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 0.50");
        assertThat(read.stream().distinct()).hasSizeLessThanOrEqualTo(5);
    }

    /** Has one late event in March, and counts how often it is asked for others. */
    private static final class Counting implements UsageSource {
        private int asked;

        @Override
        public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
            asked++;
            return new ArrayList<>();
        }

        @Override
        public Collection<Instant> late(CustomerId customer) {
            return List.of(Instant.parse("2026-03-10T10:00:00Z"));
        }
    }
}
