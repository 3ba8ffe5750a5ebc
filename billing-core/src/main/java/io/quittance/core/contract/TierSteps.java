package io.quittance.core.contract;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What the tiers of a price cost at their bounds, where all units cost what the tier says that they reach. */
final class TierSteps {
    private TierSteps() {}

    /**
     * A bound.
     *
     * @param place of the tier that begins there: {@code tiers[1]}, or {@code beyond}
     * @param before what the bound itself costs in the tier that ends
     * @param after what a little more costs
     */
    record Step(String place, BigDecimal bound, BigDecimal before, BigDecimal after) {}

    /**
     * What a unit costs.
     *
     * @param place of the tier: {@code tiers[0]}, or {@code beyond}
     */
    record UnitPrice(String place, BigDecimal price) {}

    static List<Step> of(Tiers tiers) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < tiers.bounded().size(); i++) {
            Tiers.Tier tier = tiers.bounded().get(i);
            steps.add(new Step(
                    place(i + 1, tiers.bounded().size()),
                    tier.upTo(),
                    cost(tier.price(), tier.upTo()),
                    cost(priceOf(tiers, i + 1), tier.upTo())));
        }
        return steps;
    }

    static List<Step> of(StairStep stairs) {
        var steps = new ArrayList<Step>();
        List<StairStep.Tier> tiers = stairs.tiers();
        for (int i = 0; i < tiers.size(); i++) {
            steps.add(new Step(
                    place(i + 1, tiers.size()),
                    tiers.get(i).upTo(),
                    tiers.get(i).amount(),
                    i + 1 < tiers.size() ? tiers.get(i + 1).amount() : stairs.beyond()));
        }
        return steps;
    }

    /** Blocks are begun: 1000 are 10 of 100, and a little more are 2 of 1000. */
    static List<Step> of(Blocks blocks) {
        var steps = new ArrayList<Step>();
        List<Blocks.Tier> tiers = blocks.bounded();
        BigDecimal bound = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            Blocks.Tier tier = tiers.get(i);
            bound = bound.add(tier.maxBlocks().multiply(tier.price().size()));
            BlockPrice next = i + 1 < tiers.size() ? tiers.get(i + 1).price() : blocks.beyond();
            steps.add(new Step(
                    place(i + 1, tiers.size()),
                    bound,
                    blocks(bound, tier.price(), RoundingMode.CEILING)
                            .multiply(tier.price().price()),
                    blocks(bound, next, RoundingMode.FLOOR).add(BigDecimal.ONE).multiply(next.price())));
        }
        return steps;
    }

    private static BigDecimal blocks(BigDecimal units, BlockPrice price, RoundingMode mode) {
        return units.divide(price.size(), 0, mode);
    }

    static List<UnitPrice> unitPrices(Tiers tiers) {
        int bounded = tiers.bounded().size();
        var prices = new ArrayList<UnitPrice>();
        for (int i = 0; i <= bounded; i++) {
            prices.add(new UnitPrice(place(i, bounded), priceOf(tiers, i).unitPrice()));
        }
        return prices;
    }

    private static TierPrice priceOf(Tiers tiers, int i) {
        return i < tiers.bounded().size() ? tiers.bounded().get(i).price() : tiers.beyond();
    }

    private static String place(int i, int bounded) {
        return i < bounded ? "tiers[" + i + "]" : "beyond";
    }

    private static BigDecimal cost(TierPrice price, BigDecimal units) {
        BigDecimal cost = units.multiply(price.unitPrice()).add(price.flatFee());
        return price.cap().map(cost::min).orElse(cost);
    }
}
