package io.quittance.testkit.allocation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.allocation.NewestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.internal.InTime;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a strategy that is wrong on purpose is caught, and by the law that it breaks. */
@Tag("exhaustive")
class BrokenStrategiesTest {
    private static final CustomerId CUSTOMER = CustomerId.of("C-1");
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");

    /** 20.05, and 60.01 open of 100.00, against 60.01, which is as much as the second. */
    private static final AllocationRequest REQUEST = request(
            "60.01", item("R-1", 0, "20.05"), OpenItem.of(receivable("R-2", 1, "100.00"), eur("60.01"), eur("60.01")));

    /** Enough to catch each; the properties need no such help. */
    private static final List<AllocationRequest> REQUESTS = List.of(
            REQUEST,
            request("60.01"),
            request("500.00", OpenItem.of(receivable("R-1", 0, "100.00"), eur("60.01"))),
            request("60.00", item("R-1", 0, "50.00"), item("R-2", 1, "40.00")),
            request("50.00", item("R-1", 0, "50.00"), item("R-2", 1, "40.00")),
            request("1.00", item("R-1", 0, "92233720368547758.07"), item("R-2", 1, "92233720368547758.07")),
            request(
                    "5.00",
                    OpenItem.of(Receivable.of(ReceivableId.of("R-1"), CUSTOMER, DUE, DUE.plusDays(9), eur("10.00"))),
                    OpenItem.of(Receivable.of(
                            ReceivableId.of("R-2"), CUSTOMER, DUE.minusDays(1), DUE.plusDays(9), eur("10.00")))),
            request(
                    "35.00",
                    IntStream.range(0, 40)
                            .mapToObj(i -> item("R-" + i, 0, "1.00"))
                            .toArray(OpenItem[]::new)));

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByTheLawItBreaks(WrongStrategy wrong) {
        assertThat(REQUESTS).flatMap(request -> brokenLaws(request, wrong)).contains(wrong.law());
    }

    @ParameterizedTest
    @EnumSource
    void noneIsCaughtByALawOfProposalsThatItKeeps(WrongStrategy wrong) {
        assertThat(REQUESTS)
                .flatMap(request -> AllocationLaws.broken(request, wrong.strategy()))
                .extracting(BrokenLaw::law)
                .isSubsetOf(wrong.law());
    }

    @ParameterizedTest
    @EnumSource
    void eachFailsInATestClassOfTheContract(WrongStrategy wrong) {
        assertThat(failedProperties(probe(wrong), wrong::strategy)).contains(property(wrong.law()));
    }

