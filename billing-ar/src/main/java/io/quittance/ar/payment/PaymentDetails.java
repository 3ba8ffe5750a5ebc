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
        @Nullable String prepaidFor)
        implements Serializable {
    static final PaymentDetails NONE = new PaymentDetails(null, null, null, null, null);

    PaymentDetails {
        Require.optionalText(text, "text");
        Require.optionalId(prepaidFor, "reference");
    }

    PaymentDetails by(PaymentMethod newMethod) {
        return new PaymentDetails(newMethod, payer, reference, text, prepaidFor);
    }

    PaymentDetails from(Payer newPayer) {
        return new PaymentDetails(method, newPayer, reference, text, prepaidFor);
    }

    PaymentDetails referring(StructuredReference newReference) {
        return new PaymentDetails(method, payer, newReference, text, prepaidFor);
    }

    PaymentDetails saying(String newText) {
        return new PaymentDetails(method, payer, reference, newText, prepaidFor);
    }

    PaymentDetails prepaying(String newReference) {
        return new PaymentDetails(method, payer, reference, text, newReference);
    }
}
