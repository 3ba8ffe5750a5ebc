package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a contract charges for: the use of a meter, priced by a model, with what was agreed beside the price.
 *
 * <p>{@code Charge.usage("night", "night-minutes", PerUnit.of("0.045")).named("Night minutes").unit("MIN").free("60")}
 */
public final class Charge implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChargeId id;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Meter> meters;

    @SuppressWarnings("serial") // the models of this library are serialisable, and a host's should be
    private final ChargeModel model;

    private final String name;
    private final String unit;
    private final @Nullable UnitConversion conversion;
    private final @Nullable FreeUnits freeUnits;
    private final Discounts discounts;
    private final @Nullable SpendMaximum maximum;
    private final @Nullable Commitment commitment;
    private final @Nullable SpendMinimum minimum;
    private final boolean decreasing;

    /** A charge while one of its terms is changed. */
    private static final class Draft {
        private final ChargeId id;
        private final List<Meter> meters;
        private final ChargeModel model;
        private String name;
        private String unit = "C62";
        private @Nullable UnitConversion conversion;
        private @Nullable FreeUnits freeUnits;
        private Discounts discounts = Discounts.none();
        private @Nullable SpendMaximum maximum;
        private @Nullable Commitment commitment;
        private @Nullable SpendMinimum minimum;
        private boolean decreasing = true;

        private Draft(ChargeId id, List<Meter> meters, ChargeModel model) {
            this.id = requireNonNull(id, "id");
            this.meters = Require.notEmpty(List.copyOf(meters), "meters");
            this.model = requireNonNull(model, "model");
            name = id.value();
        }
    }

    private Charge(Draft draft) {
        id = draft.id;
        meters = draft.meters;
        model = draft.model;
        name = Require.id(draft.name, "name");
        unit = Require.id(draft.unit, "unit");
        conversion = draft.conversion;
        freeUnits = draft.freeUnits;
        discounts = draft.discounts;
        maximum = draft.maximum;
        commitment = draft.commitment;
        minimum = draft.minimum;
        decreasing = draft.decreasing;
        Require.that(
                meters.size() == 1 || (conversion == null && freeUnits == null),
                "charge.meters",
                "meters",
                "must be one where a quantity is converted or free",
                meters.size());
        if (meters.size() > 1 && commitment != null && commitment.kind() == Commitment.Kind.QUANTITY) {
            throw new InvalidArgumentException(
                            "charge.commitment",
                            "kind",
                            "must be AMOUNT where a charge has several meters",
                            commitment.kind())
                    .at("commitment");
        }
        check();
    }

    /** Asks the model, which may be a host's own, whether it can price what the charge says. */
    private void check() {
        try {
            model.check(metering());
        } catch (InvalidArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidArgumentException("model.failed", "model", "must check what makes its quantity", e)
                    .causedBy(e);
        }
    }

    private Metering metering() {
        Metering metering = Metering.of(meters);
        metering = conversion == null ? metering : metering.converted(conversion);
        metering = freeUnits == null ? metering : metering.free(freeUnits);
        return commitment == null ? metering : metering.committed(commitment);
    }

    /** This charge with a change. */
    private Charge with(Consumer<Draft> change) {
        var draft = new Draft(id, meters, model);
        draft.name = name;
        draft.unit = unit;
        draft.conversion = conversion;
        draft.freeUnits = freeUnits;
        draft.discounts = discounts;
        draft.maximum = maximum;
        draft.commitment = commitment;
        draft.minimum = minimum;
        draft.decreasing = decreasing;
        change.accept(draft);
        return new Charge(draft);
    }

    /**
     * Charges what was used on several meters, for a model that looks at the quantity of each, as {@link
     * io.quittance.core.pricing.Capacity} does.
     *
     * @param meters one or more, each with an id of its own; the quantity of the first is that of the charge
     * @throws IllegalArgumentException if the model prices one meter and there are several, names other meters, or cannot
     *     price what they count
     */
    public static Charge usage(ChargeId id, List<Meter> meters, ChargeModel model) {
        return new Charge(new Draft(id, meters, model));
    }

    /** Charges what was used on a meter. Named like its id and counted in pieces ({@code C62}) until told otherwise. */
    public static Charge usage(ChargeId id, Meter meter, ChargeModel model) {
        return usage(id, List.of(meter), model);
    }

    /** As {@link #usage(ChargeId, Meter, ChargeModel)}. */
    public static Charge usage(String id, Meter meter, ChargeModel model) {
        return usage(new ChargeId(id), meter, model);
    }

    /** Charges the sum of what was used on a meter. */
    public static Charge usage(String id, String meter, ChargeModel model) {
        return usage(id, Meter.sum(meter), model);
    }

    /** The same charge with this name on the invoice line (EN 16931 BT-153). */
    public Charge named(String newName) {
        return with(draft -> draft.name = newName);
    }

    /** The same charge in this unit (EN 16931 BT-130, a code of UN/ECE Recommendation 20 such as {@code MIN}). */
    public Charge unit(String newUnit) {
        return with(draft -> draft.unit = newUnit);
    }

    /**
     * The same, where the metered quantity is converted before it is priced.
     *
     * @throws IllegalArgumentException if the model does not price that quantity but single events, or there are several meters
     */
    public Charge converted(UnitConversion newConversion) {
        return with(draft -> draft.conversion = requireNonNull(newConversion, "conversion"));
    }

    /**
     * The same with free units in each period.
     *
     * @throws IllegalArgumentException if the model does not price the quantity that they are taken off, or there are several
     *     meters
     */
    public Charge free(FreeUnits units) {
        return with(draft -> draft.freeUnits = requireNonNull(units, "units"));
    }

    /** As {@link #free(FreeUnits)}, in the unit of the charge, from text. */
    public Charge free(String units) {
        return free(FreeUnits.of(units));
    }

    /**
     * The same with one more discount, after those that are there.
     *
     * @throws IllegalArgumentException if it names charges, or one that is there has the same id
     */
    public Charge discount(Discount discount) {
        return discounts(List.of(requireNonNull(discount, "discount")));
    }

    /** As {@link #discount(Discount)}, for all of these at once, in their order. */
    public Charge discounts(List<Discount> more) {
        var all = new ArrayList<>(discounts.list());
        for (Discount discount : more) {
            Require.that(
                    discount.scope().isEmpty(),
                    "discount.scope",
                    "discount",
                    "must name no charges where it belongs to one",
                    discount);
            all.add(discount);
        }
        return with(draft -> draft.discounts = new Discounts(all));
    }

    /** The same, costing at most so much in a period. */
    public Charge maximum(SpendMaximum newMaximum) {
        return with(draft -> draft.maximum = requireNonNull(newMaximum, "maximum"));
    }

    /** As {@link #maximum(SpendMaximum)}, from text. */
    public Charge maximum(String amount) {
        return maximum(SpendMaximum.of(amount));
    }

    /**
     * The same with a commitment for each period.
     *
     * @throws IllegalArgumentException if it is in units and the model does not price them but single events, or there are
     *     several meters
     */
    public Charge commitment(Commitment newCommitment) {
        return with(draft -> draft.commitment = requireNonNull(newCommitment, "commitment"));
    }

    /** The same, costing at least so much in a period. */
    public Charge minimum(SpendMinimum newMinimum) {
        return with(draft -> draft.minimum = requireNonNull(newMinimum, "minimum"));
    }

    /** As {@link #minimum(SpendMinimum)}, from text. */
    public Charge minimum(String amount) {
        return minimum(SpendMinimum.of(amount));
    }

    /**
     * The same, where a run that would bill less than was billed before in the period is refused: whatever the reason, usage
     * that was taken back or what is agreed for all charges. Billed with 100.00 less 20 % of the contract, 80.00, and then with
     * 90.00 less 20 %, 72.00, its line would be -8.00 and is refused.
     */
    public Charge neverDecreasing() {
        return with(draft -> draft.decreasing = false);
    }

    /** Unique within the contract; terms refuse one that begins with {@code terms.}, as their own lines do. */
    public ChargeId id() {
        return id;
    }

    /** What is measured: the first of {@link #meters()}. */
    public Meter meter() {
        return meters.get(0);
    }

    /** What is measured; more than one for models that look at several. */
    public List<Meter> meters() {
        return meters;
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

    /** How the metered quantity becomes that of the charge, if it is another. */
    public Optional<UnitConversion> conversion() {
        return Optional.ofNullable(conversion);
    }

    /** What is free in each period, if anything. */
    public Optional<FreeUnits> freeUnits() {
        return Optional.ofNullable(freeUnits);
    }

    /** What is taken off the price of this charge. */
    public Discounts discounts() {
        return discounts;
    }

    /** The most that it costs in a period, if there is a limit. */
    public Optional<SpendMaximum> maximum() {
        return Optional.ofNullable(maximum);
    }

    /** What the customer commits to use of it in a period, if anything. */
    public Optional<Commitment> commitment() {
        return Optional.ofNullable(commitment);
    }

    /** The least that it costs in a period, if there is one. */
    public Optional<SpendMinimum> minimum() {
        return Optional.ofNullable(minimum);
    }

    /** Whether a run may bill less than was billed before in the period, as a negative difference. */
    public boolean isDecreasing() {
        return decreasing;
    }

    private List<@Nullable Object> all() {
        return Arrays.asList(
                id,
                meters,
                model,
                name,
                unit,
                conversion,
                freeUnits,
                discounts,
                maximum,
                commitment,
                minimum,
                decreasing);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Charge that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return id + ": " + (meters.size() == 1 ? meter() : meters) + ", " + model;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> {});
    }
}
