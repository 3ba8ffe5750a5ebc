package io.quittance.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.usage.UsageEvent;
import io.quittance.testkit.BrokenLaw;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a charge model that is wrong on purpose is caught, and by the law that it breaks. */
class BrokenModelsTest {
    /** Enough to catch each. */
    private static final List<RatingInput> INPUTS = List.of(
            RatingInput.none(),
            events("7.5"),
            events("7.5", "8"),
            events("700", "500"),
            events("700", "500").withConventions(Conventions.standard().withRoundingMoment(RoundingMoment.STEP)));

    @Test
    void everyLawHasAModelThatBreaksIt() {
        assertThat(Stream.of(WrongModel.values()).map(WrongModel::law)).contains(ChargeModelLaw.values());
    }

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByTheLawItBreaks(WrongModel wrong) {
        assertThat(INPUTS).flatMap(input -> brokenLaws(input, wrong.model())).contains(wrong.law());
    }

    @ParameterizedTest
    @EnumSource
    void noneIsCaughtByALawOfEveryModelThatItKeeps(WrongModel wrong) {
        assertThat(INPUTS)
                .flatMap(input -> brokenLawsOfEveryModel(input, wrong.model()))
                .extracting(BrokenLaw::law)
                .isSubsetOf(wrong.law());
    }

    /** The inputs of the kit catch each too: a hundred of them, the same ones in every run. */
    @Example
    void theKitsOwnInputsCatchEach() {
        RandomGenerator<RatingInput> inputs = RatingArbitraries.ofEvents().generator(100);
        for (WrongModel wrong : WrongModel.values()) {
            var random = new Random(1);
            ChargeModel model = wrong.model();
            var caught = EnumSet.noneOf(ChargeModelLaw.class);
            caught.addAll(brokenLaws(RatingInput.none(), model));
            for (int i = 0; i < 100; i++) {
                caught.addAll(brokenLaws(inputs.next(random).value(), model));
            }
            assertThat(caught).as(wrong.name()).contains(wrong.law());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachFailsInATestClassOfTheContract(WrongModel wrong) {
        assertThat(failedProperties(wrong.model())).contains(property(wrong.law()));
    }

    @Test
    void aModelThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(PerUnit.of("0.5"))).isEmpty();
        assertThat(failedProperties(PackagePrice.of("10", "1"))) // which offers no compiled form
                .containsExactlyInAnyOrder(property(ChargeModelLaw.PROPORTIONALITY), property(ChargeModelLaw.COMPILED));
    }

