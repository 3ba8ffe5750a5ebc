package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Holds what was computed against the figures of a reference file, each at the precision that it has there. A field of the file that was not computed fails, and so does one that is not in the file;
 * where the file has null, a KPI has to be undefined, and its code is kept, or an {@code Optional} empty.
 */
final class Reference {
    private final SortedMap<String, SortedSet<String>> reasons = new TreeMap<>();
    private int compared;

    /** How many figures were compared. */
    int compared() {
        return compared;
    }

    /** The codes of what is undefined, by the field of the file. */
    SortedMap<String, SortedSet<String>> reasons() {
        return reasons;
    }

    void hold(String where, JsonNode expected, Map<String, ?> actual) {
        assertThat(actual.keySet()).as(where).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
        actual.forEach((field, value) -> hold(where, field, expected.get(field), value));
    }

    private void hold(String where, String field, JsonNode expected, Object actual) {
        String place = where + " " + field;
        if (actual instanceof Map<?, ?> map) {
            assertThat(expected.propertyNames()).as(place).hasSameSizeAs(map.keySet());
            map.forEach((key, value) -> {
                assertThat(expected.has(key.toString())).as(place + " " + key).isTrue();
                hold(place, key.toString(), expected.get(key.toString()), value);
            });
        } else if (actual instanceof List<?> list) {
            assertThat(list).as(place).hasSize(expected.size());
            for (int i = 0; i < list.size(); i++) {
                hold(place, field + " " + i, expected.get(i), list.get(i));
            }
        } else {
            compared++;
            if (actual instanceof Optional<?> optional) {
                assertThat(optional.map(Object::toString).orElse("nothing"))
                        .as(place)
                        .isEqualTo(expected.isNull() ? "nothing" : expected.asString());
            } else if (actual instanceof KpiResult result) {
                hold(place, field, expected, result);
            } else if (actual instanceof Amount amount) {
                assertThat(rounded(amount.toFraction(), expected)).as(place).isEqualTo(expected.asString());
            } else if (actual instanceof Fraction fraction) {
                assertThat(rounded(fraction, expected)).as(place).isEqualTo(expected.asString());
            } else {
                assertThat(actual.toString()).as(place).isEqualTo(expected.asString());
            }
        }
    }

    private void hold(String place, String field, JsonNode expected, KpiResult actual) {
        String value = actual.match(measured -> rounded(measured.exact(), expected), undefined -> {
            assertThat(undefined.reason()).as(place).isNotBlank();
            reasons.computeIfAbsent(field, any -> new TreeSet<>()).add(undefined.code());
            return "undefined";
        });
        assertThat(value).as(place).isEqualTo(expected.isNull() ? "undefined" : expected.asString());
    }

    /** Half up, to as many places as the file has. */
    private static String rounded(Fraction exact, JsonNode expected) {
        int places = expected.isNull() ? 0 : Math.max(0, new BigDecimal(expected.asString()).scale());
        return exact.round(Rounding.halfUp(places)).toPlainString();
    }
}
