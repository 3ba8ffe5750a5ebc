package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31"})
    void aDayLiesInTheYears1To9999(LocalDate day) {
        assertThat(Dates.inCalendar(day, "day")).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "+10000-01-01", "-0001-06-15"})
    void noDayLiesInAnotherYear(LocalDate day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dates.inCalendar(day, "day"))
                .withMessage("day must lie in the years 1 to 9999, but was " + day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01", "9999-12"})
    void aMonthLiesInTheYears1To9999(YearMonth month) {
        assertThat(Dates.inCalendar(month, "month")).isEqualTo(month);
    }

    @Test
    void noMonthLiesInAnotherYear() {
        for (YearMonth month : new YearMonth[] {YearMonth.of(0, 12), YearMonth.of(10_000, 1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dates.inCalendar(month, "month"))
                    .withMessage("month must lie in the years 1 to 9999, but was " + month);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
    void anInstantLiesInTheYears1To9999(Instant instant) {
        assertThat(Dates.inCalendar(instant, "at")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
    void noInstantLiesInAnotherYear(Instant instant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dates.inCalendar(instant, "at"))
                .withMessage("at must lie in the years 1 to 9999, but was " + instant);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                row("2026-03-31", LocalDate.of(2026, 3, 31), Dates::parse, "31.3.2026", "date such as 2026-03-31"),
                row("2026-03", YearMonth.of(2026, 3), Dates::parseMonth, "2026-13", "month such as 2026-03"),
                row(
                        "2026-04-01T00:00:00Z",
                        Instant.ofEpochSecond(1_775_001_600),
                        Dates::parseInstant,
                        "2026-04-01",
                        "instant such as 2026-04-01T00:00:00Z"),
                row("P1M", Period.ofMonths(1), Dates::parsePeriod, "1M", "period such as P1M"));
    }

    private static Arguments row(
            String text, Object read, BiFunction<String, String, Object> reading, String wrong, String form) {
        return Arguments.of(text, read, reading, wrong, form);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void texts(String text, Object read, BiFunction<String, String, Object> reading, String wrong, String form) {
        assertThat(reading.apply(text, "when")).isEqualTo(read);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading.apply(wrong, "when"))
                .withMessage("when must be an ISO " + form + ", but was " + wrong);
    }

    @Test
    void whatIsReadLiesInTheCalendarToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dates.parse("+10000-01-01", "day"))
                .withMessage("day must lie in the years 1 to 9999, but was +10000-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dates.parseMonth("0000-01", "month"))
                .withMessage("month must lie in the years 1 to 9999, but was 0000-01");
    }

    @Test
    void aZoneIsReadByItsId() {
        assertThat(Dates.parseZone("Europe/Berlin", "zone")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dates.parseZone("Berlin", "zone"))
                .withMessage("zone must be a time zone id such as Europe/Berlin, but was Berlin");
    }
}
