package io.quittance.json;

import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.Capacity.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** {@code {"type": "capacity", "tiers": [{"limits": [{"meter": "storage", "upTo": "100"}], "price": "20"}]}}. */
public final class CapacityCodec implements ChargeModelCodec<Capacity> {

    @Override
    public String type() {
        return "capacity";
    }

    @Override
    public Class<Capacity> modelClass() {
        return Capacity.class;
    }

    @Override
    public Capacity read(JsonFields fields) {
        var tiers = new ArrayList<Optional<Tier>>();
        for (JsonFields tier : fields.objects("tiers")) {
            Map<MeterId, BigDecimal> limits = NamedNumbers.read(tier.objects("limits"), "meter", "upTo", MeterId::of);
            BigDecimal price = tier.decimal("price", number -> Require.notNegative(number, "price"))
                    .orElse(BigDecimal.ZERO);
            tiers.add(tier.attempt(() -> Tier.of(limits, price)).filter(sound -> tier.isSound("limits")));
        }
        return Elements.made(fields, "tiers", tiers, Capacity::of);
    }

    @Override
    public void write(Capacity model, JsonObject object) {
        object.objects(
                "tiers",
                model.tiers(),
                (tier, out) -> NamedNumbers.write(out, "limits", "meter", "upTo", tier.limits(), MeterId::value)
                        .decimal("price", tier.price()));
    }
}
