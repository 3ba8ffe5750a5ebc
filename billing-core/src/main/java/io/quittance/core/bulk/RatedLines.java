package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What customers used and what it costs: one line for each customer and meter, and the total of each customer. Customers
 * are ordered by id, whatever the order of their events and the number of threads.
 *
 * <p>Amounts are unscaled {@code long}s at {@link #scale()}, such as cents; {@link #amount} gives any of them as a decimal,
 * also one that is larger.
 */
public final class RatedLines implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long @Nullable [] ids;
    private final int customers;
    private final int meters;
    private final int quantityScale;
    private final int scale;
    private final long[] quantities;
    private final long[] amounts;
    private final long[] totals;
    private final TreeMap<Integer, BigDecimal> largeQuantities;
    private final TreeMap<Integer, BigDecimal> largeAmounts;
    private final TreeMap<Integer, BigDecimal> largeTotals;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<RefusedLine> refused;

    private RatedLines(RatedLines read) {
        ids = read.ids == null ? null : requireLength(read.ids, read.customers, "ids");
        customers = read.customers;
        meters = read.meters;
        quantityScale = CompiledPrice.requireScale(read.quantityScale, "quantityScale");
        scale = CompiledPrice.requireScale(read.scale, "scale");
        quantities = requireLength(read.quantities, (long) customers * meters, "quantities");
        amounts = requireLength(read.amounts, (long) customers * meters, "amounts");
        totals = requireLength(read.totals, customers, "totals");
        largeQuantities = new TreeMap<>(read.largeQuantities);
        largeAmounts = new TreeMap<>(read.largeAmounts);
        largeTotals = new TreeMap<>(read.largeTotals);
        refused = List.copyOf(read.refused);
        for (int i = 1; ids != null && i < customers; i++) {
            Require.that(ids[i] > ids[i - 1], "bulk.rising", "ids", "must rise", ids[i]);
        }
    }

    private static long[] requireLength(long[] column, long length, String argument) {
        Require.that(column.length == length, "bulk.lines", argument, "must be " + length, column.length);
        return column.clone();
    }

    private RatedLines(Builder built) {
        ids = built.ids;
        customers = built.customers;
        meters = built.meters;
        quantityScale = built.quantityScale;
        scale = Math.max(built.scale, 0);
        quantities = built.quantities;
        amounts = built.amounts;
        totals = built.totals;
        largeQuantities = built.largeQuantities;
        largeAmounts = built.largeAmounts;
        largeTotals = built.largeTotals;
        refused = List.copyOf(built.refused);
    }

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** The ordinal or id of a customer by its place in the order, from 0. */
    public long customer(int index) {
        return ids == null ? Objects.checkIndex(index, customers) : ids[index];
    }

    /** How many meters there are. */
    public int meters() {
        return meters;
    }

    /** How many decimal places amounts have; 0 where customers have tariffs of their own and there is no customer. */
    public int scale() {
        return scale;
    }

    /** What the customer at a place in the order used on a meter. */
    public BigDecimal quantity(int index, int meter) {
        int line = line(index, meter);
        BigDecimal large = largeQuantities.get(line);
        return large == null ? BigDecimal.valueOf(quantities[line], quantityScale) : large;
    }

    /**
     * What a line costs, at {@link #scale()}.
     *
     * @throws IllegalArgumentException if it was {@link #refused()}
     */
    public BigDecimal amount(int index, int meter) {
        int line = line(index, meter);
        return decimal(amounts[line], largeAmounts.get(line), "line");
    }

    /**
     * As {@link #amount}, unscaled: 715 for 7.15.
     *
     * @throws ArithmeticException if it does not fit in a {@code long}
     */
    public long unscaled(int index, int meter) {
        long amount = amounts[line(index, meter)];
        return amount == LinePrice.LARGE ? fitting(amount(index, meter)) : amount;
    }

    /**
     * The sum of a customer's lines, at {@link #scale()}.
     *
     * @throws IllegalArgumentException if one of the lines was {@link #refused()}
     */
    public BigDecimal total(int index) {
        return decimal(totals[Objects.checkIndex(index, customers)], largeTotals.get(index), "total");
    }

    /**
     * As {@link #total}, unscaled.
     *
     * @throws ArithmeticException if it does not fit in a {@code long}
     */
    public long unscaledTotal(int index) {
        long total = totals[Objects.checkIndex(index, customers)];
        return total == LinePrice.LARGE ? fitting(total(index)) : total;
    }

    /** The lines that have no price, in order. */
    public List<RefusedLine> refused() {
        return refused;
    }

    private int line(int index, int meter) {
        return Objects.checkIndex(index, customers) * meters + Objects.checkIndex(meter, meters);
    }

    private BigDecimal decimal(long unscaled, @Nullable BigDecimal large, String argument) {
        if (unscaled != LinePrice.LARGE) {
            return BigDecimal.valueOf(unscaled, scale);
        }
        if (large == null) {
            throw new InvalidArgumentException("bulk.refused", argument, "must have been priced", null);
        }
        return large;
    }

    private static long fitting(BigDecimal amount) {
        return amount.unscaledValue().longValueExact();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new RatedLines(this);
    }

    /** For example {@code 100 lines of 10 customers, 0 refused}. */
    @Override
    public String toString() {
        return (long) customers * meters + " lines of " + customers + " customers, " + refused.size() + " refused";
    }

    /** Filled line by line, in order. */
    static final class Builder {
        /** Of lines whose scale the first tariff tells. */
        static final int NO_SCALE = -1;

        private final long @Nullable [] ids;
        private final int customers;
        private final int meters;
        private final int quantityScale;
        private final long[] quantities;
        private final long[] amounts;
        private final long[] totals;
        private final TreeMap<Integer, BigDecimal> largeQuantities = new TreeMap<>();
        private final TreeMap<Integer, BigDecimal> largeAmounts = new TreeMap<>();
        private final TreeMap<Integer, BigDecimal> largeTotals = new TreeMap<>();
        private final List<RefusedLine> refused = new ArrayList<>();
        private @Nullable Tariff tariff;
        private int scale;
        private int index;
        private int next;

        Builder(long @Nullable [] ids, int customers, int meters, int quantityScale, int scale) {
            this.scale = scale;
            this.ids = ids;
            this.customers = customers;
            this.meters = meters;
            this.quantityScale = quantityScale;
            quantities = new long[customers * meters];
            amounts = new long[customers * meters];
            totals = new long[customers];
        }

        long customer(int place) {
            return ids == null ? place : ids[place];
        }

        /** The lines of the customer at that place follow. */
        void start(int place, Tariff tariffOfCustomer) {
            Require.that(
                    scale == NO_SCALE || scale == tariffOfCustomer.scale(),
                    "bulk.scale",
                    "tariff",
                    "must round to " + scale + " decimal places, as that of the first customer",
                    tariffOfCustomer);
            tariff = tariffOfCustomer;
            scale = tariffOfCustomer.scale();
            index = place;
            next = place * meters;
        }

        private Tariff tariff() {
            return requireNonNull(tariff);
        }

        /** A line of a quantity that fits. */
        void line(long quantity, LinePrice price) {
            if (quantity < 0) { // which only the other method may refuse
                large(BigInteger.valueOf(quantity), price);
                return;
            }
            long amount;
            try {
                amount = price.priced(quantity, scale, tariff().mode());
            } catch (RuntimeException e) { // a host's own may do that
                quantities[next] = quantity;
                refuse(e);
                next++;
                return;
            }
            put(quantity, amount, price);
        }

        /** A line of a quantity whose exact price is known. */
        void line(long quantity, long exact, CompiledPrice price) {
            RoundingMode mode = tariff().mode();
            put(
                    quantity,
                    mode == RoundingMode.UNNECESSARY ? LinePrice.LARGE : price.rounded(exact, scale, mode),
                    price);
        }

        private void put(long quantity, long amount, LinePrice price) {
            if (amount == LinePrice.LARGE) {
                large(BigInteger.valueOf(quantity), price);
                return;
            }
            quantities[next] = quantity;
            amounts[next] = amount;
            addToTotal(amount);
            next++;
        }

        /** A line that takes decimals: a large quantity, a large amount, or a model that is asked. */
        void large(BigInteger unscaled, LinePrice price) {
            var quantity = new BigDecimal(unscaled, quantityScale);
            if (unscaled.bitLength() < Long.SIZE) {
                quantities[next] = unscaled.longValueExact();
            } else {
                largeQuantities.put(next, quantity);
            }
            try {
                putLarge(answer(price, quantity).setScale(scale, RoundingMode.UNNECESSARY));
            } catch (RuntimeException e) {
                refuse(e);
            }
            next++;
        }

        private BigDecimal answer(LinePrice price, BigDecimal quantity) {
            BigDecimal amount = price.price(quantity, scale, tariff().mode());
            if (amount == null) { // a host's own may do that
                throw new InvalidArgumentException(
                        "price.no-answer", "price", "must price " + quantity.toPlainString(), "no answer");
            }
            return amount;
        }

        private void putLarge(BigDecimal amount) {
            BigInteger unscaled = amount.unscaledValue();
            if (unscaled.bitLength() < Long.SIZE && unscaled.longValueExact() != LinePrice.LARGE) {
                amounts[next] = unscaled.longValueExact();
                addToTotal(amounts[next]);
            } else {
                amounts[next] = LinePrice.LARGE;
                largeAmounts.put(next, amount);
                addToTotal(amount);
            }
        }

        private void refuse(RuntimeException e) {
            String code = e instanceof Refusal refusal ? refusal.code() : "price.failed";
            String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
            amounts[next] = LinePrice.LARGE;
            totals[index] = LinePrice.LARGE;
            largeTotals.remove(index);
            refused.add(new RefusedLine(customer(index), next % meters, code, reason));
        }

        private void addToTotal(long amount) {
            long before = totals[index];
            long sum = before + amount;
            if (before == LinePrice.LARGE || ((before ^ sum) & (amount ^ sum)) < 0 || sum == LinePrice.LARGE) {
                addToTotal(BigDecimal.valueOf(amount, scale));
            } else {
                totals[index] = sum;
            }
        }

        private void addToTotal(BigDecimal amount) {
            BigDecimal before = totals[index] == LinePrice.LARGE
                    ? largeTotals.get(index)
                    : BigDecimal.valueOf(totals[index], scale);
            if (before != null) { // else a line of it was refused
                totals[index] = LinePrice.LARGE;
                largeTotals.put(index, before.add(amount));
            }
        }

        RatedLines build() {
            return new RatedLines(this);
        }
    }
}
