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

    /** A receipt of 100 of which 40 are allocated: 60 fit, a cent more does not, nor does more than is open, nor nothing. */
    @ParameterizedTest
    @CsvSource({"80, 60, true, 20, 0", "80, 60.01, false, 80, 60", "50, 50.01, false, 50, 60", "80, 0, false, 80, 60"})
    void allocateWhatFitsAndRefuseTheRest(String open, String requested, boolean accepted, String after, String left) {
        assertThat(matches(
                        new Topic("ar", "allocation", "allocation_guard"),
                        """
                        {"receipt": "100", "already_allocated": "40", "item_open": "%s", "requested": "%s"}""".formatted(open, requested),
                        """
                        {"accepted": %s, "item_open_after": "%s", "receipt_unallocated_after": "%s"}""".formatted(accepted, after, left)))
                .isTrue();
    }

    /** 500 for an item of 400: 300 go, 200 do not fit the item, 100 close it, and then nothing does. */
    @Test
    void refuseWhatOthersHaveTaken() {
        assertThat(matches(
                        new Topic("ar", "allocation", "concurrent_requests"),
                        "{\"item_open\": \"400\", \"credit\": \"500\", \"requests\": [\"300\", \"200\", \"100\", \"1\"]}",
                        "{\"accepted\": [true, false, true, false], \"item_open_after\": \"0\"}"))
                .isTrue();
    }

    /** A rule of four words, the events given, and what is expected of them. */
    private static boolean replays(String topic, String due, String items, String events, String expected) {
        String order = "[\"penalty\", \"fee\", \"interest\", \"principal\"]";
        return matches(
                new Topic("ar", topic, "waterfall_replay"), """
                {"rule": {"axis": "by_item", "class_order": ["due", "in_advance"], "advance_rule": "next",
                          "component_order": {"due": %s, "in_advance": %s}, "component_due": "%s"},
                 "items": [%s], "events": [%s]}""".formatted(order, order, due, items, events), expected);
    }

    private static final String INSTALMENT = """
            {"no": 1, "due": "2023-02-01", "components": [{"type": "principal", "amount": "100"},
              {"type": "interest", "amount": "0"}, {"type": "penalty", "amount": "5", "due": "2023-01-20"}]}""";

    /** 45 of 55 are owed again on an item of their own, also when the 55 never came. */
    @ParameterizedTest
    @CsvSource({"2, 50", "1, 104"})
    void oweAgainWhatIsClawedBackOfAPaymentThatIsVoid(int voided, String open) {
        assertThat(replays("reversal", "item", INSTALMENT, """
                        {"seq": 1, "type": "payment", "date": "2023-02-01", "amount": "55", "recorded": "2023-02-01"},
                        {"seq": 2, "type": "payment", "date": "2023-03-02", "amount": "1", "recorded": "2023-03-02"},
                        {"seq": 3, "type": "clawback", "date": "2023-03-01", "amount": "45", "recorded": "2023-03-01",
                         "rebill": "original_split", "of_payment": 1, "new_item_no": 2},
                        {"seq": 4, "type": "void", "target": %s, "recorded": "2023-03-03"}""".formatted(voided), """
                        {"items": [{"no": 1, "due_total": "105", "open": "%s"},
                                   {"no": 2, "due_total": "45", "open": "45"}]}""".formatted(open)))
                .isTrue();
    }

    /** 20 on account were paid out; the payment before is void, so nothing was on account, and 20 are owed. */
    @Test
    void oweAPayoutThatWasNotThere() {
        String events = """
                {"seq": 1, "type": "payment", "date": "2023-02-01", "amount": "105", "recorded": "2023-02-01"},
                {"seq": 2, "type": "payment", "date": "2023-02-02", "amount": "20", "recorded": "2023-02-02"},
                {"seq": 3, "type": "credit_payout", "date": "2023-02-03", "amount": "20", "recorded": "2023-02-03",
                 "new_item_no": 9}""";
        assertThat(replays("allocation", "item", INSTALMENT, events, """
                        {"items": [{"no": 1, "open": "0"}], "open_total": "0", "unapplied": "0"}""")).isTrue();
        assertThat(replays("reversal", "item", INSTALMENT, events + """
                        , {"seq": 4, "type": "void", "target": 1, "recorded": "2023-02-04"}""", """
                        {"items": [{"no": 1, "paid": "20", "late": "20", "open": "85"},
                                   {"no": 9, "due_total": "20", "paid": "0", "open": "20"}],
                         "payments": [{"seq": 2, "penalty": "5", "principal": "15", "interest": "0", "fee": "0"}]}""")).isTrue();
    }

    /** A fee on a new item, due on 5 March; the 30 of February that were left over pay it in advance. */
    @Test
    void createTheItemOfACharge() {
        assertThat(replays("reversal", "own", INSTALMENT, """
                        {"seq": 1, "type": "payment", "date": "2023-02-01", "amount": "135", "recorded": "2023-02-01"},
                        {"seq": 2, "type": "charge", "component": "fee", "amount": "40", "due": "2023-03-05",
                         "recorded": "2023-02-20", "item": 2, "new_item_due": "2023-03-05"}""", """
                        {"items": [{"no": 1, "paid": "105", "in_advance": "0", "late": "0"},
                                   {"no": 2, "due_total": "40", "paid": "30", "in_advance": "30", "open": "10"}],
                         "payments": [{"seq": 1, "principal": "100", "penalty": "5", "fee": "30", "interest": "0"}],
                         "unapplied": "0"}""")).isTrue();
    }

    /** A receipt of 30 more than the item: cancelled it is open again, and the next one leaves 30 on account. */
    @Test
    void leaveOnAccountWhatASecondReceiptHasTooMuch() {
        assertThat(matches(
                        new Topic("ar", "reversal", "receipt_reversal_then_new"),
                        "{\"item_open\": \"100\", \"first\": \"40\", \"second\": \"130\"}",
                        """
                        {"open_after_cancel": "100", "open_final": "0", "customer_balance_final": "-30"}"""))
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

    /** 16 of 31 days: 100.00 and 20.00 are 51.61 and 10.32, 30.00 are 15.48; what is due once is due whole. */
    @Test
    void chargeWhatIsDueOnceWithAPlanChange() {
        assertThat(matches(new Topic("rating", "plan_change", ""), """
                        {"convention": "days_half_open", "period": {"start": "2026-01-01", "end": "2026-02-01"},
                         "changeDate": "2026-01-16", "oldItems": ["100", "20"], "newItems": ["30"],
                         "newOneTimeItems": ["99.90"], "roundTo": 2}""", """
                        {"credits": ["-51.61", "-10.32"], "charges": ["15.48", "99.90"], "net": "53.45"}""")).isTrue();
    }

    /** Half of 9.99 and of 19.99, each rounded half up. */
    @Test
    void roundEachLineOfAPlanChangeOnItsOwn() {
        assertThat(matches(new Topic("rating", "plan_change", ""), """
                        {"convention": "fraction", "period": null, "changeDate": null,
                         "remainingFraction": "0.5", "oldItems": ["9.99"], "newItems": ["19.99"], "roundTo": 2}""", """
                        {"credits": ["-5.00"], "charges": ["10.00"], "net": "5.00"}""")).isTrue();
    }

    @ParameterizedTest(name = "changed on {0}: {1} and {2}")
    @CsvSource({"2026-02-01, '', ''", "2026-01-01, -10.00, 20.00", "2026-01-31, -0.32, 0.65"})
    void changeAPlanOnTheFirstDayTheLastOrNever(String day, String credit, String charge) {
        String lines = "{\"credits\": [%s], \"charges\": [%s]}"
                .formatted(credit.isEmpty() ? "" : '"' + credit + '"', charge.isEmpty() ? "" : '"' + charge + '"');
        assertThat(matches(new Topic("rating", "plan_change", ""), """
                        {"convention": "days_half_open", "period": {"start": "2026-01-01", "end": "2026-02-01"},
                         "changeDate": "%s", "oldItems": ["10"], "newItems": ["20"], "roundTo": 2}""".formatted(day), lines))
                .isTrue();
    }

    /** 10.05 over 30 days: 15 days are 5.025, 5.03 each; of the second 5.02 are left. */
    @Test
    void repairEachSpanUpToWhatIsLeft() {
        assertThat(matches(new Topic("rating", "repair", ""), """
                        {"invoicedAmount": "10.05", "line": {"start": "2026-04-01", "end": "2026-05-01"},
                         "unservedSpans": [{"start": "2026-04-01", "end": "2026-04-16"},
                                           {"start": "2026-04-16", "end": "2026-05-01"}],
                         "manualAdjustments": "0", "roundTo": 2}""", "{\"credits\": [\"-5.03\", \"-5.02\"]}"))
                .isTrue();
    }

    /** 12.00 over January: 7 days are 2.71, 9 days 3.48; 5.00 of it were given back before, and 2 days are 0.77. */
    @Test
    void repairSpansApart() {
        assertThat(matches(new Topic("rating", "repair", ""), """
                        {"invoicedAmount": "12.00", "line": {"start": "2026-01-01", "end": "2026-02-01"},
                         "unservedSpans": [{"start": "2026-01-03", "end": "2026-01-10"},
                                           {"start": "2026-01-12", "end": "2026-01-21"},
                                           {"start": "2026-01-30", "end": "2026-02-01"}],
                         "manualAdjustments": "5.00", "roundTo": 2}""", """
                        {"credits": ["-2.71", "-3.48", "-0.77"]}""")).isTrue();
    }

    /** 100.00 at 19 %, in thirds: 6.33; of 66.66 12.67, less 6.33; 19.00 less 12.67. */
    @Test
    void sayWhatEachOfSeveralCreditNotesHas() {
        assertThat(matches(new Topic("rating", "credit_note", ""), """
                        {"invoice": {"net": "100.00", "taxRate": "19"}, "partialCredits": ["33.33", "33.33", "33.34"],
                         "cumulativeRounding": true, "roundTo": 2}""", """
                        {"invoiceTotal": "119.00", "sumOfTotals": "119.00", "creditNotes": [
                          {"net": "33.33", "tax": "6.33", "total": "39.66"},
                          {"net": "33.33", "tax": "6.34", "total": "39.67"},
                          {"net": "33.34", "tax": "6.33", "total": "39.67"}]}""")).isTrue();
    }

    /** 20 of 31 days are 2000; half of the line is off: of 1000 more after 1000, 500 at 20 %. Of no days nothing. */
    @ParameterizedTest
    @CsvSource({"20, 500, 100, 600", "10, 0, 0, 0", "0, 0, 0, 0"})
    void creditUnusedDaysUpToWhatTheyComeTo(String days, String item, String tax, String total) {
        assertThat(matches(new Topic("rating", "credit_note", ""), """
                        {"price": "3100", "periodDays": "31", "unusedDays": "%s", "taxRate": "20", "couponOnLine": "1550",
                         "alreadyCreditedOnLine": "1000", "onTermination": "credit", "roundTo": 0}""".formatted(days), """
                        {"item": "%s", "tax": "%s", "total": "%s", "credit": "%s", "refund": "0"}""".formatted(
                                item, tax, total, total)))
                .isTrue();
    }

    /** 5000.00 at 12.25 % are 1.678 a day, so 1.68, and 101 of them 169.68. */
    @Test
    void roundInterestByDay() {
        assertThat(matches(new Topic("ar", "late_fee", "simple_interest"), """
                        {"principal": "5000", "annual_rate_pct": "12.25", "days": 101, "day_basis": 365,
                         "daily_rounding": "0.01", "fee": "70"}""", """
                        {"daily": "1.68", "interest": "169.68", "charges": "239.68", "grand_total": "5239.68"}"""))
                .isTrue();
    }

    /** (1500 + 80) × 20 % × 10 / 30; a flat charge asks for neither days nor earlier charges. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"compound, 105.33", "simple, 100", "flat, 300"})
    void chargeOnEarlierChargesOnlyWhereTheyCompound(String formula, String charge) {
        assertThat(matches(
                        new Topic("ar", "late_fee", "period_charge"),
                        """
                        {"formula": "%s", "overdue": "1500", "rate_pct": "20", "days_late": 10, "days_in_period": 30,
                         "prior_charges": "80"}""".formatted(formula),
                        "{\"charge\": \"" + charge + "\"}"))
                .isTrue();
    }

    /** 5.00 and 10 % of 10.00. */
    @Test
    void putAPercentageOfTheBalanceOnTheSameItem() {
        assertThat(matches(new Topic("ar", "late_fee", "invoice_late_fee"), """
                        {"balance": "10", "amount": "5", "percent": "10"}""", """
                        {"fee": "6", "balance_after": "16"}"""))
                .isTrue();
    }

    @ParameterizedTest(name = "zero means {0}: exceeded {1}")
    @CsvSource({"'', true", "', \"zero_means\": \"no_limit\"', false"})
    void takeZeroForNoLimitOnlyWhereItIsSaid(String zeroMeans, boolean exceeded) {
        assertThat(matches(
                        new Topic("ar", "credit_limit", "credit_check"),
                        "{\"limit\": \"0\", \"exposure\": \"10\", \"new\": \"1\"" + zeroMeans + "}",
                        "{\"exceeded\": " + exceeded + "}"))
                .isTrue();
    }

    /** A third of 100.00 and two of 30 of 90.00. */
    @Test
    void provideByFractions() {
        assertThat(matches(new Topic("ar", "ecl", "provision_matrix"), """
                        {"balances": ["100", "90"], "rate_fractions": [["1", "3"], ["2", "30"]], "unit": "0.01"}""", """
                        {"provisions": ["33.33", "6"], "total": "39.33"}"""))
                .isTrue();
    }

    /** Of one due date, the lower number is offset first; 3 days late are within grace, 5 are not. */
    @Test
    void offsetCreditsByNumberAndLeaveOutWhatIsWithinGrace() {
        assertThat(matches(new Topic("ar", "late_fee", "finance_charges"), """
                        {"as_of": "2026-03-11", "rate_pct": "30", "days_in_period": 30, "grace_days": 3,
                         "items": [{"id": "A", "due": "2026-03-06", "open": "100", "seq": 2},
                                   {"id": "B", "due": "2026-03-06", "open": "100", "seq": 1},
                                   {"id": "C", "due": "2026-03-08", "open": "100", "seq": 3}],
                         "credits": [{"id": "P", "amount": "40"}]}""", """
                        {"charges": {"A": "5", "B": "3", "C": "0"}}"""))
                .isTrue();
    }

    private static boolean matches(Topic topic, String input, String expected) {
        var mapper = new JsonMapper();
        Object answer = requireNonNull(Adapters.ALL.get(topic)).answer(mapper.readTree(input));
        return Comparison.matches(mapper.readTree(expected), answer);
    }
}
