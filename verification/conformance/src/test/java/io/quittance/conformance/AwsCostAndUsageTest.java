package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.UnitConversion;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Rates 1,269 lines of a real cost and usage report again, from the rates in it and from the tariff that its descriptions
 * state in words; the publisher rounds to ten decimal places.
 */
class AwsCostAndUsageTest {
    private static final String FOLDER = "/aws-cur-sample/";
    private static final Rounding TEN_PLACES = Rounding.halfUp(10);
    private static final Pattern PER_MANY = Pattern.compile("\\$([0-9.]+) per ([0-9,]{4,}) .*");
    private static final Pattern FIRST_FREE = Pattern.compile("First ([0-9,]+).* per month (?:are|of .* is) free\\.?");

    @Test
    void rateTimesUsageIsTheCostOfEveryLine() throws IOException {
        JsonNode reference = CostFile.reference(FOLDER + "reference.json");
        Fraction largest = Fraction.ZERO;
        int exact = 0;
        int rounded = 0;
        List<NamedCsvRecord> lines = usage();
        for (NamedCsvRecord line : lines) {
            Fraction price = price(number(line, "lineItem/UnblendedRate"), number(line, "lineItem/UsageAmount"));
            BigDecimal cost = number(line, "lineItem/UnblendedCost");
            exact += price.equals(Fraction.of(cost)) ? 1 : 0;
            rounded += price.round(TEN_PLACES).compareTo(cost) == 0 ? 1 : 0;
            Fraction difference = price.minus(Fraction.of(cost));
            largest = largest.max(difference).max(difference.negated());
        }
        assertThat(lines).hasSize(reference.get("usage_rows_with_rate").asInt());
        assertThat(exact).isEqualTo(reference.get("exact_equal").asInt());
        assertThat(rounded).isEqualTo(reference.get("equal_at_1e_10").asInt());
        assertThat(largest.round(Rounding.halfUp(12)))
                .isEqualByComparingTo(reference.get("max_abs_difference").asString());
    }

    /** "$0.004 per 10,000 GET and all other requests": every request costs its share. */
    @Test
    void pricesPerTenThousandAreReadFromTheDescription() throws IOException {
        var differing = new ArrayList<String>();
        int priced = 0;
        for (NamedCsvRecord line : usage()) {
            Matcher tariff = PER_MANY.matcher(line.getField("lineItem/LineItemDescription"));
            if (tariff.matches()) {
                priced++;
                Fraction thousands = UnitConversion.divideBy(plain(tariff.group(2)))
                        .convert(Fraction.of(number(line, "lineItem/UsageAmount")));
                Fraction price = PerUnit.of(tariff.group(1))
                        .price(RatingInput.none().withQuantity(thousands))
                        .total();
                if (price.round(TEN_PLACES).compareTo(number(line, "lineItem/UnblendedCost")) != 0) {
                    differing.add(tariff.group() + ": " + price);
                }
            }
        }
        assertThat(priced).isEqualTo(319); // counted by another program
        assertThat(differing).isEmpty();
    }

    /** "First 1,000,000 Amazon SQS Requests per month are free": 46,238 were used, and cost nothing. */
    @Test
    void freeTiersAreReadFromTheDescription() throws IOException {
        Map<String, Fraction> used = new TreeMap<>();
        for (NamedCsvRecord line : usage()) {
            String description = line.getField("lineItem/LineItemDescription");
            if (FIRST_FREE.matcher(description).matches()) {
                used.merge(description, Fraction.of(number(line, "lineItem/UsageAmount")), Fraction::plus);
                assertThat(number(line, "lineItem/UnblendedCost")).isZero();
            }
        }
        assertThat(used)
                .hasSize(4)
                .containsEntry("First 1,000,000 Amazon SQS Requests per month are free", Fraction.of(46_238));
        used.forEach((description, quantity) -> {
            Matcher tier = FIRST_FREE.matcher(description);
            assertThat(tier.matches()).isTrue();
            FreeUnits free = FreeUnits.of(plain(tier.group(1)));
            assertThat(free.use(Fraction.ZERO, quantity).billable()).isEqualTo(Fraction.ZERO);
        });
    }

    private static Fraction price(BigDecimal rate, BigDecimal quantity) {
        return PerUnit.of(rate).price(RatingInput.ofQuantity(quantity)).total();
    }

    private static List<NamedCsvRecord> usage() throws IOException {
        return CostFile.rows(FOLDER + "sample-anonymous-aws-export-dataset.csv").stream()
                .filter(line -> line.getField("lineItem/LineItemType").equals("Usage"))
                .toList();
    }

    private static String plain(String grouped) {
        return grouped.replace(",", "");
    }

    private static BigDecimal number(NamedCsvRecord line, String field) {
        return new BigDecimal(line.getField(field));
    }
}
