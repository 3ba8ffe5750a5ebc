package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentages that are the whole, and parts in the currency of the books. */
class WholeInstalmentsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private static List<Instalment> whole(String percents) {
        List<BigDecimal> numbers =
                Stream.of(percents.split(" ")).map(BigDecimal::new).toList();
        return Instalment.wholeOf(numbers, Collections.nCopies(numbers.size(), DueDateRule.days(30)));
    }

    /** The last: 50, twenty times 1.66 and 16.80, whose sum in binary fractions is not 100. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "100",
                "33.3 33.3 33.4",
                "50 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 1.66 16.8"
            })
    void takesPercentagesThatAreExactlyTheWhole(String percents) {
        List<Instalment> instalments = whole(percents);
        assertThat(instalments).hasSize(percents.split(" ").length);
        assertThat(instalments.get(instalments.size() - 1).kind()).isEqualTo(Instalment.Kind.REST);
        assertThat(PaymentTerms.inInstalments(instalments).instalments()).isEqualTo(instalments);
    }

    @Test
    void refusesAnyOtherSum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole("33.3 33.3 33.3"))
                .withMessage("percents must add up to 100, but was 99.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole("60 40.01"))
                .withMessage("percents must add up to 100, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole("120 -20"))
                .withMessage("percents[1] must be more than 0, but was -20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instalment.wholeOf(List.of(BigDecimal.valueOf(100)), List.of()))
                .withMessage("due must be one for each of 1 percentages, but was 0");
    }

    private static DueAmount due(String amount) {
        return new DueAmount(DAY, Amount.of(amount, "USD"));
    }

    /** 434.20 × 0.5 = 217.10, and 434.18 less that; by itself 434.15 × 0.5 would be 217.08 as well, of 434.175. */
    @Test
    void convertsPartsSoThatTheyAddUpToTheTotalInTheBooks() {
        List<DueAmount> converted = DueAmount.converted(
                List.of(due("434.20"), due("434.15")),
                new BigDecimal("0.5"),
                Amount.of("434.18", "EUR"),
                Rounding.halfUp(2));
        assertThat(converted)
                .containsExactly(
                        new DueAmount(DAY, Amount.of("217.10", "EUR")), new DueAmount(DAY, Amount.of("217.08", "EUR")));
        assertThat(DueAmount.converted(
                        List.of(due("1")), new BigDecimal("0.5"), Amount.of("0.51", "EUR"), Rounding.halfUp(2)))
                .containsExactly(new DueAmount(DAY, Amount.of("0.51", "EUR")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueAmount.converted(
                        List.of(due("1")), BigDecimal.ZERO, Amount.of("1", "EUR"), Rounding.halfUp(2)))
                .withMessage("rate must be more than 0, but was 0");
    }
}
