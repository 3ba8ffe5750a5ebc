package io.quittance.benchmarks.w6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrimitivesTest {
    private static final Primitives LIMIT = new LongPrimitives();

    static List<Primitives> exactVariants() {
        return List.of(
                new BigDecimalPrimitives(), new AmountPrimitives(), new JodaPrimitives(), new MonetaMoneyPrimitives());
    }

    @ParameterizedTest
    @MethodSource("exactVariants")
    void everyExactVariantComputesWhatTheLimitComputes(Primitives variant) {
        assertThat(all(variant::addInCents)).isEqualTo(all(LIMIT::addInCents));
        assertThat(all(variant::multiplyInScale5)).isEqualTo(all(LIMIT::multiplyInScale5));
        assertThat(all(variant::roundInCents)).isEqualTo(all(LIMIT::roundInCents));
        assertThat(all(variant::prorateInCents)).isEqualTo(all(LIMIT::prorateInCents));
        assertThat(all(i -> boxed(variant.allocateInCents(i)))).isEqualTo(all(i -> boxed(LIMIT.allocateInCents(i))));
        assertThat(all(variant::createInCents)).isEqualTo(all(LIMIT::createInCents));
    }

    @Test
    void theBulkDoorSplitsLikeTheObjectDoor() {
        var amounts = new AmountPrimitives();
        assertThat(all(i -> boxed(amounts.allocateMinor(i)))).isEqualTo(all(i -> boxed(LIMIT.allocateInCents(i))));
    }

    @Test
    void inputsAreThoseOfTheWorkload() {
        assertThat(LongStream.of(Inputs.CENTS).boxed().toList())
                .hasSize(1024)
                .allMatch(cents -> cents >= 1 && cents <= 100_000_000);
        assertThat(LongStream.of(Inputs.MILLIS).boxed().toList())
                .hasSize(1024)
                .allMatch(milli -> milli >= 1 && milli <= 99_999);
    }

    private static <T> List<T> all(IntFunction<T> primitive) {
        var results = new ArrayList<T>();
        IntStream.range(0, Inputs.COUNT).forEach(i -> results.add(primitive.apply(i)));
        return results;
    }

    private static List<Long> boxed(long[] parts) {
        return IntStream.range(0, parts.length).mapToObj(i -> parts[i]).toList();
    }
}
