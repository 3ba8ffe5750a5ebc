package io.quittance.einvoice;

import static io.quittance.einvoice.Samples.EUR;
import static io.quittance.einvoice.Samples.draft;
import static io.quittance.einvoice.Samples.empty;
import static io.quittance.einvoice.Samples.issued;
import static io.quittance.einvoice.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.SupportingDocument;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** What a profile or a syntax cannot carry is refused, and it is said why. */
class RefusalsTest {

    private static List<String> problems(Invoice invoice, Profile profile, Syntax syntax) {
        return EInvoice.of(invoice, profile).problems(syntax).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> problems(InvoiceDraft.Builder draft) {
        return problems(issued(draft), Profile.EN16931, Syntax.UBL);
    }

    private static List<String> problems(BusinessGroup document) {
        return EInvoice.of(document, Profile.EN16931).problems(Syntax.CII).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void namesAllReasonsAtOnceAndWritesNothing() {
        Invoice invoice = issued(empty().line(line("1", "5").within("G"))
                .line(line("1", "5").identified("G").withStatus(InvoiceLine.Status.GROUP))
                .parties(DocumentParties.of(
                        Samples.SELLER, Samples.BUYER.reachedAt(Identifier.of("a@example.com", "EM")))));
        EInvoice document = EInvoice.of(invoice, Profile.PEPPOL_BIS3);
        var out = new ByteArrayOutputStream();
        var refused = catchThrowableOfType(EInvoiceRefusedException.class, () -> document.write(Syntax.UBL, out));
        assertThat(refused)
                .hasMessage(
                        "document must be what Peppol BIS Billing 3.0 can carry as UBL, but was refused for 3 reasons:"
                                + " einvoice.line-parent at lines[0].parent: a line within another has no place;"
                                + " Profile.flattened() writes it as one of its own;"
                                + " einvoice.line-status at lines[1].status: a line that does not count, GROUP, has no place;"
                                + " Profile.flattened() leaves it out;"
                                + " PEPPOL-EN16931-CL008 at BG-7[1]/BT-49@: must be an electronic address scheme of Peppol, such as"
                                + " 0088, not EM");
        assertThat(refused.problems()).isEqualTo(document.problems(Syntax.UBL));
        assertThat(refused.code()).isEqualTo("einvoice.refused");
        assertThat(refused.argument() + " " + refused.rule() + ", but was "
                        + refused.value().orElseThrow())
                .isEqualTo(refused.getMessage());
        assertThat(refused.path()).isEmpty();
        assertThat(out.size()).isZero();
    }

    @Test
    void oneReasonIsSaidAsOne() {
        Invoice invoice = issued(draft().parties(DocumentParties.of(Samples.SELLER, Samples.BUYER))
                .note(InvoiceNote.of("bad \uFFFF")));
        assertThatExceptionOfType(EInvoiceRefusedException.class)
                .isThrownBy(() -> EInvoice.of(invoice, Profile.EN16931).bytes(Syntax.CII))
                .withMessage(
                        "document must be what EN 16931 can carry as CII, but was refused for 1 reason:"
                                + " einvoice.character at BG-1[1]/BT-22: must have no U+FFFF, which XML 1.0 cannot carry there");
    }

    @Test
    void theMessageListsTheFirstTwenty() {
        InvoiceDraft.Builder draft = empty();
        for (int i = 0; i < 25; i++) {
            draft.line(line("1", "1").taxed(TaxTreatment.standard("19").in("DE")));
        }
        assertThatExceptionOfType(EInvoiceRefusedException.class)
                .isThrownBy(() -> EInvoice.of(issued(draft), Profile.EN16931).bytes(Syntax.UBL))
                .withMessageContaining(
                        "refused for 25 reasons: einvoice.jurisdiction at lines[0].taxes[0].jurisdiction:"
                                + " whose tax it is, DE, has no place; ")
                .withMessageEndingWith("lines[19].taxes[0].jurisdiction: whose tax it is, DE, has no place; and more");
    }

    @Test
    void linesWithSeveralTaxes() {
        assertThat(problems(empty().line(line("1", "100.00")
                        .taxed(
                                TaxTreatment.of(TaxCategory.STANDARD, TaxRate.of("4"))
                                        .in("US-NY"),
                                TaxTreatment.of(TaxCategory.STANDARD, TaxRate.of("4.5"))
                                        .in("US-NYC")))))
                .startsWith(
                        "einvoice.jurisdiction at lines[0].taxes[0].jurisdiction: whose tax it is, US-NY, has no place",
                        "einvoice.jurisdiction at lines[0].taxes[1].jurisdiction: whose tax it is, US-NYC, has no place",
                        "einvoice.once at BG-25[1]/BG-30: BG-30 can stand there once, not 2 times");
    }

    @Test
    void aThirdDecimal() {
        CurrencyUnit dinar = Monetary.getCurrency("KWD");
        InvoiceLine line = InvoiceLine.billed("hosting", Fraction.ONE, "C62", Amount.of("1.125", dinar), List.of())
                .taxed(TaxTreatment.zeroRated());
        InvoiceDraft.Builder draft = InvoiceDraft.builder(issued(draft()).customer(), dinar)
                .paymentTerms(issued(draft()).draft().paymentTerms())
                .parties(DocumentParties.of(Samples.SELLER, Samples.BUYER))
                .line(line);
        assertThat(problems(draft))
                .contains(
                        "BR-DEC-18 at BG-22[1]/BT-115: must have at most 2 decimal places",
                        "BR-DEC-23 at BG-25[1]/BT-131: must have at most 2 decimal places");
    }

    @Test
    void categoriesOfOtherCountries() {
        InvoiceLine line = line("1", "100.00").taxed(TaxTreatment.of(new TaxCategory("SR"), TaxRate.of("9")));
        assertThat(problems(empty().line(line)))
                .containsExactly(
                        "BR-CL-17 at BG-23[1]/BT-118: must be a tax category that EN 16931 knows, not SR",
                        "BR-CL-18 at BG-25[1]/BG-30[1]/BT-151: must be a tax category that EN 16931 knows, not SR");
    }

    @Test
    void unitsThatAreNoCodes() {
        Invoice invoice = issued(empty().line(InvoiceLine.priced(
                        "calls", new BigDecimal("10"), "calls", Amount.of("0.10", EUR), Rounding.halfUp(2))
                .taxed(TaxTreatment.standard("19"))));
        assertThat(problems(invoice, Profile.EN16931, Syntax.UBL))
                .containsExactly(
                        "BR-CL-23 at BG-25[1]/BT-130: must be a unit code of UN/ECE Recommendation 20 or 21, such as"
                                + " C62; Profile.withUnits writes your own units as codes, not calls");
        assertThat(problems(invoice, Profile.EN16931.withUnits(Map.of("calls", "C62")), Syntax.UBL))
                .isEmpty();
    }

    @Test
    void aUnitIsMappedToACode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.EN16931.withUnits(Map.of("calls", "CALL")))
                .isInstanceOf(InvalidArgumentException.class)
                .withMessageStartingWith(
                        "codes[calls] must be a unit code of UN/ECE Recommendation 20 or 21, such as C62")
                .withMessageEndingWith(", but was CALL");
    }

