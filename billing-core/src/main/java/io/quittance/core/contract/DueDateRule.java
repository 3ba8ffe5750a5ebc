package io.quittance.core.contract;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the due date follows from the date of the invoice: so many days later, at the end of a month, or on a day of a month.
 * {@code DueDateRule.days(30)} on 31 January 2022 is 2 March; {@code DueDateRule.endOfMonthThenDay(15, 31)} on 23 May 2024 is
 * 31 July: 15 days later it is June, and after its end the 31st comes in July.
 */
public final class DueDateRule implements Serializable {
    /** What is done after days were added. */
    public enum Kind {
        /** Nothing: the day is due. */
        DAYS,
        /** The days are counted from the end of the invoice's month. */
        DAYS_AFTER_END_OF_MONTH,
        /** On to the next such day of a month, the day itself included. */
        DAY_OF_MONTH,
        /** On to the end of the month, and from there to that day of the following one. */
        END_OF_MONTH_THEN_DAY,
        /** On to the last day of the month, some months ahead. */
        LAST_DAY_OF_MONTH,
        /** On to the first day of the next month. */
        FIRST_OF_NEXT_MONTH
    }

    private static final long serialVersionUID = 1L;
    private static final int MAX_DAYS = 3_650;
    private static final int MAX_MONTHS = 120;
    private static final int LONGEST_MONTH = 31;
    private static final int SHORTEST_MONTH = 28;

    private final Kind kind;
    private final int days;
    private final int day;
    private final int months;

    private DueDateRule(Kind kind, int days, int day, int months) {
        this.kind = requireNonNull(kind, "kind");
        this.days = requireWithin(days, 0, MAX_DAYS, "days");
        this.day = requireWithin(day, kind == Kind.DAY_OF_MONTH ? 1 : 0, LONGEST_MONTH, "day");
        this.months = requireWithin(months, 0, MAX_MONTHS, "months");
    }

    private static int requireWithin(int number, int least, int most, String argument) {
        Require.that(
                number >= least && number <= most,
                "terms." + argument,
                argument,
                "must be between " + least + " and " + most,
                number);
        return number;
    }

    /** So many days after the invoice, 0 to 3650; 0 is due on receipt. */
    public static DueDateRule days(int days) {
        return new DueDateRule(Kind.DAYS, days, 0, 0);
    }

    /** So many days after the end of the invoice's month: 45 days from 15 January 2019 on are 17 March. */
    public static DueDateRule daysAfterEndOfMonth(int days) {
        return new DueDateRule(Kind.DAYS_AFTER_END_OF_MONTH, days, 0, 0);
    }

    /**
     * So many days later, then on the next such day of a month, that day itself included: 31 days and the 15th are 15
     * February 2019 from 15 January on, and 15 March from 31 January on.
     *
     * @param day 1 to 31; in a month that is shorter its last day
     */
    public static DueDateRule daysThenDayOfMonth(int days, int day) {
        return new DueDateRule(Kind.DAY_OF_MONTH, days, day, 0);
    }

    /**
     * So many days later, then to the end of that month, then on that day of the following month: 30 days and the 10th are
     * 10 February 2024 from 12 December 2023 on.
     *
     * @param day 1 to 31, in a month that is shorter its last day; 0 for the end of the month itself
     */
    public static DueDateRule endOfMonthThenDay(int days, int day) {
        return new DueDateRule(Kind.END_OF_MONTH_THEN_DAY, days, day, 0);
    }

    /** The last day of the month so many months after the invoice's; 0 for its own. */
    public static DueDateRule lastDayOfMonth(int months) {
        return new DueDateRule(Kind.LAST_DAY_OF_MONTH, 0, 0, months);
    }

    /** The first day of the month after the invoice's. */
    public static DueDateRule firstDayOfNextMonth() {
        return new DueDateRule(Kind.FIRST_OF_NEXT_MONTH, 0, 0, 0);
    }

