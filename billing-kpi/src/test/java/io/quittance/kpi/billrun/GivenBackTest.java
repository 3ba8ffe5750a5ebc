package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.USED;
import static io.quittance.kpi.billrun.Sample.amended;
import static io.quittance.kpi.billrun.Sample.contract;
import static io.quittance.kpi.billrun.Sample.eur;
import static io.quittance.kpi.billrun.Sample.kept;
import static io.quittance.kpi.billrun.Sample.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.kpi.billing.Correction.Reason;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.billrun.Sample.Runs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which invoice a document gives back of. Amounts by hand. */
class GivenBackTest {
    private final Runs runs = new Runs();

    private static BillingRecords records(IssuedDocument... documents) {
        return BillingRecords.of(List.of(documents), BERLIN);
    }

    private Invoice billed(ContractHistory contract, String number, String day) {
        return billed(contract, "415", number, day);
    }

    private Invoice billed(ContractHistory contract, String calls, String number, String day) {
        return runs.run(contract, calls.equals("415") ? USED : usage(calls), day)
                .documents()
                .get(0)
                .issue(number, day);
    }

    private static IssuedInvoice only(BillingRecords records, String key) {
        return records.invoices().knownAt(Instant.MAX).stream()
                .filter(invoice -> invoice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** January and February are billed; the fee is 300.00 from 1 February on, as becomes known in April: 310.00 of February are given back of R-2. */
    @Test
    void aRunGivesBackOfTheInvoiceOfTheDays() {
        Invoice first = billed(contract(), "R-1", "2026-02-01");
        Invoice second = billed(contract(), "R-2", "2026-03-01");
        Invoice third = billed(amended(contract(), "300", "2026-02-01"), "R-3", "2026-04-01");
        BillingRecords records = records(kept(first), kept(second), kept(third)).billed(runs.made());
        assertThat(only(records, "R-1").corrections()).isEmpty();
        assertThat(only(records, "R-2").corrections())
                .extracting(each -> each.key(), each -> each.amount(), each -> each.lines())
                .containsExactly(tuple("R-3", eur("310.00"), 1L));
        assertThat(only(records, "R-3").amount()).isEqualTo(eur("600.00"));
    }

    /** The fee of January was 310.00 on R-1, became 300.00 on R-2, with February's, and becomes 290.00: R-3 gives 600.00 back of R-2, by whose terms they were billed. */
    @Test
    void whatWasBilledAnewIsGivenBackOfTheLaterInvoice() {
        Invoice first = billed(contract(), "R-1", "2026-02-01");
        ContractHistory once = amended(contract(), "300", "2026-01-01");
        Invoice second = billed(once, "R-2", "2026-03-01");
        ContractTerms terms = contract("C-1", "GLOBEX", "290", "0.10").signed().terms();
        ContractHistory twice = once.amended(
                Amendment.terms("A-2", LocalDate.of(2026, 1, 1), Instant.parse("2026-03-20T09:00:00Z"), terms));
        Invoice third = billed(twice, "R-3", "2026-04-01");
        BillingRecords records = records(kept(first), kept(second), kept(third)).billed(runs.made());
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.key(), each -> each.amount())
                .containsExactly(tuple("R-2", eur("310.00")));
        assertThat(only(records, "R-2").corrections())
                .extracting(each -> each.key(), each -> each.amount(), each -> each.lines())
                .containsExactly(tuple("R-3", eur("600.00"), 2L));
        assertThat(only(records, "R-3").amount()).isEqualTo(eur("870.00"));
    }

    /** R-1 is not among the records: what R-2 gives back of it is neither R-2's nor that of an invoice that came later. */
    @Test
    void noInvoiceGivesBackOfItselfOrALaterOne() {
        billed(contract(), "R-1", "2026-02-01");
        Invoice note = billed(contract(), "400", "G-1", "2026-02-10");
        Invoice late = billed(contract(), "430", "R-2", "2026-03-01");
        BillingRecords records = records(kept(note), kept(late)).billed(runs.made());
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("G-1"));
        assertThat(only(records, "R-2").corrections()).isEmpty();
        Runs other = new Runs();
        other.run(contract(), USED, "2026-02-01");
        Invoice cheaper = other.run(amended(contract(), "300", "2026-01-01"), USED, "2026-03-01")
                .documents()
                .get(0)
                .issue("R-3", "2026-03-01");
        BillingRecords alone = records(kept(cheaper)).billed(other.made());
        assertThat(alone.unlinked()).containsExactly(InvoiceNumber.of("R-3"));
        assertThat(only(alone, "R-3").corrections()).isEmpty();
        assertThat(only(alone, "R-3").amount()).isEqualTo(eur("290.00"));
        assertThat(only(alone, "R-3").lines()).isEqualTo(cheaper.lines().size());
    }

