package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what is expected, as FIELDS.md of the cases says in its section 0. */
final class Comparison {
    private static final List<String> TAX_KEY = List.of("vat_category", "vat_rate");
    private static final Set<String> KEYS = Set.of("id", "no", "seq", "tier");

    private Comparison() {}

    /** Whether the answer is right: only what is expected is looked at. */
    static boolean matches(JsonNode expected, @Nullable Object actual) {
        if (expected.isNull()) {
            return actual == null;
        }
        if (actual == null) {
            return false;
        }
        if (expected.isObject()) {
            return actual instanceof Map<?, ?> map
                    && expected.propertyStream().allMatch(field -> matches(field.getValue(), map.get(field.getKey())));
        }
        if (expected.isArray()) {
            return actual instanceof List<?> list
                    && (expected.size() == list.size() || isSelection(expected))
                    && matchesAll(expected, list);
        }
        return matchesScalar(expected.asString(), actual);
    }

    /** Events that a case names by their number are some of all that there were. */
    private static boolean isSelection(JsonNode expected) {
        return !expected.isEmpty() && expected.valueStream().allMatch(one -> one.isObject() && one.has("seq"));
    }

    private static boolean matchesAll(JsonNode expected, List<?> actual) {
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), partner(expected.get(i), actual, i))) {
                return false;
            }
        }
        return true;
    }

    /** Elements that carry a key are matched by it, all others by their position. */
    private static @Nullable Object partner(JsonNode expected, List<?> actual, int position) {
        for (String key : KEYS) {
            if (expected.isObject() && expected.has(key)) {
                return partner(expected, actual, List.of(key));
            }
        }
        return expected.isObject() && expected.has(TAX_KEY.get(0))
                ? partner(expected, actual, TAX_KEY)
                : actual.get(position);
    }

    private static @Nullable Object partner(JsonNode expected, List<?> actual, List<String> keys) {
        return actual.stream()
                .filter(one -> one instanceof Map<?, ?> map
                        && keys.stream()
                                .filter(expected::has)
                                .allMatch(key -> matches(expected.get(key), map.get(key))))
                .findFirst()
                .orElse(null);
    }

    private static boolean matchesScalar(String expected, Object actual) {
        if (actual instanceof Amount amount) {
            return isEqual(expected, amount.toFraction());
        }
        if (actual instanceof Fraction fraction) {
            return isEqual(expected, fraction);
        }
        if (actual instanceof BigDecimal decimal) {
            return isEqual(expected, Fraction.of(decimal));
        }
        return expected.equals(actual.toString());
    }

    private static boolean isEqual(String expected, Fraction actual) {
        try {
            return Fraction.of(new BigDecimal(expected)).equals(actual);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
