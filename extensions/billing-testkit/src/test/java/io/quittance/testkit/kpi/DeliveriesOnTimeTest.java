package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.testkit.BrokenLaw;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.Provide;

/** A KPI of events of a host's own keeps every law, and one that remembers its answers breaks that of the past. */
class DeliveriesOnTimeTest implements EventKpiContract.AddingUp<Delivery>, EventKpiContract.Flowing<Delivery> {
    private static final ServicePeriod MARCH = ServicePeriod.of("2024-03-01", "2024-04-01");
    private static final AsOf THEN = AsOf.of("2024-04-05", "2024-04-05T12:00:00Z");
    private static final Delivery LATE = delivered("a", "2024-03-10", 4, "2024-03-14");
    private static final Delivery IN_TIME = delivered("b", "2024-03-20", 0, "2024-04-10");

    @Override
    public Kpi<EventFigures<Delivery>> kpi() {
        return new DeliveriesOnTime();
    }

    @Override
    @Provide
    public Arbitrary<List<Delivery>> events() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 365)
                .map(day -> LocalDate.of(2024, 1, 1).plusDays(day));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        days,
                        Arbitraries.integers().between(0, 3))
                .as((key, day, late) -> new Delivery(
                        key, day, late, day.plusDays(late).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .list()
                .uniqueElements(delivery -> delivery.key() + delivery.recordedAt())
                .ofMaxSize(12);
    }

    @Example
    void isWhatItsDocumentationSays() {
        assertThat(kpi().compute(EventLog.of(List.of(LATE, IN_TIME)).figures(MARCH, AsOf.endOf("2024-04-30")))
                        .value())
                .contains(Fraction.of(50));
    }

    @Example
    void oneThatRemembersItsAnswersChangesThePast() {
        EventLog<Delivery> log = EventLog.of(List.of(LATE));
        assertThat(KpiLaws.brokenByLaterFacts(kpi(), log, MARCH, THEN, List.of(IN_TIME)))
                .isEmpty();
        assertThat(KpiLaws.brokenByLaterFacts(new Remembering(new HashMap<>()), log, MARCH, THEN, List.of(IN_TIME)))
                .extracting(BrokenLaw::law)
                .containsExactly(KpiLaw.PAST);
    }

    @Example
    void whatIsLaterHasToBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiLaws.brokenByLaterFacts(kpi(), EventLog.of(List.of()), MARCH, THEN, List.of(LATE)))
                .withMessage("later must be recorded after 2024-04-05T12:00:00Z, but was " + LATE);
    }

    private static Delivery delivered(String key, String day, int late, String recorded) {
        return new Delivery(key, LocalDate.parse(day), late, Instant.parse(recorded + "T00:00:00Z"));
    }

    /** Wrong on purpose: what it knows of a delivery it keeps for all questions that have at least as many. */
    private record Remembering(Map<ServicePeriod, KpiResult> last) implements Kpi<EventFigures<Delivery>> {
        @Override
        public KpiDefinition definition() {
            return new DeliveriesOnTime().definition();
        }

        @Override
        public KpiResult compute(EventFigures<Delivery> figures) {
            KpiResult result = new DeliveriesOnTime().compute(figures);
            KpiResult before = last.getOrDefault(figures.period(), result);
            boolean isMore =
                    result.basis().count().orElse(0L) >= before.basis().count().orElse(0L);
            last.put(figures.period(), isMore ? result : before);
            return isMore ? result : before;
        }
    }
}
