package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What is wrong is told by place and rule, with a status by its kind: 400 is no request, 422 is refused, 409 does not fit what is there. */
class ProblemTest {
    private final Service service = Service.running();

    private record Wrong(
            String name,
            Answer answer,
            int status,
            String code,
            @Nullable String detail) {}

    private Wrong preview(String name, String piece, String changed, int status, String code, @Nullable String detail) {
        return new Wrong(
                name, service.post("/invoice-previews", Requests.bill("WRONG", piece, changed)), status, code, detail);
    }

    private Wrong preview(String name, String body, int status, String code, @Nullable String detail) {
        return new Wrong(name, service.post("/invoice-previews", body), status, code, detail);
    }

    private Wrong get(String name, String path, int status, String code, @Nullable String detail) {
        return new Wrong(name, service.get(path), status, code, detail);
    }

    @TestFactory
    List<DynamicTest> tellsWhatIsWrongAndWhere() {
        String quantity = "'quantity': '1160'";
        return List.of(
                        preview(
                                "a price below zero",
                                "'unitPrice': '0.10'",
                                "'unitPrice': '-0.10'",
                                422,
                                "number.negative",
                                "contract.terms.charges[1].model.tiers[0]: unitPrice must not be negative, but was -0.10"),
                        preview(
                                "a currency that nobody knows",
                                "'currency': 'EUR'",
                                "'currency': 'XQQ'",
                                422,
                                "currency.unknown",
                                "contract.terms: currency must be a known currency code, but was XQQ"),
                        preview(
                                "a field that does not exist",
                                "'freeUnits': '60'",
                                "'freeUnit': '60'",
                                422,
                                "json.unknown-field",
                                null),
                        preview(
                                "a quantity that is no number",
                                quantity,
                                "'quantity': 'many'",
                                422,
                                "number.format",
                                "usage[0]: quantity must be a decimal number, but was many"),
                        preview(
                                "a quantity of too many digits",
                                quantity,
                                "'quantity': 1e60",
                                422,
                                "number.precision",
                                null),
                        preview(
                                "usage without a meter",
                                "'meter': 'calls', 'quantity'",
                                "'quantity'",
                                422,
                                "json.type",
                                null),
                        preview(
                                "usage that is not there",
                                "'usage': [{",
                                "'usage': [null, {",
                                422,
                                "json.missing-field",
                                "usage: [0] must be given"),
                        preview(
                                "a day that does not exist",
                                "'date': '2026-02-01'",
                                "'date': '2026-02-30'",
                                422,
                                "date.format",
                                null),
                        preview(
                                "a day that keeps the service busy",
                                "'date': '2026-02-01'",
                                "'date': '9999-02-01'",
                                422,
                                "request.span",
                                "date must be less than 10 years after the contract began, but was 9999-02-01"),
                        preview("no JSON", "{\"contract\": nothing}", 400, "json.syntax", null),
                        preview("a name that comes twice", "{\"date\": 1, \"date\": 2}", 400, "json.syntax", null),
                        preview("nothing at all", "", 400, "json.missing", "body must be given"),
                        preview("an array", "[]", 422, "json.type", null),
                        preview("a null", "null", 400, "json.missing", null),
                        preview("too deep", "{\"contract\": " + "[".repeat(50), 400, "json.bounds", null),
                        preview("too large", "\"" + "x".repeat(1_200_000) + "\"", 413, "json.bounds", null),
                        get(
                                "a parameter that is missing",
                                "/kpis?start=2026-01-01",
                                400,
                                "request.parameter",
                                "end must be given"),
                        get(
                                "a parameter that is no day",
                                "/aging?asOf=yesterday",
                                400,
                                "request.parameter",
                                "asOf must be a day such as 2026-03-31"),
                        get(
                                "a period that ends before it starts",
                                "/kpis?start=2026-02-01&end=2026-01-01",
                                422,
                                "period.order",
                                null),
                        get(
                                "a period that is not over",
                                "/kpis?start=2026-02-01&end=2026-03-01&asOf=2026-02-10",
                                422,
                                "figures.period",
                                null),
                        get("a currency that is none", "/aging?currency=eur", 422, "currency.code", null),
                        get("a customer that is no id", "/customers/%20/open-items", 422, "id.blank", null),
                        get(
                                "a customer of whom nothing is known",
                                "/customers/NO/aging",
                                404,
                                "customer.unknown",
                                null),
                        get(
                                "an address that does not exist",
                                "/nothing",
                                404,
                                "http.404",
                                "Nothing is at this address"),
                        get("the address of errors", "/error", 404, "http.404", "Nothing is at this address"),
                        new Wrong(
                                "a method that the container refuses",
                                service.send(service.request("/aging").method("TRACE", BodyPublishers.noBody())),
                                405,
                                "http.405",
                                null),
                        get(
                                "a method that does not exist",
                                "/payments",
                                405,
                                "http.405",
                                "The Allow header has the methods of this address"),
                        new Wrong(
                                "an answer that is not made",
                                service.send(service.request("/aging").header("Accept", "text/csv")),
                                406,
                                "http.406",
                                "Answers are application/json"),
                        preview(
                                "a name in the request that it does not have",
                                "'usage': [{",
                                "'more': 1, 'usage': [{",
                                422,
                                "json.unknown-field",
                                "*** must be left out"),
                        new Wrong(
                                "a media type that is not read",
                                service.send(service.request("/payments")
                                        .header("Content-Type", "text/plain")
                                        .POST(BodyPublishers.ofString("{}"))),
                                415,
                                "http.415",
                                "The body must be application/json"),
                        new Wrong(
                                "an entry that is no payment",
                                service.post(
                                        "/payments",
                                        Requests.json(
                                                "{'fact': {'kind': 'receivableWrittenOff', 'customer': 'A', 'currency':"
                                                        + " 'EUR', 'item': 'R', 'amount': '1.00', 'reason': 'insolvency',"
                                                        + " 'effectiveDate': '2026-01-01'}}")),
                                422,
                                "payment.kind",
                                "fact: kind must be paymentReceived"))
                .stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> check(wrong)))
                .toList();
    }

    private static void check(Wrong wrong) {
        Answer answer = wrong.answer();
        assertThat(answer.type()).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.at("/code").asString()).as(answer.text()).isEqualTo(wrong.code());
        assertThat(answer.status()).isEqualTo(wrong.status());
        assertThat(problem.at("/status").asInt()).isEqualTo(wrong.status());
        assertThat(problem.at("/type").asString()).isEqualTo("urn:quittance:problem:" + wrong.code());
        if (wrong.detail() != null) {
            assertThat(problem.at("/detail").asString()).isEqualTo(wrong.detail());
        }
    }

    @Test
    void tellsAllThatIsWrongWithADocumentAtOnce() {
        String request =
                Requests.bill("WRONG", "'netDays': 30", "'netDays': -1").replace("0.08", "cheap");
        JsonNode problem = service.post("/invoice-previews", request).json();

        assertThat(problem.at("/code").asString()).isEqualTo("json.errors");
        assertThat(problem.at("/errors")
                        .valueStream()
                        .map(error -> error.at("/path").asString() + " "
                                + error.at("/argument").asString()))
                .containsExactly(
                        "contract.terms.charges[1].model.beyond unitPrice", "contract.terms.paymentTerms netDays");
    }

    @Test
    void tellsTheLineAndTheColumnOfATextThatIsNoJson() {
        JsonNode problem =
                service.post("/invoice-previews", "{\n  \"date\": today\n}").json();

        assertThat(problem.at("/line").asInt()).isEqualTo(2);
        assertThat(problem.at("/column").asInt()).isBetween(11, 16);
        assertThat(problem.toString()).doesNotContain("today");
    }

    /** Money booked in dollars, and then money of which nobody says so, in one ledger. */
    @Test
    void tellsWhichCurrencyWasExpected() {
        String booked = Requests.payment("MIX-1", "MIX", "10.00", "GBP", "")
                .replace("\"payment\":", "\"booked\": {\"currency\": \"USD\", \"amount\": \"13.00\"}, \"payment\":");
        assertThat(service.post("/payments", booked).status()).isEqualTo(201);
        Answer answer = service.post("/payments", Requests.payment("MIX-2", "MIX", "10.00", "GBP", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/code").asString()).isEqualTo("currency.mismatch");
        assertThat(answer.json().at("/detail").asString()).isEqualTo("booked must be in USD, but was GBP");
    }
}
