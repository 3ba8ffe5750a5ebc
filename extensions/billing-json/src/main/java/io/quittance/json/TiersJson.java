package io.quittance.json;

import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.Tiers.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tiers as several charge models have them: {@code "tiers": [{"upTo": …, "unitPrice": …}], "beyond": {"unitPrice": …}}. */
final class TiersJson {
    private static final TierPrice STAND_IN_PRICE = TierPrice.of("1");
    private static final Tiers STAND_IN = Tiers.of(List.of(), STAND_IN_PRICE);

    private TiersJson() {}

    static Tiers read(JsonFields fields) {
        var bounded = new ArrayList<Optional<Tier>>();
        for (JsonFields tier : fields.objects("tiers")) {
            BigDecimal upTo = tier.decimal("upTo");
            TierPrice price = price(tier);
            bounded.add(tier.attempt(() -> new Tier(upTo, price)).filter(sound -> tier.isSound("upTo")));
        }
        TierPrice beyond = price(fields.object("beyond"));
        return fields.attempt(() -> Elements.made(fields, "tiers", bounded, sound -> Tiers.of(sound, beyond)))
                .orElse(STAND_IN);
    }

    private static TierPrice price(JsonFields fields) {
        BigDecimal unitPrice = fields.decimal("unitPrice");
        Optional<BigDecimal> flatFee = fields.optionalDecimal("flatFee");
        Optional<BigDecimal> cap = fields.optionalDecimal("cap");
        return fields.attempt(() -> {
                    TierPrice price = TierPrice.of(unitPrice).withFlatFee(flatFee.orElse(BigDecimal.ZERO));
                    return cap.map(price::withCap).orElse(price);
                })
                .orElse(STAND_IN_PRICE);
    }

    static void write(Tiers tiers, JsonObject object) {
        object.objects("tiers", tiers.bounded(), (tier, out) -> {
            out.decimal("upTo", tier.upTo());
            write(tier.price(), out);
        });
        object.object("beyond", out -> write(tiers.beyond(), out));
    }

    private static void write(TierPrice price, JsonObject object) {
        object.decimal("unitPrice", price.unitPrice());
        if (price.flatFee().signum() != 0) {
            object.decimal("flatFee", price.flatFee());
        }
        price.cap().ifPresent(cap -> object.decimal("cap", cap));
    }
}
