package io.quittance.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void tellsRulesFromPeople() {
        assertThat(Origin.automatic().isAutomatic()).isTrue();
        assertThat(Origin.automatic().actor()).isEmpty();
        assertThat(Origin.automatic()).hasToString("automatic").isEqualTo(new Origin(null));
        Origin clerk = Origin.of("clerk-7");
        assertThat(clerk.isAutomatic()).isFalse();
        assertThat(clerk.actor()).contains(ActorId.of("clerk-7"));
        assertThat(clerk).hasToString("clerk-7").isNotEqualTo(Origin.automatic());
        assertThat(ActorId.of("a")).isLessThan(ActorId.of("b"));
    }
}
