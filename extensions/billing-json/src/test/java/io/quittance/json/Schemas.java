package io.quittance.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schemas that ship, as a stranger's validator reads them. */
final class Schemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    static List<String> violations(String name, String json) {
        try (InputStream stream = ContractTermsJson.class.getResourceAsStream(name + ".schema.json")) {
            Schema schema = REGISTRY.getSchema(stream);
            return schema.validate(json, InputFormat.JSON).stream()
                    .map(Error::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
