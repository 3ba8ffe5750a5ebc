package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.StairStep.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;

/** {@code {"type": "stairStep", "tiers": [{"upTo": "100", "amount": "10"}], "beyond": {"amount": "40"}}}. */
public final class StairStepCodec implements ChargeModelCodec<StairStep> {

    @Override
    public String type() {
        return "stairStep";
    }

    @Override
    public Class<StairStep> modelClass() {
        return StairStep.class;
    }

    @Override
    public StairStep read(JsonFields fields) {
        var tiers = new ArrayList<Optional<Tier>>();
        for (JsonFields tier : fields.objects("tiers")) {
            BigDecimal upTo = tier.decimal("upTo");
            BigDecimal amount = tier.decimal("amount");
            tiers.add(tier.attempt(() -> new Tier(upTo, amount)).filter(sound -> tier.isSound("upTo")));
        }
        JsonFields last = fields.object("beyond");
        BigDecimal beyond = last.decimal("amount", amount -> Require.notNegative(amount, "amount"))
                .orElse(BigDecimal.ZERO);
        return Elements.made(fields, "tiers", tiers, sound -> StairStep.of(sound, beyond));
    }

    @Override
    public void write(StairStep model, JsonObject object) {
        object.objects(
                "tiers",
                model.tiers(),
                (tier, out) -> out.decimal("upTo", tier.upTo()).decimal("amount", tier.amount()));
        object.object("beyond", out -> out.decimal("amount", model.beyond()));
    }
}
