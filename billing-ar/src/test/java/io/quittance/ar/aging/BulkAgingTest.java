package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bulk doors against what is plain: every age is looked for bucket by bucket. */
class BulkAgingTest {
    private static final LocalDate DATE = LocalDate.parse("2026-04-30");
    private static final int DAY = (int) DATE.toEpochDay();

    /** Whole sets, and sets that leave out ages below, above and between their buckets. */
    static Stream<List<AgingBucket>> sets() {
        return Stream.of(
                AgingBuckets.days(30, 60).buckets(),
                List.of(bucket(Long.MIN_VALUE, Long.MAX_VALUE)),
                List.of(bucket(1, 60)),
                List.of(bucket(Long.MIN_VALUE, 0), bucket(1, 60)),
                List.of(bucket(1, 60), bucket(61, Long.MAX_VALUE)),
                List.of(bucket(Long.MIN_VALUE, 0), bucket(2, Long.MAX_VALUE)),
                List.of(bucket(Long.MIN_VALUE, -5), bucket(-3, 10), bucket(11, Long.MAX_VALUE)),
                List.of(bucket(Long.MIN_VALUE, 0), bucket(1, 10), bucket(12, 20), bucket(21, Long.MAX_VALUE)));
    }

    private static AgingBucket bucket(long from, long to) {
        return new AgingBucket(from + "/" + to, from, to);
    }

