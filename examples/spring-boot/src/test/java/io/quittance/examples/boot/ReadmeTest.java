package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the README shows is what the service answers. The customer has an id of this test, and its invoices other numbers. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    private final Service service = Service.running();
    private final List<String> shell = fences("sh");
    private final List<String> answers = fences("json");

    private static String ours(String text) {
        return text.replace("ACME", "README").replace("C-1001", "README-1").replace("\"P-1\"", "\"README-P\"");
    }

    private static String theirs(String text) {
        return text.replace("README-1", "C-1001")
                .replace("README-P", "P-1")
                .replace("README", "ACME")
                .replaceAll("INV-[0-9]{6}", "INV-000001")
                .replaceAll("q1:[0-9a-f]{64}", "q1:…");
    }

    private static List<String> fences(String language) {
        try {
            return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                    .matcher(Files.readString(README))
                    .results()
                    .map(fence -> fence.group(1))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String file(String name) {
        return shell.stream()
                .flatMap(fence -> Pattern.compile("(?ms)^cat > " + name + " <<'END'\n(.*?)^END$")
                        .matcher(fence)
                        .results())
                .map(found -> ours(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private String pathOf(String address) {
        assertThat(shell).anyMatch(fence -> fence.contains("http://127.0.0.1:8080" + address));
        return ours(address);
    }

    @Test
    void itsAnswersAreThoseOfTheService() {
        String bill = file("bill.json");
        String payment = file("payment.json");
        var shown = new ArrayList<String>();
        shown.add(service.post(pathOf("/invoice-previews"), bill).text());
        Answer issued = service.post(pathOf("/invoices"), bill);
        Answer again = service.post("/invoices", bill);
        shown.add(service.get(pathOf("/customers/ACME/open-items")).text());
        shown.add(service.post(pathOf("/payments"), payment).text());
        Answer repeated = service.post("/payments", payment);
        shown.add(service.get(pathOf("/customers/ACME/aging?asOf=2026-04-30")).text());
        shown.add(service.post("/invoice-previews", bill.replace("\"0.08\"", "\"-0.08\""))
                .text());
        Answer conflict = service.post("/payments", payment.replace("100.00", "100.01"));
        Answer kpis = service.get(pathOf("/kpis?start=2026-02-01&end=2026-03-01&asOf=2026-02-28"));

        for (int i = 0; i < shown.size(); i++) {
            JsonNode real = Service.JSON.readTree(theirs(shown.get(i)));
            assertThat(i < answers.size() ? answers.get(i) : "")
                    .as("answer " + i)
                    .isEqualTo(Shown.text(real));
        }
        assertThat(answers).hasSameSizeAs(shown);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(again.text()).isEqualToIgnoringWhitespace("{\"documents\":[],\"findings\":[]}");
        assertThat(repeated.text()).contains("\"repeated\":true");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(kpis.json().at("/results").size()).isEqualTo(7);
    }

    @Test
    void namesTheAddressesOfTheDocument() throws IOException {
        String readme = Files.readString(README);

        service.get("/openapi.json")
                .json()
                .at("/paths")
                .propertyStream()
                .forEach(path -> assertThat(readme)
                        .contains("`"
                                + path.getValue()
                                        .propertyNames()
                                        .iterator()
                                        .next()
                                        .toUpperCase(java.util.Locale.ROOT) + " " + path.getKey() + "`"));
    }
}
