package io.quittance.benchmarks.w2;

import static io.quittance.benchmarks.w2.Subscriptions.END_DAY;
import static io.quittance.benchmarks.w2.Subscriptions.FIRST_DAY;

import io.quittance.benchmarks.Pair;
import io.quittance.core.bulk.LineColumns;
import io.quittance.core.bulk.RecurringLine;
import io.quittance.core.bulk.RecurringLines;
import io.quittance.core.bulk.SpanBatch;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ScheduledPeriod;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** The public API that ships. */
final class BulkDoor {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Schedule MONTHS = Schedule.calendar("P1M");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** A price of a month and the days for which it holds. */
    record Phase(ServicePeriod service, Amount price) {}

    private BulkDoor() {}

    static Phase[][] phases(DecimalLoops.Phase[][] decimals) {
        var phases = new Phase[decimals.length][];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = new Phase[decimals[i].length];
            for (int k = 0; k < phases[i].length; k++) {
                DecimalLoops.Phase phase = decimals[i][k];
                phases[i][k] = new Phase(new ServicePeriod(phase.start(), phase.end()), Amount.of(phase.price(), EUR));
            }
        }
        return phases;
    }

    /** The first price of each subscription, without an end. */
    static Phase[][] withoutEnd(Phase[][] subscriptions) {
        var open = new Phase[subscriptions.length][];
        for (int i = 0; i < open.length; i++) {
            Phase first = subscriptions[i][0];
            open[i] = new Phase[] {new Phase(new ServicePeriod(first.service().start(), FOREVER), first.price())};
        }
        return open;
    }

    private static RecurringLines over(ServicePeriod range) {
        return RecurringLines.of(MONTHS, DayCount.CIVIL_DAYS, CENTS, range);
    }

    static long year(Phase[][] subscriptions) {
        var checksum = new Checksum();
        run(subscriptions, over(new ServicePeriod(FIRST_DAY, END_DAY)), checksum);
        return checksum.value();
    }

    static long twelveMonths(Phase[][] subscriptions) {
        var checksum = new Checksum();
        for (int month = 1; month <= 12; month++) {
            run(subscriptions, over(ServicePeriod.of(YearMonth.of(2026, month))), checksum);
        }
        return checksum.value();
    }

    static long month(Phase[][] subscriptions, YearMonth month) {
        var checksum = new Checksum();
        run(subscriptions, over(ServicePeriod.of(month)), checksum);
        return checksum.value();
    }

    private static void run(Phase[][] subscriptions, RecurringLines range, Checksum checksum) {
        for (int i = 0; i < subscriptions.length; i++) {
            for (RecurringLine line : lines(subscriptions[i], range)) {
                ServicePeriod service = line.period().service();
                checksum.line(
                        i,
                        service.start().toEpochDay(),
                        service.end().toEpochDay(),
                        line.amount().toUnscaledLong(2));
            }
        }
    }

    private static List<RecurringLine> lines(Phase[] phases, RecurringLines range) {
        var lines = new ArrayList<RecurringLine>();
        BiConsumer<ScheduledPeriod, Amount> sink = (period, amount) -> lines.add(new RecurringLine(period, amount));
        for (Phase phase : phases) {
            range.forEach(phase.service(), phase.price(), sink);
        }
        return lines;
    }

    static long columns(Subscriptions in) {
        return columns(in, batch(in));
    }

    static long columnsByTwo(Subscriptions in, Pair pair) {
        SpanBatch batch = batch(in);
        int half = in.rows / 2;
        var sums = new long[2];
        pair.run(
                () -> sums[0] = columns(in, batch.rows(0, half)),
                () -> sums[1] = columns(in, batch.rows(half, in.rows)));
        return sums[0] + sums[1];
    }

    private static SpanBatch batch(Subscriptions in) {
        return SpanBatch.of(in.start, in.end, in.cents, 2);
    }

    private static long columns(Subscriptions in, SpanBatch batch) {
        LineColumns lines = over(new ServicePeriod(FIRST_DAY, END_DAY)).columns(batch);
        var checksum = new Checksum();
        for (int line = 0; line < lines.count(); line++) {
            checksum.line(in.subscription[lines.row(line)], lines.start(line), lines.end(line), lines.unscaled(line));
        }
        return checksum.value();
    }
}
