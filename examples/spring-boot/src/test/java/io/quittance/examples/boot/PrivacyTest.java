package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A name and an account, planted wherever a request may have them and in every way that is wrong, are in no answer and in no log. */
class PrivacyTest {
    private static final String NAME = "Zacharias Quellwasser";
    private static final String ACCOUNT = "DE02120300000000202051";
    private static final String PAYER = "'payer': {'name': '" + NAME + "', 'account': '" + ACCOUNT + "'}";

    private final Service service = Service.running();
    private final List<Answer> answers = new ArrayList<>();

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
        String log = service.log();
        assertThat(log).contains("allocating payment PRIVATE-1");
        for (String part : List.of("Zacharias", "Quellwasser", "ZACHARIAS", "DE0212", "202051")) {
            assertThat(answers)
                    .extracting(PrivacyTest::withoutAddressees)
                    .filteredOn(text -> text.contains(part))
                    .isEmpty();
            assertThat(log).doesNotContain(part);
        }
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
