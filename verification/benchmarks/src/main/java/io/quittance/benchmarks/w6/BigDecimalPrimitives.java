package io.quittance.benchmarks.w6;

import static io.quittance.benchmarks.w6.Inputs.CENTS;
import static io.quittance.benchmarks.w6.Inputs.COUNT;
import static io.quittance.benchmarks.w6.Inputs.MASK;
import static io.quittance.benchmarks.w6.Inputs.MILLIS;
import static io.quittance.benchmarks.w6.Inputs.WEIGHTS;
import static io.quittance.benchmarks.w6.Inputs.WEIGHT_SUM;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What careful users write today: BigDecimal with explicit rounding. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BigDecimalPrimitives implements Primitives {
    private final BigDecimal[] amounts = new BigDecimal[COUNT];
    private final BigDecimal[] products = new BigDecimal[COUNT];
    private final BigDecimal[] quantities = new BigDecimal[COUNT];

    /** Makes the inputs. */
    public BigDecimalPrimitives() {
        for (int i = 0; i < COUNT; i++) {
            amounts[i] = create(i);
            quantities[i] = BigDecimal.valueOf(MILLIS[i], 3);
            products[i] = multiply(i);
        }
    }

    private static final BigDecimal PART = BigDecimal.valueOf(17);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(31);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal SUM = BigDecimal.valueOf(WEIGHT_SUM);

    private int at;

    /** Amount i plus amount i + 1. */
    @Benchmark
    public BigDecimal add() {
        return add(at = (at + 1) & MASK);
    }

    /** Amount i times quantity i. */
    @Benchmark
    public BigDecimal multiply() {
        return multiply(at = (at + 1) & MASK);
    }

    /** A product to cents. */
    @Benchmark
    public BigDecimal round() {
        return round(at = (at + 1) & MASK);
    }

    /** Amount i times 17/31, to cents. */
    @Benchmark
    public BigDecimal prorate() {
        return prorate(at = (at + 1) & MASK);
    }

    /** Amount i over seven weights. */
    @Benchmark
    public List<BigDecimal> allocate() {
        return allocate(at = (at + 1) & MASK);
    }

    /** Amount i from its number. */
    @Benchmark
    public BigDecimal create() {
        return create(at = (at + 1) & MASK);
    }

    BigDecimal add(int i) {
        return amounts[i].add(amounts[(i + 1) & MASK]);
    }

    BigDecimal multiply(int i) {
        return amounts[i].multiply(quantities[i]);
    }

    BigDecimal round(int i) {
        return products[i].setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal prorate(int i) {
        return amounts[i].multiply(PART).divide(WHOLE, 2, RoundingMode.HALF_UP);
    }

    List<BigDecimal> allocate(int i) {
        BigDecimal left = amounts[i];
        var parts = new ArrayList<BigDecimal>(WEIGHTS.length);
        for (long weight : WEIGHTS) {
            BigDecimal part = amounts[i].multiply(BigDecimal.valueOf(weight)).divide(SUM, 2, RoundingMode.DOWN);
            parts.add(part);
            left = left.subtract(part);
        }
        for (int k = 0; left.signum() > 0; k++) {
            parts.set(k, parts.get(k).add(CENT));
            left = left.subtract(CENT);
        }
        return parts;
    }

    BigDecimal create(int i) {
        return BigDecimal.valueOf(CENTS[i], 2);
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

    private static long scaled(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }
}
