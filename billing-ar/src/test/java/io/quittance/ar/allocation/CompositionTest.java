package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy after another, and a strategy over some of the items. */
class CompositionTest {
    private static final Payment NAMING =
            payment("P1", "2026-03-10", "150.00").naming(Remittance.of(id("young"), eur("30")));
    private static final List<OpenItem> ITEMS =
            List.of(item("old", "2026-03-01", "100.00"), item("young", "2026-03-02", "80.00"));
    private static final String NAMED = "number 1 by as-remitted, due 2026-03-02: EUR 30.00 of EUR 80.00 open and"
            + " EUR 150.00 left; ended by the remittance of EUR 30.00";
    private static final String REST = "number 2 by oldest-due-first, due 2026-03-02: EUR 20.00 of EUR 50.00 open and"
            + " EUR 20.00 left; ended by the money";

    /** 30.00 as named; of the 120.00 that are left, 100.00 to the older one and 20.00 more. */
    @Test
    void whatOneLeavesGoesToTheNext() {
        Allocation allocation = Allocation.of(NAMING, ITEMS, new AsRemitted().then(new OldestDueFirst()));
        assertThat(Plan.lines(allocation)).containsExactly("EUR 50.00 to young", "EUR 100.00 to old");
        assertThat(allocation.unapplied()).isEqualTo(eur("0"));
    }

    @Test
    void anItemThatBothPayHasOneLineWithBothReasons() {
        List<AllocationLine> lines = Allocation.of(NAMING, ITEMS, new AsRemitted().then(new OldestDueFirst()))
                .lines();
        assertThat(lines.get(0).explanations()).extracting(Explanation::text).containsExactly(NAMED, REST);
        assertThat(lines.get(0).explanation().key()).isEqualTo("allocation.together");
        assertThat(lines.get(0).explanation()).hasToString("EUR 50.00 together: " + NAMED + "; then " + REST);
        assertThat(lines.get(1).explanations()).containsExactly(lines.get(1).explanation());
    }

    @Test
    void theNextDecidesWhereTheFirstSaysNothing() {
        AllocationStrategy strategy = new ExactMatch().then(new OldestDueFirst());
        OpenItem[] items = Plan.items("70.00", "100.00");
        assertThat(Plan.of(strategy, "100.00", items)).containsExactly("EUR 100.00 to R-2");
        assertThat(Plan.of(strategy, "110.00", items)).containsExactly("EUR 70.00 to R-1", "EUR 40.00 to R-2");
        assertThat(strategy).hasToString("exact match of at most 4, then oldest due first");
    }

    /** 10.00 as named, 3.00 more of what is chosen, and the 7.00 that are left of what is due first. */
    @Test
    void threeInARow() {
        Payment payment = payment("P1", "2026-03-10", "20.00").naming(Remittance.of(id("R-1"), eur("10")));
        AllocationStrategy strategy = new AsRemitted()
                .then(new EvenSpread()
                        .where("first", item -> item.id().equals(id("R-1")))
                        .then(new OldestDueFirst()));
        Allocation allocation = Allocation.of(payment, List.of(Plan.items("13.00", "9.00")), strategy);
        assertThat(Plan.lines(allocation)).containsExactly("EUR 13.00 to R-1", "EUR 7.00 to R-2");
        assertThat(allocation.lines().get(0).explanations())
                .extracting(Explanation::key)
                .containsExactly("allocation.as-remitted", "allocation.even-spread");
        assertThat(allocation.lines().get(0).explanations())
                .extracting(Explanation::within)
                .containsExactly(List.of(), List.of("first"));
    }

    @Test
    void whatTheFirstProposesAgainstTheLawsIsRefusedByIt() {
        AllocationStrategy wrong =
                request -> List.of(AllocationLine.of(id("young"), eur("80.01"), Explanation.of("test", "too much")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.of(NAMING, ITEMS, wrong.then(new OldestDueFirst())))
                .withMessage("proposal[0].amount must be at most EUR 80.00, which is open, but was EUR 80.01")
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        cause -> assertThat(cause.code()).isEqualTo("allocation.law.within-item"));
    }

    @Test
    void someItemsOnlyAsIfThereWereNoOthers() {
        List<OpenItem> items = List.of(
                OpenItem.of(receivable("R-1", "2026-03-01", "100.00"), eur("100.00"), eur("100.00")),
                item("R-2", "2026-03-02", "80.00"));
        AllocationStrategy undisputed = new OldestDueFirst().where("undisputed", item -> !item.isDisputed());
        Allocation allocation = Allocation.of(payment("P1", "2026-03-10", "50.00"), items, undisputed);
        assertThat(Plan.lines(allocation)).containsExactly("EUR 50.00 to R-2");
        assertThat(allocation.lines().get(0).explanation())
                .hasToString("undisputed: number 1 by oldest-due-first, due 2026-03-02: EUR 50.00 of EUR 80.00 open and"
                        + " EUR 50.00 left; ended by the money");
        assertThat(undisputed).hasToString("oldest due first where undisputed");
        assertThat(Allocation.of(
                                payment("P1", "2026-03-10", "99.00"),
                                items,
                                new OldestDueFirst().where(item -> !item.isDisputed()))
                        .unapplied())
                .isEqualTo(eur("19"));
        assertThat(new OldestDueFirst().where(item -> true)).hasToString("oldest due first where chosen items");
    }

