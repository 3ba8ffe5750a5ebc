package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.CustomerId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, accounts and addresses of the inputs are in no file and not on the console. The job reads ids, days and amounts alone, and ids
 * are opaque and shown; so they are planted where else the inputs can carry them: in columns that nobody reads, in rows that are no CSV,
 * no UTF-8 or incomplete, and in the address to which the terms send invoices.
 */
class NothingPersonalTest {
    private static final String PERSON = "Zelda Quince,DE75512108001245126199,zelda@quince.example";
    private static final String INVOICING =
            ", \"invoicing\": {\"channel\": \"email\", \"address\": \"zelda@quince.example\"}";

    /** What prints parties, and the address to which they are sent: the documents, each as text, HTML and UBL, and all as they are stored. */
    private static final String DOCUMENTS = "invoices/.*|invoices\\.json";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void whatIsPersonalInTheInputsIsInNoOutput() throws IOException {
        assertThat(run(terms -> terms, "")).isEqualTo(MonthEnd.SOME_REJECTED);
        Map<String, String> outputs = outputs();
        assertThat(outputs.getOrDefault("rejected.csv", "").lines()).hasSizeGreaterThan(4);
        assertThat(outputs.keySet()).anyMatch(name -> name.matches(DOCUMENTS));
        outputs.remove("invoices.json"); // has the address to which a document is sent
        outputs.forEach(
                (name, text) -> assertThat(text).as(name).doesNotContainIgnoringCase("zelda", "quince", "DE7551"));
    }

    /** Nor where the terms themselves are refused, for that address among others, or the customers. */
    @Test
    void whatIsPersonalIsInNoRefusal() throws IOException {
        for (UnaryOperator<String> damage : List.<UnaryOperator<String>>of(
                terms -> terms.replace("\"zelda@quince.example\"", "[\"zelda@quince.example\"]"),
                terms -> terms.replace("\"zelda@quince.example\"", "\" zelda@quince.example\""),
                terms -> terms.replace("\"zelda@quince.example\"", "zelda@quince.example"),
                terms -> terms.substring(0, terms.indexOf(".example")))) {
            assertThat(run(damage, "")).isEqualTo(MonthEnd.UNUSABLE);
        }
        for (String customer : List.of("\"X," + PERSON + "\n", "X," + PERSON + "," + PERSON + "\n")) {
            assertThat(run(terms -> terms, customer)).isEqualTo(MonthEnd.UNUSABLE);
        }
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("address", "customers.csv")
                .doesNotContainIgnoringCase("zelda")
                .doesNotContainIgnoringCase("quince");
    }

    /** The parties of the documents are made up by the job; no other output names one, or an account. */
    @Test
    void onlyDocumentsNameTheirParties() throws IOException {
        run(terms -> terms, "");
        List<String> parties = Stream.of(
                        Company.PARTY.name(),
                        "999999990000000001",
                        "9999 9999 0000 0000 01",
                        Buyer.of(CustomerId.of("1")).party().name(),
                        Buyer.of(CustomerId.of("2")).party().name())
                .toList();
        Map<String, String> outputs = outputs();
        assertThat(outputs.entrySet().stream()
                        .filter(output -> parties.stream().anyMatch(output.getValue()::contains))
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(name -> name.matches(DOCUMENTS));
    }

    private int run(UnaryOperator<String> damage, String moreCustomers) throws IOException {
        byte[] latin = ("Zelda Qu\u00efnce," + PERSON + "\n").getBytes(StandardCharsets.ISO_8859_1);
        Path customers =
                write("customers.csv", widened("ibm-ar/customers.csv", 1_000, "name,iban,email") + moreCustomers);
        Path receivables = write(
                "receivables.csv",
                widened("ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv", 300, "payer,iban,email") + "1,\"X," + PERSON
                        + "\n",
                latin);
        Path usage = write(
                "usage.csv",
                widened("telco-minutes-mlc/mlc_churn.csv", 20, "name,iban,email") + "KS,\"" + PERSON + "\n",
                latin);
        String terms = data("contract-terms.json");
        Path asked = write("terms.json", damage.apply(terms.substring(0, terms.lastIndexOf('}')) + INVOICING + "}"));
        var stream = new PrintStream(console, true, StandardCharsets.UTF_8);
        return MonthEnd.run(
                stream,
                stream,
                "--out=" + folder.resolve("out"),
                "--customers=" + customers,
                "--receivables=" + receivables,
                "--usage=" + usage,
                "--terms=" + asked);
    }

    /** The first rows of a file that ships, with columns more. */
    private static String widened(String name, int rows, String columns) throws IOException {
        List<String> lines = data(name).lines().limit(rows).toList();
        return lines.get(0) + "," + columns + "\n"
                + lines.stream().skip(1).map(line -> line + "," + PERSON + "\n").collect(Collectors.joining());
    }

    private static String data(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NothingPersonalTest.class.getResourceAsStream("/data/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path write(String name, String text, byte... more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(more);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private Map<String, String> outputs() throws IOException {
        var outputs = new TreeMap<String, String>();
        outputs.put("console", console.toString(StandardCharsets.UTF_8));
        Path out = folder.resolve("out");
        try (Stream<Path> files = Files.walk(out).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                outputs.put(out.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return outputs;
    }
}