    /**
     * The last day on which what is due by this rule is paid on time.
     *
     * @throws IllegalArgumentException if one of the two days is not in the years 1 to 9999
     */
    public LocalDate dueDate(LocalDate issueDate) {
        LocalDate later = Dates.inCalendar(issueDate, "issueDate").plusDays(days);
        return Dates.inCalendar(
                switch (kind) {
                    case DAYS -> later;
                    case DAYS_AFTER_END_OF_MONTH ->
                        YearMonth.from(issueDate).atEndOfMonth().plusDays(days);
                    case DAY_OF_MONTH -> nextDayOfMonth(later);
                    case END_OF_MONTH_THEN_DAY ->
                        day == 0
                                ? YearMonth.from(later).atEndOfMonth()
                                : clamped(YearMonth.from(later).plusMonths(1));
                    case LAST_DAY_OF_MONTH ->
                        YearMonth.from(issueDate).plusMonths(months).atEndOfMonth();
                    case FIRST_OF_NEXT_MONTH ->
                        YearMonth.from(issueDate).plusMonths(1).atDay(1);
                },
                "dueDate");
    }

    private LocalDate nextDayOfMonth(LocalDate from) {
        LocalDate here = clamped(YearMonth.from(from));
        return here.isBefore(from) ? clamped(YearMonth.from(from).plusMonths(1)) : here;
    }

    private LocalDate clamped(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** The most days that lie between an invoice and its due date: 61 for the last day of the month after, from 1 July on. */
    int mostDays() {
        return switch (kind) {
            case DAYS -> days;
            case DAYS_AFTER_END_OF_MONTH, DAY_OF_MONTH -> days + LONGEST_MONTH - 1;
            case END_OF_MONTH_THEN_DAY -> days + LONGEST_MONTH - 1 + day;
            case LAST_DAY_OF_MONTH ->
                daysOfMonths(month -> month.atDay(1)).max().orElseThrow();
            case FIRST_OF_NEXT_MONTH -> LONGEST_MONTH;
        };
    }

    /** To the last day of a month from a day of the one so many months before; of any four years, among which is a leap year. */
    private IntStream daysOfMonths(Function<YearMonth, LocalDate> from) {
        YearMonth first = YearMonth.of(2000, 1);
        return IntStream.range(0, 48).mapToObj(first::plusMonths).mapToInt(month ->
                (int) DAYS.between(from.apply(month), month.plusMonths(months).atEndOfMonth()));
    }

    /** The fewest days that lie between an invoice and its due date: 28 for the last day of the month after, from 31 January on. */
    int leastDays() {
        return switch (kind) {
            case DAYS, DAYS_AFTER_END_OF_MONTH, DAY_OF_MONTH -> days;
            case END_OF_MONTH_THEN_DAY -> days + Math.min(day, SHORTEST_MONTH);
            case LAST_DAY_OF_MONTH ->
                daysOfMonths(YearMonth::atEndOfMonth).min().orElseThrow();
            case FIRST_OF_NEXT_MONTH -> 1;
        };
    }

    /** What is done after the days. */
    public Kind kind() {
        return kind;
    }

    /** How many days are added; 0 where the kind adds none. */
    public int days() {
        return days;
    }

    /** The day of a month; 0 where the kind has none, or for the end of a month. */
    public int day() {
        return day;
    }

    /** How many months ahead; 0 where the kind has none. */
    public int months() {
        return months;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DueDateRule that
                && kind == that.kind
                && days == that.days
                && day == that.day
                && months == that.months;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), days, day, months);
    }

    /** For example {@code 30 days} or {@code 15 days, end of month, then day 31}. */
    @Override
    public String toString() {
        return switch (kind) {
            case DAYS -> days + " days";
            case DAYS_AFTER_END_OF_MONTH -> days + " days after the end of the month";
            case DAY_OF_MONTH -> days + " days, then day " + day;
            case END_OF_MONTH_THEN_DAY -> days + " days, end of month" + (day == 0 ? "" : ", then day " + day);
            case LAST_DAY_OF_MONTH -> "last day of the month, " + months + " months ahead";
            case FIRST_OF_NEXT_MONTH -> "first day of the next month";
        };
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new DueDateRule(kind, days, day, months);
    }
}
