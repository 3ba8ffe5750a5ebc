package io.quittance.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.testkit.BrokenLaw;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a proration that is wrong on purpose is caught, and by the law that it breaks. */
class BrokenProrationsTest {
    private static final ServicePeriod APRIL = ServicePeriod.of("2026-04-01", "2026-05-01");
    private static final Served LATE_APRIL = served("2026-04-11", "2026-05-01");
    private static final List<LocalDate> CUTS = List.of(LocalDate.parse("2026-04-18"));
    private static final Price TEN_EUROS = new Price(Amount.of("10.00", "EUR"), Rounding.halfUp(2));

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByTheLawItBreaks(WrongProration wrong) {
        assertThat(brokenLaws(wrong.proration())).contains(wrong.law());
    }

    @ParameterizedTest
    @EnumSource
    void eachFailsInATestClassOfTheContract(WrongProration wrong) {
        assertThat(failedProperties(wrong::proration)).contains(property(wrong.law()));
    }

    @Test
    void aProrationThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(() -> DayCount.CIVIL_DAYS)).isEmpty();
    }

    /** One day of a short period that begins with it. Some runs stop before it, where no step of a shrinker leads on. */
    @Test
    void theExampleThatIsShownIsSmall() {
        var shown = new ArrayList<String>();
        assertThat(IntStream.range(0, 8).anyMatch(run -> {
                    shown.add(shrunk(WrongProration.COUNTS_NIGHTS::proration, "isFromNothingToAll"));
                    return shown.get(run).startsWith("[2024-01-01, 2024-01-02) of [2024-01-01, 2024-0");
                }))
                .as(() -> String.join("\n", shown))
                .isTrue();
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(ProrationLaws.broken(WrongProration.COUNTS_NIGHTS.proration(), LATE_APRIL))
                .singleElement()
                .hasToString("WHOLE (the whole period is the whole price): "
                        + "29/30 instead of 1: [2026-04-01, 2026-05-01) of [2026-04-01, 2026-05-01)");
        assertThat(ProrationLaws.brokenByFewerDays(
                        WrongProration.GIVES_WHOLE_WEEKS_CHEAPER.proration(), served("2026-04-01", "2026-04-08")))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "MONOTONICITY (more days cost no less): 0.2 for [2026-04-01, 2026-04-07), but 1/6 for"
                                + " [2026-04-01, 2026-04-08) of [2026-04-01, 2026-05-01)",
                        "MONOTONICITY (more days cost no less): 0.2 for [2026-04-02, 2026-04-08), but 1/6 for"
                                + " [2026-04-01, 2026-04-08) of [2026-04-01, 2026-05-01)");
        // 20 of 30 days of 10.00 are 6.67; 0.67 of it would be 6.70
        assertThat(ProrationLaws.brokenByAmount(
                        WrongProration.ROUNDS_THE_PART_FIRST.proration(), TEN_EUROS, LATE_APRIL))
                .singleElement()
                .hasToString(
                        "AMOUNT (an amount is the price times the part, rounded once): EUR 6.70 instead of EUR 6.67 of EUR 10.00:"
                                + " [2026-04-11, 2026-05-01) of [2026-04-01, 2026-05-01)");
        // 7 and 13 days are 2.333 and 4.333
        assertThat(ProrationLaws.brokenByPieces(
                        WrongProration.ROUNDS_EACH_PIECE.proration(), TEN_EUROS, CUTS, LATE_APRIL))
                .singleElement()
                .hasToString(
                        "PIECES (what the pieces cost adds up to what all of their days cost, and none gives back): "
                                + "[EUR 2.33, EUR 4.33] of EUR 6.67 of EUR 10.00, cut at [2026-04-18]:"
                                + " [2026-04-11, 2026-05-01) of [2026-04-01, 2026-05-01)");
        assertThat(ProrationLaws.brokenByParts(WrongProration.ROUNDS_TO_PERCENT.proration(), CUTS, LATE_APRIL))
                .singleElement()
                .hasToString("ADDITIVITY (the parts of days that meet add up to the part of all of them): "
                        + "[0.23, 0.43] are 0.66, not 0.67, cut at [2026-04-18]:"
                        + " [2026-04-11, 2026-05-01) of [2026-04-01, 2026-05-01)");
        assertThat(ProrationLaws.brokenWhenMoved(WrongProration.CHARGES_WHAT_IS_PAST.proration(), LATE_APRIL))
                .singleElement()
                .hasToString("TIMELESSNESS (the same days 400 years earlier or later are the same part): "
                        + "0 instead of 1: [2426-04-11, 2426-05-01) of [2426-04-01, 2426-05-01)");
    }

    /** No law lets the proration's own exception through: the days are what a user needs to find the mistake. */
    @Test
    @SuppressWarnings("NullAway") // a proration that answers null is wrong on purpose
    void aProrationThatDoesNotAnswerBreaksThatByEveryLaw() {
        Proration throwing = (service, period) -> {
            throw new IllegalStateException("no days today");
        };
        byEveryLaw(throwing)
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.toString())
                                .startsWith(
                                        "ANSWERS (the proration answers with a part from 0 to 1, and throws nothing, for days that lie within the period): "
                                                + "proration must answer for [2026-04-1")
                                .contains("but was java.lang.IllegalStateException: no days today: [2026-04-1")));
        byEveryLaw((service, period) -> null)
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.law()).isEqualTo(ProrationLaw.ANSWERS)));
    }

    /** A split of its own that gives back: 10.00 and -3.33 are 6.67 too. */
    @Test
    void findsPiecesThatGiveBackAndPiecesThatAreMissing() {
        assertThat(laws(ProrationLaws.brokenByPieces(splitting("10.00", "-3.33"), TEN_EUROS, CUTS, LATE_APRIL)))
                .containsExactly(ProrationLaw.PIECES);
        assertThat(laws(ProrationLaws.brokenByPieces(splitting("6.67"), TEN_EUROS, CUTS, LATE_APRIL)))
                .containsExactly(ProrationLaw.PIECES);
        assertThat(ProrationLaws.brokenByPieces(splitting("2.00", "4.67"), TEN_EUROS, CUTS, LATE_APRIL))
                .isEmpty();
        assertThat(ProrationLaws.brokenByPieces(splitting(), TEN_EUROS, CUTS, LATE_APRIL))
                .singleElement()
                .asString()
                .startsWith(
                        "PIECES (what the pieces cost adds up to what all of their days cost, and none gives back): "
                                + "threw java.lang.IllegalStateException: no pieces");
    }

    private static Proration splitting(String... pieces) {
        return new Proration() {
            @Override
            public Fraction part(ServicePeriod service, ServicePeriod period) {
                return DayCount.CIVIL_DAYS.part(service, period);
            }

            @Override
            public List<Amount> split(
                    MonetaryAmount price,
                    ServicePeriod service,
                    List<LocalDate> cuts,
                    ServicePeriod period,
                    Rounding rounding) {
                if (pieces.length == 0) {
                    throw new IllegalStateException("no pieces");
                }
                return List.of(pieces).stream()
                        .map(piece -> Amount.of(piece, "EUR"))
                        .toList();
            }
        };
    }

    /** A proration that a test may write as a lambda, and that can be serialised; the copy is another object. */
    private interface Own extends Proration, Serializable {}

    @Test
    void findsACopyThatIsNotEqual() {
        Own lambda = (service, period) -> Fraction.ONE;
        assertThat(ProrationLaws.brokenByCopy(lambda, LATE_APRIL))
                .singleElement()
                .asString()
                .startsWith("SERIAL_COPY (it can be serialised; the copy is equal to it and gives the same answer): ")
                .contains(" is not equal to ");
        assertThat(ProrationLaws.brokenByCopy(WrongProration.CANNOT_BE_WRITTEN.proration(), LATE_APRIL))
                .singleElement()
                .asString()
                .startsWith("SERIAL_COPY (it can be serialised; the copy is equal to it and gives the same answer): "
                        + "cannot be copied: java.io.NotSerializableException");
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(Proration proration) {
        return Map.of(
                "answers", ProrationLaws.broken(proration, LATE_APRIL),
                "days", ProrationLaws.brokenByFewerDays(proration, LATE_APRIL),
                "amount", ProrationLaws.brokenByAmount(proration, TEN_EUROS, LATE_APRIL),
                "pieces", ProrationLaws.brokenByPieces(proration, TEN_EUROS, CUTS, LATE_APRIL),
                "parts", ProrationLaws.brokenByParts(proration, CUTS, LATE_APRIL),
                "moved", ProrationLaws.brokenWhenMoved(proration, LATE_APRIL),
                "copy", ProrationLaws.brokenByCopy(proration, LATE_APRIL));
    }

    private static Set<ProrationLaw> brokenLaws(Proration proration) {
        var broken = new ArrayList<BrokenLaw>();
        for (Served served : List.of(
                LATE_APRIL,
                new Served(APRIL, APRIL),
                served("2026-04-29", "2026-04-30"),
                served("2026-04-01", "2026-04-08"))) {
            broken.addAll(ProrationLaws.broken(proration, served));
            broken.addAll(ProrationLaws.brokenByFewerDays(proration, served));
            broken.addAll(ProrationLaws.brokenByAmount(proration, TEN_EUROS, served));
            List<LocalDate> cuts = ProrationArbitraries.cuts(served.service(), Set.of(2, 7));
            broken.addAll(ProrationLaws.brokenByPieces(proration, TEN_EUROS, cuts, served));
            broken.addAll(ProrationLaws.brokenByParts(proration, cuts, served));
            broken.addAll(ProrationLaws.brokenWhenMoved(proration, served));
            broken.addAll(ProrationLaws.brokenByCopy(proration, served));
        }
        return broken.stream()
                .map(BrokenLaw::law)
                .map(ProrationLaw.class::cast)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProrationLaw.class)));
    }

    private static List<ProrationLaw> laws(List<BrokenLaw> broken) {
        return broken.stream().map(BrokenLaw::law).map(ProrationLaw.class::cast).toList();
    }

    private static Served served(String start, String end) {
        return new Served(ServicePeriod.of(start, end), APRIL);
    }

    private static String property(ProrationLaw law) {
        return switch (law) {
            case ANSWERS, SAME_ANSWER, WHOLE -> "isFromNothingToAll";
            case MONOTONICITY -> "moreDaysCostNoLess";
            case AMOUNT -> "roundsOnce";
            case PIECES -> "piecesAddUpToTheWhole";
            case ADDITIVITY -> "partsAddUp";
            case TIMELESSNESS -> "isTheSameInAnotherCentury";
            case SERIAL_COPY -> "canBeSerialised";
        };
    }

    /** Runs the contract as a user's build does. */
    private static Set<String> failedProperties(Supplier<Proration> proration) {
        Probe.underTest = proration;
        return engine(selectClass(Probe.class), "OFF")
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.toSet());
    }

    /** What the build of a user shows first for the law that is broken. */
    private static String shrunk(Supplier<Proration> wrong, String property) {
        Probe.underTest = wrong;
        Method method = Stream.of(Probe.class.getMethods())
                .filter(each -> each.getName().equals(property))
                .findFirst()
                .orElseThrow();
        String report = engine(selectMethod(Probe.class, method), "BOUNDED")
                .allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).toString())
                .collect(Collectors.joining("\n"));
        Matcher first = Pattern.compile("(?s)Sample.*?served:\\s+(\\S+ \\S+ of \\S+ \\S+)\\s")
                .matcher(report);
        assertThat(first.find()).as(report).isTrue();
        return first.group(1);
    }

    private static EngineExecutionResults engine(DiscoverySelector selector, String shrinking) {
        return EngineTestKit.engine("jqwik")
                .selectors(selector)
                .configurationParameter("jqwik.database", "target/jqwik-probe-database")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.tries.default", "200")
                .configurationParameter("jqwik.shrinking.default", shrinking)
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute();
    }

    /** Not found by a build, because it is nested; run by the tests above, one after the other. */
    static class Probe
            implements ProrationContract.Additive, ProrationContract.Timeless, ProrationContract.Serialisable {
        private static Supplier<Proration> underTest = () -> DayCount.CIVIL_DAYS;

        @Override
        public Proration proration() {
            return underTest.get();
        }
    }
}
