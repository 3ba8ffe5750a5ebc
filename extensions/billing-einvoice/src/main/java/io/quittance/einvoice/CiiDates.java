package io.quittance.einvoice;

import java.time.format.DateTimeFormatter;

/** Days in CII: {@code 20260331} with format 102. */
final class CiiDates {
    private static final String DAY = "102";

    private CiiDates() {}

    /** A day where the schema wants a point in time. */
    static void dateTime(Part part, String element, String term) {
        write(part, element, "udt:DateTimeString", term);
    }

    /** A day where the schema wants one. */
    static void date(Part part, String element, String term) {
        write(part, element, "udt:DateString", term);
    }

    /** The day of a document that is referred to. */
    static void formatted(Part part, String element, String term) {
        write(part, element, "qdt:DateTimeString", term);
    }

    /** The days of a period, both of them in it. */
    static void period(Part part, String start, String end) {
        dateTime(part, "ram:StartDateTime", start);
        dateTime(part, "ram:EndDateTime", end);
    }

    private static void write(Part part, String element, String inner, String term) {
        part.group()
                .date(term)
                .ifPresent(day -> part.in(
                        element, () -> part.put(inner, day.format(DateTimeFormatter.BASIC_ISO_DATE), "format", DAY)));
    }
}
