package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BillTest {
    private final Service service = Service.running();

    /** 60 of 1160 are free; 1000 at 0.10 and 100 at 0.08 are 108.00. With 2 × 499.00 that is 1106.00, and 19 % of it 210.14. */
    @Test
    void previewsToTheCentAndSaysWhy() {
        Answer answer = service.post("/invoice-previews", Requests.bill("BILL-1"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode invoice = answer.json().at("/documents/0");
        assertThat(invoice.at("/number").asString()).isEqualTo("PREVIEW");
        assertThat(invoice.at("/totals/withoutTax").asString()).isEqualTo("1106.00");
        assertThat(invoice.at("/totals/tax").asString()).isEqualTo("210.14");
        assertThat(invoice.at("/totals/due").asString()).isEqualTo("1316.14");
        assertThat(invoice.at("/dueDate").asString()).isEqualTo("2026-03-03");
        assertThat(invoice.at("/lines")
                        .valueStream()
                        .map(line -> line.at("/netAmount").asString()))
                .containsExactly("499.00", "108.00", "499.00");
        assertThat(invoice.at("/lines/1/explanations")
                        .valueStream()
                        .map(why -> why.at("/text").asString()))
                .containsExactly(
                        "calls: 1160", "60 free: -60", "0 to 1000: 1000 × 0.1 = 100", "beyond 1000: 100 × 0.08 = 8");
    }

    @Test
    void aPreviewKeepsNothing() {
        String request = Requests.bill("BILL-2");
        String first = service.post("/invoice-previews", request).text();

        assertThat(service.post("/invoice-previews", request).text()).isEqualTo(first);
        assertThat(service.get("/customers/BILL-2/open-items").status()).isEqualTo(404);
    }

    @Test
    void billsEachPeriodOnce() {
        String request = Requests.bill("BILL-3");
        Answer first = service.post("/invoices", request);
        Answer second = service.post("/invoices", request);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().at("/documents/0/number").asString()).matches("INV-[0-9]{6}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/documents").isEmpty()).isTrue();
        assertThat(service.post("/invoice-previews", request)
                        .json()
                        .at("/documents")
                        .isEmpty())
                .isTrue();
    }

    /** In March the fee of March, and what was used in February: 100 calls, of which 60 are free, 4.00. With tax 598.57. */
    @Test
    void theNextBillGoesOnWhereTheLastOneStopped() {
        service.post("/invoices", Requests.bill("BILL-4"));
        String march = Requests.bill("BILL-4")
                .replace("\"1160\"", "\"100\"")
                .replace("2026-01-15", "2026-02-15")
                .replace("u-1", "u-2")
                .replace("\"date\": \"2026-02-01\"", "\"date\": \"2026-03-01\"");
        Answer answer = service.post("/invoices", march);

        assertThat(answer.json().at("/documents/0/totals/due").asString())
                .as(answer.text())
                .isEqualTo("598.57");
    }

    /** 620.00 from 16 January on, signed at 310.00 and billed: 160.00 are given back for the 16 days that are left, and 320.00 charged. */
    @Test
    void billsTheDifferenceThatAnAmendmentMakes() {
        String signed = Requests.signed("BILL-5");
        String amended = Requests.amended("BILL-5");
        service.post("/invoices", signed);
        Answer answer = service.post("/invoices", amended);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json()
                        .at("/documents/0/lines")
                        .valueStream()
                        .map(line -> line.at("/netAmount").asString()))
                .containsExactly("-160.00", "320.00");
        Answer forgotten = service.post("/invoices", signed);
        assertThat(forgotten.status()).isEqualTo(409);
        assertThat(forgotten.json().at("/code").asString()).isEqualTo("billing.amendments");
    }

    @Test
    void whatCannotBeBilledIsAFinding() {
        Answer answer = service.post(
                "/invoice-previews",
                Requests.bill("BILL-6", "'meter': 'calls', 'quantity'", "'meter': 'sms', 'quantity'"));

        JsonNode finding = answer.json().at("/findings/0");
        assertThat(finding.at("/code").asString()).as(answer.text()).isEqualTo("USAGE_NOT_CHARGED");
        assertThat(finding.at("/path").asString()).isEqualTo("usage[u-1]");
    }

    /** Neither number is one that a double can hold. */
    @Test
    void numbersAreReadAsTheyAreWritten() {
        String request = Requests.bill("BILL-7", "'quantity': '1160'", "'quantity': 1060.123456789012345678");
        Answer answer = service.post("/invoice-previews", request);

        assertThat(answer.json().at("/documents/0/lines/1/explanations/0/text").asString())
                .as(answer.text())
                .isEqualTo("calls: 1060.123456789012345678");
        String price = Requests.bill("BILL-7", "'amount': '499.00'", "'amount': 9007199254740993.01");
        assertThat(service.post("/invoice-previews", price)
                        .json()
                        .at("/documents/0/lines/0/netAmount")
                        .asString())
                .isEqualTo("9007199254740993.01");
    }
}
