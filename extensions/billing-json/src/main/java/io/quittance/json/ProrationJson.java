package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.StubRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prorations of this library: {@code {"type": "civilDays"}}, {@code {"type": "elapsedTime", "zone": "Europe/Berlin"}}. */
final class ProrationJson {
    private static final String ELAPSED_TIME = "elapsedTime";

    /** By the values of the field {@code type}, in the order in which they are told; that of elapsed time has a zone. */
    private static final Map<String, Optional<Proration>> TYPES = types();

    private ProrationJson() {}

    private static Map<String, Optional<Proration>> types() {
        var types = new LinkedHashMap<String, Optional<Proration>>();
        types.put("civilDays", Optional.of(DayCount.CIVIL_DAYS));
        types.put("thirtyDayMonths", Optional.of(DayCount.THIRTY_DAY_MONTHS));
        types.put(ELAPSED_TIME, Optional.empty());
        types.put("chargeWhole", Optional.of(StubRule.CHARGE_WHOLE));
        types.put("chargeNothing", Optional.of(StubRule.CHARGE_NOTHING));
        return types;
    }

    /** A field that may be left out; {@code otherwise} where it is left out or wrong. */
    static Proration readOptional(JsonFields fields, String name, Proration otherwise) {
        return readOptional(fields, name).orElse(otherwise);
    }

    /** A field that may be left out; empty where it is left out or wrong. */
    static Optional<Proration> readOptional(JsonFields fields, String name) {
        return fields.optionalObject(name).flatMap(ProrationJson::read);
    }

    /** Empty where it is wrong; of one whose type is none of them nothing else is read. */
    private static Optional<Proration> read(JsonFields fields) {
        Optional<String> type = fields.parsed("type", text -> {
            Require.that(TYPES.containsKey(text), "json.choice", "type", "must be one of " + TYPES.keySet(), text);
            return text;
        });
        if (type.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        return type.get().equals(ELAPSED_TIME)
                ? fields.parsed("zone", id -> new ElapsedTime(Dates.parseZone(id, "zone")))
                : type.flatMap(TYPES::get);
    }

    /**
     * Writes a field.
     *
     * @throws InvalidArgumentException if the strategy is none of this library's
     */
    static void write(String name, Proration proration, JsonObject object) {
        if (proration instanceof ElapsedTime time) {
            object.object(
                    name,
                    out -> out.text("type", ELAPSED_TIME)
                            .text("zone", time.zone().getId()));
        } else {
            String type = typeOf(name, proration);
            object.object(name, out -> out.text("type", type));
        }
    }

    private static String typeOf(String name, Proration proration) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue().filter(proration::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        "json.proration",
                        name,
                        "must be one of this library",
                        proration.getClass().getName()));
    }
}
