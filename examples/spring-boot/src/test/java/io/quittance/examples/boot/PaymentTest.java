package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private final Service service = Service.running();

    private String invoiceOf(String customer) {
        return service.post("/invoices", Requests.bill(customer))
                .json()
                .at("/documents/0/number")
                .asString();
    }

    /** 1000.00 of 1316.14 leave 316.14. */
    @Test
    void settlesWhatIsOpen() {
        String invoice = invoiceOf("PAY-1");
        Answer answer = service.post("/payments", Requests.payment("PAY-1-a", "PAY-1", "1000.00"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/allocations/0/lines/0/item").asString()).isEqualTo(invoice);
        assertThat(answer.json().at("/allocations/0/applied").asString()).isEqualTo("1000.00");
        assertThat(service.get("/customers/PAY-1/open-items")
                        .json()
                        .at("/0/open")
                        .asString())
                .isEqualTo("316.14");
    }

    @Test
    void postsAPaymentOnceAndSaysSo() {
        invoiceOf("PAY-2");
        String request = Requests.payment("PAY-2-a", "PAY-2", "1000.00");
        Answer first = service.post("/payments", request);
        Answer second = service.post("/payments", request);

        assertThat(first.json().at("/repeated").asBoolean()).isFalse();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/repeated").asBoolean()).isTrue();
        assertThat(second.json().at("/allocations")).isEqualTo(first.json().at("/allocations"));
        assertThat(service.get("/customers/PAY-2/open-items")
                        .json()
                        .at("/0/open")
                        .asString())
                .isEqualTo("316.14");
    }

    @Test
    void refusesAnotherPaymentWithTheIdOfOne() {
        service.post("/payments", Requests.payment("PAY-3-a", "PAY-3", "10.00"));
        Answer otherAmount = service.post("/payments", Requests.payment("PAY-3-a", "PAY-3", "10.01"));
        Answer otherCustomer = service.post("/payments", Requests.payment("PAY-3-a", "PAY-3b", "10.00"));

        assertThat(otherAmount.status()).isEqualTo(409);
        assertThat(otherAmount.json().at("/code").asString()).isEqualTo("ledger.key-twice");
        assertThat(otherCustomer.status()).isEqualTo(409);
        assertThat(otherCustomer.json().at("/code").asString()).isEqualTo("ledger.payment-twice");
    }

    /** A ledger has each id once, and there is one for each currency; the service has each id once in all of them. */
    @Test
    void refusesAPaymentInAnotherCurrencyWithTheIdOfOne() {
        String paid = Requests.payment("PAY-7-a", "PAY-7", "10.00");
        service.post("/payments", paid);
        for (String customer : List.of("PAY-7", "PAY-7b")) {
            Answer other = service.post("/payments", Requests.payment("PAY-7-a", customer, "10.00", "USD", ""));

            assertThat(other.status()).as(other.text()).isEqualTo(409);
            assertThat(other.json().at("/code").asString()).isEqualTo("ledger.payment-twice");
            assertThat(other.json().at("/detail").asString())
                    .isEqualTo("payment.id must not be that of a payment in EUR, but was PAY-7-a");
        }
        assertThat(service.get("/customers/PAY-7/aging?currency=USD").status()).isEqualTo(404);
        assertThat(service.post("/payments", paid).json().at("/repeated").asBoolean())
                .isTrue();
    }

    /** 100.00 for an invoice that is named, and nothing for one that does not exist. */
    @Test
    void paysWhatThePayerNames() {
        invoiceOf("PAY-4");
        service.post("/invoices", Requests.bill("PAY-4").replace("PAY-4-1", "PAY-4-2"));
        String younger =
                service.get("/customers/PAY-4/open-items").json().at("/1/id").asString();
        String named = ", 'remittances': [{'item': 'UNKNOWN'}, {'item': '" + younger + "', 'amount': '100.00'}]";
        Answer answer = service.post("/payments", Requests.payment("PAY-4-a", "PAY-4", "100.00", "EUR", named));

        assertThat(answer.json().at("/allocations/0/lines/0/item").asString())
                .as(answer.text())
                .isEqualTo(younger);
    }

    @Test
    void whatNobodyOwesStaysOnAccount() {
        Answer answer = service.post("/payments", Requests.payment("PAY-5-a", "PAY-5", "10.00"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/allocations").isEmpty()).isTrue();
        assertThat(service.get("/customers/PAY-5/aging?asOf=2026-03-01")
                        .json()
                        .at("/total/onAccount")
                        .asString())
                .isEqualTo("10.00");
    }

    /** 64 requests, each payment four times: 16 of 1.00 count, whoever was first. */
    @Test
    void countsEachPaymentOnceHoweverManyComeTogether() {
        List<Integer> statuses = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> service.post("/payments", Requests.payment("PAY-6-" + i % 16, "PAY-6", "1.00"))
                        .status())
                .toList();

        assertThat(statuses)
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(16);
        assertThat(service.get("/customers/PAY-6/aging?asOf=2026-03-01")
                        .json()
                        .at("/total/onAccount")
                        .asString())
                .isEqualTo("16.00");
    }
}
