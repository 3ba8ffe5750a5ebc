package io.quittance.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A {@code javamoney.properties} on the host's class path changes what Moneta computes, and the host's locale how it
 * writes; both leave our results alone. Moneta reads the file once per JVM, hence a JVM of its own.
 */
class HostileConfigurationTest {
    private static final String HOSTILE = """
            {100}org.javamoney.moneta.Money.defaults.precision=4
            {100}org.javamoney.moneta.Money.defaults.roundingMode=DOWN
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void changesMonetaButNotUs() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("javamoney.properties"), HOSTILE);
        List<String> hostile = runIn(directory + File.pathSeparator);
        List<String> friendly = runIn("");
        assertThat(friendly.get(0)).isEqualTo("Moneta: EUR 12345.67");
        assertThat(hostile.get(0)).isEqualTo("Moneta: EUR 12340");
        assertThat(friendly.subList(1, friendly.size()))
                .isEqualTo(Child.results())
                .isNotEmpty();
        assertThat(hostile.subList(1, hostile.size())).isEqualTo(Child.results());
    }

    private static List<String> runIn(String classPathBefore) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = classPathBefore + System.getProperty("java.class.path");
        Path output = Files.createTempFile("quittance", ".txt");
        try {
            int status = new ProcessBuilder(
                            java,
                            "-Duser.language=ar",
                            "-Duser.country=EG",
                            "-Duser.timezone=Pacific/Apia",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            classPath,
                            Child.class.getName(),
                            output.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(status).isZero();
            return Files.readAllLines(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }

    /** Runs in the other JVM: writes one line by Moneta, then ours. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            var lines = new ArrayList<String>();
            BigDecimal number =
                    Money.of(new BigDecimal("12345.67"), "EUR").getNumber().numberValue(BigDecimal.class);
            lines.add("Moneta: EUR " + number.toPlainString());
            lines.addAll(results());
            Files.write(Path.of(arguments[0]), lines, StandardCharsets.UTF_8);
        }

        static List<String> results() {
            Amount amount = Amount.of("12345.67", "EUR");
            return List.of(
                    amount.toString(),
                    amount.add(Amount.of("0.005", "EUR")).toString(),
                    amount.multiply(new BigDecimal("1.19"))
                            .rounded(Rounding.halfUp(2))
                            .toString(),
                    amount.multiply(1.1).negate().toString(),
                    amount.prorated(16, 31, Rounding.halfUp(2)).toString(),
                    amount.toFraction().dividedBy(Fraction.of(7)).toString(),
                    Apportionment.largestRemainder(2).split(amount, 1, 1, 1).toString(),
                    amount.getFactory()
                            .setNumber(new BigDecimal("98765.4321"))
                            .create()
                            .toString(),
                    amount.with(Rounding.halfUp(1)).toString());
        }
    }
}
