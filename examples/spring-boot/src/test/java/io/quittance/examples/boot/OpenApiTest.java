package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quittance.examples.boot.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document says what the service does: the same addresses, and answers and problems that are as their schemas say. */
class OpenApiTest {
    private final Service service = Service.running();
    private final JsonNode document = service.get("/openapi.json").json();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    address -> service.get(address.replace(ROOT, "/")).text()));
    private static final String ROOT = "http://service.test/";

    @Test
    void hasTheAddressesOfTheService() {
        var served = new TreeSet<String>();
        service.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("io.quittance")) {
                        mapping.getPatternValues()
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(verb -> served.add(
                                                verb.name().toLowerCase(java.util.Locale.ROOT) + " " + path)));
                    }
                });
        var documented = document.at("/paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream().map(verb -> verb + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(served).hasSize(7);
    }

    private record Call(String name, String operation, String path, Answer answer, String status) {}

    @TestFactory
    List<DynamicTest> answersAsItsSchemasSay() {
        String bill = Requests.bill("API-1");
        String noFinding = Requests.bill("API-1", "'meter': 'calls', 'quantity'", "'meter': 'sms', 'quantity'");
        String pay = Requests.payment("API-1-a", "API-1", "1000.00");
        return List.of(
                        post("preview", "/invoice-previews", bill, "200"),
                        post("preview", "/invoice-previews", noFinding, "200"),
                        post("preview", "/invoice-previews", "{", "400"),
                        post("preview", "/invoice-previews", "", "400"),
                        post("preview", "/invoice-previews", "\"" + "x".repeat(1_200_000) + "\"", "413"),
                        post("preview", "/invoice-previews", bill.replace("0.10", "-1"), "422"),
                        post("issue", "/invoices", bill, "201"),
                        post("issue", "/invoices", bill, "200"),
                        post("issue", "/invoices", "[]", "422"),
                        post("issue", "/invoices", bill.replace("499.00", "599.00"), "409"),
                        post("preview", "/invoice-previews", bill.replace("1160", "1161"), "409"),
                        post("pay", "/payments", pay, "201"),
                        post("pay", "/payments", pay, "200"),
                        post("pay", "/payments", pay.replace("1000", "1001"), "409"),
                        post("pay", "/payments", Requests.payment("API-2-a", "API-2", "1.00"), "201"),
                        post("pay", "/payments", pay.replace("valueDate", "date"), "422"),
                        get("openItems", "/customers/{customer}/open-items", "/customers/API-1/open-items", "200"),
                        get("openItems", "/customers/{customer}/open-items", "/customers/API-0/open-items", "404"),
                        new Call(
                                "openItems 406",
                                "openItems",
                                "/customers/{customer}/open-items",
                                service.send(service.request("/customers/API-1/open-items")
                                        .header("Accept", "text/csv")),
                                "406"),
                        new Call(
                                "preview 415",
                                "preview",
                                "/invoice-previews",
                                service.send(service.request("/invoice-previews")
                                        .header("Content-Type", "text/plain")
                                        .POST(BodyPublishers.ofString(bill))),
                                "415"),
                        get("agingOfCustomer", "/customers/{customer}/aging", "/customers/API-1/aging", "200"),
                        get("agingOfCustomer", "/customers/{customer}/aging", "/customers/API-1/aging?asOf=x", "400"),
                        get("aging", "/aging", "/aging?asOf=2026-03-31", "200"),
                        get("aging", "/aging", "/aging?currency=x", "422"),
                        get("kpis", "/kpis", "/kpis?start=2026-02-01&end=2026-03-01&asOf=2026-02-28", "200"),
                        get("kpis", "/kpis", "/kpis?end=2026-03-01", "400"))
                .stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> check(call)))
                .toList();
    }

    private Call post(String operation, String path, String body, String status) {
        return new Call(operation + " " + status, operation, path, service.post(path, body), status);
    }

    private Call get(String operation, String template, String path, String status) {
        return new Call(operation + " " + status, operation, template, service.get(path), status);
    }

    private void check(Call call) {
        assertThat(String.valueOf(call.answer().status()))
                .as(call.answer().text())
                .isEqualTo(call.status());
        JsonNode path = document.at("/paths").get(call.path());
        Map.Entry<String, JsonNode> operation =
                path.propertyStream().findFirst().orElseThrow();
        assertThat(operation.getValue().at("/operationId").asString()).isEqualTo(call.operation());
        String pointer =
                "/paths/" + call.path().replace("/", "~1") + "/" + operation.getKey() + "/responses/" + call.status();
        JsonNode response = document.at(pointer);
        if (response.isMissingNode()) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/') + 1) + "default";
            response = document.at(pointer);
        }
        assertThat(response.isMissingNode()).as(pointer).isFalse();
        if (response.has("$ref")) {
            pointer = response.at("/$ref").asString().substring(1);
            response = document.at(pointer);
        }
        String type = response.at("/content").propertyNames().iterator().next();
        assertThat(call.answer().type()).isEqualTo(type);
        assertValid(
                pointer + "/content/" + type.replace("/", "~1") + "/schema",
                call.answer().text());
    }

    private void assertValid(String pointer, String text) {
        Schema schema = schemas.getSchema(SchemaLocation.of(
                ROOT + "openapi.json#" + pointer.replace("{", "%7B").replace("}", "%7D")));
        assertThat(schema.validate(text, InputFormat.JSON)).as(text).isEmpty();
    }

    /** A schema that takes anything would say nothing. */
    @Test
    void theSchemasRefuseWhatTheServiceDoesNotAnswer() {
        String problem = "/components/schemas/Problem";
        Schema schema = schemas.getSchema(SchemaLocation.of(ROOT + "openapi.json#" + problem));

        assertThat(schema.validate("{\"title\": \"x\", \"status\": 400}", InputFormat.JSON))
                .isNotEmpty();
        Schema bill = schemas.getSchema(SchemaLocation.of(ROOT + "openapi.json#/components/schemas/Bill"));
        assertThat(bill.validate("{\"documents\": [{\"number\": \"1\"}], \"findings\": []}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theRequestsOfTheTestsAreAsTheirSchemasSay() {
        assertValid("/components/schemas/BillRequest", Requests.bill("API-3"));
        assertValid("/components/schemas/BillRequest", Requests.amended("API-3"));
        assertValid("/components/schemas/PaymentRequest", Requests.payment("API-3-a", "API-3", "1.00"));
    }
}
