package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RollRateTest {
    private static final List<String> BUCKETS = List.of("current", "1-30", "31-60");

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    private static Migration.Row row(String settled, String... to) {
        return Migration.Row.of(List.of(to).stream().map(RollRateTest::usd).toList(), usd(settled));
    }

    /** 200.00 not due, of which 40.00 roll on; 50.00 of 1-30, of which 10.00 do; nothing of 31-60. 15.00 of 1-30 are new. */
    private static Migration migration() {
        return new Migration(
                BUCKETS,
                List.of(row("158", "2", "40", "0"), row("40", "0", "0", "10"), row("0", "0", "0", "0")),
                List.of(usd("0"), usd("15"), usd("0")));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    /** The 20 % of the OCC's handbook. */
    @Test
    void aCohortIsWhatWasInTheBucketBefore() {
        KpiResult result = RollRate.cohort(1).compute(migration());
        assertThat(result.value()).contains(Fraction.of(20));
        assertThat(result.basis().numerator()).contains(Fraction.of(40));
        assertThat(result.basis().denominator()).contains(Fraction.of(200));
        assertThat(result.basis().currency()).contains("USD");
        assertThat(result.basis().kpi()).isEqualTo("roll-rate.cohort.1");
        assertThat(RollRate.cohort(2).compute(migration()).value()).contains(Fraction.of(20));
    }

    /** Of 30.00 of A that were not due 20.00 are settled and 10.00 roll on; 5.00 of B stay, and 4.00 of C are new. */
    private static Migration moved() {
        return new Migration(
                List.of("current", "late"),
                List.of(row("20", "5", "10"), row("0", "0", "0")),
                List.of(usd("0"), usd("4")),
                List.of(move("A", 1, 0, "20"), move("A", 1, 2, "10"), move("B", 1, 1, "5"), move("C", 0, 2, "4")));
    }

    /** 20.00 of A are settled from the first bucket and 7.00 of B from the second: each is behind the rate of its own bucket only. */
    @Test
    void whatIsSettledIsOfItsBucket() {
        var settled = new Migration(
                List.of("current", "late"),
                List.of(row("20", "0", "0"), row("7", "0", "0")),
                List.of(usd("0"), usd("0")),
                List.of(move("A", 1, 0, "20"), move("B", 2, 0, "7")));
        assertThat(items(RollRate.settled(1), settled)).containsExactly(item("A", 20, 20));
        assertThat(items(RollRate.settled(2), settled)).containsExactly(item("B", 7, 7));
    }

    /** Ratio and cohort of a bucket, and shares from or to another one, are other KPIs. */
    @Test
    void ratesOfOtherBucketsAndMethodsAreOthers() {
        assertThat(RollRate.cohort(1))
                .isEqualTo(RollRate.cohort(1))
                .isNotEqualTo(RollRate.cohort(2))
                .isNotEqualTo(RollRate.ratio(1))
                .isNotEqualTo(RollRate.share(1, 2));
        assertThat(RollRate.share(1, 2)).isNotEqualTo(RollRate.share(1, 3)).isNotEqualTo(RollRate.share(2, 2));
    }

    private static Migration.Move move(String id, int from, int to, String amount) {
        return new Migration.Move(id, from, to, usd(amount));
    }

    private static List<KpiItem> items(RollRate rate, Migration migration) {
        return rate.compute(migration).basis().items();
    }

    private static KpiItem item(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    @Test
    void namesWhatRolled() {
        assertThat(items(RollRate.cohort(1), moved())).containsExactly(item("A", 10, 30), item("B", 0, 5));
        assertThat(items(RollRate.share(1, 1), moved())).containsExactly(item("A", 0, 30), item("B", 5, 5));
        assertThat(items(RollRate.settled(1), moved())).containsExactly(item("A", 20, 30), item("B", 0, 5));
        assertThat(items(RollRate.ratio(1), moved()))
                .containsExactly(item("A", 10, 30), item("B", 0, 5), item("C", 4, 0));
    }

    /** The moves of two months are those of each receivable together, unless those of one are not known; a month of nothing has none. */
    @Test
    void movesOfMonthsAddUp() {
        assertThat(items(RollRate.cohort(1), moved().plus(moved())))
                .containsExactly(item("A", 20, 60), item("B", 0, 10));
        var unknown = new Migration(moved().buckets(), moved().rows(), moved().added());
        assertThat(moved().plus(unknown).moves()).isEmpty();
        assertThat(unknown.plus(moved()).moves()).isEmpty();
        var nothing = Migration.of(moved().buckets(), List.of(row("0", "0", "0"), row("0", "0", "0")));
        assertThat(moved().plus(nothing)).isEqualTo(moved());
        assertThat(nothing.plus(moved())).isEqualTo(moved());
        var onlyNew = new Migration(nothing.buckets(), nothing.rows(), List.of(usd("0"), usd("4")));
        assertThat(moved().plus(onlyNew).moves()).isEmpty();
        var onlyOld =
                new Migration(nothing.buckets(), List.of(row("1", "0", "0"), row("0", "0", "0")), nothing.added());
        assertThat(moved().plus(onlyOld).moves()).isEmpty();
    }

    @Test
    void refusesMovesThatAreNotThoseOfTheRows() {
        assertRefused(
                "moves must add up to USD 20.00 from 1 to 0, but was USD 19.00",
                move("C", 0, 2, "4"),
                move("A", 1, 0, "19"));
        assertRefused(
                "moves must add up to USD 4.00 from 0 to 2, but was USD 0.00",
                move("A", 1, 0, "20"),
                move("A", 1, 1, "5"),
                move("A", 1, 2, "10"));
        assertRefused(
                "moves must add up to USD 5.00 from 1 to 1, but was USD 6.00",
                move("A", 1, 1, "6"),
                move("B", 0, 2, "4"),
                move("A", 1, 0, "20"));
        assertRefused(
                "moves must be between the buckets 1 to 2, but was " + move("A", 3, 0, "1"), move("A", 3, 0, "1"));
        assertRefused(
                "moves must be between the buckets 1 to 2, but was " + move("A", 0, 3, "1"), move("A", 0, 3, "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> move("A", -1, 1, "1"))
                .withMessage("from must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> move("A", 1, -1, "1"))
                .withMessage("to must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> move("A", 0, 0, "1"))
                .withMessage("to must be a bucket where from is none, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> move("A", 1, 0, "0"))
                .withMessage("amount must be more than 0, but was USD 0.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new Migration(
                        moved().buckets(),
                        moved().rows(),
                        moved().added(),
                        List.of(new Migration.Move("A", 1, 0, Amount.of("1", "EUR")))));
    }

    private static void assertRefused(String message, Migration.Move... moves) {
        Migration any = moved();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Migration(any.buckets(), any.rows(), any.added(), List.of(moves)))
                .withMessage(message);
    }

    /** 40.00 that rolled on and 15.00 that are new, over 200.00. */
    @Test
    void aRatioIsOfBalances() {
        assertThat(RollRate.ratio(1).compute(migration()).value()).contains(Fraction.of(55, 2));
    }

    @Test
    void aRatioCanBeMoreThanAHundred() {
        var more = new Migration(
                List.of("current", "late"),
                List.of(row("0", "0", "10"), row("0", "0", "5")),
                List.of(usd("0"), usd("0")));
        assertThat(RollRate.ratio(1).compute(more).value()).contains(Fraction.of(150));
        assertThat(RollRate.cohort(1).compute(more).value()).contains(Fraction.of(100));
    }

    @Test
    void whereNothingWasThereIsNoRate() {
        assertThat(code(RollRate.settled(3).compute(migration())))
                .isEqualTo("NO_BALANCE: nothing was in the bucket 31-60");
        assertThat(code(RollRate.cohort(3).compute(migration()))).isEqualTo("NO_SUCH_BUCKET: there are 3 buckets");
    }

    @Test
    void theMatrixHasARowForEachBucket() {
        List<RollRow> matrix = migration().percents();
        assertThat(matrix).extracting(RollRow::bucket).isEqualTo(BUCKETS);
        assertThat(matrix.get(0).to())
                .extracting(result -> result.value().orElseThrow())
                .containsExactly(Fraction.ONE, Fraction.of(20), Fraction.ZERO);
        assertThat(matrix.get(0).settled().value()).contains(Fraction.of(79));
        assertThat(matrix.get(2).to())
                .extracting(RollRateTest::code)
                .containsOnly("NO_BALANCE: nothing was in the bucket 31-60");
    }

    /** Successive months together are 80.00 of 400.00, and no mean of rates. */
    @Test
    void monthsAddUp() {
        var other = Migration.of(
                BUCKETS, List.of(row("160", "0", "40", "0"), row("0", "0", "0", "0"), row("0", "0", "0", "0")));
        assertThat(RollRate.cohort(1).compute(migration().plus(other)).value()).contains(Fraction.of(20));
        assertThat(RollRate.ratio(1).compute(migration().plus(other)).value()).contains(Fraction.of(95, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migration().plus(Migration.of(List.of("all"), List.of(row("0", "1")))))
                .withMessage("other must have the buckets [current, 1-30, 31-60], but was [all]");
    }

    @Property
    void aRowIsAHundredPercent(@ForAll @Size(4) List<@IntRange(min = 0, max = 1_000) Integer> cents) {
        List<Amount> amounts = cents.stream()
                .map(each -> Amount.ofMinor(each, usd("0").getCurrency()))
                .toList();
        var migration = Migration.of(
                BUCKETS,
                List.of(
                        new Migration.Row(amounts.subList(1, 4), amounts.get(0)),
                        row("0", "0", "0", "0"),
                        row("0", "0", "0", "0")));
        RollRow first = migration.percents().get(0);
        boolean isEmpty = cents.stream().allMatch(each -> each == 0);
        assertThat(first.settled().value().isEmpty()).isEqualTo(isEmpty);
        if (!isEmpty) {
            assertThat(first.to().stream()
                            .map(result -> result.value().orElseThrow())
                            .reduce(first.settled().value().orElseThrow(), Fraction::plus))
                    .isEqualTo(Fraction.of(100));
        }
    }

    @Test
    void refusesWhatIsNoMigration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(BUCKETS, List.of(row("0", "1", "2", "3"))))
                .withMessage("rows must be one for each of [current, 1-30, 31-60], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(List.of("all"), List.of(row("0", "1", "2"))))
                .withMessage("added must be one for each of [all], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("0", "-1"))
                .withMessage("to[0] must not be negative, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("-1", "1"))
                .withMessage("settled must not be negative, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(List.of("a", "a"), List.of(row("0", "1", "2"), row("0", "1", "2"))))
                .withMessage("buckets must be there once each, but was a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RollRate.cohort(0))
                .withMessage("from must be 1 or more, but was 0");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(
                        () -> new Migration(List.of("all"), List.of(row("0", "1")), List.of(Amount.of("0", "EUR"))));
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        for (RollRate kpi : List.of(RollRate.cohort(1), RollRate.ratio(2), RollRate.share(1, 3), RollRate.settled(2))) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(kpi);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertThat(in.readObject())
                        .isEqualTo(kpi)
                        .hasSameHashCodeAs(kpi)
                        .hasToString(kpi.id());
            }
        }
        assertThat(RollRate.cohort(1)).isNotEqualTo(RollRate.share(1, 2));
    }
}