    private static InvoiceLine line(String quantity, String price) {
        return InvoiceLine.priced("Work", new BigDecimal(quantity), "C62", eur(price), Rounding.halfUp(2));
    }

    private static InvoiceDraft.Builder draft(String type) {
        return InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .type(new InvoiceType(type))
                .paymentTerms(PaymentTerms.net(30));
    }

    private static Invoice byHand() {
        return draft("380").line(line("1", "100.00")).build().issue("H-1", "2026-02-01");
    }

    /** An invoice of -5.00 that refers to another gives back of it; one of 0.00 is an invoice, and so is a debit note that refers to none. */
    @Test
    void whatComesToLessThanNothingGivesBack() {
        Invoice less = draft("380")
                .references(DocumentReferences.none().with(PrecedingInvoice.of(byHand())))
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(line("-1", "5.00"))
                .build()
                .issue("H-2", "2026-02-10");
        Invoice nothing = draft("380").line(line("1", "0.00")).build().issue("H-3", "2026-02-11");
        Invoice debit = draft("383").line(line("1", "8.00")).build().issue("H-4", "2026-02-12");
        BillingRecords records = records(kept(byHand()), kept(less), kept(nothing), kept(debit));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .extracting(IssuedInvoice::key)
                .containsExactly("H-1", "H-3", "H-4");
        assertThat(records.unlinked()).isEmpty();
        assertThat(only(records, "H-1").corrections())
                .extracting(each -> each.key(), each -> each.amount())
                .containsExactly(tuple("H-2", eur("5.00")));
    }

