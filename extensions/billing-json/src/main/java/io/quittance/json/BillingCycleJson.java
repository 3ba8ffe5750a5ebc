package io.quittance.json;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.BillingCycle.Anchor;
import io.quittance.core.contract.BillingCycle.Timing;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Billing cycles: {@code {"interval": "P1M", "timing": "inAdvance", "anchor": "day", "day": "2026-01-31"}}. In arrears if no
 * timing is given; without anchor by the calendar where that has such periods, else from the start of the contract.
 */
final class BillingCycleJson {
    private BillingCycleJson() {}

    /** Empty where it is wrong. */
    static Optional<BillingCycle> read(JsonFields fields) {
        Optional<BillingCycle> plain = fields.parsed("interval", BillingCycleJson::every);
        Optional<Timing> timing = Words.readOptional(fields, "timing", Timing.values(), Timing.IN_ARREARS);
        Optional<BillingCycle> anchored = anchored(fields, plain);
        return anchored.flatMap(
                cycle -> timing.map(when -> when == Timing.IN_ADVANCE ? cycle.inAdvance() : cycle.inArrears()));
    }

    private static BillingCycle every(String text) {
        return BillingCycle.every(Spans.length(text, "interval"));
    }

    private static Optional<BillingCycle> anchored(JsonFields fields, Optional<BillingCycle> plain) {
        Anchor usual = plain.map(BillingCycle::anchor).orElse(Anchor.CALENDAR);
        Optional<Anchor> anchor = Words.readOptional(fields, "anchor", Anchor.values(), usual);
        if (anchor.isEmpty()) {
            fields.leave("day"); // which only some anchors have
            return Optional.empty();
        }
        return switch (anchor.get()) {
            case CALENDAR -> plain.flatMap(cycle -> fields.of("interval", () -> ofCalendar(cycle)));
            case START -> plain.map(BillingCycle::fromStart);
            case DAY -> day(fields).flatMap(day -> plain.map(cycle -> cycle.from(day)));
            case LAST_DAY_OF_MONTH ->
                lastDay(fields)
                        .flatMap(month ->
                                plain.flatMap(cycle -> fields.of("interval", () -> cycle.fromLastDayOf(month))));
        };
    }

    /** The same; refused where the calendar has no such periods. */
    private static BillingCycle ofCalendar(BillingCycle cycle) {
        Schedule.calendar(cycle.interval());
        return cycle;
    }

    private static Optional<LocalDate> day(JsonFields fields) {
        return fields.parsed("day", text -> Dates.parse(text, "day"));
    }

    private static Optional<YearMonth> lastDay(JsonFields fields) {
        return fields.parsed("day", text -> {
            LocalDate day = Dates.parse(text, "day");
            YearMonth month = YearMonth.from(day);
            Require.that(
                    day.equals(month.atEndOfMonth()), "cycle.last-day", "day", "must be the last of its month", text);
            return month;
        });
    }

    static void write(BillingCycle cycle, JsonObject object) {
        object.text("interval", cycle.interval().toString())
                .text("timing", Words.of(cycle.timing()))
                .text("anchor", Words.of(cycle.anchor()));
        cycle.day().ifPresent(day -> object.text("day", day.toString()));
    }
}
