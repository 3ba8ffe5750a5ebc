package io.quittance.ar.ledger;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one customer come to: what is left of each debt and of each payment, day by day. Immutable; {@link Posted}
 * checks an entry against it and makes the next one.
 *
 * @param debts all that there ever were
 * @param open those of which something is left
 * @param payments all payments and credits that there ever were
 * @param standing what can be reversed, by its entry
 * @param unapplied those payments and credits of which something is left
 * @param onAccount what is left of all payments and credits
 * @param credits what of that is left of credits
 * @param folded what is only known by its keys and ids
 */
record Balance(
        CurrencyUnit currency,
        PersistentMap<ReceivableId, Debt> debts,
        PersistentMap<ReceivableId, Debt> open,
        PersistentMap<PaymentId, Money> payments,
        PersistentMap<EntryKey, Effect> standing,
        PersistentMap<PaymentId, Money> unapplied,
        Amount onAccount,
        Amount credits,
        Folded folded) {

    static Balance empty(CurrencyUnit currency) {
        return new Balance(
                currency,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Amount.zero(currency),
                Amount.zero(currency),
                Folded.NOTHING);
    }

    /** What a snapshot has, from its day on. */
    static Balance of(LedgerSnapshot snapshot, CurrencyUnit currency) {
        Balance next = empty(currency);
        next = new Balance(
                currency,
                next.debts,
                next.open,
                next.payments,
                next.standing,
                next.unapplied,
                next.onAccount,
                next.credits,
                new Folded(snapshot));
        for (LedgerSnapshot.FoldedItem item : snapshot.items()) {
            next = next.with(Debt.of(item, snapshot.through()));
        }
        for (UnappliedPayment left : snapshot.unapplied()) {
            next = next.with(Money.of(left, snapshot.through()), left.left());
        }
        return next;
    }

    /** What is open, with what a dispute needs, by due date. */
    List<LedgerSnapshot.FoldedItem> foldedItems() {
        var list = new ArrayList<LedgerSnapshot.FoldedItem>();
        for (OpenItem item : openItems()) {
            Debt debt = debt(item.id(), "item");
            list.add(new LedgerSnapshot.FoldedItem(item, debt.disputedFrom(), debt.earliestDispute()));
        }
        return list;
    }

    /**
     * The next balance.
     *
     * @throws IllegalArgumentException if the entry breaks a law of the ledger
     */
    Balance with(LedgerEntry entry) {
        return entry.fact().match(new Posted(this, entry.key()));
    }

    /** By due date, then document date, then id. */
    List<OpenItem> openItems() {
        var list = new ArrayList<OpenItem>();
        for (Debt debt : open) {
            list.add(debt.openItem());
        }
        list.sort(OpenItem.BY_DUE_DATE);
        return List.copyOf(list);
    }

    /** What of each debt is open on that day and on every later one, by due date, then document date, then id. */
    List<OpenItem> openFrom(LocalDate day) {
        var list = new ArrayList<OpenItem>();
        for (Debt debt : open) {
            Amount least = debt.open().leastFrom(day);
            if (least.signum() > 0) {
                list.add(OpenItem.of(debt.receivable(), least, debt.disputedFrom() != null));
            }
        }
        list.sort(OpenItem.BY_DUE_DATE);
        return List.copyOf(list);
    }

    /** What of payments and credits is left on that day and on every later one, by date and then id. */
    List<UnappliedPayment> unappliedFrom(LocalDate day) {
        var list = new ArrayList<UnappliedPayment>();
        for (Money money : unapplied) {
            Amount least = money.unapplied().leastFrom(day);
            if (least.signum() > 0) {
                list.add(new UnappliedPayment(money.payment(), least, money.isCredit()));
            }
        }
        list.sort(UnappliedPayment.BY_DATE);
        return List.copyOf(list);
    }

    /** What is left of payments and credits, by date and then id. */
    List<UnappliedPayment> unappliedPayments() {
        var list = new ArrayList<UnappliedPayment>();
        for (Money money : unapplied) {
            list.add(new UnappliedPayment(money.payment(), money.unapplied().last(), money.isCredit()));
        }
        list.sort(UnappliedPayment.BY_DATE);
        return List.copyOf(list);
    }

    /** What is left of a payment. */
    Amount unapplied(PaymentId payment) {
        return money(payment, "payment").unapplied().last();
    }

    Debt debt(ReceivableId id, String argument) {
        return known(debts.get(id), argument, id);
    }

    Money money(PaymentId id, String argument) {
        return known(payments.get(id), argument, id);
    }

    private <T> T known(@Nullable T found, String argument, Object id) {
        if (found == null) {
            throw folded.missing(argument, id);
        }
        return found;
    }

    void requireCurrency(Amount amount, String argument) {
        String expected = currency.getCurrencyCode();
        String actual = amount.getCurrency().getCurrencyCode();
        if (!expected.equals(actual)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
    }

    Balance with(EntryKey entry, Receivable receivable) {
        Effect effect = Effect.ofItem(entry, receivable.documentDate(), receivable.id(), receivable.amount());
        return with(Debt.of(receivable)).standing(effect);
    }

    Balance with(EntryKey entry, Payment payment, boolean isCredit) {
        Effect effect = Effect.ofMoney(entry, payment.valueDate(), payment.id(), payment.amount());
        return with(Money.of(entry, payment, isCredit), payment.amount()).standing(effect);
    }

    Balance with(Debt debt) {
        ReceivableId id = debt.receivable().id();
        return new Balance(
                currency,
                debts.put(id, debt),
                debt.isOpen() ? open.put(id, debt) : open.remove(id),
                payments,
                standing,
                unapplied,
                onAccount,
                credits,
                folded);
    }

    private Balance with(Money money, Amount more) {
        PaymentId id = money.payment().id();
        return new Balance(
                currency,
                debts,
                open,
                payments.put(id, money),
                standing,
                money.isLeft() ? unapplied.put(id, money) : unapplied.remove(id),
                onAccount.add(more),
                money.isCredit() ? credits.add(more) : credits,
                folded);
    }

    private Balance standing(Effect effect) {
        return standing(standing.put(effect.entry(), effect));
    }

    private Balance notStanding(EntryKey entry) {
        return standing(standing.remove(entry));
    }

    private Balance standing(PersistentMap<EntryKey, Effect> effects) {
        return new Balance(currency, debts, open, payments, effects, unapplied, onAccount, credits, folded);
    }

    /** Debts and money after what an entry does, which is known to be possible, and can be reversed. */
    Balance after(Effect effect) {
        return changed(effect).standing(effect);
    }

    /** As {@link #after}, for what is undone too when the payment is returned; what changes nothing stands. */
    Balance settled(PaymentId payment, Effect effect) {
        Balance next = after(effect);
        return effect.isEmpty()
                ? next
                : next.with(next.money(payment, "payment").with(effect), Amount.zero(currency));
    }

    /** Debts and money after an entry is undone from a day on, which is known to be possible. */
    Balance undone(Effect effect, LocalDate day) {
        Balance next = changed(effect.undone(day)).notStanding(effect.entry());
        return effect.payment() == null
                ? next
                : next.with(next.money(effect.payment(), "payment").without(effect), Amount.zero(currency));
    }

    private Balance changed(Effect effect) {
        Balance next = this;
        for (Effect.Change change : effect.items()) {
            next = next.with(debt(change.item(), "item").changed(effect.day(), change.amount()));
        }
        if (effect.payment() == null || effect.money() == null) {
            return next;
        }
        Money money = money(effect.payment(), "payment").changed(effect.day(), effect.money());
        return next.with(money, effect.money());
    }

    /** What must be left of a debt from a day on. */
    void requireOpen(Debt debt, Amount amount, LocalDate day, String argument) {
        Amount least = debt.open().leastFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-item",
                argument,
                "must be at most " + least + ", which is open of "
                        + debt.receivable().id() + since(debt.open(), least, day),
                amount);
    }

    /** What must be left of a payment from a day on. */
    void requireUnapplied(Money money, Amount amount, LocalDate day, String argument) {
        Amount least = money.unapplied().leastFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-payment",
                argument,
                "must be at most " + least + ", which is left of payment "
                        + money.payment().id() + since(money.unapplied(), least, day),
                amount);
    }

    /** Where more is left in the end, less is on some day from the one that is asked about on. */
    private static String since(Timeline timeline, Amount least, LocalDate day) {
        return timeline.last().equals(least) ? "" : " on each day from " + day + " on";
    }
}
