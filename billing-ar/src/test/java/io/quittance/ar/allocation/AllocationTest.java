package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** Whatever a strategy proposes, an allocation balances or is refused by the law that is broken. */
class AllocationTest {
    private static final Payment HUNDRED = payment("P1", "2026-03-10", "100.00");
    private static final List<OpenItem> ITEMS =
            List.of(item("I1", "2026-03-01", "60.00"), item("I2", "2026-03-31", "80.00"));

    @Test
    void holdsWhatIsAppliedAndWhatIsNot() {
        Allocation allocation = Allocation.of(HUNDRED, ITEMS, lines(line("I2", "30.00"), line("I1", "60.00")));
        assertThat(allocation.payment()).isEqualTo(PaymentId.of("P1"));
        assertThat(allocation.customer()).isEqualTo(A);
        assertThat(allocation.date()).isEqualTo("2026-03-10");
        assertThat(allocation.lines()).containsExactly(line("I2", "30.00"), line("I1", "60.00"));
        assertThat(allocation.applied()).isEqualTo(eur("90"));
        assertThat(allocation.unapplied()).isEqualTo(eur("10"));
        assertThat(allocation).hasToString("payment P1: [EUR 30.00 to I2, EUR 60.00 to I1], unapplied EUR 10.00");
    }

    @Test
    void isEqualByAllItsParts() {
        Allocation allocation = Allocation.of(HUNDRED, ITEMS, lines(line("I2", "30.00")));
        assertThat(allocation).isEqualTo(Allocation.of(HUNDRED, ITEMS, lines(line("I2", "30.00"))));
        assertThat(allocation)
                .isNotEqualTo(Allocation.of(payment("P2", "2026-03-10", "100.00"), ITEMS, lines(line("I2", "30.00"))))
                .isNotEqualTo(
                        Allocation.of(AllocationRequest.of(HUNDRED, eur("99"), ITEMS), lines(line("I2", "30.00"))))
                .isNotEqualTo(Allocation.of(HUNDRED, ITEMS, lines(line("I2", "30.01"))));
        AllocationLine line = line("I2", "30.00");
        assertThat(line)
                .isEqualTo(line("I2", "30.00"))
                .isNotEqualTo(line("I1", "30.00"))
                .isNotEqualTo(line("I2", "1"));
        assertThat(line).isNotEqualTo(AllocationLine.of(id("I2"), eur("30.00"), Explanation.of("other", "other")));
    }

    @Test
    void leavesAllOnAccountWhereNothingIsProposed() {
        Allocation allocation = Allocation.of(HUNDRED, ITEMS, lines());
        assertThat(allocation.applied()).isEqualTo(eur("0"));
        assertThat(allocation.unapplied()).isEqualTo(eur("100"));
    }

    @Test
    void sharesOutWhatIsLeftOfThePayment() {
        var request = AllocationRequest.of(HUNDRED, eur("40"), ITEMS);
        assertThat(Allocation.of(request, lines(line("I1", "25"))).unapplied()).isEqualTo(eur("15"));
        assertThatRefused(request, lines(line("I1", "40.01")))
                .withMessage(
                        "proposal[0].amount must be at most EUR 40.00, which is left of the payment, but was EUR 40.01");
    }

    @Test
    void refusesALineForAnItemItDoesNotKnow() {
        var refused = refusal(lines(line("I1", "1"), line("I9", "1")));
        assertThat(refused.code()).isEqualTo("allocation.law.known-item");
        assertThat(refused.argument()).isEqualTo("proposal[1].item");
        assertThat(refused).hasMessage("proposal[1].item must be one of the request's items, but was I9");
    }

    @Test
    void refusesASecondLineForAnItem() {
        var refused = refusal(lines(line("I1", "1"), line("I2", "1"), line("I1", "1")));
        assertThat(refused.code()).isEqualTo("allocation.law.item-once");
        assertThat(refused.argument()).isEqualTo("proposal[2].item");
        assertThat(refused).hasMessage("proposal[2].item must not repeat, but was I1");
    }

