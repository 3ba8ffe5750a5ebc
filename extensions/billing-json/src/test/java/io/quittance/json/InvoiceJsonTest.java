package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxTreatment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was issued is read as it was written, and nothing else is. */
class InvoiceJsonTest {
    /** Three pieces at 33.335 are 100.01, and 19 % of that are 19.00, half up from 19.0019. */
    private static final Invoice INVOICE = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
            .paymentTerms(PaymentTerms.net(30))
            .line(InvoiceLine.priced("Set", new BigDecimal("3"), "H87", Amount.of("33.335", "EUR"), Rounding.halfUp(2))
                    .taxed(TaxTreatment.standard("19")))
            .build()
            .issue("R-1", "2026-02-01");

    /** Rounds as those of the library do; a class of a host's own all the same. */
    private record OwnPolicy(TaxPolicy same) implements TaxPolicy {
        @Override
        public List<List<Amount>> round(List<List<Fraction>> exact, javax.money.CurrencyUnit currency) {
            return same.round(exact, currency);
        }
    }

    private static final TaxPolicy OWN = new OwnPolicy(new TaxPerGroup(Rounding.halfUp(2)));

    @Test
    void readsWhatItWroteAndWritesTheSameBytes() {
        String json = InvoiceJson.write(INVOICE);
        assertThat(json)
                .endsWith("\"convention\":\"0.1\",\"draft\":{\"paymentTerms\":{\"netDays\":30},\"taxPolicy\":{\"kind\":"
                        + "\"perGroup\",\"rounding\":{\"scale\":2,\"mode\":\"HALF_UP\"}}},\"hash\":\""
                        + INVOICE.contentHash() + "\"}\n");
        Invoice read = InvoiceJson.read(json);
        assertThat(read).isEqualTo(INVOICE);
        assertThat(read.contentHash()).isEqualTo(INVOICE.contentHash());
        assertThat(InvoiceJson.write(read)).isEqualTo(json);
        assertThat(Schemas.violations("invoice", json)).isEmpty();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void readsEveryDocumentAsItWas(@ForAll("invoices") Invoice invoice) {
        String json = InvoiceJson.write(invoice);
        Invoice read = InvoiceJson.read(json);
        assertThat(read).isEqualTo(invoice);
        assertThat(read.contentHash()).isEqualTo(invoice.contentHash());
        assertThat(read.totals()).isEqualTo(invoice.totals());
        assertThat(read.draft().taxes()).isEqualTo(invoice.draft().taxes());
        assertThat(read.draft().lineNetAmounts()).isEqualTo(invoice.draft().lineNetAmounts());
        assertThat(InvoiceJson.write(read)).isEqualTo(json);
        assertThat(Schemas.violations("invoice", json)).isEmpty();
    }

    @Provide
    Arbitrary<Invoice> invoices() {
        return InvoiceArbitraries.invoices();
    }

    /** A note is drafted out of what was read, and what was credited before is known. */
    @Test
    void whatWasReadIsCredited() {
        Correction why = Correction.of(CorrectionReason.RETURN);
        Invoice read = InvoiceJson.read(InvoiceJson.write(INVOICE));
        Invoice first = Creditable.of(read)
                .credit(why)
                .quantity(0, new BigDecimal("2"))
                .draft()
                .issue("G-1", "2026-02-03");
        Invoice note = InvoiceJson.read(InvoiceJson.write(first));
        assertThat(note).isEqualTo(first);
        InvoiceDraft rest = Creditable.of(read, List.of(note)).whole(why);
        assertThat(rest.totals().withTax().add(note.totals().withTax()))
                .isEqualTo(INVOICE.totals().withTax());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "customer":"ACME" | "customer":"GLOBEX" | hash must be that of the contents, q1:
            "totals":{"lines":"100.01" | "totals":{"lines":"100.02" | totals: lines must be 100.01, which follows from the other fields, but was 100.02
            "due":"119.01"} | "due":"119.00"} | totals: due must be 119.01, which follows from the other fields, but was 119.00
            "tax":"19.00","explanations" | "tax":"19.01","explanations" | taxes[0]: tax must be 19.00, which follows from the other fields, but was 19.01
            "text":"3 × 33.335 = 100.005" | "text":"3 for 100" | lines[0].explanations[0]: text must be 3 × 33.335 = 100.005, which follows from the other fields, but was 3 for 100
            "dueDate":"2026-03-03" | "dueDate":"2026-01-31" | dueDate must not be before the issue date 2026-02-01, but was 2026-01-31
            "price":{"net":"33.335" | "price":{"net":"30" | lines[0]: netAmount must be a rounding of 90, but was EUR 100.01
            "price":{"net":"33.335" | "price":{"net":"-33.335" | lines[0].price: net must not be negative; use a negative quantity (BR-27), but was EUR -33.335
            "netAmount":"100.01" | "netAmount":"100.005" | lines[0]: netAmount must have at most 2 decimal places, but was EUR 100.005
            "currency":"EUR" | "currency":"XXX" | currency must have a minor unit, but was XXX
            "currency":"EUR","pricesIncludeTax":false | "currency":"EUR" | pricesIncludeTax must be given
            "type":"380" | "type":"380","notes":[] | notes must be left out where there is nothing to say
            "type":"380" | "type":"380","dispatch":{"address":"a@b.c"} | dispatch: channel must be given with a delivery address
            "kind":"perGroup" | "kind":"perMoon" | draft.taxPolicy: kind must be one of [perGroup, perLine, onTotal], but was perMoon
            "netDays":30 | "netDays":-1 | draft.paymentTerms: netDays must be between 0 and 3650, but was -1
            "netDays":30} | "netDays":30},"retention":{"years":8,"fromEndOfYear":true} | draft: retention must be given with the retention of the document, and only then
            "netDays":30} | "netDays":30},"paymentReference":"creditor" | draft: paymentReference must be given with the payment of the document, and only then
            "netDays":30} | "netDays":30},"cashRounding":{"increment":"0","mode":"UP"} | draft.cashRounding: increment must be more than 0, but was 0
            "hash":"q1 | "hash":"q2 | hash must be that of the contents, q1:
            """)
    void refusesWhatWasChanged(String good, String bad, String message) {
        String json = InvoiceJson.write(INVOICE);
        assertThat(json).contains(good);
        var refused =
                catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json.replace(good, bad)));
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused).hasMessageStartingWith(message);
    }

    /** Whoever changes a price and all that follows from it still has another hash. */
    @Test
    void refusesAForgedDocumentByItsHash() {
        Invoice cheaper = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .line(INVOICE.lines().get(0))
                .line(InvoiceLine.billed("more", Fraction.ONE, "C62", Amount.of("1", "EUR"), List.of()))
                .build()
                .issue("R-1", "2026-02-01");
        String forged = InvoiceJson.write(cheaper).replace(cheaper.contentHash(), INVOICE.contentHash());
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> InvoiceJson.read(forged))
                .withMessage("hash must be that of the contents, " + cheaper.contentHash()
                        + "; the document was altered after it was issued, but was " + INVOICE.contentHash())
                .returns("invoice.hash", InvalidDocumentException::code);
    }

    @Test
    void tellsAllThatIsWrong() {
        String json = InvoiceJson.write(INVOICE)
                .replace("\"number\":\"R-1\"", "\"number\":\"\"")
                .replace("\"quantity\":\"3\"", "\"quantity\":\"x\"")
                .replace("\"rate\":\"19\"", "\"rate\":\"-19\"")
                .replace("\"net\":\"33.335\"", "\"net\":true")
                .replace("\"due\":", "\"dues\":")
                .replace("\"mode\":\"HALF_UP\"", "\"mode\":\"NEVER\"");
        var refused = catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json));
        assertThat(refused.errors())
                .extracting(error -> error.path() + " " + error.argument() + " " + error.code())
                .containsExactly(
                        " number id.length",
                        "lines[0] quantity number.format",
                        "lines[0].price net json.type",
                        "lines[0].taxes[0] rate number.negative",
                        "taxes[0].treatment rate number.negative",
                        "totals due json.missing-field",
                        "totals dues json.unknown-field",
                        "draft.taxPolicy.rounding mode json.choice");
    }

    /** Neither names nor accounts nor addresses, whatever is wrong with them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "seller":{ | "seller":"Erika Muster", "was":{
            "name":"Beispiel GmbH" | "name":["Erika Muster"]
            "account":"DE02120300000000202051" | "account":["Erika Muster"]
            "transfers":[ | "transfers":{"a":"Erika Muster"}, "was":[
            "email":"office@example.com" | "email":"Erika Muster","email":"Erika Muster"
            "name":"Works" | "name":" Erika Muster"
            "city":"Berlin" | "city":{"a":"Erika Muster"}
            """)
    void showsNobody(String good, String bad) {
        String json = InvoiceJson.write(FrozenDocuments.invoice());
        assertThat(json).contains(good);
        var refused =
                catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json.replace(good, bad)));
        assertThat(refused.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getMessage()).doesNotContain("Erika"));
    }

    @Test
    void readsDocumentsThatAHostTaxedByItsOwnPolicy() {
        Invoice invoice = INVOICE.draft().toBuilder().taxPolicy(OWN).build().issue("R-2", "2026-02-01");
        String json = InvoiceJson.write(invoice);
        assertThat(json).doesNotContain("taxPolicy");
        assertThat(Schemas.violations("invoice", json)).isEmpty();
        assertThat(InvoiceJson.read(json, OWN)).isEqualTo(invoice);
        assertThat(InvoiceJson.read(InvoiceJson.write(INVOICE), OWN)).isEqualTo(INVOICE);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> InvoiceJson.read(json))
                .withMessage("draft: taxPolicy must be given; a policy of the host's own must be handed to the reader")
                .returns("invoice.tax-policy", InvalidDocumentException::code);
    }

    @Test
    void readsManyOneAfterTheOther() throws IOException {
        List<Invoice> all = List.of(INVOICE, FrozenDocuments.invoice(), FrozenDocuments.creditNote());
        assertThat(readAll(written(all))).containsExactlyElementsOf(all);
        assertThat(readAll(written(List.of()))).isEmpty();
        String pretty = Json.MAPPER.readTree(written(all)).toPrettyString();
        assertThat(readAll(pretty)).containsExactlyElementsOf(all);
    }

    @Test
    void givesWhatStandsBeforeADocumentThatIsRefusedAndItsPlace() throws IOException {
        String json = written(List.of(INVOICE, INVOICE, INVOICE));
        int second = json.indexOf("\"quantity\":\"3\"", json.indexOf('\n', 5));
        String bad = json.substring(0, second) + "\"quantity\":\"x\"" + json.substring(second + 14);
        var given = new ArrayList<Invoice>();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> InvoiceJson.readAll(stream(bad), given::add))
                .withMessage("[1].lines[0]: quantity must be a decimal number, but was x");
        assertThat(given).containsExactly(INVOICE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {} | document must be an array of documents
            [1] | [0] must be an object, but was 1
            [] x | document must be well-formed JSON, but was
            [ | [0]: document must be well-formed JSON, but was
            [{"a":}] | [0].a: document must be well-formed JSON, but was
            [{"schemaVersion":2}] | [0]: schemaVersion must be 1, but was 2
            """)
    void refusesStreamsThatAreNoDocuments(String json, String message) {
        var refused = catchThrowableOfType(InvalidDocumentException.class, () -> readAll(json));
        assertThat(refused.errors()).anySatisfy(error -> assertThat(error).hasMessageStartingWith(message));
    }

    @Test
    void leavesTheStreamOpenAndTellsThatItFailed() throws IOException {
        var closed = new ArrayList<String>();
        InvoiceJson.readAll(
                new ByteArrayInputStream(written(List.of(INVOICE)).getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() {
                        closed.add("closed");
                    }
                },
                invoice -> {});
        assertThat(closed).isEmpty();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> InvoiceJson.readAll(failing(), invoice -> {}));
    }

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }
        };
    }

    @Test
    void refusesToWriteWhatCouldNotBeRead() {
        Amount fine = Amount.of("0.000000000000000001", "EUR").multiply(new BigDecimal("0.1"));
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Set", BigDecimal.ONE, "H87", fine, Rounding.halfUp(2)))
                .build()
                .issue("R-1", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceJson.write(invoice))
                .withMessage("net must have at most 18 decimal places, but was 1E-19");
    }

    private static String written(List<Invoice> invoices) throws IOException {
        var bytes = new ByteArrayOutputStream();
        InvoiceJson.write(invoices, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Invoice> readAll(String json) throws IOException {
        var all = new ArrayList<Invoice>();
        InvoiceJson.readAll(stream(json), all::add);
        return all;
    }
}
