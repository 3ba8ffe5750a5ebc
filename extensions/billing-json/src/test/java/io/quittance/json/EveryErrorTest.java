package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.Refusal;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of an object and every element of a list is told, by the name that it has in the document. */
class EveryErrorTest {
    private static final String PRICE = "{\"type\": \"perUnit\", \"unitPrice\": \"1\"}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "discounts": [{"id": "", "kind": "PERCENT", "value": "-5"}] | charges[0].discounts[0]: id must have 1 to 200 characters, but was ; charges[0].discounts[0]: value must not be negative, but was -5
            "discounts": [{"id": "d", "kind": "HALF", "value": "150"}] | charges[0].discounts[0]: kind must be one of [PERCENT, AMOUNT], but was HALF
            "discounts": [{"id": "d", "kind": "AMOUNT", "value": "1"}, {"id": "d", "kind": "AMOUNT", "value": "-1"}] | charges[0].discounts[1]: id must be unique, but was d; charges[0].discounts[1]: value must not be negative, but was -1
            "commitment": {"kind": "AMOUNT", "value": "-1", "overageFactor": "-1"} | charges[0].commitment: value must not be negative, but was -1; charges[0].commitment: overageFactor must not be negative, but was -1
            "conversion": {"operation": "DIVIDE", "factor": "60", "increments": {"minimum": "-1", "step": "0"}} | charges[0].conversion.increments: minimum must not be negative, but was -1; charges[0].conversion.increments: step must be more than 0, but was 0
            "freeUnits": "-5" | charges[0]: freeUnits must not be negative, but was -5
            "maximum": "-1", "minimum": "-2" | charges[0]: maximum must not be negative, but was -1; charges[0]: minimum must not be negative, but was -2
            "neverDecreasing": null | charges[0]: neverDecreasing must be true or false, but was null
            "unit": null, "freeUnits": null, "discounts": null, "conversion": null | charges[0]: unit must be a string, but was null; charges[0]: freeUnits must be a decimal number, but was null; charges[0]: discounts must be an array, but was null; charges[0]: conversion must be an object, but was null
            """)
    void ofACharge(String fields, String messages) {
        assertThat(errors(document("\"meter\": \"m\", \"model\": " + PRICE + ", " + fields, "")))
                .containsExactlyElementsOf(split(messages));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "meters": [{"id": "a", "aggregation": {"type": "PERCENTILES", "percent": "95", "method": "NEAREST_RANK"}}] | charges[0].meters[0].aggregation: type must be one of [SUM, COUNT, AVERAGE, MINIMUM, MAXIMUM, LATEST, UNIQUE_COUNT, TIME_WEIGHTED_SUM_BY_DAY, TIME_WEIGHTED_SUM_BY_ELAPSED_TIME, PERCENTILE, SUM_OF_INCREMENTS], but was PERCENTILES
            "meters": [{"id": "", "aggregation": {"type": "PERCENTILE", "percent": "101", "method": "BEST"}}] | charges[0].meters[0]: id must have 1 to 200 characters, but was ; charges[0].meters[0].aggregation: percent must be between 0 and 100, but was 101; charges[0].meters[0].aggregation: method must be one of [INCLUSIVE, EXCLUSIVE, NEAREST_RANK], but was BEST
            "meters": [{"id": "a", "aggregation": {"type": "SUM_OF_INCREMENTS", "minimum": "-1", "step": "0"}}] | charges[0].meters[0].aggregation: minimum must not be negative, but was -1; charges[0].meters[0].aggregation: step must be more than 0, but was 0
            "meters": [{"id": "a", "where": [{"dimension": "", "value": ""}, {"dimension": "r", "value": "eu"}, {"dimension": "r", "value": "us"}]}] | charges[0].meters[0].where[0]: dimension must have 1 to 200 characters, but was ; charges[0].meters[0].where[0]: value must have 1 to 200 characters, but was ; charges[0].meters[0].where[2]: dimension must be unique, but was r
            "meters": [] | charges[0]: meters must not be empty
            """)
    void ofAMeter(String meters, String messages) {
        assertThat(errors(document(meters + ", \"model\": " + PRICE, ""))).containsExactlyElementsOf(split(messages));
    }

    /** Either {@code meter} or {@code meters}: an empty list is no list that was left out. */
    @Test
    void ofAMeterBesideNone() {
        assertThat(errors(document("\"meter\": \"m\", \"meters\": [], \"model\": " + PRICE, "")))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).startsWith("charges[0]: meter must be left out"))
                .contains("charges[0]: meters must not be empty");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"type": "graduated", "tiers": [{"upTo": "10", "unitPrice": "1"}, {"upTo": "5", "unitPrice": "1"}, {"upTo": "20", "unitPrice": "1"}, {"upTo": "15", "unitPrice": "1"}], "beyond": {"unitPrice": "1"}} | charges[0].model: tiers[1].upTo must be more than 10, but was 5; charges[0].model: tiers[3].upTo must be more than 20, but was 15
            {"type": "stairStep", "tiers": [{"upTo": "2", "amount": "1"}, {"upTo": "x", "amount": "1"}, {"upTo": "1", "amount": "-1"}], "beyond": {"amount": "-3"}} | charges[0].model.tiers[1]: upTo must be a decimal number, but was x; charges[0].model: tiers[2].upTo must be more than 2, but was 1; charges[0].model.tiers[2]: amount must not be negative, but was -1; charges[0].model.beyond: amount must not be negative, but was -3
            {"type": "stairStep", "tiers": [{"upTo": "x", "amount": "1"}, {"upTo": "0.5", "amount": "1"}], "beyond": {"amount": "3"}} | charges[0].model.tiers[0]: upTo must be a decimal number, but was x
            {"type": "graduatedPercentage", "tiers": [{"upTo": "1", "ratePercent": "1"}, {"upTo": "1", "ratePercent": "-1"}], "beyond": {"ratePercent": "1"}} | charges[0].model: tiers[1].upTo must be more than 1, but was 1; charges[0].model.tiers[1]: ratePercent must not be negative, but was -1
            {"type": "capacity", "tiers": [{"limits": [{"meter": "m", "upTo": "2"}], "price": "1"}, {"limits": [{"meter": "m", "upTo": "1"}], "price": "-1"}, {"limits": [{"meter": "m", "upTo": "2"}], "price": "1"}]} | charges[0].model: tiers[1] must hold more than the tier before, but was m ≤ 1; charges[0].model.tiers[1]: price must not be negative, but was -1; charges[0].model: tiers[2] must hold more than the tier before, but was m ≤ 2
            {"type": "matrix", "dimensions": ["region"], "cells": [{"values": ["eu", "x"], "unitPrice": "1"}, {"values": ["us"], "unitPrice": "-1"}, {"values": [""], "unitPrice": "1"}]} | charges[0].model.cells[0]: values must have one value for each of [region], but was [eu, x]; charges[0].model.cells[1]: unitPrice must not be negative, but was -1; charges[0].model.cells[2]: values[0] must have 1 to 200 characters, but was
            {"type": "matrix", "dimensions": ["region", "region", ""], "cells": [{"values": ["eu"], "unitPrice": "1"}]} | charges[0].model: dimensions[1] must name each dimension once, but was region; charges[0].model: dimensions[2] must have 1 to 200 characters, but was
            {"type": "timeAndMaterials", "rates": [{"role": "", "rate": "-1"}, {"role": "b", "rate": "1"}, {"role": "b", "rate": "-2"}], "overtime": [{"value": "yes", "factor": "-1"}]} | charges[0].model.rates[0]: role must have 1 to 200 characters, but was ; charges[0].model.rates[0]: rate must not be negative, but was -1; charges[0].model.rates[2]: role must be unique, but was b; charges[0].model.rates[2]: rate must not be negative, but was -2; charges[0].model.overtime[0]: factor must not be negative, but was -1
            {"type": "milestones", "milestones": [{"name": "", "amount": "-1"}, {"name": "b", "amount": "1"}, {"name": "b", "amount": "x"}]} | charges[0].model.milestones[0]: name must have 1 to 200 characters, but was ; charges[0].model.milestones[0]: amount must not be negative, but was -1; charges[0].model.milestones[2]: name must be unique, but was b; charges[0].model.milestones[2]: amount must be a decimal number, but was x
            {"type": "milestones", "milestones": []} | charges[0].model: milestones must not be empty
            {"type": "completion", "price": "-1", "percent": "5"} | charges[0].model: price must not be negative, but was -1; charges[0].model: percent must be left out, for it is none of [type, price]
            {"type": "timeBuckets", "bucket": "DAY", "aggregation": {"type": "MOST", "dimension": "x"}, "price": {"type": "perUnit", "unitPrice": "-1"}} | charges[0].model.aggregation: type must be one of [SUM, COUNT, AVERAGE, MINIMUM, MAXIMUM, LATEST, UNIQUE_COUNT, TIME_WEIGHTED_SUM_BY_DAY, TIME_WEIGHTED_SUM_BY_ELAPSED_TIME, PERCENTILE, SUM_OF_INCREMENTS], but was MOST; charges[0].model.price: unitPrice must not be negative, but was -1
            """)
    void ofAModel(String model, String messages) {
        assertThat(errors(document("\"meter\": \"m\", \"model\": " + model, "")))
                .map(String::stripTrailing)
                .containsExactlyElementsOf(
                        split(messages).stream().map(String::stripTrailing).toList());
    }

    @Test
    void ofWindowsOfWhichTwoPairsOverlap() {
        String windows = window("a", "00:00", "02:00") + ", " + window("b", "01:00", "03:00") + ", "
                + window("c", "05:00", "late") + ", " + window("d", "10:00", "12:00") + ", "
                + window("d", "11:00", "13:00") + ", " + window("e", "x", "y");
        String model = "{\"type\": \"timeWindows\", \"windows\": [" + windows + "], \"otherwise\": " + PRICE + "}";
        assertThat(errors(document("\"meter\": \"m\", \"model\": " + model, "")))
                .containsExactly(
                        "charges[0].model: windows[1] must not overlap a, which stands before it, but was b",
                        "charges[0].model.windows[2]: to must be a time of day such as 22:00, but was late",
                        "charges[0].model: windows[4] must not overlap d, which stands before it",
                        "charges[0].model: windows[4].name must be that of no other window, nor otherwise, but was d",
                        "charges[0].model.windows[5]: from must be a time of day such as 22:00, but was x",
                        "charges[0].model.windows[5]: to must be a time of day such as 22:00, but was y");
    }

    @Test
    void ofPricesByDimensions() {
        String prices = price("eu", "region", "\"eu\", \"uk\"") + ", " + price("uk", "region", "\"uk\"") + ", "
                + price("bad", "region", "\"\", \"x\", \"x\"") + ", " + price("more", "region", "\"eu\"") + ", "
                + price("none", "speed", "");
        String model = "{\"type\": \"dimensionPrices\", \"prices\": [" + prices + "], \"otherwise\": " + PRICE + "}";
        assertThat(errors(document("\"meter\": \"m\", \"model\": " + model, "")))
                .containsExactly(
                        "charges[0].model: prices[1] must not be covered by eu, which stands before it, but was uk",
                        "charges[0].model.prices[2].where[0]: values[0] must have 1 to 200 characters, but was ",
                        "charges[0].model.prices[2].where[0]: values[2] must be given once, but was x",
                        "charges[0].model: prices[3] must not be covered by eu, which stands before it, but was more",
                        "charges[0].model.prices[4].where[0]: values must not be empty");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "discounts": [{"id": "a", "kind": "AMOUNT", "value": "1", "charges": ["x"]}, {"id": "b", "kind": "AMOUNT", "value": "1", "charges": ["c", "y"]}] | discounts[0]: charges[0] must be a charge of the contract, but was x; discounts[1]: charges[1] must be a charge of the contract, but was y
            "commitment": {"termMinimum": "-1", "periodMinimum": "-2", "overageFactor": "-3"} | commitment: termMinimum must not be negative, but was -1; commitment: periodMinimum must not be negative, but was -2; commitment: overageFactor must not be negative, but was -3
            "lineRounding": {"scale": 19, "mode": "HALF"} | lineRounding: scale must be between 0 and 18, but was 19; lineRounding: mode must be one of [UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY], but was HALF
            """)
    void ofTheTerms(String fields, String messages) {
        String charge = "\"meter\": \"m\", \"model\": " + PRICE;
        assertThat(errors(document(charge, ", " + fields))).containsExactlyElementsOf(split(messages));
        String wrong = charge.replace("\"1\"", "\"-1\"");
        assertThat(errors(document(wrong, ", " + fields)))
                .hasSize(split(messages).size() + 1)
                .containsAll(split(messages))
                .contains("charges[0].model: unitPrice must not be negative, but was -1");
    }

    /** Which charges there are is not known where one of them has no good id. */
    @Test
    void saysNothingOfScopesWhereAnIdOfAChargeIsWrong() {
        String discount =
                ", \"discounts\": [{\"id\": \"a\", \"kind\": \"AMOUNT\", \"value\": \"1\", \"charges\": [\"x\"]}]";
        String document = document("\"meter\": \"m\", \"model\": " + PRICE, discount);
        assertThat(errors(document.replace("\"id\": \"c\"", "\"id\": \" x\"")))
                .containsExactly("charges[0]: id must not begin or end with white space, but was ' x'");
    }

    @Test
    void doesNotLoseWhatDependsOnAnotherFieldBesideAnError() {
        assertThat(errors(document(
                        "\"meter\": \"m\", \"freeUnits\": \"-5\", \"model\": "
                                + "{\"type\": \"capacity\", \"tiers\": [{\"limits\": [{\"meter\": \"a.b\", \"upTo\": \"1\"}], \"price\": \"1\"}]}",
                        ", \"maximum\": \"-1\"")))
                .containsExactlyInAnyOrder(
                        "charges[0]: freeUnits must not be negative, but was -5",
                        "charges[0].model: tiers[0].limits[a.b] must be of a meter of the charge, one of [m], but was a.b",
                        "maximum must not be negative, but was -1");
    }

    @Test
    void ofLimits() {
        String model = "{\"type\": \"capacity\", \"tiers\": [{\"limits\": [{\"meter\": \"a\", \"upTo\": \"1\"},"
                + " {\"meter\": \"x\", \"upTo\": \"1\"}, {\"meter\": \"y\", \"upTo\": \"1\"}], \"price\": \"1\"}]}";
        assertThat(errors(document("\"meters\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"model\": " + model, "")))
                .containsExactly(
                        "charges[0].model: tiers[0].limits[x] must be of a meter of the charge, one of [a, b], but was x",
                        "charges[0].model: tiers[0].limits[y] must be of a meter of the charge, one of [a, b], but was y");
        assertThat(errors(document("\"meters\": [{\"id\": \"a\"}, {\"id\": \"\"}], \"model\": " + model, "")))
                .containsExactly("charges[0].meters[1]: id must have 1 to 200 characters, but was ");
    }

    /** Which charges there are is known although two have one id. */
    @Test
    void ofScopesBesideAnIdThatIsTaken() {
        String discount =
                ", \"discounts\": [{\"id\": \"a\", \"kind\": \"AMOUNT\", \"value\": \"1\", \"charges\": [\"x\"]}]";
        String twice =
                "\"meter\": \"m\", \"model\": " + PRICE + "}, {\"id\": \"c\", \"meter\": \"m\", \"model\": " + PRICE;
        assertThat(errors(document(twice, discount)))
                .containsExactly(
                        "charges[1]: id must be unique, but was c",
                        "discounts[0]: charges[0] must be a charge of the contract, but was x");
    }

    @Test
    void ofAStep() {
        assertThat(stepErrors("\"1\"", "\"part\": \"\", \"quantity\": \"x\", \"key\": \"\"", ""))
                .containsExactly(
                        "steps[0]: part must have 1 to 200 characters, but was ",
                        "steps[0]: quantity must be a decimal number or a fraction such as 1600/31, but was x",
                        "steps[0]: key must have 1 to 200 characters, but was ");
        assertThat(stepErrors("\"2\"", "\"part\": \"\", \"quantity\": \"2/0\", \"key\": \"k\"", ""))
                .containsExactly(
                        "steps[0]: part must have 1 to 200 characters, but was ",
                        "steps[0]: quantity must not have a denominator of 0, but was 2/0",
                        "steps[0]: amount must be what the formula gives, 1, but was 2");
    }

    /** What depends on the formula is not told where that is wrong or missing. */
    @Test
    void saysNothingOfTheResultOfAFormulaThatIsWrong() {
        String good = "\"part\": \"p\", \"quantity\": \"1\", \"key\": \"k\"";
        String sum = ", {\"operation\": \"GIVEN\", \"number\": \"1\"}, {\"operation\": \"SUM\", \"operands\": ";
        assertThat(stepRefusal("\"7\"", good, sum + "\"x\"}"))
                .hasMessage("steps[0].formula[2]: operands must be a whole number, but was \"x\"");
        assertThat(stepRefusal("\"7\"", good, sum + "null}")).hasMessage("steps[0].formula[2]: operands must be given");
        String none = "{\"schemaVersion\": 1, \"steps\": [{\"amount\": \"7\", \"pattern\": \"{0}\", \"arguments\": [], "
                + good + "}]}";
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> StepsJson.read(none)))
                .hasMessage("steps[0]: formula must be given");
    }

    /** A schema compares whole numbers by their value, and so does the reader. */
    @ParameterizedTest
    @ValueSource(strings = {"30", "30.0", "3e1", "3E+1", "300e-1"})
    void readsWholeNumbersByTheirValue(String netDays) {
        String document = document("\"meter\": \"m\", \"model\": " + PRICE, "")
                .replace("\"netDays\": 30", "\"netDays\": " + netDays)
                .replace("\"schemaVersion\": 1", "\"schemaVersion\": 1.0");
        assertThat(ContractTermsJson.standard().read(document).paymentTerms()).isEqualTo(PaymentTerms.net(30));
        assertThat(Schemas.violations("contract-terms", document)).isEmpty();
        String steps =
                "{\"schemaVersion\": 1.0, \"steps\": [{\"part\": \"p\", \"quantity\": \"1\", \"key\": \"k\", \"amount\": \"5\","
                        + " \"formula\": [{\"operation\": \"GIVEN\", \"number\": \"5\"}, {\"operation\": \"SUM\", \"operands\": 1.0}],"
                        + " \"pattern\": \"{0}\", \"arguments\": []}]}";
        assertThat(StepsJson.read(steps)).singleElement().returns(Fraction.of(5, 1), Step::amount);
        assertThat(Schemas.violations("steps", steps)).isEmpty();
    }

    /** The square of 10 to the power of 1200 has 7973 bits; 1 by 3 is no decimal. */
    @Test
    void keepsTheRuleOfAFormulaThatHasNoResult() {
        String good = "\"part\": \"p\", \"quantity\": \"1\", \"key\": \"k\"";
        String square = ", {\"operation\": \"GIVEN\", \"number\": \"1" + "0".repeat(1_200) + "\"}";
        String product = ", {\"operation\": \"PRODUCT\"}";
        InvalidDocumentException large = stepRefusal("\"1\"", good, square.repeat(2) + product.repeat(2));
        assertThat(large)
                .hasMessage("steps[0].formula: fraction must have at most 4096 bits above and below the line,"
                        + " but was 7973 / 1 bits")
                .returns("fraction.size", Refusal::code)
                .returns("steps[0].formula", Refusal::path);
        assertThat(large.errors().get(0)).cause().isInstanceOf(InexactResultException.class);
        InvalidDocumentException inexact = stepRefusal(
                "\"1\"",
                good,
                ", {\"operation\": \"GIVEN\", \"number\": \"3\"}, {\"operation\": \"QUOTIENT\"},"
                        + " {\"operation\": \"ROUNDED\", \"scale\": 2, \"mode\": \"UNNECESSARY\"}");
        assertThat(inexact)
                .hasMessage("steps[0].formula: result must be a whole number of the rounding's units, but was 100 / 3")
                .returns("rounding.necessary", Refusal::code);
    }

    private static String window(String name, String from, String to) {
        return "{\"name\": \"" + name + "\", \"from\": \"" + from + "\", \"to\": \"" + to + "\", \"price\": " + PRICE
                + "}";
    }

    private static String price(String name, String dimension, String values) {
        return "{\"name\": \"" + name + "\", \"where\": [{\"dimension\": \"" + dimension + "\", \"values\": [" + values
                + "]}], \"price\": " + PRICE + "}";
    }

    private static String document(String charge, String more) {
        return "{\"schemaVersion\": 1, \"currency\": \"EUR\", \"zone\": \"UTC\", \"charges\": [{\"id\": \"c\", "
                + charge + "}], \"paymentTerms\": {\"netDays\": 30}" + more + "}";
    }

    private static List<String> split(String messages) {
        return Arrays.stream(messages.split("; ", -1)).toList();
    }

    private static List<String> errors(String document) {
        return catchThrowableOfType(
                        InvalidDocumentException.class,
                        () -> ContractTermsJson.standard().read(document))
                .errors()
                .stream()
                .map(Throwable::getMessage)
                .toList();
    }

    private static InvalidDocumentException stepRefusal(String amount, String fields, String formula) {
        String step = "{\"formula\": [{\"operation\": \"GIVEN\", \"number\": \"1\"}" + formula + "], \"amount\": "
                + amount + ", \"pattern\": \"{0}\", \"arguments\": [], " + fields + "}";
        String json = "{\"schemaVersion\": 1, \"steps\": [" + step + "]}";
        return catchThrowableOfType(InvalidDocumentException.class, () -> StepsJson.read(json));
    }

    private static List<String> stepErrors(String amount, String fields, String formula) {
        return stepRefusal(amount, fields, formula).errors().stream()
                .map(Throwable::getMessage)
                .sorted((a, b) -> Integer.compare(order(a), order(b)))
                .toList();
    }

    private static int order(String message) {
        return List.of("part", "quantity", "key", "amount").indexOf(message.split(" ", -1)[1]);
    }
}
