package io.quittance.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Fields that SHAPES.md of the cases lists and no case at hand uses: adapters answer them all the same. */
class AdaptersTest {

    /** A credit note of 30 and a payment of 120 against two items of 100, in both topics that ask so. */
    @ParameterizedTest
    @ValueSource(strings = {"allocation", "statement"})
    void sayWhichCreditPaysHowMuchOfWhichItem(String topic) {
        assertThat(matches(new Topic("ar", topic, "ordered_allocation"), """
                        {"sort": ["due", "seq"],
                         "items": [
                           {"id": "B", "due": "2026-02-01", "open": "100", "seq": 1},
                           {"id": "A", "due": "2026-01-01", "open": "100", "seq": 2}],
                         "credits": [{"id": "CN", "amount": "30"}, {"id": "PAY", "amount": "120"}]}""", """
                        {"items": [{"id": "A", "open": "0"}, {"id": "B", "open": "50"}],
                         "credits": [{"id": "CN", "unapplied": "0"}, {"id": "PAY", "unapplied": "0"}],
                         "applied_from": [
                           {"item": "A", "credit": "CN", "amount": "30"},
                           {"item": "A", "credit": "PAY", "amount": "70"},
                           {"item": "B", "credit": "PAY", "amount": "50"}]}"""))
                .isTrue();
    }

    @Test
    void knowItemsAndCreditsOfNothing() {
        assertThat(matches(new Topic("ar", "allocation", "ordered_allocation"), """
                        {"sort": ["priority"],
                         "items": [
                           {"id": "PAID", "type": "invoice", "due": "2026-01-01", "open": "0", "priority": 1},
                           {"id": "OPEN", "type": "invoice", "due": "2026-01-01", "open": "5", "priority": 2}],
                         "credits": [{"id": "CN", "amount": "0.00"}, {"id": "PAY", "amount": "8"}]}""", """
                        {"items": [{"id": "PAID", "open": "0"}, {"id": "OPEN", "open": "0"}],
                         "credits": [{"id": "CN", "unapplied": "0"}, {"id": "PAY", "unapplied": "3"}],
                         "applied_from": [{"item": "OPEN", "credit": "PAY", "amount": "5"}]}"""))
                .isTrue();
        assertThat(matches(
                        new Topic("ar", "statement", "ordered_allocation"),
                        "{\"sort\": [\"due\"], \"items\": [], \"credits\": [{\"id\": \"P\", \"amount\": \"1\"}]}",
                        "{\"items\": [], \"credits\": [{\"id\": \"P\", \"unapplied\": \"1\"}], \"applied_from\": []}"))
                .isTrue();
    }

    @ParameterizedTest(name = "1200 owed of 1000 sold in {0} days are {1} days")
    @CsvSource({"30.5, 36.6", "30, 36", "0.5, 0.6"})
    void takeDaysWithAFraction(String days, String dso) {
        assertThat(matches(
                        new Topic("kpi", "dso_simple", ""),
                        "{\"receivables\": \"1200\", \"credit_sales\": \"1000\", \"days\": \"" + days + "\"}",
                        "{\"dso\": \"" + dso + "\"}"))
                .isTrue();
    }

    private static boolean matches(Topic topic, String input, String expected) {
        var mapper = new JsonMapper();
        Object answer = requireNonNull(Adapters.ALL.get(topic)).answer(mapper.readTree(input));
        return Comparison.matches(mapper.readTree(expected), answer);
    }
}
