package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever can be billed can be asked for; and what Tomcat refuses before the service sees it is a problem too. */
class AddressTest {
    private final Service service = Service.running();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A/B",
                "/",
                "A\\B",
                "\\",
                "..",
                ".",
                "A;B",
                "A%2FB",
                "A?b#c",
                "A B",
                "A+B",
                "Ä\u20ac",
                "\ud83d\ude00",
                "*",
                "{x}",
                "a//b",
                "A\"B",
                "A:B",
                "open-items"
            })
    void everyIdOfACustomerHasAnAddress(String customer) {
        String paid = Requests.payment("ADDRESS-" + encoded(customer), "CUSTOMER", "10.00");
        Answer posted =
                service.post("/payments", paid.replace("\"CUSTOMER\"", Service.JSON.writeValueAsString(customer)));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);

        Answer aging = service.get("/customers/" + encoded(customer) + "/aging?asOf=2026-03-01");
        assertThat(aging.status()).as(aging.text()).isEqualTo(200);
        assertThat(aging.json().at("/customers/0/customer").asString()).isEqualTo(customer);
        assertThat(aging.json().at("/total/onAccount").asString()).isEqualTo("10.00");
        assertThat(service.get("/customers/" + encoded(customer) + "/open-items")
                        .text())
                .isEqualTo("[]");
    }

    /** The head and the body of the answer to a request as it stands. */
    private void isRefused(int status, String... lines) {
        String[] answer = service.raw(lines).split("\r\n\r\n", 2);
        assertThat(answer[0])
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json");
        String json = answer[1].substring(answer[1].indexOf('{'), answer[1].lastIndexOf('}') + 1);
        JsonNode problem = Service.JSON.readTree(json);
        assertThat(problem.at("/type").asString()).isEqualTo("urn:quittance:problem:http." + status);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/code").asString()).isEqualTo("http." + status);
        assertThat(problem.at("/title").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers/A%00B/aging",
                "/customers/%E4/aging",
                "/customers/A%ZZ/aging",
                "/../../aging",
                "/a|b",
                "/a\"b",
                "aging"
            })
    void whatIsNoAddressIsAProblem(String address) {
        isRefused(400, "GET " + address + " HTTP/1.1", "Host: x");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000})
    void soIsAnAddressThatIsTooLong(int length) {
        isRefused(400, "GET /" + "x".repeat(length) + " HTTP/1.1", "Host: x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a b",
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Name with: x",
                "no colon"
            })
    void soIsAHeaderThatIsNone(String header) {
        isRefused(400, "GET /aging HTTP/1.1", header.startsWith("Host") ? header : "Host: x\r\n" + header);
    }

    @Test
    void soIsWhatTomcatDoesNotDo() {
        isRefused(417, "GET /aging HTTP/1.1", "Host: x", "Expect: x");
        isRefused(501, "POST /payments HTTP/1.1", "Host: x", "Transfer-Encoding: x");
        isRefused(505, "GET /aging HTTP/9.9", "Host: x");
    }

    /** Beside the files of the page lies the configuration of the service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2Fapplication.yaml",
                "/..%5Capplication.yaml",
                "/%2E%2E%2Fapplication.yaml",
                "/schemas/..%2F..%2F..%2F..%2Fapplication.yaml",
                "/x/..%2F..%2Fapplication.yaml"
            })
    void aSlashInANameLeadsToNoOtherFile(String address) {
        isRefused(404, "GET " + address + " HTTP/1.1", "Host: x");
    }
}
