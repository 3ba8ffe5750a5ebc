package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How long things took, as it was at the end of a day: what ended later had not ended yet, and what began later is not looked at. For KPIs of response and resolution times, also those of your own.
 *
 * @param things in any order
 * @param measure how time is counted, and in which zone the day ends
 * @param asOf the question; a limit is not over before its {@code knownAt} is past it, too
 */
public record Turnarounds(List<Turnaround> things, TimeMeasure measure, AsOf asOf) implements Serializable {
    /** Copies the list. */
    public Turnarounds {
        things = List.copyOf(requireNonNull(things, "things"));
        requireNonNull(measure, "measure");
        requireNonNull(asOf, "asOf");
    }

    /** Things, in any order. */
    public static Turnarounds of(Collection<Turnaround> things, TimeMeasure measure, AsOf asOf) {
        return new Turnarounds(List.copyOf(requireNonNull(things, "things")), measure, asOf);
    }

    /**
     * What the events of figures took, whichever period they fall into, as of the question of the figures.
     *
     * @param thing what of an event takes its time, such as an inquiry until its answer
     */
    public static <E extends KpiEvent> Turnarounds of(
            EventFigures<E> figures, TimeMeasure measure, Function<? super E, Turnaround> thing) {
        return of(figures.events().stream().map(thing).toList(), measure, figures.asOf());
    }

    /** Those that began in a period. */
    public Turnarounds begunIn(ServicePeriod period) {
        return only(thing -> period.contains(thing.begun(), measure.zone()));
    }

    /** Those that ended in a period, whenever they began. */
    public Turnarounds endedIn(ServicePeriod period) {
        return only(thing -> thing.ended() != null && period.contains(thing.ended(), measure.zone()));
    }

    private Turnarounds only(Predicate<Turnaround> which) {
        return new Turnarounds(things.stream().filter(which).toList(), measure, asOf);
    }

    private Instant until() {
        return asOf.date().plusDays(1).atStartOfDay(measure.zone()).toInstant();
    }

    private List<Turnaround> begun() {
        Instant end = until();
        return things.stream().filter(thing -> thing.isBegunBefore(end)).toList();
    }

    /**
     * The time from beginning to end of those that have ended; the others are excluded as {@code STILL_OPEN}. Hours of 1, 2 and 6 have a mean of 3 and a median of 2.
     *
     * @param basis of the KPI; gets items, count, and of a mean numerator and denominator
     * @param zeroCode the code where none has ended, such as {@code NO_ANSWERS}
     */
    public KpiResult time(Statistic statistic, KpiBasis.Builder basis, String zeroCode, String zeroReason) {
        var items = new ArrayList<KpiItem>();
        for (Turnaround thing : begun()) {
            Optional<Instant> end = thing.endedBefore(until());
            if (end.isPresent()) {
                items.add(item(thing, end.get()));
            } else {
                basis.exclusion("STILL_OPEN");
            }
        }
        return basis.statistic(statistic, items, zeroCode, zeroReason);
    }

    /** The time from beginning to the end of the day of those that have not ended: how old they are. What began on the day itself is 0 days old. */
    public KpiResult age(Statistic statistic, KpiBasis.Builder basis, String zeroCode, String zeroReason) {
        Instant end = until();
        Instant now =
                measure.unit() == KpiUnit.DAYS ? end.minusNanos(1) : end; // a day is counted when it ends, by its date
        List<KpiItem> items = begun().stream()
                .filter(thing -> thing.endedBefore(end).isEmpty())
                .map(thing -> item(thing, now))
                .toList();
        return basis.statistic(statistic, items, zeroCode, zeroReason);
    }

    private KpiItem item(Turnaround thing, Instant end) {
        return new KpiItem(thing.id(), thing.elapsed(measure, end), Fraction.ONE);
    }

    /**
     * The share, in percent, that ended within a limit, which is within itself. Only things of which the limit has passed are looked at, whether they have ended or not, since what ends in time is known
     * sooner than what does not; the others are excluded as {@code WINDOW_OPEN}. What has not ended by then has missed it. Of 24 and 25 hours, a limit of 24 keeps 50 %.
     *
     * @param limit in the unit of the measure; 0 or more
     * @param zeroCode the code where the limit of none has passed, such as {@code NO_INQUIRIES}
     */
    public KpiResult within(BigDecimal limit, KpiBasis.Builder basis, String zeroCode, String zeroReason) {
        Fraction most = Fraction.of(Require.notNegative(limit, "limit"));
        Instant end = until();
        Instant known = asOf.knownAt().isBefore(end) ? asOf.knownAt() : end;
        var items = new ArrayList<KpiItem>();
        for (Turnaround thing : begun()) {
            if (!thing.isBegunBefore(known) || thing.elapsed(measure, known).compareTo(most) <= 0) {
                basis.exclusion("WINDOW_OPEN");
            } else {
                boolean isKept = thing.endedBefore(end)
                        .filter(ended -> thing.elapsed(measure, ended).compareTo(most) <= 0)
                        .isPresent();
                items.add(KpiItem.counted(thing.id(), isKept));
            }
        }
        return basis.share(items, zeroCode, zeroReason);
    }
}
