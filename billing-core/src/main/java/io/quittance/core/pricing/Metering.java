package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageAggregation;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the quantity of a charge comes about: what is metered, how that is converted, what of it is free, and what is committed
 * of it. A charge shows it to its model when it is made ({@link ChargeModel#check}), so that a model refuses what it could
 * only ignore: of {@code Charge.usage("payments", "volume", Percentage.of("2.9")).free("60")}, {@code freeUnits must not be
 * given, for the price looks at single events, but was 60}.
 */
public final class Metering implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Meter> meters;

    private final transient Set<MeterId> ids;

    @SuppressWarnings("serial") // aggregations of this library are serialisable, and a host's should be
    private final UsageAggregation aggregation;

    private final @Nullable UnitConversion conversion;
    private final @Nullable FreeUnits freeUnits;
    private final @Nullable Commitment commitment;
    /** Where the aggregation stands, and where the model does, as paths within the charge. */
    private final String aggregated;

    private final String model;
    /** Whether the quantity is agreed, so that there are no events. */
    private final boolean isAgreed;

    private Metering(
            List<Meter> meters,
            UsageAggregation aggregation,
            @Nullable UnitConversion conversion,
            @Nullable FreeUnits freeUnits,
            @Nullable Commitment commitment,
            String aggregated,
            String model,
            boolean isAgreed) {
        this.meters = Require.notEmpty(List.copyOf(meters), "meters");
        ids = requireEachOnce(this.meters);
        this.aggregation = requireNonNull(aggregation, "aggregation");
        this.conversion = conversion;
        this.freeUnits = freeUnits;
        this.commitment = commitment;
        this.aggregated = requireNonNull(aggregated, "aggregated");
        this.model = requireNonNull(model, "model");
        this.isAgreed = isAgreed;
    }

    /** What is known of a meter is known by its id: of two with the same, one would be lost. */
    private static Set<MeterId> requireEachOnce(List<Meter> meters) {
        var ids = new LinkedHashSet<MeterId>();
        for (int i = 0; i < meters.size(); i++) {
            MeterId id = meters.get(i).id();
            if (!ids.add(id)) {
                throw new InvalidArgumentException(
                                "charge.meter-twice", "id", "must be that of no other meter of the charge", id)
                        .at("meters[" + i + "]");
            }
        }
        return ids;
    }

    /**
     * A quantity that is as it was metered.
     *
     * @param meters one or more, each with an id of its own; the quantity of the first is that of the charge
     * @throws IllegalArgumentException if two have the same id, also with different filters
     */
    public static Metering of(List<Meter> meters) {
        Require.notEmpty(meters, "meters");
        return new Metering(meters, meters.get(0).aggregation(), null, null, null, "meters[0]", "model", false);
    }

    /** The same, where the metered quantity is converted. */
    public Metering converted(UnitConversion newConversion) {
        requireNonNull(newConversion, "conversion");
        return new Metering(meters, aggregation, newConversion, freeUnits, commitment, aggregated, model, isAgreed);
    }

    /** The same, where so many units are free. */
    public Metering free(FreeUnits units) {
        requireNonNull(units, "units");
        return new Metering(meters, aggregation, conversion, units, commitment, aggregated, model, isAgreed);
    }

    /** The same, where the customer commits to use so much in each period. */
    public Metering committed(Commitment newCommitment) {
        requireNonNull(newCommitment, "commitment");
        return new Metering(meters, aggregation, conversion, freeUnits, newCommitment, aggregated, model, isAgreed);
    }

    /**
     * The same, where the quantity is agreed and not measured, as the seats of a charge that recurs: there are no events. The
     * meter stands for what a model calls it, which is the id of the charge.
     */
    public Metering agreed() {
        return new Metering(meters, aggregation, conversion, freeUnits, commitment, aggregated, model, true);
    }

    /**
     * That of a model inside another, which is asked for some events of the first meter and for the quantity that they make:
     * neither converted nor free nor committed.
     *
     * @param place of the model inside the other, such as {@code otherwise}
     * @param inner what makes one quantity of those events
     */
    public Metering inside(String place, UsageAggregation inner) {
        return new Metering(List.of(meters.get(0)), inner, null, null, null, model, model + "." + place, isAgreed);
    }

    /** What is measured; the quantity of the first is that of the charge. */
    public List<Meter> meters() {
        return meters;
    }

    /** What makes one quantity of the events of the first meter. */
    public UsageAggregation aggregation() {
        return aggregation;
    }

    /** How the metered quantity is converted, if it is. */
    public Optional<UnitConversion> conversion() {
        return Optional.ofNullable(conversion);
    }

    /** What of it is free, if anything. */
    public Optional<FreeUnits> freeUnits() {
        return Optional.ofNullable(freeUnits);
    }

    /** What the customer commits to use in each period, if anything. */
    public Optional<Commitment> commitment() {
        return Optional.ofNullable(commitment);
    }

    /** Whether the quantity is agreed and not measured, so that there are no events. */
    public boolean isAgreed() {
        return isAgreed;
    }

    /**
     * For a model that prices one quantity, or the events of one meter: it would ignore all meters but the first.
     *
     * @throws IllegalArgumentException if there are several meters
     */
    public void requireOneMeter() {
        Require.that(
                meters.size() == 1,
                "charge.meters",
                "meters",
                "must be one, for the price looks at one",
                meters.size());
    }

    /**
     * For a model that looks at single events, whose quantities it sums: {@link #requireAsMetered(UsageAggregation)}.
     *
     * @throws IllegalArgumentException if there are several meters, if the quantity is converted, partly free, not the sum of
     *     the events or agreed, or if units are committed
     */
    public void requireAsMetered() {
        requireAsMetered(Inner.SUM);
    }

    /**
     * For a model that looks at single events of one meter, which together make the quantity that is priced. They are as they
     * were metered: a conversion and free units change the quantity that they make, and so does another aggregation of the
     * meter, such as its maximum or what its increments count each as, of which no event knows. Units that are committed have
     * no price without events.
     *
     * @param ofModel what the model makes one quantity of events by; the meter must do it by the same
     * @throws IllegalArgumentException if there are several meters, if the quantity is converted, partly free, agreed or comes
     *     about in another way, or if units are committed
     */
    public void requireAsMetered(UsageAggregation ofModel) {
        requireEvents(ofModel);
        if (!aggregation.equals(ofModel)) {
            throw new InvalidArgumentException(
                            "charge.aggregation",
                            "aggregation",
                            "must be the " + ofModel + " that the price takes of single events",
                            aggregation)
                    .at(aggregated);
        }
    }

    /**
     * For a model that looks at single events of one meter and at no quantity of the whole period that the meter makes of
     * them, such as one of buckets: as {@link #requireAsMetered(UsageAggregation)}, but that of all aggregations only other
     * increments are refused, for they say what each event counts as.
     */
    void requireEvents(UsageAggregation ofModel) {
        requireOneMeter();
        Require.that(
                !isAgreed,
                "charge.events",
                "model",
                "must not look at single events where the quantity is agreed and not measured",
                null);
        Require.that(
                conversion == null,
                "charge.conversion",
                "conversion",
                "must not be given, for the price looks at single events",
                conversion);
        requireNothingFree("the price looks at single events");
        if (aggregation instanceof SumOfIncrements && !aggregation.equals(ofModel)) {
            throw new InvalidArgumentException(
                            "charge.increments",
                            "aggregation",
                            "must not count in increments, for the price takes the " + ofModel + " of single events",
                            aggregation)
                    .at(aggregated);
        }
        if (commitment != null && commitment.kind() == Commitment.Kind.QUANTITY) {
            throw new InvalidArgumentException(
                            "charge.commitment",
                            "kind",
                            "must be AMOUNT, for the price looks at single events",
                            commitment.kind())
                    .at("commitment");
        }
    }

    /** For a model to which free units make no difference; {@code reason} follows {@code for} in the refusal. */
    void requireNothingFree(String reason) {
        Require.that(
                freeUnits == null,
                "charge.free-units",
                "freeUnits",
                "must not be given, for " + reason,
                freeUnits == null ? null : freeUnits.quantity().toPlainString());
    }

    /**
     * For a model that names meters by their ids.
     *
     * @param argument where the model names it, such as {@code tiers[0].limits[storage]}
     * @throws IllegalArgumentException if the charge does not have that meter: it would count as never used
     */
    public void requireMeter(MeterId meter, String argument) {
        if (!ids.contains(meter)) {
            throw new InvalidArgumentException(
                            "charge.meter", argument, "must be of a meter of the charge, one of " + ids, meter)
                    .at(model);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metering that
                && meters.equals(that.meters)
                && aggregation.equals(that.aggregation)
                && Objects.equals(conversion, that.conversion)
                && Objects.equals(freeUnits, that.freeUnits)
                && Objects.equals(commitment, that.commitment)
                && aggregated.equals(that.aggregated)
                && model.equals(that.model)
                && isAgreed == that.isAgreed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(meters, conversion, freeUnits, model);
    }

    /** For example {@code [sum of calls], converted / 60, 100 free units}. */
    @Override
    public String toString() {
        return meters
                + (conversion == null ? "" : ", converted " + conversion)
                + (freeUnits == null ? "" : ", " + freeUnits)
                + (commitment == null ? "" : ", " + commitment)
                + (isAgreed ? ", agreed" : "");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Metering(meters, aggregation, conversion, freeUnits, commitment, aggregated, model, isAgreed);
    }
}
