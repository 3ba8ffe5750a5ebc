package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * Tiers in which more costs less: with 2 up to 100 and 1 beyond, 100 cost 200 and 101 cost 101. And tiers whose price for a
 * unit rises after it fell, or falls after it rose, as by a slip of the pen: 0.10, 0.008, 0.06.
 */
final class FallingTiersRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            review(charge.charge().model(), charge.path() + ".model", findings);
            int i = 0;
            for (ChargeModel later : charge.charge().laterModels().values()) {
                review(later, charge.path() + ".laterModels[" + i + "].model", findings);
                i++;
            }
        }
    }

    private static void review(ChargeModel model, String path, Consumer<ReviewFinding> findings) {
        if (model instanceof VolumeTiers volume) {
            reviewSteps(TierSteps.of(volume.tiers()), path, findings);
            reviewTurns(TierSteps.unitPrices(volume.tiers()), path, findings);
        } else if (model instanceof ProratedVolume volume) {
            reviewSteps(TierSteps.of(volume.tiers()), path, findings);
            reviewTurns(TierSteps.unitPrices(volume.tiers()), path, findings);
        } else if (model instanceof StairStep stairs) {
            reviewSteps(TierSteps.of(stairs), path, findings);
        } else if (model instanceof VolumeBlocks volume) {
            reviewSteps(TierSteps.of(volume.blocks()), path, findings);
        } else if (model instanceof GraduatedTiers graduated) {
            reviewTurns(TierSteps.unitPrices(graduated.tiers()), path, findings);
        } else if (model instanceof ProratedGraduated graduated) {
            reviewTurns(TierSteps.unitPrices(graduated.tiers()), path, findings);
        } else if (model instanceof TimeWindows windows) {
            for (int i = 0; i < windows.windows().size(); i++) {
                review(windows.windows().get(i).price(), path + ".windows[" + i + "].price", findings);
            }
            review(windows.otherwise(), path + ".otherwise", findings);
        } else if (model instanceof DimensionPrices prices) {
            for (int i = 0; i < prices.prices().size(); i++) {
                review(prices.prices().get(i).price(), path + ".prices[" + i + "].price", findings);
            }
            review(prices.otherwise(), path + ".otherwise", findings);
        }
    }

    private static void reviewSteps(Iterable<TierSteps.Step> steps, String path, Consumer<ReviewFinding> findings) {
        for (TierSteps.Step step : steps) {
            if (step.after().compareTo(step.before()) < 0) {
                findings.accept(note(
                        path + "." + step.place(),
                        Explanation.of(
                                "review.tiers-fall",
                                "{0} cost {1}, and more than that costs {2}",
                                step.bound(),
                                step.before(),
                                step.after())));
            }
        }
    }

    /** A price of 0 is that of free units, and compared with none. */
    private static void reviewTurns(
            Iterable<TierSteps.UnitPrice> prices, String path, Consumer<ReviewFinding> findings) {
        var seen = new ArrayList<TierSteps.UnitPrice>();
        int direction = 0;
        for (TierSteps.UnitPrice price : prices) {
            if (price.price().signum() == 0) {
                continue;
            }
            if (!seen.isEmpty()) {
                TierSteps.UnitPrice last = seen.get(seen.size() - 1);
                int change = price.price().compareTo(last.price());
                if (change != 0 && direction == -change) {
                    findings.accept(note(
                            path + "." + price.place(),
                            Explanation.of(
                                    "review.tiers-turn",
                                    "a unit costs {0} after {1}, while the tiers before go the other way",
                                    price.price(),
                                    last.price())));
                    return;
                }
                direction = change == 0 ? direction : change;
            }
            seen.add(price);
        }
    }
}
