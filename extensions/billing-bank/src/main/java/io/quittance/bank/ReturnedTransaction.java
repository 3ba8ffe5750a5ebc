package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.PaymentReturned.Reason;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back: a direct debit without cover, a transfer that could not be delivered. What it was before, the host finds by the
 * references; {@link io.quittance.ar.ledger.PaymentReturned} takes a payment back.
 *
 * @param id of the return itself, by the bank's reference
 * @param direction {@link Direction#DEBIT} takes a payment back, {@link Direction#CREDIT} brings back money that went out
 * @param amount how much, more than zero
 * @param date the value date, else the booking date; null if it has neither
 * @param code by ISO 20022 ({@code AM04}) or as the bank has it; null if it does not say
 * @param references by which the first transaction is known: those of the payer and the mandate are still the same
 * @param payer whom the first transaction came from or went to; null if nobody is named
 */
public record ReturnedTransaction(
        PaymentId id,
        Direction direction,
        Amount amount,
        @Nullable LocalDate date,
        @Nullable String code,
        TransactionReferences references,
        @Nullable Payer payer)
        implements Serializable {

    /** Checks the parts. */
    public ReturnedTransaction {
        requireNonNull(id, "id");
        requireNonNull(direction, "direction");
        Require.that(amount.signum() > 0, "bank.amount", "amount", "must be more than 0", amount);
        requireNonNull(references, "references");
    }

    /** Why, in the terms of the ledger: AM04 is insufficient funds; {@link Reason#OTHER} if the bank does not say. */
    public Reason reason() {
        return code == null ? Reason.OTHER : Reason.ofIso20022(code);
    }
}
