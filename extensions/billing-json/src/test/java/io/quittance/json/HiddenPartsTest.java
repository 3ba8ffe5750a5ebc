package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a hidden part of a document is in no refusal: not in its message, path, value or causes, nor in their stack traces. */
class HiddenPartsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "version-1");

    private static final String HERE = "@here";

    /** A name, an account, a card and an address that are nobody's. */
    private static final List<String> PLANTED =
            List.of("Zelda Quince", "DE75512108001245126199", "4929000000006", "zelda@quince.example");

    /** What is planted where one value stood, as JSON: of another type, too long, with control characters, an unknown word, no date. */
    private static final List<String> DAMAGES = Stream.concat(
                    PLANTED.stream()
                            .flatMap(word -> Stream.of(
                                    '"' + word + '"',
                                    '"' + (word + " ").repeat(1_000) + '"',
                                    '"' + word + "\\u0000" + '"',
                                    "[\"" + word + "\"]",
                                    "{\"" + word + "\": \"" + word + "\"}",
                                    "{\"name\": \"" + word + "\", \"" + word + "\": 1}")),
                    Stream.of("4929000000006", "-4929000000006.5", "1E+4929000000006"))
            .toList();

    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "contract-terms", ContractTermsJson.standard()::read,
            "contract", ContractJson.standard()::read,
            "contract-history", ContractJson.standard()::readHistory,
            "invoice", InvoiceJson::read,
            "invoice-debit", InvoiceJson::read,
            "invoice-card", InvoiceJson::read,
            "credit-note", InvoiceJson::read,
            "ledger-entry-payment", LedgerJson::read);

    /** The documents that have hidden parts, and one that has none. */
    static Stream<String> kinds() {
        return READERS.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void noRefusalShowsWhatStandsInAHiddenPart(String kind) {
        JsonNode document = Json.MAPPER.readTree(text(kind));
        List<String> places = places(document, "", false);
        var refused = new TreeMap<String, Integer>();
        for (String place : places) {
            for (String damage : DAMAGES) {
                JsonNode damaged = document.deepCopy();
                plant(damaged, place);
                String json = damaged.toString().replace("\"" + HERE + "\"", damage);
                Throwable thrown = catchThrowable(() -> reader(kind).apply(json));
                if (thrown != null) {
                    assertSaysNothing(thrown, kind + " " + place + " " + damage);
                    refused.merge(place, 1, Integer::sum);
                }
            }
        }
        if (!kind.equals("credit-note")) {
            assertThat(places).isNotEmpty();
        }
        assertThat(refused.keySet()).containsAll(places);
    }

    /** A field that nobody knows, and one that comes twice, whose names or values tell of somebody. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void noRefusalShowsAnUnknownOrRepeatedFieldOfAHiddenPart(String kind) {
        String json = Json.MAPPER.readTree(text(kind)).toString();
        for (String hidden : List.of("payment", "parties", "delivery", "address")) {
            String begin = '"' + hidden + "\":{";
            for (String word : PLANTED) {
                String field = '"' + word + "\":{\"" + word + "\":\"" + word + "\"},";
                for (String fields : List.of(field, field + field)) {
                    String damaged = json.replace(begin, begin + fields);
                    if (!damaged.equals(json)) {
                        assertSaysNothing(
                                catchThrowable(() -> reader(kind).apply(damaged)), kind + " " + hidden + fields);
                    }
                }
            }
        }
    }

    /** Texts that are no JSON, broken off or otherwise bad near the name, read at once or from a stream. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zelda Quince",
                "[{\"fact\": Zelda}]",
                "[{\"fact\": {\"payment\": {\"payer\": {\"name\": \"Zelda Quince",
                "[{\"fact\": {\"payment\": {\"payer\": {\"name\": \"Zelda \\q Quince\"}}}}]",
                "[{\"fact\": {\"payment\": {\"payer\": {\"name\": \"Zelda\u0001 Quince\"}}}}]",
                "[{\"fact\": {\"payment\": {\"payer\": {Zelda: 1}}}}]",
                "[{\"fact\": {\"payment\": {\"Zelda\": {\"Quince\": }}}}]",
                "[{\"fact\": {\"payment\": {\"Zelda\": [Quince]}}}]",
                "[{\"payment\": 4929000000006x}]",
                "[{\"payment\": 0004929000000006}]",
                "[1] Zelda Quince"
            })
    void noTextThatIsNoJsonIsQuoted(String text) {
        String one = text.startsWith("[") ? text.substring(1) : text;
        assertThat(assertSaysNothing(catchThrowable(() -> LedgerJson.read(one)), text))
                .extracting(Refusal::code)
                .isIn("json.syntax", "json.type");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertSaysNothing(catchThrowable(() -> LedgerJson.readAll(new ByteArrayInputStream(bytes), entry -> {})), text);
    }

    @Test
    void saysWhereATextIsNoJson() {
        assertThat(refused("{\n  \"schemaVersion\": 1,\n  \"key\": Zelda\n}"))
                .hasMessage("key: document must be well-formed JSON, but was broken (line 3, column 10)")
                .rootCause()
                .isInstanceOf(InvalidArgumentException.class); // not the parser's exception, which may quote the text
    }

    @Test
    void namesAFieldOfAHiddenPartByItsRuleAlone() {
        String json = text("ledger-entry-payment");
        assertThat(refused(json.replace("\"creditTransfer\"", "\"Zelda Quince\""))
                        .getMessage())
                .startsWith("fact.payment: method must be one of [")
                .doesNotContain("but was");
        assertThat(refused(json.replace("\"creditTransfer\"", "\"creditTransfer\", \"Zelda\": 1")))
                .hasMessageStartingWith("fact.payment: *** must be left out, for it is none of [id, valueDate");
    }

    private static InvalidDocumentException refused(String json) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> LedgerJson.read(json));
    }

    private static Function<String, Object> reader(String kind) {
        return Objects.requireNonNull(READERS.get(kind), kind);
    }

    /** And it is a refusal of this library. */
    private static InvalidDocumentException assertSaysNothing(Throwable thrown, String about) {
        assertThat(thrown).as(about).isInstanceOf(InvalidDocumentException.class);
        var refused = (InvalidDocumentException) thrown;
        var said = new StringWriter();
        refused.printStackTrace(new PrintWriter(said)); // with all causes, and all that was suppressed
        Stream.concat(Stream.of(refused), refused.errors().stream()).forEach(error -> {
            said.append(error.path())
                    .append(error.argument())
                    .append(error.rule())
                    .append(error.code());
            said.append(error.value().orElse(""));
            ((Throwable) error).printStackTrace(new PrintWriter(said));
        });
        assertThat(said.toString())
                .as(about)
                .doesNotContain(
                        "Zelda", "Quince", "zelda", "quince", "DE75512108001245126199", "4929000000006", "4.929E");
        return refused;
    }

    /** The paths of all values in hidden parts, and of those parts. */
    private static List<String> places(JsonNode node, String path, boolean hidden) {
        var places = new ArrayList<String>();
        if (hidden) {
            places.add(path);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                boolean within = hidden || JsonValue.isHidden(field.getKey());
                places.addAll(places(field.getValue(), path + "/" + field.getKey(), within));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.addAll(places(array.get(i), path + "/" + i, hidden));
            }
        }
        return places;
    }

    private static void plant(JsonNode document, String place) {
        int last = place.lastIndexOf('/');
        JsonNode parent = document.at(place.substring(0, last));
        String name = place.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), HERE);
        } else {
            ((ObjectNode) parent).put(name, HERE);
        }
    }

    private static String text(String document) {
        try {
            return Files.readString(FOLDER.resolve(document + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
