package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.SupportingDocument;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxTreatment;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.money.Monetary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents at their bounds: what is long does not take its length squared, and what is hostile is refused soon. */
@Tag("exhaustive")
class LargeInvoiceTest {
    private static final String SMALL = InvoiceJson.write(invoice(1, DocumentReferences.none()));

    private static Invoice invoice(int lines, DocumentReferences references) {
        var draft = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .references(references);
        for (int i = 0; i < lines; i++) {
            draft.line(InvoiceLine.billed(
                            "Line " + i,
                            Fraction.of(i),
                            "C62",
                            Amount.ofMinor(i, Monetary.getCurrency("EUR")),
                            List.of())
                    .identified("L" + i)
                    .taxed(TaxTreatment.standard("19")));
        }
        return draft.build().issue("R-1", "2026-02-01");
    }

    /** Thirty times as long as a document of 1,000 lines. */
    @Test
    void readsManyLines() {
        Invoice invoice = invoice(30_000, DocumentReferences.none());
        String json = InvoiceJson.write(invoice);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(InvoiceJson.read(json)).isEqualTo(invoice));
    }

    /** Texts have 10,000 characters elsewhere; an attachment has what it needs. */
    @Test
    void readsLongAttachments() {
        Invoice invoice = invoice(
                1,
                DocumentReferences.none()
                        .with(SupportingDocument.of("TS-1")
                                .attached("application/pdf", "ts.pdf", new byte[3_000_000])));
        assertThat(InvoiceJson.read(InvoiceJson.write(invoice))).isEqualTo(invoice);
    }

    @Test
    void readsManyOfEverythingSoon() {
        String references = "\"references\":{\"preceding\":" + many(100_000, i -> "{\"number\":\"R" + i + "\"}")
                + ",\"supporting\":" + many(100_000, i -> "{\"id\":\"S" + i + "\"}") + "}";
        String item =
                "\"item\":{\"classifications\":" + many(100_000, i -> "{\"scheme\":\"STI\",\"value\":\"" + i + "\"}")
                        + ",\"attributes\":" + many(100_000, i -> "{\"name\":\"a\",\"value\":\"" + i + "\"}") + "}";
        String json = SMALL.replace("\"lines\":[{", references + ",\"lines\":[{" + item + ",");
        var refused = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json)));
        assertThat(refused).returns("invoice.hash", InvalidDocumentException::code);
    }

    /** Each line within the one before it: no line is added up once for each group around it. */
    @Test
    void readsGroupsThatAreNestedDeeplySoon() {
        String lines = many(
                30_000,
                i -> "{\"id\":\"L" + i + "\"," + (i < 29_999 ? "\"status\":\"group\"," : "")
                        + (i > 0 ? "\"parent\":\"L" + (i - 1) + "\"," : "")
                        + "\"name\":\"n\",\"quantity\":\"0\",\"unit\":\"C62\",\"price\":{\"net\":\"0\",\"baseQuantity\":\"1\"},"
                        + "\"netAmount\":\"0\",\"explanations\":[]}");
        String json = SMALL.substring(0, SMALL.indexOf("\"lines\":[")) + "\"lines\":" + lines
                + SMALL.substring(SMALL.indexOf(",\"taxes\":[{\"treatment\""));
        var refused = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json)));
        assertThat(refused.errors()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+1000000000",
                "1E-1000000000",
                "1e99999999999",
                "99999999999999999999999999999999999999999",
                "\"\u0661\""
            })
    void refusesAbsurdNumbersSoon(String number) {
        String json = SMALL.replace("\"quantity\":\"0\"", "\"quantity\":" + number)
                .replace("\"netAmount\":\"0.00\"", "\"netAmount\":" + number);
        var refused = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json)));
        assertThat(refused.errors())
                .extracting(error -> error.path() + " " + error.argument())
                .containsExactly("lines[0] quantity", "lines[0] netAmount");
    }

    @Test
    void refusesWhatIsNestedTooDeepOrHasTooManyValues() {
        String deep = SMALL.replace("\"lines\":[", "\"lines\":[" + "[".repeat(5_000) + "]".repeat(5_000) + ",");
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(deep)))
                .returns("json.bounds", InvalidDocumentException::code);
        String many = "[" + "[],".repeat(2_000_000) + "[]]";
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(many)))
                .returns("json.bounds", InvalidDocumentException::code)
                .hasMessageContaining("must keep within the bounds of a document, but was more than 2000000 values");
    }

    private static String many(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }
}
