package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A name and an account, planted wherever a request may have them and in every way that is wrong, are in no answer and in no log. */
class PrivacyTest {
    private static final String NAME = "Zacharias Quellwasser";
    private static final String ACCOUNT = "DE02120300000000202051";
    private static final String PAYER = "'payer': {'name': '" + NAME + "', 'account': '" + ACCOUNT + "'}";

    private final Service service = Service.running();
    private final List<Answer> answers = new ArrayList<>();
    private final int loggedBefore = service.log().length();

    private void pay(String id, String more) {
        answers.add(service.post("/payments", Requests.payment(id, "PRIVATE", "10.00", "EUR", more)));
    }

    private void bill(String path, String invoicing) {
        answers.add(service.post(
                path,
                Requests.bill("PRIVATE", "'paymentTerms':", "'invoicing': {" + invoicing + "}, 'paymentTerms':")));
    }

    @Test
    void noAnswerAndNoLogHasThem() {
        pay("PRIVATE-1", ", " + PAYER);
        pay("PRIVATE-1", ", " + PAYER);
        pay("PRIVATE-1", ", 'payer': {'name': '" + NAME + " jun.', 'account': '" + ACCOUNT + "'}");
        pay("PRIVATE-2", ", 'text': 'from " + NAME + " " + ACCOUNT + "', " + PAYER);
        pay("PRIVATE-3", ", 'payer': {'name': '" + NAME.repeat(20) + "'}");
        pay("PRIVATE-4", ", 'payer': {'name': ' " + NAME + " '}");
        pay("PRIVATE-5", ", 'payer': {'name': {'first': '" + NAME + "'}}");
        pay("PRIVATE-6", ", 'payer': ['" + NAME + "', '" + ACCOUNT + "']");
        pay("PRIVATE-7", ", 'payer': '" + NAME + "'");
        pay("PRIVATE-8", ", 'payer': {'name': '" + NAME + "', 'iban': '" + ACCOUNT + "'}");
        pay("PRIVATE-9", ", 'payer': {'name': " + NAME + "}");
        pay("PRIVATE-10", ", 'payer': {'name': '" + NAME);
        pay("PRIVATE-11", ", " + PAYER + ", " + PAYER);
        pay("PRIVATE-12", ", 'method': '" + NAME + "', 'reference': '" + ACCOUNT + "'");
        pay("PRIVATE-13", ", 'reference': {'scheme': 'creditor', 'value': '" + ACCOUNT + "'}");
        pay("PRIVATE-14", ", 'account': '" + ACCOUNT + "', 'unknown': '" + NAME + "'");
        pay("PRIVATE-15", ", 'text': '" + (NAME + ACCOUNT).repeat(400) + "'");
        pay("PRIVATE-16", ", " + PAYER + ", 'credit': true");
        for (String path : List.of("/invoice-previews", "/invoices")) {
            bill(path, "'channel': 'email', 'address': '" + NAME + " <" + ACCOUNT + ">'");
            bill(path, "'channel': 'fax', 'address': '" + NAME + "'");
            bill(path, "'address': '" + NAME + "'");
            bill(path, "'channel': 'email', 'address': {'name': '" + NAME + "', 'account': '" + ACCOUNT + "'}");
            bill(path, "'channel': 'email', 'address': '" + NAME + "', 'address': '" + ACCOUNT + "'");
        }
        answers.add(service.get("/customers/PRIVATE/open-items"));
        answers.add(service.get("/customers/PRIVATE/aging"));
        answers.add(service.get("/aging"));
        answers.add(service.get("/kpis?start=2026-02-01&end=2026-03-01&asOf=2026-02-28"));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSizeGreaterThan(5);
        assertThat(answers).filteredOn(answer -> answer.status() >= 400).hasSizeGreaterThan(12);
        String log = log();
        assertThat(log).contains("allocating payment PRIVATE-1");
        assertThat(answers)
                .extracting(PrivacyTest::withoutAddressees)
                .filteredOn(PrivacyTest::hasThem)
                .isEmpty();
        assertThat(log.lines().filter(PrivacyTest::hasThem)).isEmpty();
    }

    /** What was logged since this test began. */
    private String log() {
        return service.log().substring(loggedBefore);
    }

    private static boolean hasThem(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Stream.of("zacharias", "quellwasser", "de0212", "202051").anyMatch(small::contains);
    }

    private record Planted(String where, Supplier<Answer> asked, int status) {}

    private Planted get(String path, int status) {
        return new Planted("GET " + path, () -> service.get(path), status);
    }

    private Planted method(String method, String path, int status) {
        return new Planted(
                method + " " + path,
                () -> service.send(service.request(path).method(method, BodyPublishers.noBody())),
                status);
    }

    private Planted header(String path, String name, String value, int status) {
        return new Planted(
                path + " " + name + ": " + value,
                () -> service.send(service.request(path).header(name, value)),
                status);
    }

    private Planted type(String value, int status) {
        return new Planted(
                "Content-Type: " + value,
                () -> service.send(service.request("/payments")
                        .header("Content-Type", value)
                        .POST(BodyPublishers.ofString(NAME))),
                status);
    }

    private Planted body(String path, String json, int status) {
        return new Planted(path + " " + json, () -> service.post(path, Requests.json(json)), status);
    }

    private Planted preview(String piece, String changed) {
        return new Planted(
                changed, () -> service.post("/invoice-previews", Requests.bill("PRIVATE", piece, changed)), 422);
    }

