package io.quittance.examples.monthend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The data have no times of recording: everything is known at noon UTC of the day on which it happened. */
final class Noon {
    private Noon() {}

    static Instant of(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