    @Test
    void severalIdentifiersOfABuyer() {
        DocumentParties parties = DocumentParties.of(
                Samples.SELLER, Samples.BUYER.identifiedBy(Identifier.of("1")).identifiedBy(Identifier.of("2")));
        assertThat(problems(draft().parties(parties)))
                .containsExactly("einvoice.once at BG-7[1]/BT-46: BT-46 can stand there once, not 2 times");
    }

    @Test
    void severalInvoicesBeforeInCiiOnly() {
        Invoice invoice = issued(draft().references(DocumentReferences.none()
                .with(PrecedingInvoice.of("R-1"))
                .with(PrecedingInvoice.of("R-2"))));
        assertThat(problems(invoice, Profile.EN16931, Syntax.UBL)).isEmpty();
        assertThat(problems(invoice, Profile.EN16931, Syntax.CII))
                .containsExactly(
                        "einvoice.preceding at BG-3: can stand in CII D16B once, not 2 times; UBL has them all");
    }

    @Test
    void aNoteThatUblWouldReadAsASubject() {
        Invoice invoice = issued(draft().note(InvoiceNote.of("#AAI#sale")));
        assertThat(problems(invoice, Profile.EN16931, Syntax.UBL))
                .containsExactly(
                        "einvoice.note at BG-1[1]/BT-22: must not begin as a subject code does in UBL; give it as"
                                + " BT-21");
        assertThat(problems(invoice, Profile.EN16931, Syntax.CII)).isEmpty();
    }

    @Test
    void whatIsAttachedInAnotherFormat() {
        assertThat(problems(draft().references(DocumentReferences.none()
                        .with(SupportingDocument.of("TS-1")
                                .attached("text/html", "t.html", "x".getBytes(StandardCharsets.UTF_8))))))
                .containsExactly(
                        "BR-CL-24 at BG-24[1]/BT-125-1: must be a type such as application/pdf, not text/html");
    }

    @Test
    void aSecondCurrencyThatIsTheFirst() {
        TaxCurrency same = TaxCurrency.of(EUR, BigDecimal.ONE, LocalDate.parse("2026-03-31"), "none");
        assertThat(problems(draft().taxCurrency(same)))
                .containsExactly("BR-CO-15 at BG-22/BT-112: tax-total (tax total) must occur 1 times, not 2");
    }