    /** One that answers for all items whatever it is asked about, as if it knew them by heart. */
    @Test
    void whatIsNotChosenIsNotPaid() {
        AllocationStrategy byHeart =
                request -> List.of(AllocationLine.of(id("young"), eur("10"), Explanation.of("test", "10.00")));
        AllocationStrategy chosen = byHeart.where("old", item -> item.id().equals(id("old")));
        assertThat(Allocation.of(NAMING, ITEMS, byHeart).applied()).isEqualTo(eur("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.of(NAMING, ITEMS, chosen))
                .withMessage("proposal[0].item must be one of the request's items, but was young");
    }

    /** A name stands before each of several reasons. */
    @Test
    void aChoiceAroundACompositionIsToldOfEachReason() {
        AllocationStrategy strategy = new AsRemitted()
                .then(new OldestDueFirst())
                .where("march", item -> item.id().equals(id("young")));
        assertThat(Allocation.of(NAMING, ITEMS, strategy).lines().get(0).explanation())
                .hasToString("EUR 80.00 together: march: " + NAMED
                        + "; then march: number 1 by oldest-due-first, due 2026-03-02: EUR 50.00 of EUR 50.00 open and"
                        + " EUR 120.00 left; ended by the item");
    }

    /** Twice as many each time: 128 after seven times, each of which would be asked. */
    @Test
    void refusesToPutTogetherMoreThanCanBeAsked() {
        AllocationStrategy doubled = new AsRemitted();
        for (int i = 0; i < 6; i++) {
            doubled = i % 2 == 0
                    ? doubled.then(doubled)
                    : new KeepPrepaid(doubled.then(doubled)).where("all", item -> true);
        }
        AllocationStrategy half = doubled;
        assertThat(Allocation.of(NAMING, ITEMS, half).applied()).isEqualTo(eur("80"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> half.then(half))
                .withMessage("strategy must be made of at most 100, but was 128");
        AllocationStrategy row = new AsRemitted();
        for (int i = 1; i < 100; i++) {
            row = row.then(new OldestDueFirst());
        }
        assertThat(Allocation.of(NAMING, ITEMS, row).applied()).isEqualTo(eur("150"));
    }

    /** Where one of two is chosen, the choice is a strategy, whose methods can be called. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfTwoIsAStrategy(boolean newest) {
        assertThat((newest ? new NewestFirst() : new OldestDueFirst()).propose(AllocationRequest.of(NAMING, ITEMS)))
                .isNotEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OldestDueFirst().where("", item -> true))
                .withMessageStartingWith("name ");
        assertThatNullPointerException()
                .isThrownBy(() -> nothing(new OldestDueFirst()))
                .withMessage("next");
    }

    @SuppressWarnings("NullAway") // the null is the point
    private static AllocationStrategy nothing(AllocationStrategy strategy) {
        return strategy.then(null);
    }

    @Test
    void linesOfOneItemAreOneAndNoOthers() {
        AllocationLine one = AllocationLine.of(id("I1"), eur("30"), Explanation.of("test.one", "{0}", eur("30")));
        AllocationLine other = AllocationLine.of(id("I1"), eur("40"), Explanation.of("test.other", "{0}", eur("40")));
        assertThat(one.and(other)).hasToString("EUR 70.00 to I1").isNotEqualTo(other.and(one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.and(AllocationLine.of(id("I2"), eur("1"), one.explanation())))
                .withMessage("other.item must be I1, but was I2");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> one.and(AllocationLine.of(id("I1"), Amount.of("1", "USD"), one.explanation())));
    }

    @Test
    void areValuesThatCanBeStored() throws Exception {
        Predicate<OpenItem> all = (Predicate<OpenItem> & Serializable) item -> true;
        Then then = (Then) new AsRemitted().then(new OldestDueFirst());
        assertThat(copy(then)).isEqualTo(then).hasSameHashCodeAs(then);
        Where where = (Where) new OldestDueFirst().where("all", all);
        assertThat(where).isEqualTo(new OldestDueFirst().where("all", all));
        Allocation allocation = Allocation.of(NAMING, ITEMS, copy(where));
        assertThat(allocation).isEqualTo(Allocation.of(NAMING, ITEMS, where));
        Allocation both = Allocation.of(NAMING, ITEMS, then);
        assertThat(copy(both)).isEqualTo(both);
        assertThat(copy(both).lines().get(0).explanations())
                .isEqualTo(both.lines().get(0).explanations());
    }
}
