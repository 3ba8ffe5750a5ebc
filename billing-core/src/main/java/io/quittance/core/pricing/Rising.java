package io.quittance.core.pricing;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Bounds of tiers must rise, so that every quantity has exactly one tier. */
final class Rising {
    private Rising() {}

    /** A copy of the tiers that end, whose bounds were found to rise; one more tier is to follow them. */
    static <T> List<T> checked(List<T> bounded, Function<T, BigDecimal> upTo) {
        List<T> copy = counted(bounded);
        for (int i = 1; i < copy.size(); i++) {
            BigDecimal previous = upTo.apply(copy.get(i - 1));
            BigDecimal next = upTo.apply(copy.get(i));
            if (next.compareTo(previous) <= 0) {
                Require.that(
                        false,
                        "tiers.order",
                        "tiers[" + i + "].upTo",
                        "must be more than " + previous.toPlainString(),
                        next.toPlainString());
            }
        }
        return copy;
    }

    /** A copy of the tiers that end, to which one more can be added. */
    static <T> List<T> counted(List<T> bounded) {
        List<T> copy = List.copyOf(bounded);
        Require.that(
                copy.size() < Tiers.MAX_TIERS,
                "tiers.count",
                "tiers",
                "must be at most " + Tiers.MAX_TIERS,
                copy.size() + 1);
        return copy;
    }
}