    @Test
    void aStrategyThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(Probe.class, OldestDueFirst::new)).isEmpty();
        assertThat(failedProperties(
                        UndisputedProbe.class, () -> new OldestDueFirst().where(item -> !item.isDisputed())))
                .isEmpty();
        assertThat(failedProperties(FairProbe.class, ProRata::new)).isEmpty();
        assertThat(failedProperties(
                        CurrentFirstProbe.class,
                        () -> request -> InOrder.of("current-first", currentFirst(request.date()))
                                .propose(request)))
                .isEmpty();
    }

    /** Two payments that each stop at the same named amount settle other items in another order. */
    @Test
    void aStrategyFailsThePropertiesOfWhatItCannotPromise() {
        assertThat(failedProperties(Probe.class, AsRemitted::new))
                .contains(
                        property(AllocationLaw.EXHAUSTION),
                        property(AllocationLaw.SPLITTING),
                        property(AllocationLaw.PRIORITY))
                .isSubsetOf(
                        property(AllocationLaw.EXHAUSTION),
                        property(AllocationLaw.SPLITTING),
                        property(AllocationLaw.PRIORITY),
                        property(AllocationLaw.COMMUTATION));
    }

    /**
     * What a reader of a failed build is shown is small, where a broken law stays broken without the other items. A law about
     * sums of all items, or of two payments, can need more of them than a shrinker finds out about; and where a strategy
     * adds up what is open, some runs stop at a third item, since no step of a shrinker makes one item of two.
     */
    @ParameterizedTest
    @MethodSource("brokenByFewItems")
    void theExampleThatIsShownIsSmall(WrongStrategy wrong) {
        var shown = new ArrayList<String>();
        assertThat(IntStream.range(0, 8).anyMatch(run -> {
                    shown.add(shrunkRequest(wrong));
                    return itemsIn(shown.get(run)) <= 2;
                }))
                .as(() -> String.join("\n", shown))
                .isTrue();
    }

    private static long itemsIn(String shown) {
        return Pattern.compile("R-[0-9]+: ").matcher(shown).results().count();
    }

    static Stream<WrongStrategy> brokenByFewItems() {
        Set<AllocationLaw> ofSums = EnumSet.of(
                AllocationLaw.EXHAUSTION,
                AllocationLaw.MONOTONICITY,
                AllocationLaw.SPLITTING,
                AllocationLaw.COMMUTATION,
                AllocationLaw.FAIRNESS);
        return Stream.of(WrongStrategy.values())
                .filter(wrong -> !ofSums.contains(wrong.law()))
                .filter(wrong -> wrong != WrongStrategy.NEVER_ANSWERS) // for which a shrinker waits at each step
                .filter(wrong -> wrong != WrongStrategy.LOOKS_AT_IDENTITY); // which is another one at each try
    }

    /** Two doors, one set of laws: what the kit finds, an allocation refuses, and nothing else. */
    @Property
    void theKitAndTheAllocationAgree(@ForAll WrongStrategy wrong, @ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.broken(request, wrong.strategy()).isEmpty())
                .isEqualTo(isAccepted(request, wrong.strategy()));
    }

    @Provide
    Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests();
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(AllocationLaws.broken(REQUEST, WrongStrategy.GIVES_ALL_TO_THE_OLDEST.strategy()))
                .extracting(BrokenLaw::toString)
                .containsExactly("WITHIN_ITEM (no line pays more than is open of its item): "
                        + "EUR 60.01 to R-1 of R-1: EUR 20.05 open, due 2026-03-01");
        assertThat(AllocationLaws.leftBehind(REQUEST, request -> List.of()))
                .extracting(BrokenLaw::detail)
                .containsExactly("EUR 60.01 left over, but there is [R-1: EUR 20.05 open, due 2026-03-01,"
                        + " R-2: EUR 60.01 open, due 2026-03-02, disputed]");
        assertThat(AllocationLaws.lowered(REQUEST, eur("30"), WrongStrategy.PREFERS_AN_EXACT_MATCH.strategy()))
                .extracting(BrokenLaw::detail)
                .containsExactly("R-1 gets EUR 20.05 of EUR 30.00, but EUR 0.00 of EUR 60.01");
        assertThat(AllocationLaws.unexplained(REQUEST, WrongStrategy.EXPLAINS_WHAT_IS_OPEN.strategy()))
                .extracting(BrokenLaw::detail)
                .containsExactly("EUR 39.96 to R-2 is explained by 'EUR 60.01'");
        assertThat(AllocationLaws.brokenWhenRenamed(REQUEST, WrongStrategy.PREFERS_SHORT_NAMES.strategy()))
                .extracting(BrokenLaw::detail)
                .containsExactly("expected [EUR 20.05 to aab, EUR 39.96 to ab], but was [EUR 60.01 to ab]");
    }

    /** Of 60.01 on 1 March, 20.05 are due that day and 60.01 the day after; three days before, both were not due for long. */
    @Test
    void moneyThatWaitedIsNoOtherMoney() {
        assertThat(AllocationLaws.brokenByValueDate(REQUEST, 3, new OldestDueFirst()))
                .isEmpty();
        assertThat(AllocationLaws.brokenByValueDate(REQUEST, 3, WrongStrategy.GOES_BY_THE_VALUE_DATE.strategy()))
                .extracting(BrokenLaw::detail)
                .containsExactly("expected [EUR 20.05 to R-1, EUR 39.96 to R-2], but was [EUR 60.01 to R-2]"
                        + " with money that came 3 days earlier");
    }

    @Test
    void saysWhichPromiseWasBroken() {
        assertThat(AllocationLaws.brokenByOthers(REQUEST, item -> !item.isDisputed(), new OldestDueFirst()))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "IRRELEVANCE (items that do not count, of other customers or currencies or such as the strategy is not to pay, change nothing): "
                                + "expected [EUR 20.05 to R-1], but was [EUR 20.05 to R-1, EUR 39.96 to R-2]"
                                + " among items that do not count");
        assertThat(AllocationLaws.leftBehind(REQUEST, item -> !item.isDisputed(), request -> List.of()))
                .extracting(BrokenLaw::detail)
                .containsExactly("EUR 60.01 left over, but there is [R-1: EUR 20.05 open, due 2026-03-01]");
        assertThat(AllocationPromises.outOfOrder(
                        REQUEST, item -> true, OpenItem.BY_DUE_DATE.reversed(), new OldestDueFirst()))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "PRIORITY (no item is paid while one that comes before it in the strategy's order is open): "
                                + "EUR 20.05 to R-1: EUR 20.05 open, due 2026-03-01, but before it there is"
                                + " R-2: EUR 60.01 open, due 2026-03-02, disputed");
        assertThat(AllocationPromises.brokenWhenSwapped(
                        request("50.00", item("R-1", 0, "50.00"), item("R-2", 1, "40.00")),
                        eur("30"),
                        WrongStrategy.PAYS_WHERE_MOST_IS_OPEN.strategy()))
                .extracting(BrokenLaw::toString)
                .containsExactly("COMMUTATION (two payments of one day settle the same in either order): "
                        + "EUR 30.00 and then EUR 20.00 settle {R-1=EUR 30.00, R-2=EUR 20.00},"
                        + " the other way round {R-1=EUR 20.00, R-2=EUR 30.00}");
        assertThat(AllocationPromises.unfair(
                        request("9.00", item("R-1", 0, "9.00"), item("R-2", 0, "18.00")),
                        item -> item.open().toBigDecimal(),
                        new OldestDueFirst()))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "FAIRNESS (each share is less than a minor unit for each item away from the exact one, unless the item is full): "
                                + "EUR 9.00 of EUR 9.00 to R-1: EUR 9.00 open, due 2026-03-01, whose weight is 9.00 of 27.00",
                        "FAIRNESS (each share is less than a minor unit for each item away from the exact one, unless the item is full): "
                                + "EUR 0.00 of EUR 9.00 to R-2: EUR 18.00 open, due 2026-03-01, whose weight is 18.00 of 27.00");
        assertThat(AllocationPromises.brokenWhenMoved(
                        REQUEST,
                        request -> request.date().isAfter(DUE) ? List.of() : new OldestDueFirst().propose(request)))
                .extracting(BrokenLaw::toString)
                .containsExactly("TIMELESSNESS (the same question 400 years earlier or later has the same answer): "
                        + "expected [EUR 20.05 to R-1, EUR 39.96 to R-2], but was [] on 2426-03-01");
        AllocationRequest due = request("5.00", item("R-1", 0, "20.05"));
        assertThat(AllocationPromises.brokenElsewhere(
                        due,
                        asked -> List.of(AllocationLine.of(
                                ReceivableId.of("R-1"),
                                eur("5.00"),
                                Explanation.of(
                                        "test", "in {0}", TimeZone.getDefault().getID())))))
                .extracting(BrokenLaw::toString)
                .containsExactly(
                        "PLACELESSNESS (the same question on a machine of another language and time zone has the same answer, to the letter): "
                                + "expected [EUR 5.00 to R-1 since in "
                                + TimeZone.getDefault().getID()
                                + "], but was [EUR 5.00 to R-1 since in America/Adak] in tr-TR and America/Adak",
                        "PLACELESSNESS (the same question on a machine of another language and time zone has the same answer, to the letter): "
                                + "expected [EUR 5.00 to R-1 since in "
                                + TimeZone.getDefault().getID()
                                + "], but was [EUR 5.00 to R-1 since in Pacific/Kiritimati] in ar-EG-u-nu-arab and Pacific/Kiritimati");
    }

    /** Equal weights of 100.00 over 20.00, 50.00 and 60.00: who is full may have less, and the others then more. */
    @Test
    void aShareMayDifferByTheCapsAndByACentForEachItem() {
        AllocationRequest request =
                request("100.00", item("R-1", 0, "20.00"), item("R-2", 1, "50.00"), item("R-3", 2, "60.00"));
        assertThat(unfairShares(request, "20.00", "33.34", "46.66")).isEmpty();
        assertThat(unfairShares(request, "20.00", "33.31", "46.69")).isEmpty(); // 0.0233 less
        assertThat(unfairShares(request, "20.00", "33.30", "46.70")).hasSize(1); // 0.0333 less
        assertThat(unfairShares(request, "19.99", "40.00", "40.01")).hasSize(1); // not full
        AllocationRequest uncapped = request("90.00", item("R-1", 0, "50.00"), item("R-2", 1, "50.00"));
        assertThat(unfairShares(uncapped, "44.99", "45.01")).isEmpty();
        assertThat(unfairShares(uncapped, "44.98", "45.02")).hasSize(2);
    }

    private static List<BrokenLaw> unfairShares(AllocationRequest request, String... amounts) {
        return AllocationPromises.unfair(
                request,
                item -> BigDecimal.ONE,
                asked -> IntStream.range(0, amounts.length)
                        .mapToObj(i -> AllocationLine.of(
                                ReceivableId.of("R-" + (i + 1)), eur(amounts[i]), Explanation.of("test", "by hand")))
                        .toList());
    }

    /** No law lets the strategy's own exception through: the request is what a user needs to find the mistake. */
    @Test
    void aStrategyThatThrowsDoesNotAnswerByAnyLaw() {
        byEveryLaw(request -> {
                    throw new IllegalStateException("no lines today");
                })
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .satisfies(one -> assertThat(one.law()).isEqualTo(AllocationLaw.ANSWERS))
                        .satisfies(one -> assertThat(one.detail())
                                .startsWith("threw java.lang.IllegalStateException: no lines today for EUR ")
                                .endsWith(
                                        " of " + REQUEST.payment() + ", naming [unknown], items " + REQUEST.items())));
        byEveryLaw(WrongStrategy.ANSWERS_WITH_NULL.strategy())
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .satisfies(one -> assertThat(one.detail()).startsWith("answered null for EUR ")));
        byEveryLaw(WrongStrategy.ANSWERS_WITH_A_HOLE.strategy())
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .satisfies(one -> assertThat(one.law()).isEqualTo(AllocationLaw.ANSWERS))
                        .satisfies(one -> assertThat(one.detail()).contains("null] for EUR ")));
    }

    /** The second of two questions: 60.01, where 30 can be divided. */
    @Test
    void namesTheRequestForWhichAStrategyThrew() {
        AllocationStrategy small = request -> {
            if (request.available().isGreaterThan(eur("30"))) {
                throw new IllegalStateException("too much");
            }
            return new OldestDueFirst().propose(request);
        };
        String threw = "ANSWERS (the strategy answers with a list that holds no null, and throws nothing): "
                + "threw java.lang.IllegalStateException: too much for " + REQUEST;
        assertThat(AllocationLaws.lowered(REQUEST, eur("30"), small))
                .singleElement()
                .hasToString(threw);
        assertThat(AllocationLaws.brokenWhenSplit(REQUEST, eur("30.01"), small))
                .singleElement()
                .asString()
                .startsWith("ANSWERS (the strategy answers with a list that holds no null, and throws nothing): "
                        + "threw java.lang.IllegalStateException: too much for EUR 30.01 of ");
    }

    /** 0.02 over three items is shared in parts of nothing. */
    @Test
    void aStrategyThatNeverAnswersIsLeftAlone() {
        AllocationRequest cents = request("0.02", item("R-1", 0, "1"), item("R-2", 0, "1"), item("R-3", 0, "1"));
        assertThat(AllocationLaws.broken(cents, WrongStrategy.NEVER_ANSWERS.strategy()))
                .singleElement()
                .satisfies(broken -> assertThat(broken.law()).isEqualTo(AllocationLaw.ANSWERS))
                .satisfies(broken -> assertThat(broken.detail())
                        .isEqualTo("threw java.lang.IllegalStateException: no answer within 250 ms for " + cents));
        assertThat(InTime.USUAL).isEqualTo(Duration.ofSeconds(10));
    }

    /** Cards pay the newest, and what has the payer's reference or is in the payer's words first: pure functions of the request. */
    @Test
    void aStrategyMayLookAtWhatIsKnownOfThePayment() {
        AllocationStrategy newest = new NewestFirst();
        AllocationStrategy oldest = new OldestDueFirst();
        AllocationStrategy byMethod =
                request -> (request.payment().method().isPresent() ? newest : oldest).propose(request);
        AllocationStrategy byReference = request -> new OldestDueFirst()
                .where(
                        "referenced",
                        item -> request.payment()
                                .reference()
                                .map(one -> item.receivable().references().contains(one.value()))
                                .orElse(false))
                .propose(request);
        AllocationStrategy byText = request -> new OldestDueFirst()
                .where(
                        "in words",
                        item -> request.payment()
                                .text()
                                .map(text -> List.of(text.split(" "))
                                        .contains(item.id().value()))
                                .orElse(false))
                .propose(request);
        AllocationStrategy byPayer =
                request -> request.payment().payer().isPresent() ? new OldestDueFirst().propose(request) : List.of();
        var reference = new StructuredReference(StructuredReference.Scheme.CREDITOR, "RF18539007547034");
        AllocationRequest plain = request("50.00", item("R-1", 0, "100"), item("R-2", 9, "80"));
        Payment payment = plain.payment()
                .by(PaymentMethod.CARD)
                .from(Payer.named("Acme Ltd"))
                .referring(reference)
                .saying("for R-2 of March");
        var items = new ArrayList<OpenItem>();
        for (OpenItem item : plain.items()) {
            items.add(OpenItem.of(item.receivable().knownBy(reference.value())));
        }
        AllocationRequest told = AllocationRequest.of(payment, items);
        for (AllocationStrategy strategy : List.of(byMethod, byReference, byText, byPayer)) {
            assertThat(strategy.propose(told)).isNotEmpty();
            assertThat(AllocationLaws.brokenWhenRenamed(told, strategy)).isEmpty();
            assertThat(AllocationPromises.brokenWhenMoved(told, strategy)).isEmpty();
        }
    }

    /** What is thrown is broken; what ends the machine is nobody's fault and passes. */
    @Test
    void onlyWhatEndsTheMachinePasses() {
        AllocationStrategy failing = request -> {
            throw new AssertionError("mine");
        };
        assertThat(AllocationLaws.broken(REQUEST, failing))
                .extracting(BrokenLaw::law)
                .containsExactly(AllocationLaw.ANSWERS);
        AllocationStrategy without = request -> {
            throw new OutOfMemoryError("mine");
        };
        assertThatThrownBy(() -> AllocationLaws.broken(REQUEST, without)).isInstanceOf(OutOfMemoryError.class);
    }

    /** Of an answer of 2,147,483,647 lines no more are read than are needed to see that it is wrong. */
    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        assertThat(AllocationLaws.broken(REQUEST, WrongStrategy.ANSWERS_WITHOUT_END.strategy()))
                .extracting(BrokenLaw::law)
                .containsExactly(AllocationLaw.KNOWN_ITEM, AllocationLaw.KNOWN_ITEM, AllocationLaw.KNOWN_ITEM);
    }

    /** What fails after the answer: a sum of euros and dollars. */
    @Test
    void aProposalThatCannotBeLookedAtBreaksTheLaw() {
        assertThat(AllocationLaws.leftBehind(REQUEST, WrongStrategy.PAYS_IN_DOLLARS.strategy()))
                .singleElement()
                .satisfies(broken -> assertThat(broken.law()).isEqualTo(AllocationLaw.EXHAUSTION))
                .satisfies(broken -> assertThat(broken.detail())
                        .startsWith("threw io.quittance.core.error.CurrencyMismatchException")
                        .endsWith(" for " + REQUEST));
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(AllocationStrategy strategy) {
        Predicate<OpenItem> any = item -> true;
        return Map.ofEntries(
                entry("proposal", AllocationLaws.broken(REQUEST, strategy)),
                entry("twice", AllocationLaws.brokenWhenAskedTwice(REQUEST, strategy)),
                entry("anew", AllocationLaws.brokenWhenAskedAnew(REQUEST, strategy)),
                entry("unexplained", AllocationLaws.unexplained(REQUEST, strategy)),
                entry("renamed", AllocationLaws.brokenWhenRenamed(REQUEST, strategy)),
                entry("others", AllocationLaws.brokenByOthers(REQUEST, any, strategy)),
                entry("earlier", AllocationLaws.brokenByValueDate(REQUEST, 3, strategy)),
                entry("left", AllocationLaws.leftBehind(REQUEST, strategy)),
                entry("lowered", AllocationLaws.lowered(REQUEST, eur("30"), strategy)),
                entry("split", AllocationLaws.brokenWhenSplit(REQUEST, eur("30"), strategy)),
                entry("order", AllocationPromises.outOfOrder(REQUEST, any, OpenItem.BY_DUE_DATE, strategy)),
                entry("swapped", AllocationPromises.brokenWhenSwapped(REQUEST, eur("30"), strategy)),
                entry("unfair", AllocationPromises.unfair(REQUEST, item -> BigDecimal.ONE, strategy)),
                entry("moved", AllocationPromises.brokenWhenMoved(REQUEST, strategy)),
                entry("elsewhere", AllocationPromises.brokenElsewhere(REQUEST, strategy)));
    }

    /** 250 names, which need three blocks, and each keeps its place. */
    @Test
    void renamesManyItemsInTheirOrder() {
        OpenItem[] items = IntStream.range(0, 250)
                .mapToObj(i -> item("R-" + (1000 + i), 0, "1.00"))
                .toArray(OpenItem[]::new);
        AllocationRequest many = request("100.00", items);
        assertThat(new Renaming(many).renamed().items())
                .extracting(OpenItem::id)
                .isEqualTo(Stream.of(items)
                        .map(item -> new Renaming(many).nameOf(item.id()))
                        .toList())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(AllocationLaws.brokenWhenRenamed(many, new OldestDueFirst())).isEmpty();
        assertThat(AllocationLaws.brokenWhenRenamed(many, WrongStrategy.SORTS_BY_HASH.strategy()))
                .isNotEmpty();
    }

    @Test
    void oneUnitLessThanNothingIsNothing() {
        assertThat(AllocationArbitraries.allButOneUnit(eur("0.02"))).isEqualTo(eur("0.01"));
        assertThat(AllocationArbitraries.allButOneUnit(eur("0.00"))).isEqualTo(eur("0.00"));
    }

    /** An explanation may name the amount as text with its currency or as a number of any scale. */
    @Test
    void knowsAnAmountInEitherForm() {
        for (Object amount :
                List.of(eur("20.05"), "EUR 20.05", "20.050", eur("20.05").toFraction())) {
            AllocationStrategy strategy = request -> List.of(AllocationLine.of(
                    ReceivableId.of("R-1"), eur("20.05"), Explanation.of("test", "{0}: {1}", "why", amount)));
            assertThat(AllocationLaws.unexplained(REQUEST, strategy)).isEmpty();
        }
    }

    private static Set<AllocationLaw> brokenLaws(AllocationRequest request, WrongStrategy wrong) {
        var broken = new ArrayList<>(AllocationLaws.broken(request, wrong.strategy()));
        if (broken.isEmpty()) {
            broken.addAll(AllocationLaws.brokenWhenAskedTwice(request, wrong.strategy()));
            broken.addAll(AllocationLaws.brokenWhenAskedAnew(request, wrong.strategy()));
            broken.addAll(AllocationLaws.unexplained(request, wrong.strategy()));
            broken.addAll(AllocationLaws.brokenWhenRenamed(request, wrong.strategy()));
            broken.addAll(AllocationLaws.brokenByValueDate(request, 3, wrong.strategy()));
            broken.addAll(AllocationLaws.leftBehind(request, wrong.strategy()));
            broken.addAll(AllocationLaws.lowered(request, part(request), wrong.strategy()));
            broken.addAll(AllocationLaws.lowered(
                    request, AllocationArbitraries.allButOneUnit(request.available()), wrong.strategy()));
            broken.addAll(AllocationLaws.brokenWhenSplit(request, part(request), wrong.strategy()));
            broken.addAll(AllocationLaws.brokenByOthers(request, item -> !item.isDisputed(), wrong.strategy()));
            broken.addAll(AllocationPromises.outOfOrder(request, item -> true, order(wrong), wrong.strategy()));
            broken.addAll(AllocationPromises.brokenWhenSwapped(request, part(request), wrong.strategy()));
            broken.addAll(AllocationPromises.unfair(request, item -> item.open().toBigDecimal(), wrong.strategy()));
            broken.addAll(AllocationPromises.brokenWhenMoved(request, wrong.strategy()));
            broken.addAll(AllocationPromises.brokenElsewhere(request, wrong.strategy()));
        }
        return broken.stream()
                .map(BrokenLaw::law)
                .map(AllocationLaw.class::cast)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AllocationLaw.class)));
    }

    private static Amount part(AllocationRequest request) {
        return eur("30").min(request.available());
    }

    private static Comparator<OpenItem> order(WrongStrategy wrong) {
        return wrong == WrongStrategy.COUNTS_THE_DUE_DAY_AS_PAST ? currentFirst(DUE) : OpenItem.BY_DUE_DATE;
    }

    private static boolean isAccepted(AllocationRequest request, AllocationStrategy strategy) {
        try {
            Allocation allocation = Allocation.of(request, strategy);
            return allocation.unapplied().signum() >= 0;
        } catch (InvalidArgumentException | CurrencyMismatchException e) {
            return false;
        }
    }

    private static String property(AllocationLaw law) {
        return switch (law) {
            case SAME_ANSWER -> "answersTheSameQuestionTheSameWay";
            case EQUAL_QUESTION -> "answersAnEqualQuestionTheSameWay";
            case EXPLANATION -> "explainsEveryAmount";
            case RENAMING -> "renamingChangesNothingButNames";
            case VALUE_DATE -> "goesByTheDayOfTheAllocation";
            case EXHAUSTION -> "leavesMoneyOverOnlyWhenAllIsSettled";
            case MONOTONICITY -> "moreMoneyNeverLowersWhatAnItemGets";
            case SPLITTING -> "twoPartsSettleWhatTheWholeSettles";
            case IRRELEVANCE -> "itemsThatDoNotCountChangeNothing";
            case PRIORITY -> "paysNoItemBeforeItsTurn";
            case COMMUTATION -> "settlesTheSameInEitherOrder";
            case FAIRNESS -> "sharesByWeights";
            case TIMELESSNESS -> "answersTheSameInAnotherCentury";
            case PLACELESSNESS -> "answersTheSameOnAnotherMachine";
            default -> "keepsTheBooksBalanced";
        };
    }

    /** Where the law is about what a strategy chooses to be, the test class that says so. */
    private static Class<?> probe(WrongStrategy wrong) {
        return switch (wrong.law()) {
            case IRRELEVANCE -> UndisputedProbe.class;
            case FAIRNESS -> FairProbe.class;
            case PRIORITY -> wrong == WrongStrategy.COUNTS_THE_DUE_DAY_AS_PAST ? CurrentFirstProbe.class : Probe.class;
            default -> Probe.class;
        };
    }

    /** Runs the contract as a user's build does. */
    private static Set<String> failedProperties(Class<?> probe, Supplier<AllocationStrategy> strategy) {
        Probe.underTest = strategy;
        return engine(selectClass(probe), "OFF")
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.toSet());
    }

    /** The smallest request that the build of a user shows for the law that is broken. */
    private static String shrunkRequest(WrongStrategy wrong) {
        Probe.underTest = wrong::strategy;
        Class<?> probe = probe(wrong);
        Method property = Stream.of(probe.getMethods())
                .filter(method -> method.getName().equals(property(wrong.law())))
                .findFirst()
                .orElseThrow();
        String report = engine(selectMethod(probe, property), "BOUNDED")
                .allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).toString())
                .collect(Collectors.joining("\n"));
        Matcher first = Pattern.compile("(?s)Sample.*?items \\[(.*?)]").matcher(report); // the shrunk one, if any
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

    /** What is not overdue on a day comes first; then by due date. */
    private static Comparator<OpenItem> currentFirst(LocalDate day) {
        return Comparator.comparing((OpenItem item) -> item.daysPastDue(day) > 0)
                .thenComparing(OpenItem.BY_DUE_DATE);
    }

    private static AllocationRequest request(String amount, OpenItem... items) {
        var payment = Payment.of(PaymentId.of("P-1"), CUSTOMER, DUE, eur(amount));
        return AllocationRequest.of(payment.naming(ReceivableId.of("unknown")), List.of(items));
    }

    private static OpenItem item(String id, int dueAfter, String amount) {
        return OpenItem.of(receivable(id, dueAfter, amount));
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static Receivable receivable(String id, int dueAfter, String amount) {
        return Receivable.of(ReceivableId.of(id), CUSTOMER, DUE, DUE.plusDays(dueAfter), eur(amount));
    }

    /** Not found by a build, because it is nested; run by the tests above, one after the other. */
    static class Probe
            implements AllocationStrategyContract.Exhaustive,
                    AllocationStrategyContract.Monotone,
                    AllocationStrategyContract.Splitting,
                    AllocationStrategyContract.Prioritised,
                    AllocationStrategyContract.Commuting,
                    AllocationStrategyContract.Timeless,
                    AllocationStrategyContract.Placeless {
        private static Supplier<AllocationStrategy> underTest = OldestDueFirst::new;

        @Override
        public AllocationStrategy strategy() {
            return underTest.get();
        }

        @Override
        public Comparator<OpenItem> order() {
            return OpenItem.BY_DUE_DATE;
        }
    }

    /** A strategy that is to leave disputed items alone. */
    static class UndisputedProbe implements AllocationStrategyContract.Exhaustive {
        @Override
        public AllocationStrategy strategy() {
            return Probe.underTest.get();
        }

        @Override
        public boolean isEligible(OpenItem item) {
            return !item.isDisputed();
        }
    }

    /** A strategy that is to share by what is open. */
    static class FairProbe implements AllocationStrategyContract.Fair {
        @Override
        public AllocationStrategy strategy() {
            return Probe.underTest.get();
        }

        @Override
        public BigDecimal weight(OpenItem item) {
            return item.open().toBigDecimal();
        }
    }

    /** A strategy that is to pay what is overdue last; all generated payments are of one day. */
    static class CurrentFirstProbe implements AllocationStrategyContract.Prioritised {
        @Override
        public AllocationStrategy strategy() {
            return Probe.underTest.get();
        }

        @Override
        public Comparator<OpenItem> order() {
            return currentFirst(AllocationArbitraries.PAID);
        }
    }
}
