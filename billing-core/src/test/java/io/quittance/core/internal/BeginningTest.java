package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningTest {

    /** U+1F600 takes two code units. */
    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc",
        "abc, 2, ab",
        "abc, 4, abc",
        "A\uD83D\uDE00B, 2, A",
        "A\uD83D\uDE00B, 3, A\uD83D\uDE00",
        "A\uD83D\uDE00B, 4, A\uD83D\uDE00B"
    })
    void keepsWhatFitsAndNoHalfOfACharacter(String text, int most, String expected) {
        assertThat(Beginning.of(text, most)).isEqualTo(expected);
    }

    /** Half a character that was there before is not cut off. */
    @Test
    void keepsWhatFitsHoweverItEnds() {
        assertThat(Beginning.of("A\uD83D", 2)).isEqualTo("A\uD83D");
    }

    @Property
    void losesAtMostOneCodeUnitOfWhatFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
        String beginning = Beginning.of(text, most);
        assertThat(text).startsWith(beginning);
        assertThat(beginning).hasSizeBetween(Math.min(text.length(), most - 1), Math.min(text.length(), most));
    }
}
