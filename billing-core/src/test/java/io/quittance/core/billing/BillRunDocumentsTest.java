package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.event;
import static io.quittance.core.billing.BillRunTest.history;
import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.billing.BillRunTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.billing.BillRunTest.Job;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lines of a run say, and the documents that they make; amounts by hand. */
class BillRunDocumentsTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("310.00"))
            .billed(BillingCycle.monthly().inAdvance());
    private static final Charge FIFTY = Charge.recurring("fee", FlatFee.of("50.00"));
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("1"));
    private static final Charge SETUP =
            Charge.oneOff("setup", FlatFee.of("99.00")).on("2026-01-20");

    /** One month of 30.00, of which 50.00 are the least on a document: it is the last, and does not wait. */
    @Test
    void theLastDocumentDoesNotWait() {
        ContractTerms least = terms(
                builder -> builder.invoicing(InvoicingRequirements.none().withMinimum("50")),
                Charge.recurring("fee", FlatFee.of("30.00")));
        Job over = new Job(during("2026-01-01", "2026-02-01", least), UsageSource.none());
        BillRun last = over.run("2026-02-01");
        assertThat(last.documents()).extracting(InvoiceDraft::lineTotal).containsExactly(eur("30.00"));
        assertThat(last.findings()).isEmpty();
        BillRun waits = job(least).run("2026-02-01");
        assertThat(waits.documents()).isEmpty();
        assertThat(waits.mark().waiting()).isEqualTo(waits.lines());
        assertThat(waits.findings())
                .extracting(finding -> finding.code() + " " + finding.path() + " " + finding.period())
                .containsExactly("BELOW_MINIMUM contract [2026-01-01, 2026-02-01)");
    }

    /** Net 30 days as signed, and 14 from July on: the terms of the day of the run, or of the last day of the contract. */
    @ParameterizedTest
    @CsvSource({"2026-06-30, 30", "2026-07-01, 14", "2026-12-31, 14", "2027-03-01, 14"})
    void aDocumentIsPaidByTheTermsOfTheDayOfTheRun(String day, int days) {
        Job job = job(terms(FIFTY));
        job.amend(
                newTerms("A-1", "2026-07-01", 1, terms(builder -> builder.paymentTerms(PaymentTerms.net(14)), FIFTY)));
        assertThat(job.run(day).documents())
                .extracting(InvoiceDraft::paymentTerms)
                .containsExactly(PaymentTerms.net(days));
    }

    /** January's fee of 50.00, and 99.00 on the 20th, in either order of the charges. */
    @Test
    void aDocumentIsOfAllDaysOfItsLines() {
        ServicePeriod january = ServicePeriod.of("2026-01-01", "2026-02-01");
        assertThat(job(terms(SETUP, FIFTY)).run("2026-02-01").documents())
                .extracting(InvoiceDraft::period)
                .containsExactly(Optional.of(january));
        assertThat(job(terms(FIFTY, SETUP)).run("2026-02-01").documents())
                .extracting(InvoiceDraft::period)
                .containsExactly(Optional.of(january));
        assertThat(job(terms(PLATFORM)).run("2026-03-01").documents())
                .extracting(InvoiceDraft::period)
                .containsExactly(Optional.of(ServicePeriod.of("2026-01-01", "2026-04-01")));
    }

    /** Nothing was used: a document of 0.00 is an invoice, and where credits stand apart its line is no credit. */
    @Test
    void aLineOfNothingGivesNothingBack() {
        assertThat(job(terms(API)).run("2026-02-01").documents())
                .extracting(InvoiceDraft::type)
                .containsExactly(InvoiceType.INVOICE);
        ContractTerms apart = terms(
                builder -> builder.invoicing(
                        InvoicingRequirements.none().withCredits(InvoicingRequirements.Credits.APART)),
                API,
                FIFTY);
        assertThat(job(apart).run("2026-02-01").documents())
                .extracting(InvoiceDraft::lineTotal)
                .containsExactly(eur("50.00"));
    }

    /** By the group of a charge, or by the order that it refers to: three charges of two groups make two documents. */
    @Test
    void documentsAreGroupedAsTheCustomerAsks() {
        Charge office = FIFTY.inGroup("office").ancillary("PO-7", "list");
        Charge desk =
                Charge.recurring("desk", FlatFee.of("5.00")).inGroup("office").ancillary("PO-8", "list");
        Charge plant =
                Charge.recurring("plant", FlatFee.of("7.00")).inGroup("plant").ancillary("PO-7", "list");
        assertThat(totals(InvoicingRequirements.Grouping.CHARGE_GROUP, office, desk, plant))
                .containsExactly(eur("55.00"), eur("7.00"));
        assertThat(totals(InvoicingRequirements.Grouping.ORDER_REFERENCE, office, desk, plant))
                .containsExactly(eur("57.00"), eur("5.00"));
        assertThat(totals(InvoicingRequirements.Grouping.CONTRACT, office, desk, plant))
                .containsExactly(eur("62.00"));
    }

    private static List<Amount> totals(InvoicingRequirements.Grouping grouping, Charge... charges) {
        ContractTerms terms =
                terms(builder -> builder.invoicing(InvoicingRequirements.none().groupedBy(grouping)), charges);
        return job(terms).run("2026-02-01").documents().stream()
                .map(InvoiceDraft::lineTotal)
                .toList();
    }

    /** What is given back has the name, the order and the group of what was billed. */
    @Test
    void aCreditSaysWhatItIsOf() {
        Charge named = PLATFORM.named("Plattform").inGroup("office").ancillary("PO-7", "list");
        Job job = job(terms(named));
        BillLine charged = job.run("2026-01-01").lines().get(0);
        assertThat(charged.orderReference()).contains("PO-7");
        assertThat(charged.invoiceGroup()).contains("office");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-01-11"), SIGNED.plusSeconds(1)));
        BillLine back = job.run("2026-01-20").lines().get(0);
        assertThat(back).hasToString("CREDIT platform [2026-01-11, 2026-02-01): EUR -210.00");
        assertThat(back.name()).isEqualTo("Plattform");
        assertThat(back.orderReference()).contains("PO-7");
        assertThat(back.invoiceGroup()).contains("office");
        assertThat(back.explanations())
                .extracting(Explanation::toString)
                .containsExactly(
                        "210 given back for [2026-01-11, 2026-02-01), of 310 billed for" + " [2026-01-01, 2026-02-01)");
    }

    /** What another system billed on terms that are not known: it is given back under its id. */
    @Test
    void whatWasBilledOnTermsThatAreNotKnownIsGivenBack() {
        Job job = job(terms(FIFTY));
        BilledPeriod january = job.run("2026-01-15").periods().get(0);
        BilledLine migrated =
                BilledLine.of(ChargeId.of("old"), "legacy", ServicePeriod.of("2026-01-01", "2026-02-01"), eur("12.00"));
        Job other = migrated(BilledPeriod.of(
                january.cycle(),
                january.number(),
                january.period(),
                false,
                List.of(migrated),
                BilledBefore.nothing(),
                BilledBefore.nothing()));
        BillRun run = other.run("2026-02-01");
        assertThat(text(run))
                .containsExactlyInAnyOrder(
                        "CREDIT old [2026-01-01, 2026-02-01): EUR -12.00",
                        "CHARGE fee [2026-01-01, 2026-02-01): EUR 50.00");
        BillLine back = run.lines().stream()
                .filter(line -> line.kind() == BillLine.Kind.CREDIT)
                .findFirst()
                .orElseThrow();
        assertThat(back.name()).isEqualTo("old");
        assertThat(back.orderReference()).isEmpty();
        assertThat(back.invoiceGroup()).isEmpty();
    }

    /** The migration of one period before the first run. */
    private static Job migrated(BilledPeriod period) {
        return new Job(
                history(terms(FIFTY)), UsageSource.none(), BilledPeriods.none().with(period));
    }

    /** A line of the terms is given back under its id, since no charge names it. */
    @Test
    void aMinimumIsGivenBackUnderItsId() {
        Job job = job(terms(builder -> builder.minimum(SpendMinimum.of("310")), FIFTY));
        assertThat(text(job.run("2026-02-01"))).contains("CHARGE terms.minimum [2026-01-01, 2026-02-01): EUR 260.00");
        job.amend(newTerms("A-1", "2026-01-01", 1, terms(FIFTY)));
        BillRun run = job.run("2026-02-02");
        assertThat(text(run)).containsExactly("CREDIT terms.minimum [2026-01-01, 2026-02-01): EUR -260.00");
        assertThat(run.lines().get(0).name()).isEqualTo("terms.minimum");
        assertThat(run.lines().get(0).orderReference()).isEmpty();
        assertThat(run.lines().get(0).invoiceGroup()).isEmpty();
    }

    /** An overage at half its price took 600.00 off: in a January that rests, it is charged again and the calls given back. */
    @Test
    void whatWasTakenOffIsGivenBackAsADifference() {
        Job job = job(
                terms(builder -> builder.commitment(TermCommitment.of("1200").overageFactor("0.5")), API));
        job.use(UsageSource.of(List.of(calls("e-1", "2400", "2026-01-05T10:00:00Z"))));
        assertThat(job.run("2026-02-01").total()).isEqualTo(eur("1800.00"));
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2026-01-01", "2026-02-01"), SIGNED.plusSeconds(1)));
        BillRun run = job.run("2026-02-02");
        assertThat(text(run))
                .containsExactlyInAnyOrder(
                        "CREDIT api [2026-01-01, 2026-02-01): EUR -2400.00",
                        "DIFFERENCE terms.commitment [2026-01-01, 2026-02-01): EUR 600.00");
    }

    /** Terms without the commitment: the 600.00 that it took off are charged again, and the calls stay. */
    @Test
    void whatTermsTookOffIsChargedAgainWithoutThem() {
        Job job = job(
                terms(builder -> builder.commitment(TermCommitment.of("1200").overageFactor("0.5")), API));
        job.use(UsageSource.of(List.of(calls("e-1", "2400", "2026-01-05T10:00:00Z"))));
        job.run("2026-02-01");
        job.amend(newTerms("A-1", "2026-01-01", 1, terms(API)));
        assertThat(text(job.run("2026-02-02")))
                .containsExactly("DIFFERENCE terms.commitment [2026-01-01, 2026-02-01): EUR 600.00");
        assertThat(job.run("2026-02-03").lines()).isEmpty();
    }

    /** 1,250 calls are due, 1,200 were billed: the difference says so, and a line that bills all of it does not. */
    @Test
    void aDifferenceSaysWhatWasBilledBefore() {
        Job job = job(terms(API));
        job.use(UsageSource.of(List.of(calls("e-1", "1200", "2026-01-10T10:00:00Z"))));
        BillLine first = job.run("2026-02-01").lines().get(0);
        assertThat(first.explanations())
                .isNotEmpty()
                .extracting(Explanation::key)
                .doesNotContain("bill.difference");
        job.use(UsageSource.of(
                List.of(calls("e-1", "1200", "2026-01-10T10:00:00Z"), calls("e-2", "50", "2026-01-20T10:00:00Z"))));
        BillLine second = job.run("2026-02-03").lines().get(0);
        assertThat(second).hasToString("DIFFERENCE api [2026-01-01, 2026-02-01): EUR 50.00");
        assertThat(second.explanations()).last().hasToString("due 1250, billed before 1200: 50");
    }

    /** What comes to nothing again is no line, and what is given back wholly keeps its place. */
    @Test
    void whatStaysIsNoLine() {
        Job job = job(terms(API, FIFTY));
        job.use(UsageSource.of(List.of(calls("e-1", "9", "2026-01-10T10:00:00Z"))));
        job.run("2026-02-01");
        job.use(UsageSource.of(List.of(calls("e-1", "0", "2026-01-10T10:00:00Z"))));
        assertThat(text(job.run("2026-02-02"))).containsExactly("DIFFERENCE api [2026-01-01, 2026-02-01): EUR -9.00");
        assertThat(job.run("2026-02-03").lines()).isEmpty();
        job.use(UsageSource.of(List.of(calls("e-1", "4", "2026-01-10T10:00:00Z"))));
        assertThat(text(job.run("2026-02-04"))).containsExactly("CHARGE api [2026-01-01, 2026-02-01): EUR 4.00");
    }

    /** An end gives back a fee by the change of the contract, less usage by an error: both on one note give no reason. */
    @Test
    void aNoteThatGivesBackForTwoReasonsGivesNone() {
        Charge texts = Charge.usage("texts", "texts", PerUnit.of("1"));
        Job job = job(terms(PLATFORM, texts));
        job.use(UsageSource.of(List.of(event("e-1", "texts", "80", "2026-01-10T10:00:00Z"))));
        job.run("2026-02-01");
        job.amend(Amendment.end("A-1", LocalDate.parse("2026-02-01"), SIGNED.plusSeconds(1)));
        job.use(UsageSource.of(List.of(event("e-1", "texts", "30", "2026-01-10T10:00:00Z"))));
        BillRun run = job.run("2026-02-02");
        assertThat(text(run))
                .containsExactlyInAnyOrder(
                        "DIFFERENCE texts [2026-01-01, 2026-02-01): EUR -50.00",
                        "CREDIT platform [2026-02-01, 2026-03-01): EUR -310.00");
        assertThat(run.documents())
                .extracting(InvoiceDraft::lineTotal, InvoiceDraft::correction)
                .containsExactly(tuple(eur("360.00"), Optional.empty()));
    }

    /** Each reason alone is told: the end of the contract, or usage that was less. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNoteThatGivesBackForOneReasonTellsIt(boolean ended) {
        Job job = job(terms(PLATFORM, API));
        job.use(UsageSource.of(List.of(calls("e-1", "80", "2026-01-10T10:00:00Z"))));
        job.run("2026-02-01");
        if (ended) {
            job.amend(Amendment.end("A-1", LocalDate.parse("2026-02-01"), SIGNED.plusSeconds(1)));
        } else {
            job.use(UsageSource.of(List.of(calls("e-1", "30", "2026-01-10T10:00:00Z"))));
        }
        CorrectionReason expected = ended ? CorrectionReason.CONTRACT_CHANGE : CorrectionReason.ERROR;
        assertThat(job.run("2026-02-02").documents())
                .extracting(InvoiceDraft::correction)
                .containsExactly(Optional.of(io.quittance.core.invoice.Correction.of(expected)));
    }

    private static ContractHistory during(String start, String end, ContractTerms terms) {
        return ContractHistory.of(
                Contract.of(new ContractId("C-1"), new CustomerId("ACME"), ServicePeriod.of(start, end), terms),
                SIGNED);
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
