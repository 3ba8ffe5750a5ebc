package io.quittance.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of codes are those of the official artefacts. */
class CodeListTest {
    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "document-type, BR-CL-01",
        "currency, BR-CL-04",
        "object-scheme, BR-CL-07",
        "note-subject, BR-CL-08",
        "identifier-scheme, BR-CL-11",
        "classification-list, BR-CL-13",
        "payment-means, BR-CL-16",
        "tax-category, BR-CL-17",
        "allowance-reason, BR-CL-19",
        "charge-reason, BR-CL-20",
        "exemption-reason, BR-CL-22",
        "unit, BR-CL-23",
        "electronic-address-scheme, BR-CL-25"
    })
    void hasTheOfficialCodes(String list, String rule) throws IOException {
        assertThat(ours(list)).isEqualTo(official("cii/EN16931-CII", rule));
    }

    /** AN and SS are countries in one syntax only, and not in the other: neither is taken. */
    @ParameterizedTest
    @CsvSource({"cii/EN16931-CII, AN", "ubl/EN16931-UBL, SS"})
    void hasTheCountriesOfBothSyntaxes(String artefact, String only) throws IOException {
        Set<String> expected = official(artefact, "BR-CL-14");
        assertThat(expected.remove(only)).isTrue();
        assertThat(ours("country")).isEqualTo(expected);
    }

    private static Set<String> ours(String list) throws IOException {
        return codes(read("/io/quittance/einvoice/codes/" + list + ".txt"));
    }

    private static Set<String> official(String artefact, String rule) throws IOException {
        Matcher test = Pattern.compile(
                        "<svrl:failed-assert test=\"([^\"]*)\">\\s*<xsl:attribute name=\"id\">" + rule + "<")
                .matcher(read("/external/schematron/1.3.16/" + artefact + "-validation.xslt"));
        assertThat(test.find()).as(rule).isTrue();
        return codes(Pattern.compile("' ([^']+) '\\s*,")
                .matcher(test.group(1))
                .results()
                .map(codes -> codes.group(1))
                .collect(Collectors.joining(" ")));
    }

    private static Set<String> codes(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = CodeListTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
