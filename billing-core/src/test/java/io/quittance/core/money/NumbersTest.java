package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Property
    void readsADoubleAsTheShortestDecimalThatMeansIt(@ForAll double value) {
        BigDecimal shortest = Numbers.shortest(value);
        assertThat(shortest.doubleValue()).isEqualTo(value + 0.0); // a decimal has no negative zero
        assertThat(shortest.precision())
                .isLessThanOrEqualTo(dec(Double.toString(value)).precision());
    }

    @Property
    void readsAFloatAsTheShortestDecimalThatMeansIt(@ForAll float value) {
        BigDecimal shortest = Numbers.shortest(value);
        assertThat(shortest.floatValue()).isEqualTo(value + 0.0f);
        assertThat(shortest.precision())
                .isLessThanOrEqualTo(dec(Float.toString(value)).precision());
    }

    /** JDK 17 writes 1.9999999999999998E23, JDK 19 and later 2.0E23: JDK-4511638. */
    @Test
    void readsADoubleAlikeOnEveryJdk() {
        assertThat(Numbers.shortest(Double.parseDouble("2E23"))).isEqualByComparingTo("2E+23");
        assertThat(Numbers.operand(Double.parseDouble("2E23"), "factor")).isEqualByComparingTo("2E+23");
        assertThat(Numbers.shortest(0.1)).isEqualTo(dec("0.1"));
        assertThat(Numbers.shortest(0.1f)).isEqualTo(dec("0.1"));
    }

    @Test
    void refusesANumberThatDoesNotReadAsOne() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> Numbers.operand(new Unreadable(), "factor"))
                .withMessage("factor must be a decimal number, but was one third");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> Numbers.operand(Float.NaN, "factor"))
                .withMessage("factor must be finite, but was NaN");
    }

    private static final class Unreadable extends Number {
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }

        @Override
        public String toString() {
            return "one third";
        }
    }
}
