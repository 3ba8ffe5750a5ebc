package io.quittance.testkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.testkit.allocation.BrokenLaw.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a strategy that is wrong on purpose is caught, and by the law that it breaks. */
class BrokenStrategiesTest {
    private static final CustomerId CUSTOMER = CustomerId.of("C-1");
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");

    /** 20.05, and 60.01 open of 100.00, against 60.01, which is as much as the second. */
    private static final AllocationRequest REQUEST =
            request("60.01", item("R-1", 0, "20.05"), OpenItem.of(receivable("R-2", 1, "100.00"), eur("60.01"), true));

    /** Enough to catch each; the properties need no such help. */
    private static final List<AllocationRequest> REQUESTS = List.of(
            REQUEST,
            request("60.01"),
            request("500.00", OpenItem.of(receivable("R-1", 0, "100.00"), eur("60.01"), false)),
            request("60.00", item("R-1", 0, "50.00"), item("R-2", 1, "40.00")),
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
        assertThat(failedProperties(wrong)).contains(property(wrong.law()));
    }

    @Test
    void aStrategyThatKeepsTheLawsFailsNoProperty() {
        assertThat(failedProperties(OldestDueFirst::new)).isEmpty();
        assertThat(failedProperties(AsRemitted::new))
                .containsExactlyInAnyOrder(property(Law.EXHAUSTION), property(Law.SPLITTING));
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
                .containsExactly("WITHIN_ITEM: EUR 60.01 to R-1 of R-1: EUR 20.05 open, due 2026-03-01");
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

    /** No law lets the strategy's own exception through: the request is what a user needs to find the mistake. */
    @Test
    void aStrategyThatThrowsDoesNotAnswerByAnyLaw() {
        byEveryLaw(request -> {
                    throw new IllegalStateException("no lines today");
                })
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .satisfies(one -> assertThat(one.law()).isEqualTo(Law.ANSWERS))
                        .satisfies(one -> assertThat(one.detail())
                                .startsWith("threw java.lang.IllegalStateException: no lines today for EUR ")
                                .endsWith(" of " + REQUEST.payment() + ", items " + REQUEST.items())));
        byEveryLaw(WrongStrategy.ANSWERS_WITH_NULL.strategy())
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .satisfies(one -> assertThat(one.detail()).startsWith("answered null for EUR ")));
        byEveryLaw(WrongStrategy.ANSWERS_WITH_A_HOLE.strategy())
                .forEach((law, broken) -> assertThat(broken)
                        .as(law)
                        .singleElement()
                        .satisfies(one -> assertThat(one.law()).isEqualTo(Law.ANSWERS))
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
        String threw = "ANSWERS: threw java.lang.IllegalStateException: too much for " + REQUEST;
        assertThat(AllocationLaws.lowered(REQUEST, eur("30"), small))
                .singleElement()
                .hasToString(threw);
        assertThat(AllocationLaws.brokenWhenSplit(REQUEST, eur("30.01"), small))
                .singleElement()
                .asString()
                .startsWith("ANSWERS: threw java.lang.IllegalStateException: too much for EUR 30.01 of ");
    }

    /** What fails after the answer: a sum of euros and dollars. */
    @Test
    void aProposalThatCannotBeLookedAtBreaksTheLaw() {
        assertThat(AllocationLaws.leftBehind(REQUEST, WrongStrategy.PAYS_IN_DOLLARS.strategy()))
                .singleElement()
                .satisfies(broken -> assertThat(broken.law()).isEqualTo(Law.EXHAUSTION))
                .satisfies(broken -> assertThat(broken.detail())
                        .startsWith("threw io.quittance.core.error.CurrencyMismatchException")
                        .endsWith(" for " + REQUEST));
    }

    private static Map<String, List<BrokenLaw>> byEveryLaw(AllocationStrategy strategy) {
        return Map.of(
                "proposal", AllocationLaws.broken(REQUEST, strategy),
                "twice", AllocationLaws.brokenWhenAskedTwice(REQUEST, strategy),
                "anew", AllocationLaws.brokenWhenAskedAnew(REQUEST, strategy),
                "unexplained", AllocationLaws.unexplained(REQUEST, strategy),
                "renamed", AllocationLaws.brokenWhenRenamed(REQUEST, strategy),
                "left", AllocationLaws.leftBehind(REQUEST, strategy),
                "lowered", AllocationLaws.lowered(REQUEST, eur("30"), strategy),
                "split", AllocationLaws.brokenWhenSplit(REQUEST, eur("30"), strategy));
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

    private static Set<Law> brokenLaws(AllocationRequest request, WrongStrategy wrong) {
        var broken = new ArrayList<>(AllocationLaws.broken(request, wrong.strategy()));
        if (broken.isEmpty()) {
            broken.addAll(AllocationLaws.brokenWhenAskedTwice(request, wrong.strategy()));
            broken.addAll(AllocationLaws.brokenWhenAskedAnew(request, wrong.strategy()));
            broken.addAll(AllocationLaws.unexplained(request, wrong.strategy()));
            broken.addAll(AllocationLaws.brokenWhenRenamed(request, wrong.strategy()));
            broken.addAll(AllocationLaws.leftBehind(request, wrong.strategy()));
            broken.addAll(AllocationLaws.lowered(request, eur("30"), wrong.strategy()));
            broken.addAll(AllocationLaws.brokenWhenSplit(request, eur("30"), wrong.strategy()));
        }
        return broken.stream().map(BrokenLaw::law).collect(Collectors.toCollection(() -> EnumSet.noneOf(Law.class)));
    }

    private static boolean isAccepted(AllocationRequest request, AllocationStrategy strategy) {
        try {
            Allocation allocation = Allocation.of(request, strategy);
            return allocation.unapplied().signum() >= 0;
        } catch (InvalidArgumentException | CurrencyMismatchException e) {
            return false;
        }
    }

    private static String property(Law law) {
        return switch (law) {
            case SAME_ANSWER -> "answersTheSameQuestionTheSameWay";
            case EQUAL_QUESTION -> "answersAnEqualQuestionTheSameWay";
            case EXPLANATION -> "explainsEveryAmount";
            case RENAMING -> "renamingChangesNothingButNames";
            case EXHAUSTION -> "leavesMoneyOverOnlyWhenAllIsSettled";
            case MONOTONICITY -> "moreMoneyNeverLowersWhatAnItemGets";
            case SPLITTING -> "twoPartsSettleWhatTheWholeSettles";
            default -> "keepsTheBooksBalanced";
        };
    }

    private static Set<String> failedProperties(WrongStrategy wrong) {
        return failedProperties(wrong::strategy);
    }

    /** Runs the contract as a user's build does. */
    private static Set<String> failedProperties(Supplier<AllocationStrategy> strategy) {
        Probe.underTest = strategy;
        return EngineTestKit.engine("jqwik")
                .selectors(selectClass(Probe.class))
                .configurationParameter("jqwik.database", "target/jqwik-probe-database")
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

    /** Not found by a build, because it is nested; run by the test above, one after the other. */
    static class Probe
            implements AllocationStrategyContract.Exhaustive,
                    AllocationStrategyContract.Monotone,
                    AllocationStrategyContract.Splitting {
        private static Supplier<AllocationStrategy> underTest = OldestDueFirst::new;

        @Override
        public AllocationStrategy strategy() {
            return underTest.get();
        }
    }
}
