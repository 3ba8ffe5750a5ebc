package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.bulk.LinePrice;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Asks a charge model for the price of each line of the bulk door: slower than a compiled price, with the same cents. For
 * models that look at the quantity alone; one that needs events, peaks or changes must be asked through the object door.
 */
public final class ModelPrice implements LinePrice, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // models of this library are serialisable, and a host's should be
    private final ChargeModel model;

    private final Conventions conventions;

    private ModelPrice(ChargeModel model, Conventions conventions) {
        this.model = requireNonNull(model, "model");
        this.conventions = requireNonNull(conventions, "conventions");
    }

    /**
     * The compiled form where the model has one, and the model itself where not.
     *
     * @param conventions under which it prices
     * @param quantityScale how many decimal places quantities have, 0 to 18
     */
    public static LinePrice of(ChargeModel model, Conventions conventions, int quantityScale) {
        return model.compiled(conventions, quantityScale)
                .map(LinePrice.class::cast)
                .orElseGet(() -> asking(model, conventions));
    }

    /** The model itself, also where it has a compiled form. */
    public static ModelPrice asking(ChargeModel model, Conventions conventions) {
        return new ModelPrice(model, conventions);
    }

    /**
     * What the model answers, believed as by the object door.
     *
     * @throws IllegalArgumentException as {@link ChargeBreakdown#by}
     */
    @Override
    public BigDecimal price(BigDecimal quantity, int scale, RoundingMode mode) {
        Rounding rounding = Rounding.of(scale, mode);
        RatingInput input =
                RatingInput.none().withQuantity(Fraction.of(quantity)).withConventions(conventions);
        return ChargeBreakdown.by(model, input, rounding).total().round(rounding);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ModelPrice(model, conventions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelPrice that && model.equals(that.model) && conventions.equals(that.conventions);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + conventions.hashCode();
    }

    /** For example {@code asks graduated: up to 1000: 0.10 per unit, beyond: 0.08 per unit}. */
    @Override
    public String toString() {
        return "asks " + model;
    }
}
