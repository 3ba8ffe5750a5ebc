package io.quittance.examples.boot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import io.quittance.json.KpiResultsJson;
import io.quittance.kpi.KpiResult;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two customers, in Swiss francs: each owes 1316.14 on 3 March, of which one pays 1000.00 on 20 February. */
class ReceivablesTest {
    private final Service service = Service.running();

    private void owed(String currency, String prefix) {
        service.post("/invoices", Requests.bill(prefix + "1", currency));
        service.post("/invoices", Requests.bill(prefix + "2", currency));
        service.post("/payments", Requests.payment(prefix + "1-a", prefix + "1", "1000.00", currency, ""));
        service.post("/payments", Requests.payment(prefix + "3-a", prefix + "3", "50.00", currency, ""));
    }

    /** On 30 April both are 58 days late; the third has 50.00 on account. */
    @Test
    void agesWhatIsOpen() {
        owed("CHF", "AGE-");
        JsonNode aging = service.get("/aging?currency=CHF&asOf=2026-04-30").json();

        assertThat(column(aging.at("/total"), "31-60")).isEqualTo("1632.28 of 2");
        assertThat(column(aging.at("/total"), "current")).isEqualTo("0.00 of 0");
        assertThat(aging.at("/total/onAccount").asString()).isEqualTo("50.00");
        assertThat(aging.at("/total/balance").asString()).isEqualTo("1582.28");
        assertThat(aging.at("/customers")
                        .valueStream()
                        .map(row -> row.at("/customer").asString()))
                .containsExactly("AGE-1", "AGE-2", "AGE-3");
        JsonNode one = service.get("/customers/AGE-1/aging?currency=CHF&asOf=2026-03-03")
                .json();
        assertThat(column(one.at("/total"), "current")).isEqualTo("316.14 of 1");
        assertThat(one.at("/customers").size()).isEqualTo(1);
    }

    private static String column(JsonNode row, String name) {
        return row.at("/columns")
                .valueStream()
                .filter(column -> column.at("/name").asString().equals(name))
                .map(column -> column.at("/open").asString() + " of " + column.at("/items"))
                .collect(Collectors.joining());
    }

    /** February of 28 days: 2632.28 sold, 1632.28 open less 50.00 on account; DSO 1582.28 / 2632.28 × 28. 1000.00 of 2632.28 collected. */
    @Test
    void measuresCollection() {
        owed("SEK", "KPI-");
        Answer answer = service.get("/kpis?currency=SEK&start=2026-02-01&end=2026-03-01&asOf=2026-02-28");
        Map<String, KpiResult> results = KpiResultsJson.read(answer.text()).results().stream()
                .collect(Collectors.toMap(result -> result.basis().definition().id(), Function.identity()));

        assertThat(value(results, "dso.simple")).isEqualTo("16.831");
        assertThat(value(results, "collection-rate.gross")).isEqualTo("37.990");
        assertThat(value(results, "overdue.count")).isEqualTo("0.000");
    }

    private static String value(Map<String, KpiResult> results, String id) {
        return requireNonNull(results.get(id), id)
                .match(
                        measured -> measured.exact()
                                .round(io.quittance.core.money.Rounding.halfUp(3))
                                .toPlainString(),
                        undefined -> undefined.reason());
    }

    @Test
    void aPeriodWithoutSalesHasNoDso() {
        JsonNode dso = service.get("/kpis?currency=NOK&start=2026-02-01&end=2026-03-01&asOf=2026-02-28")
                .json()
                .at("/results/0");

        assertThat(dso.at("/undefined/code").asString()).isEqualTo("NO_SALES");
    }

    @Test
    void todayIsTheDayOfTheClock() {
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();

        assertThat(service.get("/aging?currency=DKK").json().at("/asOf").asString())
                .isBetween(today, LocalDate.now(java.time.ZoneOffset.UTC).toString());
    }

    @Test
    void aCustomerOfWhomNothingWasPostedIsUnknown() {
        assertThat(service.get("/customers/NOBODY/open-items").status()).isEqualTo(404);
        assertThat(service.get("/customers/NOBODY/aging").json().at("/code").asString())
                .isEqualTo("customer.unknown");
    }

    @Test
    void yenHaveNoDecimalPlaces() {
        service.post("/invoices", Requests.bill("YEN-1", "JPY").replace("499.00", "500"));

        assertThat(service.get("/customers/YEN-1/open-items?currency=JPY")
                        .json()
                        .at("/0/open")
                        .asString())
                .isEqualTo("1319");
    }
}
