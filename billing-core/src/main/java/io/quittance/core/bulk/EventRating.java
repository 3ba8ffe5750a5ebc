package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Rates every event at the place that it has in the tiers, splitting it where it crosses a bound, and adds up the exact
 * amounts; the line is rounded once. Not safe to share between threads.
 *
 * <p>The lines are those of {@link UsageSums}: with 1000 units at 0.10 and 0.08 beyond, events of 990 and 20 units cost
 * 99.00 and 1.80, together what 1010 units cost.
 */
@SuppressWarnings("serial") // shipped as what it has taken in
public final class EventRating extends BulkRating implements Serializable {
    private static final long serialVersionUID = 1L;
    // the state of a slot, side by side in one cache line
    private static final int STATE = 4;
    /** How much fits into the current piece of the price. */
    private static final int LEFT = 0;
    /** What one smallest quantity costs there. */
    private static final int SLOPE = 1;
    /** The sum of the exact amounts. */
    private static final int AMOUNT = 2;
    /** The last quantity of the piece. What was used so far is this less {@link #LEFT}. */
    private static final int LAST = 3;

    /** {@link #LEFT} of a slot whose quantity is carried on in a BigInteger. */
    private static final long CARRIED = -1;

    private final Tariff tariff;
    private final List<CompiledPrice> prices;
    private long[] states;
    private final Spill carried = new Spill();

    private EventRating(int customers, Tariff tariff, List<CompiledPrice> prices, int quantityScale, Period period) {
        super(customers, prices.size(), quantityScale, period, MAX_LINES);
        this.tariff = tariff;
        this.prices = prices;
        states = new long[Math.max(customers, 0) * prices.size() * STATE];
    }

    /**
     * For customers that are numbered from 0.
     *
     * @param customers how many there are
     * @param tariff a compiled price for each meter, all for quantities of the same scale
     * @param start the first instant of the period, a whole millisecond
     * @param end the first instant after it, a whole millisecond
     * @throws IllegalArgumentException if a price is not compiled: a model that must be asked knows only whole lines
     */
    public static EventRating ofOrdinals(int customers, Tariff tariff, Instant start, Instant end) {
        return of(requireCustomers(customers), tariff, start, end);
    }

    /**
     * For customers with 64-bit ids, as many as appear; else as {@link #ofOrdinals}. More customers than make {@link
     * #MAX_LINES} lines are refused when they appear.
     */
    public static EventRating ofIds(Tariff tariff, Instant start, Instant end) {
        return of(-1, tariff, start, end);
    }

    private static EventRating of(int customers, Tariff tariff, Instant start, Instant end) {
        List<CompiledPrice> prices = requireNonNull(tariff, "tariff").compiled();
        Require.that(
                prices.size() == tariff.prices().size(),
                "bulk.compiled",
                "tariff",
                "must have compiled prices only",
                tariff);
        return new EventRating(customers, tariff, prices, prices.get(0).quantityScale(), new Period(start, end));
    }

    /** An empty one for the same customers, tariff and period, to be filled by another thread and {@link #merge}d. */
    public EventRating part() {
        return new EventRating(customerCount(), tariff, prices, quantityScale(), period());
    }

    /**
     * Adds what another one took in, as if its events had come after those here. The lines are the same whichever comes
     * first.
     *
     * @throws IllegalArgumentException if it is for other customers, another tariff or period, or if there would be more
     *     than {@link #MAX_LINES} lines; then nothing has changed
     */
    public void merge(EventRating other) {
        Require.that(
                tariff.equals(requireNonNull(other, "other").tariff),
                "bulk.merge",
                "other",
                "must have the same tariff",
                other.tariff);
        int[] numbers = mergeCustomers(other);
        for (int customer = 0; customer < numbers.length; customer++) {
            for (int meter = 0; meter < meterCount(); meter++) {
                int slot = numbers[customer] * meterCount() + meter;
                int from = customer * meterCount() + meter;
                if (other.carried.has(from)) {
                    accumulate(slot, other.carried.of(from));
                } else {
                    accumulate(slot, used(other.states, from * STATE));
                }
            }
        }
    }

