package io.quittance.kpi.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How long it is open on whole days. Each year that is asked for is added up once, so that years cost as little as a day. Derived, and safe to share between threads. */
final class OpenDays {
    private final Function<LocalDate, Duration> open;
    /** Replaced as a whole: two threads that add up the same year come to the same sums, and what one forgets of the other is added up again. */
    private volatile Map<Integer, long[]> years = Map.of();

    /** @param open how long it is open on a day */
    OpenDays(Function<LocalDate, Duration> open) {
        this.open = open;
    }

    /** From the first day up to, not including, the end. */
    Duration between(LocalDate first, LocalDate end) {
        if (first.getYear() == end.getYear()) {
            long[] sums = year(first.getYear());
            return Duration.ofNanos(sums[end.getDayOfYear() - 1] - sums[first.getDayOfYear() - 1]);
        }
        Duration sum = Duration.ofNanos(whole(first.getYear()) - year(first.getYear())[first.getDayOfYear() - 1]);
        for (int year = first.getYear() + 1; year < end.getYear(); year++) {
            sum = sum.plusNanos(whole(year));
        }
        return sum.plusNanos(year(end.getYear())[end.getDayOfYear() - 1]);
    }

    private long whole(int year) {
        long[] sums = year(year);
        return sums[sums.length - 1];
    }

    /** Nanoseconds from the beginning of the year to that of each of its days and of the next year. */
    private long[] year(int year) {
        long[] known = years.get(year);
        if (known != null) {
            return known;
        }
        long[] added = sums(year);
        var more = new HashMap<>(years);
        more.put(year, added);
        years = more;
        return added;
    }

    private long[] sums(int year) {
        int days = Year.of(year).length();
        var sums = new long[days + 1];
        for (int day = 1; day <= days; day++) {
            sums[day] =
                    sums[day - 1] + open.apply(LocalDate.ofYearDay(year, day)).toNanos();
        }
        return sums;
    }
}
