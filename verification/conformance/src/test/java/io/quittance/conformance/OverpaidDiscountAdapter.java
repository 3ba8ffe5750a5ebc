package io.quittance.conformance;

import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.OverpaidDiscount;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code overpaid_discount}: more money than is due after a discount. */
final class OverpaidDiscountAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        OverpaidDiscount.Outcome outcome = rule(input)
                .settle(
                        DiscountOffer.of(Input.amount(input, "open"), DiscountFields.amount(input, "discount"))
                                .quote(Settled.DAY),
                        Input.amount(input, "payment"));
        return Map.of(
                "discount", outcome.quote().discount(),
                "difference_posted", outcome.difference(),
                "unapplied", outcome.onAccount());
    }

    private static OverpaidDiscount rule(JsonNode input) {
        return switch (input.get("mode").asString()) {
            case "specific" -> OverpaidDiscount.upTo(Input.amount(input, "max_difference"));
            case "unspecific" -> OverpaidDiscount.cutBack();
            default -> throw new IllegalArgumentException("unknown mode " + input.get("mode"));
        };
    }
}
