package io.quittance.benchmarks.w6;

import static io.quittance.benchmarks.w6.Inputs.CENTS;
import static io.quittance.benchmarks.w6.Inputs.COUNT;
import static io.quittance.benchmarks.w6.Inputs.MASK;
import static io.quittance.benchmarks.w6.Inputs.MILLIS;
import static io.quittance.benchmarks.w6.Inputs.WEIGHTS;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The amount that ships. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AmountPrimitives implements Primitives {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS_HALF_UP = Rounding.halfUp(2);
    private static final Apportionment FIRST = Apportionment.remainderToFirst(2);
    private final Amount[] amounts = new Amount[COUNT];
    private final Amount[] products = new Amount[COUNT];
    private final BigDecimal[] quantities = new BigDecimal[COUNT];

    /** Makes the inputs. */
    public AmountPrimitives() {
        for (int i = 0; i < COUNT; i++) {
            amounts[i] = create(i);
            quantities[i] = BigDecimal.valueOf(MILLIS[i], 3);
            products[i] = multiply(i);
        }
    }

    private int at;

    /** Amount i plus amount i + 1. */
    @Benchmark
    public Amount add() {
        return add(at = (at + 1) & MASK);
    }

    /** Amount i times quantity i. */
    @Benchmark
    public Amount multiply() {
        return multiply(at = (at + 1) & MASK);
    }

    /** A product to cents. */
    @Benchmark
    public Amount round() {
        return round(at = (at + 1) & MASK);
    }

    /** Amount i times 17/31, to cents. */
    @Benchmark
    public Amount prorate() {
        return prorate(at = (at + 1) & MASK);
    }

    /** Amount i over seven weights. */
    @Benchmark
    public List<Amount> allocate() {
        return allocate(at = (at + 1) & MASK);
    }

    /** Amount i from its number. */
    @Benchmark
    public Amount create() {
        return create(at = (at + 1) & MASK);
    }

    /** Amount i over seven weights, by the bulk door. */
    @Benchmark
    public long[] allocateBulk() {
        return allocateMinor(at = (at + 1) & MASK);
    }

    /** The currency by its code, as a host would look it up. */
    @Benchmark
    public CurrencyUnit lookUpCurrency() {
        return Monetary.getCurrency("EUR");
    }

    Amount add(int i) {
        return amounts[i].add(amounts[(i + 1) & MASK]);
    }

    Amount multiply(int i) {
        return amounts[i].multiply(quantities[i]);
    }

    Amount round(int i) {
        return products[i].rounded(CENTS_HALF_UP);
    }

    Amount prorate(int i) {
        return amounts[i].prorated(17, 31, CENTS_HALF_UP);
    }

    List<Amount> allocate(int i) {
        return FIRST.split(amounts[i], WEIGHTS);
    }

    long[] allocateMinor(int i) {
        return FIRST.split(CENTS[i], WEIGHTS);
    }

    Amount create(int i) {
        return Amount.ofMinor(CENTS[i], EUR);
    }

    @Override
    public long addInCents(int i) {
        return scaled(add(i), 2);
    }

    @Override
    public long multiplyInScale5(int i) {
        return scaled(multiply(i), 5);
    }

    @Override
    public long roundInCents(int i) {
        return scaled(round(i), 2);
    }

    @Override
    public long prorateInCents(int i) {
        return scaled(prorate(i), 2);
    }

    @Override
    public long[] allocateInCents(int i) {
        return allocate(i).stream().mapToLong(part -> scaled(part, 2)).toArray();
    }

    @Override
    public long createInCents(int i) {
        return scaled(create(i), 2);
    }

    private static long scaled(Amount amount, int places) {
        return amount.toUnscaledLong(places);
    }
}
