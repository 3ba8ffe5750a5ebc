package io.quittance.ar.ledger;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment or a credit, also after it is used up.
 *
 * @param receivedBy the entry by which it came; null if that is folded
 * @param isCredit whether it is what a credit note gives, and no money
 * @param unapplied what is left of it, day by day; never below zero
 * @param givenBack what of it was refunded or converted and is not owed again, day by day; never below zero
 * @param settled what was settled with it or returned of it in part, and stands, by the entries that say so
 * @param undone the latest day on which something of these was undone that stood until then; null if nothing was
 */
record Money(
        @Nullable EntryKey receivedBy,
        Payment payment,
        boolean isCredit,
        Timeline unapplied,
        Timeline givenBack,
        PersistentMap<EntryKey, Effect> settled,
        @Nullable LocalDate undone)
        implements Shelf.Item<PaymentId> {

    static Money of(EntryKey receivedBy, Payment payment, boolean isCredit) {
        Timeline nothing = nothing(payment);
        return new Money(
                receivedBy,
                payment,
                isCredit,
                nothing.with(payment.valueDate(), payment.amount()),
                nothing,
                PersistentMap.empty(),
                null);
    }

    static Money of(LedgerSnapshot.FoldedMoney folded) {
        Timeline nothing = nothing(folded.payment());
        return new Money(
                null,
                folded.payment(),
                folded.isCredit(),
                Timeline.of(nothing.last(), folded.left()),
                nothing,
                PersistentMap.empty(),
                null);
    }

    private static Timeline nothing(Payment payment) {
        return Timeline.of(Amount.zero(payment.amount().getCurrency()));
    }

    /** What a snapshot through a day keeps of it; empty if nothing is left of it from that day on. */
    Optional<LedgerSnapshot.FoldedMoney> folded(LocalDate through) {
        List<LedgerSnapshot.Standing> standings = unapplied.from(through);
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerSnapshot.FoldedMoney(payment, isCredit, standings));
    }

    @Override
    public PaymentId id() {
        return payment.id();
    }

    @Override
    public Timeline amounts() {
        return unapplied;
    }

    UnappliedPayment left() {
        return new UnappliedPayment(payment, unapplied.last(), isCredit);
    }

    Money changed(LocalDate day, Amount left, @Nullable Amount back) {
        return new Money(
                receivedBy,
                payment,
                isCredit,
                unapplied.with(day, left),
                back == null ? givenBack : givenBack.with(day, back),
                settled,
                undone);
    }

    Money with(Effect effect) {
        return new Money(
                receivedBy, payment, isCredit, unapplied, givenBack, settled.put(effect.entry(), effect), undone);
    }

    /** After what an entry did was undone from a day on. */
    Money without(Effect effect, LocalDate day) {
        if (settled.get(effect.entry()) == null) {
            return this;
        }
        boolean isLater = day.isAfter(effect.day()) && (undone == null || day.isAfter(undone));
        return new Money(
                receivedBy,
                payment,
                isCredit,
                unapplied,
                givenBack,
                settled.remove(effect.entry()),
                isLater ? day : undone);
    }
}
