package io.quittance.core.invoice;

import static io.quittance.core.invoice.CorrectionReason.GOODWILL;
import static io.quittance.core.invoice.CorrectionReason.RETURN;
import static io.quittance.core.invoice.Documents.eur;
import static io.quittance.core.tax.TaxTreatment.standard;
import static io.quittance.core.tax.TaxTreatment.zeroRated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Delivery;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.money.Monetary;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The cents of credit notes where lines, taxes and notes mix, by hand; and what is refused of what a host has stored
 * itself.
 */
class CreditPartsTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final Correction RETURNED = Correction.of(RETURN);

    private static InvoiceLine line(String quantity, String price, TaxTreatment... taxes) {
        return InvoiceLine.priced("Goods", new BigDecimal(quantity), "H87", eur(price), CENTS)
                .taxed(taxes);
    }

    private static InvoiceLine billed(long quantity, String amount, Explanation... reasons) {
        return InvoiceLine.billed("Calls", Fraction.of(quantity), "MIN", eur(amount), List.of(reasons))
                .taxed(standard("19"));
    }

    private static InvoiceDraft.Builder draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR).paymentTerms(PaymentTerms.net(30));
        List.of(lines).forEach(builder::line);
        return builder;
    }

    private static Creditable left(InvoiceDraft.Builder draft, InvoiceDraft... notes) {
        Invoice invoice = draft.build().issue("R-1", "2026-01-31");
        var issued = new ArrayList<Invoice>();
        for (InvoiceDraft note : notes) {
            issued.add(note.issue("G-" + (issued.size() + 1), "2026-02-01"));
        }
        return Creditable.of(invoice, issued);
    }

    /** What is left after as many notes of one piece of the first line, all drafted before any of them was issued. */
    private static Creditable afterSideBySide(int notes, InvoiceDraft.Builder draft) {
        InvoiceDraft one =
                left(draft).credit(RETURNED).quantity(0, BigDecimal.ONE).draft();
        return left(draft, Collections.nCopies(notes, one).toArray(new InvoiceDraft[0]));
    }

    private static void assertTotals(InvoiceDraft note, String withoutTax, String tax, String rounding) {
        assertThat(note.totals().withoutTax()).isEqualTo(eur(withoutTax));
        assertThat(note.totals().tax()).isEqualTo(eur(tax));
        assertThat(note.totals().rounding()).isEqualTo(eur(rounding));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** 9.00 are 10 % of 90.00 only where all of it is given back; half of it is 4.50. */
    @Test
    void anAllowanceIsAPercentageOnlyAsAWhole() {
        var off = AllowanceCharge.allowance(BigDecimal.TEN, eur("90"), CENTS).taxed(standard("19"));
        Creditable left = left(draft(line("2", "45", standard("19"))).allowanceCharge(off));
        assertThat(left.whole(RETURNED).allowanceCharges()).containsExactly(off);
        assertThat(left.credit(RETURNED).quantity(0, BigDecimal.ONE).draft().allowanceCharges())
                .containsExactly(AllowanceCharge.allowance(eur("4.50")).taxed(standard("19")));
    }

    /** Freight at 19 % goes with the line at 19 % alone, 4.00 with 50.00; an allowance at 7 % with the one at 7 %. */
    @Test
    void aChargeGoesWithTheLinesThatAreTaxedSo() {
        Creditable left = left(draft(line("1", "50", standard("19")), line("1", "150", standard("7")))
                .allowanceCharge(AllowanceCharge.charge(eur("4")).taxed(standard("19")))
                .allowanceCharge(AllowanceCharge.allowance(eur("15")).taxed(standard("7"))));
        // 54.00 at 19 %; 135.00 at 7 %
        assertTotals(left.credit(RETURNED).line(0).draft(), "54.00", "10.26", "0");
        assertTotals(left.credit(RETURNED).line(1).draft(), "135.00", "9.45", "0");
    }

    /**
     * The whole of a line is shown as it was invoiced, with its reasons; 3 at 0.335 that were stated as 1.00 stay so.
     */
    @Test
    void theWholeOfALineKeepsItsPriceAndItsReasons() {
        Creditable left = left(draft(billed(3, "3.20", Explanation.of("test", "as counted"))));
        InvoiceLine back = left.credit(RETURNED).line(0).draft().lines().get(0);
        assertThat(back.explanations())
                .extracting(Explanation::text)
                .containsExactly("as counted", "3 of 3 taken back, 0 before");
        InvoiceLine stated = InvoiceLine.stated(
                "Calls", new BigDecimal("3"), "MIN", UnitPrice.of(eur("0.335")), eur("1.00"), List.of());
        InvoiceLine all = left(draft(stated)).whole(RETURNED).lines().get(0);
        assertThat(all.price()).isEqualTo(UnitPrice.of(eur("0.335")));
        assertThat(all.goods()).isEqualTo(eur("1.00"));
    }

    /** All of the price is given back, and no piece: one at 100.00, not ten. */
    @Test
    void allOfAnAmountIsNotTheWholeOfALine() {
        InvoiceDraft note = left(draft(line("10", "10", standard("19"))))
                .credit(RETURNED)
                .amount(0, eur("100"))
                .draft();
        assertThat(note.lines().get(0).quantity()).isEqualByComparingTo("1");
        assertThat(note.lines().get(0).unit()).isEqualTo("C62");
        assertThat(note.lines().get(0).price()).isEqualTo(UnitPrice.of(eur("100")));
    }

    /**
     * 1000.00 less 990.00 are 10.00, of which a third is 3.33: that is 333.00 less 329.67, 0.333 of both. Of 0.01 that
     * is nothing, and is not shown.
     */
    @Test
    void aPartOfALineHasThatPartOfItsAllowancesWhichItHasOfItsAmount() {
        Creditable left = left(draft(billed(3, "1000")
                .with(AllowanceCharge.allowance(eur("990")))
                .with(AllowanceCharge.allowance(eur("0.01")))
                .with(AllowanceCharge.charge(eur("0.01")))));
        InvoiceLine third = left.credit(RETURNED)
                .quantity(0, BigDecimal.ONE)
                .draft()
                .lines()
                .get(0);
        assertThat(third.netAmount()).isEqualTo(eur("3.33"));
        assertThat(third.goods()).isEqualTo(eur("333.00"));
        assertThat(third.allowanceCharges()).containsExactly(AllowanceCharge.allowance(eur("329.67")));
    }

    /**
     * Ten were free; of the 10.00 that are charged for the document, half is given back. None comes back: one piece for
     * nothing is shown.
     */
    @Test
    void aShareOfALineOfNothingIsOnePiece() {
        InvoiceDraft note = left(draft(line("10", "0", standard("19")))
                        .allowanceCharge(AllowanceCharge.charge(eur("10")).taxed(standard("19"))))
                .share(Correction.of(GOODWILL), Fraction.of(1, 2));
        assertThat(note.lines()).hasSize(1);
        assertThat(note.lines().get(0).quantity()).isEqualByComparingTo("1");
        assertThat(note.lines().get(0).unit()).isEqualTo("C62");
        assertThat(note.lines().get(0).netAmount()).isEqualTo(eur("0"));
        assertTotals(note, "5.00", "0.95", "0");
    }

    /** A part of a line that gives back is one piece less. */
    @Test
    void anAmountOfALineThatGivesBackIsOnePieceLess() {
        InvoiceDraft note = left(draft(line("10", "10", standard("19")), line("-2", "10", standard("19"))))
                .credit(RETURNED)
                .amount(0, eur("30"))
                .amount(1, eur("-5"))
                .draft();
        assertThat(note.lines().get(1).quantity()).isEqualByComparingTo("-1");
        assertThat(note.lines().get(1).unit()).isEqualTo("C62");
        assertThat(note.lines().get(1).price()).isEqualTo(UnitPrice.of(eur("5")));
        assertTotals(note, "25.00", "4.75", "0");
    }

    /** A tenth of 100.00; the line that was free bears nothing and is not in the note. */
    @Test
    void aShareLeavesOutLinesThatAreFree() {
        InvoiceDraft note = left(draft(line("10", "10", standard("19")), line("1", "0", standard("19"))))
                .share(RETURNED, Fraction.of(1, 10));
        assertThat(note.lines()).extracting(InvoiceLine::netAmount).containsExactly(eur("10"));
        refused(
                () -> left(draft(line("10", "10"))).share(RETURNED, Fraction.of(2)),
                "share must be more than 0 and at most 1, but was 2");
    }

    /** All of the first line was given back as a lower price; what is left of the invoice is the second. */
    @Test
    void whatIsLeftHasNoLineOfWhichOnlyPiecesAreLeft() {
        var draft = draft(line("10", "10", standard("19")), line("1", "50", standard("19")));
        InvoiceDraft price = left(draft).credit(RETURNED).amount(0, eur("100")).draft();
        InvoiceDraft rest = left(draft, price).whole(RETURNED);
        assertThat(rest.lines()).extracting(InvoiceLine::netAmount).containsExactly(eur("50"));
        // five of ten at 0.001 are already the cent, and all of the charge goes with it
        var cent = draft(line("10", "0.001", standard("19")))
                .allowanceCharge(AllowanceCharge.charge(eur("4")).taxed(standard("19")));
        InvoiceDraft half =
                left(cent).credit(RETURNED).quantity(0, new BigDecimal("5")).draft();
        assertTotals(half, "4.01", "0.76", "0");
        refused(
                () -> left(cent, half).whole(RETURNED),
                "creditNotes must leave something of invoice R-1 to credit, but was [G-1]");
    }

    /** No pieces, but 5.00 on top of them: that is given back. */
    @Test
    void aChargeOnALineOfNoPiecesIsGivenBack() {
        Creditable left = left(draft(line("0", "1", standard("19")).with(AllowanceCharge.charge(eur("5")))));
        InvoiceDraft note = left.credit(RETURNED).line(0).draft();
        assertTotals(note, "5.00", "0.95", "0");
        assertThat(left.whole(RETURNED)).isEqualTo(note);
    }

    /**
     * A line of nothing is credited only where it bears something: not a charge of nothing, nor one that other lines
     * bear.
     */
    @Test
    void aLineOfNothingBearsNoChargeOfNothingNorOfOtherLines() {
        Creditable nothing = left(draft(billed(0, "0"))
                .allowanceCharge(AllowanceCharge.charge(eur("0")).taxed(standard("19"))));
        refused(
                () -> nothing.credit(RETURNED).line(0),
                "lines[0] must have something left to credit, but was EUR 0.00");
        Creditable others = left(draft(billed(0, "0"), line("1", "10", standard("19")))
                .allowanceCharge(AllowanceCharge.charge(eur("4")).taxed(standard("19"))));
        refused(() -> others.credit(RETURNED).line(0), "lines[0] must have something left to credit, but was EUR 0.00");
        refused(
                () -> others.credit(RETURNED).amount(0, eur("1")),
                "lines[0].amount must not be 0, nor of a line that has none, but was EUR 1.00");
    }

    @Test
    void linesAreFoundByTheirId() {
        Creditable left =
                left(draft(line("1", "10").identified("a"), line("2", "20").identified("b")));
        assertThat(left.credit(RETURNED).line("b").draft())
                .isEqualTo(left.credit(RETURNED).line(1).draft());
    }

    /**
     * One rounding for the document: 10.02 at 19 % and 10.02 at 7 % bear 1.9038 and 0.7014, 2.61 together, so 1.91 and
     * 0.70. When all at 19 % is credited it is those 1.91, though 1.9038 alone are 1.90; and at 7 % what is left.
     */
    @Test
    void whatIsCreditedToItsEndGivesBackTheTaxOfTheInvoice() {
        var draft = draft(
                        line("1", "11.02", standard("19")),
                        line("1", "11.02", standard("7")),
                        line("1", "5", standard("19")).withStatus(InvoiceLine.Status.INFORMATION))
                .allowanceCharge(AllowanceCharge.allowance(eur("1")).taxed(standard("19")))
                .allowanceCharge(AllowanceCharge.allowance(eur("1")).taxed(standard("7")))
                .taxPolicy(new TaxOnTotal(CENTS));
        assertThat(left(draft).invoice().draft().taxes().subtotals())
                .extracting(TaxSubtotal::tax)
                .containsExactly(eur("1.91"), eur("0.70"));
        InvoiceDraft first = left(draft).credit(RETURNED).line(0).draft();
        assertTotals(first, "10.02", "1.91", "0");
        assertTotals(left(draft, first).whole(RETURNED), "10.02", "0.70", "0");
    }

    /** One of two at 50.00, each line rounded: 9.50. */
    @Test
    void aPartBearsItsTaxWhereLinesAreRounded() {
        assertTotals(
                left(draft(line("2", "50", standard("19"))).taxPolicy(new TaxPerLine(CENTS)))
                        .credit(RETURNED)
                        .quantity(0, BigDecimal.ONE)
                        .draft(),
                "50.00",
                "9.50",
                "0");
    }

    /** 238.00 less 23.80, tax in it and rounded by the line: half is 100.00 and 19.00, less 10.00 and 1.90. */
    @Test
    void theTaxWithinAnAllowanceGoesWithIt() {
        InvoiceDraft note = left(draft(line("2", "119", standard("19")))
                        .allowanceCharge(AllowanceCharge.allowance(eur("23.80")).taxed(standard("19")))
                        .pricesIncludeTax()
                        .taxPolicy(new TaxPerLine(CENTS)))
                .credit(RETURNED)
                .quantity(0, BigDecimal.ONE)
                .draft();
        assertTotals(note, "90.00", "17.10", "0");
        assertThat(note.totals().due()).isEqualTo(eur("107.10"));
    }

    /** EN 16931, BR-CO-17: of ten at 0.03 one is 0.0252 without tax, 0.03; on that 0.0057 of tax are due, 0.01. */
    @Test
    void thePartOfAPriceWithTaxHasTheTaxOfItsNet() {
        InvoiceDraft note = left(draft(line("10", "0.03", standard("19"))).pricesIncludeTax())
                .credit(RETURNED)
                .quantity(0, BigDecimal.ONE)
                .draft();
        assertTotals(note, "0.03", "0.01", "-0.01");
        assertThat(note.totals().due()).isEqualTo(eur("0.03"));
    }

    /** What only informs is not among what prices with tax come to. */
    @Test
    void whatDoesNotCountIsNotLeftOfPricesWithTax() {
        Creditable left = left(draft(
                        line("1", "119", standard("19")),
                        line("1", "99", standard("19")).withStatus(InvoiceLine.Status.INFORMATION))
                .pricesIncludeTax());
        assertThat(left.total()).isEqualTo(eur("119"));
        assertThat(left.creditNotes()).isEmpty();
    }

    /**
     * Two thirds of 10.00 off, in two notes that were drafted side by side, are 3.33 each; that 6.67 would be due is no
     * reason to take a cent off another line's note.
     */
    @Test
    void anAllowanceIsNotTouchedByLinesThatItIsNotFor() {
        var draft = draft(billed(3, "30"), line("1", "50", standard("7")))
                .allowanceCharge(AllowanceCharge.allowance(eur("10")).taxed(standard("19")));
        Creditable left = afterSideBySide(2, draft);
        assertThat(left.creditNotes()).hasSize(2);
        InvoiceDraft other = left.credit(RETURNED).line(1).draft();
        assertThat(other.allowanceCharges()).isEmpty();
        assertTotals(other, "50.00", "3.50", "0");
        // the rest of it: 10.00 less 2 × 3.33
        assertThat(left.credit(RETURNED).line(0).draft().totals().allowances()).isEqualTo(eur("3.34"));
    }

    /**
     * A charge of 20.00 on 30.00 and 0.01: with each third of 30.00 went 6.66 of it, drafted side by side; with both
     * 13.3289, 13.33. One of ten at 0.001 is nothing, but that cent comes with it.
     */
    @Test
    void aNoteMayGiveBackNothingButACharge() {
        Creditable left = afterSideBySide(
                2,
                draft(billed(3, "30"), line("10", "0.001", standard("19")))
                        .allowanceCharge(AllowanceCharge.charge(eur("20")).taxed(standard("19"))));
        InvoiceDraft note = left.credit(RETURNED).quantity(1, BigDecimal.ONE).draft();
        assertThat(note.totals().lines()).isEqualTo(eur("0"));
        assertThat(note.totals().charges()).isEqualTo(eur("0.01"));
    }

    /**
     * A hundred at 0.03, tax in it, are 3.00: 2.52 and 0.48. Five notes of one, side by side, gave back 0.03 and 0.01
     * each, so 2.37 and 0.43 are left of 2.85: what is left is given back, though it is 0.05 more than its net and tax.
     */
    @Test
    void whatIsLeftIsGivenBackHoweverNotesBeforeWereRounded() {
        InvoiceDraft rest = afterSideBySide(
                        5, draft(line("100", "0.03", standard("19"))).pricesIncludeTax())
                .whole(RETURNED);
        assertTotals(rest, "2.37", "0.43", "0.05");
        assertThat(rest.totals().due()).isEqualTo(eur("2.85"));
    }

    /**
     * After four such notes 0.12 and 0.04 are given back. With a fifth of 0.03 it is 0.126, 0.13, of net and 0.0247 of
     * tax, so 0.01 and nothing: 0.02 are rounded, a cent for the line and one for its tax.
     */
    @Test
    void eachLineAndEachTaxMayBeRoundedByACent() {
        Creditable left =
                afterSideBySide(4, draft(line("100", "0.03", standard("19"))).pricesIncludeTax());
        InvoiceDraft note = left.credit(RETURNED).quantity(0, BigDecimal.ONE).draft();
        assertTotals(note, "0.01", "0.00", "0.02");
        assertThat(note.totals().due()).isEqualTo(eur("0.03"));
    }

    /**
     * As above, of 0.05 less 0.02. Four notes gave back 0.04 less 0.01 and 0.01 of tax each; with a fifth the line has
     * 0.21, and with its allowance 0.126, 0.13: 0.05 less 0.04 come, and no tax. 0.02 are rounded, and an allowance may
     * be by a cent too.
     */
    @Test
    void eachAllowanceMayBeRoundedByACent() {
        Creditable left = afterSideBySide(
                4,
                draft(line("100", "0.05", standard("19")))
                        .allowanceCharge(AllowanceCharge.allowance(eur("2")).taxed(standard("19")))
                        .pricesIncludeTax());
        InvoiceDraft note = left.credit(RETURNED).quantity(0, BigDecimal.ONE).draft();
        assertThat(note.totals().lines()).isEqualTo(eur("0.05"));
        assertThat(note.totals().allowances()).isEqualTo(eur("0.04"));
        assertTotals(note, "0.01", "0.00", "0.02");
    }

    /** 100.00 less 40.00 are 60.00: 70.00 are refused as they are, and not cut to what is left. */
    @Test
    void refusesMoreThanIsLeftOfWhatIsTaxedAlike() {
        Creditable left = left(draft(line("10", "10", standard("19")), line("-1", "40", standard("19"))));
        refused(
                () -> left.credit(RETURNED).quantity(0, new BigDecimal("7")).draft(),
                "credit at S 19% must leave what is taxed so between nothing and the invoice; left are EUR 60.00, but"
                        + " was EUR 70.00");
        Creditable gross = left(draft(line("1", "119", standard("19")), line("-1", "118", standard("19")))
                .pricesIncludeTax());
        refused(
                () -> gross.credit(RETURNED).line(0).draft(),
                "credit at S 19% must leave what is taxed so between nothing and the invoice; left are EUR 0.84, but"
                        + " was EUR 100.00");
    }

    /**
     * 119.00 less 80.00 that bear no tax: 39.00, of which 20.00 are without tax. 30.00 and 5.70 are less than 39.00,
     * but not 30.00 than 20.00.
     */
    @Test
    void refusesMoreThanIsLeftWithoutTax() {
        Creditable left = left(draft(line("1", "100", standard("19")), line("-1", "80", zeroRated())));
        refused(
                () -> left.credit(RETURNED).amount(0, eur("30")).draft(),
                "credit without tax must not be more than is left of the invoice, EUR 20.00, but was EUR 30.00");
        // 10.00 and 1.90 less 11.00
        refused(
                () -> left.credit(RETURNED)
                        .amount(0, eur("10"))
                        .amount(1, eur("-11"))
                        .draft(),
                "credit without tax must not be less than nothing; what is to be paid more is invoiced, but was EUR"
                        + " -1.00");
    }

    /**
     * 19.00 of tax less 17.50 are 1.50: the 19.00 of the first line are more, though 119.00 are not more than 151.50.
     */
    @Test
    void refusesMoreTaxThanIsLeft() {
        Creditable left = left(draft(
                line("1", "100", standard("19")), line("-1", "250", standard("7")), line("1", "300", zeroRated())));
        assertThat(left.total()).isEqualTo(eur("151.50"));
        refused(
                () -> left.credit(RETURNED).line(0).draft(),
                "tax of the credit must not be more than is left of the invoice, EUR 1.50, but was EUR 19.00");
    }

    /** Notes of 6 of 10 free pieces, drafted side by side, are 12. */
    @Test
    void refusesMorePiecesThanWereInvoiced() {
        var draft = draft(line("10", "0", standard("19")));
        InvoiceDraft six =
                left(draft).credit(RETURNED).quantity(0, new BigDecimal("6")).draft();
        assertThat(left(draft, six).lines())
                .extracting(CreditableLine::quantity)
                .containsExactly(new BigDecimal("4"));
        refused(
                () -> left(draft, six, six),
                "creditNotes[1] must not take what is credited of lines[0] beyond the 10 of the invoice, but was 12");
    }

    private static Credited credited(InvoiceDraft note, CreditedLine line, List<Integer> allowanceCharges) {
        Credited was = note.credited().orElseThrow();
        return new Credited(was.invoice(), List.of(line), allowanceCharges, List.of(), was.taxes(), null);
    }

    /** Pieces that were delivered, not taken back; a charge that is not of the invoice; a note of another customer. */
    @Test
    void refusesStoredNotesThatAreNotOfTheInvoice() {
        var draft = draft(line("10", "10", standard("19")));
        InvoiceDraft note =
                left(draft).credit(RETURNED).quantity(0, BigDecimal.ONE).draft();
        var delivered = new CreditedLine(0, Fraction.of(1, 10), new BigDecimal("-1"));
        refused(
                () -> left(
                        draft,
                        note.toBuilder()
                                .credited(credited(note, delivered, List.of()))
                                .build()),
                "creditNotes[0] must not take what is credited of lines[0] beyond the 10 of the invoice, but was -1");
        var charged = draft(line("10", "10", standard("19")))
                .allowanceCharge(AllowanceCharge.charge(eur("10")).taxed(standard("19")));
        InvoiceDraft withCharge =
                left(charged).credit(RETURNED).quantity(0, BigDecimal.ONE).draft();
        var one = new CreditedLine(0, Fraction.of(1, 10), BigDecimal.ONE);
        refused(
                () -> left(
                        charged,
                        withCharge.toBuilder()
                                .credited(credited(withCharge, one, List.of(-1)))
                                .build()),
                "creditNotes[0] must only credit what the invoice has, but was -1");
        InvoiceDraft other = InvoiceDraft.builder(CustomerId.of("2"), Documents.EUR)
                .type(InvoiceType.CREDIT_NOTE)
                .paymentTerms(PaymentTerms.net(0))
                .line(line("1", "10", standard("19")))
                .credited(note.credited().orElseThrow())
                .build();
        refused(
                () -> left(draft, other),
                "creditNotes[0] must be a credit note out of invoice R-1 of 2026-01-31, but was G-1");
    }

    @Test
    void refusesANoteOfLinesThatDoNotCount() {
        InvoiceDraft note = left(draft(line("1", "10", standard("19")))).whole(RETURNED);
        var shown = InvoiceDraft.builder(CustomerId.of("1"), Documents.EUR)
                .type(InvoiceType.CREDIT_NOTE)
                .paymentTerms(PaymentTerms.net(0))
                .line(line("1", "10", standard("19")).withStatus(InvoiceLine.Status.INFORMATION))
                .credited(note.credited().orElseThrow());
        refused(shown::build, "lines[0].status must be DETAIL on a credit note out of an invoice, but was INFORMATION");
    }

    /** The tax that is given back in a second currency is that of the invoice's. */
    @Test
    void refusesAnotherSecondCurrency() {
        LocalDate day = LocalDate.parse("2026-01-31");
        var dollars = TaxCurrency.of(Monetary.getCurrency("USD"), new BigDecimal("1.1"), day, "ECB");
        var kroner = TaxCurrency.of(Monetary.getCurrency("DKK"), new BigDecimal("7.46"), day, "ECB");
        InvoiceDraft note = left(draft(line("1", "10", standard("19"))).taxCurrency(dollars))
                .whole(RETURNED);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> note.toBuilder().taxCurrency(kroner).build())
                .withMessage("taxCurrency must be in USD, but was DKK");
        InvoiceDraft none = left(draft(line("1", "10", standard("19")))).whole(RETURNED);
        Credited was = none.credited().orElseThrow();
        var stated =
                new Credited(was.invoice(), was.lines(), List.of(), List.of(), was.taxes(), Amount.of("2.09", "USD"));
        refused(() -> none.toBuilder().credited(stated).build(), "taxCurrency must be that of the invoice");
    }

    @Test
    void aNoteIsBetweenThePartiesOfTheInvoice() {
        var parties = DocumentParties.of(Documents.SELLER, Documents.BUYER);
        Delivery delivery = Delivery.on(LocalDate.parse("2026-01-30"));
        InvoiceDraft note = left(draft(line("1", "10", standard("19")))
                        .parties(parties)
                        .delivery(delivery))
                .whole(RETURNED);
        assertThat(note.parties()).contains(parties);
        assertThat(note.delivery()).contains(delivery);
    }
}
