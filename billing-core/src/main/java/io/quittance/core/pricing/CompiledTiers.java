package io.quittance.core.pricing;

import io.quittance.core.bulk.CompiledPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Tiers as straight pieces for the bulk door. */
final class CompiledTiers {
    private final Conventions conventions;
    private final int quantityScale;
    private final CompiledPrice.Builder pieces;

    private CompiledTiers(Conventions conventions, int quantityScale) {
        this.conventions = conventions;
        this.quantityScale = quantityScale;
        pieces = CompiledPrice.inScale(quantityScale);
    }

    /** Each unit costs what its tier says; a tier begins with what all full tiers below it cost. */
    static CompiledPrice graduated(Tiers tiers, Conventions conventions, int quantityScale) {
        var compiled = new CompiledTiers(conventions, quantityScale);
        BigDecimal lower = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Tiers.Tier tier : tiers.bounded()) {
            var piece = new Piece(lower, Optional.of(tier.upTo()), lower, below, tier.price());
            compiled.add(piece);
            below = piece.costAt(tier.upTo());
            lower = tier.upTo();
        }
        compiled.add(new Piece(lower, Optional.empty(), lower, below, tiers.beyond()));
        return compiled.pieces.compile();
    }

    /** All units cost what the tier says that they reach. */
    static CompiledPrice volume(Tiers tiers, Conventions conventions, int quantityScale) {
        var compiled = new CompiledTiers(conventions, quantityScale);
        BigDecimal lower = BigDecimal.ZERO;
        for (Tiers.Tier tier : tiers.bounded()) {
            compiled.add(new Piece(lower, Optional.of(tier.upTo()), BigDecimal.ZERO, BigDecimal.ZERO, tier.price()));
            lower = tier.upTo();
        }
        compiled.add(new Piece(lower, Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, tiers.beyond()));
        return compiled.pieces.compile();
    }

    /** A tier: where it begins and ends, from where its units are counted, what is due besides, and its price. */
    private record Piece(
            BigDecimal lower, Optional<BigDecimal> upTo, BigDecimal counted, BigDecimal below, TierPrice price) {

        /** What a quantity costs that lies in the tier. */
        BigDecimal costAt(BigDecimal quantity) {
            BigDecimal units = quantity.subtract(counted);
            BigDecimal uncapped = units.multiply(price.unitPrice()).add(price.flatFee());
            return below.add(price.cap().map(uncapped::min).orElse(uncapped));
        }

        /** The last quantity of that scale whose units cost at most the cap, if the tier has larger ones. */
        Optional<BigDecimal> lastWithinCap(int scale) {
            if (price.cap().isEmpty() || price.unitPrice().signum() == 0) {
                return Optional.empty();
            }
            BigDecimal room = price.cap().get().subtract(price.flatFee());
            BigDecimal last =
                    counted.multiply(price.unitPrice()).add(room).divide(price.unitPrice(), scale, RoundingMode.FLOOR);
            return upTo.isPresent() && last.compareTo(upTo.get()) >= 0 ? Optional.empty() : Optional.of(last);
        }
    }

    private void add(Piece tier) {
        boolean first = tier.lower().signum() == 0;
        boolean included = first || conventions.tierBound() == TierBound.EXCLUSIVE;
        if (first && !conventions.firstFlatFeeAtZero()) {
            pieces.from(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            included = false;
        }
        Optional<BigDecimal> last = tier.lastWithinCap(quantityScale);
        if (included || last.isEmpty() || last.get().compareTo(tier.lower()) > 0) {
            begin(
                    included,
                    tier.lower(),
                    tier.costAt(tier.lower()),
                    tier.price().unitPrice());
        }
        if (last.isPresent()) {
            BigDecimal capped = tier.below().add(tier.price().cap().orElseThrow());
            begin(false, last.get().max(tier.lower()), capped, BigDecimal.ZERO);
        }
    }

    private void begin(boolean included, BigDecimal lower, BigDecimal base, BigDecimal unitPrice) {
        if (included) {
            pieces.from(lower, base, unitPrice);
        } else {
            pieces.above(lower, base, unitPrice);
        }
    }
}
