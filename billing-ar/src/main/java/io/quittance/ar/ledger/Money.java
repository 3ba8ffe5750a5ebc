package io.quittance.ar.ledger;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment or a credit, also after it is used up.
 *
 * @param receivedBy the entry by which it came; null if that is folded
 * @param isCredit whether it is what a credit note gives, and no money
 * @param unapplied what is left of it, day by day; never below zero
 * @param allocations what was settled with it and stands, by the entries that say so
 */
record Money(
        @Nullable EntryKey receivedBy,
        Payment payment,
        boolean isCredit,
        Timeline unapplied,
        PersistentMap<EntryKey, Effect> allocations) {

    static Money of(EntryKey receivedBy, Payment payment, boolean isCredit) {
        Amount zero = Amount.zero(payment.amount().getCurrency());
        return new Money(
                receivedBy,
                payment,
                isCredit,
                Timeline.of(zero).with(payment.valueDate(), payment.amount()),
                PersistentMap.empty());
    }

    static Money of(UnappliedPayment folded, LocalDate through) {
        Amount zero = Amount.zero(folded.left().getCurrency());
        return new Money(
                null,
                folded.payment(),
                folded.isCredit(),
                Timeline.of(zero).with(through, folded.left()),
                PersistentMap.empty());
    }

    boolean isLeft() {
        return unapplied.last().signum() > 0;
    }

    Money changed(LocalDate day, Amount amount) {
        return new Money(receivedBy, payment, isCredit, unapplied.with(day, amount), allocations);
    }

    Money with(Effect effect) {
        return new Money(receivedBy, payment, isCredit, unapplied, allocations.put(effect.entry(), effect));
    }

    Money without(Effect effect) {
        return new Money(receivedBy, payment, isCredit, unapplied, allocations.remove(effect.entry()));
    }
}
