package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that was compiled once: straight pieces over the quantity, each with its unit price and what all below it costs
 * in arrays, so that pricing is a search, one product and one sum. Exact up to the rounding of the line; a value that does
 * not fit in a {@code long} is computed in {@code BigInteger}s, with the same cents.
 *
 * <p>Per unit, graduated, volume, stair-step and flat prices are such pieces. Up to 1000 units at 0.10 and 0.08 beyond, for
 * quantities in thousandths: {@code CompiledPrice.inScale(3).from("0", "0", "0.10").above("1000", "100", "0.08").compile()}.
 */
public final class CompiledPrice implements LinePrice, Serializable {
    private static final long serialVersionUID = 1L;
    /** Longer than any sum of products of numbers from outside. */
    private static final int LONGEST = 1_000;
    /** As of every exact result. */
    private static final int LONGEST_SUM = 2 * Require.MAX_PRECISION;

    private final int quantityScale;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Piece> pieces;

    // derived from the above: pieces over whole numbers of the smallest quantity
    private final transient int exactScale;
    private final transient BigInteger[] largeFirst;
    private final transient BigInteger[] largeSlope;
    private final transient BigInteger[] largeIntercept;
    private final transient long[] first;
    private final transient long[] slope;
    private final transient long[] intercept;
    private final transient long largest;

    /** A straight piece as it was given. */
    private record Piece(BigDecimal lower, boolean included, BigDecimal base, BigDecimal unitPrice)
            implements Serializable {}

    private CompiledPrice(int quantityScale, List<Piece> given) {
        this.quantityScale = quantityScale;
        pieces = List.copyOf(given);
        List<Piece> used = withoutHidden();
        exactScale = scaleOf(used);
        int count = used.size();
        largeFirst = new BigInteger[count];
        largeSlope = new BigInteger[count];
        largeIntercept = new BigInteger[count];
        for (int k = 0; k < count; k++) {
            Piece piece = used.get(k);
            largeFirst[k] = firstOf(piece);
            largeSlope[k] = unscaled(piece.unitPrice(), exactScale - quantityScale);
            largeIntercept[k] = unscaled(interceptOf(piece), exactScale);
        }
        largest = largestThatFits();
        int fitting = 0;
        while (fitting < count && largeFirst[fitting].compareTo(BigInteger.valueOf(largest)) <= 0) {
            fitting++;
        }
        first = longs(largeFirst, fitting);
        slope = longs(largeSlope, fitting);
        intercept = longs(largeIntercept, fitting);
    }

    /** Begins a price for quantities of so many decimal places, 0 to 18; the pieces follow. */
    public static Builder inScale(int quantityScale) {
        return new Builder(requireScale(quantityScale, "quantityScale"));
    }

    static int requireScale(int scale, String argument) {
        Require.that(
                scale >= 0 && scale <= Require.MAX_SCALE,
                "bulk.scale",
                argument,
                "must be between 0 and " + Require.MAX_SCALE,
                scale);
        return scale;
    }

    /** How many decimal places quantities have. */
    public int quantityScale() {
        return quantityScale;
    }

    /**
     * What the quantity costs, rounded once.
     *
     * @param quantity zero or more, of at most {@link #quantityScale()} decimal places and 76 digits: as a sum of numbers
     *     from outside it may be longer than one of them
     * @param scale 0 to 18
     */
    @Override
    public BigDecimal price(BigDecimal quantity, int scale, RoundingMode mode) {
        requireScale(scale, "scale");
        requireNonNull(mode, "mode");
        BigInteger exact = exact(unscaledQuantity(quantity));
        int surplus = exactScale - scale;
        BigInteger rounded = surplus >= 0
                ? LongMath.divide(exact, BigInteger.TEN.pow(surplus), mode)
                : exact.multiply(BigInteger.TEN.pow(-surplus));
        return new BigDecimal(rounded, scale);
    }

    private BigInteger unscaledQuantity(BigDecimal quantity) {
        BigDecimal number = Require.number(quantity, "quantity", quantityScale, LONGEST_SUM);
        Require.that(number.signum() >= 0, "number.negative", "quantity", "must not be negative", number);
        return unscaled(number, quantityScale);
    }

