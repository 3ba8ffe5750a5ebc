package io.quittance.golden;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.Invoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every charge model that a contract in JSON can have is billed, and not only found to be missing something. */
class GoldenModelsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyModelOfTheSchemaHasALineThatIsBilled() throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(
                Path.of(System.getProperty("basedir", "."), "../../docs/schema/contract-terms.schema.json")));
        Set<String> types = schema.at("/$defs/model/properties/type/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(toCollection(TreeSet::new));
        Set<String> billed =
                new TreeSet<>(billed("contracts.jsonl", "invoice-" + Invoice.CONVENTION + "/standard.csv"));
        assertThat(billed).as("milestones are billed in the book alone").doesNotContain("milestones");
        billed.addAll(billed("book/contracts.jsonl", "book/invoice-" + Invoice.CONVENTION + "/standard.csv"));
        assertThat(types).isNotEmpty();
        assertThat(billed).isEqualTo(types);
    }

    /** The types of the models of charges that have a line of more than nothing. */
    private static Set<String> billed(String contracts, String answers) {
        Set<String> charges = GoldenInputs.text(answers)
                .lines()
                .filter(line -> line.startsWith("line,") && line.matches(".*,[A-Z]{3} (?=[0-9.]*[1-9])[0-9.]+"))
                .map(line -> line.split(",", -1))
                .flatMap(parts -> Stream.of(parts).map(part -> parts[1] + " " + part))
                .collect(toCollection(TreeSet::new));
        return GoldenInputs.text(contracts)
                .lines()
                .map(JSON::readTree)
                .flatMap(contract -> contract.at("/terms/charges")
                        .valueStream()
                        .filter(charge -> charges.contains(contract.path("id").asString() + " "
                                + charge.path("id").asString()))
                        .map(charge -> charge.at("/model/type").asString()))
                .collect(toCollection(TreeSet::new));
    }
}