    @Test
    void refusesALineOfNothingAndANegativeLine() {
        var refused = refusal(lines(line("I1", "0.00")));
        assertThat(refused.code()).isEqualTo("allocation.law.positive");
        assertThat(refused.argument()).isEqualTo("proposal[0].amount");
        assertThat(refused).hasMessage("proposal[0].amount must be more than 0, but was EUR 0.00");
        assertThat(refusal(lines(line("I1", "-1"))).code()).isEqualTo("allocation.law.positive");
    }

    @Test
    void refusesALineFinerThanACent() {
        var refused = refusal(lines(line("I1", "0.005")));
        assertThat(refused.code()).isEqualTo("amount.minor-unit");
        assertThat(refused.argument()).isEqualTo("proposal[0].amount");
        assertThat(refused).hasMessage("proposal[0].amount must have at most 2 decimal places, but was EUR 0.005");
    }

    @Test
    void refusesMoreThanIsOpenOfAnItem() {
        assertThat(Allocation.of(HUNDRED, ITEMS, lines(line("I1", "60.00"))).applied())
                .isEqualTo(eur("60"));
        var refused = refusal(lines(line("I1", "60.01")));
        assertThat(refused.code()).isEqualTo("allocation.law.within-item");
        assertThat(refused.argument()).isEqualTo("proposal[0].amount");
        assertThat(refused)
                .hasMessage("proposal[0].amount must be at most EUR 60.00, which is open, but was EUR 60.01");
    }

    @Test
    void refusesMoreThanThePayment() {
        assertThat(Allocation.of(HUNDRED, ITEMS, lines(line("I1", "60"), line("I2", "40")))
                        .unapplied())
                .isEqualTo(eur("0"));
        var refused = refusal(lines(line("I1", "60.00"), line("I2", "40.01")));
        assertThat(refused.code()).isEqualTo("allocation.law.within-payment");
        assertThat(refused.argument()).isEqualTo("proposal[1].amount");
        assertThat(refused)
                .hasMessage(
                        "proposal[1].amount must be at most EUR 40.00, which is left of the payment, but was EUR 40.01");
    }

