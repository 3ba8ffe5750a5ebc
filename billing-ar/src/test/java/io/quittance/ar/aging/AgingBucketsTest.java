package io.quittance.ar.aging;

import static io.quittance.ar.Samples.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgingBucketsTest {
    private static final long NONE = Long.MIN_VALUE;
    private static final long EVER = Long.MAX_VALUE;

    /** AR-AB-001; OCA, aged_partner_balance.py: due today is current, day 30 belongs to 1-30. */
    @ParameterizedTest(name = "{0} days are {1}")
    @CsvSource({
        "-5, current",
        "0, current",
        "1, 1-30",
        "30, 1-30",
        "31, 31-60",
        "60, 31-60",
        "61, 61-90",
        "120, 91-120",
        "121, over 120",
        "-9223372036854775808, current",
        "9223372036854775807, over 120"
    })
    void putsEachAgeWhereOcaDoes(long age, String expected) {
        assertThat(nameOf(AgingBuckets.days(30, 60, 90, 120), age)).isEqualTo(expected);
    }

    /** AR-AB-005; Invoice Ninja, ARSummaryReport.php: due today is not current; what is over 20 years old is lost. */
    @ParameterizedTest(name = "{0} days are {1}")
    @CsvSource({"-1, current", "0, 30", "30, 30", "31, 60", "120, 120", "121, 120+", "7304, 120+", "7305, none"})
    void putsEachAgeWhereInvoiceNinjaDoes(long age, String expected) {
        var buckets = AgingBuckets.completing(List.of(
                bucket("current", NONE, -1),
                bucket("30", 0, 30),
                bucket("60", 31, 60),
                bucket("90", 61, 90),
                bucket("120", 91, 120),
                bucket("120+", 121, 7304)));
        assertThat(nameOf(buckets, age)).isEqualTo(expected);
    }

    /** AR-AB-006; Oracle Fusion, default aging method, with ends at 9999 days. */
    @ParameterizedTest(name = "{0} days are {1}")
    @CsvSource({
        "-10000, none",
        "-9999, current",
        "0, current",
        "1, 1-45",
        "45, 1-45",
        "46, 46-60",
        "60, 46-60",
        "121, 121+",
        "10000, none"
    })
    void putsEachAgeWhereOracleDoes(long age, String expected) {
        var buckets = AgingBuckets.completing(List.of(
                bucket("current", -9999, 0),
                bucket("1-45", 1, 45),
                bucket("46-60", 46, 60),
                bucket("61-90", 61, 90),
                bucket("91-120", 91, 120),
                bucket("121+", 121, 9999)));
        assertThat(nameOf(buckets, age)).isEqualTo(expected);
    }

    /** AR-AB-007; iDempiere, MAging.java. */
    @ParameterizedTest(name = "{0} days are {1}")
    @CsvSource({
        "0, due",
        "1, 1-7",
        "7, 1-7",
        "8, 8-30",
        "30, 8-30",
        "31, 31-60",
        "60, 31-60",
        "61, 61-90",
        "90, 61-90",
        "91, over 90"
    })
    void putsEachAgeWhereIdempiereDoes(long age, String expected) {
        var buckets = AgingBuckets.of(List.of(
                bucket("over 90", 91, EVER),
                bucket("due", NONE, 0),
                bucket("61-90", 61, 90),
                bucket("1-7", 1, 7),
                bucket("31-60", 31, 60),
                bucket("8-30", 8, 30)));
        assertThat(nameOf(buckets, age)).isEqualTo(expected);
    }

    /** AR-AB-008; Fineract, DelinquencyGlobalInitializerStep.java: what is not late is in no range. */
    @ParameterizedTest(name = "{0} days are {1}")
    @CsvSource({"0, none", "1, R1", "3, R1", "4, R3", "30, R3", "31, R30", "240, R180", "241, R240"})
    void putsEachAgeWhereFineractDoes(long age, String expected) {
        var buckets = AgingBuckets.completing(List.of(
                bucket("R1", 1, 3),
                bucket("R3", 4, 30),
                bucket("R30", 31, 60),
                bucket("R60", 61, 90),
                bucket("R90", 91, 120),
                bucket("R120", 121, 150),
                bucket("R150", 151, 180),
                bucket("R180", 181, 240),
                bucket("R240", 241, EVER)));
        assertThat(nameOf(buckets, age)).isEqualTo(expected);
    }

    @Property
    void everyAgeBelongsToExactlyOneBucket(
            @ForAll @NotEmpty @Size(max = 12) @UniqueElements List<@IntRange(min = -500, max = 500) Integer> cuts,
            @ForAll Random random) {
        List<AgingBucket> parts = between(cuts);
        Collections.shuffle(parts, random);
        var buckets = AgingBuckets.of(parts);
        for (long age = -505; age <= 505; age++) {
            long probe = age;
            assertThat(parts.stream().filter(part -> part.contains(probe)))
                    .containsExactly(buckets.bucketOf(age).orElseThrow());
        }
        assertThat(buckets.buckets()).isSortedAccordingTo((one, other) -> Long.compare(one.from(), other.from()));
    }

    @Property
    void oneBucketLessIsAGapAndIsToldOrKept(
            @ForAll @Size(min = 2, max = 12) @UniqueElements List<@IntRange(min = -500, max = 500) Integer> cuts,
            @ForAll @IntRange(max = 1000) int pick) {
        List<AgingBucket> parts = between(cuts);
        AgingBucket left = parts.remove(1 + pick % (parts.size() - 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingBuckets.of(parts))
                .withMessage("buckets must leave no age out, but was " + left.from() + " to " + left.to());
        var buckets = AgingBuckets.completing(parts);
        assertThat(buckets.bucketOf(left.from())).isEmpty();
        assertThat(buckets.bucketOf(left.to())).isEmpty();
        assertThat(buckets.bucketOf(left.from() - 1)).isPresent();
        assertThat(buckets.bucketOf(left.to() + 1)).isPresent();
    }

    @Test
    void namesTheUsualBuckets() {
        assertThat(AgingBuckets.days(30, 60, 90).buckets())
                .containsExactly(
                        bucket("current", NONE, 0),
                        bucket("1-30", 1, 30),
                        bucket("31-60", 31, 60),
                        bucket("61-90", 61, 90),
                        bucket("over 90", 91, EVER));
        assertThat(AgingBuckets.days(30)).hasToString("[current, 1-30, over 30]");
    }

    @Test
    void reachesToTheLargestNumberOfDays() {
        var buckets = AgingBuckets.days(Integer.MAX_VALUE);
        assertThat(nameOf(buckets, Integer.MAX_VALUE)).isEqualTo("1-2147483647");
        assertThat(nameOf(buckets, Integer.MAX_VALUE + 1L)).isEqualTo("over 2147483647");
    }

    @Test
    void refusesDaysThatDoNotRise() {
        assertThatIllegalArgumentException().isThrownBy(AgingBuckets::days).withMessage("upTo must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingBuckets.days(0))
                .withMessage("upTo must rise and be more than 0, but was 0 then 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingBuckets.days(30, 30))
                .withMessage("upTo must rise and be more than 0, but was 30 then 30");
    }

    @Test
    void refusesOverlapsOpenEndsAndNamesGivenTwice() {
        refuses("must not overlap, but was a and b", bucket("a", NONE, 0), bucket("b", 0, EVER));
        refuses("must not overlap, but was a and b", bucket("a", NONE, EVER), bucket("b", EVER, EVER));
        refuses("must have unique names, but was a", bucket("a", NONE, 0), bucket("a", 1, EVER));
        refuses("must have no lower and no upper end, but was 0 / 9223372036854775807", bucket("a", 0, EVER));
        refuses("must have no lower and no upper end, but was -9223372036854775808 / 9", bucket("a", NONE, 9));
        refuses("must not be empty");
    }

    @Test
    void refusesABucketThatEndsBeforeItBegins() {
        assertThat(bucket("a", 3, 3).contains(3)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket("a", 3, 2))
                .withMessage("from must not be after to, but was 3 / 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket("", 3, 3))
                .withMessage("name must have 1 to 200 characters, but was ");
    }

    @Test
    void areValuesThatCanBeStored() throws Exception {
        assertThat(AgingBuckets.days(30, 60))
                .isEqualTo(AgingBuckets.days(30, 60))
                .hasSameHashCodeAs(AgingBuckets.days(30, 60))
                .isEqualTo(copy(AgingBuckets.days(30, 60)))
                .isNotEqualTo(AgingBuckets.days(30));
    }

    private static void refuses(String rule, AgingBucket... buckets) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingBuckets.of(List.of(buckets)))
                .withMessage("buckets " + rule);
    }

    /** All ages, cut after each of these. */
    private static List<AgingBucket> between(List<Integer> cuts) {
        var parts = new ArrayList<AgingBucket>();
        long from = NONE;
        for (int cut : new TreeSet<>(cuts)) {
            parts.add(bucket("to " + cut, from, cut));
            from = cut + 1L;
        }
        parts.add(bucket("rest", from, EVER));
        return parts;
    }

    private static AgingBucket bucket(String name, long from, long to) {
        return new AgingBucket(name, from, to);
    }

    private static String nameOf(AgingBuckets buckets, long age) {
        return buckets.bucketOf(age).map(AgingBucket::name).orElse("none");
    }
}
