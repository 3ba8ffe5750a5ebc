package io.quittance.ar.payment;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    private static final Payment HUNDRED = payment("P1", "2026-03-10", "100.00");

    @Test
    void tellsWhoPaidHowMuchWhenAndWhatFor() {
        Payment naming = HUNDRED.naming(id("I2")).naming(Remittance.of(id("I1"), eur("30")));
        assertThat(naming.id()).isEqualTo(PaymentId.of("P1"));
        assertThat(naming.customer()).isEqualTo(A);
        assertThat(naming.valueDate()).isEqualTo("2026-03-10");
        assertThat(naming.amount()).isEqualTo(eur("100"));
        assertThat(naming.remittances())
                .containsExactly(Remittance.of(id("I2")), Remittance.of(id("I1"), eur("30.00")));
        assertThat(naming).hasToString("payment P1: EUR 100.00 on 2026-03-10");
    }

    @Test
    void namesSeveralAtOnceInTheirOrder() {
        var several = List.of(Remittance.of(id("I2")), Remittance.of(id("I1"), eur("30")));
        assertThat(HUNDRED.naming(id("I3")).naming(several))
                .isEqualTo(HUNDRED.naming(id("I3")).naming(id("I2")).naming(Remittance.of(id("I1"), eur("30"))));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> HUNDRED.naming(List.of(Remittance.of(id("I1"), Amount.of("1", "USD")))));
    }

    @Test
    void namesOthersInstead() {
        Payment naming = HUNDRED.naming(id("I2")).saying("a");
        assertThat(naming.namingOnly(List.of(Remittance.of(id("I1"), eur("30")))))
                .isEqualTo(HUNDRED.naming(Remittance.of(id("I1"), eur("30"))).saying("a"));
        assertThat(naming.namingOnly(List.of())).isEqualTo(HUNDRED.saying("a"));
    }

    @Test
    void namingLeavesThePaymentAsItWas() {
        Payment naming = HUNDRED.naming(id("I1"));
        assertThat(HUNDRED.remittances()).isEmpty();
        assertThat(naming.remittances()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.00, must be more than 0", "-1.00, must be more than 0", "0.005, must have at most 2 decimal places"})
    void refusesNothingNegativeMoneyAndPartsOfACent(String amount, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payment("P1", "2026-03-10", amount))
                .withMessage("amount " + rule + ", but was EUR " + amount);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Remittance.of(id("I1"), eur(amount)))
                .withMessage("amount " + rule + ", but was EUR " + amount);
    }

    @Test
    void refusesADateOutsideTheCalendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payment("P1", "0000-12-31", "1"))
                .withMessage("valueDate must lie in the years 1 to 9999, but was 0000-12-31");
    }

    @Test
    void refusesARemittanceInAnotherCurrency() {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> HUNDRED.naming(Remittance.of(id("I1"), Amount.of("1", "USD"))))
                .withMessage("remittance must be in EUR, but was USD");
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void namesTheNull() {
        LocalDate date = HUNDRED.valueDate();
        assertThatNullPointerException()
                .isThrownBy(() -> Payment.of(null, A, date, eur("1")))
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> Payment.of(PaymentId.of("P1"), null, date, eur("1")))
                .withMessage("customer");
        assertThatNullPointerException()
                .isThrownBy(() -> Payment.of(PaymentId.of("P1"), A, null, eur("1")))
                .withMessage("valueDate");
        assertThatNullPointerException().isThrownBy(() -> Remittance.of(null)).withMessage("item");
        assertThatNullPointerException()
                .isThrownBy(() -> Remittance.of(id("I1"), null))
                .withMessage("amount");
    }

    @Test
    void aRemittanceMayKeepSilentAboutTheAmount() {
        assertThat(Remittance.of(id("I1")).amount()).isEmpty();
        assertThat(Remittance.of(id("I1"), eur("3")).amount()).contains(eur("3"));
        assertThat(Remittance.of(id("I1")).item()).isEqualTo(id("I1"));
        assertThat(Remittance.of(id("I1"))).hasToString("I1");
        assertThat(Remittance.of(id("I1"), eur("3"))).hasToString("I1: EUR 3.00");
    }

    @Test
    void areValuesThatCanBeStored() throws Exception {
        Payment naming = HUNDRED.naming(Remittance.of(id("I1"), eur("3"))).naming(id("I2"));
        assertThat(naming)
                .isEqualTo(copy(naming))
                .hasSameHashCodeAs(copy(naming))
                .isNotEqualTo(HUNDRED)
                .isNotEqualTo(HUNDRED.naming(id("I2")).naming(Remittance.of(id("I1"), eur("3"))))
                .isNotEqualTo(HUNDRED.naming(id("I1")).naming(id("I2")));
        assertThat(HUNDRED)
                .isEqualTo(payment("P1", "2026-03-10", "100"))
                .isNotEqualTo(payment("P2", "2026-03-10", "100"))
                .isNotEqualTo(payment("P1", "2026-03-11", "100"))
                .isNotEqualTo(payment("P1", "2026-03-10", "101"))
                .isNotEqualTo(Payment.of(HUNDRED.id(), CustomerId.of("another"), HUNDRED.valueDate(), eur("100")))
                .isNotEqualTo(HUNDRED.id());
    }

    @Test
    void aRemittanceDiffersByItemAndAmount() throws Exception {
        Remittance three = Remittance.of(id("I1"), eur("3"));
        assertThat(three)
                .isEqualTo(copy(three))
                .isNotEqualTo(Remittance.of(id("I2"), eur("3")))
                .isNotEqualTo(Remittance.of(id("I1"), eur("4")))
                .isNotEqualTo(three.toString())
                .isNotEqualTo(Remittance.of(id("I1")));
    }

    @Test
    void aPayerDiffersByNameAndAccount() throws Exception {
        Payer acme = Payer.named("Acme").withAccount("1");
        assertThat(acme)
                .isEqualTo(copy(acme))
                .isNotEqualTo(Payer.named("Acme Ltd").withAccount("1"))
                .isNotEqualTo(Payer.named("Acme").withAccount("2"))
                .isNotEqualTo(Payer.named("Acme"));
    }

    @Test
    void idsAreOrderedByTheirTextAndRefuseWhatIsNone() throws Exception {
        assertThat(PaymentId.of("a")).isGreaterThan(PaymentId.of("Z")).isEqualTo(copy(PaymentId.of("a")));
        assertThat(PaymentId.of("a")).hasToString("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentId.of("P "))
                .withMessage("payment id must not begin or end with white space, but was 'P '");
    }
}
