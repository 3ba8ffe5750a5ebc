package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final Tariff CENTS = tariff(2, RoundingMode.HALF_UP, "0.005");

    private static Tariff tariff(int scale, RoundingMode mode, String unitPrice) {
        return Tariff.of(
                scale,
                mode,
                List.of(CompiledPrice.inScale(0).from("0", "0", unitPrice).compile()));
    }

    @Test
    void isEqualToOneThatPricesAndRoundsAlike() throws Exception {
        assertThat(tariff(2, RoundingMode.HALF_UP, "0.005")).isEqualTo(CENTS).hasSameHashCodeAs(CENTS);
        assertThat(SerialStreams.copy(CENTS)).isEqualTo(CENTS);
        for (Tariff other : others()) {
            assertThat(other).isNotEqualTo(CENTS);
        }
        assertThat(CENTS).isNotEqualTo("1 prices, HALF_UP at 2 decimal places");
    }

    /** One unit at 0.005 costs 0.01 here and would cost 0.005, 0.00 or 0.02 by the tariff of the other. */
    @Test
    void aRatingByAnotherTariffIsNotMerged() {
        EventRating rating = EventRating.ofIds(CENTS, START, END);
        for (Tariff tariff : others()) {
            EventRating other = EventRating.ofIds(tariff, START, END);
            other.add(7, 0, BigDecimal.ONE, START);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rating.merge(other))
                    .withMessage("other must have the same tariff, but was " + tariff);
        }
        EventRating same = EventRating.ofIds(tariff(2, RoundingMode.HALF_UP, "0.005"), START, END);
        same.add(7, 0, BigDecimal.ONE, START);
        rating.merge(same);
        assertThat(rating.lines().amount(0, 0)).isEqualTo("0.01");
    }

    private static List<Tariff> others() {
        return List.of(
                tariff(3, RoundingMode.HALF_UP, "0.005"),
                tariff(2, RoundingMode.DOWN, "0.005"),
                tariff(2, RoundingMode.HALF_UP, "0.015"));
    }
}
