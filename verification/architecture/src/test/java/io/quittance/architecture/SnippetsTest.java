package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of Java in the documents is Java, of this version of the library. Those of examples are compared with them there. */
class SnippetsTest {

    static Stream<Snippet> snippets() {
        return Repository.documents().stream().flatMap(document -> Snippet.of(document).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void isCopiedFromCodeOrCompiles(Snippet snippet) {
        if (!snippet.isCopied()) {
            assertThat(snippet.errors()).as(snippet.source()).isEmpty();
        }
    }

    @Test
    void whatIsWrongDoesNotCompile() {
        assertThat(new Snippet("", 1, "", "", "no such " + "code\n").isCopied()).isFalse();
        assertThat(new Snippet("", 1, "", "", "Amount amount = Amount.of(\"1\", \"EUR\");\n").errors())
                .isEmpty();
        assertThat(new Snippet("", 1, "Amount amount", "", "amount.plus(amount);\n").errors())
                .hasSize(1)
                .allSatisfy(error -> assertThat(error).contains("plus"));
        assertThat(new Snippet("", 1, "", "", "LocalDate.of(2026, 1, 1)\n").errors())
                .isNotEmpty();
        assertThat(new Snippet("", 1, "", "", "class Mine implements Kpi {}\n").errors())
                .isNotEmpty();
    }

    @Test
    void noneIsLeftOut() {
        List<Snippet> all = snippets().toList();
        long fences = Repository.documents().stream()
                .mapToLong(document ->
                        Repository.fences(Repository.read(document), "java").size())
                .sum();
        assertThat(all).hasSize((int) fences).hasSizeGreaterThan(60);
    }
}
