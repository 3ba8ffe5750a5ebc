package io.quittance.ar.payment;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.id.StructuredReference;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentDetailsTest {
    private static final Payment HUNDRED = payment("P1", "2026-03-10", "100.00");
    private static final Payer ACME = Payer.named("Acme Ltd").withAccount("DE02 1203 0000 0000 2020 51");
    private static final StructuredReference REFERENCE = StructuredReference.creditor("539007547034");

    @Test
    void tellsHowItCameFromWhomAndWithWhichWords() {
        Payment told = HUNDRED.by(PaymentMethod.CREDIT_TRANSFER)
                .from(ACME)
                .referring(REFERENCE)
                .saying("invoice 10001")
                .prepaying("PO-7");
        assertThat(told.method()).contains(PaymentMethod.CREDIT_TRANSFER);
        assertThat(told.payer()).contains(ACME);
        assertThat(told.reference()).contains(REFERENCE);
        assertThat(told.text()).contains("invoice 10001");
        assertThat(told.prepaidFor()).contains("PO-7");
        assertThat(told.amount()).isEqualTo(HUNDRED.amount());
    }

    @Test
    void nothingIsKnownOfItUnlessItIsSaid() {
        assertThat(HUNDRED.method()).isEmpty();
        assertThat(HUNDRED.payer()).isEmpty();
        assertThat(HUNDRED.reference()).isEmpty();
        assertThat(HUNDRED.text()).isEmpty();
        assertThat(HUNDRED.prepaidFor()).isEmpty();
    }

    @Test
    void eachCopyKeepsTheRest() {
        Payment told = HUNDRED.saying("a")
                .prepaying("PO-7")
                .referring(REFERENCE)
                .from(ACME)
                .by(PaymentMethod.CASH)
                .naming(id("I1"));
        assertThat(told)
                .isEqualTo(HUNDRED.naming(id("I1"))
                        .by(PaymentMethod.CASH)
                        .from(ACME)
                        .referring(REFERENCE)
                        .prepaying("PO-7")
                        .saying("a"));
        assertThat(told.text()).contains("a");
        assertThat(told.remittances()).containsExactly(Remittance.of(id("I1")));
    }

    @Test
    void differsByEachOfThem() throws Exception {
        var payments = List.of(
                HUNDRED,
                HUNDRED.by(PaymentMethod.CARD),
                HUNDRED.from(ACME),
                HUNDRED.from(Payer.named("Acme Ltd")),
                HUNDRED.referring(REFERENCE),
                HUNDRED.saying("a"),
                HUNDRED.prepaying("a"));
        assertThat(payments).doesNotHaveDuplicates();
        for (Payment payment : payments) {
            assertThat(copy(payment)).isEqualTo(payment).hasSameHashCodeAs(payment);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void refusesWhatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.saying(""))
                .withMessage("text must have 1 to 10000 characters, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.prepaying(" PO"))
                .withMessage("reference must not begin or end with white space, but was ' PO'");
        assertThatNullPointerException().isThrownBy(() -> HUNDRED.saying(null)).withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> HUNDRED.by(null)).withMessage("method");
        assertThatNullPointerException().isThrownBy(() -> HUNDRED.from(null)).withMessage("payer");
        assertThatNullPointerException()
                .isThrownBy(() -> HUNDRED.referring(null))
                .withMessage("reference");
        assertThatNullPointerException()
                .isThrownBy(() -> HUNDRED.prepaying(null))
                .withMessage("reference");
    }

    /** The name of a person and an account are not for logs. */
    @Test
    void aPayerIsNotShown() throws Exception {
        assertThat(ACME.name()).contains("Acme Ltd");
        assertThat(ACME.account()).contains("DE02 1203 0000 0000 2020 51");
        assertThat(ACME).hasToString("payer by name and account");
        assertThat(Payer.named("Acme Ltd")).hasToString("payer by name").isNotEqualTo(ACME);
        assertThat(Payer.ofAccount("1")).hasToString("payer by account").isNotEqualTo(ACME);
        assertThat(Payer.ofAccount("1").name()).isEmpty();
        assertThat(copy(ACME)).isEqualTo(ACME).hasSameHashCodeAs(ACME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payer.named(" Acme"))
                .withMessage("name must not begin or end with white space");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payer.ofAccount(""))
                .withMessage("account must have 1 to 200 characters");
    }

    @Test
    void detailsShowNeitherPayerNorText() {
        assertThat(PaymentDetails.NONE.from(ACME).saying("rent")).hasToString("details of a payment");
    }

    private record Nobody(
            @Nullable String account, @Nullable String name) implements Serializable {}

    @Test
    void aPayerIsCheckedOnTheWayBackIn() throws Exception {
        assertThat(forged(new Nobody("1", "Acme"), Payer.class))
                .isEqualTo(Payer.named("Acme").withAccount("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forged(new Nobody(null, null), Payer.class))
                .withMessage("payer must have a name or an account");
    }

    /** UN/CEFACT 4461, release D.16B. */
    @ParameterizedTest
    @CsvSource({
        "30, CREDIT_TRANSFER",
        "58, CREDIT_TRANSFER",
        "20, CHEQUE",
        "48, CARD",
        "54, CARD",
        "55, CARD",
        "49, DIRECT_DEBIT",
        "59, DIRECT_DEBIT",
        "10, CASH",
        "68, DIGITAL_WALLET",
        "97, OTHER",
        "ZZZ, OTHER",
        "'', OTHER"
    })
    void aCodeIsOfAMethod(String code, PaymentMethod method) {
        assertThat(PaymentMethod.ofMeansCode(code)).isEqualTo(method);
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodIsFoundByItsCode(PaymentMethod method) {
        assertThat(method.meansCode().map(PaymentMethod::ofMeansCode).orElse(PaymentMethod.OTHER))
                .isEqualTo(method);
        assertThat(PaymentMethod.OTHER.meansCode()).isEmpty();
        assertThat(PaymentMethod.CREDIT_TRANSFER.meansCode()).contains("30");
    }
}
