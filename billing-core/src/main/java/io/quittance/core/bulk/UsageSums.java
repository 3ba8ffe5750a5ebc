package io.quittance.core.bulk;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Adds up usage by customer and meter and prices the sums; not safe to share between threads. Memory is constant for each
 * customer and meter, however many events there are.
 *
 * <p>{@code UsageSums.ofIds(10, 3, start, end)} takes quantities in thousandths on ten meters.
 */
@SuppressWarnings("serial") // shipped as what it has taken in
public final class UsageSums extends BulkRating implements Serializable {
    private static final long serialVersionUID = 1L;
    private long[] sums;
    private final Spill carried = new Spill();

    private UsageSums(int customers, int meters, int quantityScale, Period period, int mostLines) {
        super(customers, meters, quantityScale, period, mostLines);
        sums = new long[Math.max(customers, 0) * meters];
    }

    /**
     * Sums of customers that are numbered from 0.
     *
     * @param customers how many there are; with {@code meters} each, {@link #MAX_LINES} lines or fewer
     * @param meters how many there are, numbered from 0 too
     * @param quantityScale how many decimal places quantities have, 0 to 18
     * @param start the first instant of the period, a whole millisecond
     * @param end the first instant after it, a whole millisecond
     */
    public static UsageSums ofOrdinals(int customers, int meters, int quantityScale, Instant start, Instant end) {
        return new UsageSums(requireCustomers(customers), meters, quantityScale, new Period(start, end), MAX_LINES);
    }

    /**
     * Sums of customers with 64-bit ids, as many as appear; else as {@link #ofOrdinals}. More customers than make {@link
     * #MAX_LINES} lines are refused when they appear.
     */
    public static UsageSums ofIds(int meters, int quantityScale, Instant start, Instant end) {
        return ofIds(meters, quantityScale, start, end, MAX_LINES);
    }

    static UsageSums ofIds(int meters, int quantityScale, Instant start, Instant end, int mostLines) {
        return new UsageSums(-1, meters, quantityScale, new Period(start, end), mostLines);
    }

    /** An empty one for the same customers, meters and period, to be filled by another thread and {@link #merge}d. */
    public UsageSums part() {
        return new UsageSums(customerCount(), meterCount(), quantityScale(), period(), mostLines());
    }

    /**
     * Adds what another one took in, as if its usage had come in here.
     *
     * @throws IllegalArgumentException if it is for other customers, meters, scales or periods, or if there would be more
     *     than {@link #MAX_LINES} lines; then nothing has changed
     */
    public void merge(UsageSums other) {
        int[] numbers = mergeCustomers(other);
        for (int customer = 0; customer < numbers.length; customer++) {
            for (int meter = 0; meter < meterCount(); meter++) {
                int slot = numbers[customer] * meterCount() + meter;
                int from = customer * meterCount() + meter;
                accumulate(slot, other.sums[from]);
                if (other.carried.has(from)) {
                    carried.add(slot, other.carried.of(from));
                }
            }
        }
    }

    /**
     * The lines of all customers by one tariff, ordered by customer and meter; one also where nothing was used.
     *
     * @throws IllegalArgumentException if the tariff has not a price for each meter, or prices quantities of another scale;
     *     also where there is no customer
     */
    public RatedLines price(Tariff tariff) {
        return lines(tariff);
    }

    /**
     * As {@link #price(Tariff)}, where customers have tariffs of their own; all round to the same scale.
     *
     * @param tariffOfCustomer by ordinal or id; asked once for each customer, in order
     * @throws IllegalArgumentException if a tariff is missing, does not suit the meters and quantities, or rounds to another
     *     scale than that of the first customer
     */
    public RatedLines price(LongFunction<Tariff> tariffOfCustomer) {
        return lines(tariffOfCustomer);
    }

    @Override
    long quantity(int slot) {
        return sums[slot];
    }

    @Override
    Spill carried() {
        return carried;
    }

    @Override
    void reserveLines(int lines) {
        if (lines > sums.length) {
            sums = Arrays.copyOf(sums, grown(sums.length, lines));
        }
    }

    @Override
    @PerRow
    int takeUsual(int[] customers, int offset, UsageBatch batch, int from, int to) {
        int[] meters = batch.meters();
        long[] quantities = batch.quantities();
        long[] times = batch.times();
        long[] totals = sums;
        long start = period().startMillis();
        long end = period().endMillis();
        int customerCount = customers();
        int meterCount = meterCount();
        int earlier = 0;
        int later = 0;
        int row = from;
        try {
            for (; row < to; row++) {
                long time = times[row];
                if (time >= start && time < end) {
                    int customer = customers[row - offset];
                    int meter = meters[row];
                    if (customer < 0 || customer >= customerCount || meter < 0 || meter >= meterCount) {
                        break;
                    }
                    int slot = customer * meterCount + meter;
                    totals[slot] = Math.addExact(totals[slot], quantities[row]);
                } else if (time < start) {
                    earlier++;
                } else {
                    later++;
                }
            }
        } catch (ArithmeticException e) {
            // the sum at this row does not fit, and did not change
        }
        countOutside(earlier, later);
        return row;
    }

    @Override
    void accumulate(int slot, long quantity) {
        long sum = sums[slot];
        long next = sum + quantity;
        if (((sum ^ next) & (quantity ^ next)) < 0) {
            carried.add(slot, BigInteger.valueOf(sum));
            sums[slot] = quantity;
        } else {
            sums[slot] = next;
        }
    }

    @Override
    void accumulate(int slot, BigInteger quantity) {
        carried.add(slot, quantity);
    }

    @Override
    void rate(int slot, LinePrice price, RatedLines.Builder lines) {
        if (carried.has(slot)) {
            lines.large(carried.of(slot).add(BigInteger.valueOf(sums[slot])), price);
        } else {
            lines.line(sums[slot], price);
        }
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("the serial form is another class");
    }

    private Object writeReplace() {
        return takenIn(null);
    }
}
