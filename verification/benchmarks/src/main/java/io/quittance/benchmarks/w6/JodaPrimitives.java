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
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Joda-Money, whose BigMoney is the fastest of the libraries that are widely used. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JodaPrimitives implements Primitives {
    private static final BigDecimal PART = BigDecimal.valueOf(17);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(31);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal SUM = BigDecimal.valueOf(WEIGHT_SUM);
    private final BigMoney[] amounts = new BigMoney[COUNT];
    private final BigMoney[] products = new BigMoney[COUNT];
    private final BigDecimal[] quantities = new BigDecimal[COUNT];

    /** Makes the inputs. */
    public JodaPrimitives() {
        for (int i = 0; i < COUNT; i++) {
            amounts[i] = create(i);
            quantities[i] = BigDecimal.valueOf(MILLIS[i], 3);
            products[i] = multiply(i);
        }
    }

    private int at;

    /** Amount i plus amount i + 1. */
    @Benchmark
    public BigMoney add() {
        return add(at = (at + 1) & MASK);
    }

    /** Amount i times quantity i. */
    @Benchmark
    public BigMoney multiply() {
        return multiply(at = (at + 1) & MASK);
    }

    /** A product to cents. */
    @Benchmark
    public BigMoney round() {
        return round(at = (at + 1) & MASK);
    }

    /** Amount i times 17/31, to cents. */
    @Benchmark
    public BigMoney prorate() {
        return prorate(at = (at + 1) & MASK);
    }

    /** Amount i over seven weights. */
    @Benchmark
    public List<BigMoney> allocate() {
        return allocate(at = (at + 1) & MASK);
    }

    /** Amount i from its number. */
    @Benchmark
    public BigMoney create() {
        return create(at = (at + 1) & MASK);
    }

    BigMoney add(int i) {
        return amounts[i].plus(amounts[(i + 1) & MASK]);
    }

    BigMoney multiply(int i) {
        return amounts[i].multipliedBy(quantities[i]);
    }

    BigMoney round(int i) {
        return products[i].withScale(2, RoundingMode.HALF_UP);
    }

    BigMoney prorate(int i) {
        return amounts[i].multipliedBy(PART).dividedBy(WHOLE, RoundingMode.HALF_UP);
    }

    List<BigMoney> allocate(int i) {
        BigMoney left = amounts[i];
        var parts = new ArrayList<BigMoney>(WEIGHTS.length);
        for (long weight : WEIGHTS) {
            BigMoney part = amounts[i].multipliedBy(weight).dividedBy(SUM, RoundingMode.DOWN);
            parts.add(part);
            left = left.minus(part);
        }
        for (int k = 0; left.isPositive(); k++) {
            parts.set(k, parts.get(k).plus(CENT));
            left = left.minus(CENT);
        }
        return parts;
    }

    BigMoney create(int i) {
        return BigMoney.ofMinor(CurrencyUnit.EUR, CENTS[i]);
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

    private static long scaled(BigMoney money, int places) {
        return money.getAmount()
                .setScale(places, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
