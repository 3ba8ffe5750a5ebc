package io.quittance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bank statement of other test suites is read: how many statements, entries and details, what the booked ones come to, and whether
 * the balances are proved. What is expected was worked out by {@code expected.py}, which knows nothing of the reader.
 */
class BankStatementsTest {

    static Stream<Map.Entry<String, List<String>>> files() throws IOException {
        var rows = new LinkedHashMap<String, List<String>>();
        for (String row : Files.readAllLines(Samples.SAMPLES.resolve("expected.csv"))) {
            if (!row.startsWith("file,")) {
                rows.computeIfAbsent(row.substring(0, row.indexOf(',')), name -> new ArrayList<>())
                        .add(row);
            }
        }
        return rows.entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFileIsReadAsItStands(Map.Entry<String, List<String>> expected) {
        String name = expected.getKey();
        BankFile file = Samples.sample(name);
        var rows = new ArrayList<String>();
        for (BankStatement statement : file.statements()) {
            int details = file.entries(statement).stream()
                    .mapToInt(entry -> entry.details().size())
                    .sum();
            Amount booked = statement.booked();
            rows.add(String.join(
                    ",",
                    name,
                    Integer.toString(rows.size() + 1),
                    Integer.toString(statement.entries()),
                    Integer.toString(details),
                    booked == null ? "" : booked.getCurrency().getCurrencyCode(),
                    plain(booked),
                    statement.proof().outcome().name(),
                    plain(statement.proof().difference())));
        }
        if (rows.isEmpty()) {
            rows.add(name + ",0,0,0,,,,");
            assertThat(Samples.codes(file)).containsExactly(BankFinding.Code.NO_STATEMENT);
        }
        assertThat(rows).isEqualTo(expected.getValue());
        assertThat(file.statements())
                .allSatisfy(statement -> assertThat(statement.unread()).isZero());
    }

    private static String plain(@Nullable Amount amount) {
        if (amount == null) {
            return "";
        }
        return amount.signum() == 0
                ? "0"
                : amount.toBigDecimal().stripTrailingZeros().toPlainString();
    }

    /** No file of the folders is left out. */
    @Test
    void everyFileIsExpected() throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Samples.SAMPLES)) {
            files.filter(Files::isRegularFile)
                    .map(file -> Samples.SAMPLES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith("LICENSE") && name.contains("/"))
                    .forEach(found::add);
        }
        Set<String> expected = new TreeSet<>();
        files().forEach(row -> expected.add(row.getKey()));
        assertThat(found).isEqualTo(expected).hasSize(81);
    }

    /** A file that is read twice is one payment for each that arrived: no id is given to two. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFileGivesTheSameIdsEachTimeAndEachOnce(Map.Entry<String, List<String>> expected) {
        BankFile file = Samples.sample(expected.getKey());
        assertThat(Samples.sample(expected.getKey())).isEqualTo(file);
        for (BankStatement statement : file.statements()) {
            assertThat(file.entries(statement).stream().flatMap(entry -> entry.transactions().stream()))
                    .extracting(transaction -> transaction.id())
                    .doesNotHaveDuplicates();
        }
    }
}
