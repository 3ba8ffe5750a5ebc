package io.quittance.ar.aging;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Balances by period, of which money pays the oldest first; ar.md 4.13. */
class BalanceForwardTest {
    private static final BalanceForward BALANCES = of("500", "300", "100");

    private static BalanceForward of(String... amounts) {
        return BalanceForward.of(
                List.of(amounts).stream().map(amount -> eur(amount)).toList());
    }

    @Test
    void moneyPaysTheOldestPeriodFirst() {
        assertThat(BALANCES.received(eur("600"))).isEqualTo(of("0", "200", "100"));
        assertThat(BALANCES.received(eur("600")).total()).isEqualTo(eur("300"));
        assertThat(BALANCES.charged(eur("50"))).isEqualTo(of("500", "300", "150"));
    }

    @Test
    void whatIsPaidTooMuchIsACreditInTheYoungest() {
        BalanceForward paid = BALANCES.received(eur("950"));
        assertThat(paid).isEqualTo(of("0", "0", "-50"));
        assertThat(paid.charged(eur("80"))).isEqualTo(of("0", "0", "30"));
        assertThat(paid.received(eur("1"))).isEqualTo(of("0", "0", "-51"));
        assertThat(paid.rolled()).isEqualTo(paid);
    }

    @Test
    void aPeriodThatIsOverBecomesOlder() {
        assertThat(BALANCES.rolled()).isEqualTo(of("800", "100", "0"));
        assertThat(BALANCES.rolled().rolled().rolled()).isEqualTo(of("900", "0", "0"));
        assertThat(of("7").rolled()).isEqualTo(of("7"));
        assertThat(of("7", "8").rolled()).isEqualTo(of("15", "0"));
    }

    @Test
    void refusesWhatIsNoBalance() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> of()).withMessage("periods must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("-1", "2"))
                .withMessage("periods[0] must be 0 or more, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("1", "-2"))
                .withMessage("periods[0] must be 0 beside a credit, but was EUR 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BALANCES.received(Amount.of("0", "EUR")))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThat(copy(BALANCES)).isEqualTo(BALANCES);
    }
}
