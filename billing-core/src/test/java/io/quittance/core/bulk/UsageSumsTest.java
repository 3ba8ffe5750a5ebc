package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageSumsTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final long FIRST = START.toEpochMilli();
    private static final long LAST = END.toEpochMilli() - 1;
    private static final CompiledPrice CALLS = CompiledPrice.inScale(3)
            .from("0", "0", "0.10")
            .above("1000", "100", "0.08")
            .compile();
    private static final CompiledPrice STORAGE =
            CompiledPrice.inScale(3).from("0", "2", "0.005").compile();
    private static final Tariff TARIFF = Tariff.of(2, RoundingMode.HALF_UP, List.of(CALLS, STORAGE));

    /** 990 + 20 calls: 100 + 10 × 0.08 = 100.80; 1.5 GB: 2 + 0.0075 = 2.01; nothing used costs the fee of 2. */
    @Test
    void addsUpPricesAndRoundsEachLineOnce() {
        UsageSums sums = UsageSums.ofOrdinals(2, 2, 3, START, END);
        sums.add(UsageBatch.ofOrdinals(
                new int[] {0, 0, 0}, new int[] {0, 1, 0}, new long[] {990_000, 1_500, 20_000}, 3, new long[] {
                    FIRST, FIRST + 5, LAST
                }));
        RatedLines lines = sums.price(TARIFF);
        assertThat(lines.quantity(0, 0)).isEqualTo("1010.000");
        assertThat(lines.amount(0, 0)).isEqualTo("100.80");
        assertThat(lines.amount(0, 1)).isEqualTo("2.01");
        assertThat(lines.total(0)).isEqualTo("102.81");
        assertThat(lines.unscaled(1, 0)).isZero();
        assertThat(lines.unscaledTotal(1)).isEqualTo(200);
        assertThat(lines).hasToString("4 lines of 2 customers, 0 refused");
    }

    @Test
    void countsWhatLiesOutsideThePeriodWhoseEndDoesNotBelongToIt() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        sums.add(UsageBatch.ofOrdinals(new int[6], new int[6], new long[] {1, 2, 4, 8, 16, 32}, 3, new long[] {
            FIRST - 1, FIRST, LAST, LAST + 1, Long.MIN_VALUE, Long.MAX_VALUE
        }));
        BigDecimal quantity = new BigDecimal("1");
        sums.add(0, 0, quantity, START.minusNanos(1));
        sums.add(0, 0, quantity, START);
        sums.add(0, 0, quantity, END.minusNanos(1));
        sums.add(0, 0, quantity, END);
        sums.add(0, 0, quantity, Instant.MAX);
        sums.add(0, 0, quantity, Instant.MIN);
        assertThat(sums.counted()).isEqualTo(4);
        assertThat(sums.before()).isEqualTo(4);
        assertThat(sums.after()).isEqualTo(4);
        assertThat(sums.price(TARIFF).quantity(0, 0)).isEqualTo("2.006");
        assertThat(sums)
                .hasToString(
                        "4 events from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z, 4 before, 4 after, 0 rejected");
    }

    @Test
    void rejectsRowsByNumberAndCountsTheOthers() {
        UsageSums sums = UsageSums.ofOrdinals(2, 2, 3, START, END);
        sums.add(UsageBatch.ofOrdinals(
                new int[] {0, 2, -1, 1}, new int[] {2, 0, 0, 1}, new long[] {1, 1, 1, 7}, 3, new long[] {
                    FIRST, FIRST, FIRST, FIRST
                }));
        assertThat(sums.rejected())
                .extracting(RejectedRow::toString)
                .containsExactly(
                        "meters[0] must be from 0 to 1, but was 2",
                        "customers[1] must be from 0 to 1, but was 2",
                        "customers[2] must be from 0 to 1, but was -1");
        assertThat(sums.counted()).isOne();
        assertThat(sums.price(TARIFF).quantity(1, 1)).isEqualTo("0.007");
    }

    @Test
    void ordersCustomersByIdWhateverTheOrderOfTheirEvents() {
        UsageSums sums = UsageSums.ofIds(2, 3, START, END);
        sums.add(UsageBatch.ofIds(
                new long[] {Long.MAX_VALUE, 0, Long.MIN_VALUE, 0},
                new int[] {0, 0, 1, 1},
                new long[] {1_000, 2_000, 3_000, 4_000},
                3,
                new long[] {FIRST, FIRST, FIRST, FIRST}));
        RatedLines lines = sums.price(TARIFF);
        assertThat(lines.customers()).isEqualTo(3);
        assertThat(List.of(lines.customer(0), lines.customer(1), lines.customer(2)))
                .containsExactly(Long.MIN_VALUE, 0L, Long.MAX_VALUE);
        assertThat(lines.amount(0, 1)).isEqualTo("2.02");
        assertThat(lines.amount(1, 0)).isEqualTo("0.20");
        assertThat(lines.amount(2, 0)).isEqualTo("0.10");
    }

    /** One value that does not fit is carried on alone: 2 × 9,223,372,036,854,775.807 units, and one unit. */
    @Test
    void carriesOnWhatDoesNotFitInALong() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        sums.add(UsageBatch.ofOrdinals(
                new int[4],
                new int[] {0, 0, 0, 1},
                new long[] {Long.MAX_VALUE, Long.MAX_VALUE, 1_000, 1_000},
                3,
                new long[] {FIRST, FIRST, FIRST, FIRST}));
        sums.add(0, 0, new BigDecimal("10000000000000000000000"), START);
        RatedLines lines = sums.price(TARIFF);
        assertThat(lines.quantity(0, 0)).isEqualTo("10000018446744073709552.614");
        // 100 + 0.08 × 10,000,018,446,744,073,708,552.614
        assertThat(lines.amount(0, 0)).isEqualTo("800001475739525896784.21");
        assertThat(lines.amount(0, 1)).isEqualTo("2.01");
        assertThat(lines.total(0)).isEqualTo("800001475739525896786.22");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> lines.unscaled(0, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> lines.unscaledTotal(0));
    }

    @Test
    void readsADecimalInWhateverFormItIsWritten() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        for (String quantity : List.of("1", "1.5", "0.001", "0.2500000", "1E+2", "-0.5", "9223372036854775.807")) {
            sums.add(0, 0, new BigDecimal(quantity), START);
        }
        assertThat(sums.price(TARIFF).quantity(0, 0)).isEqualTo("9223372036854878.058");
    }

    @Test
    void refusesAnEventThatItCannotTakeAndChangesNothing() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(0, 0, new BigDecimal("0.0001"), START))
                .withMessage("quantity must have at most 3 decimal places, but was 0.0001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(0, 0, new BigDecimal("1E+1000000000"), START))
                .withMessage("quantity must have at most 38 digits, but was 1E+1000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(0, 2, BigDecimal.ONE, START))
                .withMessage("meter must be from 0 to 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(1, 0, BigDecimal.ONE, START))
                .withMessage("customer must be from 0 to 0, but was 1");
        assertThat(sums.counted()).isZero();
    }

    @Test
    void refusesALineThatHasNoPriceAndKeepsTheOthers() {
        UsageSums sums = UsageSums.ofOrdinals(2, 2, 3, START, END);
        sums.add(0, 0, new BigDecimal("-5"), START);
        sums.add(0, 1, new BigDecimal("5"), START);
        sums.add(1, 1, new BigDecimal("5"), START);
        RatedLines lines = sums.price(TARIFF);
        assertThat(lines.refused())
                .extracting(RefusedLine::toString)
                .containsExactly("customer 0, meter 0: quantity must not be negative, but was -5.000");
        assertThat(lines.amount(0, 1)).isEqualTo("2.03");
        assertThat(lines.total(1)).isEqualTo("2.03");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines.total(0))
                .withMessage("total must have been priced");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines.unscaled(0, 0))
                .withMessage("line must have been priced");
    }

    @Test
    void asksAPriceThatIsNotCompiledLineByLine() {
        LinePrice perStartedTen = (quantity, scale, mode) ->
                quantity.divide(BigDecimal.TEN, 0, RoundingMode.CEILING).setScale(scale);
        LinePrice broken = (quantity, scale, mode) -> {
            throw new IllegalStateException("no price today");
        };
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        sums.add(0, 0, new BigDecimal("10.001"), START);
        RatedLines lines = sums.price(Tariff.of(2, RoundingMode.HALF_UP, List.of(perStartedTen, broken)));
        assertThat(lines.amount(0, 0)).isEqualTo("2.00");
        assertThat(lines.refused())
                .extracting(RefusedLine::toString)
                .containsExactly("customer 0, meter 1: no price today");
    }

    @Test
    void pricesCustomersByTariffsOfTheirOwn() {
        Tariff down = Tariff.of(2, RoundingMode.DOWN, List.of(CALLS, STORAGE));
        UsageSums sums = UsageSums.ofIds(2, 3, START, END);
        sums.add(7, 1, new BigDecimal("1.5"), START);
        sums.add(8, 1, new BigDecimal("1.5"), START);
        RatedLines lines = sums.price(customer -> customer == 7 ? TARIFF : down);
        assertThat(lines.amount(0, 1)).isEqualTo("2.01");
        assertThat(lines.amount(1, 1)).isEqualTo("2.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.price(
                        customer -> customer == 7 ? TARIFF : Tariff.of(0, RoundingMode.DOWN, List.of(CALLS, STORAGE))))
                .withMessage("tariff must round to 2 decimal places, as that of the first customer, but was "
                        + "2 prices, DOWN at 0 decimal places");
    }

    @Test
    void refusesABatchOfAnotherShapeAndTakesNothingIn() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        long[] times = {FIRST};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(UsageBatch.ofOrdinals(new int[1], new int[1], new long[1], 2, times)))
                .withMessage("quantityScale must be 3, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(UsageBatch.ofIds(new long[1], new int[1], new long[1], 3, times)))
                .withMessage("batch must have ordinals of customers, but was rows 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageBatch.ofIds(new long[1], new int[2], new long[1], 3, times))
                .withMessage("meters must have 1 rows, as customers has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageSums.ofOrdinals(1 << 20, 1 << 10, 3, START, END))
                .withMessage("customers must be at most 262144 for 1024 meters, but was 1048576");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageSums.ofIds(1, 3, START, START))
                .withMessage("end must be after 2026-10-01T00:00:00Z, but was 2026-10-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageSums.ofIds(1, 3, START.plusNanos(1), END))
                .withMessage("start must be a whole millisecond within 10,000 years of 1970, but was "
                        + "2026-10-01T00:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.price(Tariff.of(2, RoundingMode.UP, List.of(CALLS))))
                .withMessage("tariff must have a price for each of 2 meters, but was 1 prices, UP at 2 decimal places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.merge(UsageSums.ofOrdinals(2, 2, 3, START, END)))
                .withMessageStartingWith("other must be another one with the same customers, meters, scale and period");
        assertThat(sums.counted()).isZero();
    }

    /** A price that counts thousandths would take hundredths for a tenth of what they are. */
    @Test
    void refusesAPriceThatWasCompiledForAnotherScale() {
        CompiledPrice hundredths = CompiledPrice.inScale(2).from("0", "0", "1").compile();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tariff.of(2, RoundingMode.UP, List.of(CALLS, hundredths)))
                .withMessage("prices must be compiled for quantities of 3 decimal places, but was 2");
        UsageSums sums = UsageSums.ofOrdinals(1, 1, 3, START, END);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.price(Tariff.of(2, RoundingMode.UP, List.of(hundredths))))
                .withMessage("prices must be compiled for quantities of 3 decimal places, but was 2");
        LinePrice asked = (quantity, scale, mode) -> quantity.setScale(scale, mode);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRating.ofIds(Tariff.of(2, RoundingMode.UP, List.of(asked)), START, END))
                .withMessage("tariff must have compiled prices only, but was 1 prices, UP at 2 decimal places");
    }

    /** A tariff that does not suit is found before the first customer appears, and a good one tells the scale. */
    @Test
    void checksTheTariffAlsoWhereThereIsNoCustomer() {
        UsageSums sums = UsageSums.ofIds(2, 3, START, END);
        assertThat(sums.price(TARIFF).scale()).isEqualTo(2);
        assertThat(EventRating.ofIds(TARIFF, START, END).lines().scale()).isEqualTo(2);
        assertThat(sums.price(customer -> TARIFF).scale()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.price(Tariff.of(2, RoundingMode.UP, List.of(CALLS, STORAGE, CALLS))))
                .withMessage("tariff must have a price for each of 2 meters, but was 3 prices, UP at 2 decimal places");
        CompiledPrice hundredths = CompiledPrice.inScale(2).from("0", "0", "1").compile();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.price(Tariff.of(2, RoundingMode.UP, List.of(hundredths, hundredths))))
                .withMessage("prices must be compiled for quantities of 3 decimal places, but was 2");
    }

    @Test
    void refusesACustomerWithoutATariff() {
        UsageSums sums = UsageSums.ofIds(2, 3, START, END);
        sums.add(7, 0, BigDecimal.ONE, START);
        sums.add(8, 0, BigDecimal.ONE, START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.price(customer -> customer == 7 ? TARIFF : nothing()))
                .withMessage("tariffOfCustomer must give a tariff for customer 8");
        assertThat(sums.price(TARIFF).amount(1, 0)).isEqualTo("0.10");
    }

    @Test
    void leavesOutRowsThatWereSeenBefore() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 3, START, END);
        UsageBatch batch = UsageBatch.ofOrdinals(
                new int[5], new int[5], new long[] {1, 2, 4, 8, 16}, 3, new long[] {FIRST, FIRST, FIRST, FIRST, FIRST});
        int[] repeated = EventKeys.none().repeated(new long[] {70, 0, 70, 0, 71});
        assertThat(repeated).containsExactly(2, 3);
        sums.add(batch, repeated);
        assertThat(sums.price(TARIFF).quantity(0, 0)).isEqualTo("0.019");
        sums.add(batch.rows(1, 3), repeated);
        assertThat(sums.price(TARIFF).quantity(0, 0)).isEqualTo("0.021");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(batch, new int[] {2, 2}))
                .withMessage("except[1] must be more than 2, but was 2");
    }

    @SuppressWarnings("NullAway") // hosts without NullAway exist
    private static Tariff nothing() {
        return null;
    }
}
