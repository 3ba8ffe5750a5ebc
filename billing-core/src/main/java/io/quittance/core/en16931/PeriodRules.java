package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Periods have a day, and their end is not before their start. */
final class PeriodRules {
    private PeriodRules() {}

    static List<DocumentRule> all() {
        return List.of(
                new PlaceRule("BR-29", "BG-14", "BT-74", (period, document) -> order(period, "BT-73", "BT-74")),
                new PlaceRule("BR-30", "BG-26", "BT-135", (period, document) -> order(period, "BT-134", "BT-135")),
                new PlaceRule(
                        "BR-CO-19",
                        "BG-14",
                        "BT-73",
                        (period, document) -> Wrong.unless(
                                period.hasAny("BT-73", "BT-74") || document.has("BT-8"),
                                Wrong.missing("BT-73", "BT-74", "BT-8"))));
    }

    private static Optional<Explanation> order(BusinessGroup period, String start, String end) {
        Optional<LocalDate> first = period.date(start);
        Optional<LocalDate> last = period.date(end);
        return first.isPresent() && last.isPresent() && last.get().isBefore(first.get())
                ? Optional.of(Wrong.before(last.get(), first.get()))
                : Optional.empty();
    }
}
