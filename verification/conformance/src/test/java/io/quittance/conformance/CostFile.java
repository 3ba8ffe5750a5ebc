package io.quittance.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a data set among the test's resources. */
final class CostFile {
    private CostFile() {}

    static List<NamedCsvRecord> rows(String path) throws IOException {
        var stream = Objects.requireNonNull(CostFile.class.getResourceAsStream(path), path);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    static JsonNode reference(String path) throws IOException {
        try (var stream = Objects.requireNonNull(CostFile.class.getResourceAsStream(path), path)) {
            return new JsonMapper().readTree(stream);
        }
    }
}
