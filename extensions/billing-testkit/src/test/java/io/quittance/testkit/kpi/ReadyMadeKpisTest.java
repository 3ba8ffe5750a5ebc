package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurements;
import io.quittance.testkit.BrokenLaw;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every KPI that the library makes keeps the laws of KPIs, for figures and events of all kinds. */
@Tag("exhaustive")
class ReadyMadeKpisTest {
    private static final int TRIES = 25;
    private static final Map<Question, Object> FIGURES = new HashMap<>();
    private static final Map<Question, Object> EVENTS = new HashMap<>();

    static Stream<Kpi<?>> kpis() {
        return ReadyMadeKpis.all(3).keySet().stream();
    }

    static Stream<Kpi<?>> kpisOfEvents() {
        return kpis().filter(ReadyMadeKpisTest::isOfEvents);
    }

    private static boolean isOfEvents(Kpi<?> kpi) {
        return figuresOf(kpi) instanceof ParameterizedType type && type.getRawType() == EventFigures.class;
    }

    @ParameterizedTest
    @MethodSource("kpis")
    <F> void answersAlwaysAlikeAndCanBeCopied(Kpi<F> kpi) {
        int values = 0;
        for (long seed = 0; seed < TRIES; seed++) {
            F figures = figures(kpi, seed);
            values += kpi.compute(figures).value().isPresent() ? 1 : 0;
            assertKept(KpiLaws.broken(kpi, figures), seed);
            assertKept(KpiLaws.brokenByUnit(kpi, figures, figures(kpi, seed + 1)), seed);
            if (seed < 4) {
                assertKept(KpiLaws.brokenByCopy(kpi, figures), seed);
            }
        }
        assertThat(values).as("how many of the samples give a value").isPositive();
    }

    @ParameterizedTest
    @MethodSource("kpisOfEvents")
    <E extends KpiEvent> void theOrderOfEventsIsOfNoMatterAndThePastStays(Kpi<EventFigures<E>> kpi) {
        for (long seed = 0; seed < TRIES; seed++) {
            EventFigures<E> figures = figures(kpi, seed);
            var events = new ArrayList<>(figures.events());
            Collections.shuffle(events, new Random(seed));
            assertKept(
                    KpiLaws.brokenByOrder(kpi, figures, EventFigures.of(figures.period(), figures.asOf(), events)),
                    seed);
            assertKept(KpiLaws.brokenByPeriod(kpi, figures, figures.period()), seed);
            assertKept(later(kpi, seed), seed);
        }
    }

    /** Nothing happened: there is a reason that the definition names, or the value is 0, of a number of things or of what was planned. */
    @ParameterizedTest
    @MethodSource("kpisOfEvents")
    <E extends KpiEvent> void anEmptyPeriodHasAReasonOrIsZero(Kpi<EventFigures<E>> kpi) {
        ServicePeriod february = ServicePeriod.of("2024-02-01", "2024-03-01");
        KpiResult result = kpi.compute(EventFigures.of(february, AsOf.endOf("2024-02-29"), List.of()));
        assertThat(result.value().orElse(Fraction.ZERO)).isEqualTo(Fraction.ZERO);
        assertThat(kpi.definition().undefinedWhen()).contains(result.match(measured -> "", KpiResult.Undefined::code));
    }

    /** No figure is given: the result names one that lacks. */
    @ParameterizedTest
    @MethodSource("kpis")
    <F> void noFiguresAreAReason(Kpi<F> kpi) {
        if (figuresOf(kpi) == CollectionFigures.class) {
            @SuppressWarnings("unchecked") // its own figures
            F nothing = (F) CollectionFigures.builder().build();
            assertThat(reason(kpi.compute(nothing))).isNotEmpty();
        }
    }

    /** Sales below zero, such as of a month of credit notes: the value is noted, or leaves them out. */
    @ParameterizedTest
    @MethodSource("kpis")
    <F> void aDenominatorBelowZeroIsNoted(Kpi<F> kpi) {
        for (long seed = 0; seed < TRIES; seed++) {
            KpiResult result = kpi.compute(figures(kpi, seed));
            boolean isBelow = result.value().isPresent()
                    && result.basis()
                            .denominator()
                            .filter(below -> below.signum() < 0)
                            .isPresent();
            assertThat(!isBelow || result.basis().notes().contains("NOT_MEANINGFUL"))
                    .as("seed " + seed + ": " + result)
                    .isTrue();
        }
    }

