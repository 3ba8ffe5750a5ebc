package io.quittance.conformance;

import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads discounts that are offered on items. */
final class DiscountFields {
    private DiscountFields() {}

    /** The offer of an item with {@code open} and {@code tiers}, whose tax is not of interest. */
    static DiscountOffer offer(JsonNode item) {
        var tiers = new ArrayList<DiscountTier>();
        item.path("tiers")
                .forEach(tier ->
                        tiers.add(DiscountTier.percent(Input.decimal(tier, "percent"), Input.date(tier, "until"))));
        return DiscountOffer.of(Input.amount(item, "open"), tiers);
    }

    /** One tier of a field's amount up to the day of all; none where the amount is 0. */
    static List<DiscountTier> amount(JsonNode node, String field) {
        return Input.decimal(node, field).signum() == 0
                ? List.of()
                : List.of(DiscountTier.amount(Input.decimal(node, field), Settled.DAY));
    }
}
