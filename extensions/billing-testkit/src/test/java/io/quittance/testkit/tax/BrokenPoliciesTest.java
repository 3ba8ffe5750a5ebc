package io.quittance.testkit.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxRate;
import io.quittance.testkit.BrokenLaw;
import java.lang.reflect.Method;
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
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a policy that is wrong on purpose is caught, and by the law that it breaks. */
class BrokenPoliciesTest {
    private static final Fraction CENT = Fraction.of(1, 100);
    private static final Rounding CENTS = Rounding.halfUp(2);
    /** Three lines of 0.13 at 19 %: 0.0247 each, 0.0741 together. */
    private static final TaxedDocument THREE_LINES = document("19", "0.13", "0.13", "0.13");
    /** Enough to catch each; the properties need no such help. */
    private static final List<TaxedDocument> DOCUMENTS = List.of(
            THREE_LINES,
            new TaxedDocument(List.of(), THREE_LINES.currency()),
            document("0", "10.00"),
            document("5", "0.10"), // half a cent
            document("1", "-0.30", "0.10"),
            document("1", "0.30", "2.00"),
            new TaxedDocument(
                    List.of(
                            new TaxedGroup(TaxRate.of("19"), amounts("0.13"), false),
                            new TaxedGroup(TaxRate.of("7"), amounts("119.00", "0.01"), true)),
                    THREE_LINES.currency()));

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByTheLawItBreaks(WrongPolicy wrong) {
        assertThat(DOCUMENTS).flatMap(document -> brokenLaws(wrong, document)).contains(wrong.law());
    }

    @ParameterizedTest
    @EnumSource
    void eachFailsInATestClassOfTheContract(WrongPolicy wrong) {
        assertThat(failedProperties(wrong::policy)).contains(property(wrong.law()));
    }

