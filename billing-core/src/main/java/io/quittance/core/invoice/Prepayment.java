package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What was paid before the invoice, with tax, and comes off what is due (EN 16931, BT-113).
 *
 * @param amount rounded; negative on a document that takes a prepaid invoice back
 * @param invoiceNumber of the invoice for the advance, type 386; null where there was none
 */
public record Prepayment(Amount amount, @Nullable InvoiceNumber invoiceNumber) implements Serializable {

    /** Checks that there is an amount. */
    public Prepayment {
        requireNonNull(amount, "amount");
    }

    /** What was paid without an invoice for it. */
    public static Prepayment of(MonetaryAmount amount) {
        return new Prepayment(Amount.from(amount), null);
    }

    /** What was paid on an invoice for an advance. */
    public static Prepayment of(MonetaryAmount amount, InvoiceNumber invoice) {
        return new Prepayment(Amount.from(amount), invoice);
    }

    /** The invoice for the advance, if there was one. */
    public Optional<InvoiceNumber> invoice() {
        return Optional.ofNullable(invoiceNumber);
    }
}
