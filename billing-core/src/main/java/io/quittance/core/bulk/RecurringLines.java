package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ScheduledPeriod;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The bulk door of charges that recur: what the periods that begin within a range of days cost, for any number of services.
 * A period that is served in full costs its price, else the part that the proration says; either is rounded once.
 *
 * <p>By calendar months and days of the calendar, in the range of March 2026, a service from 15 March on at 49.00 EUR costs
 * 26.87 EUR: 17 of 31 days, half up to cents.
 *
 * <p>A period belongs to the range in which it begins, whole or cut by the service. So a range cut into any pieces gives
 * each line once: twelve runs by the month give the lines of one run by the year. A run costs what its range has, however
 * long the service has lasted and the contract is.
 *
 * <p>The lines are to the cent those of {@link Schedule#periodsOf} and {@link Proration#amount}; days of the calendar are
 * counted without asking the proration. Lines have no reasons. Immutable: share one between threads.
 */
public final class RecurringLines implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Schedule schedule;

    @SuppressWarnings("serial") // those of this library are serialisable; one of a host's own is its affair
    private final Proration proration;

    private final Rounding rounding;
    private final ServicePeriod range;

    private final transient PeriodTable table;
    /** Whether days of the calendar are counted here. */
    private final transient boolean byCivilDays;

    private RecurringLines(Schedule schedule, Proration proration, Rounding rounding, ServicePeriod range) {
        this.schedule = requireNonNull(schedule, "schedule");
        this.proration = requireNonNull(proration, "proration");
        this.rounding = requireNonNull(rounding, "rounding");
        this.range = requireNonNull(range, "range");
        table = PeriodTable.of(schedule, range);
        byCivilDays = proration == DayCount.CIVIL_DAYS;
    }

    /**
     * Compiles the periods; do it once for a run, not once for a service.
     *
     * @param schedule when periods begin
     * @param proration what a part of a period costs
     * @param rounding of each line
     * @param range days; the periods that begin on one of them are billed, at most 100,000
     */
    public static RecurringLines of(Schedule schedule, Proration proration, Rounding rounding, ServicePeriod range) {
        return new RecurringLines(schedule, proration, rounding, range);
    }

    /** When periods begin. */
    public Schedule schedule() {
        return schedule;
    }

    /** What a part of a period costs. */
    public Proration proration() {
        return proration;
    }

    /** Of each line. */
    public Rounding rounding() {
        return rounding;
    }

    /** The days on which the periods begin that are billed. */
    public ServicePeriod range() {
        return range;
    }

    /** The lines of one service in order, as {@link #forEach} gives them. */
    public List<RecurringLine> lines(ServicePeriod service, MonetaryAmount price) {
        var lines = new ArrayList<RecurringLine>();
        forEach(service, price, (period, amount) -> lines.add(new RecurringLine(period, amount)));
        return List.copyOf(lines);
    }

    /**
     * Gives the lines of one service to the sink, in order. Each is rounded on its own: where one price goes on after a cut
     * within a period, {@link #forEachPiece} gives pieces that add up.
     *
     * @param service the days that are served; one without an end may end with the last day of the calendar, 9999-12-31
     * @param price of a whole period; may be negative
     * @param sink gets the period with the days of it that are served, and their amount
     * @throws ArithmeticException if the rounding's mode is {@code UNNECESSARY} and digits would be lost
     */
    public void forEach(
            ServicePeriod service, MonetaryAmount price, BiConsumer<? super ScheduledPeriod, ? super Amount> sink) {
        requireNonNull(sink, "sink");
        Amount whole = Amount.from(requireNonNull(price, "price"));
        if (!table.meets(requireNonNull(service, "service"))) {
            return;
        }
        long start = table.startOf(service);
        long end = table.endOf(service);
        Amount full = null;
        for (int i = table.firstEndingAfter(start); i < table.size() && table.start(i) < end; i++) {
            if (table.start(i) < start || table.end(i) > end) {
                forPart(service, whole, i, start, end, sink);
            } else if (byCivilDays) {
                full = full == null ? whole.rounded(rounding) : full;
                sink.accept(table.period(i), full);
            } else {
                sink.accept(table.period(i), asked(whole, table.period(i)));
            }
        }
    }

    /** A period that is cut by the service, of which the epoch days are known. */
    private void forPart(
            ServicePeriod service,
            Amount price,
            int index,
            long start,
            long end,
            BiConsumer<? super ScheduledPeriod, ? super Amount> sink) {
        ScheduledPeriod period = table.period(index);
        long first = table.start(index);
        long last = table.end(index);
        ScheduledPeriod served = served(
                period,
                first < start ? service.start() : period.whole().start(),
                last > end ? service.end() : period.whole().end());
        Amount amount = byCivilDays
                ? price.prorated(Math.min(end, last) - Math.max(start, first), last - first, rounding)
                : asked(price, served);
        sink.accept(served, amount);
    }

    private Amount asked(Amount price, ScheduledPeriod period) {
        return proration.amount(price, period.service(), period.whole(), rounding);
    }

    private static ScheduledPeriod served(ScheduledPeriod period, LocalDate from, LocalDate to) {
        return new ScheduledPeriod(period.number(), period.whole(), new ServicePeriod(from, to));
    }

    /**
     * As {@link #forEach}, with a line of its own for each piece of the service, such as where its cost centre changes and
     * its price does not. The pieces within a period add up to what the period costs uncut, see {@link Proration#split}:
     * 12.00 over January, cut at the 13th and the 25th, are 4.65, 4.64 and 2.71.
     *
     * @param cuts days within the service on which a new piece begins, rising
     * @throws IllegalArgumentException if the proration's part falls while more days are served
     */
    public void forEachPiece(
            ServicePeriod service,
            List<LocalDate> cuts,
            MonetaryAmount price,
            BiConsumer<? super ScheduledPeriod, ? super Amount> sink) {
        requireNonNull(sink, "sink");
        requireCuts(requireNonNull(cuts, "cuts"), requireNonNull(service, "service"));
        int[] next = {0};
        forEach(service, price, (period, amount) -> {
            List<LocalDate> within = cutsWithin(cuts, next, period.service());
            if (within.isEmpty()) {
                sink.accept(period, amount);
            } else {
                forEachPieceOf(period, within, price, sink);
            }
        });
    }

    private static void requireCuts(List<LocalDate> cuts, ServicePeriod service) {
        LocalDate from = service.start();
        for (int i = 0; i < cuts.size(); i++) {
            LocalDate cut = requireNonNull(cuts.get(i), "cut");
            Require.that(
                    cut.isAfter(from) && cut.isBefore(service.end()),
                    "proration.cut",
                    "cuts[" + i + "]",
                    "must lie after " + from + " and before " + service.end(),
                    cut);
            from = cut;
        }
    }

    /** The cuts inside the days, which follow those of earlier days; one on the first day begins a piece anyway. */
    private static List<LocalDate> cutsWithin(List<LocalDate> cuts, int[] next, ServicePeriod days) {
        int at = next[0];
        while (at < cuts.size() && !cuts.get(at).isAfter(days.start())) {
            at++;
        }
        int from = at;
        while (at < cuts.size() && cuts.get(at).isBefore(days.end())) {
            at++;
        }
        next[0] = at;
        return cuts.subList(from, at);
    }

    private void forEachPieceOf(
            ScheduledPeriod period,
            List<LocalDate> cuts,
            MonetaryAmount price,
            BiConsumer<? super ScheduledPeriod, ? super Amount> sink) {
        ServicePeriod service = period.service();
        List<Amount> pieces = proration.split(price, service, cuts, period.whole(), rounding);
        LocalDate from = service.start();
        for (int i = 0; i < pieces.size(); i++) {
            LocalDate to = i < cuts.size() ? cuts.get(i) : service.end();
            sink.accept(served(period, from, to), pieces.get(i));
            from = to;
        }
    }

    /**
     * The lines of many services in columns, service by service and in order: no object for a service or a line.
     *
     * @param spans whose prices have at least the decimal places of the rounding
     * @throws IllegalArgumentException if they have fewer, or a span ends before it begins, or there would be more than
     *     {@link LineColumns#MAX_LINES} lines; the span is named by its row
     * @throws ArithmeticException if the rounding's mode is {@code UNNECESSARY} and digits would be lost
     */
    public LineColumns columns(SpanBatch spans) {
        requireNonNull(spans, "spans");
        Require.that(
                spans.priceScale() >= rounding.scale(),
                "bulk.scale",
                "priceScale",
                "must be at least " + rounding.scale() + ", the decimal places of the rounding",
                spans.priceScale());
        return new SpanPricing(
                        table, rounding.scale(), rounding.mode(), spans, byCivilDays ? null : askingProration(spans))
                .lines();
    }

    private SpanPricing.Part askingProration(SpanBatch spans) {
        return (price, index, start, end) -> {
            ServicePeriod whole = table.period(index).whole();
            var served = new ServicePeriod(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end));
            Fraction exact = Fraction.of(BigDecimal.valueOf(price, spans.priceScale()))
                    .times(proration.checkedPart(served, whole));
            return exact.round(rounding).unscaledValue().longValueExact();
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecurringLines that
                && schedule.equals(that.schedule)
                && proration.equals(that.proration)
                && rounding.equals(that.rounding)
                && range.equals(that.range);
    }

    @Override
    public int hashCode() {
        return Objects.hash(schedule, proration, rounding, range);
    }

    /** For example {@code every P1M from 2001-01-01 in [2026-01-01, 2027-01-01), CIVIL_DAYS, HALF_UP at 2 decimal places}. */
    @Override
    public String toString() {
        return schedule + " in " + range + ", " + proration + ", " + rounding;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(schedule, proration, rounding, range);
    }
}
