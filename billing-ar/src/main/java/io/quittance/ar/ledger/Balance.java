package io.quittance.ar.ledger;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
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
 * @param standing what can be reversed, by its entry
 * @param onAccount what is left of all payments
 */
record Balance(
        CurrencyUnit currency,
        PersistentMap<ReceivableId, Debt> debts,
        PersistentMap<ReceivableId, Debt> open,
        PersistentMap<PaymentId, Money> payments,
        PersistentMap<EntryKey, Effect> standing,
        Amount onAccount) {

    static Balance empty(CurrencyUnit currency) {
        return new Balance(
                currency,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Amount.zero(currency));
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

    private static <T> T known(@Nullable T found, String argument, Object id) {
        if (found == null) {
            throw new InvalidArgumentException("ledger.unknown", argument, "must be in the customer's ledger", id);
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

    Balance with(EntryKey entry, Payment payment) {
        Effect effect = Effect.ofMoney(entry, payment.valueDate(), payment.id(), payment.amount());
        return with(Money.of(entry, payment), payment.amount()).standing(effect);
    }

    Balance with(Debt debt) {
        ReceivableId id = debt.receivable().id();
        return new Balance(
                currency,
                debts.put(id, debt),
                debt.isOpen() ? open.put(id, debt) : open.remove(id),
                payments,
                standing,
                onAccount);
    }

    private Balance with(Money money, Amount more) {
        return new Balance(
                currency, debts, open, payments.put(money.payment().id(), money), standing, onAccount.add(more));
    }

    private Balance standing(Effect effect) {
        return new Balance(currency, debts, open, payments, standing.put(effect.entry(), effect), onAccount);
    }

    private Balance notStanding(EntryKey entry) {
        return new Balance(currency, debts, open, payments, standing.remove(entry), onAccount);
    }

    /** Debts and money after what an entry does, which is known to be possible, and can be reversed. */
    Balance after(Effect effect) {
        return changed(effect).standing(effect);
    }

    /** As {@link #after}, for what is undone too when the payment is returned. */
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
