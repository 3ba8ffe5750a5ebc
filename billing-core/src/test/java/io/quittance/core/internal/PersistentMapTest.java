package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

    /** So its height is at most 1.4405 log2(n + 2) for n keys (Knuth, TAOCP 3, 6.2.3, theorem A). */
    @Property
    void staysInBalanceWhateverComesAndGoes(
            @ForAll @Size(max = 400) List<@IntRange(max = 299) Integer> puts,
            @ForAll @Size(max = 200) List<@IntRange(max = 299) Integer> removes) {
        PersistentMap<CountedKey, Integer> map = PersistentMap.empty();
        for (int key : puts) {
            map = map.put(new CountedKey(key), key);
        }
        assertInBalance(map);
        for (int key : removes) {
            map = map.remove(new CountedKey(key));
        }
        assertInBalance(map);
    }

    @Test
    void staysInBalanceWhenKeysComeAndGoInOrder() {
        PersistentMap<CountedKey, Integer> map = PersistentMap.empty();
        for (int key = 0; key < 4_000; key++) {
            map = map.put(new CountedKey(key), key);
        }
        assertInBalance(map);
        for (int key = 0; key < 3_000; key++) {
            map = map.remove(new CountedKey(key));
        }
        assertInBalance(map);
        assertThat(map).hasSize(1_000);
    }

    /** Seven keys fill three levels: one that is removed has no, one or two sides. */
    @Test
    void losesOneKeyOfAnyNumberAndNoOther() {
        for (int size = 1; size <= 12; size++) {
            PersistentMap<CountedKey, Integer> map = PersistentMap.empty();
            for (int key = 0; key < size; key++) {
                map = map.put(new CountedKey(key), key);
            }
            for (int key = 0; key < size; key++) {
                int removed = key;
                PersistentMap<CountedKey, Integer> rest = map.remove(new CountedKey(removed));
                assertThat(rest)
                        .containsExactlyElementsOf(IntStream.range(0, size)
                                .filter(other -> other != removed)
                                .boxed()
                                .toList());
                assertInBalance(rest);
                assertThat(map).hasSize(size);
            }
        }
    }

    @Test
    void staysInBalanceWhenKeysComeAndGoInNoOrder() {
        var random = new Random(7);
        for (int run = 0; run < 20; run++) {
            List<Integer> keys = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
            Collections.shuffle(keys, random);
            PersistentMap<CountedKey, Integer> map = PersistentMap.empty();
            for (int key : keys) {
                map = map.put(new CountedKey(key), key);
                assertInBalance(map);
            }
            Collections.shuffle(keys, random);
            var left = new TreeSet<>(keys);
            for (int key : keys) {
                map = map.remove(new CountedKey(key));
                left.remove(key);
                assertInBalance(map);
                assertThat(map).containsExactlyElementsOf(left);
            }
        }
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

    /** The comparisons that a key takes are its depth, and the depths of all keys in their order are the tree. */
    private static void assertInBalance(PersistentMap<CountedKey, Integer> map) {
        var depths = new ArrayList<Integer>();
        for (int key : map) {
            var counted = new CountedKey(key);
            assertThat(map.get(counted)).isEqualTo(key);
            depths.add(counted.comparisons);
        }
        height(depths, 1);
    }

    /** Of the subtree whose root has this depth; the heights of its two sides differ by one at most. */
    private static int height(List<Integer> depths, int depth) {
        if (depths.isEmpty()) {
            return 0;
        }
        int root = depths.indexOf(depth);
        int left = height(depths.subList(0, root), depth + 1);
        int right = height(depths.subList(root + 1, depths.size()), depth + 1);
        assertThat(left - right)
                .as("left and right of a node at depth %s", depth)
                .isBetween(-1, 1);
        return 1 + Math.max(left, right);
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
