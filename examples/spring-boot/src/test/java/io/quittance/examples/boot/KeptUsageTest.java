package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import org.junit.jupiter.api.Test;

/** Usage that a contract was billed with is kept: a request brings what is new. */
class KeptUsageTest {
    private final Service service = Service.running();

    /** 50 calls of 30 January, known when January was billed already. */
    private static String late(String customer) {
        return Requests.bill(customer)
                .replace("u-1", "u-2")
                .replace("1160", "50")
                .replace("2026-01-15T10:00:00Z", "2026-01-30T18:00:00Z");
    }

    private void isBilled(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().at("/documents/0/type").asString()).isEqualTo("380");
        assertThat(answer.json().at("/documents/0/totals/due").asString()).isEqualTo("4.76");
    }

    /** 1160 calls were billed before, so 50 more are 4.00 at 0.08, with 19 % of tax 4.76. */
    @Test
    void lateUsageAloneIsBilledOnTopOfWhatWasBilled() {
        service.post("/invoices", Requests.bill("LATE-1"));

        isBilled(service.post("/invoices", late("LATE-1")), 201);
        assertThat(service.post("/invoices", late("LATE-1")).status()).isEqualTo(200);
        assertThat(service.post("/invoices", Requests.bill("LATE-1")).status()).isEqualTo(200);
    }

    @Test
    void aPreviewCountsWhatIsKeptAndKeepsNothing() {
        service.post("/invoices", Requests.bill("LATE-2"));

        isBilled(service.post("/invoice-previews", late("LATE-2")), 200);
        isBilled(service.post("/invoice-previews", late("LATE-2").replace("u-2", "u-3")), 200);
        assertThat(service.post("/invoices", Requests.bill("LATE-2")).status()).isEqualTo(200);
    }

    @Test
    void usageThatIsTakenBackHasAKeyOfItsOwn() {
        service.post("/invoices", Requests.bill("LATE-3"));
        Answer changed = service.post("/invoices", Requests.bill("LATE-3").replace("1160", "1110"));

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.json().at("/code").asString()).isEqualTo("usage.key-twice");
        assertThat(changed.json().at("/detail").asString())
                .isEqualTo("usage[0]: key must not name different usage, but was u-1");
        Answer takenBack = service.post("/invoices", late("LATE-3").replace("\"50\"", "\"-50\""));
        assertThat(takenBack.json().at("/documents/0/type").asString())
                .as(takenBack.text())
                .isEqualTo("381");
        assertThat(takenBack.json().at("/documents/0/totals/due").asString()).isEqualTo("4.76");
    }

    @Test
    void oneKeyWithTwoContentsInARequestIsRefusedToo() {
        String two = Requests.bill(
                "LATE-4",
                "'usage': [",
                "'usage': [{'key': 'u-1', 'meter': 'calls', 'quantity': 1, " + "'time': '2026-01-02T10:00:00Z'}, ");
        Answer answer = service.post("/invoice-previews", two);

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().at("/errors/0/path").asString()).isEqualTo("usage[1]");
    }
}
