package io.quittance.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.BusinessGroup.Value;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.invoice.TaxPoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** All that a document can say stands in the XML, in both syntaxes, as an invoice and as a credit note, and is valid there. */
class EveryTermTest {
    private static final TaxPoint DAY = TaxPoint.on(LocalDate.parse("2026-03-30"));
    /** Several texts become one (BT-120). */
    private static final Set<String> JOINED = Set.of("BT-120");

    static Stream<Arguments> documents() {
        var documents = new ArrayList<Arguments>();
        for (Syntax syntax : Syntax.values()) {
            for (InvoiceType type : List.of(InvoiceType.INVOICE, InvoiceType.CREDIT_NOTE)) {
                documents.add(Arguments.of(syntax, type, FullDocument.TRANSFER, DAY));
                documents.add(Arguments.of(syntax, type, FullDocument.CARD, TaxPoint.at(TaxPoint.Event.ISSUE)));
                documents.add(Arguments.of(syntax, type, FullDocument.DEBIT, TaxPoint.at(TaxPoint.Event.PAYMENT)));
            }
        }
        return documents.stream();
    }

    @ParameterizedTest(name = "{1} as {0}")
    @MethodSource("documents")
    void isWrittenAndValid(Syntax syntax, InvoiceType type, PaymentInstruction payment, TaxPoint taxPoint) {
        Invoice invoice = FullDocument.of(type, payment, taxPoint);
        EInvoice document = EInvoice.of(invoice, Profile.XRECHNUNG);
        byte[] xml = document.bytes(syntax);
        assertThat(missing(document, syntax, xml)).isEmpty();
        assertThat(OfficialRules.en16931(syntax).broken(xml)).isEmpty();
        assertThat(document.bytes(syntax)).isEqualTo(xml);
    }

    /** Each term where the syntax bindings of EN 16931 have it: files that were read line by line when they were made. */
    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({"380, UBL", "381, UBL", "380, CII"})
    void standsWhereItBelongs(String type, Syntax syntax) throws IOException {
        Invoice invoice = FullDocument.of(new InvoiceType(type), FullDocument.TRANSFER, DAY);
        String name = "/full/" + type + "." + syntax.name().toLowerCase(Locale.ROOT) + ".xml";
        try (InputStream expected = Objects.requireNonNull(EveryTermTest.class.getResourceAsStream(name), name)) {
            assertThat(EInvoice.of(invoice, Profile.XRECHNUNG).bytes(syntax))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void isValidInPeppol() {
        Invoice invoice = FullDocument.of(InvoiceType.INVOICE, FullDocument.TRANSFER, DAY);
        byte[] xml = EInvoice.of(invoice, Profile.PEPPOL_BIS3).bytes(Syntax.UBL);
        assertThat(OfficialRules.PEPPOL_UBL.broken(xml)).isEmpty();
    }

    /** Terms for which invoices of this library have no place, of documents of other origin. */
    @ParameterizedTest
    @EnumSource
    void whatOnlyOtherDocumentsSayIsWritten(Syntax syntax) {
        BusinessGroup terms =
                FullDocument.of(InvoiceType.INVOICE, FullDocument.TRANSFER, DAY).terms();
        terms = Corrupted.with(terms, "BG-16", "BT-82", new Value("by transfer", null));
        terms = Corrupted.with(terms, "BG-25", "BT-128", new Value("meter 16", "ABT"));
        EInvoice document = EInvoice.of(terms, Profile.EN16931);
        byte[] xml = document.bytes(syntax);
        assertThat(missing(document, syntax, xml)).isEmpty();
        assertThat(OfficialRules.en16931(syntax).broken(xml)).isEmpty();
    }

    /** The documents together say all terms of the standard but those that invoices of this library have no place for. */
    @Test
    void nothingIsLeftUntried() {
        var said = new TreeSet<String>();
        for (PaymentInstruction payment : List.of(FullDocument.TRANSFER, FullDocument.CARD, FullDocument.DEBIT)) {
            for (TaxPoint point : List.of(DAY, TaxPoint.at(TaxPoint.Event.DELIVERY))) {
                Invoice invoice = FullDocument.of(InvoiceType.INVOICE, payment, point);
                Located.all(EInvoice.of(invoice, Profile.XRECHNUNG).terms())
                        .forEach(place -> said.addAll(place.group().terms()));
            }
        }
        var missing = new TreeSet<String>();
        for (int i = 1; i <= 165; i++) {
            if (!said.contains("BT-" + i)) {
                missing.add("BT-" + i);
            }
        }
        assertThat(missing).containsExactly("BT-128", "BT-4", "BT-82");
    }

    private static List<String> missing(EInvoice document, Syntax syntax, byte[] xml) {
        var written = new TreeSet<String>();
        collect(Xml.parse(xml).getDocumentElement(), written);
        var missing = new ArrayList<String>();
        for (Located place : Located.all(document.terms())) {
            for (String term : place.group().terms()) {
                List<Value> values = place.group().values(term);
                boolean there = JOINED.contains(term)
                        ? written.contains("reason one; reason two")
                        : values.stream().allMatch(value -> isWritten(place, term, value, syntax, written));
                if (!there) {
                    missing.add(place.to(term));
                }
            }
        }
        return missing;
    }

    private static boolean isWritten(Located place, String term, Value value, Syntax syntax, Set<String> written) {
        return written.contains(expected(place, term, value.text(), syntax))
                && value.qualifier().stream().allMatch(written::contains);
    }

    private static String expected(Located place, String term, String text, Syntax syntax) {
        if (syntax == Syntax.UBL) {
            return term.equals("BT-22")
                    ? place.group().text("BT-21").map(code -> "#" + code + "#").orElse("") + text
                    : term.equals("BT-21") ? "#AAI#note with subject" : text;
        }
        if (term.equals("BT-8")) {
            return text.equals("432") ? "72" : text.equals("3") ? "5" : "29";
        }
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? LocalDate.parse(text).format(DateTimeFormatter.BASIC_ISO_DATE)
                : text;
    }

    private static void collect(Node node, Set<String> texts) {
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            texts.add(attributes.item(i).getNodeValue());
        }
        NodeList children = node.getChildNodes();
        boolean leaf = true;
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                leaf = false;
                collect(children.item(i), texts);
            }
        }
        if (leaf) {
            texts.add(node.getTextContent());
        }
    }
}
