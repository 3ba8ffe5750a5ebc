package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InvoiceTextTest {
    private static final Invoice SMALL = InvoiceDraft.builder(CustomerId.of("ACME"), Documents.EUR)
            .paymentTerms(PaymentTerms.net(30))
            .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
            .line(InvoiceLine.priced("Straße \"A\"", new BigDecimal("3"), "C62", eur("0.335"), Rounding.halfUp(2)))
            .build()
            .issue("R-1", "2026-02-01");

    @Test
    void isReadableInEnglish() {
        assertThat(InvoiceText.of(SMALL, Locale.ENGLISH)).isEqualTo("""
                Invoice R-1 of 2026-02-01
                Period: 2026-01-01 to 2026-01-31
                ------------------------------------------------------------------------------
                Straße "A"                                                            1.01 EUR
                    3 C62 × 0.335
                    3 × 0.335 = 1.005
                ------------------------------------------------------------------------------
                Sum of the lines                                                      1.01 EUR
                Without tax                                                           1.01 EUR
                With tax                                                              1.01 EUR
                ------------------------------------------------------------------------------
                Due by 2026-03-03                                                     1.01 EUR
                """);
    }

    /** 1 February and 10 days are 11 February, and 14 days are the 15th: days that are still in time. */
    @Test
    void saysWhatPayingEarlyTakesOff() {
        Invoice early = SMALL.draft().toBuilder()
                .paymentTerms(PaymentTerms.net(30).discount("2.5", 10).discount("1", 14))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(early, Locale.ENGLISH)).endsWith("""
                Due by 2026-03-03                                                     1.01 EUR
                2.5 % less if paid by 2026-02-11
                1 % less if paid by 2026-02-15
                """);
        assertThat(InvoiceText.of(early, Locale.GERMANY)).endsWith("""
                2,5 % Skonto bei Zahlung bis 2026-02-11
                1 % Skonto bei Zahlung bis 2026-02-15
                """);
        Invoice net = SMALL.draft().toBuilder()
                .paymentTerms(PaymentTerms.net(30)
                        .discount(EarlyPaymentDiscount.of("2", 10).on(EarlyPaymentDiscount.Base.NET)))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(net, Locale.ENGLISH))
                .endsWith("\n2 % of the amount without tax less if paid by 2026-02-11\n");
        assertThat(InvoiceText.of(net, Locale.GERMANY))
                .endsWith("\n2 % Skonto vom Betrag ohne Steuer bei Zahlung bis 2026-02-11\n");
    }

    /** Words and signs of the locale; reasons keep the numbers that they were computed with. */
    @Test
    void isReadableInGerman() {
        assertThat(InvoiceText.of(Documents.invoice(), Locale.GERMANY))
                .startsWith("""
                Rechnung R-7 vom 2026-04-01
                Von: Beispiel GmbH, Lindenweg 5, Hof 2, Tor 3, 10115 Berlin, DE
                An: Muster AG, Bonn, DE
                Zeitraum: 2026-03-01 bis 2026-03-31
                Ihre Bestellung: PO-1
                Bezieht sich auf: R-0
                thank you
                ------------------------------------------------------------------------------
                Work [S 19%]                                                         82,00 EUR
                    2 HUR × 45,00
                    2026-03-01 – 2026-03-31
                    2 × 45 = 90
                    abzüglich 10 % loyalty                                           -9,00 EUR
                    zuzüglich travel                                                  1,00 EUR
                ------------------------------------------------------------------------------
                Summe der Posten                                                     82,00 EUR
                abzüglich rounding                                                   -2,00 EUR
                zuzüglich freight                                                    20,00 EUR
                Ohne Steuer                                                         100,00 EUR
                S 19%                                                                19,00 EUR
                """)
                .contains(
                        "Mit Steuer                                                          119,00 EUR\n",
                        "Steuer in der zweiten Währung                                       141,74 DKK\n",
                        "Bereits bezahlt                                                     -19,00 EUR\n")
                .endsWith("Verwendungszweck: RF91R7\n");
        assertThat(InvoiceText.of(SMALL, Locale.GERMAN)).contains("3 C62 × 0,335\n", "3 × 0.335 = 1.005\n");
    }

    /** 29.97 less 5.00 is 24.97 with tax: 24.97 less 24.97 / 1.19 is 3.9868 of tax, 20.98 without; 19 % of that is 3.9862. */
    @Test
    void saysThatPricesIncludeTheTax() {
        Invoice shirts = InvoiceDraft.builder(CustomerId.of("ACME"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .pricesIncludeTax()
                .line(InvoiceLine.priced("Shirt", new BigDecimal("3"), "C62", eur("9.99"), Rounding.halfUp(2))
                        .with(AllowanceCharge.allowance(eur("5.00")).because("worn"))
                        .taxed(TaxTreatment.standard("19")))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(shirts, Locale.ENGLISH)).startsWith("""
                Invoice R-1 of 2026-02-01
                Prices include the tax
                ------------------------------------------------------------------------------
                Shirt [S 19%]                                                        24.97 EUR
                    3 C62 × 9.99
                    3 × 9.99 = 29.97
                    less worn                                                        -5.00 EUR
                ------------------------------------------------------------------------------
                Sum of the lines                                                     24.97 EUR
                ------------------------------------------------------------------------------
                Without tax                                                          20.98 EUR
                S 19%                                                                 3.99 EUR
                """).endsWith("""
                With tax                                                             24.97 EUR
                ------------------------------------------------------------------------------
                Due by 2026-03-03                                                    24.97 EUR
                """);
        Invoice less = shirts.draft().toBuilder()
                .allowanceCharge(AllowanceCharge.allowance(eur("1.00")).taxed(TaxTreatment.standard("19")))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(less, Locale.GERMAN)).contains("""
                Summe der Posten                                                     24,97 EUR
                abzüglich                                                            -1,00 EUR
                Summe der Preise                                                     23,97 EUR
                """);
    }

    /** The column adds up: 10.00, and neither the group of it nor what is only told. */
    @Test
    void whatDoesNotCountHasNoAmountInTheColumn() {
        Invoice invoice = SMALL.draft().toBuilder()
                .line(InvoiceLine.billed("Group", Fraction.ONE, "C62", eur("0"), List.of())
                        .identified("g")
                        .withStatus(InvoiceLine.Status.GROUP))
                .line(InvoiceLine.billed("Part", Fraction.ONE, "C62", eur("10"), List.of())
                        .within("g"))
                .line(InvoiceLine.billed("Note", Fraction.ONE, "C62", eur("99"), List.of())
                        .withStatus(InvoiceLine.Status.INFORMATION))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(invoice, Locale.ENGLISH)).contains("""
                Group
                    in all, of which the parts count: 10.00 EUR
                Part                                                                 10.00 EUR
                    1 C62 × 10.00
                Note
                    only for information: 99.00 EUR
                ------------------------------------------------------------------------------
                Sum of the lines                                                     11.01 EUR
                """);
    }

    /** A language that the library does not have keeps the English words. */
    @Test
    void isEnglishWhereThereIsNoTranslation() {
        assertThat(InvoiceText.of(SMALL, Locale.forLanguageTag("sv"))).contains("Sum of the lines", "1,01 EUR");
    }

    @Test
    void showsInstalmentsAndCredits() {
        PaymentTerms terms = PaymentTerms.inInstalments(
                List.of(Instalment.percent("70", DueDateRule.days(10)), Instalment.rest(DueDateRule.days(30))));
        InvoiceDraft draft = Documents.draft().paymentTerms(terms).build();
        assertThat(InvoiceText.of(draft.issue("R-7", "2026-04-01"), Locale.ENGLISH)
                        .lines())
                .anyMatch(line -> line.startsWith("Due by 2026-04-11") && line.endsWith(" 70.00 EUR"))
                .anyMatch(line -> line.startsWith("Due by 2026-05-01") && line.endsWith(" 30.00 EUR"))
                .anyMatch(line -> line.startsWith("Due in all") && line.endsWith(" 100.00 EUR"));
        Invoice credit = draft.toBuilder().type(InvoiceType.CREDIT_NOTE).build().issue("G-1", "2026-04-01");
        assertThat(InvoiceText.of(credit, Locale.ENGLISH)).startsWith("Credit note G-1 of 2026-04-01\n");
    }

    /** Long words are broken between words, and thousands have the sign of the locale. */
    @Test
    void breaksLongLines() {
        Invoice invoice = SMALL.draft().toBuilder()
                .line(InvoiceLine.priced(
                        "word ".repeat(30).strip(), BigDecimal.ONE, "C62", eur("1234567.89"), Rounding.halfUp(2)))
                .rounding(eur("0.01"))
                .build()
                .issue("R-1", "2026-02-01");
        String text = InvoiceText.of(invoice, Locale.US);
        assertThat(text.lines()).allMatch(line -> line.length() <= 78);
        assertThat(text).contains("1,234,567.89 EUR", "Rounding", "0.01 EUR");
        // 12 words are 59 of the 62 characters before an amount; it stands on the last line
        assertThat(text).contains("""
                word word word word word word word word word word word word
                  word word word word word word word word word word word word
                  word word word word word word                               1,234,567.89 EUR
                """);
    }

    /** A line has 78 characters: 38, a space and 39 are one, 38 and 40 are two, and a word that is longer is not broken. */
    @Test
    void aLineIsFullBeforeItIsBroken() {
        String begin = "a".repeat(38);
        Invoice invoice = SMALL.draft().toBuilder()
                .note(InvoiceNote.of(begin + " " + "b".repeat(39)))
                .note(InvoiceNote.of(begin + " " + "b".repeat(40)))
                .note(InvoiceNote.of("c".repeat(100)))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(invoice, Locale.ENGLISH).lines().skip(2).limit(5))
                .containsExactly(
                        begin + " " + "b".repeat(39), begin, "  " + "b".repeat(40), "c".repeat(100), "-".repeat(78));
    }

    /** What an address does not say leaves no gap, and a price of several units says of how many. */
    @Test
    void showsWhatThereIs() {
        Invoice invoice = SMALL.draft().toBuilder()
                .parties(DocumentParties.of(
                        Party.named("Seller").at(PostalAddress.in("DE")),
                        Party.named("Buyer").at(PostalAddress.in("AT").withCity("Wien"))))
                .line(InvoiceLine.priced(
                        "Calls",
                        new BigDecimal("1500"),
                        "C62",
                        UnitPrice.of(eur("12.50")).per("1000"),
                        Rounding.halfUp(2)))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(invoice, Locale.ENGLISH))
                .contains("\nFrom: Seller, DE\nTo: Buyer, Wien, AT\n")
                .contains("\n    1,500 C62 × 12.50 / 1,000\n");
    }

    /** 119.00 with tax are 100.00 in a group; what only informs says for which days, and why. */
    @Test
    void groupsOfPricesWithTaxAndInformationAreExplained() {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .pricesIncludeTax()
                .line(InvoiceLine.billed("Group", Fraction.ONE, "C62", eur("0"), List.of())
                        .identified("g")
                        .withStatus(InvoiceLine.Status.GROUP))
                .line(InvoiceLine.billed("Part", Fraction.ONE, "C62", eur("119"), List.of())
                        .within("g")
                        .taxed(TaxTreatment.standard("19")))
                .line(InvoiceLine.billed(
                                "Note", Fraction.ONE, "C62", eur("99"), List.of(Explanation.of("test", "as counted")))
                        .during(ServicePeriod.of("2026-01-01", "2026-02-01"))
                        .withStatus(InvoiceLine.Status.INFORMATION))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(invoice, Locale.ENGLISH)).contains("""
                Group
                    in all, of which the parts count: 100.00 EUR without tax
                Part [S 19%]                                                        119.00 EUR
                    1 C62 × 119.00
                Note
                    only for information: 99.00 EUR
                    2026-01-01 – 2026-01-31
                    as counted
                ------------------------------------------------------------------------------
                """);
    }

    /** Why a tax is what it is on a credit note, and why there is none. */
    @Test
    void taxesAreExplained() {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Documents.EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.billed("Goods", Fraction.ONE, "C62", eur("100"), List.of())
                        .taxed(TaxTreatment.standard("19")))
                .line(InvoiceLine.billed("Course", Fraction.ONE, "C62", eur("10"), List.of())
                        .taxed(TaxTreatment.exempt("training")))
                .build()
                .issue("R-1", "2026-02-01");
        assertThat(InvoiceText.of(invoice, Locale.ENGLISH))
                .containsPattern("\nE 0% .* 0\\.00 EUR\n(    .*\n)*    training\n");
        Invoice note = Creditable.of(invoice)
                .credit(Correction.of(CorrectionReason.RETURN))
                .amount(0, eur("50"))
                .draft()
                .issue("G-1", "2026-02-02");
        assertThat(InvoiceText.of(note, Locale.ENGLISH)).contains("""
                        S 19%                                                                 9.50 EUR
                            S 19% of 50: 9.5; all that is credited bears 9.5, the notes before have 0
                        """);
    }
}