    @Test
    void aPolicyThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(() -> new TaxPerGroup(CENTS))).isEmpty();
    }

    /** One line of which the tax is half a cent, with an even number of cents before it. Some runs stop before it, where no step of a shrinker leads on. */
    @Test
    void theExampleThatIsShownIsSmall() {
        var shown = new ArrayList<String>();
        assertThat(IntStream.range(0, 8).anyMatch(run -> {
                    shown.add(shrunk(WrongPolicy.ROUNDS_HALF_TO_EVEN::policy, "roundsEachGroupOnce"));
                    return Pattern.compile("EUR -?[0-9]")
                                    .matcher(shown.get(run))
                                    .results()
                                    .count()
                            == 1;
                }))
                .as(() -> String.join("\n", shown))
                .isTrue();
    }

    @Test
    void knowsTheExactTax() {
        assertThat(new TaxedGroup(TaxRate.of("19"), amounts("100.00", "-0.01"), false).exact())
                .containsExactly(Fraction.of(19), Fraction.of(-19, 10_000));
        assertThat(new TaxedGroup(TaxRate.of("19"), amounts("119.00"), true).exact())
                .containsExactly(Fraction.of(19));
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(TaxPolicyLaws.broken(WrongPolicy.ROUNDS_TO_FOUR_PLACES.policy(), THREE_LINES, CENT))
                .singleElement()
                .asString()
                .startsWith(
                        "ANSWERS (a policy answers with whole minor units of the currency for each that is taxed, a determination with treatments, each another, or with a refusal of this library): "
                                + "threw io.quittance.core.error.InvalidArgumentException: tax ")
                .endsWith(" for [[0.0247, 0.0247, 0.0247]]");
        assertThat(TaxPolicyLaws.broken(WrongPolicy.GIVES_ALL_TO_THE_FIRST.policy(), THREE_LINES, CENT))
                .extracting(BrokenLaw::toString)
                .contains(
                        "NEAR (each amount is less than a unit of the rounding away from its exact tax, so that what is not taxed bears nothing): "
                                + "0.07 for exactly 0.0247: 19% of [EUR 0.13, EUR 0.13, EUR 0.13]");
        assertThat(TaxPolicyLaws.broken(WrongPolicy.SAYS_PER_GROUP_AND_ROUNDS_PER_LINE.policy(), THREE_LINES, CENT))
                .singleElement()
                .hasToString(
                        "RATE_OF_BASE (what says that a group's tax is its rate of its base keeps that to less than a unit for each group): "
                                + "0.06 for exactly 0.0741: 19% of [EUR 0.13, EUR 0.13, EUR 0.13]");
        assertThat(TaxPolicyLaws.brokenPerGroup(WrongPolicy.ROUNDS_PER_LINE.policy(), THREE_LINES, CENTS))
                .singleElement()
                .hasToString(
                        "ROUNDED_ONCE (as promised, where the policy rounds, the tax is the exact one, rounded once): "
                                + "[0.06] instead of [0.07]:" + " EUR [19% of [EUR 0.13, EUR 0.13, EUR 0.13]]");
        assertThat(TaxPolicyLaws.brokenOnTotal(WrongPolicy.ROUNDS_PER_LINE.policy(), THREE_LINES, CENTS))
                .singleElement()
                .hasToString(
                        "ROUNDED_ONCE (as promised, where the policy rounds, the tax is the exact one, rounded once): "
                                + "0.06 instead of 0.07: EUR [19% of [EUR 0.13, EUR 0.13, EUR 0.13]]");
        assertThat(TaxPolicyLaws.brokenPerAmount(new TaxPerGroup(CENTS), THREE_LINES, CENTS))
                .singleElement()
                .hasToString(
                        "ROUNDED_ONCE (as promised, where the policy rounds, the tax is the exact one, rounded once): "
                                + "[[0.03, 0.02, 0.02]] instead of [[0.02, 0.02, 0.02]]:"
                                + " EUR [19% of [EUR 0.13, EUR 0.13, EUR 0.13]]");
        // 0.0741 is 0.08 upward, and -0.0741 is -0.07
        assertThat(TaxPolicyLaws.brokenWhenMirrored(WrongPolicy.ROUNDS_TOWARD_THE_LARGER.policy(), THREE_LINES))
                .singleElement()
                .hasToString(
                        "MIRROR (as promised, with all signs turned, as on a credit note, all of the tax is the same with the sign turned): "
                                + "-0.07 instead of -0.08: EUR [19% of [EUR 0.13, EUR 0.13, EUR 0.13]]");
        assertThat(TaxPolicyLaws.brokenByOrder(
                        WrongPolicy.ROUNDS_THE_LAST_DOWN.policy(), document("1", "0.30", "2.00")))
                .singleElement()
                .hasToString("ORDER (groups and amounts in another order bear the same tax together): "
                        + "0.02 instead of 0.03: EUR [1% of [EUR 0.30, EUR 2.00]]");
        assertThat(TaxPolicyLaws.brokenByUntaxed(WrongPolicy.ROUNDS_LONG_GROUPS_DOWN.policy(), document("1", "0.30")))
                .singleElement()
                .hasToString("NEUTRAL (an amount without tax, and a group of such, change nothing for the others): "
                        + "[[EUR 0.01]], but [[EUR 0.00]] among amounts without tax:"
                        + " EUR [1% of [EUR 0.30]]");
    }

    /** No law lets the policy's own exception through: the taxes are what a user needs to find the mistake. */
    @Test
    void aPolicyThatThrowsDoesNotAnswerByAnyLaw() {
        byEveryLaw((exact, currency) -> {
                    throw new IllegalStateException("no tax today");
                })
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .asString()
                        .startsWith(
                                "ANSWERS (a policy answers with whole minor units of the currency for each that is taxed, a determination with treatments, each another, or with a refusal of this library): "
                                        + "threw java.lang.IllegalStateException: no tax today for [["));
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(TaxPolicy policy) {
        return Map.of(
                "answers", TaxPolicyLaws.broken(policy, THREE_LINES, CENT),
                "order", TaxPolicyLaws.brokenByOrder(policy, THREE_LINES),
                "untaxed", TaxPolicyLaws.brokenByUntaxed(policy, THREE_LINES),
                "amount", TaxPolicyLaws.brokenPerAmount(policy, THREE_LINES, CENTS),
                "group", TaxPolicyLaws.brokenPerGroup(policy, THREE_LINES, CENTS),
                "total", TaxPolicyLaws.brokenOnTotal(policy, THREE_LINES, CENTS),
                "mirror", TaxPolicyLaws.brokenWhenMirrored(policy, THREE_LINES),
                "copy", TaxPolicyLaws.brokenByCopy(policy, THREE_LINES));
    }

    private static Set<TaxLaw> brokenLaws(WrongPolicy wrong, TaxedDocument document) {
        var broken = new ArrayList<BrokenLaw>();
        broken.addAll(TaxPolicyLaws.broken(wrong.policy(), document, CENT));
        broken.addAll(TaxPolicyLaws.brokenByOrder(wrong.policy(), document));
        broken.addAll(TaxPolicyLaws.brokenByUntaxed(wrong.policy(), document));
        broken.addAll(TaxPolicyLaws.brokenPerGroup(wrong.policy(), document, CENTS));
        broken.addAll(TaxPolicyLaws.brokenWhenMirrored(wrong.policy(), document));
        broken.addAll(TaxPolicyLaws.brokenByCopy(wrong.policy(), document));
        return broken.stream()
                .map(BrokenLaw::law)
                .map(TaxLaw.class::cast)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaxLaw.class)));
    }

    private static TaxedDocument document(String rate, String... amounts) {
        return new TaxedDocument(
                List.of(new TaxedGroup(TaxRate.of(rate), amounts(amounts), false)), Monetary.getCurrency("EUR"));
    }

    private static List<Amount> amounts(String... amounts) {
        return Stream.of(amounts).map(amount -> Amount.of(amount, "EUR")).toList();
    }

    private static String property(TaxLaw law) {
        return switch (law) {
            case ORDER -> "theOrderOfLinesChangesNoTotal";
            case NEUTRAL -> "whatIsNotTaxedChangesNothing";
            case ROUNDED_ONCE -> "roundsEachGroupOnce";
            case MIRROR -> "aCreditIsTheTaxWithItsSignTurned";
            case SERIAL_COPY -> "canBeSerialised";
            default -> "roundsEachAmountNearItsTax";
        };
    }

    /** Runs the contract as a user's build does. */
    private static Set<String> failedProperties(Supplier<TaxPolicy> policy) {
        Probe.underTest = policy;
        return engine(selectClass(Probe.class), "OFF")
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.toSet());
    }

    /** What the build of a user shows first for the law that is broken. */
    private static String shrunk(Supplier<TaxPolicy> wrong, String property) {
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
                Pattern.compile("(?s)Sample.*?document:\\s+(EUR \\[.*?\\]\\])").matcher(report);
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
            implements TaxPolicyContract.PerGroup, TaxPolicyContract.Mirrored, TaxPolicyContract.Serialisable {
        private static Supplier<TaxPolicy> underTest = () -> new TaxPerGroup(CENTS);

        @Override
        public TaxPolicy policy() {
            return underTest.get();
        }

        @Override
        public Rounding rounding(CurrencyUnit currency) {
            return CENTS;
        }

        @Override
        public Arbitrary<CurrencyUnit> currencies() {
            return TaxArbitraries.currencies("EUR");
        }
    }
}
