package io.quittance.testkit.billing;

import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import io.quittance.testkit.BrokenLaw;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of schedules as plain functions: each answers with the laws that are broken, and with an empty list if all is well.
 */
public final class ScheduleLaws {
    private ScheduleLaws() {}

    /**
     * Whether, over some days, a period does not begin the anchor and so many intervals on, does not meet the next one, or a
     * day does not belong to the one that has begun.
     *
     * @param days such as 400 years, after which the calendar begins anew
     */
    public static List<BrokenLaw> broken(Schedule schedule, ServicePeriod days) {
        var broken = new ArrayList<BrokenLaw>();
        long last = schedule.numberOf(days.lastDay());
        for (long number = schedule.numberOf(days.start()); number <= last; number++) {
            ServicePeriod period = schedule.period(number);
            LocalDate boundary = boundary(schedule, number);
            if (!period.start().equals(boundary)) {
                broken.add(new BrokenLaw(
                        BillingLaw.NO_DRIFT,
                        "period " + number + " begins on " + period.start() + ", not on " + boundary + ": "
                                + schedule));
            }
            if (!period.end().equals(schedule.boundary(number + 1))) {
                broken.add(new BrokenLaw(BillingLaw.NO_DRIFT, period + " does not meet the next one: " + schedule));
            }
            for (LocalDate day : List.of(period.start(), period.lastDay())) {
                if (schedule.numberOf(day) != number) {
                    broken.add(new BrokenLaw(
                            BillingLaw.ONE_PERIOD,
                            day + " is in period " + schedule.numberOf(day) + ", not " + number + ": " + schedule));
                }
            }
        }
        return List.copyOf(broken);
    }

    /** The anchor and so many intervals, on the anchor's day of the month or the last that a month has. */
    private static LocalDate boundary(Schedule schedule, long number) {
        LocalDate anchor = schedule.anchor();
        long months = schedule.interval().toTotalMonths();
        if (months == 0) {
            return LocalDate.ofEpochDay(
                    anchor.toEpochDay() + number * schedule.interval().get(ChronoUnit.DAYS));
        }
        long month = anchor.getYear() * 12L + anchor.getMonthValue() - 1 + number * months;
        var there = YearMonth.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1);
        return there.atDay(
                schedule.isLastDayOfMonth()
                        ? there.lengthOfMonth()
                        : Math.min(anchor.getDayOfMonth(), there.lengthOfMonth()));
    }

    /**
     * Whether, over some days, a period does not begin after the one before in these zones, or its first or last instant does not
     * belong to it. A period of one day may have no time at all, as 30 December 2011 in Apia; it is then empty, and meets its
     * neighbours.
     */
    public static List<BrokenLaw> broken(Schedule schedule, ZoneHistory zones, ServicePeriod days) {
        var broken = new ArrayList<BrokenLaw>();
        long last = schedule.numberOf(days.lastDay());
        for (long number = schedule.numberOf(days.start()); number <= last; number++) {
            ServicePeriod period = schedule.period(number);
            Instant start = zones.startOf(period.start());
            Instant end = zones.startOf(period.end());
            boolean empty = start.equals(end) && period.days() == 1 && hasNoTime(period.start(), zones);
            if (!empty && !end.isAfter(start)) {
                broken.add(new BrokenLaw(
                        BillingLaw.NO_DRIFT, period + " begins at " + start + " and ends at " + end + ": " + zones));
            } else if (!empty) {
                broken.addAll(brokenAt(schedule, zones, start, number));
                broken.addAll(brokenAt(schedule, zones, end.minusNanos(1), number));
            }
        }
        return List.copyOf(broken);
    }

    /** By the zone's own clocks, or where the zone changes on the day itself. */
    private static boolean hasNoTime(LocalDate day, ZoneHistory zones) {
        ZoneId zone = zones.zoneOn(day);
        return !day.atStartOfDay(zone).toLocalDate().equals(day)
                || zones.changes().containsKey(day);
    }

    private static List<BrokenLaw> brokenAt(Schedule schedule, ZoneHistory zones, Instant instant, long expected) {
        long number = schedule.numberOf(zones.dayOf(instant));
        return number == expected
                ? List.of()
                : List.of(new BrokenLaw(
                        BillingLaw.ONE_PERIOD,
                        instant + " is in period " + number + ", not " + expected + ": " + schedule + ", " + zones));
    }

    /**
     * Whether an instant is in no period, or before or after the one to which its day belongs: those to try are around the
     * changes of clocks of a zone.
     */
    public static List<BrokenLaw> broken(Schedule schedule, ZoneHistory zones, Instant instant) {
        ServicePeriod period = schedule.periodOf(zones.dayOf(instant));
        Instant start = zones.startOf(period.start());
        Instant end = zones.startOf(period.end());
        return instant.isBefore(start) || !instant.isBefore(end)
                ? List.of(new BrokenLaw(
                        BillingLaw.ONE_PERIOD, instant + " is not from " + start + " to " + end + ": " + schedule))
                : List.of();
    }
}
