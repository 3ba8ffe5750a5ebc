package io.quittance.json;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas that ship, as a stranger's validator reads them. */
final class Schemas {
    private static final Map<String, Schema> ALL = Stream.of("contract-terms", "invoice", "allocation", "steps")
            .collect(Collectors.toUnmodifiableMap(name -> name, Schemas::read));

    private Schemas() {}

    private static Schema read(String name) {
        try (InputStream stream = ContractTermsJson.class.getResourceAsStream(name + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> violations(String name, String json) {
        return requireNonNull(ALL.get(name), name).validate(json, InputFormat.JSON).stream()
                .map(Error::getMessage)
                .toList();
    }
}
