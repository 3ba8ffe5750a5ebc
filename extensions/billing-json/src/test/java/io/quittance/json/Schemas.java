package io.quittance.json;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schemas that ship, as a stranger's validator reads them. */
final class Schemas {
    /** The names of all schemas, each in the file {@code name.schema.json}. */
    static final List<String> NAMES = List.of(
            "contract-terms",
            "contract",
            "billed-period",
            "billing-mark",
            "invoice",
            "allocation",
            "ledger-entry",
            "steps",
            "audit-bundle",
            "kpi-results",
            "scorecard",
            "measurement",
            "kpi-series",
            "change-finding",
            "management-summary");

    /** Where the schemas might stand: they refer to each other by their names. */
    private static final String FOLDER = "https://schemas.test/";

    private static final Map<String, Schema> ALL = all();

    private Schemas() {}

    private static Map<String, Schema> all() {
        Map<String, String> texts = NAMES.stream()
                .collect(Collectors.toUnmodifiableMap(name -> FOLDER + name + ".schema.json", Schemas::text));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
        return NAMES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> registry.getSchema(SchemaLocation.of(FOLDER + name + ".schema.json"))));
    }

    /** A schema as it ships. */
    static String text(String name) {
        try (InputStream stream = ContractTermsJson.class.getResourceAsStream(name + ".schema.json")) {
            return new String(requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a document is valid, which is told at the first violation; {@link #violations} tells them all. */
    static boolean allows(String name, String json) {
        return requireNonNull(ALL.get(name), name).validate(json, InputFormat.JSON, OutputFormat.BOOLEAN);
    }

    static List<String> violations(String name, String json) {
        return requireNonNull(ALL.get(name), name).validate(json, InputFormat.JSON).stream()
                .map(Error::getMessage)
                .toList();
    }
}
