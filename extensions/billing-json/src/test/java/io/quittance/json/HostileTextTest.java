package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text comes in: terms, or the one exception that is documented, and soon. */
class HostileTextTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();
    private static final String GOOD = "{\"schemaVersion\":1,\"currency\":\"EUR\",\"zone\":\"UTC\",\"charges\":["
            + "{\"id\":\"c\",\"meter\":\"m\",\"model\":{\"type\":\"graduated\",\"tiers\":[{\"upTo\":\"5\",\"unitPrice\":1}],"
            + "\"beyond\":{\"unitPrice\":\"0.5\",\"cap\":\"9\"}}}],\"paymentTerms\":{\"netDays\":30}}";

    /** Names and words of the format, so that random documents get past its first checks. */
    private static final List<String> NAMES = List.of(
            "schemaVersion",
            "currency",
            "zone",
            "charges",
            "id",
            "meter",
            "name",
            "unit",
            "model",
            "type",
            "unitPrice",
            "tiers",
            "upTo",
            "flatFee",
            "cap",
            "beyond",
            "lineRounding",
            "scale",
            "mode",
            "paymentTerms",
            "netDays",
            "x");

    private static final List<String> LEAVES = List.of(
            "1",
            "-1",
            "0.5",
            "1E+1000000000",
            "1E-1000000000",
            "-0.0",
            "1e99999999999",
            "99999999999999999999",
            "30",
            "null",
            "true",
            "\"\"",
            "\"EUR\"",
            "\"XXX\"",
            "\"UTC\"",
            "\"perUnit\"",
            "\"graduated\"",
            "\"0.045\"",
            "\"HALF_UP\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"1E+1000000000\"",
            "\"1e99999999999\"",
            "\"\u0661\"",
            "\"c\"");

    @Property
    void randomTextIsRefusedOrRead(@ForAll String text) {
        refusedOrRead(text);
    }

    @Property
    void randomBytesAreRefusedOrRead(@ForAll byte[] bytes) {
        refusedOrRead(new String(bytes, StandardCharsets.UTF_8));
        refusedOrRead(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void randomDocumentsAreRefusedOrRead(@ForAll("documents") String document) {
        refusedOrRead(document);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void brokenDocumentsAreRefusedOrRead(@ForAll("broken") String document) {
        refusedOrRead(document);
    }

    /** Far more time than is needed, and far less than work that grows with the square of the size would take. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("costly")
    void largeDocumentsAreRefusedSoon(String name, String document) {
        assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> assertThat(refusedOrRead(document)).isFalse());
    }

    static Stream<Arguments> costly() {
        return Stream.of(
                Arguments.of("17 MB of spaces", " ".repeat(17_000_000)),
                Arguments.of("16 MB of one array", "[" + "0,".repeat(8_000_000) + "0]"),
                Arguments.of("a long number", GOOD.replace("30", "9".repeat(1_000_000))),
                Arguments.of("a long text", GOOD.replace("EUR", "E".repeat(1_000_000))),
                Arguments.of("a long name", GOOD.replace("zone", "z".repeat(1_000_000))),
                Arguments.of("deep arrays", GOOD.replace("30", "[".repeat(1_000_000))),
                Arguments.of("200,000 unknown fields", GOOD.replace("{\"netDays", "{" + fields(200_000) + "\"netDays")),
                Arguments.of(
                        "a field 200,000 times",
                        GOOD.replace("{\"netDays", "{" + "\"netDays\":1,".repeat(200_000) + "\"netDays")),
                Arguments.of("200,000 bad charges", GOOD.replace("[{\"id", "[" + "{},".repeat(200_000) + "{\"id")),
                Arguments.of("50,000 charges of one id", GOOD.replace("[{\"id", "[" + charges(50_000) + "{\"id")),
                Arguments.of(
                        "60,000 tiers, three of them bad",
                        GOOD.replace(
                                "{\"upTo\":\"5\",\"unitPrice\":1}",
                                tiers(30_000) + bad(3) + "," + tiers(29_999) + "{\"upTo\":\"5\",\"unitPrice\":1}")));
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"f" + i + "\":1,").collect(Collectors.joining());
    }

    private static String charges(int count) {
        return "{\"id\":\"c\",\"meter\":\"m\",\"model\":{\"type\":\"perUnit\",\"unitPrice\":\"1\"}},".repeat(count);
    }

    private static String tiers(int count) {
        return "{\"upTo\":\"7\",\"unitPrice\":\"1\"},".repeat(count);
    }

    private static String bad(int count) {
        return Stream.generate(() -> "{\"upTo\":\"0\",\"unitPrice\":\"-1\",\"flatFee\":\"-1\",\"cap\":\"-1\"}")
                .limit(count)
                .collect(Collectors.joining(","));
    }

    /** Whether the text was read. */
    private static boolean refusedOrRead(String text) {
        try {
            JSON.read(text);
            return true;
        } catch (InvalidDocumentException e) {
            assertThat(e.errors()).isNotEmpty();
            assertThat(e.getMessage()).isNotEmpty().hasSizeLessThan(20_000);
            return false;
        }
    }

    @Provide
    Arbitrary<String> documents() {
        return tree(5);
    }

    private static Arbitrary<String> tree(int depth) {
        Arbitrary<String> leaf = Arbitraries.of(LEAVES);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = tree(depth - 1);
        Arbitrary<String> fields = Combinators.combine(Arbitraries.of(NAMES), inner)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(6)
                .map(list -> "{" + String.join(",", list) + "}");
        Arbitrary<String> elements = inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]");
        return Arbitraries.frequencyOf(Tuple.of(4, fields), Tuple.of(2, elements), Tuple.of(1, leaf));
    }

    /** A good document in which a piece is replaced by another, or is lost. */
    @Provide
    Arbitrary<String> broken() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of("", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "//", "\uFEFF", "\u0000"),
                Arbitraries.of(LEAVES),
                Arbitraries.strings().ofMaxLength(3));
        Arbitrary<Integer> place = Arbitraries.integers().between(0, GOOD.length());
        return Combinators.combine(place, Arbitraries.integers().between(0, 12), piece)
                .as((at, length, with) ->
                        GOOD.substring(0, at) + with + GOOD.substring(Math.min(GOOD.length(), at + length)));
    }
}
