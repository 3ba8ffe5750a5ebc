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
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryOperator;
import javax.money.RoundingQueryBuilder;
import org.javamoney.moneta.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Moneta's Money, the reference implementation that most hosts have. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MonetaMoneyPrimitives implements Primitives {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final MonetaryOperator HALF_UP = rounding(RoundingMode.HALF_UP);
    private static final MonetaryOperator DOWN = rounding(RoundingMode.DOWN);
    private static final Money CENT = Money.of(new BigDecimal("0.01"), EUR);
    private final Money[] amounts = new Money[COUNT];
    private final Money[] products = new Money[COUNT];
    private final BigDecimal[] quantities = new BigDecimal[COUNT];

    /** Makes the inputs. */
    public MonetaMoneyPrimitives() {
        for (int i = 0; i < COUNT; i++) {
            amounts[i] = create(i);
            quantities[i] = BigDecimal.valueOf(MILLIS[i], 3);
            products[i] = multiply(i);
        }
    }

    private int at;

    /** Amount i plus amount i + 1. */
    @Benchmark
    public Money add() {
        return add(at = (at + 1) & MASK);
    }

    /** Amount i times quantity i. */
    @Benchmark
    public Money multiply() {
        return multiply(at = (at + 1) & MASK);
    }

    /** A product to cents. */
    @Benchmark
    public Money round() {
        return round(at = (at + 1) & MASK);
    }

    /** Amount i times 17/31, to cents. */
    @Benchmark
    public Money prorate() {
        return prorate(at = (at + 1) & MASK);
    }

    /** Amount i over seven weights. */
    @Benchmark
    public List<Money> allocate() {
        return allocate(at = (at + 1) & MASK);
    }

    /** Amount i from its number. */
    @Benchmark
    public Money create() {
        return create(at = (at + 1) & MASK);
    }

    Money add(int i) {
        return amounts[i].add(amounts[(i + 1) & MASK]);
    }

    Money multiply(int i) {
        return amounts[i].multiply(quantities[i]);
    }

    Money round(int i) {
        return products[i].with(HALF_UP);
    }

    Money prorate(int i) {
        return amounts[i].multiply(17).divide(31).with(HALF_UP);
    }

    List<Money> allocate(int i) {
        Money left = amounts[i];
        var parts = new ArrayList<Money>(WEIGHTS.length);
        for (long weight : WEIGHTS) {
            Money part = amounts[i].multiply(weight).divide(WEIGHT_SUM).with(DOWN);
            parts.add(part);
            left = left.subtract(part);
        }
        for (int k = 0; left.isPositive(); k++) {
            parts.set(k, parts.get(k).add(CENT));
            left = left.subtract(CENT);
        }
        return parts;
    }

    Money create(int i) {
        return Money.of(BigDecimal.valueOf(CENTS[i], 2), EUR);
    }

    private static MonetaryOperator rounding(RoundingMode mode) {
        return Monetary.getRounding(
                RoundingQueryBuilder.of().setScale(2).set(mode).build());
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

    private static long scaled(Money money, int places) {
        return money.getNumber()
                .numberValue(BigDecimal.class)
                .setScale(places, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
