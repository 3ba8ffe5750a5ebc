package io.quittance.ar.credit;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.payment.PaymentId;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnappliedPaymentTest {
    private static final UnappliedPayment HUNDRED = UnappliedPayment.of(payment("P-1", "2026-03-05", "100"));

    @Test
    void isUsedByDateThenCreditsBeforeMoneyThenById() {
        var earlier = UnappliedPayment.of(payment("Z", "2026-03-04", "1"));
        var credit = UnappliedPayment.of(Credit.of(PaymentId.of("Y"), A, LocalDate.parse("2026-03-05"), eur("1")));
        var first = UnappliedPayment.of(payment("B", "2026-03-05", "1"));
        var second = UnappliedPayment.of(payment("C", "2026-03-05", "1"));
        var later = UnappliedPayment.of(payment("A", "2026-03-06", "1"));
        assertThat(Stream.of(later, second, first, credit, earlier).sorted(UnappliedPayment.BY_DATE))
                .containsExactly(earlier, credit, first, second, later);
        assertThat(Stream.of(credit, earlier, first, later, second).sorted(UnappliedPayment.BY_DATE))
                .containsExactly(earlier, credit, first, second, later);
    }

    @Test
    void leavesACentOrAllOfIt() {
        assertThat(HUNDRED.left()).isEqualTo(eur("100"));
        assertThat(HUNDRED.leaving(eur("0.01")).left()).isEqualTo(eur("0.01"));
        assertThat(HUNDRED.leaving(eur("100"))).isEqualTo(HUNDRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.00", "100.01"})
    void leavesNeitherNothingNorMoreThanItIs(String left) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.leaving(eur(left)))
                .withMessage("left must be more than 0 and at most EUR 100.00, but was EUR " + left);
    }

    @Test
    void isACreditAsThePaymentIs() {
        assertThat(HUNDRED.isCredit()).isFalse();
        assertThat(HUNDRED.payment().isCredit()).isFalse();
        var said = new UnappliedPayment(HUNDRED.payment(), eur("100"), true);
        assertThat(said.payment().isCredit()).isTrue();
        assertThat(new UnappliedPayment(said.payment(), eur("100"), false).isCredit())
                .isTrue();
    }
}
