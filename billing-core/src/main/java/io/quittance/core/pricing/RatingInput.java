package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.usage.QuantityChange;
import io.quittance.core.usage.QuantityChanges;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a charge model may look at when it prices one charge for one service period: the quantity, and for models that
 * need more, the events behind it, the peaks of several meters, or the changes of a level over time.
 *
 * <p>Whatever is not given is empty or zero. The quantity is what was used in the period so far, after unit conversion and
 * free units; events are as they were metered.
 */
public final class RatingInput implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Fraction quantity;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<UsageEvent> events;

    @SuppressWarnings("serial") // as above
    private final List<QuantityChange> changes;

    @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
    private final SortedMap<MeterId, Fraction> peaks;

    private final @Nullable UsageWindow window;
    private final Conventions conventions;

    /** How steps are rounded, where they are, for limits inside a price that is a part of another. */
    private final @Nullable Rounding stepRounding;

    private RatingInput(
            Fraction quantity,
            List<UsageEvent> events,
            List<QuantityChange> changes,
            SortedMap<MeterId, Fraction> peaks,
            @Nullable UsageWindow window,
            Conventions conventions,
            @Nullable Rounding stepRounding) {
        this.quantity = requireNonNull(quantity, "quantity");
        this.events = events;
        this.changes = changes;
        this.peaks = peaks;
        this.window = window;
        this.conventions = requireNonNull(conventions, "conventions");
        this.stepRounding = stepRounding;
    }

    /** Nothing was used. */
    public static RatingInput none() {
        return new RatingInput(
                Fraction.ZERO, List.of(), List.of(), Collections.emptySortedMap(), null, Conventions.standard(), null);
    }

    /**
     * A quantity and nothing else.
     *
     * @param quantity in the unit of the charge, zero or more
     */
    public static RatingInput ofQuantity(BigDecimal quantity) {
        return none().withQuantity(Fraction.of(Require.notNegative(quantity, "quantity")));
    }

    /** Events, whose quantities add up to the quantity. */
    public static RatingInput ofEvents(List<UsageEvent> events) {
        Fraction sum = Fraction.ZERO;
        for (UsageEvent event : events) {
            sum = sum.plus(Fraction.of(event.quantity()));
        }
        return none().withEvents(events).withQuantity(sum);
    }

    /** Changes of a level, in the order in which they happened; the quantity is what they add up to. */
    public static RatingInput ofChanges(List<QuantityChange> changes) {
        Fraction sum = changes.stream().map(QuantityChange::quantity).reduce(Fraction.ZERO, Fraction::plus);
        return none().withChanges(changes).withQuantity(sum);
    }

    /** The highest quantity of each meter. */
    public static RatingInput ofPeaks(Map<MeterId, Fraction> peaks) {
        return none().withPeaks(peaks);
    }

    /** The same with another quantity, which may be a fraction, such as an average. */
    public RatingInput withQuantity(Fraction newQuantity) {
        return new RatingInput(newQuantity, events, changes, peaks, window, conventions, stepRounding);
    }

    /** The same with these events, which are put in the order of {@link UsageEvent#BY_TIME}. */
    public RatingInput withEvents(List<UsageEvent> newEvents) {
        var sorted = new ArrayList<>(newEvents);
        sorted.sort(UsageEvent.BY_TIME);
        return new RatingInput(quantity, List.copyOf(sorted), changes, peaks, window, conventions, stepRounding);
    }

    /** The same with these changes of a level, in the order in which they happened. */
    public RatingInput withChanges(List<QuantityChange> newChanges) {
        return new RatingInput(quantity, events, List.copyOf(newChanges), peaks, window, conventions, stepRounding);
    }

    /** The same with these peaks, each zero or more. */
    public RatingInput withPeaks(Map<MeterId, Fraction> newPeaks) {
        var copy = new TreeMap<>(newPeaks);
        copy.forEach((meter, peak) -> requireNotNegative(peak, "peaks[" + meter + "]"));
        return new RatingInput(
                quantity, events, changes, Collections.unmodifiableSortedMap(copy), window, conventions, stepRounding);
    }

    /** The same for these days. */
    public RatingInput withWindow(UsageWindow newWindow) {
        return new RatingInput(
                quantity, events, changes, peaks, requireNonNull(newWindow, "window"), conventions, stepRounding);
    }

    /** The same under these conventions. */
    public RatingInput withConventions(Conventions newConventions) {
        return new RatingInput(quantity, events, changes, peaks, window, newConventions, stepRounding);
    }

    /** The same, where every step is rounded so. */
    RatingInput withStepRounding(Rounding rounding) {
        return new RatingInput(quantity, events, changes, peaks, window, conventions, rounding);
    }

    /**
     * What was used in the period so far, in the unit of the charge; zero or more.
     *
     * @throws IllegalArgumentException if more was taken back than used, which only a model that asks for {@link
     *     #signedQuantity()} can price
     */
    public Fraction quantity() {
        return requireNotNegative(quantity, "quantity");
    }

    /** What was used less what was taken back; may be negative. */
    public Fraction signedQuantity() {
        return quantity;
    }

    /** The events of the charge's meter in the period, in the order of {@link UsageEvent#BY_TIME}. */
    public List<UsageEvent> events() {
        return events;
    }

    /**
     * How a level such as seats changed in the period, in the order in which it did: the changes that were given, else those
     * that the events make in the window.
     */
    public List<QuantityChange> changes() {
        return changes.isEmpty() && window != null ? QuantityChanges.of(events, window) : changes;
    }

    /** The highest quantity of each meter of the charge, ordered by meter. */
    public SortedMap<MeterId, Fraction> peaks() {
        return peaks;
    }

    /**
     * The days that are priced, and their zone.
     *
     * @throws IllegalArgumentException if they were not given
     */
    public UsageWindow window() {
        return Require.present(window, "window");
    }

    /** What the contract says where systems differ. */
    public Conventions conventions() {
        return conventions;
    }

    /** How every step is rounded, where it is. */
    Optional<Rounding> stepRounding() {
        return Optional.ofNullable(stepRounding);
    }

    private static Fraction requireNotNegative(Fraction number, String argument) {
        Require.that(number.signum() >= 0, "number.negative", argument, "must not be negative", number);
        return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatingInput that
                && quantity.equals(that.quantity)
                && events.equals(that.events)
                && changes.equals(that.changes)
                && peaks.equals(that.peaks)
                && Objects.equals(window, that.window)
                && conventions.equals(that.conventions)
                && Objects.equals(stepRounding, that.stepRounding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity, events, changes, peaks);
    }

    @Override
    public String toString() {
        return "quantity " + quantity
                + (events.isEmpty() ? "" : ", " + events.size() + " events")
                + (changes.isEmpty() ? "" : ", " + changes.size() + " changes")
                + (peaks.isEmpty() ? "" : ", peaks " + peaks);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new RatingInput(
                        quantity,
                        List.copyOf(events),
                        List.copyOf(changes),
                        Collections.emptySortedMap(),
                        window,
                        conventions,
                        stepRounding)
                .withPeaks(peaks);
    }
}
