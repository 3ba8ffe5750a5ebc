package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PersistentHashMapTest {
    /** A key whose hash is chosen, so that keys share paths and whole hashes. */
    private record Key(int name, int hash) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::name).thenComparing(Key::hash).compare(this, other);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    @Property
    void everyVersionIsTheMapThatItWas(@ForAll("keys") List<Key> keys) {
        var versions = new ArrayList<PersistentHashMap<Key, Integer>>(List.of(PersistentHashMap.empty()));
        var expected = new ArrayList<Map<Key, Integer>>(List.of(Map.of()));
        for (int i = 0; i < keys.size(); i++) {
            versions.add(versions.get(i).put(keys.get(i), i));
            var next = new HashMap<>(expected.get(i));
            next.put(keys.get(i), i);
            expected.add(next);
        }
        for (int i = 0; i < versions.size(); i++) {
            PersistentHashMap<Key, Integer> version = versions.get(i);
            Map<Key, Integer> map = expected.get(i);
            assertThat(version.size()).isEqualTo(map.size());
            keys.forEach(key -> assertThat(version.get(key)).isEqualTo(map.get(key)));
            var values = new ArrayList<Integer>();
            version.forEach(values::add);
            assertThat(values).containsExactlyInAnyOrderElementsOf(map.values());
        }
    }

    @Provide
    Arbitrary<List<Key>> keys() {
        Arbitrary<Integer> hashes = Arbitraries.oneOf(
                Arbitraries.integers(),
                Arbitraries.of(0, 1, 31, 32, -1, Integer.MIN_VALUE),
                Arbitraries.integers().between(0, 40).map(i -> i << 27));
        return Combinators.combine(Arbitraries.integers().between(0, 5), hashes)
                .as(Key::new)
                .list()
                .ofMaxSize(60);
    }

    @Test
    void holdsManyKeys() {
        PersistentHashMap<String, Integer> map = PersistentHashMap.empty();
        for (int i = 0; i < 100_000; i++) {
            map = map.put("C-" + i, i);
        }
        assertThat(map.size()).isEqualTo(100_000);
        for (int i = 0; i < 100_000; i += 997) {
            assertThat(map.get("C-" + i)).isEqualTo(i);
        }
        assertThat(map.get("C-100000")).isNull();
    }
}
