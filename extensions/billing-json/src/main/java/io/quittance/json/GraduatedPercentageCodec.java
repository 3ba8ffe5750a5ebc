package io.quittance.json;

import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.GraduatedPercentage.Tier;
import io.quittance.core.pricing.TierRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;

/** {@code {"type": "graduatedPercentage", "tiers": [{"upTo": "10", "ratePercent": "1"}], "beyond": {"ratePercent": "2"}}}. */
public final class GraduatedPercentageCodec implements ChargeModelCodec<GraduatedPercentage> {

    private static final TierRate STAND_IN = new TierRate(BigDecimal.ONE, BigDecimal.ZERO);

    @Override
    public String type() {
        return "graduatedPercentage";
    }

    @Override
    public Class<GraduatedPercentage> modelClass() {
        return GraduatedPercentage.class;
    }

    @Override
    public GraduatedPercentage read(JsonFields fields) {
        var tiers = new ArrayList<Optional<Tier>>();
        for (JsonFields tier : fields.objects("tiers")) {
            BigDecimal upTo = tier.decimal("upTo");
            TierRate rate = rate(tier);
            tiers.add(tier.attempt(() -> new Tier(upTo, rate)).filter(sound -> tier.isSound("upTo")));
        }
        TierRate beyond = rate(fields.object("beyond"));
        return Elements.made(fields, "tiers", tiers, sound -> GraduatedPercentage.of(sound, beyond));
    }

    @Override
    public void write(GraduatedPercentage model, JsonObject object) {
        object.objects("tiers", model.tiers(), (tier, out) -> {
            out.decimal("upTo", tier.upTo());
            write(tier.rate(), out);
        });
        object.object("beyond", out -> write(model.beyond(), out));
    }

    private static TierRate rate(JsonFields fields) {
        BigDecimal ratePercent = fields.decimal("ratePercent");
        Optional<BigDecimal> flatFee = fields.optionalDecimal("flatFee");
        return fields.attempt(() -> new TierRate(ratePercent, flatFee.orElse(BigDecimal.ZERO)))
                .orElse(STAND_IN);
    }

    private static void write(TierRate rate, JsonObject object) {
        object.decimal("ratePercent", rate.ratePercent());
        if (rate.flatFee().signum() != 0) {
            object.decimal("flatFee", rate.flatFee());
        }
    }
}
