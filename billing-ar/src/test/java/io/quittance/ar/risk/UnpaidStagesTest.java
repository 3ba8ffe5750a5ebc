package io.quittance.ar.risk;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UnpaidStagesTest {
    private static UnpaidStages rates(String... unpaid) {
        return UnpaidStages.of(Stream.of(unpaid).map(amount -> eur(amount)).toList());
    }

    /** IFRScommunity, provision matrix: 2000 of sales of 100000 were never paid. */
    @Test
    void relatesTheLossToEachStage() {
        List<StageRate> stages =
                rates("100000", "50000", "23000", "8000", "2000").stages();
        assertThat(stages)
                .extracting(stage -> stage.toTheEnd().orElseThrow())
                .containsExactly(
                        Fraction.of(1, 50), Fraction.of(1, 25), Fraction.of(2, 23), Fraction.of(1, 4), Fraction.ONE);
        assertThat(stages)
                .extracting(stage -> stage.lossPercent(Rounding.halfUp(1)).orElseThrow())
                .containsExactly(
                        new BigDecimal("2.0"),
                        new BigDecimal("4.0"),
                        new BigDecimal("8.7"),
                        new BigDecimal("25.0"),
                        new BigDecimal("100.0"));
        assertThat(stages.get(0).toNextStage()).hasValue(Fraction.of(1, 2));
        assertThat(stages.get(4).toNextStage()).isEmpty();
    }

    @Test
    void hasNoRateOfNothing() {
        List<StageRate> stages = rates("100", "10", "0", "0").stages();
        assertThat(stages.get(0).toTheEnd()).hasValue(Fraction.ZERO);
        assertThat(stages.get(1).toNextStage()).hasValue(Fraction.ZERO);
        assertThat(stages.get(2).toTheEnd()).isEmpty();
        assertThat(stages.get(2).toNextStage()).isEmpty();
        assertThat(stages.get(2).lossPercent(Rounding.halfUp(1))).isEmpty();
    }

    /** The loss rate of a stage is the product of the roll rates from it to the end. */
    @Property
    void lossRatesAreChainsOfRollRates(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 1_000_000) Integer> cents) {
        List<Amount> amounts = cents.stream()
                .sorted(Comparator.reverseOrder())
                .map(one -> Amount.ofMinor(one, eur("0").getCurrency()))
                .toList();
        var stages = new ArrayList<>(UnpaidStages.of(amounts).stages());
        Fraction chain = Fraction.ONE;
        for (int i = stages.size() - 1; i >= 0; i--) {
            chain = chain.times(stages.get(i).toNextStage().orElse(Fraction.ONE));
            assertThat(stages.get(i).toTheEnd()).hasValue(chain);
        }
    }

    @Test
    void refusesStagesThatRise() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates("100", "50", "51"))
                .withMessage("unpaid[2] must not be more than at the stage before, but was EUR 51.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates("100", "-1"))
                .withMessage("unpaid[1] must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(UnpaidStagesTest::rates)
                .withMessage("unpaid must not be empty");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> UnpaidStages.of(List.of(eur("1"), Amount.of("1", "USD"))))
                .withMessage("unpaid[1] must be in EUR, but was USD");
        assertThat(copy(rates("2", "1"))).isEqualTo(rates("2.00", "1"));
    }
}
