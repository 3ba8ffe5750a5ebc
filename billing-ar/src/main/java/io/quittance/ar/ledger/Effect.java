package io.quittance.ar.ledger;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry changes from its day on: what is open of debts, what is left of a payment, and what is contested by a case.
 *
 * @param entry which one
 * @param day from which on
 * @param items by debt, in the order of the entry
 * @param payment whose money it is; null if none is touched
 * @param money what is left of it changes by; null if there is no payment
 * @param givenBack what of it went back to the customer and is not owed again changes by; null if by nothing
 * @param claim what a case contests changes by; null if none is touched
 */
record Effect(
        EntryKey entry,
        LocalDate day,
        List<Change> items,
        @Nullable PaymentId payment,
        @Nullable Amount money,
        @Nullable Amount givenBack,
        @Nullable Claim claim) {

    /** What is open of a debt changes by an amount. */
    record Change(ReceivableId item, Amount amount) {
        Change negated() {
            return new Change(item, amount.negate());
        }
    }

    /** What a case contests changes by an amount, which is zero for a stage. */
    record Claim(DisputeId dispute, Amount amount) {}

    static Effect ofDispute(EntryKey entry, LocalDate day, DisputeId dispute, Amount amount) {
        return new Effect(entry, day, List.of(), null, null, null, new Claim(dispute, amount));
    }

    static Effect ofItem(EntryKey entry, LocalDate day, ReceivableId item, Amount amount) {
        return new Effect(entry, day, List.of(new Change(item, amount)), null, null, null, null);
    }

    static Effect ofMoney(EntryKey entry, LocalDate day, PaymentId payment, Amount money) {
        return new Effect(entry, day, List.of(), payment, money, null, null);
    }

    /** Money that goes back to the customer, or away in another currency. */
    static Effect ofRefund(EntryKey entry, LocalDate day, PaymentId payment, Amount amount) {
        return new Effect(entry, day, List.of(), payment, amount.negate(), amount, null);
    }

    /** A part of a payment that its payer's bank takes back: of what is left of it, and what had gone back before is owed. */
    static Effect of(EntryKey entry, PaymentReturned fact, Amount taken) {
        ReceivablePosted owed = fact.owed();
        if (owed == null) {
            return ofMoney(entry, fact.effectiveDate(), fact.payment(), taken.negate());
        }
        Amount amount = owed.receivable().amount();
        return new Effect(
                entry,
                fact.effectiveDate(),
                List.of(new Change(owed.receivable().id(), amount)),
                fact.payment(),
                taken.negate(),
                amount.negate(),
                null);
    }

    /** All that a settlement does: one change for each debt, in the order of its lines, then of its adjustments and new debts. */
    static Effect of(EntryKey entry, PaymentAllocated fact) {
        Settlement settlement = fact.settlement();
        var items = new ArrayList<Change>();
        settlement.closed().forEach((item, amount) -> items.add(new Change(item, amount.negate())));
        for (NewItem added : settlement.newItems()) {
            items.add(new Change(added.receivable().id(), added.receivable().amount()));
        }
        return new Effect(
                entry,
                fact.effectiveDate(),
                items,
                settlement.allocation().payment(),
                settlement.applied().add(settlement.income()).negate(),
                null,
                null);
    }

    /** What is moved of debts, and the debts that are there instead. */
    static Effect of(EntryKey entry, DebtRescheduled fact) {
        var items = new ArrayList<Change>();
        for (DebtRescheduled.Moved moved : fact.moved()) {
            items.add(new Change(moved.item(), moved.amount().negate()));
        }
        for (Receivable debt : fact.debts()) {
            items.add(new Change(debt.id(), debt.amount()));
        }
        return new Effect(entry, fact.effectiveDate(), items, null, null, null, null);
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return items.isEmpty() && (money == null || money.signum() == 0);
    }

    /** What undoes it, from a day on. */
    Effect undone(LocalDate from) {
        return new Effect(
                entry,
                from,
                items.stream().map(Change::negated).toList(),
                payment,
                money == null ? null : money.negate(),
                givenBack == null ? null : givenBack.negate(),
                claim == null ? null : new Claim(claim.dispute(), claim.amount().negate()));
    }
}
