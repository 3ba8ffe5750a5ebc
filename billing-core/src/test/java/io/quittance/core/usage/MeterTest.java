package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void countsEventsOfItsOwnThatHaveEveryValue() {
        UsageEvent call = UsageEvent.of("e-1", "ACME", "calls", "3", "2026-01-15T10:00:00Z")
                .with("region", "eu")
                .with("tariff", "peak");
        Meter calls = Meter.sum("calls");
        assertThat(calls.counts(call)).isTrue();
        assertThat(calls.where("region", "eu").counts(call)).isTrue();
        assertThat(calls.where("region", "eu").where("tariff", "peak").counts(call))
                .isTrue();
        assertThat(calls.where("region", "us").counts(call)).isFalse();
        assertThat(calls.where("region", "eu").where("tariff", "night").counts(call))
                .isFalse();
        assertThat(calls.where("role", "agent").counts(call)).isFalse();
        assertThat(Meter.sum("traffic").counts(call)).isFalse();
    }

    @Test
    void isComparedByMeterAggregationAndDimensions() {
        Meter european = Meter.sum("calls").where("region", "eu");
        assertThat(european)
                .isEqualTo(Meter.sum("calls").where("region", "eu"))
                .hasToString("sum of calls where {region=eu}")
                .isNotEqualTo(Meter.sum("traffic").where("region", "eu"))
                .isNotEqualTo(Meter.max("calls").where("region", "eu"))
                .isNotEqualTo(Meter.sum("calls").where("region", "us"))
                .isNotEqualTo(Meter.sum("calls"))
                .isNotEqualTo("sum of calls where {region=eu}");
    }

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
