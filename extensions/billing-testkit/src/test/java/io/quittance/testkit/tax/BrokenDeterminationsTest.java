package io.quittance.testkit.tax;

import static io.quittance.core.tax.TaxTreatment.outsideScope;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.testkit.BrokenLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a determination that is wrong on purpose is caught, and by the law that it breaks. */
class BrokenDeterminationsTest {
    private static final TaxTable RIGHT = TaxTable.of(standard("19")).from("2020-07-01", standard("16"));
    private static final TaxableSupply SUMMER = supply("C-1", "2020-06-01", "2020-09-01");
    private static final TaxableSupply MAY = supply("C-2", "2020-05-01", "2020-06-01");

    /** Determinations that are wrong on purpose, each by one law. */
    @SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what determinations of others may do
    enum WrongDetermination {
        ANSWERS_WITH_NULL(TaxLaw.ANSWERS, () -> supply -> null),
        ANSWERS_WITH_NOTHING_FOR_WHAT_NOBODY_TAXES(TaxLaw.ANSWERS, () -> supply -> List.of()),
        TAXES_TWICE(
                TaxLaw.ANSWERS,
                () -> supply -> List.of(standard("19"), standard("19").in("DE"), standard("19"))),
        THROWS_FOR_WHOM_IT_DOES_NOT_KNOW(
                TaxLaw.ANSWERS,
                () -> supply ->
                        List.of(Map.of(CustomerId.of("C-2"), standard("19"), CustomerId.of("C-3"), outsideScope())
                                .get(supply.customer()))),
        THROWS_WHERE_NO_SELLER_IS_SAID(
                TaxLaw.ANSWERS,
                () -> supply ->
                        List.of(supply.soldBy().orElseThrow().value().isEmpty() ? outsideScope() : standard("19"))),
        HAS_NO_DAY_OF_CHANGE(TaxLaw.ANSWERS, () -> new TaxDetermination() {
            @Override
            public List<TaxTreatment> taxes(TaxableSupply supply) {
                return List.of(standard("19"));
            }

            @Override
            public Optional<LocalDate> changedFrom(ContractId contract, CustomerId customer) {
                return null;
            }
        }),
        TAXES_THE_FIRST_LINE_ONLY(TaxLaw.SAME_ANSWER, () -> {
            var taxed = new HashSet<ContractId>();
            return supply -> List.of(taxed.add(supply.contract()) ? standard("19") : outsideScope());
        }),
        REMEMBERS_OBJECTS(TaxLaw.EQUAL_QUESTION, () -> {
            var known = new IdentityHashMap<CustomerId, TaxTreatment>();
            return supply -> List.of(known.computeIfAbsent(
                    supply.customer(), customer -> known.isEmpty() ? standard("19") : standard("7")));
        }),
        REFUSES_THE_MINIMUM(TaxLaw.COMPLETE, () -> supply -> {
            if (supply.agreedCharge().isEmpty()) {
                throw new InvalidArgumentException("acme.tax", "charge", "must be agreed", supply.charge());
            }
            return RIGHT.taxes(supply);
        }),
        TAXES_BY_THE_FIRST_DAY(
                TaxLaw.END_OF_PART,
                () -> supply -> List.of(
                        supply.days().start().isBefore(LocalDate.of(2020, 7, 1)) ? standard("19") : standard("16"))),
        TELLS_NOBODY(TaxLaw.CHANGED_FROM, () -> RIGHT.customer("C-1", reverseCharge())),
        TELLS_TOO_LATE_A_DAY(
                TaxLaw.CHANGED_FROM,
                () -> TaxTable.of(standard("19"))
                        .from("2020-07-01", standard("17"))
                        .correctedFrom(LocalDate.of(2020, 9, 1))),
        CANNOT_BE_WRITTEN(TaxLaw.SERIAL_COPY, () -> supply -> RIGHT.taxes(supply));

        private final TaxLaw law;
        private final Supplier<TaxDetermination> supplier;

