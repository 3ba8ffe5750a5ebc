package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatFeeTest {
    private static final FlatFee FEE = FlatFee.of("499.00");

    @ParameterizedTest(name = "{0} units cost 499")
    @ValueSource(strings = {"0", "0.5", "5000"})
    void costsTheSameWhateverIsUsed(BigDecimal units) {
        assertThat(FEE.price(RatingInput.ofQuantity(units)).total()).isEqualTo(Fraction.of(499));
    }

    @Test
    void saysWhatItIs() {
        assertThat(FEE.price(RatingInput.none())).hasToString("[flat fee: 499]");
        assertThat(FEE).hasToString("flat fee of 499.00");
    }

    @Test
    void isBilledOnce() {
        ChargeBreakdown first = FEE.price(RatingInput.ofQuantity(BigDecimal.ONE));
        ChargeBreakdown second = FEE.price(RatingInput.ofQuantity(BigDecimal.TEN));
        assertThat(second.since(first).total()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void refusesANegativeFee() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlatFee.of("-0.01"))
                .withMessage("amount must not be negative, but was -0.01");
    }

    @Test
    void isEqualToTheSameFeeWrittenOtherwise() {
        assertThat(FlatFee.of("499")).isEqualTo(FEE).hasSameHashCodeAs(FEE);
        assertThat(FlatFee.of("499.01")).isNotEqualTo(FEE);
    }
}
