package io.quittance.json;

import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.FixedEscalation;
import io.quittance.core.contract.IndexedEscalation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How prices change over time: {@code {"kind": "fixed", "percent": "3", "interval": "P1Y", "day": "2027-01-01"}}, or {@code
 * {"kind": "indexed", "index": "CPI-U", "base": "2025-10", "interval": "P1Y", "day": "2027-01-01", "lag": 3, "floor": "0",
 * "cap": "3", "rounding": {…}}}.
 */
final class EscalationJson {

    /** The values of the field {@code kind}. */
    private enum Kind {
        FIXED,
        INDEXED
    }

    private static final LocalDate LATE = LocalDate.of(9000, 1, 1);
    private static final YearMonth EARLY = YearMonth.of(1, 1);
    private static final Period MONTH = Period.ofMonths(1);

    /** Refuses only what is wrong by itself: its base lies before every reference month. */
    private static final IndexedEscalation PROBE = Escalation.indexed("index", EARLY, MONTH, LATE);

    private static final Schedule PROBED = Schedule.every(MONTH, LATE);

    private EscalationJson() {}

    /** Empty where it is wrong; of one whose kind is none nothing else is read. */
    static Optional<Escalation> read(JsonFields fields) {
        Optional<Kind> kind = Words.read(fields, "kind", Kind.values());
        if (kind.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        return kind.get() == Kind.FIXED ? fixed(fields) : Optional.of(indexed(fields));
    }

    private static Optional<Escalation> fixed(JsonFields fields) {
        Optional<BigDecimal> percent = fields.decimal(
                "percent", value -> Escalation.fixed(value, PROBED, LATE).percent());
        Optional<Schedule> schedule = schedule(fields);
        Optional<LocalDate> from = fields.optionalParsed("from", text -> Dates.parse(text, "from"));
        return percent.flatMap(each -> schedule.map(days -> Escalation.fixed(each, days, from.orElse(days.anchor()))));
    }

    private static Optional<Schedule> schedule(JsonFields fields) {
        Optional<Period> interval = fields.parsed(
                "interval",
                text -> Schedule.every(Spans.length(text, "interval"), LATE).interval());
        boolean onLastDays = fields.flag("lastDayOfMonth", false);
        Optional<LocalDate> day = fields.parsed("day", text -> day(text, onLastDays));
        Optional<Period> kept = onLastDays
                ? interval.flatMap(length -> fields.of(
                        "interval", () -> Schedule.lastDayOfMonth(length, EARLY).interval()))
                : interval;
        return kept.flatMap(length -> day.map(anchor ->
                onLastDays ? Schedule.lastDayOfMonth(length, YearMonth.from(anchor)) : Schedule.every(length, anchor)));
    }

    private static LocalDate day(String text, boolean isLast) {
        LocalDate day = Dates.parse(text, "day");
        Require.that(
                !isLast || day.equals(YearMonth.from(day).atEndOfMonth()),
                "cycle.last-day",
                "day",
                "must be the last of its month",
                text);
        return day;
    }

    private static IndexedEscalation indexed(JsonFields fields) {
        Optional<String> index = fields.parsed("index", text -> Require.id(text, "index"));
        Optional<YearMonth> base = fields.parsed("base", text -> Dates.parseMonth(text, "base"));
        Optional<Period> interval = fields.parsed("interval", EscalationJson::months);
        Optional<LocalDate> first = fields.parsed("day", text -> Dates.parse(text, "day"));
        Optional<Integer> given =
                fields.optionalWholeNumber("lag", months -> PROBE.lagged(months).lag());
        Optional<Integer> lag = fields.isGiven("lag") ? given : Optional.of(0);
        String name = index.orElse(PROBE.index());
        Optional<IndexedEscalation> plain = base.flatMap(from ->
                interval.flatMap(every -> first.flatMap(day -> lag.flatMap(months -> fields.attempt(
                        () -> Escalation.indexed(name, from, every, day).lagged(months))))));
        return limited(plain.orElse(PROBE), fields);
    }

    private static Period months(String text) {
        return Escalation.indexed("index", EARLY, Spans.length(text, "interval"), LATE)
                .interval();
    }

    /** Floor and cap are each held against the rounding, and then against each other. */
    private static IndexedEscalation limited(IndexedEscalation plain, JsonFields fields) {
        Optional<BigDecimal> floor =
                fields.optionalDecimal("floor", PROBE::atLeast).flatMap(IndexedEscalation::floor);
        Optional<BigDecimal> cap = fields.optionalDecimal("cap", PROBE::atMost).flatMap(IndexedEscalation::cap);
        Optional<Rounding> rounding = fields.optionalObject("rounding")
                .flatMap(given ->
                        AgreementsJson.rounding(given).flatMap(read -> given.of("scale", () -> PROBE.rounded(read))))
                .flatMap(IndexedEscalation::rounding);
        IndexedEscalation rounded = rounding.map(plain::rounded).orElse(plain);
        Optional<IndexedEscalation> least = floor.flatMap(percent -> fields.attempt(() -> rounded.atLeast(percent)));
        Optional<IndexedEscalation> most = cap.flatMap(percent -> fields.attempt(() -> rounded.atMost(percent)));
        return least.flatMap(one -> most.flatMap(IndexedEscalation::cap)
                        .flatMap(percent -> fields.attempt(() -> one.atMost(percent)))
                        .or(() -> least))
                .or(() -> most)
                .orElse(rounded);
    }

    static void write(Escalation escalation, JsonObject object) {
        escalation.<JsonObject>match(fixed -> write(fixed, object), indexed -> write(indexed, object));
    }

    private static JsonObject write(FixedEscalation fixed, JsonObject object) {
        Schedule days = fixed.boundaries();
        object.text("kind", Words.of(Kind.FIXED))
                .decimal("percent", fixed.percent())
                .text("interval", days.interval().toString())
                .text("day", days.anchor().toString());
        if (days.isLastDayOfMonth()) {
            object.flag("lastDayOfMonth", true);
        }
        return fixed.from().equals(days.anchor())
                ? object
                : object.text("from", fixed.from().toString());
    }

    private static JsonObject write(IndexedEscalation indexed, JsonObject object) {
        object.text("kind", Words.of(Kind.INDEXED))
                .text("index", indexed.index())
                .text("base", indexed.base().toString())
                .text("interval", indexed.interval().toString())
                .text("day", indexed.first().toString());
        if (indexed.lag() > 0) {
            object.integer("lag", indexed.lag());
        }
        indexed.floor().ifPresent(percent -> object.decimal("floor", percent));
        indexed.cap().ifPresent(percent -> object.decimal("cap", percent));
        indexed.rounding().ifPresent(factor -> object.object("rounding", out -> AgreementsJson.write(factor, out)));
        return object;
    }
}
