package io.quittance.benchmarks.w1;

import static io.quittance.benchmarks.w1.Usage.END;
import static io.quittance.benchmarks.w1.Usage.METERS;
import static io.quittance.benchmarks.w1.Usage.START;

import io.quittance.benchmarks.Pair;
import io.quittance.core.bulk.BulkRating;
import io.quittance.core.bulk.EventKeys;
import io.quittance.core.bulk.EventRating;
import io.quittance.core.bulk.RatedLines;
import io.quittance.core.bulk.Tariff;
import io.quittance.core.bulk.UsageBatch;
import io.quittance.core.bulk.UsageSums;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.ModelPrice;
import io.quittance.core.pricing.RatingInput;
import java.math.RoundingMode;
import java.util.List;

/** The public API that ships. */
final class BulkDoor {
    private static final List<GraduatedTiers> MODELS = Prices.models();
    private static final Tariff TARIFF = Tariff.of(
            2,
            RoundingMode.HALF_UP,
            MODELS.stream()
                    .map(model -> ModelPrice.of(model, Conventions.standard(), 3))
                    .toList());

    private BulkDoor() {}

    private static UsageBatch ordinals(Usage usage) {
        return UsageBatch.ofOrdinals(usage.customer, usage.meter, usage.quantity, 3, usage.time);
    }

    private static UsageBatch ids(Usage usage) {
        return UsageBatch.ofIds(usage.id, usage.meter, usage.quantity, 3, usage.time);
    }

    static long byOrdinal(Usage usage) {
        UsageSums sums = UsageSums.ofOrdinals(usage.customers, METERS, 3, START, END);
        sums.add(ordinals(usage));
        return checksum(sums.price(TARIFF));
    }

    static long byOrdinalByTwo(Usage usage, Pair pair) {
        return byTwo(UsageSums.ofOrdinals(usage.customers, METERS, 3, START, END), ordinals(usage), pair);
    }

    static long byId(Usage usage) {
        UsageSums sums = UsageSums.ofIds(METERS, 3, START, END);
        sums.add(ids(usage));
        return checksum(sums.price(TARIFF));
    }

    static long byIdByTwo(Usage usage, Pair pair) {
        return byTwo(UsageSums.ofIds(METERS, 3, START, END), ids(usage), pair);
    }

    private static long byTwo(UsageSums sums, UsageBatch batch, Pair pair) {
        UsageSums part = sums.part();
        int half = batch.end() / 2;
        pair.run(() -> sums.add(batch.rows(0, half)), () -> part.add(batch.rows(half, batch.end())));
        sums.merge(part);
        return checksum(sums.price(TARIFF));
    }

    /** Events as objects. */
    static long byObject(UsageEvent[] events) {
        UsageSums sums = UsageSums.ofIds(METERS, 3, START, END);
        addAll(events, sums);
        return checksum(sums.price(TARIFF));
    }

    private static void addAll(UsageEvent[] events, UsageSums sums) {
        for (UsageEvent event : events) {
            sums.add(event.customerId(), event.meterId(), event.quantity(), event.timestamp());
        }
    }

    /** All events, and one in a hundred delivered again: found by its key and left out. */
    static long deduplicated(Usage usage, long[] keys) {
        UsageBatch batch = ordinals(usage);
        UsageSums sums = UsageSums.ofOrdinals(usage.customers, METERS, 3, START, END);
        EventKeys seen = EventKeys.none();
        sums.add(batch, seen.repeated(keys, 0, batch.end()));
        int again = batch.end() / 100;
        sums.add(batch.rows(0, again), seen.repeated(keys, 0, again));
        return checksum(sums.price(TARIFF));
    }

    /** Each line with its steps and their formulas. */
    static long explained(Usage usage) {
        UsageSums sums = UsageSums.ofOrdinals(usage.customers, METERS, 3, START, END);
        sums.add(ordinals(usage));
        return explained(sums.price(TARIFF));
    }

    /** As {@link #explained(Usage)}, where every event was rated. */
    static long eventsExplained(Usage usage) {
        EventRating rating = EventRating.ofOrdinals(usage.customers, TARIFF, START, END);
        rating.add(ordinals(usage));
        return explained(rating.lines());
    }

    private static long explained(RatedLines lines) {
        Rounding cents = Rounding.halfUp(2);
        var breakdowns = new ChargeBreakdown[lines.customers() * METERS];
        var checksum = new Checksum();
        for (int customer = 0; customer < lines.customers(); customer++) {
            for (int meter = 0; meter < METERS; meter++) {
                ChargeBreakdown price =
                        MODELS.get(meter).price(RatingInput.ofQuantity(lines.quantity(customer, meter)));
                breakdowns[customer * METERS + meter] = price;
                checksum.line(price.total().round(cents).unscaledValue().longValueExact());
            }
            checksum.endOfCustomer();
        }
        return checksum.value();
    }

    static long eventsByOrdinal(Usage usage) {
        EventRating rating = EventRating.ofOrdinals(usage.customers, TARIFF, START, END);
        rating.add(ordinals(usage));
        return checksum(rating.lines());
    }

    static long eventsById(Usage usage) {
        EventRating rating = EventRating.ofIds(TARIFF, START, END);
        rating.add(ids(usage));
        return checksum(rating.lines());
    }

    /** What came in, was counted or was left out, adds up. */
    static long countsOf(BulkRating rating) {
        return rating.counted()
                + rating.before()
                + rating.after()
                + rating.rejected().size();
    }

    private static long checksum(RatedLines lines) {
        var checksum = new Checksum();
        for (int customer = 0; customer < lines.customers(); customer++) {
            for (int meter = 0; meter < METERS; meter++) {
                checksum.line(lines.unscaled(customer, meter));
            }
            checksum.endOfCustomer(lines.unscaledTotal(customer));
        }
        return checksum.value();
    }
}
