package io.quittance.conformance;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code commitment_overage}: each window by itself. */
final class CommitmentOverageAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        Map<String, Fraction> sums = new HashMap<>();
        for (JsonNode window : input.get("windows")) {
            PerUnit model = PerUnit.of(Input.decimal(window, "unitPrice"));
            Fraction price = model.price(RatingInput.ofQuantity(Input.decimal(window, "quantity"))
                            .withConventions(conventions))
                    .total();
            Optional<Commitment> agreed = commitment(window.get("commitment"));
            Fraction utilised = price;
            Fraction amount = price;
            if (agreed.isPresent()) {
                Commitment commitment = agreed.get();
                Fraction committed = commitment
                        .worth(Expression.of(commitment.value()), model, conventions, Rounding.halfUp(2))
                        .value();
                var steps = commitment.steps(price, committed, true);
                amount = price.plus(Step.total(steps));
                utilised = Commitment.utilised(price, committed);
                sums.merge("overage", commitment.overage(price, committed), Fraction::plus);
                steps.stream()
                        .filter(step -> step.part().equals("true-up"))
                        .forEach(step -> sums.merge("trueUp", step.amount(), Fraction::plus));
            }
            sums.merge("utilised", utilised, Fraction::plus);
            sums.merge("amount", amount, Fraction::plus);
        }
        sums.putIfAbsent("overage", Fraction.ZERO);
        sums.putIfAbsent("trueUp", Fraction.ZERO);
        return sums;
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
