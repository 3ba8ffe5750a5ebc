package io.quittance.ar.interest;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Yearly rates by the day from which they hold, and points on top of each. Rates of laws and central banks change; they are data of the host, the
 * library has none. The late payment directive of the EU (2011/7/EU, Article 2(6)) asks for at least 8 points above the reference rate that holds on the first
 * day of a half-year, so its table has a row for each 1 January and 1 July:
 *
 * <pre>{@code RateTable.from("2025-01-01", "3.15").then("2025-07-01", "2.15").plus("8")}</pre>
 *
 * <p>has 11.15 % on 30 June 2025 and 10.15 % from 1 July on. {@link #heldFrom} is for laws by which a debt keeps the rate of the day on which it
 * became late, such as the Late Payment of Commercial Debts (Interest) Act 1998 of the United Kingdom.
 */
public final class RateTable implements Serializable {
    /** A base rate in percent, which may be negative, and the first day on which it holds. */
    public record Row(LocalDate from, BigDecimal percent) implements Serializable {
        /** Checks the date and the number; equal numbers are equal rates, 2 and 2.0. */
        public Row {
            Dates.inCalendar(from, "from");
            percent = Require.plain(Require.number(percent, "percent"));
        }
    }

    private static final long serialVersionUID = 1L;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Row> rows;

    private final BigDecimal points;

    private RateTable(List<Row> rows, BigDecimal points) {
        this.rows = Require.notEmpty(List.copyOf(rows), "rows");
        this.points = Require.plain(Require.number(points, "points"));
        for (int i = 0; i < this.rows.size(); i++) {
            Row row = this.rows.get(i);
            Require.that(
                    i == 0 || this.rows.get(i - 1).from().isBefore(row.from()),
                    "rate.order",
                    "from",
                    "must be later than that of the row before",
                    row.from());
            BigDecimal percent = row.percent().add(this.points);
            Require.that(
                    percent.signum() >= 0,
                    "rate.negative",
                    "percent",
                    "with its points must not be negative",
                    percent.toPlainString() + " from " + row.from());
        }
    }

    /**
     * Rates that a host has in a list.
     *
     * @param rows one or more, each from a later day than the one before
     * @param points that are added to each, such as 8
     * @throws IllegalArgumentException if days do not rise, or a rate with its points is negative
     */
    public static RateTable of(List<Row> rows, BigDecimal points) {
        return new RateTable(rows, points);
    }

    /** One rate for all days, 0 or more. */
    public static RateTable constant(BigDecimal percent) {
        return new RateTable(List.of(new Row(FIRST_DAY, percent)), BigDecimal.ZERO);
    }

    /** As {@link #constant(BigDecimal)}, from text. */
    public static RateTable constant(String percent) {
        return constant(Require.decimal(percent, "percent"));
    }

    /** The first rate, 0 or more, from a day on. No rate is known of days before it. */
    public static RateTable from(LocalDate day, BigDecimal percent) {
        return new RateTable(List.of(new Row(day, percent)), BigDecimal.ZERO);
    }

    /** As {@link #from(LocalDate, BigDecimal)}, from text. */
    public static RateTable from(String day, String percent) {
        return from(Dates.parse(day, "day"), Require.decimal(percent, "percent"));
    }

    /** The next rate, from a later day on. */
    public RateTable then(LocalDate day, BigDecimal percent) {
        var more = new ArrayList<>(rows);
        more.add(new Row(day, percent));
        return new RateTable(more, points);
    }

    /** As {@link #then(LocalDate, BigDecimal)}, from text. */
    public RateTable then(String day, String percent) {
        return then(Dates.parse(day, "day"), Require.decimal(percent, "percent"));
    }

    /** The same with so many points more on each rate; negative for less. */
    public RateTable plus(BigDecimal more) {
        return new RateTable(rows, points.add(Require.number(more, "points")));
    }

    /** As {@link #plus(BigDecimal)}, from text. */
    public RateTable plus(String more) {
        return plus(Require.decimal(more, "points"));
    }

    /** The rate of that day for all days: that of the day after the due date, where a debt keeps the rate with which it became late. */
    public RateTable heldFrom(LocalDate day) {
        return constant(percentOn(day));
    }

    /**
     * The rate of a day in percent, points included; 0 or more.
     *
     * @throws IllegalArgumentException if the day is before the first row
     */
    public BigDecimal percentOn(LocalDate day) {
        Dates.inCalendar(day, "day");
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).from().isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Require.that(
                low > 0,
                "rate.unknown",
                "day",
                "must not be before the first rate, of " + rows.get(0).from(),
                day);
        return rows.get(low - 1).percent().add(points);
    }

    /** The base rates, without points, by rising day. */
    public List<Row> rows() {
        return rows;
    }

    /** What is added to each base rate. */
    public BigDecimal points() {
        return points;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateTable that && rows.equals(that.rows) && points.equals(that.points);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, points);
    }

    /** For example {@code 3.15% from 2025-01-01, 2.15% from 2025-07-01, and 8 points}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Row row : rows) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(row.percent().toPlainString())
                    .append("% from ")
                    .append(row.from());
        }
        return points.signum() == 0
                ? text.toString()
                : text.append(", and ")
                        .append(points.toPlainString())
                        .append(" points")
                        .toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new RateTable(rows, points);
    }
}
