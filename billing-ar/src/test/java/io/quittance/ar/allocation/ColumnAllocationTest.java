package io.quittance.ar.allocation;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ColumnAllocationTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final int TODAY = (int) DAY.toEpochDay();

    private static ColumnAllocation of(int customers, int[] owing, int[] dueIn, long... open) {
        var dueDates = new int[dueIn.length];
        for (int i = 0; i < dueIn.length; i++) {
            dueDates[i] = TODAY + dueIn[i];
        }
        return ColumnAllocation.of(customers, owing, dueDates, open);
    }

    /** The lines of each payment, as {@code 10000 to 1}. */
    private static List<String> lines(SettledColumns settled) {
        var payments = new ArrayList<String>();
        for (int payment = 0; payment < settled.payments(); payment++) {
            var lines = new ArrayList<String>();
            for (int line = settled.firstLine(payment); line < settled.endOfLines(payment); line++) {
                lines.add(settled.amount(line) + " to " + settled.item(line));
            }
            payments.add(String.join(", ", lines));
        }
        return payments;
    }

    private static List<String> open(ColumnAllocation allocation) {
        var open = new ArrayList<String>();
        allocation.forEachOpen((customer, item, left) -> open.add(customer + " owes " + left + " of " + item));
        return open;
    }

    /** The example of the class's documentation. */
    @Test
    void eachPaymentGoesOnWhereTheOneBeforeItEnded() {
        ColumnAllocation open = of(1, new int[] {0, 0}, new int[] {1, 0}, 8_000, 10_000);
        SettledColumns settled = open.settle(new int[] {0, 0}, new long[] {15_000, 5_000});
        assertThat(lines(settled)).containsExactly("10000 to 1, 5000 to 0", "3000 to 0, 2000 to -1");
        assertThat(settled.unapplied(0)).isZero();
        assertThat(settled.unapplied(1)).isEqualTo(2_000);
        assertThat(settled).hasToString("4 lines of 2 payments");
        assertThat(open(settled.next())).isEmpty();
        assertThat(open(open)).containsExactly("0 owes 10000 of 1", "0 owes 8000 of 0");
        assertThat(open).hasToString("items of 1 customers");
        assertThat(open.customerCount()).isEqualTo(1);
    }

    @Test
    void itemsOfOneDayGoByTheirRows() {
        ColumnAllocation open = of(2, new int[] {1, 0, 1, 1}, new int[] {0, 0, 0, -1}, 5, 6, 7, 8);
        assertThat(open(open)).containsExactly("0 owes 6 of 1", "1 owes 8 of 3", "1 owes 5 of 0", "1 owes 7 of 2");
        SettledColumns settled = open.settle(new int[] {1}, new long[] {10});
        assertThat(lines(settled)).containsExactly("8 to 3, 2 to 0");
        assertThat(open(settled.next())).containsExactly("0 owes 6 of 1", "1 owes 3 of 0", "1 owes 7 of 2");
    }

    @Test
    void nothingComesOfNothing() {
        ColumnAllocation open = of(0, new int[0], new int[0]);
        assertThat(open.settle(new int[0], new long[0]).lines()).isZero();
        assertThat(lines(of(3, new int[] {1}, new int[] {0}, 4).settle(new int[] {2}, new long[] {9})))
                .containsExactly("9 to -1");
    }

    @Test
    void amountsGoUpToTheEndOfALong() {
        long most = Long.MAX_VALUE;
        SettledColumns settled = of(1, new int[] {0, 0}, new int[] {0, 0}, most, most)
                .settle(new int[] {0, 0, 0}, new long[] {most, 1, most});
        assertThat(lines(settled)).containsExactly(most + " to 0", "1 to 1", (most - 1) + " to 1, 1 to -1");
    }

    /** Columns and objects of the same items and payments pay the same. */
    @Property
    void paysAsTheObjectsDo(@ForAll("rows") List<int[]> items, @ForAll("rows") List<int[]> payments) {
        var owing = new int[items.size()];
        var dueIn = new int[items.size()];
        var cents = new long[items.size()];
        var objects = new ArrayList<OpenItem>();
        for (int i = 0; i < items.size(); i++) {
            owing[i] = items.get(i)[0] / 2; // the last customer has no items
            dueIn[i] = items.get(i)[1];
            cents[i] = items.get(i)[2];
            objects.add(OpenItem.of(Receivable.of(
                    id("R" + (1_000 + i)),
                    CustomerId.of("C" + owing[i]),
                    DAY.minusDays(1),
                    DAY.plusDays(dueIn[i]),
                    Amount.ofMinor(cents[i], EUR))));
        }
        var payers = new int[payments.size()];
        var amounts = new long[payments.size()];
        var paying = new ArrayList<Payment>();
        for (int i = 0; i < payments.size(); i++) {
            payers[i] = payments.get(i)[0];
            amounts[i] = 2L * payments.get(i)[2];
            paying.add(Payment.of(
                    PaymentId.of("P" + i), CustomerId.of("C" + payers[i]), DAY, Amount.ofMinor(amounts[i], EUR)));
        }
        var expected = new ArrayList<String>();
        BulkAllocation after = BulkAllocation.of(EUR, objects).settle(paying, settled -> expected.add(text(settled)));
        SettledColumns settled = of(4, owing, dueIn, cents).settle(payers, amounts);
        assertThat(lines(settled)).isEqualTo(expected);
        assertThat(open(settled.next()))
                .containsExactlyInAnyOrderElementsOf(after.openItems().stream()
                        .map(item -> item.customer().value().substring(1) + " owes "
                                + item.open().toUnscaledLong(2) + " of " + number(item))
                        .toList());
    }

    private static String text(SettledPayment settled) {
        var lines = new ArrayList<String>();
        settled.items().forEach(line -> lines.add(line.paid().toUnscaledLong(2) + " to " + number(line.item())));
        if (settled.unapplied().signum() > 0) {
            lines.add(settled.unapplied().toUnscaledLong(2) + " to -1");
        }
        return String.join(", ", lines);
    }

    private static int number(OpenItem item) {
        return Integer.parseInt(item.id().value().substring(1)) - 1_000;
    }

    /** Customer, day, cents. */
    @Provide
    Arbitrary<List<int[]>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 1_000))
                .as((customer, day, cents) -> new int[] {customer, day, cents})
                .list()
                .ofMaxSize(300);
    }

    @Test
    void refusesBadColumns() {
        int[] one = {0};
        long[] cent = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(-1, one, one, cent))
                .withMessage("customerCount must be 0 or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, one, new int[2], cent))
                .withMessage("dueDates must have 1 rows, as customers has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, one, one, new long[2]))
                .withMessage("open must have 1 rows, as customers has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, new int[] {0, 1}, new int[2], new long[] {1, 1}))
                .withMessage("customers[1] must be 0 or more and below 1, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, new int[] {-1}, one, cent))
                .withMessage("customers[0] must be 0 or more and below 1, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, one, new int[] {2_932_897}, cent))
                .withMessage("dueDates[0] must lie in the years 1 to 9999, but was 2932897");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, one, new int[] {-719_163}, cent))
                .withMessage("dueDates[0] must lie in the years 1 to 9999, but was -719163");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnAllocation.of(1, one, one, new long[1]))
                .withMessage("open[0] must be more than 0, but was 0");
    }

    @Test
    void takesTheFirstAndTheLastDayOfTheCalendar() {
        ColumnAllocation open = ColumnAllocation.of(
                1, new int[2], new int[] {2_932_896, -719_162}, new long[] {1, 2}); // 9999-12-31 and 0001-01-01
        assertThat(open(open)).containsExactly("0 owes 2 of 1", "0 owes 1 of 0");
    }

    /** On the first and the last day it is not the day that is wrong. */
    @Test
    void refusesARowForWhatIsWrongWithIt() {
        for (int day : new int[] {-719_162, 2_932_896}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ColumnAllocation.of(1, new int[1], new int[] {day}, new long[1]))
                    .withMessage("open[0] must be more than 0, but was 0");
        }
    }

    /** Days before 1970 are negative numbers: due on 2, 3 and 1 January 1960. */
    @Test
    void ordersDaysBeforeTheEpoch() {
        int newYear = (int) LocalDate.parse("1960-01-01").toEpochDay();
        ColumnAllocation open =
                ColumnAllocation.of(1, new int[3], new int[] {newYear + 1, newYear + 2, newYear}, new long[] {5, 6, 7});
        assertThat(open(open)).containsExactly("0 owes 7 of 2", "0 owes 5 of 0", "0 owes 6 of 1");
    }

    @Test
    void refusesBadPayments() {
        ColumnAllocation open = of(1, new int[] {0}, new int[] {0}, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.settle(new int[1], new long[2]))
                .withMessage("amounts must have 1 rows, as customers has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.settle(new int[] {0, 1}, new long[] {1, 1}))
                .withMessage("customers[1] must be 0 or more and below 1, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.settle(new int[] {0, -1}, new long[] {1, 1}))
                .withMessage("customers[1] must be 0 or more and below 1, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.settle(new int[1], new long[] {-7}))
                .withMessage("amounts[0] must be more than 0, but was -7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.settle(new int[2], new long[] {1, 0}))
                .withMessage("amounts[1] must be more than 0, but was 0");
        assertThat(open(open)).containsExactly("0 owes 5 of 0");
    }

    @Test
    void isShippedAndCheckedOnTheWayBackIn() throws Exception {
        ColumnAllocation open = of(2, new int[] {1, 0, 1, 1}, new int[] {0, 0, 0, -1}, 5, 6, 7, 8);
        SettledColumns settled = open.settle(new int[] {1, 1}, new long[] {10, 100});
        assertThat(lines(copy(settled))).isEqualTo(lines(settled));
        ColumnAllocation next = open.settle(new int[] {1}, new long[] {10}).next();
        assertThat(open(copy(next))).isEqualTo(open(next));
        ColumnAllocation lastOnly = of(3, new int[] {2}, new int[] {0}, 5);
        assertThat(open(copy(lastOnly))).containsExactly("2 owes 5 of 0");
        DueOrder order = DueOrder.of(1, new int[1], new int[1], new long[] {5});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new ColumnAllocation(order, new int[] {2}, new long[1])))
                .withMessage("next[0] must be between 0 and 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new ColumnAllocation(order, new int[1], new long[] {5})))
                .withMessage("left[0] must be between 0 and 4, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new ColumnAllocation(order, new int[1], new long[2])))
                .withMessage("left must have 1 rows, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new ColumnAllocation(order, new int[2], new long[1])))
                .withMessage("next must have 1 rows, but was 2");
        var lines = new LineBuffer(1);
        lines.add(0, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new SettledColumns(new int[] {1, 1}, lines, open)))
                .withMessage("ends[1] must be after 1 and at most 1, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new SettledColumns(new int[] {2}, lines, open)))
                .withMessage("ends[0] must be after 0 and at most 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new SettledColumns(new int[0], lines, open)))
                .withMessage("ends must end with 1, but was 0");
        lines.add(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new SettledColumns(new int[] {2}, lines, open)))
                .withMessage("amount must be more than 0, but was 0");
        var account = new LineBuffer(1);
        account.add(SettledColumns.ON_ACCOUNT, 1);
        account.add(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(new SettledColumns(new int[] {2}, account, open)))
                .withMessage("item must be at least 0, but was -1");
    }

    private static void assertRefused(Serializable damaged, Class<?> type, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forged(damaged, type))
                .withMessage(message);
    }

    private static void assertRefused(int[] ends, long[] pairs, String message) {
        assertRefused(new DueOrder(ends, pairs), DueOrder.class, message);
    }

    @Test
    void refusesItemsThatWereDamagedOnTheWay() throws Exception {
        DueOrder order = copy(new DueOrder(new int[] {1, 3}, new long[] {1, 50, 2, 60, 0, 70}));
        assertThat(order.size()).isEqualTo(3);
        assertThat(order.start(0)).isZero();
        assertThat(order.start(1)).isEqualTo(1);
        assertThat(order.item(2)).isZero();
        assertThat(order.open(2)).isEqualTo(70);
        assertRefused(new int[] {1, 0}, new long[] {0, 5}, "ends[1] must be at least 1, but was 0");
        assertRefused(new int[] {-1}, new long[0], "ends[0] must be at least 0, but was -1");
        assertRefused(new int[] {1}, new long[] {0, 5, 0, 5}, "pairs must be 2, but was 4");
        assertRefused(new int[] {2}, new long[] {0, 5}, "pairs must be 4, but was 2");
        assertRefused(new int[] {2}, new long[] {0, 5, 0, 5}, "item must be a row, once, below 2, but was 0");
        assertRefused(new int[] {1}, new long[] {1, 5}, "item must be a row, once, below 1, but was 1");
        assertRefused(new int[] {1}, new long[] {-1, 5}, "item must be a row, once, below 1, but was -1");
        assertRefused(new int[] {1}, new long[] {0, 0}, "open must be more than 0, but was 0");
        DueOrder two = new DueOrder(new int[] {1, 2}, new long[] {0, 5, 1, 5});
        assertRefused(
                new ColumnAllocation(two, new int[] {0, 0}, new long[2]),
                ColumnAllocation.class,
                "next[1] must be between 1 and 2, but was 0");
        assertRefused(
                new ColumnAllocation(two, new int[] {0, 1}, new long[] {0, -1}),
                ColumnAllocation.class,
                "left[1] must be between 0 and 4, but was -1");
        assertRefused(
                new ColumnAllocation(two, new int[] {0, 2}, new long[] {0, 1}),
                ColumnAllocation.class,
                "left[1] must be between 0 and 0, but was 1");
    }

    /** The serial form of a {@link LineBuffer}. */
    private static final class Lines implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedVariable") // written to the stream
        private final int shift;

        @SuppressWarnings("UnusedVariable")
        private final int[][] items;

        @SuppressWarnings("UnusedVariable")
        private final long[][] amounts;

        @SuppressWarnings("UnusedVariable")
        private final int count;

        Lines(int shift, int itemPieces, int amountPieces, int count) {
            this.shift = shift;
            items = new int[itemPieces][1 << 4];
            amounts = new long[amountPieces][1 << 4];
            this.count = count;
        }

        static Lines of(int shift, int pieces, int count) {
            return new Lines(shift, pieces, pieces, count);
        }
    }

    @Test
    void refusesLinesThatWereDamagedOnTheWay() throws Exception {
        assertThat(((LineBuffer) forged(Lines.of(4, 2, 17), LineBuffer.class)).count())
                .isEqualTo(17);
        assertThat(((LineBuffer) forged(Lines.of(4, 1, 16), LineBuffer.class)).count())
                .isEqualTo(16);
        assertThat(((LineBuffer) forged(Lines.of(4, 1, 0), LineBuffer.class)).count())
                .isZero();
        assertThat(((LineBuffer) forged(Lines.of(16, 1, 16), LineBuffer.class)).count())
                .isEqualTo(16);
        assertRefused(Lines.of(4, 1, -1), LineBuffer.class, "count must be 0 or more, but was -1");
        assertRefused(Lines.of(3, 1, 1), LineBuffer.class, "shift must be 4 to 16, but was 3");
        assertRefused(Lines.of(17, 1, 1), LineBuffer.class, "shift must be 4 to 16, but was 17");
        assertRefused(Lines.of(4, 1, 17), LineBuffer.class, "count must be that of the lines, but was 17");
        assertRefused(Lines.of(4, 0, 0), LineBuffer.class, "count must be that of the lines, but was 0");
        var fewer = new Lines(4, 2, 1, 17);
        assertRefused(fewer, LineBuffer.class, "count must be that of the lines, but was 17");
        var fewerItems = new Lines(4, 1, 2, 17);
        assertRefused(fewerItems, LineBuffer.class, "count must be that of the lines, but was 17");
    }

    /** Ten times as many as were expected, so that the pieces are enlarged several times. */
    @Test
    void linesGoOnWhereOnePieceEnds() throws Exception {
        var lines = new LineBuffer(16);
        for (int line = 0; line < 200; line++) {
            lines.add(line, 1_000L + line);
        }
        for (LineBuffer each : List.of(lines, copy(lines))) {
            assertThat(each.count()).isEqualTo(200);
            for (int line = 0; line < 200; line++) {
                assertThat(each.item(line)).isEqualTo(line);
                assertThat(each.amount(line)).isEqualTo(1_000L + line);
            }
        }
    }
}
