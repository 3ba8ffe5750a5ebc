package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quittance.core.audit.AuditFinding;
import io.quittance.core.verification.PlausibilityFinding;
import io.quittance.core.verification.VerificationFinding;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents say about the code is true. */
class DocumentationTest {

    @ParameterizedTest(name = "{1} has a row for each {0}")
    @CsvSource({
        "io.quittance.core.pricing.ChargeModel, docs/charge-models.md",
        "io.quittance.core.usage.UsageAggregation, docs/usage.md",
        "io.quittance.core.tax.TaxPolicy, docs/invoices.md",
        "io.quittance.core.revenue.RecognitionRule, docs/revenue.md",
        "io.quittance.ar.allocation.AllocationStrategy, docs/allocation-strategies.md",
        "io.quittance.ar.matching.Evidence, docs/payments.md",
        "io.quittance.ar.matching.AmountFit, docs/payments.md",
        "io.quittance.kpi.Kpi, docs/kpis.md",
        "io.quittance.kpi.scorecard.Attainment, docs/scorecards.md"
    })
    void everyClassOfACatalogueHasItsRow(String catalogue, String document) {
        String rows = Repository.read(document);
        List<String> missing = Classes.PRODUCT.stream()
                .filter(type -> type.isAssignableTo(catalogue) && !type.isInterface())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .filter(name -> !Pattern.compile("(?m)^\\|.*`" + name + "[`.(]")
                        .matcher(rows)
                        .find())
                .toList();
        assertThat(missing).isEmpty();
        assertThat(Classes.PRODUCT.stream().filter(type -> type.isAssignableTo(catalogue)))
                .hasSizeGreaterThan(1);
    }

    /** What a review of a contract can find is known to users by its code. */
    @Test
    void everyFindingOfAReviewHasItsRow() {
        String sources = Repository.mainSources(List.of("billing-core")).stream()
                .filter(source -> source.toString().endsWith("Rule.java"))
                .map(source -> Repository.read(source.toAbsolutePath().toString()))
                .collect(Collectors.joining());
        List<String> codes = Pattern.compile("\"(review\\.[a-z-]+)\"")
                .matcher(sources)
                .results()
                .map(code -> code.group(1))
                .distinct()
                .toList();
        assertThat(codes).hasSizeGreaterThan(30);
        String rows = Repository.read("docs/contracts.md");
        String german =
                Repository.read("billing-core/src/main/resources/io/quittance/core/explain/reasons_de.properties");
        assertThat(codes).allSatisfy(code -> {
            assertThat(rows).containsPattern("(?m)^\\|.*`" + Pattern.quote(code) + "`.*\\|");
            assertThat(german).contains("\n" + code + "=");
        });
    }

    @Test
    void everyFindingOfAVerificationHasItsRow() {
        String rows = Repository.read("docs/verification.md");
        Stream.concat(Stream.of(VerificationFinding.Code.values()), Stream.of(PlausibilityFinding.Code.values()))
                .forEach(code -> assertThat(rows).containsPattern("(?m)^\\|.*`" + code + "`.*\\|"));
    }

    @Test
    void everyFindingOfAnAuditHasItsRow() {
        String rows = Repository.read("docs/audit.md");
        Stream.of(AuditFinding.Code.values())
                .forEach(code -> assertThat(rows).containsPattern("(?m)^\\|.*`" + code + "`.*\\|"));
    }

    @Test
    void theReadmesProgramIsCompiled() {
        String source = Repository.read(
                "verification/architecture/src/test/java/io/quittance/architecture/ReadmeProgramTest.java");
        String region = Repository.between(source, "// README begins\n", "// README ends")
                .stripIndent();
        assertThat(Repository.fences(Repository.read("README.md"), "java")).containsExactly(region);
    }

    @Test
    void theExampleOfKpisFromRunsIsCompiled() {
        String source =
                Repository.read("billing-kpi/src/test/java/io/quittance/kpi/billrun/FromContractToKpisTest.java");
        String region = Repository.between(source, "// docs/kpis.md begins\n", "// docs/kpis.md ends")
                .stripIndent();
        String section = Repository.between(Repository.read("docs/kpis.md"), "\n## From your own runs\n", "\n## ");
        assertThat(Repository.fences(section, "java")).containsExactly(region);
    }

    @Test
    void theReadmesDependencyBlockIsThatOfAUser() {
        String pom = Repository.read("verification/consumers/src/it/classpath-consumer/pom.xml");
        String block = Repository.between(
                        pom,
                        "<!-- the README's dependency block, to the letter -->\n",
                        "<!-- end of the README's dependency block -->")
                .stripIndent();
        assertThat(Repository.fences(Repository.read("README.md"), "xml")).containsExactly(block);
    }

    @ParameterizedTest
    @CsvSource({"Run it", "Test it"})
    void theReadmeHasOneCommandUnderEachHeading(String heading) {
        String section = Repository.between(Repository.read("README.md"), "\n## " + heading + "\n", "\n## ");
        assertThat(Repository.fences(section, "sh")).hasSize(1);
    }

    @Test
    void theReadmeSaysWhyEachEntryExists() {
        String section = Repository.between(Repository.read("README.md"), "\n## What is in this repository\n", "\n## ");
        var named = Pattern.compile("(?m)^\\| ((?:`[^`|]+`(?:, )?)+) \\| .{20,}")
                .matcher(section)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([^`]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .filter(name -> !name.equals("README.md"))
                .toList();
        String pom = Repository.read("pom.xml");
        var modules = Pattern.compile("<module>([^<]+/[^<]+)</module>")
                .matcher(pom)
                .results()
                .map(module -> module.group(1));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(modules, Repository.topLevel().stream()).toList());
    }

    @Test
    void theBomListsWhatIsPublished() {
        String bom = Repository.read("extensions/billing-bom/pom.xml");
        assertThat(Pattern.compile("<artifactId>(billing-(?!bom)[a-z]+)</artifactId>")
                        .matcher(bom)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(Repository.PUBLISHED.stream()
                        .map(path -> path.substring(path.indexOf('/') + 1))
                        .toList());
        assertThat(version(bom)).isEqualTo(version(Repository.read("pom.xml")));
    }

    private static String version(String pom) {
        return Repository.between(pom, "<version>", "</version>");
    }
}
