package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes usage in and gives lines out, one for each customer and meter; not safe to share between threads. Usage outside the
 * period is counted, not rated, and nothing is lost in silence: {@link #counted()}, {@link #before()}, {@link #after()} and
 * {@link #rejected()} together are all that came in.
 *
 * <p>Events must have been {@linkplain EventKeys de-duplicated} before. For two threads, give each a {@code part()} and its
 * rows, and {@code merge} the parts.
 */
public abstract sealed class BulkRating permits UsageSums, EventRating {
    /** How many lines one rating may have: customers times meters. */
    public static final int MAX_LINES = 1 << 28;

    /** Rows are taken in by so many: what a block needs stays in the cache nearest to the core. */
    private static final int BLOCK = 1024;

    private final int meterCount;
    private final int quantityScale;
    private final Instant start;
    private final Instant end;

    // the same period for columns: milliseconds, and the length, so that one comparison tells what lies inside
    private final long startMillis;
    private final long lengthMillis;
    // and for instants: seconds that lie inside whatever their fraction
    private final long firstWholeSecond;
    private final long lastWholeSecond;

    private final int customerCount;
    private final @Nullable IdTable ids;

    /** By scale of a decimal: the largest that fits, and what brings its digits to the scale of quantities. */
    private final BigDecimal[] largestOfScale;

    private final long[] factorOfScale;

    private final int[] slots = new int[BLOCK];
    private final long[] quantities = new long[BLOCK];

    private long counted;
    private long before;
    private long after;
    private final List<RejectedRow> rejected = new ArrayList<>();

    /**
     * @param customerCount how many customers there are, by ordinals; less than 0 for ids
     */
    BulkRating(int customerCount, int meterCount, int quantityScale, Instant start, Instant end) {
        Require.that(meterCount > 0, "bulk.meters", "meters", "must be more than 0", meterCount);
        Require.that(
                (long) Math.max(customerCount, 0) * meterCount <= MAX_LINES,
                "bulk.lines",
                "customers",
                "must be at most " + MAX_LINES / meterCount + " for " + meterCount + " meters",
                customerCount);
        this.meterCount = meterCount;
        this.quantityScale = CompiledPrice.requireScale(quantityScale, "quantityScale");
        this.start = requireMillis(start, "start");
        this.end = requireMillis(end, "end");
        Require.that(start.isBefore(end), "bulk.period", "end", "must be after " + start, end);
        startMillis = start.toEpochMilli();
        lengthMillis = end.toEpochMilli() - startMillis;
        firstWholeSecond = start.getEpochSecond() + 1;
        lastWholeSecond = end.getEpochSecond() - 1;
        this.customerCount = customerCount;
        ids = customerCount < 0 ? new IdTable() : null;
        largestOfScale = new BigDecimal[quantityScale + 1];
        factorOfScale = new long[quantityScale + 1];
        for (int scale = 0; scale <= quantityScale; scale++) {
            factorOfScale[scale] = LongMath.powerOfTen(quantityScale - scale);
            largestOfScale[scale] = BigDecimal.valueOf(Long.MAX_VALUE / factorOfScale[scale], scale);
        }
    }

    /** Bounds in whole milliseconds, within 10,000 years of 1970: then columns and instants agree on what lies inside. */
    private static Instant requireMillis(Instant instant, String argument) {
        long seconds = requireNonNull(instant, argument).getEpochSecond();
        Require.that(
                Math.abs(seconds) <= 10_000L * 366 * 86_400
                        && instant.truncatedTo(ChronoUnit.MILLIS).equals(instant),
                "bulk.instant",
                argument,
                "must be a whole millisecond within 10,000 years of 1970",
                instant);
        return instant;
    }

    static int requireCustomers(int customers) {
        Require.that(customers >= 0, "bulk.customers", "customers", "must not be negative", customers);
        return customers;
    }

    /**
     * Takes in the rows of a batch. Rows whose customer or meter does not exist are {@link #rejected()}; the others count.
     *
     * @throws IllegalArgumentException if its quantities have another scale, or its customers are ids where this has
     *     ordinals, or the other way round; then nothing was taken in
     */
    public final void add(UsageBatch batch) {
        add(batch, new int[0]);
    }

    /**
     * As {@link #add(UsageBatch)}, leaving out some rows, such as those of {@link EventKeys#repeated}.
     *
     * @param except the numbers of the rows to leave out, rising; rows that are not in the batch are ignored
     */
    public final void add(UsageBatch batch, int[] except) {
        Require.that(
                batch.quantityScale() == quantityScale,
                "bulk.scale",
                "quantityScale",
                "must be " + quantityScale,
                batch.quantityScale());
        Require.that(
                batch.hasOrdinals() == (ids == null),
                "bulk.customers",
                "batch",
                ids == null ? "must have ordinals of customers" : "must have ids of customers",
                batch);
        for (int i = 1; i < except.length; i++) {
            Require.that(
                    except[i] > except[i - 1],
                    "bulk.rising",
                    "except[" + i + "]",
                    "must be more than " + except[i - 1],
                    except[i]);
        }
        int from = batch.start();
        for (int left : except) {
            if (left >= from && left < batch.end()) {
                addRows(batch, from, left);
                from = left + 1;
            }
        }
        addRows(batch, from, batch.end());
    }

    private void addRows(UsageBatch batch, int from, int to) {
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            int count = ids == null ? takenByOrdinal(batch, at, end) : takenById(ids, batch, at, end);
            counted += count;
            accumulate(slots, quantities, count);
        }
    }

    private int takenByOrdinal(UsageBatch batch, int from, int to) {
        int[] customers = batch.ordinals();
        int[] meters = batch.meters();
        long[] times = batch.times();
        long[] column = batch.quantities();
        int count = 0;
        for (int i = from; i < to; i++) {
            int customer = customers[i];
            int meter = meters[i];
            if (Long.compareUnsigned(times[i] - startMillis, lengthMillis) >= 0) {
                countOutside(times[i]);
            } else if (Integer.compareUnsigned(customer, customerCount) >= 0) {
                rejected.add(new RejectedRow(i, "customers", customer, customerCount));
            } else if (Integer.compareUnsigned(meter, meterCount) >= 0) {
                rejected.add(new RejectedRow(i, "meters", meter, meterCount));
            } else {
                slots[count] = customer * meterCount + meter;
                quantities[count++] = column[i];
            }
        }
        return count;
    }

    private int takenById(IdTable table, UsageBatch batch, int from, int to) {
        long[] customers = batch.ids();
        int[] meters = batch.meters();
        long[] times = batch.times();
        long[] column = batch.quantities();
        int count = 0;
        for (int i = from; i < to; i++) {
            int meter = meters[i];
            if (Long.compareUnsigned(times[i] - startMillis, lengthMillis) >= 0) {
                countOutside(times[i]);
            } else if (Integer.compareUnsigned(meter, meterCount) >= 0) {
                rejected.add(new RejectedRow(i, "meters", meter, meterCount));
            } else {
                slots[count] = table.number(customers[i]) * meterCount + meter;
                quantities[count++] = column[i];
            }
        }
        reserve(table.count());
        return count;
    }

    private void countOutside(long millis) {
        if (millis < startMillis) {
            before++;
        } else {
            after++;
        }
    }

    /**
     * Takes in one event that exists as an object.
     *
     * @param customer the ordinal or id
     * @param meter the ordinal
     * @param quantity with at most as many decimal places as quantities have here; more digits than fit in a {@code long}
     *     are allowed
     * @param time when; outside the period the event is counted and not rated
     * @throws IllegalArgumentException if the customer or meter does not exist, or the quantity has more decimal places or
     *     digits than allowed; then nothing has changed
     */
    public final void add(long customer, int meter, BigDecimal quantity, Instant time) {
        long second = time.getEpochSecond();
        if ((second < firstWholeSecond || second > lastWholeSecond) && isOutside(time)) {
            return;
        }
        if (Integer.compareUnsigned(meter, meterCount) >= 0) {
            Require.that(false, "bulk.meter", "meter", "must be from 0 to " + (meterCount - 1), meter);
        }
        int scale = quantity.scale();
        if (scale >= 0
                && scale <= quantityScale
                && quantity.signum() >= 0
                && quantity.compareTo(largestOfScale[scale]) <= 0) {
            // the digits of a decimal that fits, without a BigInteger
            long unscaled = quantity.scaleByPowerOfTen(scale).longValue() * factorOfScale[scale];
            int slot = slot(customer, meter);
            counted++;
            accumulate(slot, unscaled);
        } else {
            addOther(customer, meter, quantity);
        }
    }

    private boolean isOutside(Instant time) {
        if (time.isBefore(start)) {
            before++;
            return true;
        }
        if (time.isBefore(end)) {
            return false;
        }
        after++;
        return true;
    }

    /** Negative quantities, large ones, and such as are written with more decimal places than they need. */
    private void addOther(long customer, int meter, BigDecimal quantity) {
        BigDecimal stripped = Require.number(quantity, "quantity").stripTrailingZeros();
        Require.that(
                stripped.scale() <= quantityScale,
                "number.scale",
                "quantity",
                "must have at most " + quantityScale + " decimal places",
                quantity);
        BigInteger unscaled =
                stripped.setScale(quantityScale, RoundingMode.UNNECESSARY).unscaledValue();
        int slot = slot(customer, meter);
        counted++;
        if (unscaled.bitLength() < Long.SIZE) {
            accumulate(slot, unscaled.longValueExact());
        } else {
            accumulate(slot, unscaled);
        }
    }

    private int slot(long customer, int meter) {
        if (ids != null) {
            int known = ids.count();
            int number = ids.number(customer);
            if (number == known) {
                reserve(number + 1);
            }
            return number * meterCount + meter;
        }
        if (Long.compareUnsigned(customer, customerCount) >= 0) {
            Require.that(false, "bulk.customer", "customer", "must be from 0 to " + (customerCount - 1), customer);
        }
        return (int) customer * meterCount + meter;
    }

    /** Makes room for the lines of so many customers. */
    private void reserve(int customers) {
        long lines = (long) customers * meterCount;
        Require.that(lines <= MAX_LINES, "bulk.lines", "customers", "must make at most " + MAX_LINES + " lines", lines);
        reserveLines((int) lines);
    }

    /** The size of an array that must hold so many and may have to grow again. */
    static int grown(int size, int needed) {
        return (int) Math.min(Math.max(needed, 2L * size), Integer.MAX_VALUE - 8);
    }

    /** Adds up what another took in; the slots of its customers are found here. */
    final void mergeCounts(BulkRating other) {
        Require.that(
                meterCount == other.meterCount
                        && quantityScale == other.quantityScale
                        && customerCount == other.customerCount
                        && start.equals(other.start)
                        && end.equals(other.end),
                "bulk.merge",
                "other",
                "must have the same customers, meters, scale and period",
                other);
        counted += other.counted;
        before += other.before;
        after += other.after;
        rejected.addAll(other.rejected);
    }

    /** For each customer number of the other, the number here. */
    final int[] numbersOf(BulkRating other) {
        int[] numbers = new int[other.customers()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ids == null ? i : ids.number(requireNonNull(other.ids).id(i));
        }
        reserve(customers());
        return numbers;
    }

    /** Room for so many lines. */
    abstract void reserveLines(int lines);

    abstract void accumulate(int[] slots, long[] quantities, int count);

    abstract void accumulate(int slot, long quantity);

    abstract void accumulate(int slot, BigInteger quantity);

    /** Puts the line of a slot. */
    abstract void rate(int slot, LinePrice price, RatedLines.Builder lines);

    /** The lines, ordered by customer and meter; one also where nothing was used. */
    final RatedLines lines(LongFunction<Tariff> tariffs) {
        var lines =
                new RatedLines.Builder(ids == null ? null : sorted(ids.ids()), customers(), meterCount, quantityScale);
        for (int customer = 0; customer < customers(); customer++) {
            long id = lines.customer(customer);
            int number = ids == null ? customer : ids.number(id);
            Tariff tariff = requireMeters(tariffs.apply(id));
            lines.start(customer, tariff);
            for (int meter = 0; meter < meterCount; meter++) {
                rate(number * meterCount + meter, tariff.prices().get(meter), lines);
            }
        }
        return lines.build();
    }

    private static long[] sorted(long[] numbers) {
        Arrays.sort(numbers);
        return numbers;
    }

    final Tariff requireMeters(Tariff tariff) {
        Require.that(
                tariff.prices().size() == meterCount,
                "bulk.tariff",
                "tariff",
                "must have a price for each of " + meterCount + " meters",
                tariff);
        return tariff;
    }

    final int customerCount() {
        return customerCount;
    }

    final int customers() {
        return ids == null ? customerCount : ids.count();
    }

    final int meterCount() {
        return meterCount;
    }

    final int quantityScale() {
        return quantityScale;
    }

    final Instant start() {
        return start;
    }

    final Instant end() {
        return end;
    }

    /** How many events lay within the period and were taken in. */
    public final long counted() {
        return counted;
    }

    /** How many events were earlier than the period. */
    public final long before() {
        return before;
    }

    /** How many events were at the end of the period or later. */
    public final long after() {
        return after;
    }

    /** The rows within the period whose customer or meter does not exist, in the order in which they were found. */
    public final List<RejectedRow> rejected() {
        return List.copyOf(rejected);
    }

    /** For example {@code 9800 events from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z, 98 before, 102 after, 0 rejected}. */
    @Override
    public final String toString() {
        return counted + " events from " + start + " to " + end + ", " + before + " before, " + after + " after, "
                + rejected.size() + " rejected";
    }
}
