package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quittance.core.invoice.Invoice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Good documents, damaged: each is refused, or says the same as before; and the schema agrees with the reader. */
class InvoiceAgreementTest {
    /** Rules of issued documents that a JSON Schema cannot express; docs/invoices.md lists them. */
    private static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "account.bic",
            "amount.minor-unit",
            "amount.stated",
            "credit.share",
            "credit.size",
            "credit.negative",
            "credit.tax-currency",
            "credit.type",
            "document.content",
            "document.location",
            "invoice.draft",
            "invoice.due-amounts",
            "invoice.due-date",
            "invoice.hash",
            "invoice.stated",
            "invoice.tax-policy",
            "line.allowance-taxes",
            "line.parent",
            "lines.duplicate",
            "price.negative",
            "tax.given",
            "tax.policy",
            "tax.rate",
            "tax.reason",
            "reference.length",
            "text.characters",
            "text.length");

    private static final Set<String> ALL_BEYOND = Stream.of(SchemaAgreementTest.BEYOND_THE_SCHEMA, BEYOND_THE_SCHEMA)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    static List<Invoice> documents() {
        return List.of(FrozenDocuments.creditNote(), FrozenDocuments.debited(), FrozenDocuments.paidByCard());
    }

    /** Every damage at every place. */
    @ParameterizedTest
    @MethodSource("documents")
    void nothingElseIsReadThanWasWritten(Invoice invoice) {
        Damages.all(InvoiceJson.write(invoice)).forEach(document -> assertAgreement(document, invoice));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void nothingElseIsReadOfADocumentThatUsesEveryField(@ForAll("steps") List<Damages.Step> steps) {
        Invoice invoice = FrozenDocuments.invoice();
        JsonNode document = Json.MAPPER.readTree(InvoiceJson.write(invoice));
        steps.forEach(step -> Damages.apply(step, document));
        assertAgreement(document.toString(), invoice);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void readerAndSchemaAgreeOnAnyDocument(
            @ForAll("invoices") Invoice invoice, @ForAll("steps") List<Damages.Step> steps) {
        JsonNode document = Json.INVOICES.readTree(InvoiceJson.write(invoice));
        steps.forEach(step -> Damages.apply(step, document));
        assertAgreement(document.toString(), invoice);
    }

    /** What is covered by the hash is the same; what is not may be another, as the days within which it is paid. */
    private static void assertAgreement(String document, Invoice invoice) {
        Invoice read;
        try {
            read = InvoiceJson.read(document);
        } catch (InvalidDocumentException refused) {
            assertRefusal(refused, document);
            return;
        }
        Agreement.assertAllowed("invoice", document);
        assertThat(read.contentHash()).isEqualTo(invoice.contentHash());
        assertThatCode(() ->
                        assertThat(InvoiceJson.read(InvoiceJson.write(read))).isEqualTo(read))
                .doesNotThrowAnyException();
    }

    private static void assertRefusal(InvalidDocumentException refused, String document) {
        assertThat(refused.errors()).allSatisfy(error -> {
            assertThat(error.argument()).isNotEmpty();
            assertThat(error.rule()).isNotEmpty();
        });
        assertThat(refused.errors()).extracting(Throwable::getMessage).doesNotHaveDuplicates();
        Agreement.assertRefused("invoice", document, refused.errors(), ALL_BEYOND);
    }

    @Provide
    Arbitrary<Invoice> invoices() {
        return InvoiceArbitraries.invoices();
    }

    @Provide
    Arbitrary<List<Damages.Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of(Damages.Damage.class))
                .as(Damages.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