    @Test
    void refusesALineInAnotherCurrency() {
        var dollars = AllocationLine.of(id("I1"), Amount.of("1", "USD"), because());
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Allocation.of(HUNDRED, ITEMS, lines(dollars)))
                .withMessage("proposal[0].amount must be in EUR, but was USD");
    }

    @Test
    void refusesAStrategyThatFails() {
        var failure = new IllegalStateException("no luck");
        var refused = refusal(request -> {
            throw failure;
        });
        assertThat(refused.code()).isEqualTo("allocation.law.answer");
        assertThat(refused).hasMessage("proposal must not fail, but threw java.lang.IllegalStateException");
        assertThat(refused).hasCause(failure);
    }

    @Test
    void refusesAStrategyThatCallsItselfForEver() {
        var endless = new AllocationStrategy() {
            @Override
            @SuppressWarnings("InfiniteRecursion") // is the point
            public List<AllocationLine> propose(AllocationRequest request) {
                return propose(request);
            }
        };
        var refused = refusal(endless);
        assertThat(refused).hasMessage("proposal must not fail, but threw java.lang.StackOverflowError");
    }

    private static AllocationStrategy withoutEnd(List<Integer> read) {
        return request -> new AbstractList<>() {
            @Override
            public AllocationLine get(int index) {
                read.add(index);
                return line("I1", "0.01");
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };
    }

    /** What is asked by another strategy is read no further, and told as if it had been asked alone. */
    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void anAnswerWithinAnotherStrategyIsReadNoFurther() {
        for (AllocationStrategy endless : List.of(
                withoutEnd(new ArrayList<>()).where("all", item -> true),
                new KeepPrepaid(withoutEnd(new ArrayList<>())))) {
            assertThat(refusal(endless).code()).isEqualTo("allocation.law.item-once");
        }
        AllocationStrategy silent = request -> null;
        assertThat(refusal(silent.where("all", item -> true))).hasMessage("proposal must be a list, but was null");
        assertThat(refusal(new KeepPrepaid(silent))).hasMessage("proposal must be a list, but was null");
    }

    /** One line more than there are items is enough to see that one of them is wrong. */
    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        var read = new ArrayList<Integer>();
        var refused = refusal(withoutEnd(read));
        assertThat(refused.code()).isEqualTo("allocation.law.item-once");
        assertThat(read).hasSize(ITEMS.size() + 1);
    }

    /** The law that is broken is that of the strategy within, and not that the whole failed. */
    @Test
    void namesTheLawThatAStrategyWithinAnotherBreaks() {
        AllocationStrategy tooMuch = request -> List.of(line("I1", "100.01"));
        var refused = refusal(tooMuch.then(new OldestDueFirst()));
        assertThat(refused.code()).startsWith("allocation.law.within-");
    }

    /** What a strategy refuses for a reason of its own is its failure; the reason is kept. */
    @Test
    void aRefusalThatIsNoLawIsAFailure() {
        var own = new InvalidArgumentException("acme.region", "region", "must be known", "mars");
        var refused = refusal(failing(own));
        assertThat(refused.code()).isEqualTo("allocation.law.answer");
        assertThat(refused)
                .hasMessage("proposal must not fail, but threw io.quittance.core.error.InvalidArgumentException")
                .hasCause(own);
    }

    @Test
    void refusesAnAnswerThatFailsWhenItIsRead() {
        var refused = refusal(request -> new AbstractList<>() {
            @Override
            public AllocationLine get(int index) {
                throw new IllegalStateException("read");
            }

            @Override
            public int size() {
                return 1;
            }
        });
        assertThat(refused).hasMessage("proposal must not fail, but threw java.lang.IllegalStateException");
    }

    @Test
    @SuppressWarnings("NullAway") // what a strategy compiled without null checks may do
    void refusesAnAnswerThatIsNullOrHoldsNull() {
        var nothing = refusal(request -> null);
        assertThat(nothing.code()).isEqualTo("allocation.law.answer");
        assertThat(nothing).hasMessage("proposal must be a list, but was null");
        var hole = refusal(request -> Arrays.asList(line("I1", "1"), null));
        assertThat(hole.code()).isEqualTo("allocation.law.answer");
        assertThat(hole).hasMessage("proposal must not hold null");
    }

    @Test
    void isNotChangedByAStrategyThatKeepsItsList() {
        var kept = new ArrayList<AllocationLine>(List.of(line("I1", "1")));
        Allocation allocation = Allocation.of(HUNDRED, ITEMS, request -> kept);
        kept.clear();
        assertThat(allocation.lines()).containsExactly(line("I1", "1"));
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        Allocation allocation = Allocation.of(HUNDRED, ITEMS, lines(line("I1", "1")));
        assertThat(allocation)
                .isEqualTo(Allocation.of(HUNDRED, ITEMS, lines(line("I1", "1.00"))))
                .hasSameHashCodeAs(Allocation.of(HUNDRED, ITEMS, lines(line("I1", "1.00"))))
                .isEqualTo(copy(allocation))
                .isNotEqualTo(Allocation.of(HUNDRED, ITEMS, lines(line("I1", "2"))))
                .isNotEqualTo(Allocation.of(AllocationRequest.of(HUNDRED, eur("9"), ITEMS), lines(line("I1", "1"))))
                .isNotEqualTo(Allocation.of(payment("P2", "2026-03-10", "100"), ITEMS, lines(line("I1", "1"))));
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void namesTheNullInALine() {
        assertThatNullPointerException()
                .isThrownBy(() -> AllocationLine.of(id("I1"), null, because()))
                .withMessage("amount");
    }

    @Test
    void isRestoredFromItsParts() {
        Payment naming = HUNDRED.naming(id("I2"));
        var request = AllocationRequest.of(naming, eur("95"), ITEMS);
        Allocation made = Allocation.of(request, lines(line("I2", "30"), line("I1", "60")));
        assertThat(made.source()).isEqualTo(naming);
        assertThat(made.available()).isEqualTo(eur("95"));
        assertThat(Allocation.restored(made.source(), made.available(), made.lines()))
                .isEqualTo(made);
    }

    /** Without the open items, all else is checked. */
    @Test
    void isNotRestoredWhereItDoesNotBalance() {
        assertThatNotRestored("100.01")
                .withMessage("available must be 0 or more and at most EUR 100.00, but was EUR 100.01");
        assertThatNotRestored("90", line("I1", "60"), line("I2", "30.01"))
                .withMessage(
                        "lines[1].amount must be at most EUR 30.00, which is left of the payment, but was EUR 30.01");
        assertThatNotRestored("90", line("I1", "60"), line("I1", "1"))
                .withMessage("lines[1].item must not repeat, but was I1");
        assertThatNotRestored("90", line("I1", "0"))
                .withMessage("lines[0].amount must be more than 0, but was EUR 0.00");
        assertThatNotRestored("90", line("I1", "0.005"))
                .withMessage("lines[0].amount must have at most 2 decimal places, but was EUR 0.005");
        var dollars = List.of(AllocationLine.of(id("I1"), Amount.of("1", "USD"), because()));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Allocation.restored(HUNDRED, eur("90"), dollars));
    }

    private static ThrowableAssertAlternative<InvalidArgumentException> assertThatNotRestored(
            String available, AllocationLine... lines) {
        return assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Allocation.restored(HUNDRED, eur(available), List.of(lines)));
    }

    /** 30.00 for one reason and 40.00 for another are a line of 70.00, made at once or one after the other. */
    @Test
    void aLineHasSeveralReasons() {
        AllocationLine line = AllocationLine.of(id("I2"), eur("30"), because())
                .and(AllocationLine.of(id("I2"), eur("40"), Explanation.of("test.other", "then")));
        assertThat(AllocationLine.of(id("I2"), eur("70"), line.explanations())).isEqualTo(line);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> AllocationLine.of(id("I2"), eur("70"), List.of()))
                .withMessage("explanations must not be empty");
    }

    private static InvalidArgumentException refusal(AllocationStrategy strategy) {
        try {
            Allocation.of(HUNDRED, ITEMS, strategy);
        } catch (InvalidArgumentException e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    private static ThrowableAssertAlternative<InvalidArgumentException> assertThatRefused(
            AllocationRequest request, AllocationStrategy strategy) {
        return assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Allocation.of(request, strategy));
    }

    private static AllocationStrategy lines(AllocationLine... lines) {
        return request -> List.of(lines);
    }

    private static AllocationLine line(String item, String amount) {
        return AllocationLine.of(id(item), eur(amount), because());
    }

    private static Explanation because() {
        return Explanation.of("test.line", "because");
    }

    /** A library that is not there, a failed assertion, or what is checked and thrown without saying so: the strategy failed. */
    @Test
    void refusesAStrategyThatThrowsAnythingAndKeepsTheCause() {
        for (Throwable thrown :
                List.of(new AssertionError("mine"), new NoClassDefFoundError("a/B"), new IOException("mine"))) {
            assertThatThrownBy(() -> Allocation.of(HUNDRED, ITEMS, failing(thrown)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("proposal must not fail, but threw "
                            + thrown.getClass().getName())
                    .hasCause(thrown);
        }
    }

    /** Nobody can answer for a machine that has no memory, or a thread that is to end. */
    @Test
    void letsPassWhatEndsTheMachine() {
        for (Throwable thrown : List.of(new OutOfMemoryError("mine"), new InternalError("mine"), new ThreadDeath())) {
            assertThatThrownBy(() -> Allocation.of(HUNDRED, ITEMS, failing(thrown)))
                    .isSameAs(thrown);
        }
    }

    private static AllocationStrategy failing(Throwable thrown) {
        return request -> {
            AllocationTest.<RuntimeException>sneak(thrown);
            return List.of();
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
