package io.quittance.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.internal.SerialStreams;
import org.junit.jupiter.api.Test;

class MaskedTest {
    private static final Masked<String> ADDRESS = Masked.of("jane@example.com");

    @Test
    void isSeenByWhoAsksOnly() {
        assertThat(ADDRESS.reveal()).isEqualTo("jane@example.com");
        assertThat(ADDRESS).hasToString("***");
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(ADDRESS)).isEqualTo(ADDRESS).hasSameHashCodeAs(ADDRESS);
        assertThat(ADDRESS).isEqualTo(Masked.of("jane@example.com")).isNotEqualTo(Masked.of("joe@example.com"));
        assertThat(ADDRESS).isNotEqualTo("jane@example.com");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a null checker may do
    void refusesNothing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Masked.<String>of(null))
                .withMessage("value");
    }
}
