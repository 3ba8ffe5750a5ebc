package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Sums of many items without a list of them. */
class ColumnAgingTest {
    private static final LocalDate DATE = LocalDate.parse("2026-04-30");
    private static final int DAY = (int) DATE.toEpochDay();
    private static final ColumnAging AGING = ColumnAging.of(AgingBuckets.days(30, 60, 90));

    @Test
    void addsUpByCustomerAndBucket() {
        AgedColumns sums = AGING.age(
                2,
                new int[] {0, 0, 1, 0},
                new int[] {DAY, DAY - 60, DAY - 91, DAY - 31},
                new long[] {100, 250, 7, 3},
                DAY);
        assertThat(sums.sum(0, 0)).isEqualTo(100);
        assertThat(sums.sum(0, 2)).isEqualTo(253);
        assertThat(sums.sum(1, 4)).isEqualTo(7);
        assertThat(sums.total(2)).isEqualTo(253);
        assertThat(sums.unaged(0)).isZero();
        assertThat(sums.customerCount()).isEqualTo(2);
        assertThat(sums.bucketCount()).isEqualTo(5);
    }

    /** ar.md 4.14: what is paid on the day is not open at its end, what is paid the day after is. */
    @Test
    void leavesOutWhatIsSettledByTheDay() {
        AgedColumns sums = AGING.age(
                2,
                new int[] {0, 0, 0, 1},
                new int[] {DAY, DAY, DAY, DAY - 31},
                new int[] {DAY - 1, DAY, DAY + 1, Integer.MAX_VALUE},
                new long[] {1, 20, 300, 4000},
                DAY);
        assertThat(sums.sum(0, 0)).isEqualTo(300);
        assertThat(sums.sum(1, 2)).isEqualTo(4000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGING.age(1, new int[] {0}, new int[] {DAY}, new int[0], new long[] {1}, DAY))
                .withMessage("settledDays must have 1 rows, as customers has, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGING.age(1, new int[] {0}, new int[] {DAY}, new int[] {0}, new long[] {-1}, DAY))
                .withMessage("open[0] must be 0 or more, but was -1");
    }

    @Test
    void keepsApartWhatAnIncompleteSetLeavesOut() {
        ColumnAging late = ColumnAging.of(AgingBuckets.completing(List.of(new AgingBucket("late", 1, 60))));
        AgedColumns sums = late.age(1, new int[] {0, 0}, new int[] {DAY, DAY - 1}, new long[] {5, 8}, DAY);
        assertThat(sums.sum(0, 0)).isEqualTo(8);
        assertThat(sums.unaged(0)).isEqualTo(5);
    }

    @Test
    void refusesWhatItCannotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGING.age(1, new int[] {0}, new int[] {}, new long[] {1}, DAY))
                .withMessage("baseDays must have 1 rows, as customers has, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGING.age(1, new int[] {0, 1}, new int[] {DAY, DAY}, new long[] {1, 1}, DAY))
                .withMessage("customers[1] must be 0 or more and below 1, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGING.age(1, new int[] {0}, new int[] {DAY}, new long[] {-1}, DAY))
                .withMessage("open[0] must be 0 or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AGING.age(1, new int[] {0, 0}, new int[] {DAY, DAY}, new long[] {Long.MAX_VALUE, 1}, DAY))
                .withMessage("open[1] must not make the sum of its bucket too large, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGING.age(Integer.MAX_VALUE, new int[0], new int[0], new long[0], DAY))
                .withMessageStartingWith("customerCount must be at most");
    }

    @Test
    void addsUpItems() {
        OpenItem contested = OpenItem.of(receivable("R1", "2026-04-20", "100"), eur("100"), eur("30"));
        List<OpenItem> items = List.of(contested, item("R2", "2026-02-28", "50"), item("R3", "2026-04-30", "1"));
        AgedItems sums =
                BulkAging.of(AgingRule.of(AgingBuckets.days(30, 60)), DATE).age(EUR, items.stream());
        assertThat(sums.customers()).containsExactly(A);
        assertThat(sums.sum(A, 0)).isEqualTo(eur("1"));
        assertThat(sums.sum(A, 1)).isEqualTo(eur("70"));
        assertThat(sums.sum(A, 3)).isEqualTo(eur("50")); // 61 days
        assertThat(sums.disputed(A)).isEqualTo(eur("30"));
        assertThat(sums.unaged(A)).isEqualTo(eur("0"));
        assertThat(sums.sum(B, 0)).isEqualTo(eur("0"));
        AgedItems within = BulkAging.of(AgingRule.of(AgingBuckets.days(30, 60)).withDisputedInBuckets(), DATE)
                .age(EUR, items.stream());
        assertThat(within.sum(A, 1)).isEqualTo(eur("100"));
        assertThat(within.disputed(A)).isEqualTo(eur("0"));
        BulkAging bulk = BulkAging.of(AgingRule.of(AgingBuckets.days(30)), DATE);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> bulk.age(Monetary.getCurrency("USD"), items.stream()))
                .withMessage("items must be in USD, but was EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BulkAging.of(AgingRule.of(AgingBuckets.days(30)).withOnAccountInBuckets(), DATE))
                .withMessageStartingWith("rule must leave money on account in its own column");
    }

    @Test
    void canBeShipped() throws Exception {
        AgedColumns sums = AGING.age(1, new int[] {0}, new int[] {DAY}, new long[] {5}, DAY);
        assertThat(copy(sums)).isEqualTo(sums).hasSameHashCodeAs(sums);
        assertThat(copy(AGING).buckets()).isEqualTo(AGING.buckets());
        assertThat(copy(AGING).age(1, new int[] {0}, new int[] {DAY}, new long[] {5}, DAY))
                .isEqualTo(sums);
        BulkAging bulk = BulkAging.of(AgingRule.of(AgingBuckets.days(30)), DATE);
        AgedItems items = bulk.age(EUR, Stream.of(item("R1", "2026-04-20", "100")));
        assertThat(copy(bulk)).isEqualTo(bulk).hasSameHashCodeAs(bulk);
        assertThat(copy(items)).isEqualTo(items).hasSameHashCodeAs(items);
    }
}
