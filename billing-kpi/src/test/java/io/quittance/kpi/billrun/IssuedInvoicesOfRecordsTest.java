package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.FEBRUARY;
import static io.quittance.kpi.billrun.Sample.MARCH;
import static io.quittance.kpi.billrun.Sample.USED;
import static io.quittance.kpi.billrun.Sample.amended;
import static io.quittance.kpi.billrun.Sample.contract;
import static io.quittance.kpi.billrun.Sample.eur;
import static io.quittance.kpi.billrun.Sample.kept;
import static io.quittance.kpi.billrun.Sample.measure;
import static io.quittance.kpi.billrun.Sample.sent;
import static io.quittance.kpi.billrun.Sample.usage;
import static io.quittance.kpi.billrun.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.RepeatBusiness;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.billrun.Sample.Runs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-1 of 1 February bills January: 310.00 and 41.50, together 351.50. What is expected was worked out by hand. */
class IssuedInvoicesOfRecordsTest {
    private static final Runs RUNS = new Runs();
    private static final BillRun JANUARY = RUNS.run(contract(), USED, "2026-02-01");
    private static final Invoice R1 = JANUARY.documents().get(0).issue("R-1", "2026-02-01");

    private static BillingRecords records(IssuedDocument... documents) {
        return BillingRecords.of(List.of(documents), BERLIN);
    }

