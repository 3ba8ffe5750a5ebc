package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a period remembers of its lines once they were corrected; amounts by hand. */
class CorrectedLinesTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = fee("310.00");

    /** The line of the whole month is given back in part and its rest goes on in another; it stays as a line of nothing. */
    @Test
    void aLineThatIsGivenBackStaysAsOneOfNothing() {
        Job job = job(terms(PLATFORM));
        job.run("2026-01-01");
        job.amend(newTerms("A-1", "2026-01-16", 1, terms(fee("620.00"))));
        job.run("2026-01-20");
        assertThat(lines(job))
                .containsExactly(
                        "platform [2026-01-01, 2026-01-16): EUR 150.00",
                        "platform [2026-01-16, 2026-02-01): EUR 320.00",
                        "platform [2026-01-01, 2026-02-01): EUR 0.00");
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        job.run("2026-01-21");
        assertThat(lines(job))
                .as("it is back, and once")
                .containsExactly(
                        "platform [2026-01-01, 2026-02-01): EUR 310.00",
                        "platform [2026-01-01, 2026-01-16): EUR 0.00",
                        "platform [2026-01-16, 2026-02-01): EUR 0.00");
    }

    /**
     * 310 calls at 1.00, then at 2.00, then at 1.00 again, and by then 620: what is due is what was billed at 2.00, so that line goes
     * on. The first one stays a line of nothing.
     */
    @Test
    void aLineOfNothingDoesNotComeBackBesideOneOfTheSameAmount() {
        Charge api = Charge.usage("api", "calls", PerUnit.of("1"));
        Job job = job(terms(api));
        job.use(UsageSource.of(List.of(calls("e-1", "310", "2026-01-05T10:00:00Z"))));
        job.run("2026-02-01");
        job.amend(newTerms("A-1", "2026-01-01", 1, terms(Charge.usage("api", "calls", PerUnit.of("2")))));
        assertThat(text(job.run("2026-02-02")))
                .containsExactly(
                        "CREDIT api [2026-01-01, 2026-02-01): EUR -310.00",
                        "CHARGE api [2026-01-01, 2026-02-01): EUR 620.00");
        job.amend(Amendment.withdrawal("A-2", "A-1", SIGNED.plusSeconds(2)));
        job.use(UsageSource.of(
                List.of(calls("e-1", "310", "2026-01-05T10:00:00Z"), calls("e-2", "310", "2026-01-06T10:00:00Z"))));
        assertThat(job.run("2026-02-03").lines()).isEmpty();
        assertThat(lines(job))
                .containsExactly("api [2026-01-01, 2026-02-01): EUR 620.00", "api [2026-01-01, 2026-02-01): EUR 0.00");
    }

    /** Nothing was used at 1.00, nor at 2.00: the line of nothing on the new terms is one of its own. */
    @Test
    void aLineOfNothingOnOtherTermsIsAnother() {
        Job job = job(terms(Charge.usage("api", "calls", PerUnit.of("1"))));
        job.run("2026-02-01");
        job.amend(newTerms("A-1", "2026-01-01", 1, terms(Charge.usage("api", "calls", PerUnit.of("2")))));
        assertThat(text(job.run("2026-02-02"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 0.00");
        assertThat(lines(job)).hasSize(2);
    }

    private static List<String> lines(Job job) {
        return job.billed().periods().stream()
                .flatMap(period -> period.lines().stream())
                .map(BilledLine::toString)
                .toList();
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
}
