package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.event;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which usage a run asks for and bills, and what of it nobody can be charged for. */
class BillRunUsageTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final Charge FEE = Charge.recurring("fee", FlatFee.of("50.00"));

    /** Of another customer, of a key that says two things, twice the same, and of a meter that nobody charges. */
    @Test
    void whatCannotBeChargedIsAFinding() {
        UsageEvent foreign = UsageEvent.of("e-2", "GLOBEX", "calls", "4", "2026-01-06T10:00:00Z");
        Job job = new Job(
                history(terms(API)),
                neverLate(
                        calls("e-1", "9", "2026-01-05T10:00:00Z"),
                        calls("e-1", "9", "2026-01-05T10:00:00Z"),
                        foreign,
                        event("e-4", "texts", "7", "2026-01-08T10:00:00Z")));
        BillRun run = job.run("2026-02-01");
        assertThat(text(run)).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 9.00");
        assertThat(run.findings())
                .extracting(finding -> finding.code() + " " + finding.path() + " " + finding.period())
                .containsExactlyInAnyOrder(
                        "USAGE_REJECTED usage[e-2] [2026-01-01, 2026-02-01)",
                        "USAGE_NOT_CHARGED usage[e-4] [2026-01-01, 2026-02-01)");
    }

    /** Calls are charged up to 15 January, and texts from the 16th on by new terms. */
    @Test
    void usageIsChargedByTheTermsOfItsDay() {
        Charge calls = API.until("2026-01-16");
        Charge texts = Charge.usage("texts", "texts", PerUnit.of("1"));
        Job job = new Job(
                history(terms(calls)),
                neverLate(
                        calls("e-1", "9", "2026-01-05T10:00:00Z"),
                        calls("e-2", "8", "2026-01-10T10:00:00Z"),
                        event("e-3", "texts", "7", "2026-01-11T10:00:00Z"),
                        event("e-4", "texts", "6", "2026-01-21T10:00:00Z"),
                        calls("e-5", "5", "2026-01-22T10:00:00Z")));
        job.amend(newTerms("A-1", "2026-01-11", 1, terms(calls, texts.from("2026-01-16"))));
        BillRun run = job.run("2026-02-01");
        assertThat(run.total()).isEqualTo(eur("23.00"));
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactlyInAnyOrder(
                        "USAGE_NOT_CHARGED usage[e-3] [2026-01-11, 2026-01-12): no charge counts texts on 2026-01-11",
                        "USAGE_NOT_CHARGED usage[e-5] [2026-01-22, 2026-01-23): no charge counts calls on 2026-01-22");
    }

    /** A meter that only the terms from the 16th on charge: what was used before is nobody's, whatever they say. */
    @Test
    void usageBeforeItsTermsIsNotCharged() {
        Charge texts = Charge.usage("texts", "texts", PerUnit.of("1"));
        Job job = new Job(
                history(terms(API)),
                neverLate(
                        event("e-1", "texts", "7", "2026-01-11T10:00:00Z"),
                        event("e-2", "texts", "6", "2026-01-21T10:00:00Z")));
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(API, texts)));
        BillRun run = job.run("2026-02-01");
        assertThat(run.total()).isEqualTo(eur("6.00"));
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "USAGE_NOT_CHARGED usage[e-1] [2026-01-11, 2026-01-12): no charge counts texts on 2026-01-11");
    }

    /** Calls are billed by the quarter and the terms by the month: the month knows whose they are, and tells what is nobody's. */
    @Test
    void whatIsNobodysIsToldOnceAndWhatIsOfAnotherCycleNever() {
        Charge quarterly = API.billed(BillingCycle.quarterly());
        Charge texts = Charge.usage("texts", "texts", PerUnit.of("1"));
        Job job = new Job(
                history(terms(quarterly, texts)),
                neverLate(
                        calls("e-1", "9", "2026-03-05T10:00:00Z"), event("e-2", "mails", "7", "2026-03-06T10:00:00Z")));
        BillRun run = job.run("2026-04-01");
        assertThat(run.total()).isEqualTo(eur("9.00"));
        assertThat(text(run)).contains("CHARGE api [2026-01-01, 2026-04-01): EUR 9.00");
        assertThat(run.findings())
                .extracting(finding -> finding.code() + " " + finding.path() + " " + finding.period())
                .containsExactly("USAGE_NOT_CHARGED usage[e-2] [2026-03-01, 2026-04-01)");
    }

    /** Of what is not over, and of a cycle of fees alone, no usage is asked for. */
    @Test
    void asksForTheUsageOfPeriodsThatAreOver() {
        var asked = new ArrayList<String>();
        UsageSource source = (customer, from, to) -> {
            asked.add(day(from) + "/" + day(to));
            return List.of();
        };
        Charge early = FEE.billed(BillingCycle.monthly().inAdvance());
        Charge licence = Charge.recurring("licence", FlatFee.of("90.00")).billed(BillingCycle.quarterly());
        Job job = new Job(history(terms(early, licence)), source);
        job.run("2026-01-01");
        assertThat(asked).isEmpty();
        assertThat(job.run("2026-04-01").total()).isEqualTo(eur("240.00"));
        assertThat(asked).containsExactly("2026-01-01/2026-02-01", "2026-02-01/2026-03-01", "2026-03-01/2026-04-01");
    }

    /** What is counted over the term stays open from before its first month is over, so that a source need not tell of it. */
    @Test
    void aTermIsOpenUntilItIsOver() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Job job = new Job(
                history(terms(rollout)),
                neverLate(
                        event("m-1", "milestones", "1", "2026-01-20T10:00:00Z").with("milestone", "design"),
                        event("m-2", "milestones", "1", "2026-03-20T10:00:00Z").with("milestone", "go-live")));
        assertThat(job.run("2026-01-15").lines()).isEmpty();
        assertThat(text(job.run("2026-02-01"))).containsExactly("CHARGE rollout [2026-01-01, 2026-02-01): EUR 2000.00");
        assertThat(job.run("2026-03-01").lines()).isEmpty();
        assertThat(text(job.run("2026-04-01"))).containsExactly("CHARGE rollout [2026-03-01, 2026-04-01): EUR 8000.00");
    }

    /** On a day of rest there is no service to charge; on the days around it there is. */
    @Test
    void usageOfADayOfRestIsNotServed() {
        Job job = new Job(
                history(terms(API)),
                neverLate(
                        calls("e-1", "9", "2026-01-10T10:00:00Z"),
                        calls("e-2", "8", "2026-01-11T10:00:00Z"),
                        calls("e-3", "7", "2026-01-12T10:00:00Z")));
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-11", "2026-01-12"), SIGNED.plusSeconds(1)));
        BillRun run = job.run("2026-02-01");
        assertThat(run.total()).isEqualTo(eur("16.00"));
        assertThat(run.findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "USAGE_NOT_SERVED usage[e-2] [2026-01-11, 2026-01-12): the contract rests on 2026-01-11");
    }

    /** The last hours of 9999 in UTC are 1 January 10000 in Berlin, which is no day of the calendar. */
    @Test
    void usageWithoutADayIsRefusedAsUsage() {
        UsageSource usage = UsageSource.of(List.of(calls("e-1", "1", "9999-12-31T23:30:00Z")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Billing.engine()
                        .bill(history(terms(API)), usage, BilledPeriods.none(), LocalDate.parse("2026-02-01")))
                .withMessage("usage: instant must lie in the years 1 to 9999, but was +10000-01-01");
    }

    /** A source that answers what it is asked and never tells that usage came late. */
    static UsageSource neverLate(UsageEvent... events) {
        return (customer, from, to) -> List.of(events).stream()
                .filter(event -> !event.time().isBefore(from) && event.time().isBefore(to))
                .toList();
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    }

    private static Amendment newTerms(String key, String day, long seconds, ContractTerms terms) {
        return Amendment.terms(key, LocalDate.parse(day), SIGNED.plusSeconds(seconds), terms);
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }
}
