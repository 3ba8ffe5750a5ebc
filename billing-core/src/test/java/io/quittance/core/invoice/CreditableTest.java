package io.quittance.core.invoice;

import static io.quittance.core.invoice.CorrectionReason.ERROR;
import static io.quittance.core.invoice.CorrectionReason.GOODWILL;
import static io.quittance.core.invoice.CorrectionReason.RETURN;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What credit notes give back, by hand; semantics/invoice.md, section 7, and rating.md, 2.16. */
class CreditableTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final Correction RETURNED = Correction.of(RETURN);

    private static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static InvoiceLine line(String quantity, String price, TaxTreatment... taxes) {
        return InvoiceLine.priced("Goods", dec(quantity), "H87", eur(price), CENTS)
                .taxed(taxes);
    }

    private static InvoiceDraft.Builder draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(new CustomerId("1"), EUR).paymentTerms(PaymentTerms.net(30));
        for (InvoiceLine line : lines) {
            builder.line(line);
        }
        return builder;
    }

    private static Invoice issued(InvoiceDraft.Builder draft) {
        return draft.build().issue("R-1", "2026-01-31");
    }

    /** Credit notes one after the other, each with what was credited before. */
    private static final class Notes {
        private final Invoice invoice;
        private final List<Invoice> issued = new ArrayList<>();

        private Notes(Invoice invoice) {
            this.invoice = invoice;
        }

        Creditable left() {
            return Creditable.of(invoice, issued);
        }

        Creditable.Builder credit() {
            return left().credit(RETURNED);
        }

        InvoiceDraft issue(Creditable.Builder note) {
            return issue(note.draft());
        }

        InvoiceDraft issue(InvoiceDraft note) {
            issued.add(note.issue("G-" + (issued.size() + 1), "2026-02-01"));
            return note;
        }
    }

    private static void assertTotals(InvoiceDraft note, String withoutTax, String tax, String withTax) {
        assertThat(note.totals().withoutTax()).isEqualTo(eur(withoutTax));
        assertThat(note.totals().tax()).isEqualTo(eur(tax));
        assertThat(note.totals().withTax()).isEqualTo(eur(withTax));
    }

    /** 300.00 less 30.00 is 270.00, with 51.30 of tax; of the first line 100.00 less 10.00 is 90.00, with 17.10. */
    @Test
    void aLineGivesBackWhatWasInvoicedForIt() {
        var notes = new Notes(issued(draft(line("10", "10", standard("19")), line("1", "200", standard("19")))
                .allowanceCharge(
                        AllowanceCharge.allowance(eur("30")).because("loyalty").taxed(standard("19")))));
        InvoiceDraft first = notes.issue(notes.credit().line(0));
        assertThat(first.type()).isEqualTo(InvoiceType.CREDIT_NOTE);
        assertTotals(first, "90.00", "17.10", "107.10");
        assertThat(first.totals().lines()).isEqualTo(eur("100.00"));
        assertThat(first.allowanceCharges())
                .containsExactly(AllowanceCharge.allowance(eur("10.00"))
                        .because("loyalty")
                        .taxed(standard("19")));
        assertThat(first.references().preceding()).containsExactly(PrecedingInvoice.of(notes.invoice));
        assertThat(notes.left().total()).isEqualTo(eur("214.20"));
        assertThat(notes.left().withoutTax()).isEqualTo(eur("180.00"));
        assertThat(notes.left().tax()).isEqualTo(eur("34.20"));
        assertTotals(notes.issue(notes.left().whole(RETURNED)), "180.00", "34.20", "214.20");
        assertThat(notes.left().total()).isEqualTo(eur("0"));
    }

    /** getlago/lago-api, pull request 2643: taxed each on its own the notes would be 335.00 of 334.99. */
    @Test
    void theLastNoteTakesTheCentThatTheOthersHaveTooMuch() {
        var notes = new Notes(issued(draft(line("1", "279.16", standard("20")))));
        assertThat(notes.invoice.totals().withTax()).isEqualTo(eur("334.99"));
        assertTotals(notes.issue(notes.credit().amount(0, eur("68.33"))), "68.33", "13.67", "82.00");
        assertTotals(notes.issue(notes.credit().amount(0, eur("57.50"))), "57.50", "11.50", "69.00");
        assertTotals(notes.issue(notes.credit().amount(0, eur("85.00"))), "85.00", "17.00", "102.00");
        InvoiceDraft last = notes.issue(notes.credit().amount(0, eur("68.33")));
        assertTotals(last, "68.33", "13.66", "81.99");
        assertThat(last.taxes().subtotals().get(0).explanations())
                .extracting(Explanation::text)
                .containsExactly(
                        "S 20% of 68.33: 13.66; all that is credited bears 55.83, the notes before have 42.17");
    }

    /** 10.00 for three: 3.33, 6.67 less 3.33, 10.00 less 6.67; the tax at 19 % 0.63, 1.27 less 0.63, 1.90 less 1.27. */
    @Test
    void threeThirdsAreTheWhole() {
        var notes = new Notes(issued(draft(InvoiceLine.billed("Set", Fraction.of(3), "H87", eur("10.00"), List.of())
                .taxed(standard("19")))));
        assertTotals(notes.issue(notes.credit().quantity(0, dec("1"))), "3.33", "0.63", "3.96");
        assertTotals(notes.issue(notes.credit().quantity(0, dec("1"))), "3.34", "0.64", "3.98");
        assertTotals(notes.issue(notes.credit().quantity(0, dec("1"))), "3.33", "0.63", "3.96");
    }

    /** A thousand at 3.334 each, one by one: never a cent away from what so many cost. */
    @Test
    void piecesTakenBackOneByOneDoNotDrift() {
        var notes = new Notes(issued(draft(line("40", "3.334"))));
        Amount credited = eur("0");
        for (int i = 1; i <= 40; i++) {
            credited = credited.add(
                    notes.issue(notes.credit().quantity(0, BigDecimal.ONE)).lineTotal());
            assertThat(credited).isEqualTo(eur("133.36").prorated(i, 40, CENTS));
        }
    }

    /** 4 of 10 × 20.00 − 15.00 = 185.00 are 74.00: 80.00 less 6.00, at the price of the invoice. */
    @Test
    void aPartHasItsPartOfTheLinesAllowances() {
        var notes = new Notes(issued(draft(line("10", "20", standard("19"))
                .identified("L1")
                .with(AllowanceCharge.allowance(eur("15.00")).because("loyalty")))));
        InvoiceLine back =
                notes.credit().quantity("L1", dec("4")).draft().lines().get(0);
        assertThat(back.netAmount()).isEqualTo(eur("74.00"));
        assertThat(back.quantity()).isEqualTo(dec("4"));
        assertThat(back.unit()).isEqualTo("H87");
        assertThat(back.price()).isEqualTo(UnitPrice.of(eur("20")));
        assertThat(back.allowanceCharges())
                .containsExactly(AllowanceCharge.allowance(eur("6.00")).because("loyalty"));
        assertThat(back.id()).contains("L1");
        assertThat(back.taxes()).containsExactly(standard("19"));
        assertThat(back.explanations())
                .extracting(Explanation::text)
                .containsExactly("4 × 20 = 80", "4 of 10 taken back, 0 before");
    }

    /** 20.00 off 100.00 for 10, then 5 come back: half of the 80.00 that were left; then the others. */
    @Test
    void piecesComeBackAtThePriceThatIsLeftForThem() {
        var notes = new Notes(issued(draft(line("10", "10", standard("19")))));
        InvoiceLine off =
                notes.issue(notes.credit().amount(0, eur("20"))).lines().get(0);
        assertThat(off.quantity()).isEqualTo(dec("1"));
        assertThat(off.unit()).isEqualTo("C62");
        assertThat(off.price()).isEqualTo(UnitPrice.of(eur("20")));
        assertThat(off.explanations()).extracting(Explanation::text).containsExactly("20 of 100 credited, 0 before");
        InvoiceLine back =
                notes.issue(notes.credit().quantity(0, dec("5"))).lines().get(0);
        assertThat(back.netAmount()).isEqualTo(eur("40"));
        assertThat(back.price()).isEqualTo(UnitPrice.of(eur("40")).per("5"));
        assertThat(notes.left().lines())
                .containsExactly(new CreditableLine(0, notes.invoice.lines().get(0), dec("5"), eur("40")));
        assertTotals(notes.issue(notes.credit().line(0)), "40.00", "7.60", "47.60");
    }

    @Test
    void theWholeIsTheInvoice() {
        TaxTreatment exempt =
                TaxTreatment.of(TaxCategory.EXEMPT, TaxRate.of("0")).because("training");
        Invoice invoice = issued(draft(
                        line("3", "0.335", standard("19"))
                                .identified("1")
                                .within("0")
                                .with(AllowanceCharge.allowance(dec("10"), eur("1.01"), CENTS)),
                        line("1", "9.99", standard("7")),
                        line("1", "50", exempt),
                        InvoiceLine.priced("Set", BigDecimal.ZERO, "C62", eur("0"), CENTS)
                                .identified("0")
                                .withStatus(InvoiceLine.Status.GROUP),
                        line("1", "3").withStatus(InvoiceLine.Status.INFORMATION))
                .allowanceCharge(AllowanceCharge.charge(eur("4.90")).taxed(standard("19")))
                .allowanceCharge(AllowanceCharge.allowance(eur("1.00")).taxed(standard("7")))
                .prepaid(Prepayment.of(eur("20")))
                .cashRounding(CashRounding.to("0.05")));
        InvoiceDraft note = Creditable.of(invoice).whole(Correction.of(ERROR).because("wrong customer"));
        assertThat(note.totals().lines()).isEqualTo(invoice.totals().lines());
        assertThat(note.totals().allowances()).isEqualTo(eur("1.00"));
        assertThat(note.totals().charges()).isEqualTo(eur("4.90"));
        assertThat(note.totals().tax()).isEqualTo(invoice.totals().tax());
        assertThat(note.totals().due()).isEqualTo(invoice.totals().withTax());
        assertThat(note.taxes().subtotals().stream().map(TaxSubtotal::toString))
                .isEqualTo(invoice.draft().taxes().subtotals().stream()
                        .map(TaxSubtotal::toString)
                        .toList());
        assertThat(note.taxes().subtotals().get(2).reasons()).containsExactly("training");
        assertThat(note.lines()).hasSize(3);
        assertThat(note.lines().get(0).allowanceCharges())
                .isEqualTo(invoice.lines().get(0).allowanceCharges());
        assertThat(note.lines().get(0).parent()).isEmpty();
        assertThat(note.correction()).contains(new Correction(ERROR, "wrong customer"));
        assertThat(note.notes()).containsExactly(new InvoiceNote("wrong customer", "ACD"));
        assertThat(note.issue("G-1", "2026-02-03").dueDate()).isEqualTo(LocalDate.parse("2026-02-03"));
    }

    /** 119.00 with 19 % within: a third is 39.67, 33.34 and 6.33; two are 79.33, 66.66 and 12.67; all are 119.00, 100.00 and 19.00. */
    @Test
    void pricesWithTaxGiveBackTheirPrices() {
        var notes =
                new Notes(issued(draft(line("3", "39.67", standard("19")).with(AllowanceCharge.allowance(eur("0.01"))))
                        .pricesIncludeTax()));
        assertThat(notes.invoice.totals().withoutTax()).isEqualTo(eur("100.00"));
        InvoiceDraft first = notes.issue(notes.credit().quantity(0, dec("1")));
        assertTotals(first, "33.34", "6.33", "39.67");
        assertThat(first.pricesIncludeTax()).isTrue();
        assertTotals(notes.issue(notes.credit().quantity(0, dec("1"))), "33.32", "6.34", "39.66");
        InvoiceDraft last = notes.issue(notes.credit().quantity(0, dec("1")));
        assertTotals(last, "33.34", "6.33", "39.67");
        assertThat(last.totals().due()).isEqualTo(eur("39.67"));
    }

    /**
     * Four lines of 0.04 with 19 % within, rounded by the line: 0.0064 each is 0.01, so 0.12 and 0.04. A cent of each line is a quarter
     * of both, 0.03 and 0.01, and no cent is left to round.
     */
    @Test
    void whatIsWithinPricesByTheLineIsGivenBackByItsPart() {
        InvoiceLine cents = line("1", "0.04", standard("19"));
        var notes = new Notes(
                issued(draft(cents, cents, cents, cents).pricesIncludeTax().taxPolicy(new TaxPerLine(CENTS))));
        var some = notes.credit();
        for (int i = 0; i < 4; i++) {
            some.amount(i, eur("0.01"));
        }
        InvoiceDraft first = notes.issue(some);
        assertTotals(first, "0.03", "0.01", "0.04");
        assertThat(first.totals().rounding()).isEqualTo(eur("0"));
        InvoiceDraft rest = notes.left().whole(RETURNED);
        assertTotals(rest, "0.09", "0.03", "0.12");
        assertThat(rest.totals().rounding()).isEqualTo(eur("0"));
    }

    /** Nothing was used, and 10.00 at 19 % are charged for the document: 11.90 are given back, and then nothing is left. */
    @Test
    void aChargeBesideLinesOfNothingIsGivenBack() {
        InvoiceLine unused = InvoiceLine.billed("Calls", Fraction.ZERO, "C62", eur("0"), List.of())
                .taxed(standard("19"));
        var notes = new Notes(issued(draft(unused, unused)
                .allowanceCharge(AllowanceCharge.charge(eur("10")).taxed(standard("19")))));
        assertTotals(notes.left().cancel(RETURNED), "10.00", "1.90", "11.90");
        assertTotals(notes.left().share(RETURNED, Fraction.of(1, 2)), "5.00", "0.95", "5.95");
        assertTotals(notes.issue(notes.credit().line(0)), "5.00", "0.95", "5.95");
        Creditable left = notes.left();
        assertTotals(notes.issue(left.credit(RETURNED).line(1)), "5.00", "0.95", "5.95");
        assertThat(notes.left().total()).isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().whole(RETURNED))
                .withMessageStartingWith("creditNotes must leave something of invoice R-1 to credit");
    }

    /** All of 100.00 was given back as a lower price; pieces that come back later give back nothing, and are no credit note. */
    @Test
    void refusesANoteOfNothing() {
        var notes = new Notes(issued(draft(line("10", "10", standard("19")))));
        notes.issue(notes.credit().amount(0, eur("100")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.credit().quantity(0, dec("5")).draft())
                .withMessage(
                        "lines must give back something; of their amounts nothing is left, or not a whole unit is asked"
                                + " for, but was EUR 0.00");
        var cent = new Notes(issued(draft(line("10", "0.001", standard("19")))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cent.credit().quantity(0, dec("1")).draft())
                .withMessageStartingWith("lines must give back something");
        var free = new Notes(issued(draft(line("2", "0", standard("19")), line("1", "5", standard("19")))));
        assertTotals(free.issue(free.credit().quantity(0, dec("1"))), "0.00", "0.00", "0.00");
    }

    /** Semantics, section 7: amounts of a 381 are positive. 10.00 and −3.00 are 7.00; less than nothing is an invoice. */
    @Test
    void refusesACreditNoteOfLessThanNothing() {
        InvoiceDraft mixed = draft(line("1", "10"), line("-1", "3"))
                .type(InvoiceType.CREDIT_NOTE)
                .build();
        assertThat(mixed.totals().due()).isEqualTo(eur("7"));
        for (boolean isGross : List.of(false, true)) {
            var less = draft(line("-1", "10", standard("19"))).type(InvoiceType.CREDIT_NOTE);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> (isGross ? less.pricesIncludeTax() : less).build())
                    .withMessage("credit must not be less than nothing; what is to be paid more is invoiced, but was"
                            + (isGross ? " EUR -10.00" : " EUR -11.90"));
        }
    }

    /** 0.03 with tax is 0.03 and 0.01 of tax, less 0.01; so is the whole of it. */
    @Test
    void theCentThatNoPriceWithTaxHasIsGivenBackToo() {
        InvoiceDraft note = Creditable.of(
                        issued(draft(line("1", "0.03", standard("19"))).pricesIncludeTax()))
                .whole(RETURNED);
        assertTotals(note, "0.03", "0.01", "0.04");
        assertThat(note.totals().rounding()).isEqualTo(eur("-0.01"));
        assertThat(note.totals().due()).isEqualTo(eur("0.03"));
    }

    /**
     * Sets of three for 0.02 and 0.05, less 0.01, with the tax: 0.02 and 0.04 less 0.01 without it. With a second third of each come
     * 0.01 for the sets and 0.01 off: no note gives back less than nothing without tax, and the last has what the others lack.
     */
    @Test
    void noRoundingTakesMoreThanIsGivenBack() {
        var notes = new Notes(issued(draft(
                        InvoiceLine.billed("Set", Fraction.of(3), "H87", eur("0.02"), List.of())
                                .taxed(standard("19")),
                        InvoiceLine.billed("Set", Fraction.of(3), "H87", eur("0.05"), List.of())
                                .taxed(standard("19")))
                .allowanceCharge(AllowanceCharge.allowance(eur("0.01")).taxed(standard("19")))
                .pricesIncludeTax()));
        for (String withoutTax : List.of("0.03", "0.00", "0.02")) {
            InvoiceDraft note = notes.issue(notes.credit().quantity(0, dec("1")).quantity(1, dec("1")));
            assertThat(note.totals().withoutTax()).isEqualTo(eur(withoutTax));
        }
        assertThat(notes.left().total()).isEqualTo(eur("0"));
        assertThat(notes.left().tax()).isEqualTo(eur("0"));
    }

    /** 19.00 USD of tax at 0.923 are 17.54 EUR; of thirds, 6.33 are 5.84, 12.67 are 11.69, and the last has 17.54 less 11.69. */
    @Test
    void theTaxInASecondCurrencyAddsUpToo() {
        var rate = TaxCurrency.of(Monetary.getCurrency("USD"), dec("0.923"), LocalDate.parse("2026-01-31"), "ECB");
        var notes = new Notes(issued(draft(InvoiceLine.billed("Set", Fraction.of(3), "H87", eur("100"), List.of())
                        .taxed(standard("19")))
                .taxCurrency(rate)));
        assertThat(notes.issue(notes.credit().quantity(0, dec("1"))).taxInTaxCurrency())
                .contains(Amount.of("5.84", "USD"));
        assertThat(notes.issue(notes.credit().quantity(0, dec("1"))).taxInTaxCurrency())
                .contains(Amount.of("5.85", "USD"));
        assertThat(notes.issue(notes.credit().line(0)).taxInTaxCurrency()).contains(Amount.of("5.85", "USD"));
    }

    /** Freight at 19 % on an invoice of lines at 7 % only goes with all of them. */
    @Test
    void aChargeThatNoLineIsTaxedAsGoesWithAllLines() {
        var notes = new Notes(issued(draft(line("1", "30", standard("7")), line("1", "10", standard("7")))
                .allowanceCharge(AllowanceCharge.charge(eur("4")).taxed(standard("19")))));
        InvoiceDraft note = notes.issue(notes.credit().line(0));
        assertThat(note.totals().charges()).isEqualTo(eur("3"));
        assertTotals(note, "33.00", "2.67", "35.67");
        assertTotals(notes.issue(notes.credit().line(1)), "11.00", "0.89", "11.89");
    }

    /** 100.00 less 40.00 by a negative line: the first alone would be more than the invoice, the second less than nothing. */
    @Test
    void aLineThatGivesBackIsCreditedWithTheOthers() {
        var notes = new Notes(issued(draft(line("10", "10", standard("19")), line("-1", "40", standard("19")))));
        assertThat(notes.invoice.totals().withTax()).isEqualTo(eur("71.40"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.credit().line(0).draft())
                .withMessage("credit at S 19% must leave what is taxed so between nothing and the invoice; left are"
                        + " EUR 60.00, but was EUR 100.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.credit().line(1).draft())
                .withMessage("credit at S 19% must leave what is taxed so between nothing and the invoice; left are"
                        + " EUR 60.00, but was EUR -40.00");
        assertTotals(notes.issue(notes.credit().quantity(0, dec("5"))), "50.00", "9.50", "59.50");
        InvoiceDraft rest = notes.issue(notes.credit().line(0).quantity(1, dec("-1")));
        assertTotals(rest, "10.00", "1.90", "11.90");
        assertThat(rest.lines().get(1).quantity()).isEqualTo(dec("-1"));
    }

    /** Untaxed 50.00 taken back lie outside every group; what is left of all is 69.00. */
    @Test
    void neverExceedsTheInvoiceWhereTaxesDiffer() {
        var notes = new Notes(issued(draft(line("1", "100", standard("19")), line("-1", "50"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.credit().line(0).draft())
                .withMessage("credit must not be more than is left of the invoice, EUR 69.00, but was EUR 119.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.credit().line(1).draft())
                .withMessage("credit must not be less than nothing; what is to be paid more is invoiced,"
                        + " but was EUR -50.00");
        assertTotals(notes.issue(notes.left().whole(RETURNED)), "50.00", "19.00", "69.00");
    }

    /** A tenth of 100.00 and of 20.05: 10.00 and 2.01; no pieces come back. */
    @Test
    void aShareOfAllLines() {
        var notes = new Notes(issued(draft(line("10", "10", standard("19")), line("1", "20.05", standard("7")))));
        InvoiceDraft note = notes.issue(notes.left().share(Correction.of(GOODWILL), Fraction.of(1, 10)));
        assertThat(note.lineNetAmounts()).containsExactly(eur("10.00"), eur("2.01"));
        assertTotals(note, "12.01", "2.04", "14.05");
        assertThat(notes.left().lines().get(0).quantity()).isEqualTo(dec("10"));
        assertThat(note.notes()).containsExactly(new InvoiceNote("Goodwill", "ACD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().share(RETURNED, Fraction.of(19, 20)))
                .withMessage("share must not be more than is left of lines[0], 0.9, but was 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().share(RETURNED, Fraction.ZERO))
                .withMessage("share must be more than 0 and at most 1, but was 0");
    }

    /** Two clerks draft a third of 10.00 each at the same time: 3.33 twice; the rest is 3.34. */
    @Test
    void notesThatWereDraftedSideBySideAddUpToo() {
        Invoice invoice = issued(draft(InvoiceLine.billed("Set", Fraction.of(3), "H87", eur("10.00"), List.of())
                .taxed(standard("19"))));
        Creditable all = Creditable.of(invoice);
        InvoiceDraft third = all.credit(RETURNED).quantity(0, dec("1")).draft();
        Invoice first = third.issue("G-1", "2026-02-01");
        Invoice second = third.issue("G-2", "2026-02-01");
        InvoiceDraft rest = Creditable.of(invoice, List.of(second, first)).whole(RETURNED);
        assertTotals(rest, "3.34", "0.64", "3.98");
        Invoice whole = all.whole(RETURNED).issue("G-3", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creditable.of(invoice, List.of(first, whole)))
                .withMessage("creditNotes[1] must not take what is credited of lines[0] beyond the EUR 10.00 of the"
                        + " invoice, but was EUR 13.33");
    }

    @Test
    void voidsAnInvoiceOfWhichNothingWasCredited() {
        var notes = new Notes(issued(draft(line("1", "100", standard("19")))));
        assertThat(notes.left().cancel(RETURNED)).isEqualTo(notes.left().whole(RETURNED));
        notes.issue(notes.credit().amount(0, eur("10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().cancel(RETURNED))
                .withMessage("creditNotes must be empty for invoice R-1 to be voided; credit the rest as a whole,"
                        + " but was [G-1]");
        notes.issue(notes.left().whole(RETURNED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().whole(RETURNED))
                .withMessage("creditNotes must leave something of invoice R-1 to credit, but was [G-1, G-2]");
    }

    @Test
    void replacesAnInvoiceByTwoDocumentsOrByOne() {
        var notes = new Notes(issued(draft(line("1", "100", standard("19")))));
        Correction wrong = Correction.of(ERROR).because("price");
        InvoiceDraft correct = draft(line("1", "90", standard("19"))).build();
        Replacement two = notes.left().replace(wrong, correct);
        assertThat(two.creditNote()).isEqualTo(notes.left().whole(wrong));
        assertThat(two.invoice().type()).isEqualTo(InvoiceType.INVOICE);
        assertThat(two.invoice().totals()).isEqualTo(correct.totals());
        assertThat(two.invoice().references().preceding()).containsExactly(PrecedingInvoice.of(notes.invoice));
        assertThat(two.invoice().correction()).contains(wrong);
        InvoiceDraft one = notes.left().corrected(wrong, correct);
        assertThat(one.type()).isEqualTo(InvoiceType.CORRECTED);
        assertThat(one.toBuilder().type(InvoiceType.INVOICE).build()).isEqualTo(two.invoice());
        assertThat(one.notes()).containsExactly(new InvoiceNote("price", "ACD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().replace(wrong, two.creditNote()))
                .withMessage("correct must not be a credit note, but was 381");
        notes.issue(notes.credit().amount(0, eur("10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.left().corrected(wrong, correct))
                .withMessage("creditNotes must be empty for invoice R-1 to be corrected by one document; replace it by"
                        + " two, but was [G-1]");
    }

    @Test
    void refusesInvoicesThatCannotBeCredited() {
        Invoice invoice = issued(draft(line("1", "100", standard("19"))));
        Invoice note = Creditable.of(invoice).whole(RETURNED).issue("G-1", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creditable.of(note))
                .withMessage("invoice must not be a credit note; what is wrong with one is invoiced, but was G-1");
        Invoice negative = issued(draft(line("-1", "100", standard("19"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creditable.of(negative))
                .withMessage("invoice must not give back; what is wrong with one that does is invoiced,"
                        + " but was EUR -119.00");
        Invoice other = draft(line("1", "100", standard("19"))).build().issue("R-2", "2026-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creditable.of(other, List.of(note)))
                .withMessage("creditNotes[0] must be a credit note out of invoice R-2 of 2026-01-31, but was G-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creditable.of(invoice, List.of(other)))
                .withMessage("creditNotes[0] must be a credit note out of invoice R-1 of 2026-01-31, but was R-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creditable.of(invoice, List.of(note, note)))
                .withMessage("creditNotes[1] must not be given twice, but was G-1");
    }

    @Test
    void refusesWhatALineDoesNotHave() {
        Creditable.Builder note = Creditable.of(issued(draft(
                        line("10", "10").identified("1"),
                        line("1", "5").identified("2"),
                        line("1", "6").identified("2"),
                        line("1", "7").withStatus(InvoiceLine.Status.INFORMATION),
                        line("0", "1"))))
                .credit(RETURNED);
        refused(() -> note.quantity(0, dec("11")), "lines[0].quantity must not be more than is left, 10, but was 11");
        refused(() -> note.quantity(0, dec("-1")), "lines[0].quantity must have the sign of the line's, but was -1");
        refused(
                () -> note.quantity(0, dec("0")),
                "lines[0].quantity must not be 0, nor of a line that has none, but was 0");
        refused(
                () -> note.quantity(4, dec("1")),
                "lines[4].quantity must not be 0, nor of a line that has none, but was 1");
        refused(
                () -> note.amount("1", eur("100.01")),
                "lines[0].amount must not be more than is left, EUR 100.00, but was EUR 100.01");
        refused(
                () -> note.amount(0, eur("0.001")),
                "lines[0].amount must have at most 2 decimal places, but was EUR 0.001");
        refused(() -> note.line(4), "lines[4] must have something left to credit, but was EUR 0.00");
        refused(() -> note.line(3), "index must be that of a line that counts, of 5 from 0, but was 3");
        refused(() -> note.line(5), "index must be that of a line that counts, of 5 from 0, but was 5");
        refused(() -> note.line(-1), "index must be that of a line that counts, of 5 from 0, but was -1");
        refused(() -> note.line("2"), "id must be that of one line, but was 2");
        refused(() -> note.line("3"), "id must be that of one line, but was 3");
        refused(note::draft, "lines must not be empty");
        refused(() -> note.line(0).line(0), "index must not be credited twice, but was 0");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> note.amount(1, Amount.of("1", "USD")))
                .withMessage("lines[1].amount must be in EUR, but was USD");
    }

    /** A draft of a credit note may say more, but not give back more. */
    @Test
    void refusesToBeMadeIntoAnotherNote() {
        InvoiceDraft note =
                Creditable.of(issued(draft(line("1", "100", standard("19"))))).whole(RETURNED);
        assertThat(note.toBuilder().note(InvoiceNote.of("sorry")).build().totals())
                .isEqualTo(note.totals());
        refused(
                () -> note.toBuilder().line(line("1", "1")).build(),
                "lines must be the 1 that are given back; credit more with the invoice, but was 2");
        refused(
                () -> note.toBuilder()
                        .allowanceCharge(AllowanceCharge.allowance(eur("1")))
                        .build(),
                "allowanceCharges must be the 0 that are given back; credit more with the invoice, but was 1");
        refused(
                () -> note.toBuilder().pricesIncludeTax().build(),
                "credited.netAmounts must be the 1 that are given back; credit more with the invoice, but was 0");
        refused(
                () -> note.toBuilder().type(InvoiceType.INVOICE).build(),
                "type must be that of a credit note, since it gives back of invoice R-1, but was 380");
        var rate = TaxCurrency.of(Monetary.getCurrency("USD"), dec("0.9"), LocalDate.parse("2026-01-31"), "ECB");
        refused(
                () -> note.toBuilder().taxCurrency(rate).build(),
                "taxCurrency must be that of the invoice, but was USD");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** What the invoice refers to is what its credit note refers to; what supports the invoice, and how it is paid, is not. */
    @Test
    void takesOverWhatTheInvoiceIsAbout() {
        Invoice invoice = issued(draft(line("1", "100", standard("19")))
                .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
                .requirements(InvoicingRequirements.none().withPurchaseOrder("PO-1"))
                .taxPolicy(new TaxPerLine(CENTS))
                .note(InvoiceNote.of("thank you"))
                .references(DocumentReferences.none()
                        .toProject("P-1")
                        .toContract("C-1")
                        .with(PrecedingInvoice.of("A-1"))
                        .with(SupportingDocument.of("TS-1", "timesheet"))));
        InvoiceDraft note = Creditable.of(invoice).whole(RETURNED);
        assertThat(note.customer()).isEqualTo(invoice.customer());
        assertThat(note.period()).isEqualTo(invoice.period());
        assertThat(note.purchaseOrder()).contains("PO-1");
        assertThat(note.taxPolicy()).isEqualTo(new TaxPerLine(CENTS));
        assertThat(note.references())
                .isEqualTo(DocumentReferences.none()
                        .toProject("P-1")
                        .toContract("C-1")
                        .with(PrecedingInvoice.of(invoice)));
        assertThat(note.notes()).containsExactly(RETURNED.note());
        assertThat(note.paymentTerms()).isEqualTo(PaymentTerms.net(0));
    }

    /** 20.00 were paid in advance: they go back to the customer's balance, and 99.00 are paid out. */
    @Test
    void putsBackWhatWasPrepaidWhereTheNoteSaysSo() {
        Invoice invoice = issued(draft(line("1", "100", standard("19"))).prepaidUpTo(eur("20")));
        assertThat(invoice.amountDue()).isEqualTo(eur("99"));
        InvoiceDraft note = Creditable.of(invoice).whole(RETURNED);
        assertThat(note.totals().due()).isEqualTo(eur("119"));
        InvoiceDraft split =
                note.toBuilder().prepaidUpTo(invoice.totals().prepaid()).build();
        assertThat(split.totals().prepaid()).isEqualTo(eur("20"));
        assertThat(split.totals().due()).isEqualTo(eur("99"));
    }

    @Test
    void aReasonHasWordsInBothLanguages() {
        assertThat(Correction.of(RETURN).note()).isEqualTo(new InvoiceNote("Return", "ACD"));
        assertThat(RETURN.explanation().text(Locale.GERMAN)).isEqualTo("Rückgabe");
        assertThat(CorrectionReason.values())
                .extracting(reason -> reason.explanation().text(Locale.GERMAN))
                .doesNotHaveDuplicates();
        refused(() -> Correction.of(RETURN).because(""), "words must have 1 to 10000 characters, but was 0");
    }

    /** Notes that a host has stored in a form of its own are checked when they come back. */
    @Test
    void refusesWhatNoNoteGivesBack() {
        Invoice invoice = issued(draft(line("1", "100", standard("19"))));
        Invoice note = Creditable.of(invoice).whole(RETURNED).issue("G-1", "2026-02-01");
        Credited credited = note.draft().credited().orElseThrow();
        assertThat(credited.lines()).containsExactly(new CreditedLine(0, Fraction.ONE, dec("1")));
        refused(() -> new CreditedLine(-1, Fraction.ONE, dec("1")), "index must not be negative, but was -1");
        refused(() -> new CreditedLine(0, Fraction.of(2), dec("1")), "share must be between 0 and 1, but was 2");
        refused(() -> new CreditedLine(0, Fraction.of(-1), dec("1")), "share must be between 0 and 1, but was -1");
        Invoice other = note.draft().toBuilder()
                .credited(new Credited(
                        credited.invoice(),
                        List.of(new CreditedLine(1, Fraction.ONE, dec("1"))),
                        List.of(),
                        List.of(),
                        credited.taxes(),
                        null))
                .build()
                .issue("G-2", "2026-02-01");
        refused(
                () -> Creditable.of(invoice, List.of(other)),
                "creditNotes[0] must only credit what the invoice has, but was 1");
        refused(
                () -> note.draft().toBuilder()
                        .credited(new Credited(
                                credited.invoice(), credited.lines(), List.of(), List.of(), List.of(), null))
                        .build(),
                "subtotals must have one for each treatment, but was [S 19%]");
    }

    @Test
    void survivesSerialisation() throws Exception {
        var notes = new Notes(issued(draft(line("3", "0.335", standard("19"))).pricesIncludeTax()));
        InvoiceDraft note = notes.issue(notes.credit().quantity(0, dec("1")));
        assertThat(SerialStreams.copy(note)).isEqualTo(note).hasSameHashCodeAs(note);
        Creditable left = notes.left();
        assertThat(SerialStreams.copy(left))
                .isEqualTo(left)
                .hasSameHashCodeAs(left)
                .hasToString(left.toString());
        assertThat(left).hasToString("EUR 0.67 of invoice R-1").isNotEqualTo(Creditable.of(notes.invoice));
        assertThat(SerialStreams.copy(left).whole(RETURNED)).isEqualTo(left.whole(RETURNED));
    }

    /**
     * By hand: 119.00 and -118.00 at 19 % leave 100.00 - 99.16 = 0.84 of net and 0.16 of tax; 10.00 of the first alone would be 8.40 and
     * 1.60, which is not there.
     */
    @Test
    void refusesAPartWhoseNetIsNotLeft() {
        Invoice invoice = issued(draft(
                        line("1", "119", standard("19")),
                        line("-1", "118", standard("19")),
                        line("1", "107", standard("7")))
                .pricesIncludeTax());
        Creditable left = Creditable.of(invoice);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> left.credit(RETURNED).amount(0, eur("10")).draft())
                .withMessage("credit must be its net and its tax, rounding aside; credit lines together that are taxed"
                        + " alike, but was EUR 9.00");
        InvoiceDraft both = left.credit(RETURNED).line(0).line(1).draft();
        assertThat(both.totals().withoutTax()).isEqualTo(eur("0.84"));
        assertThat(both.totals().tax()).isEqualTo(eur("0.16"));
    }
}
