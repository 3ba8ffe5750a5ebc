package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static io.quittance.core.billing.BillRunUsageTest.neverLate;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change leaves as it was billed, and what it moves in other charges and periods; amounts by hand. */
class BillRunCorrectionsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));

    /** Another charge from 16 January on leaves the fee one line of one month; a price of its own does not. */
    @Test
    void anAmendmentOfOtherChargesBillsNothing() {
        Job job = job(terms(PLATFORM));
        job.run("2026-01-01");
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(PLATFORM, API)));
        assertThat(job.run("2026-01-20").lines()).isEmpty();
        assertThat(job.billed().periods())
                .flatExtracting(BilledPeriod::lines)
                .extracting(BilledLine::toString)
                .containsExactly("platform [2026-01-01, 2026-02-01): EUR 310.00");
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        assertThat(job.run("2026-01-21").lines()).isEmpty();
        job.amend(newTerms("A-3", "2026-01-16", 3, terms(fee("620.00"))));
        assertThat(text(job.run("2026-01-22")))
                .containsExactly(
                        "CREDIT platform [2026-01-16, 2026-02-01): EUR -160.00",
                        "CHARGE platform [2026-01-16, 2026-02-01): EUR 320.00");
    }

    /** Dearer from 16 January on, billed in two lines; a rest of 5 of 31 days in the first gives back 50.00 of it alone. */
    @Test
    void aPieceIsCorrectedByItself() {
        Job job = job(terms(PLATFORM));
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(fee("620.00"))));
        assertThat(text(job.run("2026-01-16")))
                .containsExactly(
                        "CHARGE platform [2026-01-01, 2026-01-16): EUR 150.00",
                        "CHARGE platform [2026-01-16, 2026-02-01): EUR 320.00");
        job.amend(Amendment.pause("A-2", ServicePeriod.of("2026-01-06", "2026-01-11"), SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-01-20"))).containsExactly("CREDIT platform [2026-01-06, 2026-01-11): EUR -50.00");
        assertThat(job.run("2026-01-21").lines()).isEmpty();
        job.amend(Amendment.withdrawal("A-3", "A-2", SIGNED.plusSeconds(3)));
        assertThat(text(job.run("2026-01-22"))).containsExactly("CHARGE platform [2026-01-06, 2026-01-11): EUR 50.00");
    }

    /** A rest of two weeks apart, of 5 and of 7 of 31 days, is given back in two lines. */
    @Test
    void twoRestsAreGivenBackByTheirDays() {
        Job job = job(terms(PLATFORM));
        job.run("2026-01-01");
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-06", "2026-01-11"), SIGNED.plusSeconds(1)));
        job.amend(Amendment.pause("A-2", ServicePeriod.of("2026-01-20", "2026-01-27"), SIGNED.plusSeconds(2)));
        assertThat(text(job.run("2026-01-28")))
                .containsExactly(
                        "CREDIT platform [2026-01-06, 2026-01-11): EUR -50.00",
                        "CREDIT platform [2026-01-20, 2026-01-27): EUR -70.00");
    }

    /** Another name at the same price: what was billed for the same days at the same amount stays. */
    @Test
    void anotherNameBillsNothing() {
        Job job = job(terms(PLATFORM));
        job.run("2026-01-01");
        job.amend(newTerms("A-1", "2026-01-01", 1, terms(PLATFORM.named("Plattform"))));
        assertThat(job.run("2026-01-02").lines()).isEmpty();
        BillRun next = job.run("2026-02-01");
        assertThat(next.lines()).extracting(BillLine::name).containsExactly("Plattform");
        assertThat(next.lines()).extracting(BillLine::terms).containsExactly("A-1");
    }

    /**
     * 400.00 off in all: January used 100.00 of it and February 300.00 of 350.00. With 150.00 more of January, February has
     * 150.00 left; March has none, before as after.
     */
    @Test
    void lateUsageMovesWhatIsLeftToLaterPeriods() {
        Job job = job(terms(builder -> builder.discount(Discount.amount("launch", "400")), API));
        UsageEvent january = calls("e-1", "100", "2026-01-05T10:00:00Z");
        UsageEvent february = calls("e-2", "350", "2026-02-05T10:00:00Z");
        UsageEvent march = calls("e-3", "20", "2026-03-05T10:00:00Z");
        job.use(neverLate(january, february, march));
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("0.00"));
        assertThat(job.run("2026-03-01").total()).isEqualTo(eur("50.00"));
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("20.00"));
        UsageEvent late = calls("e-4", "150", "2026-01-06T10:00:00Z");
        job.use(lateOf(late.time(), january, late, february, march));
        BillRun run = job.run("2026-04-02");
        assertThat(text(run)).containsExactly("DIFFERENCE api [2026-02-01, 2026-03-01): EUR 150.00");
        assertThat(run.periods())
                .extracting(BilledPeriod::period)
                .contains(ServicePeriod.of("2026-01-01", "2026-02-01"), ServicePeriod.of("2026-02-01", "2026-03-01"))
                .doesNotContain(ServicePeriod.of("2026-03-01", "2026-04-01"));
    }

    /** A source that tells of one late instant alone. */
    private static UsageSource lateOf(Instant late, UsageEvent... events) {
        UsageSource source = neverLate(events);
        return new UsageSource() {
            @Override
            public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
                return source.events(customer, from, to);
            }

            @Override
            public Collection<Instant> late(CustomerId customer) {
                return List.of(late);
            }
        };
    }

    private static Charge fee(String amount) {
        return Charge.recurring("platform", FlatFee.of(amount))
                .billed(BillingCycle.monthly().inAdvance());
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