        WrongDetermination(TaxLaw law, Supplier<TaxDetermination> supplier) {
            this.law = law;
            this.supplier = supplier;
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByTheLawItBreaks(WrongDetermination wrong) {
        var broken = new ArrayList<BrokenLaw>();
        for (TaxableSupply supply : List.of(SUMMER, MAY)) {
            byEveryLaw(wrong.supplier.get(), supply).values().forEach(broken::addAll);
        }
        assertThat(laws(broken)).contains(wrong.law);
    }

    @ParameterizedTest
    @EnumSource
    void eachFailsInATestClassOfTheContract(WrongDetermination wrong) {
        assertThat(failedProperties(wrong.supplier)).contains(property(wrong.law));
    }

    @Test
    void aDeterminationThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(() -> RIGHT)).isEmpty();
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(TaxDeterminationLaws.refused(WrongDetermination.REFUSES_THE_MINIMUM.supplier.get(), SUMMER))
                .singleElement()
                .hasToString("COMPLETE (as promised, it refuses no supply): "
                        + "refused: io.quittance.core.error.InvalidArgumentException: charge must be agreed,"
                        + " but was calls: calls [2020-06-01, 2020-09-01) of K-C-1, customer C-1");
        assertThat(TaxDeterminationLaws.brokenByEarlierDays(
                        WrongDetermination.TAXES_BY_THE_FIRST_DAY.supplier.get(), SUMMER))
                .singleElement()
                .hasToString(
                        "END_OF_PART (as promised, of the days, the last one decides, on which a part counts as supplied): "
                                + "[S 19%] instead of [S 16%]:"
                                + " calls [2020-06-01, 2020-09-01) of K-C-1, customer C-1");
        assertThat(TaxDeterminationLaws.brokenByChange(RIGHT, WrongDetermination.TELLS_NOBODY.supplier.get(), SUMMER))
                .singleElement()
                .hasToString(
                        "CHANGED_FROM (as promised, what is taxed otherwise than was known before has days from the one on that is told): "
                                + "[AE 0% VATEX-EU-AE] instead of [S 16%] before, but changed never:"
                                + " calls [2020-06-01, 2020-09-01) of K-C-1, customer C-1");
        assertThat(TaxDeterminationLaws.brokenByChange(
                        RIGHT, WrongDetermination.TELLS_TOO_LATE_A_DAY.supplier.get(), SUMMER))
                .singleElement()
                .hasToString(
                        "CHANGED_FROM (as promised, what is taxed otherwise than was known before has days from the one on that is told): "
                                + "[S 17%] instead of [S 16%] before, but changed from 2020-09-01 on:"
                                + " calls [2020-06-01, 2020-09-01) of K-C-1, customer C-1");
    }

    /** No law lets the determination's own exception through: the line is what a user needs to find the mistake. */
    @Test
    void aDeterminationThatThrowsDoesNotAnswerByAnyLaw() {
        byEveryLaw(
                        supply -> {
                            throw new IllegalStateException("service is down");
                        },
                        SUMMER)
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .asString()
                        .startsWith(
                                "ANSWERS (a policy answers with whole minor units of the currency for each that is taxed, a determination with treatments, each another, or with a refusal of this library): "
                                        + "threw java.lang.IllegalStateException: service is down for calls [2020-0")
                        .endsWith(", 2020-09-01) of K-C-1, customer C-1"));
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(TaxDetermination determination, TaxableSupply supply) {
        return Map.of(
                "answers", TaxDeterminationLaws.broken(determination, supply, MAY),
                "anew", TaxDeterminationLaws.brokenWhenAskedAnew(determination, supply),
                "refused", TaxDeterminationLaws.refused(determination, supply),
                "days", TaxDeterminationLaws.brokenByEarlierDays(determination, supply),
                "change", TaxDeterminationLaws.brokenByChange(RIGHT, determination, supply),
                "copy", TaxDeterminationLaws.brokenByCopy(determination, supply));
    }

    private static Set<TaxLaw> laws(List<BrokenLaw> broken) {
        return broken.stream()
                .map(BrokenLaw::law)
                .map(TaxLaw.class::cast)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaxLaw.class)));
    }

    private static TaxableSupply supply(String customer, String start, String end) {
        return new TaxableSupply(
                ContractId.of("K-" + customer),
                null,
                CustomerId.of(customer),
                ChargeId.of("calls"),
                null,
                ServicePeriod.of(start, end));
    }

    private static String property(TaxLaw law) {
        return switch (law) {
            case EQUAL_QUESTION -> "answersAnEqualLineTheSameWay";
            case COMPLETE -> "refusesNoLine";
            case END_OF_PART -> "theLastDayDecides";
            case CHANGED_FROM -> "tellsFromWhenOnItChanged";
            case SERIAL_COPY -> "canBeSerialised";
            default -> "answersEveryLineAlwaysAlike";
        };
    }

    /** Runs the contract as a user's build does. */
    private static Set<String> failedProperties(Supplier<TaxDetermination> determination) {
        Probe.underTest = determination;
        return EngineTestKit.engine("jqwik")
                .selectors(selectClass(Probe.class))
                .configurationParameter("jqwik.database", "target/jqwik-probe-database")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.tries.default", "200")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.toSet());
    }

    /** Not found by a build, because it is nested; run by the tests above, one after the other. */
    static class Probe
            implements TaxDeterminationContract.Complete,
                    TaxDeterminationContract.ByEndOfPart,
                    TaxDeterminationContract.Corrected,
                    TaxDeterminationContract.Serialisable {
        private static Supplier<TaxDetermination> underTest = () -> RIGHT;

        @Override
        public TaxDetermination determination() {
            return underTest.get();
        }

        @Override
        public TaxDetermination earlier() {
            return RIGHT;
        }
    }
}
