package io.quittance.conformance;

import io.quittance.core.contract.Charge;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code max_cap}: a charge for each line, less a percentage where there is one, and the maximum of the contract. What was
 * billed before is the first charge.
 */
final class MaxCapAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        var terms = RatedPeriod.contract(RatedPeriod.JANUARY)
                .conventions(conventions)
                .maximum(SpendMaximum.of(Input.decimal(input, "maximum")))
                .charge(Charge.usage(
                        "before", "before", FlatFee.of(Input.decimal(input, "alreadyBilledInPeriod", "0"))));
        var names = new ArrayList<String>();
        for (JsonNode line : input.get("lineAmounts")) {
            String name = "line " + names.size();
            names.add(name);
            terms.charge(Charge.usage(name, name, FlatFee.of(Input.decimal(line)))
                    .discount(Discount.percent(
                            "first of " + name, Input.decimal(input, "percentageDiscountFirst", "0"))));
        }
        BilledBefore billed = BilledBefore.nothing()
                .charge("before", Amount.of(Input.decimal(input, "alreadyBilledInPeriod", "0"), Input.CURRENCY));
        Rating rating = Rating.of(
                RatingRequest.of(terms.build(), List.of(), RatedPeriod.JANUARY).after(billed));
        List<Fraction> takenOff = names.stream()
                .map(name -> RatedPeriod.added(rating.charge(name).orElseThrow(), "terms.maximum"))
                .map(Fraction::negated)
                .toList();
        return Map.of("capDiscounts", takenOff, "net", rating.total());
    }
}
