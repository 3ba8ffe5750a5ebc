package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicTest {
    private static final RatingInput AMOUNTS = RatingInput.ofEvents(List.of(
            UsageEvent.of("a", "ACME", "market", "12.34", "2026-01-01T00:00:00Z"),
            UsageEvent.of("b", "ACME", "market", "-2.34", "2026-01-02T00:00:00Z")));

    @Test
    void chargesTheAmountsThatWereComputed() {
        assertThat(Dynamic.asComputed().price(AMOUNTS).total()).isEqualTo(Fraction.of(10));
        assertThat(Dynamic.times("1.1").price(AMOUNTS).total()).isEqualTo(Fraction.of(11));
    }

    @Test
    void mayBeNegative() {
        RatingInput credit = RatingInput.none().withQuantity(Fraction.of(-5, 3));
        assertThat(Dynamic.times("3").price(credit).total()).isEqualTo(Fraction.of(-5));
    }

    @Test
    void explainsTheProduct() {
        assertThat(Dynamic.asComputed().price(AMOUNTS)).hasToString("[as computed: 10]");
        assertThat(Dynamic.times("1.1").price(AMOUNTS)).hasToString("[10 × 1.1 = 11]");
    }

    @Test
    void refusesANegativeMultiplier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dynamic.times("-1"))
                .withMessage("multiplier must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameMultiplierWrittenOtherwise() {
        Dynamic model = Dynamic.times(new BigDecimal("1.0"));
        assertThat(model).isEqualTo(Dynamic.asComputed()).hasSameHashCodeAs(Dynamic.asComputed());
        assertThat(model).isNotEqualTo(Dynamic.times("1.1")).hasToString("1.0 × the amount computed");
    }
}
