package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The id of a contract stands for the contract that was billed first: for its customer, in its currency, by its terms. */
class SameContractTest {
    private final Service service = Service.running();

    /** Neither previewed nor issued; and the contract itself is billed on as if nobody had asked. */
    private void refused(String request, String detail) {
        for (String path : List.of("/invoice-previews", "/invoices")) {
            Answer answer = service.post(path, request);
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.json().at("/code").asString()).isEqualTo("contract.changed");
            assertThat(answer.json().at("/detail").asString()).isEqualTo(detail);
        }
    }

    private void issued(String request) {
        assertThat(service.post("/invoices", request).status()).isEqualTo(201);
    }

    /** Without usage there would be a credit note over the calls of the other customer, and with it nothing would be due. */
    @Test
    void isOfOneCustomer() {
        String bill = Requests.bill("SAME-A");
        String other = bill.replace("\"customer\": \"SAME-A\"", "\"customer\": \"SAME-B\"");
        issued(bill);

        refused(other, "contract: customer must stay SAME-A, but was SAME-B");
        refused(other.replace("1160", "1"), "contract: customer must stay SAME-A, but was SAME-B");
        assertThat(service.get("/customers/SAME-B/open-items").status()).isEqualTo(404);
        assertThat(service.post("/invoices", bill).status()).isEqualTo(200);
    }

    @Test
    void isOfOneCustomerWhoeverWasFirst() {
        String bill = Requests.bill("SAME-C").replace("\"customer\": \"SAME-C\"", "\"customer\": \"SAME-D\"");
        issued(bill);

        refused(Requests.bill("SAME-C"), "contract: customer must stay SAME-D, but was SAME-C");
    }

    @Test
    void isInOneCurrency() {
        issued(Requests.bill("SAME-E"));
        issued(Requests.bill("SAME-F", "USD"));

        refused(Requests.bill("SAME-E", "USD"), "contract.terms: currency must stay EUR, but was USD");
        refused(Requests.bill("SAME-F"), "contract.terms: currency must stay USD, but was EUR");
    }

    @Test
    void hasTheTermsThatWereSigned() {
        String bill = Requests.bill("SAME-G");
        issued(bill);

        refused(
                bill.replace("499.00", "599.00"),
                "contract must stay as it was billed first: what changes it is a new amendment");
        assertThat(service.post("/invoices", bill.replace("499.00", "499.0")).status())
                .as("the same price, written otherwise")
                .isEqualTo(200);
    }

    @Test
    void hasTheAmendmentsThatWereBilled() {
        issued(Requests.signed("SAME-H"));
        issued(Requests.amended("SAME-H"));

        refused(
                Requests.amended("SAME-H").replace("620.00", "930.00"),
                "contract must stay as it was billed first: what changes it is a new amendment");
    }
}
