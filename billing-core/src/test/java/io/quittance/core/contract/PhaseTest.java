package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseTest {
    @Test
    void chargesAPartOfThePrice() {
        assertThat(Phase.trial("P14D").factor()).isEqualTo(Fraction.ZERO);
        assertThat(Phase.rampUp("P3M", "25").factor()).isEqualTo(Fraction.of(1, 4));
        assertThat(Phase.discount("P3M", "20").factor()).isEqualTo(Fraction.of(4, 5));
        assertThat(Phase.discount("P3M", "33.3").percent()).isEqualByComparingTo("66.7");
        assertThat(Phase.discount("P3M", "0").factor()).isEqualTo(Fraction.ONE);
        assertThat(Phase.discount("P3M", "20").kind()).isEqualTo(Phase.Kind.DISCOUNT);
        assertThat(Phase.rampUp("P12M", "25").length()).isEqualTo(Period.ofYears(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1M", "P-7D", "P1M1D", "P101Y", "P36526D", "P1M-1D", "P1Y-12M"})
    void refusesLengthsThatAreNone(String length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phase.trial(length))
                .withMessageStartingWith(
                        "length must be whole months or whole days, more than zero, at most 100 years, but was P");
    }

    @Test
    void refusesWhatIsNoPartOfThePrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phase.rampUp("P1M", "100.01"))
                .withMessage("percent must be between 0 and 100, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phase.discount("P1M", "-1"))
                .withMessage("percentOff must be between 0 and 100, but was -1");
    }

    /** A trial that costs something is none, also where a stream says so. */
    @Test
    void refusesATrialOfAPartOfThePrice() {
        var forged = new Forged(Phase.Kind.TRIAL, Period.ofDays(14), BigDecimal.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(forged, Phase.class))
                .withMessage("percent must be 0 for a trial, but was 1");
    }

    /** What a stream says that was not written by a phase. */
    private record Forged(Phase.Kind kind, Period length, BigDecimal percent) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void isAValue() throws Exception {
        Phase phase = Phase.discount("P3M", "20");
        assertThat(SerialStreams.copy(phase)).isEqualTo(phase).hasSameHashCodeAs(phase);
        assertThat(phase)
                .isEqualTo(Phase.discount("P3M", "20.0"))
                .isNotEqualTo(Phase.rampUp("P3M", "80"))
                .isNotEqualTo(Phase.discount("P2M", "20"))
                .isNotEqualTo(Phase.discount("P3M", "21"))
                .hasToString("DISCOUNT for P3M: 80% of the price");
        assertThat(Phase.trial("P14D")).hasToString("TRIAL for P14D");
    }
}
