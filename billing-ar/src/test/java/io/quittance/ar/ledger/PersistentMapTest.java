package io.quittance.ar.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    private static final int KEYS = 60;

    /** Odd numbers remove their half, even numbers put theirs: keys meet often enough to be replaced and removed. */
    @Property
    void holdsWhatASortedMapHoldsInEveryVersion(
            @ForAll @Size(max = 200) List<@IntRange(max = 2 * KEYS - 1) Integer> steps) {
        var versions = new ArrayList<PersistentMap<Integer, String>>();
        var models = new ArrayList<SortedMap<Integer, String>>();
        PersistentMap<Integer, String> map = PersistentMap.empty();
        SortedMap<Integer, String> model = new TreeMap<>();
        for (int step : steps) {
            versions.add(map);
            models.add(model);
            map = after(map, step, versions.size());
            model = after(model, step, models.size());
        }
        versions.add(map);
        models.add(model);
        for (int i = 0; i < versions.size(); i++) {
            assertSame(versions.get(i), models.get(i));
        }
    }

    /** An AVL tree of n nodes is at most 1.4405 log2(n + 2) high (Knuth, TAOCP 3, 6.2.3, theorem A). */
    @Property
    void findsEveryKeyInSoFewComparisonsAsATreeInBalance(
            @ForAll @Size(max = 400) List<@IntRange(max = 999) Integer> puts,
            @ForAll @Size(max = 200) List<@IntRange(max = 999) Integer> removes) {
        PersistentMap<CountedKey, Integer> map = PersistentMap.empty();
        for (int key : puts) {
            map = map.put(new CountedKey(key), key);
        }
        assertLow(map);
        for (int key : removes) {
            map = map.remove(new CountedKey(key));
        }
        assertLow(map);
    }

    @Test
    void staysInBalanceWhenKeysComeAndGoInOrder() {
        PersistentMap<CountedKey, Integer> map = PersistentMap.empty();
        for (int key = 0; key < 4_000; key++) {
            map = map.put(new CountedKey(key), key);
        }
        assertLow(map);
        for (int key = 0; key < 3_000; key++) {
            map = map.remove(new CountedKey(key));
        }
        assertLow(map);
        assertThat(map).hasSize(1_000);
    }

    @Test
    void isEmptyAtFirst() {
        PersistentMap<Integer, String> map = PersistentMap.empty();
        assertThat(map).isEmpty();
        assertThat(map.get(1)).isNull();
        assertThat(map.remove(1)).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> map.iterator().next());
    }

    private static PersistentMap<Integer, String> after(PersistentMap<Integer, String> map, int step, int time) {
        return step % 2 == 0 ? map.put(step / 2, "at " + time) : map.remove(step / 2);
    }

    private static SortedMap<Integer, String> after(SortedMap<Integer, String> model, int step, int time) {
        var next = new TreeMap<>(model);
        if (step % 2 == 0) {
            next.put(step / 2, "at " + time);
        } else {
            next.remove(step / 2);
        }
        return next;
    }

    private static void assertSame(PersistentMap<Integer, String> map, SortedMap<Integer, String> model) {
        assertThat(map).containsExactlyElementsOf(model.values());
        for (int key = 0; key < KEYS; key++) {
            assertThat(map.get(key)).isEqualTo(model.get(key));
        }
    }

    private static void assertLow(PersistentMap<CountedKey, Integer> map) {
        var keys = new ArrayList<Integer>();
        map.forEach(keys::add);
        double limit = 1.4405 * Math.log(keys.size() + 2.0) / Math.log(2);
        for (int key : keys) {
            var counted = new CountedKey(key);
            assertThat(map.get(counted)).isEqualTo(key);
            assertThat(counted.comparisons)
                    .as("comparisons to find %s among %s", key, keys.size())
                    .isLessThanOrEqualTo((int) limit);
        }
    }

    /** Counts how often it is compared with another. */
    private static final class CountedKey implements Comparable<CountedKey> {
        private final int value;
        private int comparisons;

        CountedKey(int value) {
            this.value = value;
        }

        @Override
        public int compareTo(CountedKey other) {
            comparisons++;
            return Integer.compare(value, other.value);
        }
    }
}
