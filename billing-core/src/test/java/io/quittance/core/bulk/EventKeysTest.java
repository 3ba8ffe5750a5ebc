package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventKeysTest {

    /** The rule: whatever HashSet.add refuses was seen before. */
    @Property
    void findsWhatWasSeenBefore(@ForAll("keys") List<Long> keys) {
        var seen = new HashSet<Long>();
        List<Integer> expected = IntStream.range(0, keys.size())
                .filter(row -> !seen.add(keys.get(row)))
                .boxed()
                .toList();
        EventKeys table = EventKeys.none();
        assertThat(table.repeated(longs(keys)))
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());
        assertThat(table.count()).isEqualTo(seen.size());
        assertThat(table.repeated(longs(keys))).hasSize(keys.size());
        assertThat(table).hasToString(seen.size() + " keys");
    }

    @Property
    void numbersIdsInTheOrderOfTheirFirstAppearance(@ForAll("keys") List<Long> ids) {
        var table = new IdTable(2_000);
        var expected = new HashMap<Long, Integer>();
        var order = new ArrayList<Long>();
        for (long id : ids) {
            if (expected.putIfAbsent(id, expected.size()) == null) {
                order.add(id);
            }
            assertThat(table.number(id)).isEqualTo(expected.get(id));
        }
        assertThat(table.count()).isEqualTo(expected.size());
        assertThat(table.ids()).containsExactly(longs(order));
    }

    /**
     * Keys that all stand in one place first. Where n of them have met, the last stood n places away; as soon as such ways
     * add up to the places of the table, keys are spread anew, so that few stand farther away than twice the root of its
     * places: 65,536 for 20,000 keys, 262,144 for 20,000 ids.
     */
    @Test
    void keysThatWereMadeToMeetAreSpreadAnew() {
        EventKeys keys = EventKeys.none();
        var ids = new IdTable(20_000);
        for (int n = 0; n < 20_000; n++) {
            assertThat(keys.add(meeting(n))).isTrue();
            assertThat(ids.number(meeting(n))).isEqualTo(n);
        }
        assertThat(keys.farthest()).isLessThan(2 * 256);
        assertThat(ids.farthest()).isLessThan(2 * 512);
        for (int n = 0; n < 20_000; n++) {
            assertThat(keys.add(meeting(n))).isFalse();
            assertThat(ids.number(meeting(n))).isEqualTo(n);
        }
    }

    /** 2,000 keys that all stand in the last places of a table first, and go on at its beginning, among 8,000 others. */
    @Test
    void keysThatMeetAreFoundWhileATableGrows() {
        EventKeys keys = EventKeys.none();
        for (int n = 0; n < 10_000; n++) {
            assertThat(keys.add(n % 5 == 0 ? meeting(-n - 1) : n)).isTrue();
        }
        assertThat(keys.count()).isEqualTo(10_000);
        assertThat(keys.farthest()).isLessThan(2 * 256);
    }

    @Test
    void refusesMoreKeysThanItMayRememberBeforeAnyIsNoted() {
        var keys = new EventKeys(4);
        assertThat(keys.repeated(new long[] {70, 0, 71})).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.repeated(new long[] {72, 70, 0, 72, 73}))
                .withMessage("keys must be at most 4 different, but was 5");
        assertThat(keys.count()).isEqualTo(3);
        assertThat(keys.repeated(new long[] {72, 70, 0, 72, 71})).containsExactly(1, 2, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.add(73))
                .withMessage("keys must be at most 4 different, but was 5");
        assertThat(keys.add(72)).isFalse();
        var withoutZero = new EventKeys(1);
        withoutZero.add(70);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withoutZero.add(0))
                .withMessage("keys must be at most 1 different, but was 2");
        assertThat(withoutZero.count()).isOne();
    }

    /** 8 places for each id, up to the 2^30 that an array may have. */
    @ParameterizedTest
    @CsvSource({"1, 8", "64, 512", "65, 1024", "67108864, 536870912", "134217728, 1073741824", "268435456, 1073741824"})
    void aTableOfIdsHasEightPlacesForEachAndNeverMoreThanAnArray(int ids, int places) {
        assertThat(IdTable.placesFor(ids)).isEqualTo(places);
    }

    @Test
    void refusesMoreIdsThanItMayNumber() {
        var table = new IdTable(100);
        for (int id = 0; id < 100; id++) {
            table.number(id);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.number(100))
                .withMessage("customers must be at most 100, but was 101");
        assertThat(table.number(99)).isEqualTo(99);
        assertThat(table.count()).isEqualTo(100);
    }

    /** The n-th of keys whose product with the factor of a new table is a small number: all have the first place. */
    private static long meeting(long n) {
        long inverse = Spread.FIRST;
        for (int correctBits = 3; correctBits < Long.SIZE; correctBits *= 2) {
            inverse *= 2 - Spread.FIRST * inverse;
        }
        long folded = (n + 1) * inverse;
        return folded ^ (folded >>> 32);
    }

    @Provide
    Arbitrary<List<Long>> keys() {
        Arbitrary<Long> key = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(-50, 50)),
                Tuple.of(2, Arbitraries.longs()),
                Tuple.of(1, Arbitraries.longs().between(0, 400).map(n -> n << 32)),
                Tuple.of(1, Arbitraries.longs().between(0, 400).map(n -> n << 54)),
                Tuple.of(2, Arbitraries.longs().between(0, 400).map(EventKeysTest::meeting)));
        return key.list().ofMaxSize(2_000);
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(n -> n).toArray();
    }
}
