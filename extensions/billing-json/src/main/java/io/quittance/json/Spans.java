package io.quittance.json;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** Days, lengths and instants: {@code {"start": "2026-01-01", "end": "2026-02-01"}}, {@code P1M}, {@code 2026-01-31T09:00:00Z}. */
final class Spans {
    /** What {@link Period} reads and writes, but for signs and small letters. */
    private static final String LENGTH = "P(?=[0-9])([0-9]{1,5}Y)?([0-9]{1,5}M)?([0-9]{1,5}W)?([0-9]{1,5}D)?";

    /** What {@link Instant} writes of the years 1 to 9999; it reads the hour 24 and the second 60, too, as another instant. */
    private static final String INSTANT =
            "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}" + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z";

    private Spans() {}

    /** The days of an object that must be there; empty where they are wrong. */
    static Optional<ServicePeriod> read(JsonFields parent, String name) {
        JsonFields fields = parent.object(name);
        Optional<LocalDate> start = fields.parsed("start", text -> Dates.parse(text, "start"));
        Optional<LocalDate> end = fields.parsed("end", text -> Dates.parse(text, "end"));
        return start.flatMap(first -> end.flatMap(after -> fields.attempt(() -> new ServicePeriod(first, after))));
    }

    static JsonObject write(String name, ServicePeriod days, JsonObject object) {
        return object.object(
                name,
                span -> span.text("start", days.start().toString())
                        .text("end", days.end().toString()));
    }

    /** A length as ISO 8601 writes it. */
    static Period length(String text, String name) {
        Require.that(text.matches(LENGTH), "period.format", name, "must be an ISO period such as P1M or P14D", text);
        return Dates.parsePeriod(text, name);
    }

    /** An instant in UTC, of the years 1 to 9999. */
    static Instant instant(String text, String name) {
        Require.that(
                text.matches(INSTANT),
                "instant.format",
                name,
                "must be an ISO instant such as 2026-04-01T00:00:00Z",
                text);
        return Dates.parseInstant(text, name);
    }

    /** The text of an instant, which must be one that can be read. */
    static String text(Instant instant, String name) {
        String text = instant.toString();
        instant(text, name);
        return text;
    }
}
