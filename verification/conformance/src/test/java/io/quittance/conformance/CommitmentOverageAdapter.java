package io.quittance.conformance;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.ServedPart;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.usage.UsageEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code commitment_overage}: each window is a period by itself. */
final class CommitmentOverageAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        Map<String, Fraction> sums = new HashMap<>();
        for (JsonNode window : input.get("windows")) {
            Charge plain = Charge.usage("window", "window", PerUnit.of(Input.decimal(window, "unitPrice")));
            UsageEvent used = RatedPeriod.used("window", Input.decimal(window, "quantity"), RatedPeriod.JANUARY);
            Optional<Commitment> agreed = commitment(window.get("commitment"));
            RatedCharge rated = rated(agreed.map(plain::commitment).orElse(plain), used, conventions);
            Fraction price = rated(plain, used, conventions).amount().toFraction();
            Fraction committed =
                    agreed.map(one -> worth(one, plain, conventions)).orElse(price);
            sums.merge("amount", rated.amount().toFraction(), Fraction::plus);
            sums.merge("trueUp", RatedPeriod.added(rated, "charge.true-up"), Fraction::plus);
            sums.merge("utilised", Commitment.utilised(price, committed), Fraction::plus);
            sums.merge(
                    "overage", agreed.map(one -> one.overage(price, committed)).orElse(Fraction.ZERO), Fraction::plus);
        }
        return sums;
    }

    private static RatedCharge rated(Charge charge, UsageEvent used, Conventions conventions) {
        Contract contract = RatedPeriod.contract(RatedPeriod.JANUARY)
                .charge(charge)
                .conventions(conventions)
                .build();
        return Rating.of(contract, List.of(used), RatedPeriod.JANUARY).charges().get(0);
    }

    private static Fraction worth(Commitment commitment, Charge charge, Conventions conventions) {
        return commitment
                .worth(
                        commitment.prorated(ServedPart.whole(RatedPeriod.JANUARY)),
                        charge.model(),
                        conventions,
                        Rounding.halfUp(2))
                .value();
    }

    private static Optional<Commitment> commitment(JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Commitment commitment = node.get("kind").asString().equals("quantity")
                ? Commitment.ofQuantity(Input.decimal(node, "value"))
                : Commitment.ofAmount(Input.decimal(node, "value"));
        return Optional.of(commitment
                .overageFactor(Input.decimal(node, "overageFactor", "1"))
                .withTrueUp(node.path("trueUp").asBoolean(false)));
    }
}
