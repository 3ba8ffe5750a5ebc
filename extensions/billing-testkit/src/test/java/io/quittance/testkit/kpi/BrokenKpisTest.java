package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.testkit.BrokenLaw;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a KPI that is wrong on purpose is caught, and by the law that it breaks. */
class BrokenKpisTest {
    private static final Optional<ServicePeriod> MARCH = Optional.of(ServicePeriod.of("2026-03-01", "2026-04-01"));
    /** 4.00 on time and 5.00 three days late: 15 / 9 days. */
    private static final List<Bill> BILLS = List.of(new Bill(400, 0), new Bill(500, 3));

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByTheLawItBreaks(WrongKpi wrong) {
        var broken = new ArrayList<BrokenLaw>();
        for (List<Bill> bills : List.of(BILLS, List.<Bill>of(), List.of(new Bill(100, 0)))) {
            byEveryLaw(wrong.kpi(), bills).values().forEach(broken::addAll);
        }
        assertThat(broken).extracting(BrokenLaw::law).contains(wrong.law());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORGETS_ITS_PERIOD") // which is a law of figures that have one
    void eachFailsInATestClassOfTheContract(WrongKpi wrong) {
        assertThat(failedProperties(wrong::kpi)).contains(property(wrong.law()));
    }

    @Test
    void aKpiThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(DaysLateByAmount::new)).isEmpty();
    }

    /** One bill below 10.00. Some runs stop before it, where no step of a shrinker leads on. */
    @Test
    void theExampleThatIsShownIsSmall() {
        var shown = new ArrayList<String>();
        assertThat(IntStream.range(0, 8).anyMatch(run -> {
                    shown.add(shrunk(WrongKpi.LEAVES_OUT_SMALL_BILLS::kpi, "sizeIsOfNoMatter"));
                    return Pattern.compile("Bill\\[")
                                    .matcher(shown.get(run))
                                    .results()
                                    .count()
                            == 1;
                }))
                .as(() -> String.join("\n", shown))
                .isTrue();
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(byEveryLaw(WrongKpi.ANSWERS_UNDER_ANOTHER_NAME.kpi(), BILLS).get("answers"))
                .singleElement()
                .hasToString("NAMED (its id is that of its definition, and its results are of that id): "
                        + "the result of 'days-late.own' is of 'days-late.average'");
        assertThat(KpiLaws.brokenByNoFigures(WrongKpi.TAKES_NOTHING_FOR_ZERO.kpi(), List.of()))
                .singleElement()
                .hasToString(
                        "NO_FIGURES (without any figures it has no value: a zero that was measured is another thing): "
                                + "days-late.own: 0 DAYS of nothing");
        assertThat(KpiLaws.brokenByQuotient(WrongKpi.ROUNDS.kpi(), BILLS, Fraction.ONE))
                .singleElement()
                .hasToString(
                        "QUOTIENT (the value is the basis' numerator / denominator × factor, and there is one unless the denominator is 0 or a figure lacks): "
                                + "days-late.own: 1.7 DAYS of 1500 / 900 × 1:"
                                + " [Bill[cents=400, daysLate=0], Bill[cents=500, daysLate=3]]");
        assertThat(KpiLaws.brokenByBounds(WrongKpi.FORGETS_TO_DIVIDE.kpi(), BILLS, Fraction.ZERO, Fraction.of(30)))
                .singleElement()
                .hasToString("BOUNDS (the value lies within its bounds): days-late.own: 1500 DAYS is not from 0 to 30:"
                        + " [Bill[cents=400, daysLate=0], Bill[cents=500, daysLate=3]]");
        assertThat(KpiLaws.brokenByScale(
                        WrongKpi.LEAVES_OUT_SMALL_BILLS.kpi(),
                        List.of(new Bill(500, 3)),
                        List.of(new Bill(1_000, 3)),
                        2))
                .singleElement()
                .hasToString(
                        "SCALE (so many times the amounts leave the value as it is, and give so many times an amount of money): "
                                + "days-late.own: undefined, nothing was paid, but days-late.own: 3 DAYS of amounts"
                                + " 2 times as large: [Bill[cents=1000, daysLate=3]]");
        assertThat(KpiLaws.brokenByBasis(WrongKpi.FORGETS_ITS_PERIOD.kpi(), BILLS, MARCH, Optional.empty()))
                .singleElement()
                .hasToString(
                        "BASIS (the result says of which period and currency it is): Optional.empty and Optional.empty instead of"
                                + " Optional[[2026-03-01, 2026-04-01)] and Optional.empty:"
                                + " [Bill[cents=400, daysLate=0], Bill[cents=500, daysLate=3]]");
    }

    /** Twice the money is twice an amount of money. */
    @Test
    void anAmountGrowsWithTheAmounts() {
        Kpi<List<Bill>> paid = money(bills -> DaysLateByAmount.cents(bills));
        Kpi<List<Bill>> fixed = money(bills -> Fraction.of(7));
        List<Bill> twice = List.of(new Bill(800, 0), new Bill(1_000, 3));
        assertThat(KpiLaws.brokenByScale(paid, BILLS, twice, 2)).isEmpty();
        assertThat(KpiLaws.brokenByScale(fixed, BILLS, twice, 2))
                .extracting(BrokenLaw::law)
                .containsExactly(KpiLaw.SCALE);
    }

    private static Kpi<List<Bill>> money(Function<List<Bill>, Fraction> rule) {
        return new Kpi<>() {
            @Override
            public KpiDefinition definition() {
                return KpiDefinition.of("paid", "Paid", KpiUnit.MONEY, Direction.HIGHER, "sum of the bills");
            }

            @Override
            public KpiResult compute(List<Bill> bills) {
                return KpiBasis.of(definition()).currency("EUR").measured(rule.apply(bills));
            }
        };
    }

    /** No law lets the KPI's own exception through: the figures are what a user needs to find the mistake. */
    @Test
    void aKpiThatThrowsDoesNotAnswerByAnyLaw() {
        Kpi<List<Bill>> throwing = money(bills -> {
            throw new IllegalStateException("no value today");
        });
        byEveryLaw(throwing, BILLS)
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .asString()
                        .startsWith("ANSWERS (the KPI answers, and throws nothing: what has no value is a result too): "
                                + "threw java.lang.IllegalStateException: no value today for ["));
    }

    /** 60 of 40 and 80, times 3, are 180 of 120 and 240; counts and days stay. */
    @Test
    void scalesEveryAmountAndNothingElse() {
        CollectionFigures figures = CollectionFigures.builder()
                .openingReceivables(eur("40"))
                .closingReceivables(eur("50"))
                .collected(eur("60"))
                .sales(SalesPeriod.of(30, eur("80")))
                .overdue(eur("1"), eur("2"))
                .disputed(eur("3"), eur("4"))
                .dueCohort(eur("10"), eur("5"), eur("7"))
                .overdueItems(1, 2)
                .disputedInvoices(3, 4)
                .daysLate(5, 6)
                .build();
        CollectionFigures expected = CollectionFigures.builder()
                .openingReceivables(eur("120"))
                .closingReceivables(eur("150"))
                .collected(eur("180"))
                .sales(SalesPeriod.of(30, eur("240")))
                .overdue(eur("3"), eur("6"))
                .disputed(eur("9"), eur("12"))
                .dueCohort(eur("30"), eur("15"), eur("21"))
                .overdueItems(1, 2)
                .disputedInvoices(3, 4)
                .daysLate(5, 6)
                .build();
        assertThat(KpiArbitraries.scaled(figures, 3)).isEqualTo(expected);
        assertThat(CollectionRate.ofPeriod().compute(figures).value())
                .isEqualTo(CollectionRate.ofPeriod().compute(expected).value())
                .contains(Fraction.of(50));
    }

    @Property
    void oneTimesTheAmountsIsTheSame(@ForAll("figures") CollectionFigures figures) {
        assertThat(KpiArbitraries.scaled(figures, 1)).isEqualTo(figures);
    }

    @Provide
    Arbitrary<CollectionFigures> figures() {
        return KpiArbitraries.collectionFigures();
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(Kpi<List<Bill>> kpi, List<Bill> bills) {
        var test = new DaysLateByAmountTest();
        var reversed = new ArrayList<>(bills);
        Collections.reverse(reversed);
        return Map.ofEntries(
                Map.entry("answers", KpiLaws.broken(kpi, bills)),
                Map.entry("unit", KpiLaws.brokenByUnit(kpi, bills, List.of(new Bill(500, 3)))),
                Map.entry("nothing", KpiLaws.brokenByNoFigures(kpi, bills.isEmpty() ? bills : test.nothing())),
                Map.entry("basis", KpiLaws.brokenByBasis(kpi, bills, MARCH, Optional.of("EUR"))),
                Map.entry("order", KpiLaws.brokenByOrder(kpi, bills, reversed)),
                Map.entry("parts", KpiLaws.brokenByParts(kpi, bills, test.parts(bills, new Random(1)))),
                Map.entry("neutral", KpiLaws.brokenByNeutral(kpi, bills, test.withNeutral(bills, new Random(1)))),
                Map.entry("scale", KpiLaws.brokenByScale(kpi, bills, test.scaled(bills, 10), 10)),
                Map.entry("bounds", KpiLaws.brokenByBounds(kpi, bills, Fraction.ZERO, Fraction.of(30))),
                Map.entry("quotient", KpiLaws.brokenByQuotient(kpi, bills, Fraction.ONE)),
                Map.entry("copy", KpiLaws.brokenByCopy(kpi, bills)));
    }

    private static String property(KpiLaw law) {
        return switch (law) {
            case ANSWERS, SAME_ANSWER, NAMED, NOT_BY_ZERO, ITEMS -> "answersAlwaysAlikeOrSaysWhyNot";
            case UNIT -> "countsOneThing";
            case NO_FIGURES -> "hasNoValueOfNothing";
            case BASIS -> "saysOfWhatItIs";
            case ORDER -> "theOrderOfFiguresChangesNothing";
            case PARTS -> "partsAddUpToTheWhole";
            case PAST -> "thePastStays";
            case NEUTRAL -> "whatDoesNotCountChangesNothing";
            case SCALE -> "sizeIsOfNoMatter";
            case BOUNDS -> "staysWithinItsBounds";
            case QUOTIENT -> "isWhatItsBasisSays";
            case SERIAL_COPY -> "canBeSerialised";
        };
    }

    /** Runs the contract as a user's build does. */
    private static Set<String> failedProperties(Supplier<Kpi<List<Bill>>> kpi) {
        Probe.underTest = kpi;
        return engine(selectClass(Probe.class), "OFF")
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.toSet());
    }

    /** What the build of a user shows first for the law that is broken. */
    private static String shrunk(Supplier<Kpi<List<Bill>>> wrong, String property) {
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
        Matcher first =
                Pattern.compile("(?s)Sample.*?figures:\\s+\\[(.*?)\\]\\s").matcher(report);
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
    static class Probe extends DaysLateByAmountTest {
        private static Supplier<Kpi<List<Bill>>> underTest = DaysLateByAmount::new;

        @Override
        public Kpi<List<Bill>> kpi() {
            return underTest.get();
        }

        @Override
        void isWhatItsDocumentationSays() {}
    }
}