    /** No law lets the model's own exception through: the input is what a user needs to find the mistake. */
    @Test
    void aModelThatThrowsDoesNotAnswerByAnyLaw() {
        assertThat(byEveryLaw(input -> {
                    throw new IllegalStateException("no price today");
                }))
                .isNotEmpty()
                .allSatisfy((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .hasToString("ANSWERS (the model answers, and throws nothing, for an input that it can price): "
                                + "threw java.lang.IllegalStateException: no price today for "
                                + (law.equals("zero") ? "quantity 0" : "quantity 2, 1 events")));
        assertThat(byEveryLaw(WrongModel::none))
                .isNotEmpty()
                .allSatisfy((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .hasToString("ANSWERS (the model answers, and throws nothing, for an input that it can price): "
                                + "answered null for "
                                + (law.equals("zero") ? "quantity 0" : "quantity 2, 1 events")));
    }

    /** The second of two questions: 3 units, where 2 can be priced. */
    @Test
    void namesTheInputForWhichAModelThrew() {
        ChargeModel small = input -> {
            if (input.quantity().compareTo(Fraction.of(2)) > 0) {
                throw new IllegalStateException("too much");
            }
            return PerUnit.of("1").price(input);
        };
        String threw = "ANSWERS (the model answers, and throws nothing, for an input that it can price): "
                + "threw java.lang.IllegalStateException: too much for quantity 3";
        assertThat(ChargeModelLaws.brokenByMore(small, quantity("2"), quantity("3")))
                .singleElement()
                .hasToString(threw);
        assertThat(ChargeModelLaws.brokenWhenSplit(small, quantity("3"), quantity("2")))
                .singleElement()
                .hasToString(threw);
        assertThat(ChargeModelLaws.brokenWhenScaled(small, quantity("2"), Fraction.of(3, 2)))
                .singleElement()
                .hasToString(threw);
    }

    /** What fails after the answer: a formula on the way back, a compiled form, a copy. */
    @Test
    void whatFailsAfterTheAnswerBreaksTheLawThatLooked() {
        ChargeModel dividing = input -> ChargeBreakdown.of(Step.after(
                Fraction.ONE,
                "share",
                input.quantity(),
                Expression.of(1).dividedBy(Expression.total()),
                "test.share",
                "{0} = {1}"));
        assertThat(ChargeModelLaws.broken(dividing, quantity("2")))
                .extracting(BrokenLaw::law)
                .containsExactly(ChargeModelLaw.REPLAY);
        assertThat(ChargeModelLaws.brokenWhenCompiled(new Uncompilable(new Object()), quantity("2"), 0, 500))
                .singleElement()
                .hasToString(
                        "COMPILED (the bulk door gives the cents of the object door, under whatever conventions it has a compiled form): "
                                + "threw java.lang.IllegalStateException: no form for [quantity 2]");
        assertThat(ChargeModelLaws.broken(new Uncompilable(new Object()), quantity("2")))
                .singleElement()
                .asString()
                .startsWith(
                        "SAME_ANSWER (asked twice, the model gives the same answer; so does a copy of it that was serialised): "
                                + "threw java.lang.IllegalStateException: cannot copy ");
    }

    /** It says that it can be copied, and holds what cannot. */
    @SuppressWarnings("serial") // on purpose
    private record Uncompilable(Object field) implements ChargeModel, Serializable {
        @Override
        public ChargeBreakdown price(RatingInput input) {
            return PerUnit.of("1").price(input);
        }

        @Override
        public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
            throw new IllegalStateException("no form");
        }
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(ChargeModel model) {
        RatingInput input = events("2");
        return Map.of(
                "broken", ChargeModelLaws.broken(model, input),
                "split", ChargeModelLaws.brokenWhenSplit(model, input, input),
                "zero", ChargeModelLaws.brokenAtZero(model, Fraction.ZERO),
                "more", ChargeModelLaws.brokenByMore(model, input, input),
                "units", ChargeModelLaws.brokenByUnits(model, input),
                "scaled", ChargeModelLaws.brokenWhenScaled(model, input, Fraction.of(3)),
                "reversed", ChargeModelLaws.brokenWhenReversed(model, input),
                "compiled", ChargeModelLaws.brokenWhenCompiled(model, input, 0, 500),
                "parts", ChargeModelLaws.brokenByParts(model, input, input),
                "metering", ChargeModelLaws.brokenByMetering(model, input, input));
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(ChargeModelLaws.brokenAtZero(FlatFee.of("5"), Fraction.ZERO))
                .extracting(BrokenLaw::toString)
                .containsExactly("ZERO (where nothing was used, the price is zero or the fee that is stated): "
                        + "5 instead of 0: [flat fee: 5]");
        assertThat(ChargeModelLaws.broken(WrongModel.ANSWERS_WITH_NULL.model(), events("1", "2")))
                .extracting(BrokenLaw::detail)
                .containsExactly("answered null for quantity 3, 2 events");
        assertThat(ChargeModelLaws.broken(WrongModel.FORGETS_THE_SUBTOTAL.model(), events("20")))
                .extracting(BrokenLaw::detail)
                .containsExactly("9 instead of 10");
        assertThat(ChargeModelLaws.brokenByMore(WrongModel.GETS_CHEAPER.model(), quantity("1"), quantity("2")))
                .extracting(BrokenLaw::detail)
                .containsExactly("quantity 1 costs 0.5, quantity 2 costs 0.4");
        assertThat(ChargeModelLaws.brokenByParts(
                        WrongModel.NAMES_ITS_PART_BY_THE_QUANTITY.model(), quantity("1"), quantity("2")))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "SAME_PARTS (what was a part of the price stays one, so that a run takes nothing back under one name to bill it by another): "
                                + "1 units of quantity 1 is none of [2 units]");
        assertThat(ChargeModelLaws.brokenByMetering(
                        WrongModel.LOOKS_AT_EVENTS_AND_CHECKS_NOTHING.model(), events("3"), events("3", "4")))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "METERING (what a charge says of its quantity, such as free units, is in the price, or the charge is refused): "
                                + "7 instead of 3 for [sum of M-1], 1 free units, which check does not refuse");
    }

