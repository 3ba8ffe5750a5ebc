package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a contract charges for: the use of a meter, priced by a model.
 *
 * <p>{@code Charge.usage("night", "night-minutes", PerUnit.of("0.045")).named("Night minutes").unit("MIN")}
 */
public final class Charge {
    private final ChargeId id;
    private final MeterId meter;
    private final ChargeModel model;
    private final String name;
    private final String unit;

    private Charge(ChargeId id, MeterId meter, ChargeModel model, String name, String unit) {
        this.id = requireNonNull(id, "id");
        this.meter = requireNonNull(meter, "meter");
        this.model = requireNonNull(model, "model");
        this.name = Require.id(name, "name");
        this.unit = Require.id(unit, "unit");
    }

    /** Charges what was used on a meter. Named like its id and counted in pieces ({@code C62}) until told otherwise. */
    public static Charge usage(ChargeId id, MeterId meter, ChargeModel model) {
        return new Charge(id, meter, model, id.value(), "C62");
    }

    /** As {@link #usage(ChargeId, MeterId, ChargeModel)}. */
    public static Charge usage(String id, String meter, ChargeModel model) {
        return usage(new ChargeId(id), new MeterId(meter), model);
    }

    /** The same charge with this name on the invoice line (EN 16931 BT-153). */
    public Charge named(String newName) {
        return new Charge(id, meter, model, newName, unit);
    }

    /** The same charge in this unit (EN 16931 BT-130, a code of UN/ECE Recommendation 20 such as {@code MIN}). */
    public Charge unit(String newUnit) {
        return new Charge(id, meter, model, name, newUnit);
    }

    /** Unique within the contract. */
    public ChargeId id() {
        return id;
    }

    /** What is measured. */
    public MeterId meter() {
        return meter;
    }

    /** How it is priced. */
    public ChargeModel model() {
        return model;
    }

    /** What the customer reads. */
    public String name() {
        return name;
    }

    /** The unit code of the quantity. */
    public String unit() {
        return unit;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Charge that
                && id.equals(that.id)
                && meter.equals(that.meter)
                && model.equals(that.model)
                && name.equals(that.name)
                && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, meter, model, name, unit);
    }

    @Override
    public String toString() {
        return id + ": " + meter + ", " + model;
    }
}