    /** The place of an age among the buckets, or that after the last. */
    private static int place(List<AgingBucket> buckets, long age) {
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.get(i).from() <= age && age <= buckets.get(i).to()) {
                return i;
            }
        }
        return buckets.size();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void putsEveryAgeWhereItBelongs(List<AgingBucket> buckets) throws Exception {
        AgingBuckets set = AgingBuckets.completing(buckets);
        ColumnAging aging = ColumnAging.of(set);
        for (int age = -70; age <= 70; age++) {
            int expected = place(buckets, age);
            assertThat(set.bucketOf(age).map(buckets::indexOf).orElse(buckets.size()))
                    .isEqualTo(expected);
            assertThat(copy(aging).column(age)).as("age %s", age).isEqualTo(expected);
            AgedColumns sums = aging.age(2, new int[] {1}, new int[] {DAY - age}, new long[] {7}, DAY);
            for (int i = 0; i < buckets.size(); i++) {
                assertThat(sums.sum(1, i)).isEqualTo(i == expected ? 7 : 0);
                assertThat(sums.total(i)).isEqualTo(i == expected ? 7 : 0);
                assertThat(sums.sum(0, i)).isZero();
            }
            assertThat(sums.unaged(1)).isEqualTo(expected == buckets.size() ? 7 : 0);
            assertThat(sums.unaged(0)).isZero();
        }
    }

    /** For every rule, each item goes where the report would put it. */
    @Property
    void agesItemsByEveryRule(@ForAll Random random, @ForAll AgingBase base) throws Exception {
        List<AgingBucket> buckets = sets().toList().get(random.nextInt(8));
        AgingRule plain = AgingRule.of(AgingBuckets.completing(buckets)).by(base);
        LocalDate other = DATE.plusDays(random.nextInt(-90, 90));
        for (AgingRule rule : List.of(plain, plain.inMonths(), plain.agedOn(other), plain.withDisputedInBuckets())) {
            List<OpenItem> items = items(random);
            AgedItems sums = copy(BulkAging.of(rule, DATE).age(EUR, items.stream()));
            assertThat(sums.bucketCount()).isEqualTo(buckets.size());
            for (CustomerId customer : List.of(CustomerId.of("C0"), CustomerId.of("C1"), CustomerId.of("C2"))) {
                List<OpenItem> own = items.stream()
                        .filter(item -> item.customer().equals(customer))
                        .toList();
                assertThat(sums.customers().contains(customer)).isEqualTo(!own.isEmpty());
                Amount disputed = eur("0");
                var expected = new ArrayList<>(IntStream.rangeClosed(0, buckets.size())
                        .mapToObj(i -> eur("0"))
                        .toList());
                for (OpenItem item : own) {
                    int at = place(buckets, rule.age(item, rule.day().orElse(DATE)));
                    Amount open = rule.isDisputedInBuckets() ? item.open() : item.undisputed();
                    expected.set(at, expected.get(at).add(open));
                    disputed = disputed.add(item.open().subtract(open));
                }
                for (int i = 0; i < buckets.size(); i++) {
                    assertThat(sums.sum(customer, i)).isEqualTo(expected.get(i));
                }
                assertThat(sums.unaged(customer)).isEqualTo(expected.get(buckets.size()));
                assertThat(sums.disputed(customer)).isEqualTo(disputed);
            }
        }
    }

    private static List<OpenItem> items(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> {
                    LocalDate dated = DATE.plusDays(random.nextInt(-800, 100));
                    LocalDate due = dated.plusDays(random.nextInt(60));
                    Amount open = Amount.ofMinor(random.nextInt(1, 10_000), EUR);
                    Receivable debt =
                            Receivable.of(id("R" + i), CustomerId.of("C" + random.nextInt(3)), dated, due, open);
                    Amount disputed = random.nextBoolean()
                            ? eur("0")
                            : Amount.ofMinor(random.nextInt((int) open.toUnscaledLong(2) + 1), EUR);
                    return OpenItem.of(debt.partOf(id("R"), due.plusDays(random.nextInt(90))), open, disputed);
                })
                .toList();
    }

    /** Customer i owes i cents that are not due and 1 cent that is late; each is met twice. */
    @Test
    void keepsTheSumsOfThousandsOfCustomers() throws Exception {
        int count = 3_000;
        Stream<OpenItem> items = IntStream.range(0, 2 * count).mapToObj(i -> {
            int customer = i % count;
            LocalDate due = DATE.minusDays(i / count);
            return OpenItem.of(Receivable.of(
                    id("R" + i),
                    CustomerId.of("C" + customer),
                    due,
                    due,
                    Amount.ofMinor(i < count ? customer + 1 : 1, EUR)));
        });
        AgedItems sums = BulkAging.of(AgingRule.of(AgingBuckets.days(30)), DATE).age(EUR, items);
        for (AgedItems one : List.of(sums, copy(sums))) {
            assertThat(one.customers()).hasSize(count);
            for (int i = 0; i < count; i++) {
                CustomerId customer = CustomerId.of("C" + i);
                assertThat(one.sum(customer, 0)).isEqualTo(Amount.ofMinor(i + 1, EUR));
                assertThat(one.sum(customer, 1)).isEqualTo(eur("0.01"));
                assertThat(one.sum(customer, 2)).isEqualTo(eur("0"));
            }
        }
    }

    @Test
    void hasNoBucketBeyondTheLast() {
        AgedColumns columns = ColumnAging.of(AgingBuckets.days(30))
                .age(2, new int[] {0, 1}, new int[] {DAY, DAY}, new long[] {1, 2}, DAY);
        assertThat(columns.total(0)).isEqualTo(3);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.sum(0, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.sum(2, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.unaged(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.total(3));
        AgedItems items = BulkAging.of(AgingRule.of(AgingBuckets.days(30)), DATE)
                .age(EUR, Stream.of(item("R1", "2026-04-20", "100")));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> items.sum(A, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> items.sum(A, -1));
    }

    @Test
    void refusesRowsByTheirPlace() {
        ColumnAging aging = ColumnAging.of(AgingBuckets.days(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aging.age(-1, new int[0], new int[0], new long[0], DAY))
                .withMessage("customerCount must be 0 or more, but was -1");
        assertThat(aging.age(0, new int[0], new int[0], new long[0], DAY).customerCount())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aging.age(536_870_910, new int[0], new int[0], new long[0], DAY))
                .withMessage("customerCount must be at most 536870909 with 4 columns, but was 536870910");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aging.age(1, new int[] {0}, new int[] {DAY}, new long[] {1, 2}, DAY))
                .withMessage("open must have 1 rows, as customers has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aging.age(1, new int[] {-1}, new int[] {DAY}, new long[] {0}, DAY))
                .withMessage("customers[0] must be 0 or more and below 1, but was -1");
        assertThat(aging.age(1, new int[] {0, 0}, new int[] {DAY, DAY}, new long[] {0, 0}, DAY)
                        .total(0))
                .isZero();
    }

    /** 1.00 of A, then 2.00 and 4.00 of B, one after the other. */
    @Test
    void itemsOfOneCustomerInARowAreHis() {
        LocalDate due = LocalDate.parse("2026-04-20");
        AgedItems items = BulkAging.of(AgingRule.of(AgingBuckets.days(30)), DATE)
                .age(
                        EUR,
                        Stream.of(
                                item("R1", "2026-04-20", "1"),
                                OpenItem.of(Receivable.of(id("R2"), B, due, due, eur("2"))),
                                OpenItem.of(Receivable.of(id("R3"), B, due, due, eur("4")))));
        assertThat(items.sum(A, 1)).isEqualTo(eur("1"));
        assertThat(items.sum(B, 1)).isEqualTo(eur("6"));
    }
}
