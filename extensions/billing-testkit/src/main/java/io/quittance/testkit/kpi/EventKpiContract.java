package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of every KPI of events, ready-made or of your own. A test class implements this and supplies {@link #kpi()} and {@link #events()}; nothing else is needed. What only some promise is an interface
 * inside this one.
 *
 * @param <E> the kind of events
 */
public interface EventKpiContract<E extends KpiEvent>
        extends KpiContract.Unordered<EventFigures<E>>, KpiContract.Serialisable<EventFigures<E>> {

    /**
     * Events that are tried, in several states: one key may be there more than once if it is recorded at different times. Best of the months of 2024 that {@link #periods()} has, and around them, with some
     * that are not over yet.
     */
    @Provide
    Arbitrary<List<E>> events();

    /** The periods that are measured; the months of 2024 unless a test class says otherwise. */
    default Arbitrary<ServicePeriod> periods() {
        return Arbitraries.integers().between(1, 12).map(month -> ServicePeriod.of(YearMonth.of(2024, month)));
    }

    @Override
    default EventFigures<E> nothing() {
        ServicePeriod january = ServicePeriod.of(YearMonth.of(2024, 1));
        return EventFigures.of(january, AsOf.endOf(january.lastDay()), List.of());
    }

    /** Events as they are known, of a period, up to 60 days after it. */
    @Override
    @Provide
    default Arbitrary<EventFigures<E>> figures() {
        return Combinators.combine(events(), periods(), Arbitraries.integers().between(0, 60))
                .as((events, period, days) -> EventLog.<E>of(events)
                        .figures(period, AsOf.endOf(period.lastDay().plusDays(days))));
    }

    @Override
    default EventFigures<E> reordered(EventFigures<E> figures, Random random) {
        var events = new ArrayList<>(figures.events());
        Collections.shuffle(events, random);
        return EventFigures.of(figures.period(), figures.asOf(), events);
    }

    /** The periods to try, for a property. */
    @Provide
    default Arbitrary<ServicePeriod> anyPeriod() {
        return periods();
    }

    /** The result is of the period of the figures. */
    @Property
    default void saysOfWhatItIs(@ForAll("figures") EventFigures<E> figures) {
        assertThat(KpiLaws.brokenByPeriod(kpi(), figures, figures.period())).isEmpty();
    }

    /** As of the last day of a period, facts that were recorded later change nothing. */
    @Property
    default void thePastStays(@ForAll("events") List<E> events, @ForAll("anyPeriod") ServicePeriod period) {
        LocalDate day = period.lastDay();
        AsOf then = AsOf.of(day, day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC));
        var known = new ArrayList<E>();
        var later = new ArrayList<E>();
        for (E event : events) {
            (event.recordedAt().isAfter(then.knownAt()) ? later : known).add(event);
        }
        assertThat(KpiLaws.brokenByLaterFacts(kpi(), EventLog.<E>of(known), period, then, later))
                .isEmpty();
    }

    /**
     * For KPIs that count, and have a value of nothing: 0.
     *
     * @param <E> the kind of events
     */
    interface Counting<E extends KpiEvent> extends EventKpiContract<E> {
        @Override
        @Example
        default void hasNoValueOfNothing() {
            assertThat(kpi().compute(nothing()).value()).contains(Fraction.ZERO);
        }
    }

    /**
     * For KPIs of what each event has by itself: those of some events and of the others add up.
     *
     * @param <E> the kind of events
     */
    interface AddingUp<E extends KpiEvent> extends EventKpiContract<E>, KpiContract.Additive<EventFigures<E>> {
        @Override
        default List<EventFigures<E>> parts(EventFigures<E> figures, Random random) {
            var one = new ArrayList<E>();
            var other = new ArrayList<E>();
            figures.events().forEach(event -> (random.nextBoolean() ? one : other).add(event));
            return List.of(
                    EventFigures.of(figures.period(), figures.asOf(), one),
                    EventFigures.of(figures.period(), figures.asOf(), other));
        }
    }

    /**
     * For KPIs of what happened in a period, and not of what stands at its end: those of two halves of the period add up.
     *
     * @param <E> the kind of events
     */
    interface Flowing<E extends KpiEvent> extends EventKpiContract<E> {
        /** The totals of two halves of a period, as of one day, are those of the period. */
        @Property
        default void halvesOfThePeriodAddUp(@ForAll("figures") EventFigures<E> figures, @ForAll Random random) {
            ServicePeriod period = figures.period();
            if (period.days() == 1) {
                return;
            }
            LocalDate cut = period.start().plusDays(1L + random.nextInt(Math.toIntExact(period.days()) - 1));
            assertThat(KpiLaws.brokenByParts(
                            kpi(),
                            figures,
                            List.of(
                                    EventFigures.of(
                                            new ServicePeriod(period.start(), cut), figures.asOf(), figures.events()),
                                    EventFigures.of(
                                            new ServicePeriod(cut, period.end()), figures.asOf(), figures.events()))))
                    .isEmpty();
        }
    }
}
