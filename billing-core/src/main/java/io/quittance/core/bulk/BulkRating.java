package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
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

    /** Ids are numbered, and objects collected, by so many: what a block needs stays in the cache nearest to the core. */
    private static final int BLOCK = 1024;

    private static final int[] NONE = {};

    private final int meterCount;
    private final Decimals decimals;
    private final Period period;
    private final int customerCount;
    private final int mostLines;
    private final @Nullable IdTable ids;
    private final int[] numbers = new int[BLOCK];
    private final List<RejectedRow> rejected = new ArrayList<>();
    private long counted;
    private long before;
    private long after;

    // single events that wait to be taken in as a block
    private final long[] waitingCustomers = new long[BLOCK];
    private final int[] waitingMeters = new int[BLOCK];
    private final long[] waitingQuantities = new long[BLOCK];
    private final UsageBatch waiting;
    private int waitingCount;

    /**
     * @param customerCount how many customers there are, by ordinals; less than 0 for ids
     * @param mostLines how many lines it may have, at most {@link #MAX_LINES}
     */
    BulkRating(int customerCount, int meterCount, int quantityScale, Period period, int mostLines) {
        Require.that(meterCount > 0, "bulk.meters", "meters", "must be more than 0", meterCount);
        Require.that(meterCount <= mostLines, "bulk.lines", "meters", "must be at most " + mostLines, meterCount);
        Require.that(
                (long) Math.max(customerCount, 0) * meterCount <= mostLines,
                "bulk.lines",
                "customers",
                "must be at most " + mostLines / meterCount + " for " + meterCount + " meters",
                customerCount);
        this.meterCount = meterCount;
        this.mostLines = mostLines;
        decimals = new Decimals(quantityScale);
        this.period = period;
        this.customerCount = customerCount;
        ids = customerCount < 0 ? new IdTable(mostLines / meterCount) : null;
        waiting = UsageBatch.ofBlock(
                waitingCustomers, waitingMeters, waitingQuantities, quantityScale, period.startMillis());
    }

    static int requireCustomers(int customers) {
        Require.that(customers >= 0, "bulk.customers", "customers", "must not be negative", customers);
        return customers;
    }

    /**
     * Takes in the rows of a batch. Rows whose customer or meter does not exist are {@link #rejected()}; the others count.
     *
     * @throws IllegalArgumentException if its quantities have another scale, or its customers are ids where this has
     *     ordinals, or the other way round, or if there would be more than {@link #MAX_LINES} lines; then nothing was
     *     taken in
     */
    public final void add(UsageBatch batch) {
        add(batch, NONE);
    }

    /**
     * As {@link #add(UsageBatch)}, leaving out some rows, such as those of {@link EventKeys#repeated}.
     *
     * @param except the numbers of the rows to leave out, rising; rows that are not in the batch are ignored
     */
    public final void add(UsageBatch batch, int[] except) {
        requireNonNull(batch, "batch");
        requireNonNull(except, "except");
        Require.that(
                batch.quantityScale() == decimals.scale(),
                "bulk.scale",
                "quantityScale",
                "must be " + decimals.scale(),
                batch.quantityScale());
        Require.that(
                batch.hasOrdinals() == (ids == null),
                "bulk.customers",
                "batch",
                ids == null ? "must have ordinals of customers" : "must have ids of customers",
                batch);
        for (int i = 1; i < except.length; i++) {
            String argument = "except[" + i + "]";
            Require.that(
                    except[i] > except[i - 1],
                    "bulk.rising",
                    argument,
                    "must be more than " + except[i - 1],
                    except[i]);
        }
        takeWaiting();
        requireRoom(batch, except);
        int from = batch.start();
        for (int left : except) {
            if (left >= from && left < batch.end()) {
                takeRows(batch, from, left);
                from = left + 1;
            }
        }
        takeRows(batch, from, batch.end());
    }

    /**
     * Refuses a batch with more new ids than there is room for. Where all its rows could be of new customers and there is
     * room, as is usual, it looks at none of them.
     */
    private void requireRoom(UsageBatch batch, int[] except) {
        if (ids == null || ((long) ids.count() + batch.end() - batch.start()) * meterCount <= mostLines) {
            return;
        }
        var fresh = new IdTable(MAX_LINES);
        int next = 0;
        for (int row = batch.start(); row < batch.end(); row++) {
            while (next < except.length && except[next] < row) {
                next++;
            }
            boolean isLeftOut = next < except.length && except[next] == row;
            if (!isLeftOut && period.contains(batch.times()[row]) && !ids.has(batch.ids()[row])) {
                fresh.number(batch.ids()[row]);
                requireRoom(fresh.count());
            }
        }
    }

    /** Refuses so many customers more than have appeared, if their lines would be too many. */
    private void requireRoom(int more) {
        long lines = ((long) customers() + more) * meterCount;
        Require.that(lines <= mostLines, "bulk.lines", "customers", "must make at most " + mostLines + " lines", lines);
    }

    @PerRow
    private void takeRows(UsageBatch batch, int from, int to) {
        if (ids == null) {
            take(batch.ordinals(), 0, batch, from, to);
            return;
        }
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            ids.number(batch.ids(), batch.times(), period, at, end, numbers);
            reserveLines(customers() * meterCount);
            take(numbers, at, batch, at, end);
        }
    }

    @PerRow
    private void take(int[] customers, int offset, UsageBatch batch, int from, int to) {
        counted += to - from;
        int row = takeUsual(customers, offset, batch, from, to);
        while (row < to) {
            takeUnusual(customers[row - offset], batch, row);
            row = takeUsual(customers, offset, batch, row + 1, to);
        }
    }

    /** A row whose customer or meter does not exist, or whose quantity makes a sum too large for a {@code long}. */
    private void takeUnusual(int customer, UsageBatch batch, int row) {
        int meter = batch.meters()[row];
        if (customer < 0 || customer >= customers()) {
            reject(new RejectedRow(row, "customers", customer, customers()));
        } else if (meter < 0 || meter >= meterCount) {
            reject(new RejectedRow(row, "meters", meter, meterCount));
        } else {
            accumulate(customer * meterCount + meter, batch.quantities()[row]);
        }
    }

    private void reject(RejectedRow row) {
        rejected.add(row);
        counted--;
    }

    /** Rows that were in the batch and outside the period. */
    final void countOutside(int earlier, int later) {
        before += earlier;
        after += later;
        counted -= earlier + later;
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
     *     digits than allowed, or if there would be more than {@link #MAX_LINES} lines; then nothing has changed
     */
    @PerRow
    public final void add(long customer, int meter, BigDecimal quantity, Instant time) {
        requireNonNull(quantity, "quantity");
        if (!period.contains(requireNonNull(time, "time"))) {
            if (period.isAfter(time)) {
                before++;
            } else {
                after++;
            }
            return;
        }
        if (meter < 0 || meter >= meterCount) {
            throw outOfRange("meter", meter, meterCount);
        }
        if (ids == null) {
            if (customer < 0 || customer >= customerCount) {
                throw outOfRange("customer", customer, customerCount);
            }
        } else if (ids.count() + waitingCount >= ids.most()) {
            requireRoom(ids, customer);
        }
        long unscaled = decimals.unscaled(quantity);
        if (unscaled == Decimals.UNUSUAL) {
            addUnusual(customer, meter, decimals.large(quantity, "quantity"));
            return;
        }
        int row = waitingCount;
        waitingCustomers[row] = customer;
        waitingMeters[row] = meter;
        waitingQuantities[row] = unscaled;
        waitingCount = row + 1;
        if (row + 1 == BLOCK) {
            takeWaiting();
        }
    }

    private static InvalidArgumentException outOfRange(String argument, long value, int count) {
        return new InvalidArgumentException("bulk." + argument, argument, "must be from 0 to " + (count - 1), value);
    }

    /** Refuses an event of a new customer where there is no room for one more; there is room for those that wait. */
    private void requireRoom(IdTable known, long customer) {
        takeWaiting();
        if (!known.has(customer)) {
            requireRoom(1);
        }
    }

    @PerRow
    private void takeWaiting() {
        int count = waitingCount;
        if (ids == null) {
            for (int row = 0; row < count; row++) {
                numbers[row] = (int) waitingCustomers[row];
            }
        } else {
            ids.number(waitingCustomers, waiting.times(), period, 0, count, numbers);
            reserveLines(customers() * meterCount);
        }
        waitingCount = 0; // not before there is room for them
        take(numbers, 0, waiting, 0, count);
    }

    /** Negative quantities, and such as do not fit. */
    private void addUnusual(long customer, int meter, BigInteger quantity) {
        takeWaiting();
        int number = ids == null ? (int) customer : ids.number(customer);
        reserveLines(customers() * meterCount);
        counted++;
        if (quantity.bitLength() < Long.SIZE) {
            accumulate(number * meterCount + meter, quantity.longValueExact());
        } else {
            accumulate(number * meterCount + meter, quantity);
        }
    }

    /** The size of an array that must hold so many and may have to grow again. */
    static int grown(int size, int needed) {
        return (int) Math.min(Math.max(needed, 2L * size), Integer.MAX_VALUE - 8);
    }

    /**
     * Adds up the counts of another.
     *
     * @return for each customer number of the other, the number here
     */
    final int[] mergeCustomers(BulkRating other) {
        Require.that(
                requireNonNull(other, "other") != this
                        && meterCount == other.meterCount
                        && decimals.scale() == other.decimals.scale()
                        && customerCount == other.customerCount
                        && period.hasBounds(other.period),
                "bulk.merge",
                "other",
                "must be another one with the same customers, meters, scale and period",
                other);
        takeWaiting();
        other.takeWaiting();
        int[] here = numbersOf(other);
        reserveLines(customers() * meterCount);
        counted += other.counted;
        before += other.before;
        after += other.after;
        rejected.addAll(other.rejected);
        return here;
    }

    private int[] numbersOf(BulkRating other) {
        int[] here = new int[other.customers()];
        if (ids == null) {
            Arrays.setAll(here, number -> number);
            return here;
        }
        long[] theirs = requireNonNull(other.ids).ids();
        int more = 0;
        for (long id : theirs) {
            more += ids.has(id) ? 0 : 1;
        }
        requireRoom(more);
        for (int i = 0; i < here.length; i++) {
            here[i] = ids.number(theirs[i]);
        }
        return here;
    }

    /** What it has taken in, to be shipped. */
    final TakenIn takenIn(@Nullable Tariff tariff) {
        takeWaiting();
        var quantities = new long[customers() * meterCount];
        for (int slot = 0; slot < quantities.length; slot++) {
            quantities[slot] = quantity(slot);
        }
        return new TakenIn(
                tariff,
                customerCount,
                meterCount,
                decimals.scale(),
                period.start(),
                period.end(),
                ids == null ? new long[0] : ids.ids(),
                quantities,
                carried().bySlot(),
                rejected,
                counted,
                before,
                after);
    }

    /** Takes in what was shipped. */
    final void restore(TakenIn form) {
        Require.that(
                meterCount == form.meters() && decimals.scale() == form.quantityScale(),
                "bulk.tariff",
                "tariff",
                "must have prices for " + form.meters() + " meters and quantities of " + form.quantityScale()
                        + " decimal places",
                form.tariff());
        for (long id : form.ids()) {
            Require.that(ids != null && ids.count() == ids.number(id), "bulk.ids", "ids", "must be unique", id);
        }
        reserveLines(customers() * meterCount);
        long[] quantities = form.quantities();
        for (int slot = 0; slot < quantities.length; slot++) {
            if (quantities[slot] != 0) {
                accumulate(slot, quantities[slot]);
            }
        }
        form.carried().forEach(this::accumulate);
        rejected.addAll(form.rejected());
        counted = form.counted();
        before = form.before();
        after = form.after();
    }

    /** What a slot holds beside what is {@link #carried()}. */
    abstract long quantity(int slot);

    /** What did not fit in a {@code long}. */
    abstract Spill carried();

    /** Room for so many lines. */
    abstract void reserveLines(int lines);

    /**
     * Takes in rows up to one that is not usual, and tells {@link #countOutside} how many lay outside the period.
     *
     * @param customers numbers of customers; that of row {@code r} is at {@code r - offset}
     * @return the row to be looked at more closely; {@code to} where there is none
     */
    abstract int takeUsual(int[] customers, int offset, UsageBatch batch, int from, int to);

    abstract void accumulate(int slot, long quantity);

    abstract void accumulate(int slot, BigInteger quantity);

    /** Puts the line of a slot. */
    abstract void rate(int slot, LinePrice price, RatedLines.Builder lines);

    /** The lines by one tariff, ordered by customer and meter; one also where nothing was used. */
    final RatedLines lines(Tariff tariff) {
        requireMeters(requireNonNull(tariff, "tariff"));
        return lines(customer -> tariff, tariff.scale());
    }

    /** As {@link #lines(Tariff)}, where customers have tariffs of their own. */
    final RatedLines lines(LongFunction<Tariff> tariffOfCustomer) {
        return lines(requireNonNull(tariffOfCustomer, "tariffOfCustomer"), RatedLines.Builder.NO_SCALE);
    }

    private RatedLines lines(LongFunction<Tariff> tariffs, int scale) {
        takeWaiting();
        long[] order = ids == null ? null : ids.ids();
        if (order != null) {
            Arrays.sort(order);
        }
        var lines = new RatedLines.Builder(order, customers(), meterCount, decimals.scale(), scale);
        for (int customer = 0; customer < customers(); customer++) {
            long id = lines.customer(customer);
            int number = ids == null ? customer : ids.number(id);
            Tariff tariff = requireMeters(requireTariff(tariffs.apply(id), id));
            lines.start(customer, tariff);
            for (int meter = 0; meter < meterCount; meter++) {
                rate(number * meterCount + meter, tariff.prices().get(meter), lines);
            }
        }
        return lines.build();
    }

    private static Tariff requireTariff(@Nullable Tariff tariff, long customer) {
        if (tariff == null) { // a host's function may do that
            throw new InvalidArgumentException(
                    "argument.missing", "tariffOfCustomer", "must give a tariff for customer " + customer, null);
        }
        return tariff;
    }

    private Tariff requireMeters(Tariff tariff) {
        Require.that(
                tariff.prices().size() == meterCount,
                "bulk.tariff",
                "tariff",
                "must have a price for each of " + meterCount + " meters",
                tariff);
        tariff.requireQuantityScale(decimals.scale());
        return tariff;
    }

    /** How many customers there are, by ordinals; less than 0 for ids. */
    final int customerCount() {
        return customerCount;
    }

    /** How many customers there are, or have appeared. */
    final int customers() {
        return ids == null ? customerCount : ids.count();
    }

    final int mostLines() {
        return mostLines;
    }

    final int meterCount() {
        return meterCount;
    }

    final int quantityScale() {
        return decimals.scale();
    }

    final Period period() {
        return period;
    }

    /** How many events lay within the period and were taken in. */
    public final long counted() {
        return counted + waitingCount;
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
        return counted() + " events " + period + ", " + before + " before, " + after + " after, " + rejected.size()
                + " rejected";
    }
}
