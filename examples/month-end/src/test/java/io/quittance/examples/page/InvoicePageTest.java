package io.quittance.examples.page;

import static io.quittance.examples.page.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.invoice.SupportingDocument;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePageTest {
    private static final String HOSTILE = "<script>alert(\"1\" & '2')</script>{{number}}";

    /** 185.00 + 100.01 + 29.97 − 5.00 + 8.90 = 318.88; 54.89 on 288.91 and 2.10 on 29.97; 375.87 less 100.00: docs/invoices.md. */
    @Test
    void showsEveryFigureAsTheLocaleWritesIt() {
        String text = text(page(Samples.full(), Locale.GERMANY));
        assertThat(text)
                .contains("Rechnung R-7", "31. März 2026", "1. März 2026 – 31. März 2026")
                .contains("Hosting with backups 1. März 2026 – 15. März 2026 Artikelnummer: SKU-7 colour: red")
                .contains("Menge × Preis 200,00 abzüglich loyalty -15,00")
                .contains("10 Stück 20,00 S 19 % 185,00")
                .contains("7.300 Stück 13,70 je 1.000 Stück S 19 % 100,01")
                .contains("3 Stück 9,99 S 7 % 29,97")
                .contains("Summe der Posten 314,98 abzüglich rebate S 19 % -5,00 zuzüglich freight S 19 % 8,90")
                .contains("Ohne Steuer 318,88 Steuer 56,99 Mit Steuer 375,87")
                .contains("S 19 % · steuerpflichtig 288,91 54,89")
                .contains("S 7 % · steuerpflichtig 29,97 2,10")
                .contains("Bereits bezahlt auf Rechnung A-5 -100,00 Zu zahlen 275,87")
                .contains("275,87 EUR bis 30. April 2026");
        assertThat(text(page(Samples.full(), Locale.UK)))
                .contains("Invoice R-7", "7,300 pcs 13.70 per 1,000 pcs S 19 % 100.01", "275.87 EUR by 30 April 2026");
    }

    @Test
    void saysBetweenWhomItIsAndHowToPay() {
        assertThat(text(page(Samples.full(), Locale.GERMANY)))
                .contains("An Beispiel AG 1010 Wien Österreich")
                .contains("Muster &amp; Söhne GmbH Musterweg 5 00001 Musterstadt Deutschland USt-IdNr. DE123456789")
                .contains("Zahlungsempfänger Factor AG")
                .contains("Geliefert an Lager Nord 4020 Linz Österreich")
                .contains("Ihre Referenz B-77 Ihre Bestellung PO-4711 Vertrag C-7 Lieferschein DN-12")
                .contains("Skonto 2 % bei Zahlung bis 10. April 2026")
                .contains("Per SEPA-Überweisung Konto DE93 9999 9999 0000 0000 01 Kontoinhaber Muster GmbH")
                .contains("Verwendungszweck RF91 R7")
                .contains("Unterlagen TS-3 timesheet, https://example.com/ts-3")
                .contains("Thank you.");
    }

    /** Three pieces at 0.335 are 1.005, which is 1.01. */
    @Test
    void explainsEachLineInTheLanguageOfTheReader() {
        String page = page(Samples.bare(), Locale.GERMANY);
        assertThat(page).contains("<details><summary>So wurde gerechnet</summary><ul><li>3 × 0.335 &#x3D; 1.005</li>");
        assertThat(text(page)).contains("3 Stück 0,335 1,01");
    }

    @Test
    void aDocumentWithoutPartiesOrTaxesIsShownWithoutThem() {
        String page = page(Samples.bare(), Locale.UK);
        assertThat(text(page)).contains("Sum of the lines 1.01 Without tax 1.01 Tax 0.00 With tax 1.01 To pay 1.01");
        assertThat(page).doesNotContain("class=\"taxes\"").doesNotContain("<h2>To</h2>");
    }

    /** 4 of 10 at 18.50 give back 74.00; 19 % of it are 14.06. */
    @Test
    void aCreditNoteSaysWhatItCorrectsAndWhy() {
        var draft = InvoiceDraft.builder(new CustomerId("ACME"), Samples.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(Samples.line("Hosting", "10", UnitPrice.of(eur("18.50"))).taxed(Samples.STANDARD));
        Invoice invoice = issued(draft);
        Invoice note = Creditable.of(invoice)
                .credit(Correction.of(CorrectionReason.RETURN))
                .quantity(0, new BigDecimal("4"))
                .draft()
                .issue("G-1", "2026-04-02");
        assertThat(text(InvoicePage.of(note, Locale.GERMANY)))
                .contains("Gutschrift G-1")
                .contains("Berichtigt R-7 (31. März 2026) · Grund: Rückgabe")
                .doesNotContain("Return")
                .contains("4 Stück 18,50 S 19 % 74,00")
                .contains("Ihr Guthaben 88,06", "88,06 EUR am 2. April 2026");
        assertThat(text(InvoicePage.of(note, Locale.UK))).contains("Corrects R-7 (31 March 2026) · Reason: Return");
    }

    @Test
    void instalmentsAndTheTaxInAnotherCurrencyAreShown() {
        var draft = InvoiceDraft.builder(new CustomerId("ACME"), Samples.EUR)
                .paymentTerms(PaymentTerms.inInstalments(
                        List.of(Instalment.percent("30", DueDateRule.days(10)), Instalment.rest(DueDateRule.days(40)))))
                .taxCurrency(TaxCurrency.of(
                        Monetary.getCurrency("SEK"), new BigDecimal("11.5"), LocalDate.parse("2026-03-30"), "ECB"))
                .line(Samples.line("Hosting", "1", UnitPrice.of(eur("100.00"))).taxed(Samples.STANDARD));
        assertThat(text(page(draft, Locale.UK)))
                .contains("To pay 119.00 EUR by 10 April 2026: 35.70 EUR by 10 May 2026: 83.30 EUR")
                .contains("Tax in another currency: 218.50 SEK (1 EUR = 11.5 SEK, 30 March 2026, ECB)");
    }

    /** Whatever people write stays text: in names, notes, properties, references, and where an address leads. */
    @Test
    void whatIsHostileIsEscaped() {
        Party party = Party.named(HOSTILE)
                .tradingAs(HOSTILE)
                .withLegalInformation(HOSTILE)
                .at(PostalAddress.in("DE").withLines(HOSTILE).withCity(HOSTILE));
        InvoiceLine line = Samples.line(HOSTILE, "1", UnitPrice.of(eur("1.00")))
                .noted(HOSTILE)
                .ordered(HOSTILE)
                .about(InvoicedItem.plain().describedAs(HOSTILE).with(HOSTILE, HOSTILE))
                .taxed(TaxTreatment.exempt(HOSTILE));
        var draft = InvoiceDraft.builder(new CustomerId(HOSTILE), Samples.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .parties(DocumentParties.of(party, party))
                .references(DocumentReferences.none()
                        .toContract(HOSTILE)
                        .with(SupportingDocument.of(HOSTILE, HOSTILE).at(URI.create("javascript:alert(1)"))))
                .note(InvoiceNote.of(HOSTILE))
                .line(line);
        String page = InvoicePage.of(draft.build().issue("<b>7</b>", "2026-03-31"), Locale.UK);
        assertThat(page).doesNotContain("<script", "<b>7", "alert(\"", "href=");
        String escaped = "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;{{number}}";
        assertThat(Pattern.compile(Pattern.quote(escaped))
                        .matcher(page)
                        .results()
                        .count())
                .isGreaterThanOrEqualTo(18);
    }

    /** Nothing runs, nothing is fetched, and screen readers know the language and what heads a column. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "de-AT"})
    void needsNothingElseAndCanBeReadAloud(String tag) {
        String page = page(Samples.full(), Locale.forLanguageTag(tag));
        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"" + tag + "\">")
                .contains("<meta charset=\"utf-8\">", "@page { size: A4;")
                .doesNotContain("<script", "<link", "<img", "src=", "url(", "@import", "javascript:");
        assertThat(page).doesNotContainPattern("<th(?![^>]*scope=\"(col|row)\")[ >]");
        assertThat(page).doesNotContainPattern("\\{\\{|\\}\\}");
    }

    /** French numbers, and the words that there are. */
    @Test
    void aLanguageThatIsNotThereIsEnglish() {
        String page = page(Samples.full(), Locale.FRANCE);
        assertThat(page).contains("<html lang=\"en\">");
        assertThat(text(page)).contains("Invoice R-7", "31 March 2026", "275,87 EUR");
    }

    @Test
    void aTypeWithoutANameHasItsCode() {
        assertThat(text(page(Samples.bare().type(new InvoiceType("396")), Locale.UK)))
                .contains("Credit note (396) R-7");
        assertThat(text(page(Samples.bare().type(InvoiceType.CORRECTED), Locale.GERMANY)))
                .contains("Rechnungskorrektur R-7");
    }

    @Test
    void theSameDocumentGivesTheSamePage() {
        assertThat(Stream.generate(() -> page(Samples.full(), Locale.GERMANY))
                        .limit(2)
                        .distinct())
                .hasSize(1);
    }

    private static Invoice issued(InvoiceDraft.Builder draft) {
        return draft.build().issue("R-7", "2026-03-31");
    }

    private static String page(InvoiceDraft.Builder draft, Locale locale) {
        return InvoicePage.of(issued(draft), locale);
    }

    /** What is read, without the tags. */
    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*</style>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&#x3D;", "=")
                .replaceAll("\\s+", " ");
    }
}
