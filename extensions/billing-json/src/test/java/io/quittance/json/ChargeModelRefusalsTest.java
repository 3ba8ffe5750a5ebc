package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a charge model refuses is refused with its place in the document. */
class ChargeModelRefusalsTest {
    private static final String TERMS = """
            {"schemaVersion": 1, "currency": "EUR", "zone": "Europe/Berlin", "paymentTerms": {"netDays": 30},
             "charges": [{"id": "c", "meter": "m", "model": %s}]}
            """;

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"type": "flat", "amount": "-1"} | charges[0].model: amount must not be negative, but was -1
            {"type": "flat", "amount": "1", "unitPrice": "1"} | charges[0].model: unitPrice must be left out, for it is none of [type, amount]
            {"type": "volume", "tiers": [{"upTo": "0", "unitPrice": "1"}], "beyond": {"unitPrice": "1"}} | charges[0].model.tiers[0]: upTo must be more than 0, but was 0
            {"type": "stairStep", "tiers": [{"upTo": "5", "amount": "1"}, {"upTo": "5", "amount": "2"}], "beyond": {"amount": "3"}} | charges[0].model: tiers[1].upTo must be more than 5, but was 5
            {"type": "stairStep", "tiers": [], "beyond": {"amount": "3", "upTo": "9"}} | charges[0].model.beyond: upTo must be left out, for it is none of [amount]
            {"type": "package", "size": "0", "price": "1"} | charges[0].model: size must be more than 0, but was 0
            {"type": "package", "size": "10", "price": "1", "rounding": "HALF_UP"} | charges[0].model: rounding must be one of [UP, DOWN], but was HALF_UP
            {"type": "graduatedBlocks", "tiers": [{"maxBlocks": "1.5", "blockSize": "1", "blockPrice": "1"}], "beyond": {"blockSize": "1", "blockPrice": "1"}} | charges[0].model.tiers[0]: maxBlocks must be a whole number, but was 1.5
            {"type": "volumeBlocks", "tiers": [], "beyond": {"blockSize": "0", "blockPrice": "1"}} | charges[0].model.beyond: blockSize must be more than 0, but was 0
            {"type": "volumeBlocks", "tiers": []} | charges[0].model: beyond must be given
            {"type": "graduatedPercentage", "tiers": [{"upTo": "5", "ratePercent": "-1"}], "beyond": {"ratePercent": "1"}} | charges[0].model.tiers[0]: ratePercent must not be negative, but was -1
            {"type": "proratedGraduated", "tiers": [], "beyond": {"unitPrice": "x"}} | charges[0].model.beyond: unitPrice must be a decimal number, but was x
            {"type": "proratedVolume", "tiers": {}, "beyond": {"unitPrice": "1"}} | charges[0].model: tiers must be an array, but was {}
            {"type": "percentage", "ratePercent": "1", "floor": "2", "cap": "1"} | charges[0].model: cap must not be less than the floor 2, but was 1
            {"type": "percentage", "ratePercent": "1", "freeEvents": 1.5} | charges[0].model: freeEvents must be a whole number, but was 1.5
            {"type": "capacity", "tiers": [{"limits": [{"meter": "gb", "upTo": "-1"}], "price": "1"}]} | charges[0].model.tiers[0].limits[0]: upTo must not be negative, but was -1
            {"type": "capacity", "tiers": [{"limits": [{"meter": "gb", "upTo": "1"}, {"meter": "gb", "upTo": "2"}], "price": "1"}]} | charges[0].model.tiers[0].limits[1]: meter must be unique, but was gb
            {"type": "capacity", "tiers": [{"limits": [{"meter": "m", "upTo": "1"}], "price": "1"}, {"limits": [{"meter": "gb", "upTo": "1"}], "price": "2"}]} | charges[0].model: tiers[1].limits[gb] must be of a meter of the charge, one of [m], but was gb
            {"type": "timeBuckets", "bucket": "DAY", "price": {"type": "capacity", "tiers": [{"limits": [{"meter": "gb", "upTo": "1"}], "price": "1"}]}} | charges[0].model.price: tiers[0].limits[gb] must be of a meter of the charge, one of [m], but was gb
            {"type": "costPlus", "surcharge": "MARGIN", "percent": "100"} | charges[0].model: percent must be less than 100 for a margin, but was 100
            {"type": "dynamic", "multiplier": "-1"} | charges[0].model: multiplier must not be negative, but was -1
            {"type": "timeBuckets", "bucket": "WEEK", "price": {"type": "perUnit", "unitPrice": "1"}} | charges[0].model: bucket must be one of [HOUR, DAY], but was WEEK
            {"type": "timeBuckets", "bucket": "DAY", "aggregation": {"type": "PERCENTILE", "percent": "101", "method": "INCLUSIVE"}, "price": {"type": "perUnit", "unitPrice": "1"}} | charges[0].model.aggregation: percent must be between 0 and 100, but was 101
            {"type": "timeBuckets", "bucket": "DAY", "price": {"type": "perUnit", "unitPrice": "-1"}} | charges[0].model.price: unitPrice must not be negative, but was -1
            {"type": "timeWindows", "windows": [{"name": "night", "from": "22:00", "to": "late", "price": {"type": "perUnit", "unitPrice": "1"}}], "otherwise": {"type": "perUnit", "unitPrice": "1"}} | charges[0].model.windows[0]: to must be a time of day such as 22:00, but was late
            {"type": "timeWindows", "windows": [{"name": "night", "days": ["MONDAY", "MONDAY"], "from": "22:00", "to": "06:00", "price": {"type": "perUnit", "unitPrice": "1"}}], "otherwise": {"type": "perUnit", "unitPrice": "1"}} | charges[0].model.windows[0]: days[1] must be given once, but was "MONDAY"
            {"type": "timeWindows", "windows": [{"name": "night", "from": "22:00", "to": "06:00", "price": {"type": "perUnit", "unitPrice": "1"}}, {"name": "early", "from": "05:00", "to": "07:00", "price": {"type": "perUnit", "unitPrice": "1"}}], "otherwise": {"type": "perUnit", "unitPrice": "1"}} | charges[0].model: windows[1] must not overlap night, which stands before it, but was early
            {"type": "matrix", "dimensions": ["region"], "cells": [{"values": ["eu", "small"], "unitPrice": "1"}]} | charges[0].model.cells[0]: values must have one value for each of [region], but was [eu, small]
            {"type": "matrix", "dimensions": ["region"], "cells": [{"values": ["eu"], "unitPrice": "1"}, {"values": ["eu"], "unitPrice": "2"}]} | charges[0].model.cells[1]: values must be unique, but was [eu]
            {"type": "dimensionPrices", "prices": [{"name": "all", "where": [], "price": {"type": "perUnit", "unitPrice": "1"}}, {"name": "eu", "where": [{"dimension": "region", "values": ["eu"]}], "price": {"type": "perUnit", "unitPrice": "1"}}], "otherwise": {"type": "perUnit", "unitPrice": "1"}} | charges[0].model: prices[1] must not be covered by all, which stands before it, but was eu
            {"type": "timeAndMaterials", "rates": []} | charges[0].model: rates must not be empty
            {"type": "timeAndMaterials", "rates": [{"role": "consultant", "rate": "150"}], "increment": "0"} | charges[0].model: increment must be more than 0, but was 0
            """)
    void refusesByPathFieldRuleAndValue(String model, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(model)))
                .withMessage(message);
    }

    /** What a price by single events would ignore is told all at once, where it stands. */
    @Test
    void refusesWhatThePriceWouldIgnore() {
        String converted = """
                {"type": "percentage", "ratePercent": "2.9"},
                 "conversion": {"operation": "DIVIDE", "factor": "60"}, "freeUnits": "60\"""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(converted)))
                .withMessage("document must be valid, but was refused in 2 places: "
                        + "charges[0]: conversion must not be given, for the price looks at single events, but was / 60; "
                        + "charges[0]: freeUnits must not be given, for the price looks at single events, but was 60");
        String free = "{\"type\": \"flat\", \"amount\": \"5\"}, \"freeUnits\": \"60\"";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(free)))
                .withMessage(
                        "charges[0]: freeUnits must not be given, for a flat fee is due whatever is used, but was 60");
    }

    @Test
    void refusesWhatSeveralMetersCannotHaveAndIncrementsThatThePriceDoesNotCount() {
        String meters = """
                [{"id": "m", "aggregation": {"type": "SUM_OF_INCREMENTS", "minimum": "60", "step": "60"}}]""";
        String daily = """
                {"type": "timeBuckets", "bucket": "DAY", "price": {"type": "perUnit", "unitPrice": "1"}}""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(meters, daily))
                .withMessage("charges[0].meters[0]: aggregation must not count in increments, for the price takes the "
                        + "maximum of single events, but was sum in increments of 60/60");
        String several = """
                [{"id": "a"}, {"id": "b"}]""";
        String free = """
                {"type": "capacity", "tiers": [{"limits": [], "price": "1"}]}, "freeUnits": "1\"""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(several, free))
                .withMessage("charges[0]: meters must be one where a quantity is converted or free, but was 2");
    }

    /** A price by single events takes their sum, or what it says; so must the meter, and a bucket around it. */
    @Test
    void refusesAMeterThatTakesWhatThePriceDoesNot() {
        String maximum = """
                [{"id": "m", "aggregation": {"type": "MAXIMUM"}}]""";
        String percentage = """
                {"type": "percentage", "ratePercent": "2"}""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(maximum, percentage))
                .withMessage("charges[0].meters[0]: aggregation must be the sum that the price takes of single events, "
                        + "but was maximum");
        String daily = """
                {"type": "timeBuckets", "bucket": "DAY",
                 "price": {"type": "matrix", "dimensions": ["region"], "cells": [], "otherwise": "1"}}""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(daily)))
                .withMessage("charges[0].model: aggregation must be the sum that the price takes of single events, "
                        + "but was maximum");
    }

    /** Told of a charge and of all charges by the place in the document. */
    @Test
    void refusesAnAmountOffThatIsFinerThanTheLines() {
        String fine = """
                {"type": "perUnit", "unitPrice": "1"},
                 "discounts": [{"id": "v", "kind": "AMOUNT", "value": "10.005"}]""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(fine)))
                .withMessage(
                        "charges[0].discounts[0]: value must have at most 2 decimal places, by currency and lineRounding, "
                                + "but was 10.005");
        String exact = fine + "}], \"conventions\": {\"discountSpread\": \"%s\"}, \"discounts\": [{\"id\": \"w\", "
                + "\"kind\": \"AMOUNT\", \"value\": \"0.001\"";
        String all = TERMS.formatted(exact).replace("%s", "EXACT");
        assertThat(ContractTermsJson.standard().read(all).discounts().list()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(all.replace("EXACT", "LARGEST_REMAINDER")))
                .withMessage(
                        "charges[0].discounts[0]: value must have at most 2 decimal places, by currency and lineRounding, "
                                + "but was 10.005");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(all.replace("EXACT", "EXAKT")))
                .withMessage("conventions: discountSpread must be one of [LARGEST_REMAINDER, EXACT, PER_LINE], "
                        + "but was EXAKT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard()
                        .read(all.replace("EXACT", "PER_LINE").replace("EUR", "BHDD")))
                .withMessage("currency must be a currency code of three capital letters, but was BHDD");
    }

    @Test
    void refusesADimensionThatAMeterNamesTwice() {
        String twice = """
                [{"id": "m", "where": [{"dimension": "region", "value": "eu"},
                                       {"dimension": "region", "value": "us"}]}]""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(twice, "{\"type\": \"perUnit\", \"unitPrice\": \"1\"}"))
                .withMessage("charges[0].meters[0].where[1]: dimension must be unique, but was region");
    }

    /** Of several meters all but one would be ignored, and of two with one id the first. */
    @Test
    void refusesMetersThatThePriceWouldIgnore() {
        String several = """
                [{"id": "a"}, {"id": "b"}]""";
        String perUnit = """
                {"type": "perUnit", "unitPrice": "1"}""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(several, perUnit))
                .withMessage("charges[0]: meters must be one, for the price looks at one, but was 2");
        String regions = """
                [{"id": "a", "where": [{"dimension": "region", "value": "eu"}]},
                 {"id": "a", "where": [{"dimension": "region", "value": "us"}]}]""";
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(regions, "{\"type\": \"capacity\", \"tiers\": [{\"limits\": [], \"price\": \"1\"}]}"))
                .withMessage("charges[0].meters[1]: id must be that of no other meter of the charge, but was a");
    }

    /** What stands in for a model that cannot be read refuses nothing: the model itself might have taken it. */
    @Test
    void saysNothingOfMetersBesideAModelThatCannotBeRead() {
        String several = """
                [{"id": "a"}, {"id": "b"}]""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(several, "{\"type\": \"capacitty\"}"))
                .withMessageStartingWith("charges[0].model: type must be one of [")
                .withMessageEndingWith("], but was capacitty");
    }

    /** Units that are committed have no price without events, beside whatever else is wrong. */
    @Test
    void refusesUnitsThatThePriceCannotTellTheWorthOf() {
        String committed = """
                {"type": "percentage", "ratePercent": "2.9"},
                 "commitment": {"kind": "QUANTITY", "value": "10"}, "freeUnits": "60\"""";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(committed)))
                .withMessage("document must be valid, but was refused in 2 places: charges[0].commitment: kind must be "
                        + "AMOUNT, for the price looks at single events, but was QUANTITY; "
                        + "charges[0]: freeUnits must not be given, for the price looks at single events, but was 60");
    }

    private static void read(String meters, String model) {
        ContractTermsJson.standard()
                .read(TERMS.replace("\"meter\": \"m\"", "\"meters\": " + meters).formatted(model));
    }
}
