package io.quittance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.allocation.AllocationLaw;
import io.quittance.testkit.settlement.SettlementLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/testkit.md says of the kit is true. */
class KitDocumentTest {
    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @CsvSource({
        "## Proration, io.quittance.testkit.schedule.ProrationLaw",
        "## Settlements, io.quittance.testkit.settlement.SettlementLaw",
        "## KPIs, io.quittance.testkit.kpi.KpiLaw",
        "## Tax , io.quittance.testkit.tax.TaxLaw"
    })
    void everyLawHasItsRow(String heading, Class<? extends Enum<?>> laws) throws IOException {
        String rows = sections(heading);
        assertThat(laws.getEnumConstants())
                .isNotEmpty()
                .allSatisfy(law -> assertThat(rows).containsPattern("(?m)^\\|.*\\| `" + law + "` \\|"));
    }

    @Test
    void everyLawOfStrategiesHasItsRow() throws IOException {
        String rows = Files.readString(ROOT.resolve("docs/allocation-strategies.md"));
        assertThat(AllocationLaw.values())
                .allSatisfy(law -> assertThat(rows).containsPattern("(?m)^\\|.*\\| `" + law + "` \\|"));
    }

    @Test
    void everyContractOfTheKitHasItsRow() throws IOException {
        String rows = Files.readString(ROOT.resolve("docs/testkit.md"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Contract.java"))
                            .map(name -> name.replace(".java", "")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(rows).containsPattern("(?m)^\\|.*`" + name + "`.*\\|"));
        }
    }

    /** What a reader copies is what is compiled and run. */
    @Test
    void itsCodeIsCompiled() throws IOException {
        assertThat(Pattern.compile("(?ms)^```java\n(.*?)^```$")
                        .matcher(Files.readString(ROOT.resolve("docs/testkit.md")))
                        .results()
                        .map(fence -> fence.group(1)))
                .containsExactly(region("ByWeeks.java"), region("ByWeeksTest.java") + "}\n");
    }

    private static String region(String file) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/quittance/testkit/schedule", file));
        Matcher region =
                Pattern.compile("(?s)// docs begin\n(.*?) *// docs end").matcher(source);
        assertThat(region.find()).isTrue();
        return region.group(1);
    }

    /** 22 laws (ar.md, section 7), and every law and test that they name exists. */
    @Test
    void everyLawOfReceivablesNamesWhatThereIs() throws IOException {
        String section = sections("## The laws of receivables");
        List<String> rows =
                section.lines().filter(line -> line.matches("\\| [0-9]+ \\|.*")).toList();
        assertThat(rows.stream().map(row -> row.replaceAll("^\\| ([0-9]+) .*", "$1")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 22).mapToObj(String::valueOf).toList());
        String laws = Stream.<Enum<?>>concat(Stream.of(AllocationLaw.values()), Stream.of(SettlementLaw.values()))
                .map(Enum::name)
                .collect(Collectors.joining("\n"));
        String tests = tests("billing-ar/src/test/java") + tests("extensions/billing-testkit/src/test/java");
        for (String row : rows) {
            Pattern.compile("`([A-Z_]{4,})`")
                    .matcher(row)
                    .results()
                    .forEach(name -> assertThat(laws.lines()).contains(name.group(1)));
            Pattern.compile("`([a-z]\\w+|\\w+Test)`")
                    .matcher(row)
                    .results()
                    .forEach(name -> assertThat(tests).containsPattern("(void|class) " + name.group(1) + "\\b"));
        }
    }

    /** All sections whose headings begin so. */
    private static String sections(String heading) throws IOException {
        String document = Files.readString(ROOT.resolve("docs/testkit.md"));
        return Stream.of(document.split("(?m)^(?=## )"))
                .filter(section -> section.startsWith(heading.strip()))
                .collect(Collectors.joining());
    }

    private static String tests(String folder) throws IOException {
        var sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }
}