    private static IssuedInvoice only(BillingRecords records, String key) {
        return records.invoices().knownAt(Instant.MAX).stream()
                .filter(invoice -> invoice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Invoice credit(CorrectionReason reason) {
        return Creditable.of(R1).credit(Correction.of(reason)).line(1).draft().issue("G-1", "2026-02-20");
    }

    @Test
    void readsWhatTheDocumentSays() {
        IssuedInvoice invoice = only(records(kept(R1)), "R-1");
        assertThat(invoice.customer()).isEqualTo("GLOBEX");
        assertThat(invoice.lines()).isEqualTo(2);
        assertThat(invoice.amount()).isEqualTo(eur("351.50"));
        assertThat(invoice.dates())
                .containsOnly(
                        Map.entry(Stage.SERVICE_END, LocalDate.of(2026, 1, 31)),
                        Map.entry(Stage.ISSUED, LocalDate.of(2026, 2, 1)));
        assertThat(invoice.automatic()).isFalse();
        assertThat(invoice.preparer()).isNull();
        assertThat(invoice.recordedAt()).isEqualTo(Instant.parse("2026-01-31T23:00:00Z")); // midnight in Berlin
    }

    /** Sent on 3 February: 3 days after the end of the service, and not known the day before. */
    @Test
    void whatHappensToADocumentBecomesKnownAsItHappens() {
        BillingRecords records = records(sent(R1, "2026-02-01T08:00:00Z", "2026-02-03T08:00:00Z"));
        assertThat(value(BillingTime.invoicingLag(Statistic.MEAN), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.of(3));
        assertThat(records.invoices().knownAt(Instant.parse("2026-02-02T08:00:00Z")))
                .singleElement()
                .satisfies(before -> assertThat(before.date(Stage.SENT)).isEmpty());
        assertThat(records.invoices().knownAt(Instant.parse("2026-02-01T07:59:59Z")))
                .isEmpty();
        assertThat(only(records, "R-1").automatic()).isTrue();
    }

    @Test
    void aPersonWhoDraftsApprovesOrIssuesItMakesIt() {
        DocumentLife drafted = DocumentLife.none()
                .with(Sample.by("d", DocumentStage.DRAFT, "2026-02-01T07:00:00Z", "clerk-7"))
                .with(DocumentEvent.of("i", DocumentStage.ISSUED, Instant.parse("2026-02-01T09:00:00Z")));
        IssuedInvoice invoice = only(records(kept(R1).lived(drafted)), "R-1");
        assertThat(invoice.preparer()).isEqualTo("clerk-7");
        assertThat(invoice.date(Stage.DRAFTED)).contains(LocalDate.of(2026, 2, 1));
        DocumentLife approved = DocumentLife.none()
                .with(Sample.by("a", DocumentStage.APPROVED, "2026-02-01T07:00:00Z", "clerk-8"))
                .with(DocumentEvent.of("i", DocumentStage.ISSUED, Instant.parse("2026-02-01T09:00:00Z")));
        assertThat(only(records(kept(R1).lived(approved)), "R-1").automatic()).isFalse();
        assertThat(only(records(kept(R1).lived(approved)), "R-1").preparer()).isNull();
        assertThat(only(records(kept(R1).lived(approved)), "R-1").date(Stage.APPROVED))
                .contains(LocalDate.of(2026, 2, 1));
        DocumentLife approvedLate = DocumentLife.none()
                .with(DocumentEvent.of("i", DocumentStage.ISSUED, Instant.parse("2026-02-01T09:00:00Z")))
                .with(Sample.by("a", DocumentStage.APPROVED, "2026-02-03T07:00:00Z", "clerk-8"));
        assertThat(only(records(kept(R1).lived(approvedLate)), "R-1").automatic())
                .isTrue();
    }

    /** 41.50 of 351.50 are given back for an error: accuracy is 0 % by number and amount, and 50 % by lines. */
    @Test
    void aCreditNoteCorrectsTheInvoiceThatItRefersTo() {
        BillingRecords records = records(kept(R1), kept(credit(CorrectionReason.ERROR)));
        assertThat(only(records, "R-1").corrections())
                .containsExactly(io.quittance.kpi.billing.Correction.of(
                        "G-1",
                        LocalDate.of(2026, 2, 20),
                        io.quittance.kpi.billing.Correction.Reason.ERROR,
                        eur("41.50"),
                        1));
        assertThat(records.invoices().knownAt(Instant.MAX)).hasSize(1);
        assertThat(value(InvoiceAccuracy.within(30), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.ZERO);
        assertThat(value(InvoiceAccuracy.within(30).byLines(), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.of(50));
        assertThat(value(BillingVolume.gross(), records.invoices(), FEBRUARY)).isEqualTo(Fraction.of(703, 2));
        assertThat(value(BillingVolume.net(), records.invoices(), FEBRUARY)).isEqualTo(Fraction.of(310));
        assertThat(records.unlinked()).isEmpty();
    }

    @Test
    void aPastDateDoesNotKnowTheCorrection() {
        var then = AsOf.of("2026-03-05", "2026-02-19T12:00:00Z");
        var before = measure(BillingVolume.net(), records(kept(R1)).invoices(), FEBRUARY, then);
        assertThat(before.value()).contains(Fraction.of(703, 2));
        assertThat(measure(
                        BillingVolume.net(),
                        records(kept(R1), kept(credit(CorrectionReason.ERROR))).invoices(),
                        FEBRUARY,
                        then))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"GOODWILL, GOODWILL", "RETURN, RETURN", "CONTRACT_CHANGE, CONTRACT_CHANGE"})
    void onlyErrorsMakeAnInvoiceWrong(CorrectionReason said, io.quittance.kpi.billing.Correction.Reason read) {
        BillingRecords records = records(kept(R1), kept(credit(said)));
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.reason())
                .containsExactly(read);
        assertThat(value(InvoiceAccuracy.within(30), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.of(100));
        assertThat(value(AdjustmentRate.byCount().because(read), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.of(100));
    }

    @Test
    void aReasonThatTheDocumentDoesNotSayIsNeverGuessed() {
        BillingRecords records = records(kept(R1), kept(credit(CorrectionReason.DISPUTE)));
        assertThatIllegalArgumentException()
                .isThrownBy(records::invoices)
                .withMessage("reasons must say why a document corrects that does not say so itself, but was G-1");
        var because =
                records.because(Map.of(InvoiceNumber.of("G-1"), io.quittance.kpi.billing.Correction.Reason.GOODWILL));
        assertThat(only(because, "R-1").corrections())
                .extracting(each -> each.reason())
                .containsExactly(io.quittance.kpi.billing.Correction.Reason.GOODWILL);
    }

    /** A credit note out of an invoice that is not among the records, and one by hand that names none. */
    @Test
    void aCreditNoteWithoutItsInvoiceIsReported() {
        Invoice byHand = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .type(InvoiceType.CREDIT_NOTE)
                .paymentTerms(PaymentTerms.net(0))
                .line(InvoiceLine.priced("Back", BigDecimal.ONE, "C62", eur("5.00"), Rounding.halfUp(2)))
                .build()
                .issue("G-2", "2026-02-21");
        BillingRecords records = records(kept(byHand), kept(credit(CorrectionReason.ERROR)));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .containsExactly(
                        IssuedInvoice.of("G-1", "GLOBEX", 0, eur("0"), Instant.parse("2026-02-19T23:00:00Z"))
                                .with(Stage.UNLINKED, LocalDate.of(2026, 2, 20)),
                        IssuedInvoice.of("G-2", "GLOBEX", 0, eur("0"), Instant.parse("2026-02-20T23:00:00Z"))
                                .with(Stage.UNLINKED, LocalDate.of(2026, 2, 21)));
        assertThat(records.unlinked()).containsExactly(InvoiceNumber.of("G-1"), InvoiceNumber.of("G-2"));
        BillingRecords invoiced = records(kept(R1), kept(byHand));
        for (Kpi<EventFigures<IssuedInvoice>> kpi : List.of(
                AdjustmentRate.byCount(),
                AdjustmentRate.byAmount().because(io.quittance.kpi.billing.Correction.Reason.ERROR),
                BillingVolume.net())) {
            KpiResult february = measure(kpi, invoiced.invoices(), FEBRUARY, Sample.END_OF_APRIL);
            assertThat(february.value())
                    .contains(kpi.equals(BillingVolume.net()) ? Fraction.of(703, 2) : Fraction.ZERO);
            assertThat(february.basis().exclusions()).containsExactly("UNLINKED_CREDITS");
            assertThat(measure(kpi, invoiced.invoices(), FEBRUARY, AsOf.of("2026-03-05", "2026-02-20T22:59:59Z"))
                            .basis()
                            .exclusions())
                    .isEmpty();
            assertThat(measure(kpi, invoiced.invoices(), MARCH, Sample.END_OF_APRIL)
                            .basis()
                            .exclusions())
                    .isEmpty();
        }
        assertThat(measure(BillingVolume.gross(), invoiced.invoices(), FEBRUARY, Sample.END_OF_APRIL)
                        .basis()
                        .exclusions())
                .isEmpty();
        assertThat(value(BillingVolume.invoices(), invoiced.invoices(), FEBRUARY))
                .isEqualTo(Fraction.ONE);
    }

    /** Replaced by one of 300.00: 351.50 are given back, 300.00 billed anew. */
    @Test
    void aCorrectedInvoiceCorrectsAllOfTheOther() {
        InvoiceDraft right = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Platform", BigDecimal.ONE, "C62", eur("300.00"), Rounding.halfUp(2)))
                .build();
        Invoice corrected = Creditable.of(R1)
                .corrected(Correction.of(CorrectionReason.ERROR), right)
                .issue("R-2", "2026-02-10");
        BillingRecords records = records(kept(R1), kept(corrected));
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.key(), each -> each.amount(), each -> each.lines())
                .containsExactly(tuple("R-2", eur("351.50"), 2L));
        assertThat(only(records, "R-2").corrections()).isEmpty();
        assertThat(value(BillingVolume.invoices(), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.of(2));
        assertThat(value(BillingVolume.net(), records.invoices(), FEBRUARY)).isEqualTo(Fraction.of(300));
        BillingRecords alone = records(kept(corrected));
        assertThat(alone.unlinked()).containsExactly(InvoiceNumber.of("R-2"));
        KpiResult net = measure(BillingVolume.net(), alone.invoices(), FEBRUARY, Sample.END_OF_APRIL);
        assertThat(net.value()).contains(Fraction.of(300));
        assertThat(net.basis().exclusions()).containsExactly("UNLINKED_CREDITS");
    }

    /** A debit note (383) of 8.50 asks for more of R-1: net are 360.00. */
    @Test
    void aDebitNoteAsksForMore() {
        Invoice more = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .type(new InvoiceType("383"))
                .paymentTerms(PaymentTerms.net(30))
                .references(DocumentReferences.none().with(PrecedingInvoice.of(R1)))
                .correction(Correction.of(CorrectionReason.ERROR))
                .line(InvoiceLine.priced("Calls", BigDecimal.ONE, "C62", eur("8.50"), Rounding.halfUp(2)))
                .build()
                .issue("D-1", "2026-02-12");
        BillingRecords records = records(kept(R1), kept(more));
        assertThat(only(records, "R-1").corrections())
                .extracting(each -> each.amount())
                .containsExactly(eur("-8.50"));
        assertThat(value(BillingVolume.net(), records.invoices(), FEBRUARY)).isEqualTo(Fraction.of(360));
    }

    /** From 1 January on the fee is 300.00, as becomes known in February: R-2 gives 310.00 back, and bills 300.00 twice. */
    @Test
    void whatARunGivesBackOnALaterInvoiceCorrectsTheOneThatBilledIt() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        ContractHistory cheaper = amended(contract(), "300", "2026-01-01");
        Invoice second =
                runs.run(cheaper, USED, "2026-03-01").documents().get(0).issue("R-2", "2026-03-01");
        assertThat(second.totals().withoutTax()).isEqualTo(eur("290.00"));
        BillingRecords records = records(kept(first), kept(second)).billed(runs.made());
        assertThat(only(records, "R-1").corrections())
                .containsExactly(io.quittance.kpi.billing.Correction.of(
                        "R-2",
                        LocalDate.of(2026, 3, 1),
                        io.quittance.kpi.billing.Correction.Reason.CONTRACT_CHANGE,
                        eur("310.00"),
                        1));
        assertThat(only(records, "R-2").amount()).isEqualTo(eur("600.00"));
        assertThat(value(BillingVolume.net(), records.invoices(), MARCH)).isEqualTo(Fraction.of(290));
        assertThat(value(InvoiceAccuracy.within(30), records.invoices(), FEBRUARY))
                .isEqualTo(Fraction.of(100));
        assertThat(records.unlinked()).isEmpty();
    }

    /** 400 calls instead of 415 turn out on 10 February: a credit note of 1.50 that names no invoice. */
    @Test
    void aCreditNoteOfARunCorrectsTheInvoiceOfItsLines() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        InvoiceDraft back =
                runs.run(contract(), usage("400"), "2026-02-10").documents().get(0);
        assertThat(back.references().preceding()).isEmpty();
        IssuedDocument note = kept(back.issue("G-1", "2026-02-10"));
        BillingRecords records = records(kept(first), note).billed(runs.made());
        assertThat(only(records, "R-1").corrections())
                .containsExactly(io.quittance.kpi.billing.Correction.of(
                        "G-1",
                        LocalDate.of(2026, 2, 10),
                        io.quittance.kpi.billing.Correction.Reason.ERROR,
                        eur("1.50"),
                        1));
        assertThat(records(kept(first), note).unlinked()).containsExactly(InvoiceNumber.of("G-1"));
    }

    /** 430 calls: 1.50 more are billed in March, and R-1 stays right. */
    @Test
    void usageThatCameLateIsBilledAndCorrectsNothing() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice second = runs.run(contract(), usage("430"), "2026-03-01")
                .documents()
                .get(0)
                .issue("R-2", "2026-03-01");
        BillingRecords records = records(kept(first), kept(second)).billed(runs.made());
        assertThat(only(records, "R-1").corrections()).isEmpty();
        assertThat(only(records, "R-2").amount()).isEqualTo(eur("311.50"));
        assertThat(only(records, "R-2").date(Stage.SERVICE_END)).contains(LocalDate.of(2026, 2, 28));
    }

    @Test
    void refusesACorrectionOfALaterInvoice() {
        Invoice early = Creditable.of(R1)
                .credit(Correction.of(CorrectionReason.ERROR))
                .line(1)
                .draft()
                .issue("G-1", "2026-01-31");
        BillingRecords records = records(kept(R1), kept(early));
        assertThatIllegalArgumentException()
                .isThrownBy(records::invoices)
                .withMessage("documents must not correct an invoice of a later date, but was G-1");
    }

    /** Of R-1, 41.50 were credited by G-1, and all of it is credited by a run as if it had not been: R-1 is what billed it. */
    @Test
    void aCreditNoteBillsNothingThatARunCouldGiveBack() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice note = Creditable.of(first)
                .credit(Correction.of(CorrectionReason.GOODWILL))
                .line(1)
                .draft()
                .issue("G-1", "2026-02-05");
        Invoice back = runs.run(contract(), usage("0"), "2026-02-10")
                .documents()
                .get(0)
                .issue("G-2", "2026-02-10");
        BillingRecords all = records(kept(first), kept(note), kept(back)).billed(runs.made());
        assertThat(only(all, "R-1").corrections())
                .extracting(each -> each.key())
                .containsExactly("G-1", "G-2");
        BillingRecords without = records(kept(note), kept(back)).billed(runs.made());
        assertThat(without.unlinked()).containsExactly(InvoiceNumber.of("G-1"), InvoiceNumber.of("G-2"));
    }

    /** R-1 of February; of March, of which R-3 only renews: GLOBEX comes again with all of them, and with R-2 alone only because of R-1. */
    @Test
    void theHostSaysWhatOnlyRenews() {
        Invoice second = JANUARY.documents().get(0).issue("R-2", "2026-03-02");
        Invoice third = JANUARY.documents().get(0).issue("R-3", "2026-03-03");
        BillingRecords all =
                records(kept(R1), kept(second), sent(third, "2026-03-03T08:00:00Z", "2026-03-04T08:00:00Z"));
        assertThat(value(RepeatBusiness.inPeriod().withoutRenewals(), all.invoices(), MARCH))
                .isEqualTo(Fraction.of(100));
        BillingRecords told = all.renewals(invoice -> invoice.issueDate().isAfter(LocalDate.of(2026, 3, 2)));
        assertThat(value(RepeatBusiness.inPeriod(), told.invoices(), MARCH)).isEqualTo(Fraction.of(100));
        KpiResult without =
                measure(RepeatBusiness.inPeriod().withoutRenewals(), told.invoices(), MARCH, Sample.END_OF_APRIL);
        assertThat(without.value()).contains(Fraction.ZERO);
        assertThat(without.basis().exclusions()).containsExactly("RENEWAL");
        assertThat(value(RepeatBusiness.ever().withoutRenewals(), told.invoices(), MARCH))
                .isEqualTo(Fraction.of(100));
        assertThat(only(told, "R-3").renewal()).isTrue();
        assertThat(only(told, "R-3").automatic()).isTrue();
        assertThat(only(told.renewals(invoice -> false), "R-3").renewal()).isFalse();
    }

    /** What was given before or after stays, whichever comes first. */
    @Test
    void renewalsStayWhereMoreIsGiven() {
        var reasons = Map.of(InvoiceNumber.of("G-1"), io.quittance.kpi.billing.Correction.Reason.ERROR);
        BillingRecords last = records(kept(R1))
                .billed(RUNS.made())
                .planned(BillingCalendar.of(List.of(contract()), FEBRUARY, Instant.MAX))
                .because(reasons)
                .renewals(R1::equals);
        BillingRecords first = records(kept(R1))
                .renewals(R1::equals)
                .billed(RUNS.made())
                .planned(BillingCalendar.of(List.of(contract()), FEBRUARY, Instant.MAX))
                .because(reasons);
        assertThat(first).isEqualTo(last);
        assertThat(first.renewals()).containsExactly(InvoiceNumber.of("R-1"));
    }

    @Test
    void refusesTwoDocumentsOfOneNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> records(kept(R1), kept(R1)))
                .withMessage("documents must have each number once, but was R-1");
    }

    /** Whatever becomes known later, and in whichever order it is given, a question of a past time is answered as before. */
    @Property(tries = 60)
    void laterFactsChangeNoPastAnswer(@ForAll @IntRange(min = 0, max = 60) int day, @ForAll boolean turned) {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        ContractHistory cheaper = amended(contract(), "300", "2026-01-01");
        List<BillRun> before = runs.made();
        Invoice second =
                runs.run(cheaper, USED, "2026-03-01").documents().get(0).issue("R-2", "2026-03-01");
        Invoice note = Creditable.of(first)
                .credit(Correction.of(CorrectionReason.ERROR))
                .line(1)
                .draft()
                .issue("G-1", "2026-03-10");
        var asked = LocalDate.of(2026, 1, 20)
                .plusDays(day)
                .atTime(12, 0)
                .atZone(BERLIN)
                .toInstant();
        boolean isSecondKnown = asked.isAfter(Instant.parse("2026-02-28T23:00:00Z"));
        boolean isNoteKnown = asked.isAfter(Instant.parse("2026-03-09T23:00:00Z"));
        List<IssuedDocument> known = Stream.of(
                        Optional.of(first),
                        Optional.of(second).filter(any -> isSecondKnown),
                        Optional.of(note).filter(any -> isNoteKnown))
                .flatMap(Optional::stream)
                .map(Sample::kept)
                .toList();
        BillingRecords then = BillingRecords.of(known, BERLIN).billed(isSecondKnown ? runs.made() : before);
        BillingRecords now = (turned
                        ? records(kept(note), kept(second), kept(first))
                        : records(kept(first), kept(second), kept(note)))
                .billed(runs.made());
        assertThat(now.invoices().knownAt(asked)).isEqualTo(then.invoices().knownAt(asked));
        assertThat(now.billable().knownAt(asked)).isEqualTo(then.billable().knownAt(asked));
    }

    private static Invoice of(ServicePeriod... days) {
        var draft = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .paymentTerms(PaymentTerms.net(30));
        for (ServicePeriod each : days) {
            draft.line(InvoiceLine.priced("Work", BigDecimal.ONE, "C62", eur("10.00"), Rounding.halfUp(2))
                    .during(each));
        }
        return draft.build().issue("H-1", "2026-02-05");
    }

    private static Optional<LocalDate> serviceEnd(Invoice invoice) {
        return only(records(kept(invoice)), "H-1").date(Stage.SERVICE_END);
    }

    /** Of December, January and March, issued on 5 February: the service ended on 31 January; of what bills only ahead, March and April, on 30 April. */
    @Test
    void theServiceEndsOnTheLastDayThatWasServed() {
        var december = ServicePeriod.of("2025-12-01", "2026-01-01");
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        var april = ServicePeriod.of("2026-04-01", "2026-05-01");
        assertThat(serviceEnd(of(january, december, MARCH))).contains(LocalDate.of(2026, 1, 31));
        assertThat(serviceEnd(of(april, MARCH))).contains(LocalDate.of(2026, 4, 30));
    }

    /** A clerk closed the usage of January and sent the invoice; it was made by a machine all the same. */
    @Test
    void whoClosesTheUsageOrSendsItDoesNotMakeIt() {
        DocumentLife life = DocumentLife.none()
                .with(Sample.by("c", DocumentStage.CUT_OFF, "2026-02-01T06:00:00Z", "clerk-7"))
                .with(DocumentEvent.of("i", DocumentStage.ISSUED, Instant.parse("2026-02-01T09:00:00Z")))
                .with(Sample.by("s", DocumentStage.SENT, "2026-02-01T09:00:00Z", "clerk-7"));
        IssuedInvoice invoice = only(records(kept(R1).lived(life)), "R-1");
        assertThat(invoice.automatic()).isTrue();
        assertThat(invoice.preparer()).isNull();
        assertThat(invoice.date(Stage.CUT_OFF)).contains(LocalDate.of(2026, 2, 1));
    }

    /** No line says its days; the invoice as a whole is of January. */
    @Test
    void theServiceEndsAsTheInvoiceSaysWhereNoLineDoes() {
        Invoice byHand = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .paymentTerms(PaymentTerms.net(30))
                .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
                .line(InvoiceLine.priced("Work", BigDecimal.ONE, "C62", eur("10.00"), Rounding.halfUp(2)))
                .build()
                .issue("H-1", "2026-02-05");
        assertThat(serviceEnd(byHand)).contains(LocalDate.of(2026, 1, 31));
    }
}
