package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

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
        var table = new IdTable();
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

    @Provide
    Arbitrary<List<Long>> keys() {
        Arbitrary<Long> key = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(-50, 50)),
                Tuple.of(2, Arbitraries.longs()),
                Tuple.of(1, Arbitraries.longs().between(0, 400).map(n -> n << 32)),
                Tuple.of(1, Arbitraries.longs().between(0, 400).map(n -> n << 54)));
        return key.list().ofMaxSize(2_000);
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(n -> n).toArray();
    }
}
