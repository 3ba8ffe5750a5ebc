package io.quittance.core.pricing;

import io.quittance.core.bulk.CompiledPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Tiers as straight pieces for the bulk door: each begins with what all full tiers below it cost. */
final class CompiledTiers {
    private final Conventions conventions;
    private final int quantityScale;
    private final CompiledPrice.Builder pieces;
    private BigDecimal lower = BigDecimal.ZERO;
    private BigDecimal below = BigDecimal.ZERO;

    private CompiledTiers(Conventions conventions, int quantityScale) {
        this.conventions = conventions;
        this.quantityScale = quantityScale;
        pieces = CompiledPrice.inScale(quantityScale);
    }

    static CompiledPrice graduated(Tiers tiers, Conventions conventions, int quantityScale) {
        var compiled = new CompiledTiers(conventions, quantityScale);
        for (Tiers.Tier tier : tiers.bounded()) {
            compiled.add(tier.price(), Optional.of(tier.upTo()));
            compiled.fill(tier);
        }
        compiled.add(tiers.beyond(), Optional.empty());
        return compiled.pieces.compile();
    }

    /** Goes on to where the tier ends. */
    private void fill(Tiers.Tier tier) {
        TierPrice price = tier.price();
        BigDecimal uncapped =
                tier.upTo().subtract(lower).multiply(price.unitPrice()).add(price.flatFee());
        below = below.add(price.cap().map(uncapped::min).orElse(uncapped));
        lower = tier.upTo();
    }

    private void add(TierPrice price, Optional<BigDecimal> upTo) {
        boolean atLower = lower.signum() == 0 || conventions.tierBound() == TierBound.EXCLUSIVE;
        if (lower.signum() == 0 && !conventions.firstFlatFeeAtZero()) {
            pieces.from(lower, below, BigDecimal.ZERO);
            atLower = false;
        }
        BigDecimal fee = price.flatFee();
        Optional<BigDecimal> cap = price.cap().filter(limit -> limit.compareTo(fee) > 0);
        if (cap.isEmpty()) {
            BigDecimal slope = price.cap().isEmpty() ? price.unitPrice() : BigDecimal.ZERO;
            begin(atLower, lower, price.cap().orElse(fee), slope);
            return;
        }
        Optional<BigDecimal> last = Optional.of(price.unitPrice())
                .filter(slope -> slope.signum() > 0)
                .map(slope -> lastWithin(cap.get().subtract(fee), slope).max(lower))
                .filter(end -> upTo.isEmpty() || end.compareTo(upTo.get()) < 0);
        if (atLower || last.isEmpty() || last.get().compareTo(lower) > 0) {
            begin(atLower, lower, fee, price.unitPrice());
        }
        last.ifPresent(end -> begin(false, end, cap.get(), BigDecimal.ZERO));
    }

    /** The last quantity, in the smallest that exist, above the lower bound whose units cost at most so much. */
    private BigDecimal lastWithin(BigDecimal amount, BigDecimal unitPrice) {
        return lower.multiply(unitPrice).add(amount).divide(unitPrice, quantityScale, RoundingMode.FLOOR);
    }

    private void begin(boolean included, BigDecimal from, BigDecimal amount, BigDecimal unitPrice) {
        if (included) {
            pieces.from(from, below.add(amount), unitPrice);
        } else {
            pieces.above(from, below.add(amount), unitPrice);
        }
    }
}
