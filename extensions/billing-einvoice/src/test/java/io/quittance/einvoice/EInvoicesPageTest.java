package io.quittance.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/e-invoices.md says is so. */
class EInvoicesPageTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @Test
    void theProgramRuns() {
        InvoiceDraft.Builder draft = Samples.draft();
        // page begins
        Invoice invoice = draft.build().issue("R-2026-0007", "2026-03-31");
        EInvoice document = EInvoice.of(invoice, Profile.PEPPOL_BIS3.withUnits(Map.of("calls", "C62")));
        List<RuleViolation> problems = document.problems(Syntax.UBL); // empty: it can be written
        byte[] xml = document.bytes(Syntax.UBL);
        // page ends
        assertThat(problems).isEmpty();
        assertThat(Xml.texts(xml, "PayableAmount")).containsExactly("220.15");
    }

    @Test
    void theProgramIsCompiled() throws IOException {
        String source = Files.readString(MODULE.resolve("src/test/java/io/quittance/einvoice/EInvoicesPageTest.java"));
        String region = source.substring(
                        source.indexOf("// page begins\n") + "// page begins\n".length(),
                        source.indexOf("// page ends"))
                .stripIndent();
        assertThat(page()).contains("```java\n" + region + "```\n");
    }

    @Test
    void everyRuleOfTheModuleHasItsRow() throws IOException {
        try (Stream<Path> sources = Files.walk(MODULE.resolve("src/main/java"))) {
            String all = sources.filter(Files::isRegularFile)
                    .map(EInvoicesPageTest::read)
                    .collect(Collectors.joining());
            List<String> rules = Pattern.compile("(?:GroupRule|add)\\(\\s*\"(einvoice\\.[a-z-]+)\"")
                    .matcher(all)
                    .results()
                    .map(rule -> rule.group(1))
                    .toList();
            assertThat(rules).hasSize(10);
            String page = page();
            assertThat(rules).allSatisfy(rule -> assertThat(page).contains("\n| `" + rule + "` |"));
        }
    }

    @Test
    void everyProfileHasItsRow() throws IOException {
        String page = page();
        assertThat(List.of(Profile.EN16931, Profile.PEPPOL_BIS3, Profile.XRECHNUNG))
                .allSatisfy(profile -> assertThat(page).contains("` | `" + profile.specification() + "` |"));
    }

    private static String page() throws IOException {
        return Files.readString(MODULE.resolve("../../docs/e-invoices.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
