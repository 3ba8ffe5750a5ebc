package io.quittance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.matching.Match;
import io.quittance.ar.matching.OpenBook;
import io.quittance.ar.matching.PaymentMatcher;
import io.quittance.bank.camt.CamtReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/bank-files.md says is so. */
class BankFilesPageTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    private static String page() throws IOException {
        return Files.readString(MODULE.resolve("../../docs/bank-files.md"));
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingHasItsRow(BankFinding.Code code) throws IOException {
        assertThat(page()).contains("\n| `" + code + "` | ");
    }

    @Test
    void theCodeOfThePageRuns() throws IOException {
        String document = Samples.statement(Samples.entry("8.00", "B-1", ""));
        PaymentMatcher matcher = PaymentMatcher.standard();
        OpenBook book = OpenBook.of(List.of(), List.of());
        List<Match> inbox = new ArrayList<>();
        List<BankTransaction> queue = new ArrayList<>();
        try (InputStream stream = Samples.bytes(document)) {
            BankFile file = new CamtReader().read(stream); // or new Mt940Reader()
            BalanceProof proof =
                    file.statements().get(0).proof(); // PROVED, DIFFERENT by how much, NOT_STATED, NOT_COMPARABLE
            for (BankTransaction transaction : file.transactions()) {
                inbox.add(matcher.match(transaction, book)); // whose money it is, and what for
            }
            List<ReturnedTransaction> returns =
                    file.returns(); // direct debits and transfers that come back, with their reasons
            List<BankFinding> findings = file.findings(); // what a person should know of
            assertThat(proof.outcome()).isEqualTo(BalanceProof.Outcome.NOT_STATED);
            assertThat(returns).isEmpty();
            assertThat(findings).isEmpty();
        }
        try (InputStream stream = Samples.bytes(document)) {
            new CamtReader().read(stream, entry -> entry.transactions().forEach(queue::add));
        }
        assertThat(inbox).hasSize(1);
        assertThat(queue).hasSize(1);
        String source =
                squeezed(Files.readString(MODULE.resolve("src/test/java/io/quittance/bank/BankFilesPageTest.java")));
        List<String> fences = Pattern.compile("(?ms)^```java\\n(.*?)^```$")
                .matcher(page())
                .results()
                .map(fence -> squeezed(fence.group(1)))
                .toList();
        assertThat(fences).hasSize(2).allSatisfy(fence -> assertThat(source).contains(fence));
    }

    /** However the formatter breaks a line. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void theBoundsOfThePageAreThoseOfTheReader() throws IOException {
        String bounds = page().substring(page().indexOf("## Refusals")).replace(",", "");
        assertThat(List.of(
                        BankFileReader.MAX_TEXT,
                        BankFileReader.MAX_DEPTH,
                        BankFileReader.MAX_ELEMENTS,
                        BankFileReader.MAX_DETAILS,
                        BankFileReader.MAX_ENTRY_TEXT,
                        BankFileReader.MAX_TRANSACTIONS,
                        BankFileReader.MAX_GAP))
                .allSatisfy(bound -> assertThat(bounds).contains(bound + " "));
    }
}
