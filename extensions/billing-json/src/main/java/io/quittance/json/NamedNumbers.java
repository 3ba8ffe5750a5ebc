package io.quittance.json;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Numbers by name as an array of objects: {@code [{"role": "consultant", "rate": "150"}]}; each name once. */
final class NamedNumbers {
    private NamedNumbers() {}

    static <K> Map<K, BigDecimal> read(List<JsonFields> entries, String key, String number, Function<String, K> toKey) {
        var numbers = new LinkedHashMap<K, BigDecimal>();
        for (JsonFields entry : entries) {
            String name = entry.text(key);
            K named = entry.within(() -> toKey.apply(name));
            BigDecimal value = entry.decimal(number);
            boolean first = numbers.putIfAbsent(named, value) == null;
            entry.within(() -> unique(first, key, name));
        }
        return numbers;
    }

    static <K> JsonObject write(
            JsonObject object,
            String name,
            String key,
            String number,
            Map<K, BigDecimal> numbers,
            Function<K, String> fromKey) {
        return object.objects(
                name,
                numbers.entrySet(),
                (entry, out) -> out.text(key, fromKey.apply(entry.getKey())).decimal(number, entry.getValue()));
    }

    /** What was read, if it was not read before. */
    static <T> T unique(boolean first, String field, T value) {
        Require.that(first, "json.twice", field, "must be unique", value);
        return value;
    }
}
