package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pro rata and even spread: all items at once. */
class SpreadTest {
    private static final AllocationStrategy PRO_RATA = new ProRata();
    private static final AllocationStrategy EVEN = new EvenSpread();

    /** ar.md 4.5: 100 × 50 / 180 is 27.777…, 100 × 60 / 180 is 33.333…, and the last takes the rest. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "EUR, 100.00, 27.78, 33.33, 38.89",
        "JPY, 100, 28, 33, 39",
        "KWD, 100.000, 27.778, 33.333, 38.889",
        "EUR, 180.00, 50, 60, 70",
        "EUR, 999.00, 50, 60, 70",
        "EUR, 179.99, 50, 60, 69.99"
    })
    void proRataSharesByWhatIsOpen(String currency, String money, String first, String second, String last) {
        LocalDate day = LocalDate.parse("2026-03-01");
        List<OpenItem> items = Stream.of("50", "60", "70")
                .map(open -> OpenItem.of(Receivable.of(id(open), A, day, day, Amount.of(open, currency))))
                .toList();
        Payment payment = Payment.of(PaymentId.of("P"), A, day, Amount.of(money, currency));
        assertThat(Allocation.of(payment, items, PRO_RATA).lines())
                .extracting(AllocationLine::amount)
                .containsExactly(Amount.of(first, currency), Amount.of(second, currency), Amount.of(last, currency));
    }

    /** 0.004 each is nothing; the last takes 0.02 up to its 0.01, and the other cent goes to the one before it. */
    @Test
    void proRataSharesEvenlyWhatTheLastCannotTake() {
        assertThat(Plan.of(PRO_RATA, "0.02", Plan.items("0.01", "0.01", "0.01", "0.01", "0.01")))
                .containsExactly("EUR 0.01 to R-4", "EUR 0.01 to R-5");
        assertThat(Plan.of(PRO_RATA, "0.01", Plan.items("50.00", "60.00"))).containsExactly("EUR 0.01 to R-2");
    }

    /** 0.006 each is 0.01, four of which are more than there is; the totals 0.006, 0.012, 0.018, 0.024 and 0.03 decide. */
    @Test
    void roundingUpLeavesNoneWithLessThanNothing() {
        for (AllocationStrategy strategy : List.of(PRO_RATA, EVEN)) {
            assertThat(Plan.of(strategy, "0.03", Plan.items("5.00", "5.00", "5.00", "5.00", "5.00")))
                    .containsExactly("EUR 0.01 to R-1", "EUR 0.01 to R-3", "EUR 0.01 to R-5");
        }
    }

    /**
     * Half of 92233720368547758.07, the most cents that a long holds, is a half cent more than …879.03. Of twice as much, less
     * 1.00, two have a half each.
     */
    @Test
    void amountsBeyondALongAreExact() {
        String most = "92233720368547758.07";
        assertThat(Plan.of(PRO_RATA, most, Plan.items(most, most)))
                .containsExactly("EUR 46116860184273879.04 to R-1", "EUR 46116860184273879.03 to R-2");
        assertThat(Plan.of(EVEN, "184467440737095516.14", Plan.items(most, most, "1.00")))
                .containsExactly(
                        "EUR 92233720368547757.57 to R-1", "EUR 92233720368547757.57 to R-2", "EUR 1.00 to R-3");
    }

    /** ar.md 4.4, even: what 20.00 cannot take of 33.33 is shared by the others, 6.67 and 6.66. */
    @Test
    void evenSpreadSharesInRounds() {
        assertThat(Plan.of(EVEN, "100.00", Plan.items("20.00", "50.00", "60.00")))
                .containsExactly("EUR 20.00 to R-1", "EUR 40.00 to R-2", "EUR 40.00 to R-3");
        assertThat(Plan.of(EVEN, "10.00", Plan.items("20.00", "50.00", "60.00")))
                .containsExactly("EUR 3.33 to R-1", "EUR 3.33 to R-2", "EUR 3.34 to R-3");
        assertThat(Plan.of(EVEN, "131.00", Plan.items("20.00", "50.00", "60.00")))
                .containsExactly("EUR 20.00 to R-1", "EUR 50.00 to R-2", "EUR 60.00 to R-3");
    }

    @Test
    void moneyOfLessThanHalfACentForEachGoesToTheLast() {
        assertThat(Plan.of(EVEN, "0.01", Plan.items("5.00", "5.00", "5.00"))).containsExactly("EUR 0.01 to R-3");
        assertThat(Plan.of(
                        EVEN,
                        "0.04",
                        Plan.items(IntStream.range(0, 12).mapToObj(i -> "0.03").toArray(String[]::new))))
                .containsExactly("EUR 0.01 to R-11", "EUR 0.03 to R-12");
    }

    /** The documented price of rounding: 0.01 and 0.02 against three items of 0.10. */
    @Test
    void moreMoneyMayLowerAShareByACent() {
        for (AllocationStrategy strategy : List.of(PRO_RATA, EVEN)) {
            OpenItem[] items = Plan.items("0.10", "0.10", "0.10");
            assertThat(Plan.of(strategy, "0.01", items)).containsExactly("EUR 0.01 to R-3");
            assertThat(Plan.of(strategy, "0.02", items)).containsExactly("EUR 0.01 to R-1", "EUR 0.01 to R-2");
        }
    }

