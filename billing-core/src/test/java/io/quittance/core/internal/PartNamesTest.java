package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartNamesTest {

    @Test
    void aNameThatIsShortStaysAsItIs() {
        assertThat(PartNames.prefixed("discount", "launch")).isEqualTo("discount launch");
        assertThat(PartNames.ofStage("charge", "discount launch")).isEqualTo("charge.discount launch");
        assertThat(PartNames.within("night/day", "tier-1")).isEqualTo("night\\/day/tier-1");
        assertThat(PartNames.joined(List.of("eu", "small"))).isEqualTo("eu/small");
    }

    /** An id of 200 characters and what is put before it are no id any more; two that end otherwise stay two. */
    @Test
    void aLongNameEndsInAHashOfTheWhole() {
        String id = "x".repeat(199);
        String first = PartNames.prefixed("terms.discount", id + "a");
        assertThat(first)
                .startsWith("terms.discount xxx")
                .hasSize(145)
                .isNotEqualTo(PartNames.prefixed("terms.discount", id + "b"));
        assertThat(PartNames.ofStage("charge", "x".repeat(193))).hasSize(200);
        assertThat(PartNames.ofStage("charge", "x".repeat(194))).hasSize(145);
    }

    /** Who writes the hash of another name by hand gets one of their own. */
    @Test
    void aNameThatLooksHashedIsAnother() {
        String hashed = PartNames.prefixed("discount", "x".repeat(200));
        String forged = hashed.substring("discount ".length());
        assertThat(PartNames.prefixed("discount", forged)).isNotEqualTo(hashed);
    }
}