    private static String reason(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    private static <E extends KpiEvent> List<BrokenLaw> later(Kpi<EventFigures<E>> kpi, long seed) {
        ServicePeriod period = figures(kpi, seed).period();
        AsOf then =
                AsOf.of(period.lastDay(), period.lastDay().atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC));
        var known = new ArrayList<E>();
        var later = new ArrayList<E>();
        for (E event : events(kpi, seed)) {
            (event.recordedAt().isAfter(then.knownAt()) ? later : known).add(event);
        }
        return KpiLaws.brokenByLaterFacts(kpi, EventLog.<E>of(known), period, then, later);
    }

    /** Of what each event has by itself: numerators, denominators and counts of some events and of the others are those of all. */
    private static final Set<String> ADDED_BY_EVENT = Set.of(
            "automation.share",
            "billing.accuracy.within-3-days.amount",
            "billing.accuracy.within-3-days.count",
            "billing.adjust-rate.amount",
            "billing.adjust-rate.count",
            "billing.completeness",
            "billing.cycle-time.mean",
            "billing.error-rate.within-3-days.lines",
            "billing.generation-time.mean",
            "billing.invoicing-lag.mean",
            "billing.leakage.after-3-days",
            "billing.on-time.within-3-days",
            "billing.unbilled",
            "billing.volume.count",
            "billing.volume.gross",
            "billing.volume.lines",
            "billing.volume.net",
            "contact.response-rate.messages.within-3-days",
            "days-beyond-terms.signed.weighted",
            "days-late.average",
            "days-late.late-only",
            "days-overdue.open",
            "days-to-pay.average",
            "days-to-pay.open-share",
            "days-to-pay.weighted",
            "discrepancy.resolved.cohort",
            "discrepancy.resolved.stock",
            "dispute.age.mean",
            "dispute.count.resolved-successfully",
            "dispute.count.unresolved",
            "dispute.cycle-time.mean",
            "dispute.processing-time.mean",
            "inquiry.resolution.mean",
            "inquiry.response-time.mean",
            "inquiry.response-time.within-3-hours",
            "reporting.accuracy",
            "reporting.ad-hoc.mean",
            "reporting.ad-hoc.within-3-hours",
            "vendor.on-time",
            "vendor.resolution.mean");

    /** Of what happens in a period, rather than of what stands at its end: those of two halves are those of the whole. */
    private static final Set<String> ADDED_BY_PERIOD = Set.of(
            "automation.share",
            "billing.accuracy.within-3-days.count",
            "billing.adjust-rate.amount",
            "billing.adjust-rate.count",
            "billing.cycle-time.mean",
            "billing.generation-time.mean",
            "billing.invoicing-lag.mean",
            "billing.leakage.after-3-days",
            "billing.on-time.within-3-days",
            "billing.volume.count",
            "billing.volume.gross",
            "billing.volume.lines",
            "billing.volume.net",
            "contact.response-rate.messages.within-3-days",
            "days-beyond-terms.signed.weighted",
            "days-late.average",
            "days-late.late-only",
            "days-to-pay.average",
            "days-to-pay.average.by-invoice-date",
            "days-to-pay.weighted",
            "dispute.count.resolved-successfully",
            "dispute.cycle-time.mean",
            "dispute.processing-time.mean",
            "inquiry.resolution.mean",
            "inquiry.response-time.mean",
            "inquiry.response-time.within-3-hours",
            "reminders.per-week",
            "reporting.accuracy",
            "reporting.ad-hoc.mean",
            "reporting.ad-hoc.within-3-hours",
            "reporting.frequency.per-week",
            "vendor.on-time",
            "vendor.resolution.mean");

    static Stream<Kpi<?>> addedByEvent() {
        return kpisOfEvents().filter(kpi -> ADDED_BY_EVENT.contains(kpi.id()));
    }

    static Stream<Kpi<?>> addedByPeriod() {
        return kpisOfEvents().filter(kpi -> ADDED_BY_PERIOD.contains(kpi.id()));
    }

