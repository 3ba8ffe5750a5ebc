package io.quittance.ar.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry changes from its day on: what is open of debts, and what is left of a payment.
 *
 * @param entry which one
 * @param day from which on
 * @param items by debt, in the order of the entry
 * @param payment whose money it is; null if none is touched
 * @param money what is left of it changes by; null if there is no payment
 */
record Effect(
        EntryKey entry,
        LocalDate day,
        List<Change> items,
        @Nullable PaymentId payment,
        @Nullable Amount money) {

    /** What is open of a debt changes by an amount. */
    record Change(ReceivableId item, Amount amount) {
        Change negated() {
            return new Change(item, amount.negate());
        }
    }

    static Effect ofItem(EntryKey entry, LocalDate day, ReceivableId item, Amount amount) {
        return new Effect(entry, day, List.of(new Change(item, amount)), null, null);
    }

    static Effect ofMoney(EntryKey entry, LocalDate day, PaymentId payment, Amount money) {
        return new Effect(entry, day, List.of(), payment, money);
    }

    static Effect of(EntryKey entry, PaymentAllocated fact) {
        var items = new ArrayList<Change>();
        for (AllocationLine line : fact.allocation().lines()) {
            items.add(new Change(line.item(), line.amount().negate()));
        }
        return new Effect(
                entry,
                fact.effectiveDate(),
                items,
                fact.allocation().payment(),
                fact.allocation().applied().negate());
    }

    /** What undoes it, from a day on. */
    Effect undone(LocalDate from) {
        return new Effect(
                entry,
                from,
                items.stream().map(Change::negated).toList(),
                payment,
                money == null ? null : money.negate());
    }
}
