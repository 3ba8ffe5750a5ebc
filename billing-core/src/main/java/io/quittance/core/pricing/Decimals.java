package io.quittance.core.pricing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decimals of terms, compared by value: 0.50 is 0.5. */
final class Decimals {
    private Decimals() {}

    /** The number in the one form that all equal numbers share. */
    static @Nullable BigDecimal canonical(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /** All values in the one form that all equal numbers share. */
    static <K> Map<K, BigDecimal> canonical(Map<K, BigDecimal> numbers) {
        var canonical = new HashMap<K, BigDecimal>();
        numbers.forEach((key, number) -> canonical.put(key, number.stripTrailingZeros()));
        return canonical;
    }
}
