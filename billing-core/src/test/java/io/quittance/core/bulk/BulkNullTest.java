package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts without NullAway exist: whatever of theirs is null is named, and changes nothing. */
@SuppressWarnings("NullAway")
class BulkNullTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final CompiledPrice ONE =
            CompiledPrice.inScale(0).from("0", "0", "1").compile();
    private static final Tariff TARIFF = Tariff.of(0, RoundingMode.UP, List.of(ONE));
    private static final UsageSums SUMS = UsageSums.ofOrdinals(1, 1, 0, START, END);
    private static final UsageBatch EMPTY = UsageBatch.ofOrdinals(new int[0], new int[0], new long[0], 0, new long[0]);

    static Stream<Arguments> nulls() {
        EventRating rating = EventRating.ofIds(TARIFF, START, END);
        return Stream.of(
                named("batch", () -> SUMS.add(null)),
                named("batch", () -> SUMS.add(null, new int[0])),
                named("except", () -> SUMS.add(EMPTY, null)),
                named("time", () -> SUMS.add(0, 0, BigDecimal.ONE, null)),
                named("quantity", () -> SUMS.add(0, 0, null, START)),
                named("quantity", () -> SUMS.add(0, 0, null, END)),
                named("other", () -> SUMS.merge(null)),
                named("other", () -> rating.merge(null)),
                named("tariff", () -> SUMS.price((Tariff) null)),
                named("tariffOfCustomer", () -> SUMS.price((LongFunction<Tariff>) null)),
                named("tariff", () -> EventRating.ofIds(null, START, END)),
                named("prices", () -> Tariff.of(0, RoundingMode.UP, null)),
                named("quantity", () -> ONE.price(null, 0, RoundingMode.UP)),
                named("mode", () -> ONE.price(BigDecimal.ONE, 0, null)),
                named("mode", () -> ONE.priced(1, 0, null)),
                named("keys", () -> EventKeys.none().repeated(null)),
                named("customers", () -> UsageBatch.ofIds(null, new int[0], new long[0], 0, new long[0])),
                named("customers", () -> UsageBatch.ofOrdinals(null, new int[0], new long[0], 0, new long[0])),
                named("meters", () -> UsageBatch.ofIds(new long[0], null, new long[0], 0, new long[0])),
                named("quantities", () -> UsageBatch.ofIds(new long[0], new int[0], null, 0, new long[0])),
                named("times", () -> UsageBatch.ofIds(new long[0], new int[0], new long[0], 0, null)));
    }

    private static Arguments named(String argument, ThrowingCallable call) {
        return Arguments.of(argument, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nulls")
    void aNullIsNamed(String argument, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(argument);
        assertThat(SUMS)
                .hasToString(
                        "0 events from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z, 0 before, 0 after, 0 rejected");
    }
}
