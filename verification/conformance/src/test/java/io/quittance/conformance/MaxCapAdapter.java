package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.SpendMaximum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code max_cap}: a percentage first, where there is one, then the maximum, line by line. */
final class MaxCapAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        var discounts = Discounts.of(Discount.percent("first", Input.decimal(input, "percentageDiscountFirst", "0")));
        var lines = new ArrayList<Fraction>();
        for (JsonNode line : input.get("lineAmounts")) {
            Fraction amount = Fraction.of(new BigDecimal(line.asString()));
            lines.add(amount.plus(
                    discounts.steps(amount, conventions, Map.of()).get(0).amount()));
        }
        List<Fraction> takenOff = SpendMaximum.of(Input.decimal(input, "maximum"))
                .takenOff(lines, Fraction.of(Input.decimal(input, "alreadyBilledInPeriod", "0")));
        return Map.of("capDiscounts", takenOff, "net", sum(lines).minus(sum(takenOff)));
    }

    private static Fraction sum(List<Fraction> amounts) {
        return amounts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
