package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTermsJsonTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();
    private static final String SAMPLE = """
            {
              "schemaVersion": 1,
              "currency": "USD",
              "zone": "America/New_York",
              "charges": [
                {
                  "id": "night",
                  "meter": "night-minutes",
                  "name": "Night minutes",
                  "unit": "MIN",
                  "model": {"type": "perUnit", "unitPrice": "0.045"}
                }
              ],
              "lineRounding": {"scale": 2, "mode": "HALF_UP"},
              "paymentTerms": {"netDays": 30}
            }
            """;

    @Test
    void readsWhatWasAgreed() {
        assertThat(JSON.read(SAMPLE)).isEqualTo(sample());
    }

    @Test
    void leavesOutWhatHasADefault() {
        String shorter = SAMPLE.replace("\"lineRounding\": {\"scale\": 2, \"mode\": \"HALF_UP\"},", "")
                .replace("\"name\": \"Night minutes\",", "")
                .replace("\"unit\": \"MIN\",", "");
        ContractTerms terms = JSON.read(shorter);
        assertThat(terms.lineRounding()).isEqualTo(Rounding.halfUp(2));
        assertThat(terms.charges().get(0).name()).isEqualTo("night");
        assertThat(terms.charges().get(0).unit()).isEqualTo("C62");
    }

    /** A double would read 0.1 as 0.1000000000000000055511151231257827…; 18 places and 38 digits are the bounds. */
    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "0.000000000000000001", "1E-18", "12345678901234567890.123456789012345678", "0", "170E-3"
            })
    void readsPricesExactlyAsTextAndAsNumber(String price) {
        PerUnit expected = PerUnit.of(price);
        assertThat(priceOf(SAMPLE.replace("\"0.045\"", "\"" + price + "\""))).isEqualTo(expected);
        assertThat(priceOf(SAMPLE.replace("\"0.045\"", price))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "0.045" | "-1" | charges[0].model: unitPrice must not be negative, but was -1
            "0.045" | "cheap" | charges[0].model: unitPrice must be a decimal number, but was cheap
            "0.045" | true | charges[0].model: unitPrice must be a decimal number, but was true
            "0.045" | "1E+1000000000" | charges[0].model: unitPrice must have at most 38 digits, but was 1E+1000000000
            "0.045" | 1E+1000000000 | charges[0].model: unitPrice must have at most 38 digits, but was 1E+1000000000
            "0.045" | 1E-19 | charges[0].model: unitPrice must have at most 18 decimal places, but was 1E-19
            "0.045" | null | charges[0].model: unitPrice must be given
            "type" | "kind" | charges[0].model: type must be given
            "night" | "terms.minimum" | charges[0]: id must not begin with terms., which names lines of the terms themselves, but was terms.minimum
            "night" | 7 | charges[0]: id must be a string, but was 7
            "meter" | "metre" | document must be valid, but was refused in 2 places: charges[0]: meter must be given; charges[0]: metre must be left out, for it is none of [id, kind, meters, meter, model, name, unit, conversion, freeUnits, discounts, maximum, commitment, minimum, neverDecreasing, billed, from, until, ancillary, group, laterModels, phases, escalation]
            "unit" | "units" | charges[0]: units must be left out, for it is none of [id, kind, meters, meter, model, name, unit, conversion, freeUnits, discounts, maximum, commitment, minimum, neverDecreasing, billed, from, until, ancillary, group, laterModels, phases, escalation]
            "USD" | "ZZZ" | currency must be a known currency code, but was ZZZ
            "America/New_York" | "Mars" | zone must be a time zone id such as Europe/Berlin, but was Mars
            30 | -1 | paymentTerms: netDays must be between 0 and 3650, but was -1
            30 | 30.5 | paymentTerms: netDays must be a whole number, but was 30.5
            30 | 3000000000 | paymentTerms: netDays must be between -2147483648 and 2147483647, but was 3000000000
            "HALF_UP" | "HALF" | lineRounding: mode must be one of [UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY], but was HALF
            "scale": 2 | "scale": 3 | lineRounding must leave at most 2 decimal places, as USD has, but was HALF_UP at 3 decimal places
            "scale": 2 | "scale": 19 | lineRounding: scale must be between 0 and 18, but was 19
            "schemaVersion": 1 | "schemaVersion": 2 | schemaVersion must be 1, but was 2
            "schemaVersion": 1, | "note": "x", "schemaVersion": 1, | note must be left out, for it is none of [schemaVersion, currency, zone, charges, conventions, discounts, maximum, minimum, commitment, lineRounding, paymentTerms, billed, invoicing]
            """)
    void refusesByPathFieldRuleAndValue(String good, String bad, String message) {
        assertThat(SAMPLE).contains(good);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.read(SAMPLE.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
                .withMessage(message);
    }

    /** All types are named, the user's own last. */
    @Test
    void refusesATypeWithoutCodec() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.with(new AccessFeeCodec()).read(SAMPLE.replace("\"perUnit\"", "\"magic\"")))
                .withMessageStartingWith("charges[0].model: type must be one of [perUnit, graduated, ")
                .withMessageEndingWith(", accessFee], but was magic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"schemaVersion\": 2, \"currency\": 7} | json.schema-version",
                "{\"schemaVersion\": 1} {} | json.syntax",
                "{\"schemaVersion\": 1 | json.syntax",
                "terms | json.syntax",
                "[] | json.type",
                "{} | json.errors"
            })
    void refusesWhatIsNoDocument(String text, String code) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> JSON.read(text))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void refusesDeepNestingAndLongNumbersBeforeTheyCost() {
        for (String hostile : List.of(
                "[".repeat(100_000),
                "[" + "0,".repeat(1_000_000) + "0]",
                " ".repeat(17_000_000),
                "{\"schemaVersion\": " + "9".repeat(100_000) + "}",
                "{\"currency\": \"" + "E".repeat(100_000) + "\"}")) {
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> JSON.read(hostile))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("json.bounds"));
        }
    }

    @Test
    void refusesTermsThatContradictThemselves() {
        String charge = SAMPLE.substring(SAMPLE.indexOf("    {"), SAMPLE.indexOf("  ],"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.read(SAMPLE.replace(charge, charge.stripTrailing() + "," + charge)))
                .withMessage("charges[1]: id must be unique, but was night");
    }

    @Property
    void readsWhatItWrote(@ForAll("terms") ContractTerms terms) {
        String written = JSON.write(terms);
        assertThat(JSON.read(written)).isEqualTo(terms);
        assertThat(JSON.write(JSON.read(written))).isEqualTo(written);
    }

    @Property
    void writesWhatTheSchemaAllows(@ForAll("terms") ContractTerms terms) {
        assertThat(Schemas.violations("contract-terms", JSON.write(terms))).isEmpty();
    }

    @Test
    void theSampleKeepsToTheSchemaAndBadOnesDoNot() {
        assertThat(Schemas.violations("contract-terms", SAMPLE)).isEmpty();
        assertThat(Schemas.violations("contract-terms", SAMPLE.replace("\"unit\"", "\"units\"")))
                .isNotEmpty();
        assertThat(Schemas.violations("contract-terms", SAMPLE.replace("\"night\"", "\"terms.minimum\"")))
                .isNotEmpty();
        assertThat(Schemas.violations("contract-terms", SAMPLE.replace("\"0.045\"", "\"-1\"")))
                .isNotEmpty();
    }

    @Test
    void takesAUsersOwnChargeModel() {
        ContractTermsJson own = JSON.with(new AccessFeeCodec());
        ContractTerms terms = ContractTerms.builder()
                .currency("EUR")
                .zone("Europe/Berlin")
                .charge(Charge.usage("access", "lines", new AccessFee(new BigDecimal("9.90"))))
                .paymentTerms(PaymentTerms.net(14))
                .build();
        assertThat(own.read(own.write(terms))).isEqualTo(terms);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.write(terms))
                .withMessage("model must have a codec, but was " + AccessFee.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.with(new AccessFeeCodec()))
                .withMessage("codec must have a new type, but was accessFee");
    }

    @Provide
    Arbitrary<ContractTerms> terms() {
        Arbitrary<List<PerUnit>> models = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(8)
                .map(PerUnit::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.of("USD", "EUR", "JPY", "KWD"),
                        Arbitraries.of("America/New_York", "Europe/Berlin", "UTC", "Asia/Kathmandu"),
                        models,
                        Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(RoundingMode.class))
                                .as(Rounding::of),
                        PaymentTermsArbitraries.terms(),
                        ChargeArbitraries.charges("other"),
                        ChargeArbitraries.cycles())
                .as(ContractTermsJsonTest::terms);
    }

    private static ContractTerms terms(
            String currency,
            String zone,
            List<PerUnit> models,
            Rounding rounding,
            PaymentTerms paymentTerms,
            Charge other,
            BillingCycle cycle) {
        int finest = Rounding.toMinorUnit(Monetary.getCurrency(currency)).scale();
        var builder = ContractTerms.builder()
                .currency(currency)
                .zone(zone)
                .lineRounding(Rounding.of(Math.min(rounding.scale(), finest), rounding.mode()));
        for (int i = 0; i < models.size(); i++) {
            builder.charge(Charge.usage("charge \"" + i + "\"", "meter ß" + i, models.get(i))
                    .named("Größe " + i));
        }
        return builder.charge(other).billed(cycle).paymentTerms(paymentTerms).build();
    }

    private static ContractTerms sample() {
        return ContractTerms.builder()
                .currency("USD")
                .zone("America/New_York")
                .charge(Charge.usage("night", "night-minutes", PerUnit.of("0.045"))
                        .named("Night minutes")
                        .unit("MIN"))
                .lineRounding(Rounding.halfUp(2))
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }

    private static ChargeModel priceOf(String json) {
        return JSON.read(json).charges().get(0).model();
    }
}
