package io.quittance.conformance;

import io.quittance.core.explain.Step;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.core.pricing.RatingInput;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code graduated_blocks}: started blocks by their tier; what was billed before, as money or as units, is taken off. */
final class GraduatedBlocksAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        GraduatedBlocks model = GraduatedBlocks.of(BlockFields.blocks(input.get("tiers")));
        ChargeBreakdown price = model.price(RatingInput.ofQuantity(Input.decimal(input, "quantity")));
        ChargeBreakdown billed = input.has("alreadyBilledAmount")
                ? FlatFee.of(Input.decimal(input, "alreadyBilledAmount")).price(RatingInput.none())
                : model.price(RatingInput.ofQuantity(Input.decimal(input, "alreadyBilledQuantity", "0")));
        return Map.of(
                "amount", price.total(),
                "amountToBill", price.since(billed).total(),
                "perTier",
                        price.steps().stream()
                                .filter(step -> step.quantity().signum() != 0)
                                .map(GraduatedBlocksAdapter::tier)
                                .toList());
    }

    /** The blocks are the first factor of a step's formula. */
    private static Map<String, Object> tier(Step step) {
        return Map.of(
                "tier", step.part().substring("tier-".length()),
                "blocks", step.formula().operands().get(0).value(),
                "amount", step.amount());
    }
}
