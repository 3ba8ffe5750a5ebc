package io.quittance.benchmarks.w1;

import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The tariff of W1: four graduated tiers for each meter. */
public final class Prices {
    /** Where the tiers end, in thousandths of a unit. */
    static final long[] BOUNDS = {1_000_000, 2_500_000, 5_000_000, Long.MAX_VALUE};

    static final BigDecimal[] DECIMAL_BOUNDS = {
        new BigDecimal("1000"), new BigDecimal("2500"), new BigDecimal("5000"), new BigDecimal("1E+30")
    };
    static final int TIERS = BOUNDS.length;

    /** By meter and tier, in 1/10,000. */
    static final long[][] UNIT_PRICES = unitPrices();

    static final BigDecimal[][] DECIMAL_PRICES = decimalPrices();

    private Prices() {}

    /** The price of a unit in 1/10,000. */
    public static long unitPrice(int meter, int tier) {
        return UNIT_PRICES[meter][tier];
    }

    private static long[][] unitPrices() {
        long[] percent = {100, 85, 70, 55};
        var prices = new long[Usage.METERS][TIERS];
        for (int m = 0; m < Usage.METERS; m++) {
            for (int k = 0; k < TIERS; k++) {
                prices[m][k] = (500 + 79L * m) * percent[k] / 100;
            }
        }
        return prices;
    }

    private static BigDecimal[][] decimalPrices() {
        var prices = new BigDecimal[Usage.METERS][TIERS];
        for (int m = 0; m < Usage.METERS; m++) {
            for (int k = 0; k < TIERS; k++) {
                prices[m][k] = BigDecimal.valueOf(UNIT_PRICES[m][k], 4);
            }
        }
        return prices;
    }

    /** The models that ship, by meter. */
    static List<GraduatedTiers> models() {
        var models = new ArrayList<GraduatedTiers>();
        for (BigDecimal[] prices : DECIMAL_PRICES) {
            var tiers = new ArrayList<Tiers.Tier>();
            for (int k = 0; k < TIERS - 1; k++) {
                tiers.add(new Tiers.Tier(DECIMAL_BOUNDS[k], TierPrice.of(prices[k])));
            }
            models.add(GraduatedTiers.of(Tiers.of(tiers, TierPrice.of(prices[TIERS - 1]))));
        }
        return models;
    }
}