    @Test
    void aLineNamesItsPartsAndWhatEndedIt() {
        assertThat(Plan.reasons(EVEN, "100.00", Plan.items("20.00", "50.00", "60.00")))
                .containsExactly(
                        "number 1 by even-spread, due 2026-03-01: EUR 20.00 of EUR 20.00 open, for 1 of 3 parts of"
                                + " EUR 100.00; ended by the item",
                        "number 2 by even-spread, due 2026-03-02: EUR 40.00 of EUR 50.00 open, for 1 of 3 parts of"
                                + " EUR 100.00; ended by what others cannot take",
                        "number 3 by even-spread, due 2026-03-03: EUR 40.00 of EUR 60.00 open, for 1 of 3 parts of"
                                + " EUR 100.00; ended by what others cannot take");
        assertThat(Plan.reasons(PRO_RATA, "100.00", Plan.items("50.00", "60.00", "70.00")))
                .first()
                .isEqualTo(
                        "number 1 by pro-rata, due 2026-03-01: EUR 27.78 of EUR 50.00 open, for 50.00 of 180.00 parts"
                                + " of EUR 100.00; ended by the share");
    }

    /** Thousands of items of a cent, and a half of them to pay. */
    @Test
    void manyItemsAreSharedInFewRounds() {
        OpenItem[] items = IntStream.range(0, 5000)
                .mapToObj(i -> item("R-" + (10000 + i), "2026-03-01", "0.01"))
                .toArray(OpenItem[]::new);
        for (AllocationStrategy strategy : List.of(PRO_RATA, EVEN)) {
            assertThat(Plan.of(strategy, "24.99", items)).hasSize(2499).contains("EUR 0.01 to R-14999");
            assertThat(Plan.of(strategy, "25.01", items)).hasSize(2501);
        }
    }

    /** Both against the definition in rounds, which has no short way. */
    @Property
    void theShortWayPaysWhatTheRoundsPay(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 60) Integer> cents,
            @ForAll @IntRange(min = 1, max = 500) int money) {
        OpenItem[] items = IntStream.range(0, cents.size())
                .mapToObj(
                        i -> item("R-" + (10 + i), "2026-03-01", "0." + (cents.get(i) < 10 ? "0" : "") + cents.get(i)))
                .toArray(OpenItem[]::new);
        var request = AllocationRequest.of(
                payment(
                        "P",
                        "2026-03-01",
                        new BigDecimal(money).movePointLeft(2).toPlainString()),
                List.of(items));
        long[] open = cents.stream().mapToLong(Integer::longValue).toArray();
        assertThat(paid(EVEN, request)).isEqualTo(rounds(money, open, false));
        assertThat(paid(PRO_RATA, request)).isEqualTo(rounds(money, open, true));
    }

    private static List<Long> paid(AllocationStrategy strategy, AllocationRequest request) {
        var allocation = Allocation.of(request, strategy);
        return request.items().stream()
                .map(item -> allocation.lines().stream()
                        .filter(line -> line.item().equals(item.id()))
                        .mapToLong(line -> line.amount().toUnscaledLong(2))
                        .sum())
                .toList();
    }

    /** ar.md 4.4: each of the first the rounded share, the last the rest, each up to what is open; then again. */
    private static List<Long> rounds(long money, long[] open, boolean byWhatIsOpen) {
        var paid = new long[open.length];
        long left = Math.min(
                money, IntStream.range(0, open.length).mapToLong(i -> open[i]).sum());
        for (boolean first = true; left > 0; first = false) {
            boolean weighted = first && byWhatIsOpen;
            int[] sharing = IntStream.range(0, open.length)
                    .filter(i -> paid[i] < open[i])
                    .toArray();
            long all =
                    IntStream.of(sharing).mapToLong(i -> weighted ? open[i] : 1).sum();
            long round = left;
            long rest = left;
            var shares = new long[sharing.length];
            for (int k = 0; k < sharing.length; k++) {
                long weight = weighted ? open[sharing[k]] : 1;
                shares[k] = k < sharing.length - 1 ? (2 * round * weight + all) / (2 * all) : rest;
                rest -= shares[k];
            }
            if (shares[sharing.length - 1] < 0) {
                long weight = 0;
                long before = 0;
                for (int k = 0; k < sharing.length; k++) {
                    weight += weighted ? open[sharing[k]] : 1;
                    long total = (2 * round * weight + all) / (2 * all);
                    shares[k] = total - before;
                    before = total;
                }
            }
            for (int k = 0; k < sharing.length; k++) {
                long give = Math.min(shares[k], open[sharing[k]] - paid[sharing[k]]);
                paid[sharing[k]] += give;
                left -= give;
            }
        }
        return IntStream.range(0, open.length).mapToObj(i -> paid[i]).toList();
    }

    @Test
    void areValuesThatCanBeStored() throws Exception {
        assertThat(copy(new ProRata()))
                .isEqualTo(PRO_RATA)
                .hasSameHashCodeAs(PRO_RATA)
                .hasToString("pro rata")
                .isNotEqualTo(EVEN);
        assertThat(copy(new EvenSpread()))
                .isEqualTo(EVEN)
                .hasSameHashCodeAs(EVEN)
                .hasToString("even spread")
                .isNotEqualTo(PRO_RATA);
    }
}