    /**
     * As {@link #price}, in numbers that fit in a {@code long}.
     *
     * @param scale 0 to 18
     */
    @Override
    public long priced(long quantity, int scale, RoundingMode mode) {
        requireScale(scale, "scale");
        requireNonNull(mode, "mode");
        if (quantity < 0 || quantity > largest || mode == RoundingMode.UNNECESSARY) {
            return LARGE;
        }
        return rounded(exact(quantity), scale, mode);
    }

    /** An exact price, rounded; {@link #LARGE} where that takes more than a {@code long}. */
    long rounded(long exact, int scale, RoundingMode mode) {
        int surplus = exactScale - scale;
        if (surplus >= 0) {
            return surplus <= LongMath.MAX_POWER ? LongMath.divide(exact, LongMath.powerOfTen(surplus), mode) : LARGE;
        }
        long power = LongMath.powerOfTen(-surplus);
        return LongMath.fitsProduct(exact, power) ? exact * power : LARGE;
    }

    /** How many decimal places exact prices have. */
    int exactScale() {
        return exactScale;
    }

    /** The largest quantity whose exact price, and that of every smaller one, fits; -1 where not even zero does. */
    long largest() {
        return largest;
    }

    /** The exact price of a quantity from 0 to {@link #largest()}. */
    long exact(long quantity) {
        int piece = piece(quantity);
        return slope[piece] * quantity + intercept[piece];
    }

    /** The exact price of any quantity, zero or more. */
    BigInteger exact(BigInteger quantity) {
        int piece = largeFirst.length - 1;
        while (largeFirst[piece].compareTo(quantity) > 0) {
            piece--;
        }
        return largeSlope[piece].multiply(quantity).add(largeIntercept[piece]);
    }

    /** The piece to which a quantity from 0 to {@link #largest()} belongs. */
    int piece(long quantity) {
        int piece = Arrays.binarySearch(first, quantity);
        return piece >= 0 ? piece : -piece - 2;
    }

    /** The price of one smallest quantity in a piece. */
    long slope(int piece) {
        return slope[piece];
    }

    /** The last quantity of a piece, or {@link #largest()} if that is less. */
    long last(int piece) {
        return piece + 1 < first.length ? first[piece + 1] - 1 : largest;
    }

