package io.quittance.testkit.pricing;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.DiscountOrder;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.QuantityChange;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Inputs of charge models that find mistakes: quantities of zero, of less than one unit, whole, at round bounds, large, and
 * fractions without an end; events in one hour and around the days on which clocks change; seats that come and go. All come
 * under all conventions that there are, for a model may look at them.
 */
public final class RatingArbitraries {
    private static final UsageWindow MARCH =
            new UsageWindow(ServicePeriod.of("2026-03-01", "2026-04-01"), ZoneId.of("Europe/Berlin"));

    private static final int DAYS = 31;
    private static final int LONGEST = 12;

    private RatingArbitraries() {}

    /** Quantities, zero or more. */
    public static Arbitrary<Fraction> quantities() {
        Arbitrary<Fraction> round =
                Arbitraries.of(0, 1, 2, 5, 10, 50, 100, 1_000, 5_000).map(Fraction::of);
        Arbitrary<Fraction> whole = Arbitraries.longs().between(0, 20_000).map(Fraction::of);
        Arbitrary<Fraction> decimal = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(20_000))
                .ofScale(3)
                .map(Fraction::of);
        Arbitrary<Fraction> fraction = Combinators.combine(
                        Arbitraries.longs().between(0, 20_000),
                        Arbitraries.longs().between(1, 31))
                .as(Fraction::of);
        Arbitrary<Fraction> large =
                Arbitraries.longs().between(Long.MAX_VALUE / 2, Long.MAX_VALUE).map(Fraction::of);
        return Arbitraries.frequencyOf(
                Tuple.of(3, round),
                Tuple.of(3, whole),
                Tuple.of(3, decimal),
                Tuple.of(2, fraction),
                Tuple.of(1, large));
    }

    /** Every convention in every way, but for the order of the stages, of which a model's is one. */
    public static Arbitrary<Conventions> conventions() {
        return Combinators.combine(
                        Arbitraries.of(TierBound.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(RoundingMoment.values()),
                        Arbitraries.of(DiscountOrder.values()),
                        Arbitraries.of(DiscountSpread.values()),
                        Arbitraries.of(SpendBasis.values()),
                        prorations(),
                        prorations())
                .as((bound, flatFee, moment, order, spread, basis, proration, ofMinimums) -> Conventions.standard()
                        .withTierBound(bound)
                        .withFirstFlatFeeAtZero(flatFee)
                        .withRoundingMoment(moment)
                        .withDiscountOrder(order)
                        .withDiscountSpread(spread)
                        .withSpendBasis(basis)
                        .withProration(proration)
                        .withMinimumProration(ofMinimums))
                .withoutEdgeCases();
    }

    /** Every proration of this library; that by elapsed time in a zone whose clocks change. */
    private static Arbitrary<Proration> prorations() {
        return Arbitraries.of(
                DayCount.CIVIL_DAYS,
                DayCount.THIRTY_DAY_MONTHS,
                new ElapsedTime(ZoneId.of("Europe/Berlin")),
                StubRule.CHARGE_WHOLE,
                StubRule.CHARGE_NOTHING);
    }

    /** The same inputs, each under conventions of its own. */
    public static Arbitrary<RatingInput> underConventions(Arbitrary<RatingInput> inputs) {
        return Combinators.combine(inputs, conventions()).as(RatingInput::withConventions);
    }

    /** Inputs with a quantity and nothing else. */
    public static Arbitrary<RatingInput> ofQuantity() {
        return underConventions(quantities().map(quantity -> RatingInput.none().withQuantity(quantity)));
    }

    /** Inputs with events of zero or more, in a month in which clocks change, and their sum as the quantity. */
    public static Arbitrary<RatingInput> ofEvents() {
        Arbitrary<BigDecimal> sizes = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000))
                .ofScale(2);
        Arbitrary<Long> seconds = Arbitraries.longs()
                .between(0, Duration.between(MARCH.start(), MARCH.end()).toSeconds() - 1);
        return underConventions(Combinators.combine(sizes, seconds)
                .as(RatingArbitraries::event)
                .list()
                .ofMaxSize(LONGEST)
                .map(RatingArbitraries::numbered)
                .map(events -> RatingInput.ofEvents(events).withWindow(MARCH)));
    }

    /**
     * Inputs with changes of a level that never falls below zero, such as seats, each prorated by the days that were left of
     * a month, and their sum as the quantity.
     */
    public static Arbitrary<RatingInput> ofChanges() {
        Arbitrary<Fraction> sizes = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(30))
                .ofScale(1)
                .map(Fraction::of);
        Arbitrary<Integer> daysLeft = Arbitraries.integers().between(0, DAYS);
        return underConventions(Combinators.combine(
                        sizes.list().ofSize(LONGEST),
                        Arbitraries.of(true, true, false).list().ofSize(LONGEST),
                        daysLeft.list().ofMaxSize(LONGEST))
                .as(RatingArbitraries::changes)
                .map(changes -> RatingInput.ofChanges(changes).withWindow(MARCH)));
    }

    private static List<QuantityChange> changes(List<Fraction> sizes, List<Boolean> isAdded, List<Integer> daysLeft) {
        var changes = new ArrayList<QuantityChange>();
        Fraction level = Fraction.ZERO;
        for (int days : daysLeft.stream().sorted(Comparator.reverseOrder()).toList()) {
            Fraction size = sizes.get(changes.size());
            Fraction change =
                    isAdded.get(changes.size()) ? size : size.min(level).negated();
            changes.add(new QuantityChange(change, change.times(Fraction.of(days, DAYS))));
            level = level.plus(change);
        }
        return changes;
    }

    /** The same inputs, each of whose events has one of these values in a dimension. */
    public static Arbitrary<RatingInput> withDimension(
            Arbitrary<RatingInput> inputs, String dimension, String... values) {
        return inputs.flatMap(input -> Arbitraries.of(values)
                .list()
                .ofSize(input.events().size())
                .map(chosen -> input.withEvents(IntStream.range(0, chosen.size())
                        .mapToObj(i -> input.events().get(i).with(dimension, chosen.get(i)))
                        .toList())));
    }

    /** Inputs with a peak for each of these meters, or for some of them, and nothing else. */
    public static Arbitrary<RatingInput> ofPeaks(String... meters) {
        return underConventions(quantities().list().ofMaxSize(meters.length).map(peaks -> {
            var byMeter = new HashMap<MeterId, Fraction>();
            peaks.forEach(peak -> byMeter.put(MeterId.of(meters[byMeter.size()]), peak));
            return RatingInput.ofPeaks(byMeter);
        }));
    }

    private static UsageEvent event(BigDecimal quantity, long second) {
        return UsageEvent.of(
                "e",
                CustomerId.of("C-1"),
                MeterId.of("M-1"),
                quantity,
                MARCH.start().plusSeconds(second));
    }

    private static List<UsageEvent> numbered(List<UsageEvent> events) {
        var numbered = new ArrayList<UsageEvent>();
        for (UsageEvent event : events) {
            numbered.add(UsageEvent.of(
                    "e-" + numbered.size(), event.customer(), event.meter(), event.quantity(), event.time()));
        }
        return numbered;
    }

    /** How much of an input comes first, in thousandths, where a law needs a part of it. */
    public static Arbitrary<Integer> parts() {
        return Arbitraries.integers().between(0, 1_000);
    }

    /**
     * An earlier state of the same input: so many thousandths of its quantity and of its peaks, or of its events or
     * changes the first.
     */
    public static RatingInput part(RatingInput input, int thousandths) {
        List<UsageEvent> events = input.events();
        if (!events.isEmpty()) {
            int first = (int) ((long) events.size() * thousandths / 1_000);
            return withEvents(input, events.subList(0, first));
        }
        if (!input.changes().isEmpty()) {
            int count = (int) ((long) input.changes().size() * thousandths / 1_000);
            List<QuantityChange> changes = input.changes().subList(0, count);
            Fraction sum = changes.stream().map(QuantityChange::quantity).reduce(Fraction.ZERO, Fraction::plus);
            return input.withChanges(changes).withQuantity(sum);
        }
        Fraction share = Fraction.of(thousandths, 1_000);
        var peaks = new HashMap<MeterId, Fraction>();
        input.peaks().forEach((meter, peak) -> peaks.put(meter, peak.times(share)));
        return input.withPeaks(peaks).withQuantity(input.signedQuantity().times(share));
    }

    /** The same input without the events that arrive late: event i is there already where bit i of {@code there} is set. */
    public static RatingInput inTime(RatingInput input, int there) {
        return withEvents(
                input,
                IntStream.range(0, input.events().size())
                        .filter(i -> (there >> i & 1) == 1)
                        .mapToObj(input.events()::get)
                        .toList());
    }

    private static RatingInput withEvents(RatingInput input, List<UsageEvent> events) {
        Fraction sum = Fraction.ZERO;
        for (UsageEvent event : events) {
            sum = sum.plus(Fraction.of(event.quantity()));
        }
        return input.withEvents(events).withQuantity(sum);
    }
}