    private static Set<ChargeModelLaw> brokenLaws(RatingInput input, ChargeModel model) {
        var broken = new ArrayList<>(brokenLawsOfEveryModel(input, model));
        if (broken.isEmpty()) {
            RatingInput part = RatingArbitraries.part(input, 500);
            broken.addAll(ChargeModelLaws.brokenByMore(model, part, input));
            broken.addAll(ChargeModelLaws.brokenByUnits(model, input));
            broken.addAll(ChargeModelLaws.brokenWhenScaled(model, input, Fraction.of(3, 7)));
            broken.addAll(ChargeModelLaws.brokenWhenReversed(model, input));
            broken.addAll(ChargeModelLaws.brokenWhenCompiled(model, input, 3, 500));
            broken.addAll(ChargeModelLaws.brokenByParts(model, part, input));
            broken.addAll(ChargeModelLaws.brokenByMetering(model, part, input));
        }
        return broken.stream()
                .map(BrokenLaw::law)
                .map(ChargeModelLaw.class::cast)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChargeModelLaw.class)));
    }

    private static List<BrokenLaw> brokenLawsOfEveryModel(RatingInput input, ChargeModel model) {
        RatingInput part = RatingArbitraries.part(input, 500);
        var broken = new ArrayList<>(ChargeModelLaws.broken(model, input));
        broken.addAll(ChargeModelLaws.broken(model, part));
        if (broken.isEmpty()) {
            broken.addAll(ChargeModelLaws.brokenWhenSplit(model, part, input));
        }
        if (broken.isEmpty() && input.equals(RatingInput.none())) {
            broken.addAll(ChargeModelLaws.brokenAtZero(model, Fraction.ZERO));
        }
        return broken;
    }

    private static String property(ChargeModelLaw law) {
        return switch (law) {
            case ANSWERS, SAME_ANSWER, REPLAY -> "pricesAlwaysAlikeAndCanBeReplayed";
            case SPLIT_RUNS -> "splitRunsCostWhatOneRunCosts";
            case ZERO -> "nothingCostsNothingButTheStatedFee";
            case MONOTONICITY -> "moreNeverCostsLess";
            case EVERY_UNIT_ONCE -> "pricesEveryUnitOnce";
            case PROPORTIONALITY -> "costsInProportion";
            case ORDER_OF_ARRIVAL -> "theOrderOfArrivalChangesNothing";
            case COMPILED -> "theCompiledFormCostsTheSame";
            case SAME_PARTS -> "aPartStaysAPart";
            case METERING -> "whatAChargeSaysIsAppliedOrRefused";
        };
    }

    /** Runs the contract as a user's build does, on inputs so few that jqwik tries all of them: nothing is left to luck. */
    private static Set<String> failedProperties(ChargeModel model) {
        Probe.underTest = model;
        return EngineTestKit.engine("jqwik")
                .selectors(selectClass(Probe.class))
                .configurationParameter("jqwik.database", "target/jqwik-probe-database")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED") // not what another model failed
                .configurationParameter("jqwik.tries.default", "5000") // so many that all are tried
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.toSet());
    }

    private static RatingInput quantity(String quantity) {
        return RatingInput.ofQuantity(new BigDecimal(quantity));
    }

    private static RatingInput events(String... quantities) {
        var events = new ArrayList<UsageEvent>();
        for (String quantity : quantities) {
            String time = "2026-03-0" + (events.size() + 1) + "T10:00:00Z";
            events.add(UsageEvent.of("e-" + events.size(), "C-1", "M-1", quantity, time));
        }
        return RatingInput.ofEvents(events);
    }

    /** Not found by a build, because it is nested; run by the test above, one after the other. */
    static class Probe
            implements ChargeModelContract.Monotone,
                    ChargeModelContract.EveryUnitOnce,
                    ChargeModelContract.Proportional,
                    ChargeModelContract.ByEvents,
                    ChargeModelContract.SameParts,
                    ChargeModelContract.Compiled {
        private static ChargeModel underTest = PerUnit.of("0.5");

        @Override
        public ChargeModel model() {
            return underTest;
        }

        @Override
        @Provide
        public Arbitrary<RatingInput> inputs() {
            return Arbitraries.of(INPUTS);
        }

        @Override
        @Provide
        public Arbitrary<Integer> parts() {
            return Arbitraries.of(0, 500, 1_000);
        }
    }
}
