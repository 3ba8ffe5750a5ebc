package io.quittance.ar.payment;

import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What may be known of a payment beside its money; null for what is not. */
record PaymentDetails(
        @Nullable PaymentMethod method,
        @Nullable Payer payer,
        @Nullable StructuredReference reference,
        @Nullable String text,
        @Nullable String prepaidFor,
        boolean isCredit)
        implements Serializable {
    static final PaymentDetails NONE = new PaymentDetails(null, null, null, null, null, false);

    PaymentDetails {
        Require.optionalText(text, "text");
        Require.optionalId(prepaidFor, "reference");
    }

    PaymentDetails by(PaymentMethod newMethod) {
        return new PaymentDetails(newMethod, payer, reference, text, prepaidFor, isCredit);
    }

    PaymentDetails from(Payer newPayer) {
        return new PaymentDetails(method, newPayer, reference, text, prepaidFor, isCredit);
    }

    PaymentDetails referring(StructuredReference newReference) {
        return new PaymentDetails(method, payer, newReference, text, prepaidFor, isCredit);
    }

    PaymentDetails saying(String newText) {
        return new PaymentDetails(method, payer, reference, newText, prepaidFor, isCredit);
    }

    PaymentDetails prepaying(String newReference) {
        return new PaymentDetails(method, payer, reference, text, newReference, isCredit);
    }

    PaymentDetails credited() {
        return new PaymentDetails(method, payer, reference, text, prepaidFor, true);
    }

    /** Neither who paid nor what they wrote. */
    @Override
    public String toString() {
        return "details of a payment";
    }
}