    /** Pieces that begin between two neighbouring quantities hide the ones before them. */
    private List<Piece> withoutHidden() {
        var used = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (!used.isEmpty() && firstOf(used.get(used.size() - 1)).equals(firstOf(piece))) {
                used.remove(used.size() - 1);
            }
            used.add(piece);
        }
        return used;
    }

    /** The smallest quantity that belongs to the piece. */
    private BigInteger firstOf(Piece piece) {
        BigDecimal lower = piece.lower().movePointRight(quantityScale);
        return piece.included()
                ? lower.setScale(0, RoundingMode.CEILING).toBigInteger()
                : lower.setScale(0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE);
    }

    /** What the piece would cost at zero if it went on so far. */
    private static BigDecimal interceptOf(Piece piece) {
        return piece.base().subtract(piece.lower().multiply(piece.unitPrice()));
    }

    private int scaleOf(List<Piece> used) {
        int scale = quantityScale;
        for (Piece piece : used) {
            scale = Math.max(scale, quantityScale + placesOf(piece.unitPrice()));
            scale = Math.max(scale, placesOf(interceptOf(piece)));
        }
        return scale;
    }

    private static int placesOf(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private static BigInteger unscaled(BigDecimal number, int scale) {
        return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }

    /** Prices and bases are not negative, so that each piece rises and its last quantity is its largest price. */
    private long largestThatFits() {
        BigInteger max = BigInteger.valueOf(Long.MAX_VALUE);
        BigInteger reached = BigInteger.ONE.negate();
        for (int k = 0; k < largeFirst.length; k++) {
            BigInteger last = k + 1 < largeFirst.length ? largeFirst[k + 1].subtract(BigInteger.ONE) : max;
            BigInteger fits = largeIntercept[k].bitLength() < Long.SIZE && largeSlope[k].bitLength() < Long.SIZE
                    ? fitting(largeSlope[k], max.subtract(largeIntercept[k].max(BigInteger.ZERO)))
                    : reached;
            reached = reached.max(fits.min(last).min(max));
            if (reached.compareTo(last) < 0) {
                break;
            }
        }
        return reached.longValueExact();
    }

    private static BigInteger fitting(BigInteger slope, BigInteger room) {
        return slope.signum() == 0 ? BigInteger.valueOf(Long.MAX_VALUE) : room.divide(slope);
    }

    private static long[] longs(BigInteger[] numbers, int count) {
        var longs = new long[count];
        for (int i = 0; i < count; i++) {
            longs[i] = numbers[i].longValueExact();
        }
        return longs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompiledPrice that
                && quantityScale == that.quantityScale
                && exactScale == that.exactScale
                && Arrays.equals(largeFirst, that.largeFirst)
                && Arrays.equals(largeSlope, that.largeSlope)
                && Arrays.equals(largeIntercept, that.largeIntercept);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(largeFirst) + Arrays.hashCode(largeSlope);
    }

    /** For example {@code from 0: 0 + 0.10 per unit, above 1000: 100 + 0.08 per unit}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(piece.included() ? "from " : "above ")
                    .append(piece.lower().toPlainString())
                    .append(": ")
                    .append(piece.base().toPlainString())
                    .append(" + ")
                    .append(piece.unitPrice().toPlainString())
                    .append(" per unit");
        }
        return text.toString();
    }

    /** Checked, and compiled, again on the way back in. */
    private Object readResolve() {
        Builder builder = inScale(quantityScale);
        pieces.forEach(builder::add);
        return builder.compile();
    }

    /** Collects the pieces of a price by rising quantity; not safe to share between threads. */
    public static final class Builder {
        private final int quantityScale;
        private final List<Piece> pieces = new ArrayList<>();

        private Builder(int quantityScale) {
            this.quantityScale = quantityScale;
        }

        /**
         * A piece that begins at a quantity and includes it: there it costs {@code base}, and each unit more {@code
         * unitPrice}. The first piece begins at 0.
         *
         * @param base exact, zero or more; with all that is due below and at {@code lower}
         * @param unitPrice exact, zero or more
         */
        public Builder from(BigDecimal lower, BigDecimal base, BigDecimal unitPrice) {
            return add(new Piece(lower, true, base, unitPrice));
        }

        /** As {@link #from(BigDecimal, BigDecimal, BigDecimal)}, from text. */
        public Builder from(String lower, String base, String unitPrice) {
            return from(decimal(lower, "lower"), decimal(base, "base"), decimal(unitPrice, "unitPrice"));
        }

        /**
         * A piece for all that is more than a quantity: just above it costs {@code base}, and each unit more {@code
         * unitPrice}.
         */
        public Builder above(BigDecimal lower, BigDecimal base, BigDecimal unitPrice) {
            return add(new Piece(lower, false, base, unitPrice));
        }

        /** As {@link #above(BigDecimal, BigDecimal, BigDecimal)}, from text. */
        public Builder above(String lower, String base, String unitPrice) {
            return above(decimal(lower, "lower"), decimal(base, "base"), decimal(unitPrice, "unitPrice"));
        }

        private Builder add(Piece piece) {
            requireNotNegative(piece.lower(), "lower");
            requireNotNegative(piece.base(), "base");
            requireNotNegative(piece.unitPrice(), "unitPrice");
            if (pieces.isEmpty()) {
                Require.that(
                        piece.included() && piece.lower().signum() == 0,
                        "compiled.start",
                        "lower",
                        "must be from 0 for the first piece",
                        piece.lower());
            } else {
                Piece before = pieces.get(pieces.size() - 1);
                int rises = piece.lower().compareTo(before.lower());
                Require.that(
                        rises > 0 || (rises == 0 && before.included() && !piece.included()),
                        "compiled.order",
                        "lower",
                        "must be more than " + before.lower().toPlainString(),
                        piece.lower().toPlainString());
            }
            pieces.add(piece);
            return this;
        }

        private static void requireNotNegative(BigDecimal number, String argument) {
            Require.that(
                    requireNonNull(number, argument).signum() >= 0,
                    "number.negative",
                    argument,
                    "must not be negative",
                    number);
            Require.that(
                    Require.isWithin(number, LONGEST, LONGEST),
                    "number.length",
                    argument,
                    "must have at most " + LONGEST + " digits and decimal places",
                    number.precision());
        }

        private static BigDecimal decimal(String text, String argument) {
            return Require.decimal(text, argument);
        }

        /** The price; one piece or more. */
        public CompiledPrice compile() {
            Require.notEmpty(pieces, "pieces");
            return new CompiledPrice(quantityScale, pieces);
        }
    }
}
