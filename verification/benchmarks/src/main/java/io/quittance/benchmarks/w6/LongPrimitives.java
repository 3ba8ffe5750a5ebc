package io.quittance.benchmarks.w6;

import static io.quittance.benchmarks.w6.Inputs.CENTS;
import static io.quittance.benchmarks.w6.Inputs.COUNT;
import static io.quittance.benchmarks.w6.Inputs.MASK;
import static io.quittance.benchmarks.w6.Inputs.MILLIS;
import static io.quittance.benchmarks.w6.Inputs.WEIGHTS;
import static io.quittance.benchmarks.w6.Inputs.WEIGHT_SUM;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The limit: hand-written arithmetic on scaled longs, checked where a product or sum could overflow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LongPrimitives implements Primitives {
    private final long[] products = new long[COUNT];

    /** Prepares the products to round. */
    public LongPrimitives() {
        for (int i = 0; i < COUNT; i++) {
            products[i] = multiply(i);
        }
    }

    private int at;

    /** Amount i plus amount i + 1. */
    @Benchmark
    public long add() {
        return add(at = (at + 1) & MASK);
    }

    /** Amount i times quantity i. */
    @Benchmark
    public long multiply() {
        return multiply(at = (at + 1) & MASK);
    }

    /** A product to cents. */
    @Benchmark
    public long round() {
        return round(at = (at + 1) & MASK);
    }

    /** Amount i times 17/31, to cents. */
    @Benchmark
    public long prorate() {
        return prorate(at = (at + 1) & MASK);
    }

    /** Amount i over seven weights. */
    @Benchmark
    public long[] allocate() {
        return allocate(at = (at + 1) & MASK);
    }

    long add(int i) {
        return Math.addExact(CENTS[i], CENTS[(i + 1) & MASK]);
    }

    long multiply(int i) {
        return Math.multiplyExact(CENTS[i], MILLIS[i]);
    }

    long round(int i) {
        return (products[i] + 500) / 1000;
    }

    long prorate(int i) {
        return (Math.multiplyExact(CENTS[i], 34L) + 31) / 62;
    }

    long[] allocate(int i) {
        long whole = CENTS[i];
        long left = whole;
        var parts = new long[WEIGHTS.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = Math.multiplyExact(whole, WEIGHTS[k]) / WEIGHT_SUM;
            left -= parts[k];
        }
        for (int k = 0; k < left; k++) {
            parts[k]++;
        }
        return parts;
    }

    @Override
    public long addInCents(int i) {
        return add(i);
    }

    @Override
    public long multiplyInScale5(int i) {
        return multiply(i);
    }

    @Override
    public long roundInCents(int i) {
        return round(i);
    }

    @Override
    public long prorateInCents(int i) {
        return prorate(i);
    }

    @Override
    public long[] allocateInCents(int i) {
        return allocate(i);
    }

    @Override
    public long createInCents(int i) {
        return CENTS[i];
    }
}