    @Test
    void whatOnlyASyntaxKnows() {
        BusinessGroup document = BusinessGroup.document()
                .put("syntax-kind", "invoice")
                .add(BusinessGroup.of("tax-total").put("tax-amount", "1.00"))
                .add(BusinessGroup.of("BG-24").put("BT-122", "TS-1").put("BT-125", "eA=="))
                .build();
        assertThat(problems(document))
                .startsWith(
                        "einvoice.syntax at syntax-kind: syntax-kind must not be given: it follows from the terms",
                        "einvoice.syntax at tax-total: tax-total must not be given: it follows from the terms",
                        "einvoice.attachment at BG-24[1]/BT-125-1: BT-125-1 must be given with what is attached",
                        "einvoice.attachment at BG-24[1]/BT-125-2: BT-125-2 must be given with what is attached");
    }

    @Test
    void amountsInAnotherCurrency() {
        BusinessGroup document = BusinessGroup.document()
                .put("BT-5", "EUR")
                .add(BusinessGroup.of("BG-22").put("BT-115", "1.00", "USD").put("BT-111", "1.00", "SEK"))
                .build();
        assertThat(problems(document))
                .startsWith(
                        "einvoice.currency at BG-22[1]/BT-115: must be in EUR, the currency of BT-5",
                        "einvoice.currency at BG-22[1]/BT-111: must not be given without its currency, BT-6");
    }

    @Test
    void charactersThatNoAttributeCarries() {
        BusinessGroup document = BusinessGroup.document()
                .add(BusinessGroup.of("BG-24").put("BT-122", "TS-1").put("BT-125-2", "a\tb.pdf"))
                .add(BusinessGroup.of("BG-1").put("BT-22", "\uD800"))
                .build();
        assertThat(problems(document))
                .contains(
                        "einvoice.character at BG-24[1]/BT-125-2: must have no U+0009, which XML 1.0 cannot carry there",
                        "einvoice.character at BG-1[1]/BT-22: must have no U+D800, which XML 1.0 cannot carry there");
    }

    @Test
    void aPartOfADocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EInvoice.of(BusinessGroup.of("BG-25").build(), Profile.EN16931))
                .withMessage("document must be a whole document, but was BG-25");
    }

    @Test
    void whatAGermanAuthorityMisses() {
        Invoice invoice = issued(draft().parties(
                        DocumentParties.of(Party.named("Muster GmbH").withVatId("DE123456789"), Samples.BUYER)));
        assertThat(problems(invoice, Profile.XRECHNUNG, Syntax.CII))
                .contains(
                        "BR-DE-1 at BG-16: BG-16 must be given",
                        "BR-DE-6 at BG-4/BG-6/BT-42: BT-42 must be given",
                        "PEPPOL-EN16931-R020 at BG-4/BT-34: BT-34 must be given");
    }

    @Test
    void whatIsWithinTheScopeOfTheTaxAndNobodysThere() {
        Party known = Samples.SELLER.withTaxRegistrationId("12/345");
        Party unknown = Party.named("Muster GmbH").at(known.address().orElseThrow());
        InvoiceDraft.Builder draft = empty().line(line("1", "5").taxed(TaxTreatment.outsideScope()));
        assertThat(problems(
                        issued(draft.parties(DocumentParties.of(unknown, Samples.BUYER))
                                .delivery(Delivery.to(PostalAddress.in("AT")))
                                .type(InvoiceType.PREPAYMENT)),
                        Profile.XRECHNUNG,
                        Syntax.UBL))
                .contains(
                        "BR-DE-10 at BG-13[1]/BG-15[1]/BT-77: BT-77 must be given",
                        "BR-DE-11 at BG-13[1]/BG-15[1]/BT-78: BT-78 must be given",
                        "BR-DE-14 at BG-23[1]/BT-119: BT-119 must be given",
                        "BR-DE-17 at BT-3: must be a document type of XRechnung, not 386")
                .doesNotContain("BR-DE-16 at BG-4[1]/BT-31: BT-31 / BT-32 / BG-11 must be given");
        assertThat(problems(
                        issued(draft().parties(DocumentParties.of(unknown, Samples.BUYER))),
                        Profile.XRECHNUNG,
                        Syntax.UBL))
                .contains("BR-DE-16 at BG-4[1]/BT-31: BT-31 / BT-32 / BG-11 must be given");
        assertThat(problems(
                        issued(draft().parties(DocumentParties.of(known, Samples.BUYER))),
                        Profile.XRECHNUNG,
                        Syntax.UBL))
                .containsExactly("BR-DE-1 at BG-16: BG-16 must be given");
    }
}
