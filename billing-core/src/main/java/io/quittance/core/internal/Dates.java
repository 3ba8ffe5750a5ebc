package io.quittance.core.internal;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;

/** Reads and checks dates; refuses what is no date by name, rule and value. */
public final class Dates {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Dates() {}

    /** A date in the years 1 to 9999, so that arithmetic on days can never overflow. */
    public static LocalDate inCalendar(LocalDate date, String argument) {
        requireNonNull(date, argument);
        Require.that(
                date.getYear() >= 1 && date.getYear() <= 9999,
                "date.year",
                argument,
                "must lie in the years 1 to 9999",
                date);
        return date;
    }

    /** An ISO date such as {@code 2026-03-31}. */
    public static LocalDate parse(String text, String argument) {
        try {
            return inCalendar(LocalDate.parse(requireNonNull(text, argument)), argument);
        } catch (DateTimeException e) {
            throw new InvalidArgumentException("date.format", argument, "must be an ISO date such as 2026-03-31", text);
        }
    }

    /** An ISO month such as {@code 2026-03}, in the years 1 to 9999. */
    public static YearMonth parseMonth(String text, String argument) {
        try {
            return inCalendar(YearMonth.parse(requireNonNull(text, argument)), argument);
        } catch (DateTimeException e) {
            throw new InvalidArgumentException("month.format", argument, "must be an ISO month such as 2026-03", text);
        }
    }

    /** A month in the years 1 to 9999. */
    public static YearMonth inCalendar(YearMonth month, String argument) {
        requireNonNull(month, argument);
        Require.that(
                month.getYear() >= 1 && month.getYear() <= 9999,
                "date.year",
                argument,
                "must lie in the years 1 to 9999",
                month);
        return month;
    }

    /** An instant in the years 1 to 9999 of UTC; in its first and last hours some zones have a day outside them. */
    public static Instant inCalendar(Instant instant, String argument) {
        requireNonNull(instant, argument);
        Require.that(
                !instant.isBefore(FIRST) && instant.isBefore(END),
                "instant.year",
                argument,
                "must lie in the years 1 to 9999",
                instant);
        return instant;
    }

    /** An ISO instant such as {@code 2026-04-01T00:00:00Z}. */
    public static Instant parseInstant(String text, String argument) {
        try {
            return Instant.parse(requireNonNull(text, argument));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(
                    "instant.format", argument, "must be an ISO instant such as 2026-04-01T00:00:00Z", text);
        }
    }

    /** An ISO period such as {@code P1M} or {@code P7D}. */
    public static Period parsePeriod(String text, String argument) {
        try {
            return Period.parse(requireNonNull(text, argument));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException("period.format", argument, "must be an ISO period such as P1M", text);
        }
    }

    /** A time zone id such as {@code Europe/Berlin}. */
    public static ZoneId parseZone(String text, String argument) {
        try {
            return ZoneId.of(requireNonNull(text, argument));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(
                    "zone.unknown", argument, "must be a time zone id such as Europe/Berlin", text);
        }
    }
}
