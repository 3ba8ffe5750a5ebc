package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.schedule.ServicePeriod;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weeks from Monday to Sunday by ISO 8601, such as {@code 2026-W01} from 29 December 2025 to 4 January 2026: the first week of a year is that of its first Thursday. */
public final class IsoWeeks {
    private IsoWeeks() {}

    /** The week that the day belongs to. */
    public static FiscalPeriod of(LocalDate day) {
        LocalDate monday = Dates.inCalendar(day, "day").with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new FiscalPeriod(name(monday), new ServicePeriod(monday, monday.plusDays(7)));
    }

    /** What the weeks have of a period, in order: of the first and the last often a part, as a KPI per week counts it in part. March 2026 begins with the one day of {@code 2026-W09} that it has. */
    public static List<FiscalPeriod> in(ServicePeriod period) {
        var weeks = new ArrayList<FiscalPeriod>();
        LocalDate day = requireNonNull(period, "period").start();
        while (day.isBefore(period.end())) {
            LocalDate next = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            LocalDate end = next.isBefore(period.end()) ? next : period.end();
            weeks.add(new FiscalPeriod(name(day), new ServicePeriod(day, end)));
            day = end;
        }
        return List.copyOf(weeks);
    }

    private static String name(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
