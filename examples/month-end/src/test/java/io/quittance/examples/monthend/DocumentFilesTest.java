package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What is written of the documents of the data that ship. */
class DocumentFilesTest {
    private static final DocumentChoice USUAL = new DocumentChoice(DocumentChoice.USUAL, Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void aLimitIsForInvoicesAndCorrectionsAlwaysBringTheirs() throws IOException {
        assertThat(written(0)).containsExactly("T-2014-000001", "TC-2014-000001");
        assertThat(written(2)).containsExactly("T-2014-000001", "T-2014-000002", "TC-2014-000001");
        assertThat(written(1_000_000))
                .isEqualTo(Shipped.CLOSE.documents().stream()
                        .map(one -> one.number().value())
                        .toList());
    }

    private static List<String> written(int limit) {
        return new DocumentChoice(limit, Optional.empty())
                .of(Shipped.CLOSE.documents()).stream()
                        .map(one -> one.number().value())
                        .toList();
    }

    /** 45.07 + 16.78 + 11.01 + 2.70 = 75.56; 19 % are 14.3564. */
    @Test
    void theTextIsInTheLanguageOfTheBuyer() throws IOException {
        write(USUAL);
        assertThat(read("T-2014-000001.txt"))
                .startsWith("Rechnung T-2014-000001 vom 2014-02-01\nVon: Beispielfon GmbH, ")
                .containsPattern("\nDay minutes \\[S 19%\\] +45,07 USD\n")
                .contains("    265.1 × 0.17 = 45.067\n")
                .containsPattern("\nOhne Steuer +75,56 USD\nS 19% +14,36 USD\n")
                .containsPattern("\nMit Steuer +89,92 USD\nSteuer in der zweiten Währung +10,63 EUR\n")
                .containsPattern("\nFällig am 2014-03-03 +89,92 USD\n2 % Skonto bei Zahlung bis 2014-02-11\n"
                        + "Verwendungszweck: RF08T2014000001\n$");
        assertThat(read("T-2014-000004.txt"))
                .startsWith("Invoice T-2014-000004 of 2014-02-01\n")
                .containsPattern("\nDue by 2014-03-03 +66.80 USD\n2 % less if paid by 2014-02-11\n");
        assertThat(read("TC-2014-000001.txt"))
                .startsWith("Gutschrift TC-2014-000001 vom 2014-02-10\n")
                .contains("\nBezieht sich auf: T-2014-000001\n")
                .containsPattern("\nMit Steuer +1,18 USD\n")
                .doesNotContain("Skonto");
        assertThat(read("T-2014-000001.html"))
                .containsPattern("Skonto</dt>\\s*<dd>2 % bei Zahlung bis 11. Februar 2014");
        write(new DocumentChoice(0, Optional.of(Locale.UK)));
        assertThat(read("TC-2014-000001.txt")).startsWith("Credit note TC-2014-000001 of 2014-02-10\n");
        assertThat(read("TC-2014-000001.html")).contains("<html lang=\"en-GB\">", "Credit note");
    }

    @Test
    void thePageHasEveryFigureOfItsDocument() throws IOException {
        write(USUAL);
        for (IssuedDocument one : USUAL.of(Shipped.CLOSE.documents())) {
            Locale locale = USUAL.locale(one.document());
            String page = read(one.number() + ".html");
            assertThat(figures(one.document().terms()))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(figure -> assertThat(page).contains(shown(figure, locale)));
            assertThat(page).contains(one.hash());
        }
    }

    /** All amounts, quantities and prices, of all parts; rates are shown as they are. */
    private static List<String> figures(BusinessGroup group) {
        var figures = new ArrayList<String>();
        for (String term : group.terms()) {
            group.values(term).stream()
                    .map(BusinessGroup.Value::text)
                    .filter(text -> text.matches("-?\\d+\\.\\d+"))
                    .forEach(figures::add);
        }
        group.groupIds().forEach(id -> group.groups(id).forEach(part -> figures.addAll(figures(part))));
        return figures;
    }

    private static String shown(String figure, Locale locale) {
        return figure.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    @Test
    void theXmlSaysTheSameAndIsValidByTheOfficialRules() throws Exception {
        write(USUAL);
        for (IssuedDocument one : USUAL.of(Shipped.CLOSE.documents())) {
            assertThat(OfficialRules.broken(xml(one.number() + ".xml")))
                    .as(one.number().value())
                    .isEmpty();
        }
        Document invoice = xml("T-2014-000001.xml");
        assertThat(invoice.getDocumentElement().getLocalName()).isEqualTo("Invoice");
        assertThat(texts(invoice, "LineExtensionAmount")).containsExactly("75.56", "45.07", "16.78", "11.01", "2.70");
        assertThat(texts(invoice, "TaxAmount")).containsExactly("14.36", "14.36", "10.63");
        assertThat(texts(invoice, "PayableAmount")).containsExactly("89.92");
        assertThat(texts(invoice, "Note")).containsExactly("net 30 days, 2% within 10 days");
        assertThat(texts(invoice, "PaymentID")).containsExactly("RF08T2014000001");
        Document note = xml("TC-2014-000001.xml");
        assertThat(note.getDocumentElement().getLocalName()).isEqualTo("CreditNote");
        assertThat(texts(note, "CreditNoteTypeCode")).containsExactly("381");
        assertThat(texts(note, "PayableAmount")).containsExactly("1.18");
        assertThat(texts(note, "ID")).contains("TC-2014-000001", "T-2014-000001");
    }

    /** A unit of one's own is on no list: the document has no XML, and the index says why. */
    @Test
    void whatBreaksARuleHasNoXml() throws IOException {
        Invoice invoice = Shipped.CLOSE.billing().invoices().get(0);
        Invoice other = invoice.draft().toBuilder()
                .line(InvoiceLine.priced(
                                "Support",
                                BigDecimal.ONE,
                                "calls",
                                UnitPrice.of(Amount.of("1", "USD")),
                                Rounding.halfUp(2))
                        .taxed(invoice.lines().get(0).taxes()))
                .build()
                .issue("T-2014-000001", "2014-02-01");
        var documents = List.of(new IssuedDocument(other, other.contentHash()));
        Map<InvoiceNumber, WrittenDocument> written = DocumentFiles.write(documents, USUAL, output());
        assertThat(folder.resolve("invoices")).isDirectoryNotContaining("glob:**.xml");
        assertThat(index(documents, written).get(1))
                .startsWith("T-2014-000001,380,2014-02-01,2014-03-03,1,USD,76.56,14.55,91.11,91.11,q1:")
                .contains(",txt html,")
                .contains("BR-CL-23");
    }

    @Test
    void allDocumentsAreListedWhetherTheyAreWrittenOrNot() throws IOException {
        var choice = new DocumentChoice(2, Optional.empty());
        Map<InvoiceNumber, WrittenDocument> written = write(choice);
        List<String> rows = index(Shipped.CLOSE.documents(), written);
        assertThat(rows).hasSize(1 + 5001);
        String hash = Shipped.CLOSE.documents().get(0).hash();
        assertThat(rows.get(1))
                .isEqualTo("T-2014-000001,380,2014-02-01,2014-03-03,1,USD,75.56,14.36,89.92,89.92," + hash
                        + ",txt html xml,");
        assertThat(rows.get(4)).startsWith("T-2014-000004,380,").endsWith(",,");
        assertThat(rows.get(5001)).startsWith("TC-2014-000001,381,2014-02-10,2014-02-10,1,USD,0.99,0.19,1.18,1.18,q1:");
        assertThat(rows.stream().filter(row -> row.endsWith(",txt html xml,"))).hasSize(3);
    }

    /** The documents of an earlier run go, and what is not of the job stays. */
    @Test
    void theFilesOfAnEarlierRunAreRemoved() throws IOException {
        write(USUAL);
        Files.writeString(folder.resolve("invoices/notes.txt"), "of the user");
        Files.writeString(folder.resolve("invoices/TC-2014-000001.xml.incomplete"), "");
        output();
        try (Stream<Path> files = Files.list(folder.resolve("invoices"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("notes.txt");
        }
    }

    @Test
    void theFirstDocumentsAreThoseOfTheFirstCustomers() throws IOException {
        assertThat(write(USUAL).keySet())
                .extracting(InvoiceNumber::value)
                .startsWith(IntStream.rangeClosed(1, DocumentChoice.USUAL)
                        .mapToObj(n -> String.format(Locale.ROOT, "T-2014-%06d", n))
                        .toArray(String[]::new));
    }

    private Map<InvoiceNumber, WrittenDocument> write(DocumentChoice choice) throws IOException {
        return DocumentFiles.write(Shipped.CLOSE.documents(), choice, output());
    }

    private OutputFolder output() {
        return OutputFolder.prepared(folder, List.of(), List.of());
    }

    private static List<String> index(List<IssuedDocument> documents, Map<InvoiceNumber, WrittenDocument> written)
            throws IOException {
        var out = new ByteArrayOutputStream();
        DocumentIndex.write(documents, written, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve("invoices").resolve(name));
    }

    private Document xml(String name) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(read(name).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String element) {
        var nodes = document.getElementsByTagNameNS("*", element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
