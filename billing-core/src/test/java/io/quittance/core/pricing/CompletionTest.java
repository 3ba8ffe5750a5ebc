package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final Completion HOUSE = Completion.of("120000");

    @ParameterizedTest(name = "{0} % are {1}")
    @CsvSource({"0, 0", "35, 42000", "33.3, 39960", "100, 120000"})
    void chargesThePartThatIsCompleted(BigDecimal percent, BigDecimal amount) {
        assertThat(at(percent).total()).isEqualTo(Fraction.of(amount));
    }

    /** 42,000 at 35 %, and 18,000 more at 50 %; at 40 % 12,000 of them are given back. */
    @Test
    void billsWhatWasCompletedSince() {
        ChargeBreakdown first = at(new BigDecimal("35"));
        ChargeBreakdown second = at(new BigDecimal("50"));
        assertThat(second.since(first).total()).isEqualTo(Fraction.of(18_000));
        assertThat(at(new BigDecimal("40")).since(second).total()).isEqualTo(Fraction.of(-12_000));
    }

    @Test
    void saysWhatWasCompleted() {
        assertThat(at(new BigDecimal("35")).steps()).singleElement().satisfies(step -> {
            assertThat(step.part()).isEqualTo("completed");
            assertThat(step.quantity()).isEqualTo(Fraction.of(35));
            assertThat(step.explanation().text()).isEqualTo("35 % of 120000: 42000");
            assertThat(step.explanation().text(Locale.GERMAN)).isEqualTo("35 % von 120000: 42000");
        });
        assertThat(Completion.of("120000.00")).hasToString("120000.00 as completed");
    }

    @Property
    void allPartsAddUpToThePrice(@ForAll @IntRange(max = 100) int percent) {
        Fraction rest = at(new BigDecimal(100 - percent)).total();
        assertThat(at(new BigDecimal(percent)).total().plus(rest)).isEqualTo(Fraction.of(120_000));
    }

    @Test
    void refusesMoreThanAllAndNegativePrices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(new BigDecimal("100.1")))
                .withMessage("quantity must be at most 100, but was 100.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Completion.of("-1"))
                .withMessage("price must not be negative, but was -1");
    }

    @Test
    void isEqualByValueAndCanBeShipped() throws Exception {
        assertThat(Completion.of("120000.00")).isEqualTo(HOUSE).hasSameHashCodeAs(HOUSE);
        assertThat(Completion.of("120001")).isNotEqualTo(HOUSE);
        assertThat(SerialStreams.copy(HOUSE)).isEqualTo(HOUSE);
    }

    private static ChargeBreakdown at(BigDecimal percent) {
        return HOUSE.price(RatingInput.ofQuantity(percent));
    }
}
