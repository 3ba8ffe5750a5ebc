package io.quittance.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Expression.Operation;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTest {
    private static final Expression TWO = Expression.of(2);
    private static final Expression SEVEN = Expression.of(7);

    /** The total of the steps before is 10. */
    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of(SEVEN, "7", "7"),
                Arguments.of(Expression.total(), "10", "subtotal"),
                Arguments.of(Expression.sum(List.of(TWO, SEVEN, TWO)), "11", "2 + 7 + 2"),
                Arguments.of(TWO.minus(SEVEN), "-5", "2 - 7"),
                Arguments.of(SEVEN.negated(), "-7", "-7"),
                Arguments.of(TWO.times(SEVEN), "14", "2 × 7"),
                Arguments.of(SEVEN.dividedBy(TWO), "3.5", "7 / 2"),
                Arguments.of(Expression.of(50).percent(SEVEN), "3.5", "7% × 50"),
                Arguments.of(TWO.min(SEVEN), "2", "min(2, 7)"),
                Arguments.of(TWO.max(Expression.total()), "10", "max(2, subtotal)"),
                Arguments.of(SEVEN.dividedBy(TWO).rounded(Rounding.halfUp(0)), "4", "round(7 / 2, HALF_UP, 0)"),
                Arguments.of(TWO.plus(SEVEN).times(TWO), "18", "(2 + 7) × 2"));
    }

    @ParameterizedTest(name = "{2} = {1}")
    @MethodSource
    void formulas(Expression formula, String value, String text) {
        assertThat(formula.value(Fraction.of(10))).hasToString(value);
        assertThat(formula).hasToString(text);
    }

    @Test
    void tellsItsParts() {
        Expression rounded = SEVEN.rounded(Rounding.halfUp(2));
        assertThat(rounded.operation()).isEqualTo(Operation.ROUNDED);
        assertThat(rounded.operands()).containsExactly(SEVEN);
        assertThat(rounded.rounding()).isEqualTo(Rounding.halfUp(2));
        assertThat(TWO.minus(SEVEN).operands()).containsExactly(TWO, SEVEN);
        assertThat(SEVEN.operands()).isEmpty();
        assertThat(SEVEN.number()).isEqualTo(Fraction.of(7));
        assertThat(Expression.total().number()).isEqualTo(Fraction.ZERO);
        assertThatIllegalArgumentException().isThrownBy(SEVEN::rounding).withMessage("rounding must be given");
    }

    @Test
    void isComparedByOperationOperandsNumberAndRounding() {
        assertThat(TWO.plus(SEVEN))
                .isEqualTo(Expression.of("2.0").plus(Expression.of(7)))
                .hasSameHashCodeAs(Expression.of("2.0").plus(Expression.of(7)))
                .isNotEqualTo(TWO.times(SEVEN))
                .isNotEqualTo(TWO.plus(TWO))
                .isNotEqualTo(SEVEN.plus(TWO))
                .isNotEqualTo("2 + 7");
        assertThat(TWO).isNotEqualTo(SEVEN);
        assertThat(TWO.rounded(Rounding.halfUp(2)))
                .isEqualTo(TWO.rounded(Rounding.halfUp(2)))
                .isNotEqualTo(TWO.rounded(Rounding.halfUp(1)));
    }

    /** A number is 1 deep, and each operation is one more. */
    @Test
    void isAtMostFiftyOperationsDeep() {
        Expression deepest = deep(Expression.MAX_DEPTH);
        assertThat(deepest.value()).isEqualTo(Fraction.of(51));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deepest.plus(TWO))
                .withMessage("operands must be at most 50 deep, but was 51");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.plus(deepest))
                .withMessage("operands must be at most 50 deep, but was 51");
        assertThat(Expression.sum(List.of(TWO, deep(49), TWO)).value()).isEqualTo(Fraction.of(54));
    }

    /** 2 + 1 + 1 + …, so deep. */
    private static Expression deep(int depth) {
        Expression formula = TWO;
        for (int i = 1; i < depth; i++) {
            formula = formula.plus(Expression.of(1));
        }
        return formula;
    }

    @ParameterizedTest(name = "{0} of {1} operands")
    @CsvSource({
        "GIVEN, 1, 0",
        "TOTAL, 1, 0",
        "ROUNDED, 0, 1",
        "ROUNDED, 2, 1",
        "DIFFERENCE, 1, 2",
        "QUOTIENT, 3, 2",
        "PERCENTAGE, 1, 2",
        "SUM, 0, 1",
        "PRODUCT, 0, 1",
        "MINIMUM, 0, 1",
        "MAXIMUM, 0, 1"
    })
    void aStreamGivesAnOperationNoOtherNumberOfOperands(Operation operation, int given, int expected) {
        List<Expression> operands = List.of(TWO, SEVEN, TWO).subList(0, given);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SerialStreams.forged(new FakeExpression(operation, List.copyOf(operands)), Expression.class))
                .withMessage("operands must be " + expected + " for " + operation + ", but was " + given);
    }

    @Test
    void comesBackFromAStreamAsDeepAsItWas() throws Exception {
        Expression read = SerialStreams.copy(deep(Expression.MAX_DEPTH));
        assertThat(read).isEqualTo(deep(Expression.MAX_DEPTH));
        assertThatIllegalArgumentException().isThrownBy(() -> read.plus(TWO));
        Expression three = SerialStreams.copy(Expression.sum(List.of(TWO, SEVEN, TWO)));
        assertThat(three.operands()).containsExactly(TWO, SEVEN, TWO);
        assertThat(SerialStreams.copy(SEVEN.rounded(Rounding.halfUp(2))).rounding())
                .isEqualTo(Rounding.halfUp(2));
        assertThat(read(Operation.DIFFERENCE, SEVEN, TWO)).isEqualTo(SEVEN.minus(TWO));
    }

    private static Object read(Operation operation, Expression... operands) throws IOException, ClassNotFoundException {
        return SerialStreams.forged(new FakeExpression(operation, List.of(operands)), Expression.class);
    }

    @SuppressWarnings("UnusedVariable") // read by reflection when it is written
    private static final class FakeExpression implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Operation operation;

        @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
        private final List<Expression> operands;

        private final @Nullable Fraction number = null;
        private final @Nullable Rounding rounding = null;

        FakeExpression(Operation operation, List<Expression> operands) {
            this.operation = operation;
            this.operands = operands;
        }
    }
}
