package io.quittance.bank.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Property
    void eachIsCountedForItself(@ForAll @Size(max = 200) List<@IntRange(max = 50) Integer> references) {
        var seen = new SeenIds();
        var expected = new HashMap<Integer, Integer>();
        for (Integer reference : references) {
            assertThat(seen.count("R-" + reference)).isEqualTo(expected.merge(reference, 1, Integer::sum));
        }
        seen.clear();
        references.stream()
                .distinct()
                .forEach(reference -> assertThat(seen.count("R-" + reference)).isOne());
    }

    /** The tables grow many times over. */
    @Test
    void manyAreRememberedAsTheyGrow() {
        var seen = new SeenIds();
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 60_000; i++) {
                assertThat(seen.count("R-" + i)).isEqualTo(round);
            }
        }
    }
}
