package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.Migration.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationTest {
    private static final Row HUNDRED = Row.of(List.of(usd("20"), usd("0")), usd("80"));
    private static final Row NOTHING = Row.of(List.of(usd("0"), usd("0")), usd("0"));
    private static final List<String> TWO = List.of("current", "1-30");

    @Test
    void aRowKnowsWhatWasInItsBucket() {
        assertThat(HUNDRED.before()).isEqualTo(usd("100"));
    }

    @Test
    void refusesWhatIsNewAndNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Migration(TWO, List.of(HUNDRED, NOTHING), List.of(usd("0"), usd("-1"))))
                .withMessage("added[1] must not be negative, but was USD -1.00");
    }

    @Test
    void refusesBucketsWithoutNameAndRowsOfOtherLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(List.of("current", ""), List.of(HUNDRED, NOTHING)))
                .withMessage("buckets must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(TWO, List.of(HUNDRED, Row.of(List.of(usd("0")), usd("0")))))
                .withMessage("rows[1].to must be one for each of [current, 1-30], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(TWO, List.of()))
                .withMessage("rows must be one for each of [current, 1-30], but was 0");
    }

    @Test
    void refusesToAddOtherBuckets() {
        Migration migration = Migration.of(TWO, List.of(HUNDRED, NOTHING));
        Migration other = Migration.of(List.of("current", "late"), List.of(HUNDRED, NOTHING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migration.plus(other))
                .withMessage("other must have the buckets [current, 1-30], but was [current, late]");
    }

    private static Migration hundred() {
        return Migration.of(TWO, List.of(HUNDRED, NOTHING));
    }

    private static ServicePeriod period(String start, String end) {
        return ServicePeriod.of(start, end);
    }

    @Test
    void resultsCarryThePeriod() {
        ServicePeriod february = period("2026-02-01", "2026-03-01");
        assertThat(RollRate.cohort(1)
                        .compute(hundred().withPeriod(february))
                        .basis()
                        .period())
                .contains(february);
        assertThat(RollRate.cohort(2)
                        .compute(hundred().withPeriod(february))
                        .basis()
                        .period())
                .contains(february);
        assertThat(RollRate.cohort(1).compute(hundred()).basis().period()).isEmpty();
    }

    /** January and February are [1 January, 1 March), in either order; January and March are no period, and the same month of two segments is that month. */
    @Test
    void periodsThatMeetAreOne() {
        Migration january = hundred().withPeriod(period("2026-01-01", "2026-02-01"));
        Migration february = hundred().withPeriod(period("2026-02-01", "2026-03-01"));
        Migration march = hundred().withPeriod(period("2026-03-01", "2026-04-01"));
        assertThat(january.plus(february).period()).isEqualTo(period("2026-01-01", "2026-03-01"));
        assertThat(february.plus(january).period()).isEqualTo(period("2026-01-01", "2026-03-01"));
        assertThat(january.plus(february).plus(march).period()).isEqualTo(period("2026-01-01", "2026-04-01"));
        assertThat(january.plus(january).period()).isEqualTo(january.period());
        assertThat(january.plus(march).period()).isNull();
        assertThat(january.plus(february).plus(january).period()).isNull();
        assertThat(january.plus(hundred()).period()).isNull();
        assertThat(hundred().plus(january).period()).isNull();
    }

    private static List<String> notes(RollRate rate, Migration migration) {
        return rate.compute(migration).basis().notes();
    }

    /** 27 to 33 days go with buckets of 30; what has no end is as wide as the bucket beside it. */
    @ParameterizedTest(name = "{0} days")
    @CsvSource({"26, false", "27, true", "28, true", "31, true", "33, true", "34, false", "243, false"})
    void theDaysBetweenAreTheWidthOfTheBuckets(int days, boolean isWidth) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        Migration migration = hundred().withPeriod(new ServicePeriod(first, first.plusDays(days)), List.of(0, 30));
        List<String> expected = isWidth ? List.of() : List.of("LAG_NOT_BUCKET_WIDTH");
        assertThat(notes(RollRate.cohort(1), migration)).isEqualTo(expected);
        assertThat(notes(RollRate.ratio(1), migration)).isEqualTo(expected);
        assertThat(notes(RollRate.share(1, 1), migration)).isEqualTo(expected);
        assertThat(notes(RollRate.settled(1), migration)).isEqualTo(expected);
        assertThat(RollRate.cohort(1).compute(migration).value()).contains(Fraction.ZERO);
        assertThat(RollRate.share(1, 1).compute(migration).value()).contains(Fraction.of(20));
    }

    /** By month, of current, 1-30, 31-120 and over 120 the last two are too wide; two months together stay so, and where no bucket has two ends there is no width. */
    @Test
    void onlyRatesOfOtherBucketsAreNoted() {
        List<String> four = List.of("current", "1-30", "31-120", "over 120");
        Row none = Row.of(List.of(usd("0"), usd("0"), usd("0"), usd("0")), usd("1"));
        ServicePeriod january = period("2026-01-01", "2026-02-01");
        Migration month =
                Migration.of(four, List.of(none, none, none, none)).withPeriod(january, List.of(0, 30, 90, 0));
        assertThat(month.otherWidths()).containsExactly(3, 4);
        assertThat(notes(RollRate.cohort(1), month)).isEmpty();
        assertThat(notes(RollRate.cohort(2), month)).containsExactly("LAG_NOT_BUCKET_WIDTH");
        assertThat(notes(RollRate.cohort(3), month)).containsExactly("LAG_NOT_BUCKET_WIDTH");
        assertThat(notes(RollRate.share(3, 2), month)).containsExactly("LAG_NOT_BUCKET_WIDTH");
        assertThat(notes(RollRate.settled(2), month)).isEmpty();
        assertThat(notes(RollRate.settled(4), month)).containsExactly("LAG_NOT_BUCKET_WIDTH");
        Migration unmarked = Migration.of(four, List.of(none, none, none, none));
        assertThat(month.plus(month).otherWidths()).containsExactly(3, 4);
        assertThat(unmarked.plus(month).otherWidths()).containsExactly(3, 4);
        assertThat(month.withPeriod(january).otherWidths()).containsExactly(3, 4);
        assertThat(month.withPeriod(period("2026-01-01", "2026-04-01"), List.of(0, 30, 90, 0))
                        .otherWidths())
                .containsExactly(1, 2);
        assertThat(hundred().withPeriod(january, List.of(0, 0)).otherWidths()).isEmpty();
        Migration one = Migration.of(List.of("all"), List.of(Row.of(List.of(usd("0")), usd("1"))));
        assertThat(one.withPeriod(january, List.of(0)).otherWidths()).isEmpty();
    }

    @Test
    void refusesWidthsThatAreNone() {
        ServicePeriod january = period("2026-01-01", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hundred().withPeriod(january, List.of(30)))
                .withMessage("widths must be one for each of [current, 1-30], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hundred().withPeriod(january, List.of(0, -1)))
                .withMessage("widths[1] must be 0 or more, but was -1");
        Row none = Row.of(List.of(usd("0"), usd("0"), usd("0")), usd("1"));
        Migration three = Migration.of(List.of("a", "b", "c"), List.of(none, none, none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withPeriod(january, List.of(0, 0, 30)))
                .withMessage("widths[1] must be 1 or more, but was 0");
        for (int number : List.of(0, 3)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Migration(
                            null, TWO, List.of(HUNDRED, NOTHING), hundred().added(), List.of(), List.of(number)))
                    .withMessage("otherWidths must be between the buckets 1 to 2, but was " + number);
        }
    }

    /** 5.00 new in the oldest bucket, and a move of 4.00 only; 80.00 settled of the youngest, and 79.00; nothing of the oldest, and a move from there. */
    @Test
    void movesAddUpInEachBucket() {
        Migration.Move stays = new Migration.Move("A", 1, 1, usd("20"));
        Migration.Move settled = new Migration.Move("A", 1, 0, usd("80"));
        assertThat(moved(stays, settled, new Migration.Move("B", 0, 2, usd("5")))
                        .moves())
                .hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved(stays, settled, new Migration.Move("B", 0, 2, usd("4"))))
                .withMessage("moves must add up to USD 5.00 from 0 to 2, but was USD 4.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved(
                        stays,
                        settled,
                        new Migration.Move("B", 0, 2, usd("5")),
                        new Migration.Move("C", 2, 2, usd("1"))))
                .withMessage("moves must add up to USD 0.00 from 2 to 2, but was USD 1.00");
    }

    private static Migration moved(Migration.Move... moves) {
        return new Migration(
                null, TWO, List.of(HUNDRED, NOTHING), List.of(usd("0"), usd("5")), List.of(moves), List.of());
    }
}
