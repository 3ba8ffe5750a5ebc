package io.quittance.core.usage;

import static io.quittance.core.money.PercentileMethod.EXCLUSIVE;
import static io.quittance.core.money.PercentileMethod.INCLUSIVE;
import static io.quittance.core.money.PercentileMethod.NEAREST_RANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileTest {
    private static final UsageWindow JUNE = Events.window("2026-06-01", "2026-07-01", "Europe/Berlin");

    /** liquisearch.com, alternative methods; the nearest rank as in the Wikipedia article on percentiles. */
    @Test
    void answersByTheStatedMethod() {
        List<UsageEvent> events = Events.of("50", "15", "40", "20", "35");
        assertThat(Percentile.of("40", INCLUSIVE).aggregate(events, JUNE)).isEqualTo(Fraction.of(29));
        assertThat(Percentile.of("40", EXCLUSIVE).aggregate(events, JUNE)).isEqualTo(Fraction.of(26));
        assertThat(Percentile.of("40", NEAREST_RANK).aggregate(events, JUNE)).isEqualTo(Fraction.of(20));
    }

    @Test
    void ofNoEventsIsZero() {
        assertThat(Percentile.of("95", NEAREST_RANK).aggregate(List.of(), JUNE)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void refusesWhatIsNoPercentage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentile.of("100.1", INCLUSIVE))
                .withMessage("percent must be between 0 and 100, but was 100.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentile.of("-1", INCLUSIVE))
                .withMessage("percent must be between 0 and 100, but was -1");
    }

    @Test
    void isEqualByNumber() {
        assertThat(Percentile.of("95.0", INCLUSIVE))
                .isEqualTo(Percentile.of("95", INCLUSIVE))
                .hasSameHashCodeAs(Percentile.of("95", INCLUSIVE))
                .isNotEqualTo(Percentile.of("95", EXCLUSIVE))
                .isNotEqualTo(Percentile.of("99", INCLUSIVE))
                .isNotEqualTo("percentile 95.0 by INCLUSIVE");
    }
}