    /** In the address, the headers and the body of what the framework answers by itself. */
    @TestFactory
    Stream<DynamicTest> noneOfTheWordsOfTheFrameworkHasThem() {
        String name = NAME.replace(' ', '_');
        String usage = "'usage': [{";
        return Stream.of(
                        get("/" + name, 404),
                        get("/Zacharias%20Quellwasser?" + name + "=" + ACCOUNT, 404),
                        get("/..%2F" + name, 404),
                        get("/x/..%5C..%5C" + name, 404),
                        get("/schemas/..%2F" + name + ".schema.json", 404),
                        get("/WEB-INF%2F" + name, 404),
                        get("/url:file:%2F%2F" + name, 404),
                        get("/%252E%252E%252F" + name, 404),
                        get("/customers/" + name + "%2F" + ACCOUNT + "/aging", 404),
                        get("/schemas/" + name + ".schema.json", 404),
                        get("/customers/" + name + "/open-items", 404),
                        get("/customers/" + name + "/aging?asOf=" + ACCOUNT, 400),
                        get("/customers/" + name + "/" + ACCOUNT, 404),
                        get("/aging?" + name + "=" + ACCOUNT, 200),
                        get("/aging?asOf=" + name + "&asOf=" + ACCOUNT, 400),
                        get("/kpis?start=2026-02-01&" + name + "=" + ACCOUNT, 400),
                        get("/kpis?start=" + name + "&end=" + ACCOUNT, 400),
                        method(name, "/aging", 405),
                        method("PUT", "/customers/" + name + "/aging", 405),
                        method("DELETE", "/" + name, 404),
                        type("text/" + name, 415),
                        type(NAME, 415),
                        type("application/json;charset=" + name, 415),
                        type("multipart/form-data", 415),
                        type("multipart/form-data;boundary=" + name, 415),
                        type("application/x-www-form-urlencoded", 415),
                        header("/aging", "Accept", "text/" + name, 406),
                        header("/aging", "Accept", NAME, 406),
                        header("/aging", "Accept-Language", NAME, 200),
                        header("/aging", "Cookie", name + "=\"" + ACCOUNT, 200),
                        header("/aging", "X-" + name, ACCOUNT, 200),
                        header("/index.html", "If-Modified-Since", NAME, 200),
                        header("/index.html", "Range", "bytes=" + NAME, 416),
                        body("/payments", "{'" + NAME + "': 1, 'fact': {}}", 422),
                        body("/payments", "{'fact': {'" + NAME + "': 1}}", 422),
                        body("/payments", "{'fact': '" + NAME + "'}", 422),
                        body("/payments", "{'fact': ['" + NAME + "']}", 422),
                        body("/payments", "'" + NAME + "'", 422),
                        body("/payments", "['" + NAME + "']", 422),
                        body("/payments", "{'fact': " + NAME, 400),
                        body("/payments", "{'" + NAME + "': 1, '" + NAME + "': 2}", 400),
                        body("/invoices", "{'contract': {}, 'usage': '" + NAME + "'}", 422),
                        body("/invoices", "{'contract': '" + NAME + "', 'usage': [], 'date': '2026-02-01'}", 422),
                        preview(usage, "'" + NAME + "': [], 'usage': [{"),
                        preview(usage, "'usage': ['" + NAME + "', {"),
                        preview(usage, "'usage': [{'" + NAME + "': '" + ACCOUNT + "', "),
                        preview("'key': 'u-1'", "'key': {'" + NAME + "': '" + ACCOUNT + "'}"),
                        preview("'key': 'u-1'", "'key': ['" + NAME + "', '" + ACCOUNT + "']"),
                        preview("'date': '2026-02-01'", "'date': {'" + NAME + "': '" + ACCOUNT + "'}"))
                .map(planted -> DynamicTest.dynamicTest(planted.where(), () -> check(planted)));
    }

    private void check(Planted planted) {
        int before = service.log().length();
        Answer answer = planted.asked().get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(planted.status());
        assertThat(hasThem(answer.text())).as(answer.text()).isFalse();
        assertThat(service.log().substring(before).lines().filter(PrivacyTest::hasThem))
                .isEmpty();
        if (planted.status() >= 400) {
            assertThat(answer.type()).isEqualTo("application/problem+json");
        }
    }

    /** Nor in what the container says of what is no request at all. */
    @Test
    void noneOfTheWordsOfTheContainerHasThem() {
        for (String answer : List.of(
                service.raw("GET /\"" + NAME + "\" HTTP/1.1", "Host: x"),
                service.raw("GET /aging?asOf=" + NAME.replace(' ', '_') + "%ZZ HTTP/1.1", "Host: x"),
                service.raw("GET /aging HTTP/1.1", "Host: x", NAME + ": x"),
                service.raw("GET /aging HTTP/1.1", "Host: x", NAME),
                service.raw("GET /aging HTTP/1.1", "Host: " + NAME),
                service.raw("GET /aging HTTP/" + NAME, "Host: x"),
                service.raw("\"" + NAME + "\" /aging HTTP/1.1", "Host: x"),
                service.raw("GET /aging HTTP/1.1", "Host: x", "Transfer-Encoding: " + NAME),
                service.raw("GET /aging HTTP/1.1", "Host: x", "Content-Length: " + NAME))) {
            assertThat(answer).contains(" 400 ").contains("application/problem+json");
            assertThat(hasThem(answer)).as(answer).isFalse();
        }
        assertThat(log().lines().filter(PrivacyTest::hasThem)).isEmpty();
    }

    /** An invoice says where it is to be sent: there, and nowhere else in it, the address that came with the terms stands. */
    private static String withoutAddressees(Answer answer) {
        JsonNode json = answer.json();
        if (json.has("documents")) {
            json.at("/documents").forEach(document -> ((ObjectNode) document).remove("dispatch"));
        }
        return json.toString();
    }
}
