package io.quittance.json;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Numbers by name as an array of objects: {@code [{"role": "consultant", "rate": "150"}]}; each name once. */
final class NamedNumbers {
    private NamedNumbers() {}

    static <K> Map<K, BigDecimal> read(List<JsonFields> entries, String key, String number, Function<String, K> toKey) {
        var numbers = new LinkedHashMap<K, BigDecimal>();
        for (JsonFields entry : entries) {
            Optional<K> named = entry.parsed(key, toKey);
            Optional<BigDecimal> value = entry.decimal(number, given -> Require.notNegative(given, number));
            named.ifPresent(name -> entry.require(
                    numbers.putIfAbsent(name, value.orElse(BigDecimal.ZERO)) == null,
                    "json.twice",
                    key,
                    "must be unique",
                    name));
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
}
