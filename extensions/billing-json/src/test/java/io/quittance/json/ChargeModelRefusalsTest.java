package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
            """)
    void refusesByPathFieldRuleAndValue(String model, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractTermsJson.standard().read(TERMS.formatted(model)))
                .withMessage(message);
    }
}
