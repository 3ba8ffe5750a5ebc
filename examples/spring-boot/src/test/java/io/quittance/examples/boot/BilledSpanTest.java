package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would keep the service busy is refused before it does: what counts are the periods of all charges, and of the terms themselves. */
class BilledSpanTest {
    private final Service service = Service.running();

    /** Charges of 1.00 a day. */
    private static String daily(int count) {
        String charge = "{'id': 'c%s', 'kind': 'recurring', 'model': {'type': 'flat', 'amount': '1.00'}}";
        return "{'currency': 'EUR', 'zone': 'Europe/Berlin', 'paymentTerms': {'netDays': 30}, 'billed': {'interval': 'P1D'}, 'charges': ["
                + IntStream.range(0, count).mapToObj(charge::formatted).collect(Collectors.joining(",")) + "]}";
    }

    private static String request(String terms, String more, String date) {
        return Requests.json("""
                {'contract': {'schemaVersion': 1, 'id': 'SPAN', 'customer': 'SPAN',
                  'term': {'start': '2026-01-01', 'end': '2036-01-01'}, 'terms': %s%s}, 'usage': [], 'date': '%s'}
                """.formatted(terms, more, date));
    }

    private Answer previewed(String terms, String more, String date) {
        return service.post("/invoice-previews", request(terms, more, date));
    }

    private static void isRefused(Answer answer, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/code").asString()).isEqualTo("request.span");
        assertThat(answer.json().at("/detail").asString()).isEqualTo(detail);
    }

    /** 15 May 2027 is day 500, so nine charges and the terms have 5000 periods. 499 of each have ended: 4491.00, with 19 % 5344.29. */
    @Test
    void asManyPeriodsAsAreAllowedAreBilled() {
        Answer answer = previewed(daily(9), "", "2027-05-15");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/documents/0/totals/due").asString()).isEqualTo("5344.29");
    }

    @Test
    void oneDayMoreIsTooMuch() {
        isRefused(
                previewed(daily(9), "", "2027-05-16"),
                "contract.terms: charges must together have at most 5000 periods until the date, but was 5010");
    }

    /** 3652 days of 400 charges and the terms, which would not fit into memory. */
    @Test
    void tenYearsOfDaysAreTooMuch() {
        isRefused(
                previewed(daily(400), "", "2035-12-31"),
                "contract.terms: charges must together have at most 5000 periods until the date, but was 1464452");
    }

    /** 100 charges instead of one from 2027 on. */
    private static final String AMENDED =
            ", 'signedAt': '2025-12-01T09:00:00Z', 'amendments': [{'key': 'A-1', 'kind': 'terms', "
                    + "'recordedAt': '2026-12-10T09:00:00Z', 'date': '2027-01-01', 'terms': " + daily(100) + "}]";

    /** One charge and the terms have 730 periods in 2026, and 100 of them in 50 days of 2027 5050. */
    @Test
    void whatAnAmendmentBringsCountsFromItsDay() {
        isRefused(
                previewed(daily(1), AMENDED, "2027-02-19"),
                "contract.terms: charges must together have at most 5000 periods until the date, but was 5780");
    }

    /** A run for a day before that of the last one bills what is due on the day of the last one. */
    @Test
    void whatWasBilledUntilALaterDayCountsUntilThatDay() {
        String id = "\"id\": \"SPAN\"";
        String signed = request(daily(1), "", "2027-02-19").replace(id, "\"id\": \"SPAN-2\"");
        String amended = request(daily(1), AMENDED, "2026-01-02").replace(id, "\"id\": \"SPAN-2\"");
        assertThat(service.post("/invoices", signed).status()).isEqualTo(201);

        isRefused(
                service.post("/invoices", amended),
                "contract.terms: charges must together have at most 5000 periods until the date, but was 5780");
    }

    /** 400 charges, of which each is charged from the last day of the term on. */
    @Test
    void whatIsNotChargedYetDoesNotCount() {
        String later = daily(400).replace("'kind'", "'from': '2035-12-31', 'kind'");

        assertThat(previewed(later, "", "2035-12-30").text()).isEqualTo("{\"documents\":[],\"findings\":[]}");
    }

    /** Nothing is due yet, however many charges there are. */
    @Test
    void aContractThatHasNotBegunHasNoPeriods() {
        Answer answer = previewed(daily(400), "", "2025-12-31");

        assertThat(answer.text()).isEqualTo("{\"documents\":[],\"findings\":[]}");
    }
}