    @ParameterizedTest
    @MethodSource("addedByEvent")
    <E extends KpiEvent> void theEventsOfSomeAndOfOthersAddUp(Kpi<EventFigures<E>> kpi) {
        for (long seed = 0; seed < TRIES; seed++) {
            EventFigures<E> figures = inOneCurrency(figures(kpi, seed));
            var random = new Random(seed);
            var one = new ArrayList<E>();
            var other = new ArrayList<E>();
            figures.events().forEach(event -> (random.nextBoolean() ? one : other).add(event));
            assertKept(
                    KpiLaws.brokenByParts(
                            kpi,
                            figures,
                            List.of(
                                    EventFigures.of(figures.period(), figures.asOf(), one),
                                    EventFigures.of(figures.period(), figures.asOf(), other))),
                    seed);
        }
    }

    @ParameterizedTest
    @MethodSource("addedByPeriod")
    <E extends KpiEvent> void theHalvesOfAPeriodAddUp(Kpi<EventFigures<E>> kpi) {
        for (long seed = 0; seed < TRIES; seed++) {
            EventFigures<E> figures = inOneCurrency(figures(kpi, seed));
            ServicePeriod period = figures.period();
            LocalDate cut = period.start().plusDays(1 + seed % (period.days() - 1));
            assertKept(
                    KpiLaws.brokenByParts(
                            kpi,
                            figures,
                            Stream.of(new ServicePeriod(period.start(), cut), new ServicePeriod(cut, period.end()))
                                    .map(half -> EventFigures.<E>of(half, figures.asOf(), figures.events()))
                                    .toList()),
                    seed);
        }
    }

    @Test
    void everyKpiThatIsNamedToAddUpIsOne() {
        assertThat(addedByEvent().map(Kpi::id)).containsAll(ADDED_BY_EVENT);
        assertThat(addedByPeriod().map(Kpi::id)).containsAll(ADDED_BY_PERIOD);
    }

    /** Amounts in several currencies have no sum. */
    private static <E extends KpiEvent> EventFigures<E> inOneCurrency(EventFigures<E> figures) {
        return EventFigures.of(
                figures.period(),
                figures.asOf(),
                figures.events().stream()
                        .filter(event -> !event.toString().contains("JPY"))
                        .toList());
    }

    static void assertKept(List<BrokenLaw> broken, long seed) {
        assertThat(broken).as("seed " + seed).isEmpty();
    }

    /** KPIs of one kind of figures are asked about the same ones. */
    private record Question(Type type, List<Measure> measures, long seed) {
        static Question of(Kpi<?> kpi, Type type, long seed) {
            List<Measure> own = Measurements.all().stream()
                    .filter(measure -> kpi.id().equals(measure.id()) || kpi.id().startsWith(measure.id() + "["))
                    .toList();
            return new Question(type, own.isEmpty() ? Measurements.all() : own, seed);
        }

        Samples samples() {
            return new Samples(seed, measures);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // its own figures
    static <F> F figures(Kpi<F> kpi, long seed) {
        if (isOfEvents(kpi)) {
            List<KpiEvent> events = events((Kpi) kpi, seed);
            ServicePeriod period = new Samples(seed, Measurements.all()).period();
            AsOf asOf = AsOf.endOf(period.lastDay().plusDays(30 * (seed % 6)));
            return (F) EventLog.of(events).figures(period, asOf);
        }
        return (F) FIGURES.computeIfAbsent(
                Question.of(kpi, figuresOf(kpi), seed),
                question -> question.samples().figures(question.type()));
    }

    /** States of the events that it is computed from. */
    @SuppressWarnings("unchecked") // its own events
    static <E extends KpiEvent> List<E> events(Kpi<EventFigures<E>> kpi, long seed) {
        Class<E> type = eventOf(kpi);
        return (List<E>) EVENTS.computeIfAbsent(
                Question.of(kpi, type, seed), question -> question.samples().events(type, 16));
    }

    /** What it is computed from. */
    static Type figuresOf(Kpi<?> kpi) {
        return Stream.of(kpi.getClass().getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType of && of.getRawType() == Kpi.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // of the events of its figures
    static <E extends KpiEvent> Class<E> eventOf(Kpi<EventFigures<E>> kpi) {
        return (Class<E>) ((ParameterizedType) figuresOf(kpi)).getActualTypeArguments()[0];
    }
}
