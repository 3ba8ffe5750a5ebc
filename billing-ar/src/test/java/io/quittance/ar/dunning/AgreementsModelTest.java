package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What pauses, graces and promises of items and of the account hold, against a day-by-day count of ar.md 4.16. */
class AgreementsModelTest {
    private static final LocalDate START = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LEVEL_DAYS = 5;
    private static final DunningPolicy POLICY = DunningPolicy.of(
            "EUR", DunningScope.ITEM, List.of(DunningLevel.of("letter", LEVEL_DAYS, 1, ContactKind.LETTER)));

    /** From the first up to and including the last day, by their distance from the start; about R-something, or all where that is 0. */
    record Agreement(HoldReason kind, int first, int last, int about) {
        boolean isOf(int item) {
            return about == 0 || about == item;
        }

        boolean covers(int day) {
            return first <= day && day <= last;
        }

        CollectionFact fact() {
            List<ReceivableId> items = about == 0 ? List.of() : List.of(id("R" + about));
            LocalDate from = START.plusDays(first);
            LocalDate to = START.plusDays(last);
            return switch (kind) {
                case PAUSED -> DunningPause.of(from, to.plusDays(1), "holiday").about(items);
                case GRACE -> GraceGranted.of(from, to).about(items);
                default ->
                    PromiseMade.of(PromiseToPay.of(from, eur("1"), to, 0)).about(items);
            };
        }
    }

    @Provide
    Arbitrary<List<Agreement>> agreements() {
        return Combinators.combine(
                        Arbitraries.of(HoldReason.PAUSED, HoldReason.GRACE, HoldReason.PROMISE),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 3))
                .as((kind, first, length, about) -> new Agreement(kind, first, first + length, about))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property
    void holdWhatTheyAreAbout(@ForAll("agreements") List<Agreement> agreements, @ForAll @IntRange(max = 30) int day) {
        compare(agreements, day);
    }

    /** All pairs of one kind, of the account or of R1, on every day: what holds longer counts, whichever was made first. */
    @Property
    void theLongerOneCounts(@ForAll("kinds") Tuple.Tuple3<HoldReason, Integer, Integer> pair) {
        for (int day = 0; day <= 12; day++) {
            compare(
                    List.of(
                            new Agreement(pair.get1(), 0, 9, pair.get2()),
                            new Agreement(pair.get1(), 1, 4, pair.get3())),
                    day);
            compare(
                    List.of(
                            new Agreement(pair.get1(), 0, 4, pair.get2()),
                            new Agreement(pair.get1(), 1, 9, pair.get3())),
                    day);
        }
    }

    @Provide
    Arbitrary<Tuple.Tuple3<HoldReason, Integer, Integer>> kinds() {
        return Combinators.combine(
                        Arbitraries.of(HoldReason.PAUSED, HoldReason.GRACE, HoldReason.PROMISE),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1))
                .as(Tuple::of);
    }

    private static void compare(List<Agreement> agreements, int day) {
        CollectionHistory history = CollectionHistory.empty(A);
        for (Agreement one : agreements) {
            history = history.with(CollectionEntry.of("e" + history.version(), A, one.fact(), NOW));
        }
        var items = new ArrayList<OpenItem>();
        for (int number = 1; number <= 2; number++) {
            items.add(item("R" + number, START.toString(), "100"));
        }
        DunningDecision decision = DunningRun.on(START.plusDays(day))
                .decide(DunningAccount.of(new AccountView(A, items, eur("0")), history), POLICY);
        for (int number = 1; number <= 2; number++) {
            assertThat(decision.hold(id("R" + number)).map(Hold::reason))
                    .as("R%s on day %s", number, day)
                    .isEqualTo(expected(agreements, number, day));
        }
    }

    /** Only what was agreed by that day is known; a pause goes before a promise, and that before a grace. */
    private static Optional<HoldReason> expected(List<Agreement> agreements, int item, int day) {
        List<Agreement> mine = agreements.stream().filter(one -> one.isOf(item)).toList();
        for (HoldReason kind : List.of(HoldReason.PAUSED, HoldReason.PROMISE, HoldReason.GRACE)) {
            if (mine.stream().anyMatch(one -> one.kind() == kind && one.covers(day))) {
                return Optional.of(kind);
            }
        }
        int counted = 0;
        for (int past = 0; past < day; past++) {
            int then = past;
            counted += mine.stream().anyMatch(one -> one.kind() == HoldReason.PAUSED && one.covers(then)) ? 0 : 1;
        }
        return counted < LEVEL_DAYS ? Optional.of(HoldReason.NOT_DUE) : Optional.empty();
    }
}
