package io.quittance.json;

import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.GraduatedPercentage.Tier;
import io.quittance.core.pricing.TierRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;

/** {@code {"type": "graduatedPercentage", "tiers": [{"upTo": "10", "ratePercent": "1"}], "beyond": {"ratePercent": "2"}}}. */
public final class GraduatedPercentageCodec implements ChargeModelCodec<GraduatedPercentage> {

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
        var tiers = new ArrayList<Tier>();
        for (JsonFields tier : fields.objects("tiers")) {
            BigDecimal upTo = tier.decimal("upTo");
            TierRate rate = rate(tier);
            tiers.add(tier.within(() -> new Tier(upTo, rate)));
        }
        return GraduatedPercentage.of(tiers, rate(fields.object("beyond")));
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
        return fields.within(() -> new TierRate(ratePercent, flatFee.orElse(BigDecimal.ZERO)));
    }

    private static void write(TierRate rate, JsonObject object) {
        object.decimal("ratePercent", rate.ratePercent());
        if (rate.flatFee().signum() != 0) {
            object.decimal("flatFee", rate.flatFee());
        }
    }
}
