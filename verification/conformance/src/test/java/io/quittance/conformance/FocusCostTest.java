package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.UsageEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rates 1,000 lines of cloud cost in the FOCUS format: eleven decimal places, and lines that are given back. */
class FocusCostTest {
    private static final String FOLDER = "/focus-cloud-cost/";
    private static final Fraction SMALL = Fraction.of(new BigDecimal("1E-8"));
    private static final Fraction LARGE = Fraction.of(new BigDecimal("1E-4"));

    /** What was computed upstream is added up to the last decimal place, the 13 negative lines included. */
    @ParameterizedTest
    @ValueSource(strings = {"BilledCost", "EffectiveCost", "ListCost", "ContractedCost"})
    void sumsOfCostsAreExact(String column) throws IOException {
        var events = new ArrayList<UsageEvent>();
        int given = 0;
        for (NamedCsvRecord line : CostFile.rows(FOLDER + "focus_sample.csv")) {
            String cost = line.getField(column);
            if (!cost.equals("NULL")) {
                events.add(UsageEvent.of("line-" + events.size(), "1", "cost", cost, "2024-09-18T00:00:00Z"));
                given += cost.startsWith("-") ? 1 : 0;
            }
        }
        JsonNode reference = CostFile.reference(FOLDER + "reference.json");
        Fraction total =
                Dynamic.asComputed().price(RatingInput.ofEvents(events)).total();
        assertThat(total)
                .isEqualTo(Fraction.of(
                        new BigDecimal(reference.get("sums").get(column).asString())));
        if (column.equals("BilledCost")) {
            assertThat(given).isEqualTo(reference.get("negative_billed_rows").asInt());
        }
    }

    /** Price × quantity is the list cost, as closely as each provider publishes it. */
    @Test
    void priceTimesQuantityIsTheListCost() throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        Fraction largest = Fraction.ZERO;
        List<NamedCsvRecord> lines = CostFile.rows(FOLDER + "focus_sample.csv");
        for (NamedCsvRecord line : lines) {
            Map<String, Integer> provider =
                    counts.computeIfAbsent(line.getField("ProviderName"), name -> new TreeMap<>());
            if (line.getField("ListUnitPrice").equals("NULL")) {
                provider.merge("null", 1, Integer::sum);
            } else {
                Fraction difference = listPrice(line).minus(Fraction.of(new BigDecimal(line.getField("ListCost"))));
                Fraction size = difference.max(difference.negated());
                assertThat(size).isLessThanOrEqualTo(LARGE);
                provider.merge(size.compareTo(SMALL) <= 0 ? "within_1e-8" : "within_1e-4", 1, Integer::sum);
                largest = largest.max(size);
            }
        }
        JsonNode reference = CostFile.reference(FOLDER + "reference.json");
        assertThat(lines).hasSize(reference.get("rows").asInt());
        counts.forEach((provider, count) -> count.forEach((how, lineCount) -> assertThat(lineCount)
                .as(provider + " " + how)
                .isEqualTo(reference.get("result").get(provider).get(how).asInt())));
        assertThat(counts).hasSize(3);
        assertThat(largest)
                .isEqualTo(Fraction.of(
                        new BigDecimal(reference.get("max_abs_difference").asString())));
    }

    /** What is given back is the opposite of what was sold. */
    private static Fraction listPrice(NamedCsvRecord line) {
        var quantity = new BigDecimal(line.getField("PricingQuantity"));
        Fraction price = PerUnit.of(line.getField("ListUnitPrice"))
                .price(RatingInput.ofQuantity(quantity.abs()))
                .total();
        return quantity.signum() < 0 ? price.negated() : price;
    }
}
