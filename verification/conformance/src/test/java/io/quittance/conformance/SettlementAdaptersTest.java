package io.quittance.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the cases of discounts, tolerances and short payments have no example of. */
class SettlementAdaptersTest {

    /** 94.50 are due of 105.00: 0.50 too much cut the discount, and beyond 105.00 nothing is left to cut. */
    @ParameterizedTest
    @CsvSource({"95, 10, 0", "106, 0, 1"})
    void cutADiscountBack(String payment, String discount, String unapplied) {
        assertThat(matches("early_payment_discount", "overpaid_discount", """
                        {"open": "105.00", "discount": "10.50", "payment": "%s", "mode": "unspecific"}""".formatted(payment), """
                        {"discount": "%s", "difference_posted": "0", "unapplied": "%s"}""".formatted(
                                discount, unapplied)))
                .isTrue();
    }

    /** 868.33 are 868.35 in coins; less 10 % 781.515, which is 781.52 and 781.55 in coins, so 86.80 are off. */
    @Test
    void roundTotalAndAmountDueToCoins() {
        assertThat(matches("early_payment_discount", "discount_terms", """
                        {"invoice_date": "2026-01-01", "lines": [{"net": "868.33", "tax_pct": "0"}],
                         "discount": {"percent": "10", "days": 10, "tax_mode": "included"}, "rounding": "HALF_UP",
                         "cash_rounding": {"unit": "0.05", "mode": "UP"}}""", """
                        {"invoice_total": "868.35", "amount_due": "781.55", "discount": "86.80"}"""))
                .isTrue();
    }

    /** 1000 at 15 % of 900, less 10 % of 1000. */
    @Test
    void takeTheDiscountOffTheNetAmountWhereTheTaxIsReduced() {
        assertThat(matches("early_payment_discount", "discount_terms", """
                        {"invoice_date": "2019-01-01", "lines": [{"net": "1000", "tax_pct": "15"}],
                         "discount": {"percent": "10", "days": 10, "tax_mode": "mixed"}, "rounding": "HALF_UP"}""", """
                        {"invoice_total": "1135", "amount_due": "1035", "discount": "100", "discount_tax": "0"}"""))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2015-07-03, 20, 0", "2015-07-04, 0, 20"})
    void grantADiscountInItsDaysOfGrace(String date, String discount, String open) {
        assertThat(matches("early_payment_discount", "discount_settlement", """
                        {"items": [{"id": "INV", "date": "2015-06-25", "open": "1000",
                                    "tiers": [{"until": "2015-06-30", "percent": "2"}]}],
                         "grace_days": 3, "payment": {"date": "%s", "amount": "980"}}""".formatted(date), """
                        {"items": [{"id": "INV", "discount": "%s", "open": "%s"}], "unapplied": "0"}""".formatted(
                                discount, open)))
                .isTrue();
    }

    /** INV1 takes 1000; 485 of INV3, which has the better discount of two of one day, earn 485 × 0.02 / 0.98 = 9.90. */
    @Test
    void payByDateAndThenByDiscount() {
        assertThat(matches("early_payment_discount", "discount_settlement", """
                        {"items": [{"id": "INV1", "date": "2015-05-15", "open": "1000",
                                    "tiers": [{"until": "2015-05-29", "percent": "1"}]},
                                   {"id": "INV2", "date": "2015-06-25", "open": "1000",
                                    "tiers": [{"until": "2015-07-09", "percent": "1"}]},
                                   {"id": "INV3", "date": "2015-06-25", "open": "1000",
                                    "tiers": [{"until": "2015-06-30", "percent": "2"}]}],
                         "order": "oldest_date_then_best_discount",
                         "payment": {"date": "2015-06-29", "amount": "1485"}}""", """
                        {"items": [{"id": "INV1", "discount": "0", "open": "0"},
                                   {"id": "INV2", "discount": "0", "open": "1000"},
                                   {"id": "INV3", "discount": "9.90", "open": "505.10"}], "unapplied": "0"}"""))
                .isTrue();
    }

    /** 980 are due, or 490 and 485 of two: what is short by more than the limits is left, the discounts are granted. */
    @Test
    void leaveWhatIsNotTolerated() {
        assertThat(matches("write_off", "tolerance_settlement", """
                        {"items": [{"id": "INV", "open": "1000", "discount": "20", "discount_until": "2003-01-15",
                                    "discount_tolerance_until": "2003-01-20", "max_tolerance": "5",
                                    "accept_late_discount": false}],
                         "payment": {"date": "2003-01-15", "amount": "970"}}""", """
                        {"closed": false, "discount_on_time": "20", "discount_late": "0", "tolerance": "0",
                         "left_on_payment": "0", "left_on_items": "10"}""")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"995, true", "994.99, false"})
    void matchWithinAnAmount(String paid, boolean matched) {
        assertThat(matches("write_off", "match_tolerance", """
                        {"item_open": "1000", "statement_amount": "%s", "tolerance": {"type": "fixed", "value": "5"}}""".formatted(paid), "{\"matched\": " + matched + "}"))
                .isTrue();
    }

    @Test
    void sayWhatPercentagesAreThatAreNotTheWhole() {
        assertThat(matches(
                        "payment_terms",
                        "percent_sum_check",
                        "{\"percents\": [\"60\", \"40.01\"]}",
                        "{\"sum\": \"100.01\", \"valid\": false}"))
                .isTrue();
    }

    /** 99 of 100 asked: no discount, nothing written off. */
    @Test
    void grantNothingForARequestThatIsNotComplete() {
        assertThat(matches("allocation", "requested_settlement", """
                        {"sort": ["pay"], "items": [{"id": "V", "open": "165", "pay": "100", "discount": "10", "write_off": "5"}],
                         "credits": [{"id": "P", "type": "payment", "amount": "99"}]}""", """
                        {"applications": [{"item": "V", "credit": "P", "amount": "99"}],
                         "items": [{"id": "V", "open": "66"}], "credit_remaining": [{"id": "P", "remaining": "0"}]}""")).isTrue();
    }

    private static boolean matches(String topic, String kind, String input, String expected) {
        var mapper = new JsonMapper();
        Object answer =
                requireNonNull(Adapters.ALL.get(new Topic("ar", topic, kind))).answer(mapper.readTree(input));
        return Comparison.matches(mapper.readTree(expected), answer);
    }
}
