package io.quittance.ar.aging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.CustomerId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerNumbersTest {
    private static void numbers(List<String> ids) {
        var numbers = new CustomerNumbers();
        for (int i = 0; i < ids.size(); i++) {
            assertThat(numbers.find(CustomerId.of(ids.get(i)))).isEqualTo(-1);
            assertThat(numbers.number(CustomerId.of(ids.get(i)))).isEqualTo(i);
        }
        for (int i = 0; i < ids.size(); i++) {
            assertThat(numbers.find(CustomerId.of(ids.get(i)))).isEqualTo(i);
            assertThat(numbers.number(CustomerId.of(ids.get(i)))).isEqualTo(i);
        }
        assertThat(numbers.size()).isEqualTo(ids.size());
        assertThat(numbers.all()).extracting(CustomerId::value).isEqualTo(ids);
    }

    @Test
    void numbersInTheOrderOfAppearance() {
        numbers(List.of());
        numbers(IntStream.range(0, 5_000).mapToObj(i -> "C-" + i).toList());
    }

    /** "Aa" and "BB" have one hash code, and so have all words of eight of them: 256 ids, more than are looked for at their places. */
    @Test
    void numbersIdsWithEqualHashCodes() {
        List<String> ids = IntStream.range(0, 256)
                .mapToObj(i -> IntStream.range(0, 8)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .toList();
        assertThat(ids).extracting(String::hashCode).containsOnly(ids.get(0).hashCode());
        numbers(ids);
    }
}
