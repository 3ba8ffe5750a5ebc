package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.pricing.PerUnit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Version 1 is frozen: what hosts have stored is read to the same values by every later release. */
class FrozenVersionTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "version-1");
    private static final ContractTermsJson TERMS = ContractTermsJson.standard();
    private static final ContractJson CONTRACTS = ContractJson.standard();

    /** The documents of each kind. */
    private static final Map<String, List<String>> CORPUS = Map.ofEntries(
            Map.entry("contract-terms", List.of("contract-terms", "contract-terms-models", "contract-terms-least")),
            Map.entry("contract", List.of("contract", "contract-history")),
            Map.entry("billed-period", List.of("billed-period", "billed-period-taxed")),
            Map.entry("billing-mark", List.of("billing-mark", "billing-mark-taxed")),
            Map.entry("steps", List.of("steps")),
            Map.entry("invoice", List.of("invoice", "credit-note", "invoice-debit", "invoice-card")),
            Map.entry("allocation", List.of("allocation", "allocation-composed")),
            Map.entry("ledger-entry", List.copyOf(new TreeSet<>(FrozenEntries.ALL.keySet()))),
            Map.entry("audit-bundle", List.of("audit-bundle")),
            Map.entry("kpi-results", List.of("kpi-results")),
            Map.entry("scorecard", List.of("scorecard")),
            Map.entry("measurement", List.of("measurement", "measurement-money")),
            Map.entry("kpi-series", List.of("kpi-series")),
            Map.entry("change-finding", List.of("change-finding")),
            Map.entry("management-summary", List.of("management-summary")));

    /** No finding has a reason that is a part of others. */
    private static final Map<String, Set<String>> NEVER_WRITTEN = Map.of("audit-bundle", Set.of("within"));

    /** Of the schemas of version 1, with lines that end in a line feed. */
    private static final Map<String, String> SHA_256 = Map.ofEntries(
            Map.entry("contract-terms", "627960e69ee76c32df100b379bfb95ecd7ca6b579bc8aa9ee9bb9f7da6bfc7d2"),
            Map.entry("contract", "b23075510dd6d1a8fb47b476eed50454aba0aa7ff89319b81c206084abc05f1f"),
            Map.entry("billed-period", "e6a4fbd30065f6fe7c3ac095108e4b624f6773d4b8ca2e0e1adabe3d2af2317e"),
            Map.entry("billing-mark", "6f29f3253d109eaefa430f4579be245d7a66f8ac6444a1ecd698a5060c7c7bfb"),
            Map.entry("steps", "d0a1c7f2bbb54df73a6e4056030ecd55905d0ec06fbbb81b68d38df64fbbf48b"),
            Map.entry("invoice", "2ec6bf85d0cbaebb716af895bb62668c80cc7613ccbcbf1eb8ab5a5a2de62ba3"),
            Map.entry("allocation", "8fb8887a2f9c7a0edba28d08f6c377e663f783db62b70c5d7b530c9b309bed77"),
            Map.entry("ledger-entry", "746814464c6d72ddbd91160ed99c2051f8691946e20271c7948500cdccfb16cc"),
            Map.entry("audit-bundle", "28868ab1f5d26c3d97547f5ab642b32c14431c6184677f5e8a0ffce2727a6c22"),
            Map.entry("kpi-results", "080e24a9d2a0d5c4d6cbe594326eb279202826a5dc6b40f29b3bb423e1315d25"),
            Map.entry("scorecard", "f71cfcac21f52a0ffda7ebaed1464d36bad82e30f4ed10fadd90a75649dbfb6b"),
            Map.entry("measurement", "842cca9d902e99dcf98e02e1535ecb7440fda9eaed4943b67d5f4b6de606b7e5"),
            Map.entry("kpi-series", "b4f9f112c55aadab938e731de2e57a003e26c306edc85bdbbd09093e30478351"),
            Map.entry("change-finding", "823ff228bbc15ea8d33c46f74d76c1748366d406f61ed738d21b8d641d8b18da"),
            Map.entry("management-summary", "d6e7cd0e4ee17e33bda8b82d286b75830a2fae114c10d77386e49993009ea7bc"));

    @Test
    void readsTermsAsEver() {
        assertThat(TERMS.read(text("contract-terms"))).isEqualTo(FrozenDocuments.terms());
        assertThat(TERMS.read(text("contract-terms-models"))).isEqualTo(FrozenDocuments.models());
        assertThat(TERMS.read(text("contract-terms-least"))).isEqualTo(FrozenDocuments.least());
    }

    @Test
    void readsContractsAsEver() {
        assertThat(CONTRACTS.read(text("contract"))).isEqualTo(FrozenDocuments.contract());
        assertThat(CONTRACTS.readHistory(text("contract-history"))).isEqualTo(FrozenDocuments.history());
    }

    @Test
    void readsWhatWasBilledAsEver() {
        assertThat(BillingHistoryJson.readPeriod(text("billed-period"))).isEqualTo(FrozenDocuments.period());
        assertThat(BillingHistoryJson.readMark(text("billing-mark"))).isEqualTo(FrozenDocuments.mark());
        assertThat(BillingHistoryJson.readPeriod(text("billed-period-taxed"))).isEqualTo(FrozenDocuments.taxedPeriod());
        assertThat(BillingHistoryJson.readMark(text("billing-mark-taxed"))).isEqualTo(FrozenDocuments.taxedMark());
    }

    @Test
    void readsStepsAsEver() {
        assertThat(StepsJson.read(text("steps"))).isEqualTo(FrozenDocuments.steps());
    }

    @Test
    void readsIssuedDocumentsAsEver() {
        assertThat(InvoiceJson.read(text("invoice"))).isEqualTo(FrozenDocuments.invoice());
        assertThat(InvoiceJson.read(text("credit-note"))).isEqualTo(FrozenDocuments.creditNote());
        assertThat(InvoiceJson.read(text("invoice-debit"))).isEqualTo(FrozenDocuments.debited());
        assertThat(InvoiceJson.read(text("invoice-card"))).isEqualTo(FrozenDocuments.paidByCard());
    }

    /** And writes them so again, to the letter but for the white space between fields. */
    @Test
    void readsLedgerEntriesAsEver() {
        FrozenEntries.ALL.forEach((name, entry) -> {
            assertThat(LedgerJson.read(text(name))).as(name).isEqualTo(entry);
            assertThat(Json.MAPPER.readTree(LedgerJson.write(entry))).isEqualTo(Json.MAPPER.readTree(text(name)));
        });
    }

    /** And writes them so again, to the letter but for the white space between fields. */
    @Test
    void readsKpisAsEver() {
        assertThat(KpiResultsJson.read(text("kpi-results"))).isEqualTo(FrozenKpis.results());
        assertThat(ScorecardJson.read(text("scorecard"))).isEqualTo(FrozenKpis.scorecard());
        assertThat(MeasurementJson.read(text("measurement"))).isEqualTo(FrozenKpis.satisfaction());
        assertThat(MeasurementJson.read(text("measurement-money"))).isEqualTo(FrozenKpis.savings());
        assertThat(KpiSeriesJson.read(text("kpi-series"))).isEqualTo(FrozenKpis.series());
        assertThat(ChangeFindingJson.read(text("change-finding"))).isEqualTo(FrozenKpis.finding());
        assertThat(ManagementSummaryJson.read(text("management-summary"))).isEqualTo(FrozenKpis.summary());
        Map<String, String> written = Map.of(
                "kpi-results", KpiResultsJson.write(FrozenKpis.results()),
                "scorecard", ScorecardJson.write(FrozenKpis.scorecard()),
                "measurement", MeasurementJson.write(FrozenKpis.satisfaction()),
                "measurement-money", MeasurementJson.write(FrozenKpis.savings()),
                "kpi-series", KpiSeriesJson.write(FrozenKpis.series()),
                "change-finding", ChangeFindingJson.write(FrozenKpis.finding()),
                "management-summary", ManagementSummaryJson.write(FrozenKpis.summary()));
        written.forEach((name, json) ->
                assertThat(Json.MAPPER.readTree(json)).as(name).isEqualTo(Json.MAPPER.readTree(text(name))));
    }

    /** Others read them too: the same fields in the same order, whatever the words of a reason are. */
    @Test
    void writesInvoicesAndAllocationsAsEver() throws IOException {
        var invoices = new ByteArrayOutputStream();
        InvoiceJson.write(List.of(FrozenDocuments.invoice()), invoices);
        assertThat(places(invoices)).isEqualTo(places(Json.MAPPER.readTree(text("invoice")), ""));
        Map<String, Invoice> others = Map.of(
                "credit-note", FrozenDocuments.creditNote(),
                "invoice-debit", FrozenDocuments.debited(),
                "invoice-card", FrozenDocuments.paidByCard());
        for (Map.Entry<String, Invoice> other : others.entrySet()) {
            var written = new ByteArrayOutputStream();
            InvoiceJson.write(List.of(other.getValue()), written);
            assertThat(places(written)).isEqualTo(places(Json.MAPPER.readTree(text(other.getKey())), ""));
        }
        var bundle = new ByteArrayOutputStream();
        AuditJson.standard().write(AuditJsonTest.bundle(PerUnit.of("0.10")), bundle);
        assertThat(places(Json.MAPPER.readTree(bundle.toString(StandardCharsets.UTF_8)), ""))
                .isEqualTo(places(Json.MAPPER.readTree(text("audit-bundle")), ""));
        var allocations = new ByteArrayOutputStream();
        AllocationJson.write(List.of(FrozenDocuments.allocation()), allocations);
        assertThat(places(allocations)).isEqualTo(places(Json.MAPPER.readTree(text("allocation")), ""));
        var composed = new ByteArrayOutputStream();
        AllocationJson.write(List.of(FrozenDocuments.composedAllocation()), composed);
        assertThat(places(composed)).isEqualTo(places(Json.MAPPER.readTree(text("allocation-composed")), ""));
    }

    private static List<String> places(ByteArrayOutputStream documents) {
        return places(
                Json.MAPPER.readTree(documents.toString(StandardCharsets.UTF_8)).path(0), "");
    }

    /** The path of every field, and what kind of value stands there. */
    private static List<String> places(JsonNode node, String path) {
        var places = new ArrayList<String>();
        places.add(path + ": " + node.getNodeType());
        node.properties().forEach(field -> places.addAll(places(field.getValue(), path + "." + field.getKey())));
        if (node.isArray()) {
            node.valueStream().forEach(element -> places.addAll(places(element, path + "[]")));
        }
        return places;
    }

    static Stream<String> schemas() {
        return Schemas.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theSchemaIsFrozen(String name) {
        String current = sha256(Schemas.text(name));
        assertThat(current)
                .as(
                        "%s.schema.json is version 1, which hosts have stored and validate against. A change of the format needs"
                                + " a new version: see Versions in docs/terms.md. Only where exactly the same documents are valid"
                                + " as before, as with a better description, record the new SHA-256 here.",
                        name)
                .isEqualTo(SHA_256.get(name));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theDocumentsKeepToTheSchemaAndUseEveryField(String name) {
        List<String> documents = CORPUS.getOrDefault(name, List.of());
        assertThat(documents)
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThat(Schemas.violations(name, text(document))).isEmpty());
        Set<String> used = documents.stream()
                .flatMap(document -> fields(Json.MAPPER.readTree(text(document))))
                .collect(Collectors.toSet());
        Set<String> known =
                properties(Json.MAPPER.readTree(Schemas.text(name))).collect(Collectors.toCollection(TreeSet::new));
        known.removeAll(NEVER_WRITTEN.getOrDefault(name, Set.of()));
        assertThat(used).as("fields in the documents of version 1").containsAll(known);
    }

    /** The names of all fields, at any level. */
    private static Stream<String> fields(JsonNode node) {
        Stream<String> own = node.isObject() ? node.propertyNames().stream() : Stream.empty();
        return Stream.concat(own, node.valueStream().flatMap(FrozenVersionTest::fields));
    }

    /** The names of all fields that a schema allows, at any level. */
    private static Stream<String> properties(JsonNode schema) {
        JsonNode named = schema.path("properties");
        return Stream.concat(
                named.isObject() ? named.propertyNames().stream() : Stream.empty(),
                schema.valueStream().flatMap(FrozenVersionTest::properties));
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] lines = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(lines));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