    /** A credit note of a credit note corrects no invoice. */
    @Test
    void aCreditNoteIsNoInvoiceThatCouldBeCorrected() {
        Invoice first = draft("381")
                .references(DocumentReferences.none().with(PrecedingInvoice.of(byHand())))
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(line("1", "5.00"))
                .build()
                .issue("G-1", "2026-02-10");
        Invoice second = draft("381")
                .references(DocumentReferences.none().with(PrecedingInvoice.of(first)))
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(line("1", "2.00"))
                .build()
                .issue("G-2", "2026-02-11");
        BillingRecords records = records(kept(byHand()), kept(first), kept(second));
        assertThat(only(records, "H-1").corrections())
                .extracting(each -> each.key())
                .containsExactly("G-1");
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("G-2"));
    }

    /** Of two lines one only informs: the invoice has one line, and so has what replaces all of it. */
    @Test
    void onlyLinesThatCountAreCounted() {
        Invoice first = draft("380")
                .line(line("1", "100.00"))
                .line(line("1", "7.00").withStatus(InvoiceLine.Status.INFORMATION))
                .build()
                .issue("H-1", "2026-02-01");
        Invoice credit = draft("381")
                .references(DocumentReferences.none().with(PrecedingInvoice.of(first)))
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(line("1", "5.00"))
                .line(line("1", "3.00").withStatus(InvoiceLine.Status.INFORMATION))
                .build()
                .issue("G-1", "2026-02-10");
        BillingRecords records = records(kept(first), kept(credit));
        assertThat(only(records, "H-1").lines()).isEqualTo(1);
        assertThat(only(records, "H-1").amount()).isEqualTo(eur("100.00"));
        assertThat(only(records, "H-1").corrections())
                .extracting(each -> each.amount(), each -> each.lines())
                .containsExactly(tuple(eur("5.00"), 1L));
    }

    /**
     * The fee of January becomes 20.00 instead of 310.00, and 400 calls instead of 415 were made: a credit note of 291.50, which gives 310.00 and 1.50 back of R-1, each for its reason, and bills 20.00
     * itself. That these become 10.00 is given back of the credit note.
     */
    @Test
    void aCreditNoteOfTwoReasonsCorrectsForEach() {
        Invoice first = billed(contract(), "R-1", "2026-02-01");
        ContractHistory once = amended(contract(), "20", "2026-01-01");
        Invoice second = billed(once, "400", "G-1", "2026-02-20");
        assertThat(second.type()).isEqualTo(InvoiceType.CREDIT_NOTE);
        assertThat(second.totals().withoutTax()).isEqualTo(eur("291.50"));
        ContractTerms terms = contract("C-1", "GLOBEX", "10", "0.10").signed().terms();
        Invoice third = billed(
                once.amended(
                        Amendment.terms("A-2", LocalDate.of(2026, 1, 1), Instant.parse("2026-02-20T10:00:00Z"), terms)),
                "400",
                "G-2",
                "2026-02-21");
        BillingRecords records = records(kept(first), kept(second), kept(third)).billed(runs.made());
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.key(), each -> each.reason(), each -> each.amount(), each -> each.lines())
                .containsExactly(
                        tuple("G-1 contract_change", Reason.CONTRACT_CHANGE, eur("310.00"), 1L),
                        tuple("G-1 error", Reason.ERROR, eur("1.50"), 1L));
        assertThat(only(records, "G-1").amount()).isEqualTo(eur("20.00"));
        assertThat(only(records, "G-1").lines()).isEqualTo(1);
        assertThat(only(records, "G-1").corrections())
                .extracting(each -> each.key(), each -> each.amount())
                .containsExactly(tuple("G-2", eur("20.00")));
        assertThat(only(records, "G-2").amount()).isEqualTo(eur("10.00"));
        assertThat(records.unlinked()).isEmpty();
    }

    /** The fees of January and February become 300.00: R-3 gives 310.00 back of each of two invoices, by its own number, and bills 900.00. */
    @Test
    void whatIsGivenBackOfTwoInvoicesHasTheNumberOfTheDocument() {
        Invoice first = billed(contract(), "R-1", "2026-02-01");
        Invoice second = billed(contract(), "R-2", "2026-03-01");
        Invoice third = billed(amended(contract(), "300", "2026-01-01"), "R-3", "2026-04-01");
        BillingRecords records = records(kept(first), kept(second), kept(third)).billed(runs.made());
        for (String number : List.of("R-1", "R-2")) {
            assertThat(only(records, number).corrections())
                    .extracting(each -> each.key(), each -> each.amount())
                    .containsExactly(tuple("R-3", eur("310.00")));
        }
        assertThat(only(records, "R-3").amount()).isEqualTo(eur("900.00"));
    }

    /** 400 calls instead of 415 turn out in March: on an invoice, which says no reason, 1.50 less by the same terms corrects an error. */
    @Test
    void lessUsageOnALaterInvoiceCorrectsAnError() {
        Invoice first = billed(contract(), "R-1", "2026-02-01");
        Invoice second = billed(contract(), "400", "R-2", "2026-03-01");
        assertThat(second.totals().withoutTax()).isEqualTo(eur("308.50"));
        BillingRecords records = records(kept(first), kept(second)).billed(runs.made());
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.reason(), each -> each.amount())
                .containsExactly(tuple(Reason.ERROR, eur("1.50")));
        assertThat(only(records, "R-2").amount()).isEqualTo(eur("310.00"));
    }

    /** The fee of January is taxed otherwise, as turns out in March: R-2 gives 310.00 back of R-1 and bills them anew; the contract is as it was, so that it corrects an error. */
    @Test
    void whatIsOnlyTaxedOtherwiseCorrectsAnError() {
        Billing before = Billing.engine().taxes(TaxTable.of(TaxTreatment.standard("19")));
        Billing after = Billing.engine()
                .taxes(TaxTable.of(TaxTreatment.reverseCharge()).correctedFrom(LocalDate.of(2026, 1, 1)));
        BillRun january = before.bill(contract(), USED, BilledPeriods.none(), LocalDate.of(2026, 2, 1));
        BillRun february = after.bill(contract(), USED, BilledPeriods.none().after(january), LocalDate.of(2026, 3, 1));
        BillingRecords records = records(
                        kept(january.documents().get(0).issue("R-1", "2026-02-01")),
                        kept(february.documents().get(0).issue("R-2", "2026-03-01")))
                .billed(List.of(january, february));
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.key(), each -> each.reason(), each -> each.amount(), each -> each.lines())
                .containsExactly(tuple("R-2", Reason.ERROR, eur("351.50"), 2L));
        assertThat(only(records, "R-2").amount()).isEqualTo(eur("661.50"));
    }

    /** Of R-1 nothing is known, 1.50 of its calls are given back by G-1 and 1.00 by G-2: a credit note bills nothing that another could give back. */
    @Test
    void whatGivesBackWasNotBilledByIt() {
        billed(contract(), "R-1", "2026-02-01");
        Invoice first = billed(contract(), "400", "G-1", "2026-02-10");
        Invoice second = billed(contract(), "390", "G-2", "2026-02-11");
        BillingRecords records = records(kept(first), kept(second)).billed(runs.made());
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("G-1"), InvoiceNumber.of("G-2"));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .hasSize(2)
                .allSatisfy(note -> assertThat(note.dates()).containsOnlyKeys(Stage.UNLINKED));
    }

    /** A corrected invoice that refers to two, or to none, stands in the place of no one: it is an invoice, and what it corrects is not known. */
    @Test
    void aCorrectedInvoiceReplacesOne() {
        Invoice other = draft("380").line(line("1", "50.00")).build().issue("H-2", "2026-02-01");
        Invoice ofTwo = draft("384")
                .references(DocumentReferences.none()
                        .with(PrecedingInvoice.of(byHand()))
                        .with(PrecedingInvoice.of(other)))
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(line("1", "140.00"))
                .build()
                .issue("H-3", "2026-02-10");
        Invoice ofNone = draft("384")
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(line("1", "90.00"))
                .build()
                .issue("H-4", "2026-02-11");
        BillingRecords records = records(kept(byHand()), kept(other), kept(ofTwo), kept(ofNone));
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("H-3"), InvoiceNumber.of("H-4"));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.corrections()).isEmpty());
    }

    /** A credit note of 5.00 with a line that a run charged: that it bills less than nothing is reported, and it is no invoice. */
    @Test
    void lessThanNothingIsNotBilled() {
        Invoice charged = billed(contract(), "R-1", "2026-02-01");
        Invoice note = draft("381")
                .line(line("1", "5.00").identified(charged.lines().get(0).id().orElseThrow()))
                .build()
                .issue("G-1", "2026-02-10");
        BillingRecords records = records(kept(charged), kept(note)).billed(runs.made());
        assertThat(records.invoices().knownAt(Instant.MAX))
                .filteredOn(each -> each.date(Stage.ISSUED).isPresent())
                .extracting(IssuedInvoice::key)
                .containsExactly("R-1");
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("G-1"));
        assertThat(only(records, "R-1").corrections()).isEmpty();
    }

    /** A bonus of 10.00 a month was agreed: R-1 bills 341.50, and gives back of nothing. */
    @Test
    void whatWasAgreedToBeNegativeGivesNothingBack() {
        ChargeModel bonus = input -> ChargeBreakdown.of(
                Step.of("fee", Fraction.ZERO, Expression.of(new BigDecimal("-10")), "charge.flat", "flat fee: {1}"));
        ContractHistory generous = ContractHistory.of(
                Contract.builder("C-1")
                        .customer("GLOBEX")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.recurring("platform", FlatFee.of("310")))
                        .charge(Charge.usage("calls", "calls", PerUnit.of("0.10")))
                        .charge(Charge.recurring("bonus", bonus))
                        .build(),
                Instant.parse("2025-12-01T00:00:00Z"));
        BillingRecords records =
                records(kept(billed(generous, "R-1", "2026-02-01"))).billed(runs.made());
        assertThat(only(records, "R-1").amount()).isEqualTo(eur("341.50"));
        assertThat(only(records, "R-1").lines()).isEqualTo(3);
        assertThat(records.unlinked()).isEmpty();
    }

    /** 1.50 of R-1: the credit note bills nothing itself. */
    @Test
    void aCreditNoteThatOnlyGivesBackIsNoInvoice() {
        Invoice first = billed(contract(), "R-1", "2026-02-01");
        Invoice note = billed(contract(), "400", "G-1", "2026-02-10");
        BillingRecords records = records(kept(first), kept(note)).billed(runs.made());
        assertThat(records.invoices().knownAt(Instant.MAX))
                .extracting(IssuedInvoice::key)
                .containsExactly("R-1");
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.key(), each -> each.amount())
                .containsExactly(tuple("G-1", eur("1.50")));
    }

    /** R-1 is not known, of which G-1 gives 311.50 back; the 20.00 that it bills are its own all the same. */
    @Test
    void aCreditNoteBillsItsOwnWhateverItGivesBackOf() {
        billed(contract(), "R-1", "2026-02-01");
        Invoice note = billed(amended(contract(), "20", "2026-01-01"), "400", "G-1", "2026-02-20");
        BillingRecords records = records(kept(note)).billed(runs.made());
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("G-1"));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .filteredOn(each -> each.date(Stage.ISSUED).isPresent())
                .extracting(IssuedInvoice::key, IssuedInvoice::amount, IssuedInvoice::lines)
                .containsExactly(tuple("G-1", eur("20.00"), 1L));
    }
}
