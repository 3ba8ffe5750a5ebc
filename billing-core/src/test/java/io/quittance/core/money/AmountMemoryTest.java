package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.EUR;
import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What fits in a long is computed in longs: an operation makes its result and no number beside it. Nothing is timed: what
 * the thread allocates is counted, and a way round by {@code BigDecimal} or {@code BigInteger} shows as more of it.
 */
class AmountMemoryTest {
    private static final int REPEATS = 10_000;
    private static final Rounding CENT = Rounding.halfUp(2);
    private static final Rounding WHOLE = Rounding.halfUp(0);

    private static final Amount ZERO = eur("0");
    private static final Amount NOTHING = eur("0.00");
    private static final Amount ONE = eur("1");
    private static final Amount TENTH = eur("0.1");
    private static final Amount MORE = eur("7.10");
    private static final Amount LESS = eur("0.55");
    private static final Amount MINUS = eur("-7.10");
    private static final Amount MANY = eur("1000000000000000.1");
    private static final Amount FINE = Amount.ofScaled(500_000_000_000_000_000L, 18, EUR);

    private static volatile Object made = ONE;
    private static volatile long asked;

    private record Operation(String name, int amounts, int decimals, Runnable work) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Operation makes(String name, int amounts, int decimals, Supplier<?> operation) {
        return new Operation(name, amounts, decimals, () -> made = operation.get());
    }

    private static Operation asks(String name, LongSupplier question) {
        return new Operation(name, 0, 0, () -> asked = question.getAsLong());
    }

    static Stream<Operation> operations() {
        Amount largest = eur("9223372036854775807");
        BigDecimal longest = BigDecimal.valueOf(Long.MAX_VALUE);
        BigDecimal digits = dec("1234567890123456.78");
        BigDecimal vat = dec("1.19");
        BigDecimal fine = dec("0.000000000000000005");
        return Stream.of(
                makes("sum", 1, 0, () -> MORE.add(LESS)),
                makes("sum of nothing", 1, 0, () -> NOTHING.add(NOTHING)),
                makes("sum of more and less than nothing", 1, 0, () -> LESS.add(MINUS)),
                makes("sum with fewer places", 1, 0, () -> MORE.add(TENTH)),
                makes("sum with more places", 1, 0, () -> TENTH.add(MORE)),
                makes("sum of more and less with other places", 1, 0, () -> TENTH.add(MINUS)),
                makes("sum of nothing with other places", 1, 0, () -> NOTHING.add(ZERO)),
                makes("sum of many digits with other places", 1, 0, () -> MANY.add(LESS)),
                makes("sum with the most places", 1, 0, () -> ONE.add(FINE)),
                makes("difference", 1, 0, () -> LESS.subtract(MORE)),
                makes("difference that is nothing", 1, 0, () -> LESS.subtract(LESS)),
                makes("difference of less than nothing", 1, 0, () -> MINUS.subtract(LESS)),
                makes("difference of the largest", 1, 0, () -> largest.subtract(ONE)),
                makes("product", 1, 0, () -> LESS.multiply(3)),
                makes("product with one", 0, 0, () -> LESS.multiply(1)),
                makes("other sign", 1, 0, LESS::negate),
                makes("size of nothing", 0, 0, NOTHING::abs),
                makes("part", 1, 0, () -> LESS.prorated(1, 3, CENT)),
                makes("part with more places", 1, 0, () -> TENTH.prorated(1, 3, CENT)),
                makes("part with the most places less", 1, 0, () -> FINE.prorated(1, 9, WHOLE)),
                makes("rounded", 1, 0, () -> FINE.rounded(CENT)),
                makes("rounded to a whole", 1, 0, () -> FINE.rounded(WHOLE)),
                makes("rounded where it is short", 0, 0, () -> LESS.rounded(CENT)),
                asks("comparison", () -> LESS.compareTo(MORE)),
                asks("comparison of more and less than nothing", () -> LESS.compareTo(MINUS)),
                asks("comparison of other places", () -> TENTH.compareTo(MINUS)),
                asks("cents", () -> LESS.toUnscaledLong(2)),
                asks("whether it is whole cents", () -> LESS.fits(2) ? 1 : 0),
                // a decimal that is read has its point moved, and a factor is held against the largest long besides
                makes("reading a decimal", 1, 1, () -> Amount.of(digits, EUR)),
                makes("product with a decimal", 1, 2, () -> LESS.multiply(vat)),
                makes("product with the largest", 1, 2, () -> ONE.multiply(longest)),
                makes("product with the most places", 1, 2, () -> FINE.multiply(fine)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void makesItsResultAndNoNumberBesideIt(Operation operation) throws ReflectiveOperationException {
        long amount = allocated(() -> made = Amount.ofScaled(55, 2, EUR));
        long decimal = allocated(() -> made = BigDecimal.valueOf(55, 2));
        assertThat(amount).isPositive();
        assertThat(decimal).isPositive();
        assertThat(allocated(operation.work))
                .isLessThanOrEqualTo(operation.amounts * amount + operation.decimals * decimal);
    }

    /** The parts, and what is left of each share. */
    @Test
    void splitsInTwoArraysOfLongs() throws ReflectiveOperationException {
        long[] weights = {1, 0, 2};
        Apportionment rule = Apportionment.largestRemainder(2);
        long array = allocated(() -> made = new long[weights.length]);
        assertThat(allocated(() -> made = rule.split(1_000, weights))).isLessThanOrEqualTo(2 * array);
    }

    /** Bytes for each time, not counting what the counting takes: less than one for each. */
    private static long allocated(Runnable work) throws ReflectiveOperationException {
        work.run();
        long before = allocated();
        for (int i = 0; i < REPEATS; i++) {
            work.run();
        }
        return (allocated() - before) / REPEATS;
    }

    /** What this thread has allocated so far; the module of the test does not read that of the bean. */
    private static long allocated() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method bytes =
                Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        return (Long) bytes.invoke(threads, Thread.currentThread().getId());
    }
}
