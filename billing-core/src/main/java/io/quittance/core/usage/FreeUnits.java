package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Units of a period that cost nothing, used up in time: of 500 free units and bills over 300, 250 and 100 units, the first
 * bill takes 300 and is for nothing, the second takes 200 and is for 50, the third is for 100.
 *
 * <p>Where q₀ units were metered before and q more now, min(free - min(free, q₀), q) are free now (OpenMeter, usage
 * discounts). Where units were taken back, so are free ones that no unit is left for.
 */
public final class FreeUnits implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Expression ZERO = Expression.of(0);

    private final BigDecimal quantity;

    private FreeUnits(BigDecimal quantity) {
        this.quantity = Require.notNegative(quantity, "quantity");
    }

    /**
     * So many free units in each period.
     *
     * @param quantity in the unit of the price, zero or more, at most 18 decimal places
     */
    public static FreeUnits of(BigDecimal quantity) {
        return new FreeUnits(quantity);
    }

    /** As {@link #of(BigDecimal)}, from text such as {@code 500}. */
    public static FreeUnits of(String quantity) {
        return of(Require.decimal(quantity, "quantity"));
    }

    /** How many units of a period are free, in the unit of the price. */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * What is to be billed of a further quantity of the period.
     *
     * @param already what was metered in the period before, free units included
     * @param more what was metered since; negative where something was taken back
     */
    public Use use(Fraction already, Fraction more) {
        Fraction before = free(already);
        Fraction now = free(already.plus(more)).minus(before);
        return new Use(more.minus(now), now, already.minus(before));
    }

    private Fraction free(Fraction total) {
        return step(total).amount().negated();
    }

    /**
     * What the free units take off a quantity. The step belongs after steps that add up to the quantity; with them it adds
     * up to what is to be paid for.
     *
     * @param total of the period so far, in the unit of the price
     */
    public Step step(Fraction total) {
        Expression free = Expression.of(quantity).min(Expression.total().max(ZERO));
        return Step.after(total, "free-units", total, free.negated(), "usage.free-units", "{0} free: {2}", quantity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FreeUnits that && quantity.compareTo(that.quantity) == 0;
    }

    @Override
    public int hashCode() {
        return quantity.stripTrailingZeros().hashCode();
    }

    /** For example {@code 500 free units}. */
    @Override
    public String toString() {
        return quantity.toPlainString() + " free units";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(quantity);
    }

    /**
     * How a quantity was divided.
     *
     * @param billable what is to be paid for now; negative where something was taken back that was paid for
     * @param free what is free now
     * @param billableAlready what was to be paid for of the quantity metered before
     */
    public record Use(Fraction billable, Fraction free, Fraction billableAlready) implements Serializable {

        /** Checks that all are there. */
        public Use {
            requireNonNull(billable, "billable");
            requireNonNull(free, "free");
            requireNonNull(billableAlready, "billableAlready");
        }
    }
}
