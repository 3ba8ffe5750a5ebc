package io.quittance.core.billing;

import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A contract over the German rate cut of July to December 2020; amounts by hand. */
class BillRunTaxesTest {
    private static final Instant SIGNED = Instant.parse("2020-05-01T00:00:00Z");
    private static final TaxTable GERMANY =
            TaxTable.of(standard("19")).from("2020-07-01", standard("16")).from("2021-01-01", standard("19"));
    private static final TaxTable OWED_BY_THE_BUYER = GERMANY.customer(
            CustomerId.of("ACME"), TaxTable.of(reverseCharge()).correctedFrom(LocalDate.of(2020, 6, 1)));
    private static final Charge PLATFORM = fee("310.00");
    private static final Charge API = Charge.usage("api", "calls", PerUnit.of("0.10"));

    /** From 16 June on 620.00, agreed on 5 July: June's days at 19 %, July's at 16 %, both given back as they were billed. */
    @Test
    void aLateAmendmentIsTaxedByTheDaysThatItIsAbout() {
        Job job = new Job(terms(PLATFORM));
        assertThat(job.run("2020-06-01"))
                .containsExactly("CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [S 19%]");
        assertThat(job.run("2020-07-01"))
                .containsExactly("CHARGE platform [2020-07-01, 2020-08-01): EUR 310.00 [S 16%]");
        job.amend(Amendment.terms("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1), terms(fee("620.00"))));
        assertThat(job.run("2020-07-10"))
                .containsExactly(
                        "CREDIT platform [2020-06-16, 2020-07-01): EUR -155.00 [S 19%]",
                        "CHARGE platform [2020-06-16, 2020-07-01): EUR 310.00 [S 19%]",
                        "CREDIT platform [2020-07-01, 2020-08-01): EUR -310.00 [S 16%]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 620.00 [S 16%]");
        assertThat(job.documents()).containsExactly("380: EUR 465.00 + EUR 79.05 = EUR 544.05"); // 29.45 and 49.60
        assertThat(job.run("2020-07-10")).isEmpty();
    }

    /** May to July is complete on 31 July, and November to January on 31 January. */
    @Test
    void aLineIsTaxedByItsLastDay() {
        Charge quarterly = Charge.recurring("platform", FlatFee.of("900.00"))
                .billed(BillingCycle.every("P3M").fromStart().inAdvance());
        Job job = new Job(
                ContractHistory.of(contract(ServicePeriod.of("2020-05-01", "2021-05-01"), terms(quarterly)), SIGNED));
        assertThat(job.run("2020-11-01"))
                .containsExactly(
                        "CHARGE platform [2020-05-01, 2020-08-01): EUR 900.00 [S 16%]",
                        "CHARGE platform [2020-08-01, 2020-11-01): EUR 900.00 [S 16%]",
                        "CHARGE platform [2020-11-01, 2021-02-01): EUR 900.00 [S 19%]");
    }

    /** Usage of June that comes in August is taxed as June is, and so is what is taken back of it. */
    @Test
    void aDifferenceIsTaxedAsWhatItCorrects() {
        Job job = new Job(terms(API));
        job.usage = UsageSource.of(List.of(calls("e-1", "1000", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-01")).containsExactly("CHARGE api [2020-06-01, 2020-07-01): EUR 100.00 [S 19%]");
        job.usage = UsageSource.of(
                List.of(calls("e-1", "1000", "2020-06-10T10:00:00Z"), calls("e-2", "500", "2020-06-20T10:00:00Z")));
        assertThat(job.run("2020-07-20")).containsExactly("DIFFERENCE api [2020-06-01, 2020-07-01): EUR 50.00 [S 19%]");
        job.usage = UsageSource.of(List.of(calls("e-1", "700", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-25"))
                .containsExactly("DIFFERENCE api [2020-06-01, 2020-07-01): EUR -80.00 [S 19%]");
        assertThat(job.documents()).containsExactly("381: EUR 80.00 + EUR 15.20 = EUR 95.20");
        assertThat(job.drafts().get(0).correction()).contains(Correction.of(CorrectionReason.ERROR));
    }

    @Test
    void oneCustomerOwesTheTaxItself() {
        Job job = new Job(terms(PLATFORM));
        job.taxes = OWED_BY_THE_BUYER;
        assertThat(job.run("2020-06-01"))
                .containsExactly("CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [AE 0% VATEX-EU-AE]");
        assertThat(job.documents()).containsExactly("380: EUR 310.00 + EUR 0.00 = EUR 310.00");
    }

    /**
     * The number of the customer comes in July: what was billed is given back as it was taxed, 310.00 at 19 % and at 16 %, and
     * charged anew. On one note, 620.00 would be negative.
     */
    @Test
    void whatIsTaxedOtherwiseIsGivenBackAndChargedAnew() {
        Job job = new Job(terms(PLATFORM));
        job.run("2020-06-01");
        job.run("2020-07-01");
        job.taxes = OWED_BY_THE_BUYER;
        assertThat(job.run("2020-07-10"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-07-01): EUR -310.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [AE 0% VATEX-EU-AE]",
                        "CREDIT platform [2020-07-01, 2020-08-01): EUR -310.00 [S 16%]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 310.00 [AE 0% VATEX-EU-AE]");
        assertThat(job.documents())
                .containsExactly(
                        "381: EUR 620.00 + EUR 108.50 = EUR 728.50", "380: EUR 620.00 + EUR 0.00 = EUR 620.00");
        assertThat(job.drafts().get(0).correction()).contains(Correction.of(CorrectionReason.ERROR));
        assertThat(job.drafts().get(0).references().preceding()).isEmpty();
        assertThat(job.run("2020-07-10")).isEmpty();
        job.taxes = GERMANY.correctedFrom(LocalDate.parse("2020-07-01")); // which leaves June alone
        assertThat(job.run("2020-07-11"))
                .containsExactly(
                        "CREDIT platform [2020-07-01, 2020-08-01): EUR -310.00 [AE 0% VATEX-EU-AE]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 310.00 [S 16%]");
        assertThat(job.ids).doesNotHaveDuplicates();
    }

    /** Another reason in words is no other treatment. */
    @Test
    void otherWordsChangeNothing() {
        Job job = new Job(terms(PLATFORM));
        job.taxes = OWED_BY_THE_BUYER;
        job.run("2020-06-01");
        job.taxes = TaxTable.of(reverseCharge().because("§ 13b UStG")).correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-06-02")).isEmpty();
    }

    /** 310.00, of which 50.00 were credited: 260.00 are given back at 19 % and charged anew, and the 50.00 stay as they are. */
    @Test
    void whatWasCreditedBesideTheRunsIsNotTaxedAnew() {
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
        job.taxes = OWED_BY_THE_BUYER;
        assertThat(job.run("2020-06-02"))
                .containsExactly(
                        "CREDIT platform [2020-06-01, 2020-07-01): EUR -260.00 [S 19%]",
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 260.00 [AE 0% VATEX-EU-AE]");
        job.amend(Amendment.pause("A-1", ServicePeriod.of("2020-06-01", "2020-07-01"), SIGNED.plusSeconds(1)));
        assertThat(job.run("2020-06-03"))
                .containsExactly("CREDIT platform [2020-06-01, 2020-07-01): EUR -260.00 [AE 0% VATEX-EU-AE]");
    }

    /** Reached in June and in July, each keeps its rate; and each is charged anew by itself. */
    @Test
    void milestonesAreTaxedByTheDaysInWhichTheyWereBilled() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Job job = new Job(terms(rollout));
        job.usage = UsageSource.of(List.of(
                milestone("m-1", "design", "2020-06-20T10:00:00Z"),
                milestone("m-2", "go-live", "2020-07-05T10:00:00Z")));
        assertThat(job.run("2020-07-01"))
                .containsExactly("CHARGE rollout [2020-06-01, 2020-07-01): EUR 2000.00 [S 19%]");
        assertThat(job.run("2020-08-01"))
                .containsExactly("CHARGE rollout [2020-07-01, 2020-08-01): EUR 8000.00 [S 16%]");
        assertThat(job.run("2020-09-01")).isEmpty();
        job.taxes = OWED_BY_THE_BUYER;
        assertThat(job.run("2020-09-02"))
                .containsExactlyInAnyOrder(
                        "CREDIT rollout [2020-06-01, 2020-07-01): EUR -2000.00 [S 19%]",
                        "CREDIT rollout [2020-07-01, 2020-08-01): EUR -8000.00 [S 16%]",
                        "CHARGE rollout [2020-06-01, 2020-07-01): EUR 2000.00 [AE 0% VATEX-EU-AE]",
                        "CHARGE rollout [2020-07-01, 2020-08-01): EUR 8000.00 [AE 0% VATEX-EU-AE]");
        job.usage = UsageSource.of(List.of(milestone("m-1", "design", "2020-06-20T10:00:00Z")));
        assertThat(job.run("2020-10-01"))
                .containsExactly("DIFFERENCE rollout [2020-07-01, 2020-08-01): EUR -8000.00 [AE 0% VATEX-EU-AE]");
    }

    /** What was taken back altogether is as it was when it is looked at again, with the days in which it was billed. */
    @Test
    void aMilestoneThatIsTakenBackIsSettledOnce() {
        Charge rollout = Charge.milestones(
                "rollout", "milestones", Milestones.of("design", "2000").then("go-live", "8000"));
        Job job = new Job(terms(rollout));
        job.usage = UsageSource.of(List.of(milestone("m-1", "design", "2020-06-20T10:00:00Z")));
        job.run("2020-07-01");
        job.usage = UsageSource.none();
        assertThat(job.run("2020-08-01"))
                .containsExactly("DIFFERENCE rollout [2020-06-01, 2020-07-01): EUR -2000.00 [S 19%]");
        assertThat(job.bill("2020-08-01").periods()).isEmpty();
        assertThat(job.run("2020-09-01")).isEmpty();
        job.usage = UsageSource.of(List.of(milestone("m-2", "go-live", "2020-09-05T10:00:00Z")));
        assertThat(job.run("2020-10-01"))
                .containsExactly("CHARGE rollout [2020-06-01, 2020-10-01): EUR 8000.00 [S 16%]");
    }

    /** Ended on 1 August: 310.00 come back, less 100.00 for the calls of July, both at 16 %. */
    @Test
    void whatComesToLessThanNothingIsACreditNote() {
        Job job = new Job(terms(PLATFORM, API));
        job.usage = UsageSource.of(List.of(calls("e-1", "1000", "2020-07-10T10:00:00Z")));
        job.run("2020-07-31");
        job.history = job.history.after(job.bill("2020-08-01"));
        job.amend(Amendment.end("A-1", LocalDate.parse("2020-08-01"), SIGNED.plusSeconds(1)));
        job.usage = UsageSource.of(
                List.of(calls("e-1", "1000", "2020-07-10T10:00:00Z"), calls("e-2", "1000", "2020-07-11T10:00:00Z")));
        assertThat(job.run("2020-08-02"))
                .containsExactlyInAnyOrder(
                        "DIFFERENCE api [2020-07-01, 2020-08-01): EUR 100.00 [S 16%]",
                        "CREDIT platform [2020-08-01, 2020-09-01): EUR -310.00 [S 16%]");
        assertThat(job.documents()).containsExactly("381: EUR 210.00 + EUR 33.60 = EUR 243.60");
        InvoiceDraft note = job.drafts().get(0);
        assertThat(note.correction()).contains(Correction.of(CorrectionReason.CONTRACT_CHANGE));
        assertThat(note.paymentTerms()).isEqualTo(PaymentTerms.net(0));
        assertThat(note.lines())
                .extracting(InvoiceLine::netAmount)
                .containsExactlyInAnyOrder(Amount.of("-100.00", "EUR"), Amount.of("310.00", "EUR"));
        assertThat(note.lines())
                .filteredOn(line -> line.netAmount().signum() > 0)
                .extracting(InvoiceLine::quantity)
                .containsExactly(BigDecimal.ONE);
    }

    /** Half of June is given back on a note of its own, and what is charged instead is an invoice. */
    @Test
    void creditsApartAreACreditNote() {
        ContractTerms apart = terms(InvoicingRequirements.Credits.APART, PLATFORM);
        Job job = new Job(ContractHistory.of(contract(ServicePeriod.of("2020-06-01", "2021-06-01"), apart), SIGNED));
        job.run("2020-06-01");
        ContractTerms dearer = terms(InvoicingRequirements.Credits.APART, fee("620.00"));
        job.amend(Amendment.terms("A-1", LocalDate.parse("2020-06-16"), SIGNED.plusSeconds(1), dearer));
        job.run("2020-06-20");
        assertThat(job.documents())
                .containsExactly(
                        "381: EUR 155.00 + EUR 29.45 = EUR 184.45", "380: EUR 310.00 + EUR 58.90 = EUR 368.90");
    }

    /** What cannot be taxed stays unbilled; all else is billed, and it follows when it can be. */
    @Test
    void whatCannotBeTaxedIsAFinding() {
        Job job = new Job(terms(PLATFORM, API));
        job.taxes = supply -> {
            if (supply.agreedCharge().orElseThrow().meters().isEmpty()) {
                return List.of();
            }
            throw new InvalidArgumentException("tax.unknown", "region", "must be known", supply.customer());
        };
        assertThat(job.run("2020-07-01")).isEmpty();
        assertThat(job.last().findings())
                .extracting(BillingFinding::toString)
                .containsExactlyInAnyOrder(
                        "NOT_TAXED charges[platform] [2020-06-01, 2020-07-01): taxes must have a treatment of platform;"
                                + " what nobody taxes is outside the scope, but was []",
                        "NOT_TAXED charges[api] [2020-06-01, 2020-07-01): region must be known, but was ACME",
                        "NOT_TAXED charges[platform] [2020-07-01, 2020-08-01): taxes must have a treatment of platform;"
                                + " what nobody taxes is outside the scope, but was []");
        job.taxes = GERMANY;
        assertThat(job.run("2020-07-01"))
                .containsExactlyInAnyOrder(
                        "CHARGE platform [2020-06-01, 2020-07-01): EUR 310.00 [S 19%]",
                        "CHARGE api [2020-06-01, 2020-07-01): EUR 0.00 [S 19%]",
                        "CHARGE platform [2020-07-01, 2020-08-01): EUR 310.00 [S 16%]");
    }

    /** A line whose treatment is not known, from before there was a determination, is taken to be taxed as it should be. */
    @Test
    void whatWasBilledWithoutTaxesIsNotTaxedAnew() {
        Job job = new Job(terms(API));
        job.usage = UsageSource.of(List.of(calls("e-1", "1000", "2020-06-10T10:00:00Z")));
        job.taxes = null;
        assertThat(job.run("2020-07-01")).containsExactly("CHARGE api [2020-06-01, 2020-07-01): EUR 100.00 []");
        job.taxes = GERMANY.correctedFrom(LocalDate.parse("2020-06-01"));
        assertThat(job.run("2020-07-02")).isEmpty();
        job.usage = UsageSource.of(List.of(calls("e-1", "1200", "2020-06-10T10:00:00Z")));
        assertThat(job.run("2020-07-02")).containsExactly("DIFFERENCE api [2020-06-01, 2020-07-01): EUR 20.00 [S 19%]");
    }

    private static Charge fee(String amount) {
        return Charge.recurring("platform", FlatFee.of(amount))
                .billed(BillingCycle.monthly().inAdvance());
    }

    private static ContractTerms terms(Charge... charges) {
        return terms(InvoicingRequirements.Credits.TOGETHER, charges);
    }

    private static ContractTerms terms(InvoicingRequirements.Credits credits, Charge... charges) {
        var terms = ContractTerms.builder()
                .currency("EUR")
                .zone("Europe/Berlin")
                .invoicing(InvoicingRequirements.none().withCredits(credits))
                .paymentTerms(PaymentTerms.net(30));
        List.of(charges).forEach(terms::charge);
        return terms.build();
    }

    private static Contract contract(ServicePeriod term, ContractTerms terms) {
        return Contract.of(ContractId.of("C-1"), CustomerId.of("ACME"), term, terms);
    }

    private static UsageEvent calls(String key, String quantity, String time) {
        return UsageEvent.of(key, "ACME", "calls", quantity, time);
    }

    private static UsageEvent milestone(String key, String name, String time) {
        return UsageEvent.of(key, "ACME", "milestones", "1", time).with("milestone", name);
    }

    /** A contract that is billed again and again. */
    private static final class Job {
        private ContractHistory contract;
        private UsageSource usage = UsageSource.none();
        private @Nullable TaxDetermination taxes = GERMANY;
        private BilledPeriods history = BilledPeriods.none();
        private final List<BillRun> runs = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();

        Job(ContractTerms terms) {
            this(ContractHistory.of(contract(ServicePeriod.of("2020-06-01", "2021-06-01"), terms), SIGNED));
        }

        Job(ContractHistory contract) {
            this.contract = contract;
        }

        void amend(Amendment amendment) {
            contract = contract.amended(amendment);
        }

        BillRun bill(String day) {
            TaxDetermination known = taxes;
            Billing engine = known == null ? Billing.engine() : Billing.engine().taxes(known);
            return engine.bill(contract, usage, history, LocalDate.parse(day));
        }

        List<String> run(String day) {
            BillRun run = bill(day);
            runs.add(run);
            history = history.after(run);
            run.lines().forEach(line -> ids.add(line.id()));
            return run.lines().stream().map(line -> line + " " + line.taxes()).toList();
        }

        BillRun last() {
            return runs.get(runs.size() - 1);
        }

        List<InvoiceDraft> drafts() {
            return last().documents();
        }

        List<String> documents() {
            return drafts().stream()
                    .map(draft -> draft.type() + ": " + draft.totals().withoutTax() + " + "
                            + draft.totals().tax() + " = " + draft.totals().due())
                    .toList();
        }
    }
}
