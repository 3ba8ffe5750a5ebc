package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.TimeBuckets.Bucket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents at their bounds: what is written can be read, and what is long does not take its length squared. */
@Tag("exhaustive")
class LargeTermsTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();
    private static final String PRICE = "{\"type\": \"perUnit\", \"unitPrice\": \"1\"}";

    /** Each takes minutes where every element copies those before it, and seconds where it does not. */
    private static void readsSoon(String document) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(JSON.read(document)).isNotNull());
    }

    @Test
    void readsManyFiltersOfAMeter() {
        String where = many(120_000, i -> "{\"dimension\": \"d" + i + "\", \"value\": \"v\"}");
        readsSoon(document(
                "{\"id\": \"c\", \"meters\": [{\"id\": \"m\", \"where\": " + where + "}], \"model\": " + PRICE + "}",
                ""));
    }

    @Test
    void readsManyDiscountsOfACharge() {
        String discounts = many(100_000, i -> "{\"id\": \"d" + i + "\", \"kind\": \"PERCENT\", \"value\": \"1\"}");
        readsSoon(document(
                "{\"id\": \"c\", \"meter\": \"m\", \"model\": " + PRICE + ", \"discounts\": " + discounts + "}", ""));
    }

    @Test
    void readsADiscountOfManyCharges() {
        String charges = many(60_000, i -> "{\"id\": \"c" + i + "\", \"meter\": \"m\", \"model\": " + PRICE + "}");
        String scope = many(60_000, i -> "\"c" + i + "\"");
        readsSoon(document(
                charges.substring(1, charges.length() - 1),
                ", \"discounts\": [{\"id\": \"d\", \"kind\": \"PERCENT\", \"value\": \"1\", \"charges\": " + scope
                        + "}]"));
    }

    @Test
    void readsLimitsOfManyMeters() {
        String meters = many(90_000, i -> "{\"id\": \"m" + i + "\"}");
        String limits = many(90_000, i -> "{\"meter\": \"m" + i + "\", \"upTo\": \"1\"}");
        readsSoon(document(
                "{\"id\": \"c\", \"meters\": " + meters
                        + ", \"model\": {\"type\": \"capacity\", \"tiers\": [{\"limits\": " + limits
                        + ", \"price\": \"1\"}]}}",
                ""));
    }

    @Test
    void readsManyDimensionsOfAPrice() {
        String where = many(100_000, i -> "{\"dimension\": \"d" + i + "\", \"values\": [\"v\"]}");
        readsSoon(document(
                "{\"id\": \"c\", \"meter\": \"m\", \"model\": {\"type\": \"dimensionPrices\", \"prices\": [{\"name\": \"p\", \"where\": "
                        + where + ", \"price\": " + PRICE + "}], \"otherwise\": " + PRICE + "}}",
                ""));
    }

    /** A thousand prices for a thousand regions each, of which only the last differs. */
    @Test
    void readsManyPricesThatHideEachOtherAlmost() {
        String same = IntStream.range(0, 950).mapToObj(i -> "\"v" + i + "\",").collect(Collectors.joining());
        String prices = many(
                900,
                i -> "{\"name\": \"p" + i + "\", \"where\": [{\"dimension\": \"d\", \"values\": [" + same + "\"z" + i
                        + "\"]}], \"price\": " + PRICE + "}");
        readsSoon(document(
                "{\"id\": \"c\", \"meter\": \"m\", \"model\": {\"type\": \"dimensionPrices\", \"prices\": " + prices
                        + ", \"otherwise\": " + PRICE + "}}",
                ""));
    }

    /** A model is told by its type: a validator that tries all kinds at every level does not end. */
    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"-1\"", "null"})
    void theSchemaJudgesNestedModelsSoon(String price) {
        String model = "{\"type\": \"perUnit\", \"unitPrice\": " + price + "}";
        for (int i = 0; i < 24; i++) {
            model = i % 2 == 0
                    ? "{\"type\": \"timeWindows\", \"windows\": [], \"otherwise\": " + model + "}"
                    : "{\"type\": \"dimensionPrices\", \"prices\": [], \"otherwise\": " + model + "}";
        }
        String document = document("{\"id\": \"c\", \"meter\": \"m\", \"model\": " + model + "}", "");
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(Schemas.violations("contract-terms", document).isEmpty())
                        .isEqualTo(price.equals("\"1\"")));
    }

    /** A document has 32 levels: itself, its charges, a charge and its model are four, so that 28 may be inside it. */
    @Test
    void refusesToWriteModelsThatAreNestedTooDeepToBeRead() {
        assertThat(JSON.read(JSON.write(nested(28)))).isEqualTo(nested(28));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.write(nested(29)))
                .withMessageContaining("document must keep within the bounds of a document, but was ")
                .withMessageContaining("nesting depth");
    }

    private static ContractTerms nested(int inside) {
        ChargeModel model = PerUnit.of("1");
        for (int i = 0; i < inside; i++) {
            model = TimeBuckets.of(Bucket.DAY, model);
        }
        return ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(EventModelArbitraries.charge("c", model))
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }

    @Test
    void refusesToWriteTextsOfStepsThatAreTooLongToBeRead() {
        String longest = "x".repeat(10_000);
        List<Step> steps = List.of(step(longest, longest).within(longest));
        assertThat(StepsJson.read(StepsJson.write(steps))).isEqualTo(steps);
        assertThat(Schemas.violations("steps", StepsJson.write(steps))).isEmpty();
        for (Step step : List.of(
                step(longest + "x", "a"),
                step("p", longest + "x"),
                step("p", "a").within(longest + "x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StepsJson.write(List.of(step)))
                    .withMessageContaining("document must keep within the bounds of a document, but was ")
                    .withMessageContaining("10001");
        }
    }

    private static Step step(String pattern, String argument) {
        return Step.of("p", Fraction.ZERO, Expression.of(1), "k", pattern, argument);
    }

    /** Zeros after the point are no part of a number, and could make it longer than the reader takes. */
    @Test
    void writesNumbersWithoutZerosThatNobodyReads() {
        ContractTerms terms = ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(EventModelArbitraries.charge("c", PerUnit.of(new BigDecimal("1").setScale(100))))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        assertThat(JSON.read(JSON.write(terms))).isEqualTo(terms);
    }

    private static String many(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    private static String document(String charges, String more) {
        return "{\"schemaVersion\": 1, \"currency\": \"EUR\", \"zone\": \"UTC\", \"charges\": [" + charges
                + "], \"paymentTerms\": {\"netDays\": 30}" + more + "}";
    }
}
