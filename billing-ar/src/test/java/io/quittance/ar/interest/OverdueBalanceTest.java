package io.quittance.ar.interest;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueBalanceTest {
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final LocalDate MAY_16 = LocalDate.parse("2025-05-16");
    private static final OverdueBalance BALANCE =
            OverdueBalance.of(eur("1000"), APRIL_1).less(eur("400"), MAY_16);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2025-04-01, 0", "2025-04-02, 1000", "2025-05-16, 1000", "2025-05-17, 600", "2026-01-01, 600"})
    void bearsFromTheDayAfterTheDueDateToTheDayOfPayment(String day, String bearing) {
        assertThat(BALANCE.bearingOn(LocalDate.parse(day))).isEqualTo(eur(bearing));
    }

    /** 30.00 of 100.00 are contested: 70.00 bear. */
    @Test
    void whatIsContestedOfAnItemBearsNothing() {
        OpenItem item = OpenItem.of(receivable("R1", "2025-04-01", "100"), eur("100"), eur("30"));
        assertThat(OverdueBalance.of(item)).isEqualTo(OverdueBalance.of(eur("70"), APRIL_1));
        assertThat(OverdueItem.of(item)).isEqualTo(OverdueItem.of(id("R1"), APRIL_1, eur("70")));
    }

    /** paymentcheck.co.uk: 2 April to 16 May are 45 days. */
    @Test
    void countsDaysLate() {
        assertThat(BALANCE.daysLate(MAY_16)).isEqualTo(45);
        assertThat(BALANCE.daysLate(APRIL_1)).isZero();
        assertThat(BALANCE.daysLate(APRIL_1.minusDays(3))).isEqualTo(-3);
    }

    @Test
    void takesChangesInAnyOrder() {
        OverdueBalance other = OverdueBalance.of(eur("1000"), APRIL_1)
                .less(eur("100"), MAY_16.plusDays(9))
                .less(eur("100"), MAY_16)
                .less(eur("300"), MAY_16)
                .more(eur("100"), MAY_16.plusDays(9));
        assertThat(other.bearingOn(MAY_16.plusDays(1))).isEqualTo(eur("600"));
        assertThat(other.bearingOn(MAY_16.plusDays(10))).isEqualTo(eur("600"));
    }

    /** A payment before the due date lowers the balance from the first day on; one that comes back raises it. */
    @Test
    void takesChangesBeforeTheDueDate() {
        OverdueBalance balance = OverdueBalance.of(eur("1000"), APRIL_1).less(eur("1000"), APRIL_1.minusDays(5));
        assertThat(balance.bearingOn(APRIL_1.plusDays(1))).isEqualTo(eur("0"));
        assertThat(balance.more(eur("1000"), APRIL_1.plusDays(3)).bearingOn(APRIL_1.plusDays(4)))
                .isEqualTo(eur("1000"));
    }

    /** What is paid and comes back on one day may pass below zero within the day, not at its end. */
    @Test
    void refusesLessThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BALANCE.less(eur("600.01"), MAY_16.plusDays(1)))
                .withMessage("amount must not fall below 0, but was EUR -0.01 on 2025-05-17");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BALANCE.less(eur("601"), APRIL_1))
                .withMessage("amount must not fall below 0, but was EUR -1.00 on 2025-05-16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BALANCE.less(eur("-1"), MAY_16))
                .withMessage("less must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdueBalance.of(eur("-1"), MAY_16))
                .withMessage("amount must not be negative, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> BALANCE.more(Amount.of("1", "USD"), MAY_16));
    }

    @Test
    void isAValue() throws Exception {
        assertThat(copy(BALANCE)).isEqualTo(BALANCE).hasSameHashCodeAs(BALANCE);
        assertThat(BALANCE).isNotEqualTo(BALANCE.less(eur("1"), MAY_16));
        assertThat(BALANCE.less(eur("0"), MAY_16)).isEqualTo(BALANCE);
        assertThat(BALANCE).hasToString("EUR 1000.00 due 2025-04-01, EUR -400.00 on 2025-05-16");
        assertThat(BALANCE.dueDate()).isEqualTo(APRIL_1);
    }
}
