package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which periods a run looks at again, and with what they begin; amounts by hand. */
class BillRunLooksTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final ContractTerms LAUNCH =
            terms(builder -> builder.discount(Discount.amount("launch", "400")), API);

    private static Charge fee(String amount) {
        return Charge.recurring("fee", FlatFee.of(amount));
    }

    /** The last run was for 1 March: nothing is asked of the contract as it looked before. */
    @Test
    void aRunForAnEarlierDayIsOneForTheDayOfTheLast() {
        Job job = new Job(history(terms(fee("310"))), UsageSource.none());
        job.run("2026-03-01");
        BillRun run = job.run("2026-02-10");
        assertThat(run.date()).isEqualTo("2026-03-01");
        assertThat(run.lines()).isEmpty();
    }

    /** On 28 March a new price of February is known, and that the term goes on after it: February is billed anew. */
    @Test
    void aNewPriceBeforeARenewalIsNotForgotten() {
        Contract contract = Contract.of(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        ServicePeriod.of("2026-01-01", "2026-04-01"),
                        terms(fee("310")))
                .renewed(Renewal.of("P1M", "P5D"));
        Job job = new Job(ContractHistory.of(contract, SIGNED), UsageSource.none());
        job.run("2026-03-01");
        job.amend(Amendment.terms("A-1", LocalDate.parse("2026-02-01"), SIGNED.plusSeconds(1), terms(fee("620"))));
        assertThat(text(job.run("2026-03-28")))
                .containsExactly(
                        "CREDIT fee [2026-02-01, 2026-03-01): EUR -310.00",
                        "CHARGE fee [2026-02-01, 2026-03-01): EUR 620.00");
    }

    /** Ended on 16 February; what is taxed otherwise from the 20th on is about no day of the contract. */
    @Test
    void whatIsTaxedOtherwiseAfterTheEndIsNotRatedAgain() {
        var source = new Reading();
        ContractHistory contract =
                history(terms(API)).amended(Amendment.end("A-1", LocalDate.parse("2026-02-16"), SIGNED.plusSeconds(1)));
        TaxTable taxes = TaxTable.of(standard("19"));
        BilledPeriods history = BilledPeriods.none();
        history = history.after(
                Billing.engine().taxes(taxes).bill(contract, source, history, LocalDate.parse("2026-03-01")));
        assertThat(source.months).containsExactly("2026-01", "2026-02");
        Billing.engine()
                .taxes(taxes.correctedFrom(LocalDate.parse("2026-02-20")))
                .bill(contract, source, history, LocalDate.parse("2026-03-02"));
        assertThat(source.months).hasSize(2);
        Billing.engine()
                .taxes(taxes.correctedFrom(LocalDate.parse("2026-02-15")))
                .bill(contract, source, history, LocalDate.parse("2026-03-02"));
        assertThat(source.months).containsExactly("2026-01", "2026-02", "2026-02");
    }

    /** January cannot be rated and stays open; February is done, and is read again by no run. */
    @Test
    void aClosedPeriodAfterAnOpenOneIsLeftAlone() {
        var source = new Reading(calls("e-1", "-5", "2026-01-10T10:00:00Z"));
        Job job = new Job(history(terms(API)), source);
        assertThat(text(job.run("2026-03-01"))).containsExactly("CHARGE api [2026-02-01, 2026-03-01): EUR 0.00");
        source.months.clear();
        BillRun again = job.run("2026-03-02");
        assertThat(source.months).containsExactly("2026-01");
        assertThat(again.findings()).extracting(BillingFinding::code).containsExactly(BillingFinding.Code.NOT_RATED);
        assertThat(again.periods())
                .as("the finding is told again, and nothing has changed")
                .isEmpty();
        job.run("2026-04-01");
        source.months.clear();
        job.amend(Amendment.terms("A-1", LocalDate.parse("2026-03-15"), SIGNED.plusSeconds(1), terms(API, fee("0"))));
        job.run("2026-04-02");
        assertThat(source.months).containsExactly("2026-01", "2026-03");
    }

    /** All three months are done when a call of February comes: March is not read for it, nor is anything after it. */
    @Test
    void theLastPeriodOfATermIsLeftAlone() {
        ContractHistory contract =
                history(terms(API)).amended(Amendment.end("A-1", LocalDate.parse("2026-04-01"), SIGNED.plusSeconds(1)));
        var source = new Reading();
        Job job = new Job(contract, source);
        job.run("2026-04-02");
        source.months.clear();
        source.events.add(calls("e-1", "5", "2026-02-10T10:00:00Z"));
        source.late.add(Instant.parse("2026-02-10T10:00:00Z"));
        assertThat(text(job.run("2026-04-03"))).containsExactly("CHARGE api [2026-02-01, 2026-03-01): EUR 5.00");
        assertThat(source.months).containsExactly("2026-02");
    }

    /**
     * 400.00 off in all: 350.00 up to April, so that 150.00 of May's 200.00 are due. 10 calls more of May are 10.00 more, whatever was
     * looked at again before.
     */
    @Test
    void aPeriodFarFromAnotherBeginsWithWhatItHadBefore() {
        UsageEvent[] billed = {
            calls("e-1", "100", "2026-01-05T10:00:00Z"),
            calls("e-2", "100", "2026-02-05T10:00:00Z"),
            calls("e-3", "100", "2026-03-05T10:00:00Z"),
            calls("e-4", "50", "2026-04-05T10:00:00Z"),
            calls("e-5", "200", "2026-05-05T10:00:00Z")
        };
        Job job = new Job(history(LAUNCH), new Reading(billed));
        assertThat(job.run("2026-06-01").total()).isEqualTo(eur("150"));
        UsageEvent[] late = {calls("e-6", "0", "2026-01-06T10:00:00Z"), calls("e-7", "10", "2026-05-06T10:00:00Z")};
        var source = new Reading(billed);
        source.events.addAll(List.of(late));
        source.late.addAll(Arrays.stream(late).map(UsageEvent::time).toList());
        job.use(source);
        assertThat(text(job.run("2026-06-02"))).containsExactly("DIFFERENCE api [2026-05-01, 2026-06-01): EUR 10.00");
    }

    /** Another system billed until January, and 300.00 of 400.00 were used up by then: of 200 calls 100.00 are due. */
    @Test
    void aPeriodOfAnotherSystemBeginsWithWhatItHadThere() {
        var source = new Reading(calls("e-1", "100", "2026-01-05T10:00:00Z"));
        Job first = new Job(history(LAUNCH), source);
        first.run("2026-02-01");
        BilledPeriod january = first.billed().periods().get(0);
        BilledPeriods moved = first.billed()
                .with(BilledPeriod.of(
                        january.cycle(),
                        january.number(),
                        january.period(),
                        true,
                        january.lines(),
                        BilledBefore.nothing().discount("launch", Fraction.of(300)),
                        BilledBefore.nothing().discount("launch", Fraction.of(400))));
        source.events.add(calls("e-2", "100", "2026-01-06T10:00:00Z"));
        source.late.add(Instant.parse("2026-01-06T10:00:00Z"));
        Job job = new Job(history(LAUNCH), source, moved);
        assertThat(text(job.run("2026-02-02"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 100.00");
    }

    /** A host that keeps no open periods: February begins with the 300.00 that January left. */
    @Test
    void aPeriodThatIsNotKnownBeginsWithWhatTheOneBeforeItLeft() {
        var source =
                new Reading(calls("e-1", "100", "2026-01-05T10:00:00Z"), calls("e-2", "350", "2026-02-05T10:00:00Z"));
        Job job = new Job(history(LAUNCH), source);
        job.run("2026-02-01");
        BilledPeriods known = job.billed();
        BillingHistory closed = new BillingHistory() {
            @Override
            public BillingMark mark() {
                return known.mark();
            }

            @Override
            public Optional<BilledPeriod> period(String cycle, long number) {
                return known.period(cycle, number).filter(BilledPeriod::isClosed);
            }
        };
        BillRun run = Billing.engine().bill(history(LAUNCH), source, closed, LocalDate.parse("2026-03-01"));
        assertThat(text(run)).containsExactly("CHARGE api [2026-02-01, 2026-03-01): EUR 50.00");
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }

    /** Usage that comes late only where it says so, and remembers for which months it was asked. */
    private static final class Reading implements UsageSource {
        private final List<UsageEvent> events;
        private final List<Instant> late = new ArrayList<>();
        private final List<String> months = new ArrayList<>();

        Reading(UsageEvent... events) {
            this.events = new ArrayList<>(List.of(events));
        }

        @Override
        public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
            months.add(from.atZone(ZoneId.of("Europe/Berlin")).toString().substring(0, 7));
            return UsageSource.of(events).events(customer, from, to);
        }

        @Override
        public Collection<Instant> late(CustomerId customer) {
            return late;
        }
    }
}
