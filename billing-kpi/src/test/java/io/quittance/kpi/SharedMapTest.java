package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharedMapTest {
    private static final int MANY = 40_000;

    /** What it says is what a sorted map says that is copied before each change. */
    @Property
    void isASortedMapThatNeverChanges(@ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> keys) {
        SharedMap<Integer, Integer> map = SharedMap.empty();
        var copies = new ArrayList<TreeMap<Integer, Integer>>();
        var states = new ArrayList<SharedMap<Integer, Integer>>();
        var expected = new TreeMap<Integer, Integer>();
        for (int i = 0; i < keys.size(); i++) {
            map = map.with(keys.get(i), i);
            expected.put(keys.get(i), i);
            copies.add(new TreeMap<>(expected));
            states.add(map);
        }
        for (int i = 0; i < keys.size(); i++) {
            TreeMap<Integer, Integer> copy = copies.get(i);
            SharedMap<Integer, Integer> state = states.get(i);
            assertThat(state.size()).isEqualTo(copy.size());
            assertThat(keysOf(state)).containsExactlyElementsOf(copy.keySet());
            for (int key = -1; key <= 41; key++) {
                assertThat(state.get(key).orElse(null)).isEqualTo(copy.get(key));
                var floor = copy.floorEntry(key);
                assertThat(state.upTo(key).orElse(null)).isEqualTo(floor == null ? null : floor.getValue());
            }
        }
    }

    /** However the entries came: upwards, downwards, from both ends to the middle, or from the middle to both ends. A tree that is not balanced is as deep as it has entries, which is too deep for a stack. */
    @Test
    void growsInAnyOrder() {
        SharedMap<Integer, Integer> up = SharedMap.empty();
        SharedMap<Integer, Integer> down = SharedMap.empty();
        SharedMap<Integer, Integer> inwards = SharedMap.empty();
        SharedMap<Integer, Integer> outwards = SharedMap.empty();
        for (int i = 0; i < MANY; i++) {
            int last = MANY - 1 - i;
            int inward = i % 2 == 0 ? i / 2 : MANY - 1 - i / 2;
            int outward = last % 2 == 0 ? last / 2 : MANY - 1 - last / 2;
            up = up.with(i, i);
            down = down.with(last, last);
            inwards = inwards.with(inward, inward);
            outwards = outwards.with(outward, outward);
        }
        assertThat(keysOf(up)).hasSize(MANY).isSorted();
        assertThat(up).isEqualTo(down).isEqualTo(inwards).isEqualTo(outwards).hasSameHashCodeAs(down);
    }

    @Test
    void isEqualToAMapOfTheSameEntries() {
        SharedMap<String, Integer> one = SharedMap.<String, Integer>empty().with("a", 1);
        assertThat(one)
                .isEqualTo(SharedMap.<String, Integer>empty().with("a", 2).with("a", 1))
                .isNotEqualTo(SharedMap.empty())
                .isNotEqualTo(SharedMap.<String, Integer>empty().with("a", 2))
                .isNotEqualTo(SharedMap.<String, Integer>empty().with("b", 1))
                .isNotEqualTo(one.with("b", 1));
        assertThat(one).isNotEqualTo(java.util.Map.of("a", 1));
    }

    private static <K extends Comparable<K>> List<K> keysOf(SharedMap<K, ?> map) {
        var keys = new ArrayList<K>();
        map.forEach((key, value) -> keys.add(key));
        return keys;
    }
}
