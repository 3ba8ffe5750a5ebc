package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void filtersByManyDimensionsAtOnce() {
        Meter calls = Meter.sum("calls");
        assertThat(calls.where(Map.of("region", "eu", "tariff", "peak")))
                .isEqualTo(calls.where("tariff", "peak").where("region", "eu"));
        assertThat(calls.where("tariff", "peak").where(Map.of("region", "eu")))
                .isEqualTo(calls.where(Map.of("region", "eu", "tariff", "peak")));
        assertThat(calls.where(Map.of())).isEqualTo(calls);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calls.where("region", "us").where(Map.of("region", "eu")))
                .withMessage("dimension must be named once, but was region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calls.where(Map.of("region", " ")))
                .withMessage("region must not begin or end with white space, but was ' '");
    }
}
