package io.quittance.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final Fraction NONE = Fraction.ZERO;
    private static final Fraction AFTER_150 = Fraction.of(150);
    private static final Expression ABOVE_100 =
            Expression.total().minus(Expression.of(100)).negated();

    private static final Step FEE = fee("fee", 1, 150);
    /** Takes 50 off 150. */
    private static final Step CAP =
            Step.after(AFTER_150, "cap", NONE, ABOVE_100, "charge.cap", "at most {0}: {2}", "100");

    private static Step fee(String part, long quantity, long price) {
        return Step.of(part, Fraction.of(quantity), Expression.of(price), "charge.flat", "flat fee: {1}");
    }

    @Test
    void stepsAddUpAndCanBeReplayed() {
        assertThat(Step.total(List.of(FEE, CAP))).isEqualTo(Fraction.of(100));
        assertThat(Step.replayed(List.of(FEE, CAP))).isEqualTo(Fraction.of(100));
        assertThat(FEE).hasToString("flat fee: 150");
        assertThat(CAP).hasToString("at most 100: -50");
        assertThat(CAP.within("night")).hasToString("night: at most 100: -50");
    }

    /** What takes off all above 100 takes 50 off 150 and, following 150.01, takes 50.01. */
    @Test
    void aStepTakesAnotherAmountAfterAnotherTotal() {
        Step after = CAP.within("night").following(Fraction.of(new BigDecimal("150.01")));
        assertThat(after.amount()).isEqualTo(Fraction.of(new BigDecimal("-50.01")));
        assertThat(after).hasToString("night: at most 100: -50.01");
        assertThat(after.formula()).isEqualTo(ABOVE_100);
        assertThat(CAP.following(AFTER_150)).isEqualTo(CAP);
        assertThat(FEE.following(AFTER_150)).isEqualTo(FEE);
    }

    @Test
    void aStepAloneHasItsAmountInPlaceOfTheTotal() {
        Step alone = CAP.alone();
        assertThat(alone.formula()).isEqualTo(Expression.of(-50));
        assertThat(alone.following(NONE).amount()).isEqualTo(Fraction.of(-50));
        assertThat(alone).hasToString("at most 100: -50").isNotEqualTo(CAP);
        assertThat(FEE.alone()).isEqualTo(FEE);
    }

    @Test
    void stepsDifferByEachOfTheirParts() throws Exception {
        assertThat(FEE)
                .isEqualTo(fee("fee", 1, 150))
                .hasSameHashCodeAs(fee("fee", 1, 150))
                .isNotEqualTo(FEE.as("tier-1"))
                .isNotEqualTo(fee("fee", 2, 150))
                .isNotEqualTo(fee("fee", 1, 151))
                .isNotEqualTo(FEE.within("night"))
                .isNotEqualTo("flat fee: 150");
        assertThat(SerialStreams.copy(CAP)).isEqualTo(CAP);
        var other = new FakeStep(CAP, Fraction.of(-51));
        assertThat(SerialStreams.forged(other, Step.class)).isNotEqualTo(CAP);
    }

    /** A step of another amount with the same reason, which only a stream can say. */
    @SuppressWarnings("UnusedVariable") // read by reflection when it is written
    private static final class FakeStep implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String part;
        private final Fraction quantity;
        private final Expression formula;
        private final Fraction amount;
        private final Explanation explanation;

        FakeStep(Step like, Fraction amount) {
            part = like.part();
            quantity = like.quantity();
            formula = like.formula();
            this.amount = amount;
            explanation = like.explanation();
        }
    }
}
