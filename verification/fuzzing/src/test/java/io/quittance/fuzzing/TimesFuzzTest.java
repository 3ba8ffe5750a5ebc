package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Days and instants as text: what is read is the one that it says, and all of the years 1 to 9999 that the JDK reads are read. */
class TimesFuzzTest {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        LocalDate date = parsed(LocalDate::parse, text);
        Optional<LocalDate> day =
                Refusals.read(() -> ServicePeriod.of(text, LAST.toString())).map(ServicePeriod::start);
        assertThat(day).isEqualTo(Optional.ofNullable(date).filter(each -> each.getYear() >= 1 && each.isBefore(LAST)));
        Instant instant = parsed(Instant::parse, text);
        Optional<Instant> known =
                Refusals.read(() -> AsOf.of("2026-01-31", text)).map(AsOf::knownAt);
        assertThat(known).isEqualTo(Optional.ofNullable(instant));
    }

    private static <T> @Nullable T parsed(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