    /** The lines of all customers, ordered by customer and meter; one also where nothing was used. */
    public RatedLines lines() {
        return lines(tariff);
    }

    @Override
    long quantity(int slot) {
        return used(states, slot * STATE);
    }

    @Override
    Spill carried() {
        return carried;
    }

    @Override
    void reserveLines(int lines) {
        if (lines * STATE > states.length) {
            states = Arrays.copyOf(states, grown(states.length, lines * STATE));
        }
    }

    @Override
    @PerRow
    int takeUsual(int[] customers, int offset, UsageBatch batch, int from, int to) {
        int[] meters = batch.meters();
        long[] quantities = batch.quantities();
        long[] times = batch.times();
        long[] all = states;
        long start = period().startMillis();
        long end = period().endMillis();
        int customerCount = customers();
        int meterCount = meterCount();
        int earlier = 0;
        int later = 0;
        int row = from;
        for (; row < to; row++) {
            long time = times[row];
            if (time >= start && time < end) {
                int customer = customers[row - offset];
                int meter = meters[row];
                if (customer < 0 || customer >= customerCount || meter < 0 || meter >= meterCount) {
                    break;
                }
                int slot = customer * meterCount + meter;
                long quantity = quantities[row];
                long left = all[slot * STATE + LEFT];
                if (quantity >= 0 && quantity <= left) {
                    all[slot * STATE + LEFT] = left - quantity;
                    all[slot * STATE + AMOUNT] += quantity * all[slot * STATE + SLOPE];
                } else {
                    cross(slot, meter, quantity);
                }
            } else if (time < start) {
                earlier++;
            } else {
                later++;
            }
        }
        countOutside(earlier, later);
        return row;
    }

    @Override
    void accumulate(int slot, long quantity) {
        int at = slot * STATE;
        long left = states[at + LEFT];
        if (quantity >= 0 && quantity <= left) {
            states[at + LEFT] = left - quantity;
            states[at + AMOUNT] += quantity * states[at + SLOPE];
        } else {
            cross(slot, slot % meterCount(), quantity);
        }
    }

    /**
     * An event that crosses the bound of a piece, or is the first: it costs the exact price after it less the exact price
     * before it. What is beyond the range of a {@code long}, or takes usage back, is carried on as a quantity alone; its
     * exact price is the sum of its events.
     */
    private void cross(int slot, int meter, long quantity) {
        int at = slot * STATE;
        CompiledPrice price = prices.get(meter);
        long before = used(states, at);
        if (carried.has(slot) || quantity < 0 || before > price.largest() || quantity > price.largest() - before) {
            accumulate(slot, BigInteger.valueOf(quantity));
            return;
        }
        long after = before + quantity;
        int piece = price.piece(after);
        states[at + AMOUNT] += price.exact(after) - price.exact(before);
        states[at + LEFT] = price.last(piece) - after;
        states[at + SLOPE] = price.slope(piece);
        states[at + LAST] = price.last(piece);
    }

    @Override
    void accumulate(int slot, BigInteger quantity) {
        int at = slot * STATE;
        if (!carried.has(slot)) {
            carried.add(slot, BigInteger.valueOf(used(states, at)));
        }
        carried.add(slot, quantity);
        states[at + LEFT] = CARRIED;
        states[at + LAST] = CARRIED;
    }

    /** What was used so far, by a state; 0 where it is carried. */
    private static long used(long[] states, int at) {
        return states[at + LAST] - states[at + LEFT];
    }

    @Override
    void rate(int slot, LinePrice price, RatedLines.Builder lines) {
        int at = slot * STATE;
        long used = used(states, at);
        if (carried.has(slot)) {
            lines.large(carried.of(slot), price);
        } else if (used == 0) {
            lines.line(0, price);
        } else {
            CompiledPrice compiled = prices.get(slot % meterCount());
            lines.line(used, compiled.exact(0) + states[at + AMOUNT], compiled);
        }
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("the serial form is another class");
    }

    private Object writeReplace() {
        return takenIn(tariff);
    }
}
