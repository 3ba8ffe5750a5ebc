package io.quittance.ar.payment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** How money came in. Each but {@link #OTHER} has codes of UN/CEFACT 4461, payment means, as invoices say them (BT-81). */
public enum PaymentMethod {
    /** A transfer that the payer sent: 30, and as SEPA transfer 58. */
    CREDIT_TRANSFER("30", "42", "58"),
    /** A cheque: 20, and those that a bank draws or vouches for. */
    CHEQUE("20", "23", "25", "26"),
    /** A card, whoever issued it: 48, and 54 for credit and 55 for debit. */
    CARD("48", "54", "55"),
    /** A transfer that the creditor takes: 49, and as SEPA direct debit 59. */
    DIRECT_DEBIT("49", "59"),
    /** Notes and coins: 10. */
    CASH("10"),
    /** A wallet or another online payment service: 68. */
    DIGITAL_WALLET("68"),
    /** Any other, without a code. */
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> codes;

    PaymentMethod(String... codes) {
        this.codes = List.of(codes);
    }

    /** The code of UN/CEFACT 4461 that says no more than this, such as 30 for a credit transfer; empty for {@link #OTHER}. */
    public Optional<String> meansCode() {
        return codes.stream().findFirst();
    }

    /** The method of a code: 30, 42 and 58 are credit transfers; {@link #OTHER} for codes that are none of these. */
    public static PaymentMethod ofMeansCode(String code) {
        requireNonNull(code, "code");
        for (PaymentMethod method : values()) {
            if (method.codes.contains(code)) {
                return method;
            }
        }
        return OTHER;
    }
}
